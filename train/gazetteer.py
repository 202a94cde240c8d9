"""Lists of names as features of the network: which words begin or continue a listed name of which type, which words are parts of names.

Sources: the tables of data/ and lang/XX, the Alpino name lists (LGPL-2.1), the places of the open cities list (ODbL), politicians (CC0), and the
names that stand in the validation and test parts of WikiANN; the training part is what the network learns from, so its names stay out.
"""
import collections, csv, glob, io, os, re, tarfile

import numpy as np
from conllu import read_conllu

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
TYPES = ["PER", "LOC", "ORG", "MISC"]
GIVEN, FAMILY, PLACE, BODY = 1, 2, 4, 8          # kinds of parts: first and last words of persons, last words of places and bodies
FEATURES = 12                                     # B by type, I by type, kinds of parts
LONGEST = 8                                       # words of a name
DROPPED = str.maketrans("", "", "-.' ’")
ORG_KINDS = {"organisation", "armed-group", "party", "company", "government"}


def name_key(words):
    """What a name is looked up by: its words joined, without spaces, hyphens, stops and apostrophes; the case is kept but in words of four
    and more capitals alone (headlines, NAVO beside Navo)."""
    return "".join(w[0] + w[1:].lower() if len(w) > 3 and all(c.isupper() for c in w) else w for w in words).translate(DROPPED)


def table(path):
    """Rows of a table of the repository, without comments."""
    with open(os.path.join(HERE, path), encoding="utf8") as lines:
        for line in lines:
            if not line.startswith(("#", "@")) and line.strip():
                yield line.rstrip("\n").split("\t")


def own_names(lang):
    """(name, type) of the repository's tables."""
    kinds = {}
    for path in ("data/people.tsv", "data/people_more.tsv"):
        for c in table(path):
            kinds[c[0]] = kinds[c[1]] = "PER"
            yield c[1], "PER"
    for c in table("data/organisations.tsv"):
        kinds[c[0]] = kinds[c[1]] = "ORG" if c[2] in ORG_KINDS else "MISC"
        yield c[1], kinds[c[1]]
    for path, column in (("data/places.tsv", 1), ("data/regions.tsv", 1), ("data/countries.tsv", 2)):
        for c in table(path):
            kinds[c[0]] = kinds[c[1]] = "LOC"
            yield c[column], "LOC"
    for path in (f"lang/{lang}/names.tsv", f"lang/{lang}/places.tsv", f"lang/{lang}/people_more.tsv"):
        if not os.path.exists(os.path.join(HERE, path)):
            continue
        for c in table(path):
            if len(c) < 3:
                continue
            kind = kinds.get(c[0]) or ("LOC" if re.fullmatch("[A-Z]{3}", c[0]) else None)
            kind = "MISC" if c[1] in ("adjective", "inhabitant") else "LOC" if c[1] == "seat" and kind == "LOC" else kind
            for n in c[2].split("|"):
                if kind and n.strip():
                    yield n.strip(), kind


def listed_names(lang, data):
    """(name, type) of the lists in DATA."""
    with tarfile.open(os.path.join(data, "names", "alpino_name_lists.tar.xz")) as tar:
        for member, kind in (("geo", "LOC"), ("org", "ORG"), ("per", "PER"), ("misc", "MISC")):
            for line in tar.extractfile(member).read().decode("utf8", "replace").split("\n"):
                yield line.strip().strip('"').strip(), kind
    with tarfile.open(os.path.join(data, "knowledge", "every_politician_cabinets.tar.xz")) as tar:
        for member in tar:
            if member.name.endswith(".csv"):
                for row in csv.DictReader(io.TextIOWrapper(tar.extractfile(member), "utf8")):
                    if row.get("person"):
                        yield row["person"], "PER"
    with tarfile.open(os.path.join(data, "names", "wikiann_nl_en.tar.xz")) as tar:
        for part in ("val", "test"):
            text = tar.extractfile(f"{lang}/{part}.conllu").read().decode()
            name, kind = [], None
            for line in text.split("\n") + [""]:
                c = line.split("\t")
                tag = c[2] if len(c) > 2 else "O"
                if name and not tag.startswith("I-"):
                    yield " ".join(name), kind
                    name = []
                if tag.startswith("B-"):
                    name, kind = [c[1]], tag[2:]
                elif tag.startswith("I-") and name:
                    name.append(c[1])


def slots(counts):
    """A mask table as the program reads it (src/analyse/lists.h)."""
    size = 16
    while size < 1.3 * len(counts):
        size *= 2
    out = np.zeros(size, np.uint32)
    for key in sorted(counts):
        h = 14695981039346656037
        for b in key.encode():
            h = ((h ^ b) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
        at, print_ = h & (size - 1), h >> 32 & 0xFFFFFFF0
        while out[at] and int(out[at]) & 0xFFFFFFF0 != print_:
            at = (at + 1) & (size - 1)
        out[at] = print_ | int(out[at]) & 15 | counts[key]
    return out


class Gazetteer:
    """names: key → mask of types; parts: word → mask of GIVEN … BODY."""

    def __init__(self, lang, data):
        common = collections.Counter()
        for path in sorted(glob.glob(os.path.join(data, "ud", lang, "*train*"))):
            for _, rows in read_conllu(path):
                for t in rows:
                    if t.upos not in ("PROPN", "X"):
                        common[t.form.lower()] += 1
        self.names, first, last = collections.Counter(), collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
        own = {n for n, _ in own_names(lang)}
        for source, trusted in ((own_names(lang), True), (listed_names(lang, data), False)):
            for name, kind in source:
                words = name.split()
                if not words or len(words) > 6 or len(name) < 2 or "(" in name or not any(w[0].isupper() for w in words):
                    continue
                if len(words) == 1 and not trusted and (len(name) < 3 or name in own or common[name.lower()] > 1 or not name[0].isupper()):
                    continue
                key = name_key(words)
                if key:
                    self.names[key] |= 1 << TYPES.index(kind)
                if len(words) > 1:
                    first[words[0]][kind] += 1
                    last[words[-1]][kind] += 1
        self.parts = collections.Counter()
        for words, rules in ((first, (("PER", GIVEN, 3),)), (last, (("PER", FAMILY, 3), ("LOC", PLACE, 4), ("ORG", BODY, 4)))):
            for w, counts in words.items():
                for kind, bit, least in rules:
                    if counts[kind] >= least and counts[kind] >= 0.5 * sum(counts.values()) and w[0].isupper():
                        self.parts[name_key([w])] |= bit

    def tables(self):
        return {"names": slots(self.names), "parts": slots(self.parts)}

    def matches(self, forms):
        """[(begin, end, mask)] of the longest names from left to right."""
        out, i = [], 0
        while i < len(forms):
            for n in range(min(LONGEST, len(forms) - i), 0, -1):
                end = forms[i + n - 1]
                if not (end[0].isupper() or end[0].isdecimal() and n > 1) or not any(c.isalnum() for c in forms[i][:1]):
                    continue
                mask = self.names.get(name_key(forms[i:i + n]), 0)
                if mask:
                    out.append((i, i + n, mask))
                    i += n - 1
                    break
            i += 1
        return out

    def features(self, forms):
        """A number of FEATURES bits for every word."""
        out = [self.parts.get(name_key([f]), 0) << 8 if f[0].isupper() else 0 for f in forms]
        for begin, end, mask in self.matches(forms):
            for i in range(begin, end):
                out[i] |= mask << (0 if i == begin else 4)
        return out
