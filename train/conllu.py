"""Reading of CoNLL-U files, and the lemma edit scripts shared by training and export."""
import lzma
from collections import namedtuple

Token = namedtuple("Token", "form lemma upos feats head deprel")

KEPT_SUBTYPES = set(
    "acl:relcl advcl:relcl advmod:emph aux:pass cc:preconj compound:prt csubj:pass csubj:outer det:predet expl:pv "
    "flat:foreign flat:name nmod:desc nmod:npmod nmod:poss nmod:tmod nmod:unmarked nsubj:outer nsubj:pass obl:agent "
    "obl:arg obl:npmod obl:tmod obl:unmarked".split())


def open_text(path):
    """Opens a text file, compressed by xz or not, as UTF-8."""
    return lzma.open(path, "rt", encoding="utf8") if str(path).endswith(".xz") else open(path, encoding="utf8")


def relation(deprel):
    """The relation with its subtype where src/doc/words.h knows it, else without."""
    return deprel if deprel in KEPT_SUBTYPES else deprel.split(":")[0]


def read_conllu(path):
    """Yields (sent_id, [Token]); heads are 0 for the root, else 1-based.  Multi-word ranges and empty nodes are skipped."""
    name, rows = "", []
    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# sent_id"):
                name = line.split("=", 1)[1].strip()
            elif not line:
                if rows:
                    yield name, rows
                rows = []
            elif line[0].isdigit():
                c = line.split("\t")
                if c[0].isdigit():
                    rows.append(Token(c[1], c[2], c[3], c[5], int(c[6]), relation(c[7])))
    if rows:
        yield name, rows


def _common(a, b):
    """Start in a, start in b and length of the longest common substring."""
    best = (0, 0, 0)
    row = [0] * (len(b) + 1)
    for i, x in enumerate(a):
        new = [0] * (len(b) + 1)
        for j, y in enumerate(b):
            if x == y:
                new[j + 1] = row[j] + 1
                if new[j + 1] > best[2]:
                    best = (i - new[j + 1] + 1, j - new[j + 1] + 1, new[j + 1])
        row = new
    return best


def _edits(a, b):
    """Cheapest script that turns a into b: '>' copies, '-' deletes, '+x' inserts x."""
    n, m = len(a), len(b)
    cost = [[0] * (m + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        for j in range(m + 1):
            if i == 0 or j == 0:
                cost[i][j] = i + j
            else:
                cost[i][j] = min(cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (0 if a[i - 1] == b[j - 1] else 9))
    out, i, j = [], n, m
    while i or j:
        if i and j and a[i - 1] == b[j - 1] and cost[i][j] == cost[i - 1][j - 1]:
            out.append(">"); i -= 1; j -= 1
        elif i and cost[i][j] == cost[i - 1][j] + 1:
            out.append("-"); i -= 1
        else:
            out.append("+" + b[j - 1]); j -= 1
    return "".join(reversed(out))


def lemma_script(form, lemma, keep_case):
    """Edit script from form to lemma: CASE|PREFIX|SUFFIX, where CASE is 'k' (keep the form's case) or 'l' (lower case first);
    PREFIX and SUFFIX edit what stands before and after the longest common substring.  A lemma that shares nothing is '=lemma'.
    After Straka 2018 (UDPipe 2.0), in our own notation."""
    base = form if keep_case else form.lower()
    i, j, n = _common(base, lemma)
    if n == 0:
        return "=" + lemma
    return ("k" if keep_case else "l") + "|" + _edits(base[:i], lemma[:j]) + "|" + _edits(base[i + n:], lemma[j + n:])


def apply_script(form, script):
    """The lemma, or None where the script does not fit the form."""
    if script.startswith("="):
        return script[1:]
    case, prefix, suffix = script.split("|", 2)
    base = form if case == "k" else form.lower()
    used = [sum(c in ">-" for c in _plain(s)) for s in (prefix, suffix)]
    if sum(used) > len(base):
        return None
    cut = len(base) - used[1]
    return _run(base[:used[0]], prefix) + base[used[0]:cut] + _run(base[cut:], suffix)


def _plain(script):
    """The script's copy and delete marks alone."""
    out, i = [], 0
    while i < len(script):
        if script[i] == "+":
            i += 2
            continue
        out.append(script[i]); i += 1
    return out


def _run(text, script):
    out, i, at = [], 0, 0
    while i < len(script):
        if script[i] == "+":
            out.append(script[i + 1]); i += 2
        else:
            if script[i] == ">":
                out.append(text[at])
            at += 1; i += 1
    return "".join(out)
