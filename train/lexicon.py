"""Inflected forms from open lexicons, added to what the treebank taught: (form, UPOS) → lemma, and joined → particle verb.

Dutch: the verbs of the Alpino lexicon (LGPL-2.1) with their particles, adjectives of UniMorph (CC BY-SA 3.0).
"""
import lzma, os, re, tarfile


def dutch(data):
    """→ ({(form, upos): lemma}, {joined: particle_verb})"""
    forms, joined = {}, {}
    with tarfile.open(os.path.join(data, "lexicon", "alpino_lexicon.tar.xz")) as tar:
        text = tar.extractfile("Build/verbs.pl").read().decode("utf8", "replace")
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
    with lzma.open(os.path.join(data, "lexicon", "unimorph_nld.tsv.xz"), "rt", encoding="utf8") as lines:
        for line in lines:
            c = line.rstrip("\n").split("\t")
            if len(c) == 3 and c[2].startswith("ADJ"):
                forms.setdefault((c[1].lower(), "ADJ"), c[0])
    return forms, joined


LEXICONS = {"nl": dutch}
