#!/usr/bin/python3
"""Silver names of open running text: CoNLL-U from standard input (coulisse parse) → word and BIO tag, '-' where the tables do not decide.

usage: coulisse parse --lang LANG TEXT | silver_names.py LANG > LANG.silver

Types come from the tables in data/ and lang/LANG (people, places, organisations), from given names before unknown proper nouns, and from
the last words of organisations (silver_endings.txt).  A proper noun of which nobody knows the type is left out of the loss.
"""
import collections, os, re, sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
ORG_KINDS = {"organisation", "armed-group", "party", "company", "government"}
ENDINGS = {
    "en": "Ministry Party University Army Agency Council Front Movement Union Bank Committee Court Commission Organization Organisation Force Forces Corps Group Congress "
          "Parliament Senate Assembly Department Association Federation Corporation Company Inc. Foundation Institute Church League Police Authority Office Network Times Post "
          "Airlines Airways Hospital Navy Guard Center Centre School College Brigade Division Battalion Service Bureau Alliance Club Tribunal Observatory".split(),
    "nl": "Partij Universiteit Leger Bank Raad Unie Front Beweging Comité Hof Commissie Organisatie Ministerie Bond Congres Parlement Senaat Kamer Stichting Instituut Kerk "
          "Liga Politie Dienst Club Verbond Vereniging Groep Maatschappij Fonds Federatie Bureau".split(),
}


def tables(lang):
    """(name → type), given names."""
    votes, given = collections.defaultdict(collections.Counter), collections.Counter()
    kinds = {}

    def rows(path):
        try:
            for line in open(os.path.join(HERE, path), encoding="utf8"):
                if not line.startswith(("#", "@")) and line.strip():
                    yield line.rstrip("\n").split("\t")
        except FileNotFoundError:
            return

    for path in ("data/people.tsv", "data/people_more.tsv"):
        for c in rows(path):
            votes[c[1]]["PER"] += 3
            kinds[c[1]] = kinds[c[0]] = "PER"
            parts = c[1].split()
            if len(parts) > 1:
                given[parts[0]] += 1
                votes[parts[-1]]["PER"] += 1
    for c in rows("data/organisations.tsv"):
        t = "ORG" if c[2] in ORG_KINDS else "MISC"
        votes[c[1]][t] += 3
        kinds[c[1]] = kinds[c[0]] = t
    for c in rows("data/places.tsv"):
        if int(c[6] or 0) > 60000 or " " in c[1]:
            votes[c[1]]["LOC"] += 1
        kinds[c[0]] = "LOC"
    for c in rows("data/countries.tsv"):
        for x in (c[0], c[1], c[2]):
            kinds[x] = "LOC"
        votes[c[2]]["LOC"] += 3
    for c in rows("data/regions.tsv"):
        kinds[c[0]] = "LOC"
        kinds[c[1]] = "LOC"
        votes[c[1]]["LOC"] += 2
    for path in (f"lang/{lang}/names.tsv", f"lang/{lang}/places.tsv", f"lang/{lang}/people_more.tsv"):
        for c in rows(path):
            if len(c) < 3 or c[1] not in ("name", "family", "seat"):
                continue
            t = kinds.get(c[0]) or ("LOC" if re.fullmatch("[A-Z]{3}", c[0]) else None)
            for n in c[2].split("|"):
                if t:
                    votes[n.strip()][t] += 2
    names = {n: c.most_common(1)[0][0] for n, c in votes.items() if c.most_common(1)[0][1] >= 0.8 * sum(c.values()) and n and n[0].isupper()}
    return names, {g for g in given if len(g) > 2}


def tag(rows, names, given, endings):
    forms, upos = [r[1] for r in rows], [r[3] for r in rows]
    tags = ["-" if u == "PROPN" else "O" for u in upos]
    i = 0
    while i < len(forms):
        for n in range(min(7, len(forms) - i), 0, -1):
            text = " ".join(forms[i:i + n])
            kind = names.get(text) or names.get(text.replace(" - ", "-"))
            if not kind or not any(u == "PROPN" for u in upos[i:i + n]):
                continue
            # a part of a longer unknown name says nothing
            if n == 1 and (i + 1 < len(forms) and upos[i + 1] == "PROPN" or i and upos[i - 1] == "PROPN" and tags[i - 1] == "-") and not (kind == "LOC" and forms[i + 1:i + 2] == [","]):
                continue
            tags[i:i + n] = ["B-" + kind] + ["I-" + kind] * (n - 1)
            i += n - 1
            break
        else:
            if upos[i] == "PROPN" and tags[i] == "-":
                j = i
                while j < len(forms) and (upos[j] == "PROPN" or forms[j] == "-" and j + 1 < len(forms) and upos[j + 1] == "PROPN"):
                    j += 1
                if j - i > 1 and forms[i] in given and j - i < 5:
                    tags[i:j] = ["B-PER"] + ["I-PER"] * (j - i - 1)
                elif j - i > 1 and forms[j - 1] in endings:
                    tags[i:j] = ["B-ORG"] + ["I-ORG"] * (j - i - 1)
                i = j - 1
        i += 1
    return forms, tags


def main():
    lang = sys.argv[1]
    names, given = tables(lang)
    rows = []
    for line in sys.stdin:
        line = line.rstrip("\n")
        if not line:
            if 5 <= len(rows) <= 60:
                forms, tags = tag(rows, names, given, set(ENDINGS[lang]))
                if any(t[0] == "B" for t in tags):
                    for f, t in zip(forms, tags):
                        print(f"0\t{f}\t{t}")
                    print()
            rows = []
        elif line[0].isdigit() and line.split("\t")[0].isdigit():
            rows.append(line.split("\t"))


if __name__ == "__main__":
    main()
