"""Inflected forms from open lexicons, added to what the treebank taught: (form, UPOS) → lemma, and joined → particle verb.

Dutch: the verbs of the Alpino lexicon (LGPL-2.1) with their particles, its nouns, adjectives of UniMorph (CC BY-SA 3.0).
"""
import lzma, os, re, tarfile


def dutch(data):
    """→ ({(form, upos): lemma}, {joined: particle_verb})"""
    forms, joined = {}, {}
    with tarfile.open(os.path.join(data, "lexicon", "alpino_lexicon.tar.xz")) as tar:
        text = tar.extractfile("Build/verbs.pl").read().decode("utf8", "replace")
        nouns = tar.extractfile("Build/nouns.pl").read().decode("utf8", "replace")
    text = re.sub(r"%.*", "", text)
    for entry in re.split(r"\n(?=v\()", text):
        m = re.match(r"v\(([^\[]*?),\s*\[", entry, re.S)
        if not m:
            continue
        words = [w.strip().strip("'") for w in re.split(r",(?![^(]*\))", m[1]) if w.strip()]
        if len(words) < 6:
            continue

        def variants(w):
            inner = re.match(r"inflected\((.*)\)", w)
            return [x.strip().strip("'") for x in (inner[1].split(",") if inner else [w])]

        infinitives = variants(words[2])
        inf = infinitives[0]
        if not re.fullmatch(r"[\w\-]+", inf):
            continue
        shapes = [v for w in words[:6] for v in variants(w) if re.fullmatch(r"[\w\-]+", v)]
        for s in shapes:
            forms.setdefault((s, "VERB"), inf)
        for particle in set(re.findall(r"\bpart_\w+\((\w+)", entry)):
            if len(particle) < 2:
                continue
            lemma = particle + inf
            joined.setdefault(lemma, f"{particle}_{inf}")
            for s in shapes:
                forms.setdefault((particle + s, "VERB"), lemma)
    singular = {}
    for entry in re.findall(r"^n\(\[([^\]]*)\]", re.sub(r"%.*", "", nouns), re.M):
        one = re.findall(r"(?:sg|mass)\(([a-zà-ÿ\-]+)\)", entry)
        for many in re.findall(r"pl\(([a-zà-ÿ\-]+)\)", entry) if one else []:
            singular.setdefault(many, set()).add(one[0])
        for s in one:
            singular.setdefault(s, set()).add(s)
    for form, lemmas in singular.items():
        if len(lemmas) == 1:                # "banken" of bank and of bank: one; "boren" of boor and boord: left to the network
            forms.setdefault((form, "NOUN"), next(iter(lemmas)))
    with lzma.open(os.path.join(data, "lexicon", "unimorph_nld.tsv.xz"), "rt", encoding="utf8") as lines:
        for line in lines:
            c = line.rstrip("\n").split("\t")
            if len(c) == 3 and c[2].startswith("ADJ"):
                forms.setdefault((c[1].lower(), "ADJ"), c[0])
    return forms, joined


def english(data, words=(), lemmas=()):
    """The irregular verbs of irregular_en.tsv, and regular forms of the verbs of the frame lexicon that the vocabulary knows: "expelled", "bombing"."""
    forms, known = irregular(os.path.join(os.path.dirname(os.path.abspath(__file__)), "irregular_en.tsv")), set(words)
    for lemma in sorted(lemmas):
        if not re.fullmatch(r"[a-z]+", lemma) or len(lemma) < 3:
            continue
        stems = {lemma}
        if lemma.endswith("e"):
            stems.add(lemma[:-1])
        if re.search(r"[^aeiou][aeiou][^aeiouwxy]$", lemma):
            stems.add(lemma + lemma[-1])
        shapes = {lemma + "s", lemma + "es", lemma + "d"} | {s + e for s in stems for e in ("ed", "ing")}
        if lemma.endswith("y"):
            shapes |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
        for s in shapes:
            if s in known and s not in lemmas:
                forms.setdefault((s, "VERB"), lemma)
    return forms, {}


def irregular(path):
    """Lines of a lemma, a tab and its irregular forms with blanks between → {(form, "VERB"): lemma}."""
    forms = {}
    for line in open(path, encoding="utf8"):
        if line.strip() and not line.startswith("#"):
            lemma, shapes = line.rstrip("\n").split("\t")
            for s in shapes.split():
                forms.setdefault((s, "VERB"), lemma)
    return forms


def frame_verbs(folder):
    """The verbs of lang/XX/frames."""
    out = set()
    for name in sorted(os.listdir(folder)):
        if name.endswith(".frames"):
            for line in open(os.path.join(folder, name), encoding="utf8"):
                if line.startswith("verb "):
                    out |= {w.strip().split("_")[0] for w in re.split(r"[|+]", line[5:])[0].split(",")}
    return out


LEXICONS = {"nl": dutch, "en": english}
