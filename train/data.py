"""What the analyser learns from: treebanks, names, and text that teachers have labelled (teach.py); all as numbers."""
import collections, json, os, re, subprocess, sys, tarfile
import torch
from conllu import read_conllu, lemma_script, open_text
from gazetteer import Gazetteer
from model_file import ModelFile
from network import key_of, grams_of, shape_of, WORD

NAMES = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"]
IGNORE = -100
HERE = os.path.dirname(os.path.abspath(__file__))

SOURCES = {
    "nl": {"train": ["nl_alpino_rebuilt-train.conllu.xz"], "dev": ["nl_alpino-ud-dev.conllu", "nl_lassysmall-ud-dev.conllu"]},
    "en": {"train": ["en_ewt-ud-train.conllu.xz", "en_gum_open-train.conllu.xz"], "dev": ["en_ewt-ud-dev.conllu", "en_gum_open-dev.conllu"]},
}
# Share of an epoch in which a sentence of a source takes part; the rest: always.  The grammar-example suites are short and artificial.
WEIGHTS = [(re.compile(r"^(g_suite|h_suite|i_suite|j_suite|ntv-suite|wpspel|medfail|cgn_exs|lot_test|leuven|extra|novel|Titaantjes)"), 0.3),
           (re.compile(r"^(qa|qtleap)"), 0.5)]


def lower_lemma(token):
    """Lemma as the program uses it: parts of compounds and particles joined (export restores them for verbs)."""
    return token.lemma.replace("_", "") if len(token.lemma) > 1 else token.lemma


def verb_lemma(rows, i):
    """Lemma of token i without a particle that stands apart ("valt … aan": vallen)."""
    t = rows[i]
    lemma = t.lemma
    if t.upos == "VERB" and "_" in lemma and len(lemma) > 1:
        first = lemma.split("_")[0]
        if any(r.head == i + 1 and r.deprel == "compound:prt" and r.form.lower() == first for r in rows):
            return lemma.split("_", 1)[1].replace("_", "")
    return lower_lemma(t)


class Names:
    """Types of proper-name spans by the silver entities; a span that they do not decide is left out of the loss."""

    def __init__(self, silver):
        votes, first, last = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
        for forms, tags in silver:
            for a, b, kind in spans(tags):
                votes[" ".join(forms[a:b])][kind] += 1
                if b - a > 1:
                    first[forms[a]][kind] += 1
                    last[forms[b - 1]][kind] += 1
        self.full = {n: c.most_common(1)[0][0] for n, c in votes.items() if c.most_common(1)[0][1] >= 0.75 * sum(c.values())}
        self.first = {n: "PER" for n, c in first.items() if c["PER"] >= 5 and c["PER"] >= 0.9 * sum(c.values())}
        self.last = {n: c.most_common(1)[0][0] for n, c in last.items() if sum(c.values()) >= 5 and c.most_common(1)[0][1] >= 0.9 * sum(c.values())}

    def tags(self, rows):
        out, i = [0] * len(rows), 0
        while i < len(rows):
            if rows[i].upos != "PROPN":
                i += 1
                continue
            j = i + 1
            while j < len(rows) and (rows[j].upos == "PROPN" or rows[j].deprel in ("flat", "flat:name") and rows[j].head >= i + 1):
                j += 1
            kind = self.full.get(" ".join(r.form for r in rows[i:j]))
            if not kind and j - i > 1:
                kind = self.first.get(rows[i].form) or self.last.get(rows[j - 1].form)
            for k in range(i, j):
                out[k] = NAMES.index(("B-" if k == i else "I-") + kind) if kind else IGNORE
            i = j
        return out


def spans(tags):
    """(start, end, type) of BIO spans."""
    out, i = [], 0
    while i < len(tags):
        if tags[i][0] in "BI" and tags[i] != "O":
            j = i + 1
            while j < len(tags) and tags[j] == "I-" + tags[i][2:]:
                j += 1
            out.append((i, j, tags[i][2:]))
            i = j
        else:
            i += 1
    return out


def silver(data, lang):
    """WikiANN sentences that look like running text: a verb-like length, a final stop, no redirects or list headings."""
    with tarfile.open(os.path.join(data, "names", "wikiann_nl_en.tar.xz")) as tar:
        # validation and test parts are lists of names (gazetteer.py)
        text = tar.extractfile(f"{lang}/train.conllu").read().decode()
        for block in text.split("\n\n"):
            rows = [l.split("\t") for l in block.split("\n") if l.count("\t") >= 2]
            forms, tags = [r[1] for r in rows], [r[2] for r in rows]
            if len(forms) < 6 or len(forms) > 60 or forms[-1] not in ".!?" or "REDIRECT" in forms or "doorverwijzing" in forms:
                continue
            if "''" in forms or "``" in forms or "|" in forms or any("=" in f for f in forms):
                continue
            if all(t == "O" for t in tags) or sum(t != "O" for t in tags) > 0.7 * len(tags):
                continue
            fixed = [t if t[:1] != "I" or i and tags[i - 1][1:] == t[1:] else "B" + t[1:] for i, t in enumerate(tags)]
            yield forms, fixed


def bracketed(line):
    """A line of own news, "[PER Jan] woont in [LOC Gent]." → text, [(begin, end, type)] in characters."""
    text, spans_, at = "", [], 0
    for m in re.finditer(r"\[(PER|LOC|ORG|MISC) ([^\]]+)\]", line):
        text += line[at:m.start()]
        spans_.append((len(text), len(text) + len(m.group(2)), m.group(1)))
        text += m.group(2)
        at = m.end()
    return text + line[at:], spans_


def placed(text, items):
    """"PER=Jan|LOC=Gent", in the order of the text → [(begin, end, type)]; names that are not found in order are left out."""
    out, at = [], 0
    for item in filter(None, items.strip().split("|")):
        kind, _, name = item.strip().partition("=")
        i = text.find(name, at)
        if i >= 0:
            out.append((i, i + len(name), kind))
            at = i + len(name)
    return out


def bio(text, forms, named):
    """BIO numbers of the words of a text; a word that holds more than the name is left to the name."""
    tags, at = [], 0
    for f in forms:
        begin = text.find(f, at)
        if begin < 0:
            begin = at
        at = begin + len(f)
        hit = next(((b, k) for b, e, k in named if begin < e and at > b), None)
        inside = hit and tags and tags[-1] and before == hit
        tags.append(NAMES.index(("I-" if inside else "B-") + hit[1]) if hit else 0)
        before = hit
    return tags


def own_names(lang):
    """Own annotation in train/names: (text, names) of news, {sent_id: "TYPE=name|…"} of treebank sentences."""
    texts, treebank = [], {}
    path = os.path.join(HERE, "names", lang)
    if os.path.exists(path + "_news.txt"):
        for line in open(path + "_news.txt", encoding="utf8"):
            if line.strip() and not line.startswith("#"):
                texts.append(bracketed(line.rstrip("\n")))
    if os.path.exists(path + "_news.tsv"):
        for line in open(path + "_news.tsv", encoding="utf8"):
            c = line.rstrip("\n").split("\t")
            if not line.startswith("#") and len(c) == 3:
                texts.append((c[1], placed(c[1], c[2])))
    if os.path.exists(path + "_treebank.tsv"):
        for line in open(path + "_treebank.tsv", encoding="utf8"):
            c = line.rstrip("\n").split("\t")
            if not line.startswith("#") and len(c) == 2:
                treebank[c[0]] = c[1]
    return texts, treebank


def words_of(lang, texts):
    """Lists of the words of each text, as the program itself cuts them (build/coulisse; it needs no model for that)."""
    program = os.environ.get("COULISSE", os.path.join(HERE, "..", "build", "coulisse"))
    lines = "".join(json.dumps({"text": t, "lang": lang}) + "\n" for t in texts)
    out = subprocess.run([program, "code", "--until", "segment", "--input", "jsonl", "-"], input=lines, capture_output=True, text=True, check=True).stdout
    words = [[t["form"] for t in json.loads(line).get("tokens", [])] for line in out.splitlines()]
    if len(words) != len(texts):
        sys.exit(f"{len(texts)} texts became {len(words)} documents")
    return words


class Data:
    def __init__(self, lang, data, vectors, auto=None, with_dev=False):
        """auto: two CoNLL-U files of the same sentences by two models; with_dev: the development sets are learnt from, too (for what ships, once the figures are taken)."""
        ud = os.path.join(data, "ud", lang)
        src = SOURCES[lang]
        silver_rows = list(silver(data, lang))
        names = Names(silver_rows)
        self.gazetteer = Gazetteer(lang, data)
        texts, self.own = own_names(lang)
        train = []
        for f in src["train"]:
            train += list(read_conllu(os.path.join(ud, f)))
        more = [s for f in src["dev"] for s in read_conllu(os.path.join(ud, f))] if with_dev else []
        self.dev_sets = {f: list(read_conllu(os.path.join(ud, f))) for f in src["dev"]}
        if vectors.endswith(".model"):       # words and classes of a model that training goes on from
            file = ModelFile(vectors)
            self.words, self.pretrained = file.words()
            self.classes = file.classes()
        else:
            self.vocabulary(vectors, train)
            self.count_classes(train)
        self.index = {k: {c: i for i, c in enumerate(v)} for k, v in self.classes.items()}
        self.cache = {}
        self.train = [self.encode(s, self.name_tags(names, name, s), name) for name, s in train + more]
        self.silver = [self.encode_names(f, self.undecided(f, [NAMES.index(x) for x in t])) for f, t in silver_rows]
        self.named = [self.encode_names(w, bio(t, w, n)) for (t, n), w in zip(texts, words_of(lang, [t for t, _ in texts])) if w] if texts else []
        self.auto = [self.agreed(a, b) for (_, a), (_, b) in zip(*map(read_conllu, auto))] if auto else []
        self.lemmas(train)
        print(f"{lang}: {len(self.train)} sentences, {sum(len(s['words']) for s in self.train)} tokens, {len(self.named)} named, {len(self.silver)} silver, "
              f"{len(self.auto)} automatic, {len(self.words)} words,", {k: len(v) for k, v in self.classes.items()}, flush=True)

    def vocabulary(self, vectors, train):
        """The vectors' words, then what the treebank has more than once."""
        self.words, rows = {"": 0}, [[0.0] * WORD]
        with open_text(vectors) as lines:
            next(lines)
            for line in lines:
                c = line.rstrip(" \n").split(" ")
                if len(c) != WORD + 1 or c[0] in self.words or len(c[0]) > 40 or len(self.words) > 60000:
                    continue
                self.words[c[0]] = len(self.words)
                rows.append([float(x) for x in c[1:]])
        count = collections.Counter(key_of(t.form) for _, s in train for t in s)
        for w, n in count.items():
            if n > 1 and w not in self.words and len(self.words) < 70000:
                self.words[w] = len(self.words)
                rows.append([0.0] * WORD)
        self.pretrained = torch.tensor(rows)
        self.pretrained[1:] *= 1.0 / self.pretrained[1:].pow(2).mean().sqrt() * 0.6

    def count_classes(self, train):
        classes = {k: collections.Counter() for k in ("upos", "feats", "script", "relation")}
        for _, s in train:
            for i, t in enumerate(s):
                classes["upos"][t.upos] += 1
                classes["feats"][t.feats] += 1
                classes["script"][self.script(s, i)] += 1
                classes["relation"][t.deprel] += 1
        keep = {"upos": 1, "feats": 2, "script": 4, "relation": 1}
        self.classes = {k: [c for c, n in sorted(v.items(), key=lambda x: (-x[1], x[0])) if n >= keep[k]] for k, v in classes.items()}

    def agreed(self, one, other):
        """A sentence with what two models say alike; the rest is left out of the loss, and so are its names."""
        e, f = self.encode(one, [IGNORE] * len(one), ""), self.encode(other, [], "")
        for key in ("upos", "feats", "script", "head", "relation"):
            e[key] = [x if x == y else IGNORE for x, y in zip(e[key], f[key])]
        e["relation"] = [r if h != IGNORE else IGNORE for r, h in zip(e["relation"], e["head"])]
        return e

    def undecided(self, forms, tags):
        """Neither lists nor links know adjectives and inhabitants (MISC), and they miss names: what has a capital inside a sentence, or is a
        listed word at its start, is not said to be no name, it is left out of the loss."""
        bits = self.gazetteer.features(forms)
        return [IGNORE if t == 0 and f[0].isupper() and (i and forms[i - 1] not in '."\'-:' or b & 255) else t
                for i, (f, t, b) in enumerate(zip(forms, tags, bits))]

    def name_tags(self, names, sentence, rows):
        """Own annotation where there is one; the lists' word else."""
        if sentence not in self.own:
            return self.undecided([t.form for t in rows], names.tags(rows))
        forms = [t.form for t in rows]
        text = " ".join(forms)
        named, at = [], 0
        for item in filter(None, self.own[sentence].split("|")):      # spelt as in the running text: found without blanks
            kind, _, name = item.partition("=")
            m = re.compile(r"\s?".join(map(re.escape, name.replace(" ", "")))).search(text, at)
            if m:
                named.append((m.start(), m.end(), kind))
                at = m.end()
        return bio(text, forms, named)

    def script(self, s, i):
        lemma = verb_lemma(s, i)
        return lemma_script(s[i].form, lemma, lemma != lemma.lower())

    def lemmas(self, train):
        """Dictionaries for the program: (form, UPOS) → lemma where the treebank always says the same; joined → particle verb."""
        votes, self.joined = collections.defaultdict(collections.Counter), {}
        for _, s in train:
            for i, t in enumerate(s):
                if t.upos in ("VERB", "AUX", "NOUN", "ADJ", "ADV", "PRON", "DET"):
                    votes[(t.form.lower(), t.upos)][verb_lemma(s, i)] += 1
                if t.upos == "VERB" and "_" in t.lemma.strip("_"):
                    self.joined[t.lemma.replace("_", "")] = t.lemma
        self.forms = {k: c.most_common(1)[0][0] for k, c in votes.items() if c.most_common(1)[0][1] >= 0.8 * sum(c.values())}

    def inputs(self, forms):
        words, grams, shapes = [], [], []
        for i, f in enumerate(forms):
            key = key_of(f)
            words.append(self.words.get(key, 0))
            if key not in self.cache:
                self.cache[key] = grams_of(key)
            grams.append(self.cache[key])
            shapes.append(shape_of(f, i == 0))
        return {"words": words, "grams": grams, "shapes": shapes, "lists": self.gazetteer.features(forms)}

    def encode(self, s, names, name):
        e = self.inputs([t.form for t in s])
        e["upos"] = [self.index["upos"].get(t.upos, IGNORE) for t in s]
        e["feats"] = [self.index["feats"].get(t.feats, IGNORE) for t in s]
        e["script"] = [self.index["script"].get(self.script(s, i), IGNORE) for i in range(len(s))]
        e["head"] = [t.head for t in s]
        e["relation"] = [self.index["relation"].get(t.deprel, IGNORE) for t in s]
        e["names"] = names
        e["weight"] = next((w for rx, w in WEIGHTS if rx.match(name)), 1.0)
        e["final"] = s[-1].upos == "PUNCT" and len(s) > 4 and all(t.head != len(s) for t in s)
        return e

    def encode_names(self, forms, tags):
        e = self.inputs(forms)
        e["names"] = tags
        e["final"] = False
        return e


