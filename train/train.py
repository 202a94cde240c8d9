#!/usr/bin/python3
"""Trains the analyser of one language and writes checkpoints; train/export.py makes the model file that the program reads.

usage: train.py LANG DATA VECTORS OUT [--minutes N] [--threads N]

DATA     folder with ud/LANG (CoNLL-U) and names/ (WikiANN, name lists), see train/README.md
VECTORS  word vectors in the text format of fastText (train/vectors.sh)
OUT      folder for checkpoints; a run that was stopped goes on from the last
The learning rate follows the wall clock: warm-up over the first 2 %, then a cosine to zero after --minutes.
"""
import argparse, collections, json, math, os, pickle, random, re, sys, tarfile, time
import torch
from torch import nn
from conllu import read_conllu, read_bio, lemma_script, open_text
from network import Analyser, key_of, grams_of, shape_of, WORD

NAMES = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"]
IGNORE = -100

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
    """Types of proper-name spans by lists: silver entities and name lists; a span that they do not decide is left out of the loss."""

    def __init__(self, silver, lists):
        votes, first, last = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
        for forms, tags in silver:
            for a, b, kind in spans(tags):
                votes[" ".join(forms[a:b])][kind] += 1
                if b - a > 1:
                    first[forms[a]][kind] += 1
                    last[forms[b - 1]][kind] += 1
        for name, kind in lists:
            votes[name][kind] += 1
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
        for part in ("train", "val", "test"):
            text = tar.extractfile(f"{lang}/{part}.conllu").read().decode()
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


def name_lists(data, lang):
    """(name, type) from the Alpino lists; only for Dutch."""
    if lang != "nl":
        return
    kinds = {"geo": "LOC", "org": "ORG", "per": "PER", "misc": "MISC"}
    with tarfile.open(os.path.join(data, "names", "alpino_name_lists.tar.xz")) as tar:
        for member, kind in kinds.items():
            for line in tar.extractfile(member).read().decode("utf8", "replace").split("\n"):
                line = line.strip().strip('"').strip()
                if len(line) > 2 and line[0].isupper():
                    yield line, kind


class Data:
    def __init__(self, lang, data, vectors, extra=None):
        ud = os.path.join(data, "ud", lang)
        src = SOURCES[lang]
        silver_rows = list(silver(data, lang))
        extra_rows = list(read_bio(extra)) if extra else []
        names = Names(silver_rows, name_lists(data, lang))
        train, dev = [], []
        for f in src["train"]:
            train += list(read_conllu(os.path.join(ud, f)))
        self.dev_sets = {f: list(read_conllu(os.path.join(ud, f))) for f in src["dev"]}
        # vocabulary: the vectors' words, then what the treebank has more than once
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
        classes = {k: collections.Counter() for k in ("upos", "feats", "script", "relation")}
        for _, s in train:
            for i, t in enumerate(s):
                classes["upos"][t.upos] += 1
                classes["feats"][t.feats] += 1
                classes["script"][self.script(s, i)] += 1
                classes["relation"][t.deprel] += 1
        keep = {"upos": 1, "feats": 2, "script": 4, "relation": 1}
        self.classes = {k: [c for c, n in sorted(v.items(), key=lambda x: (-x[1], x[0])) if n >= keep[k]] for k, v in classes.items()}
        self.index = {k: {c: i for i, c in enumerate(v)} for k, v in self.classes.items()}
        self.cache = {}
        self.train = [self.encode(s, names.tags(s), name) for name, s in train]
        self.silver = [self.encode_names(f, t) for f, t in (extra_rows or silver_rows) ]
        if extra_rows:           # news first: a third of what is silver comes from the encyclopedia
            self.silver += [self.encode_names(f, t) for f, t in silver_rows[:len(extra_rows) // 2]]
        self.lemmas(train)
        print(f"{lang}: {len(self.train)} sentences, {sum(len(s['words']) for s in self.train)} tokens, {len(self.silver)} silver, {len(self.words)} words,",
              {k: len(v) for k, v in self.classes.items()}, flush=True)

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
        return {"words": words, "grams": grams, "shapes": shapes}

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
        e["names"] = [IGNORE if t == "-" else NAMES.index(t) for t in tags]
        e["final"] = False
        return e


def headline(e):
    """The sentence without its final punctuation, as headlines have it."""
    return {k: (v[:-1] if isinstance(v, list) else v) for k, v in e.items()}


def batches(data, rng, size, share=6):
    """One epoch: lists of sentences of like length, about `size` tokens each, in random order; every fifth of silver names."""
    chosen = [headline(e) if e["final"] and rng.random() < 0.12 else e for e in data.train if rng.random() < e["weight"] and len(e["words"]) <= 120]
    out = []
    for part, treed in ((chosen, True), (rng.sample(data.silver, min(len(data.silver), len(chosen) // share)), False)):
        part.sort(key=lambda e: len(e["words"]) + rng.random() * 2)
        batch, longest = [], 0
        for e in part:
            longest = max(longest, len(e["words"]))
            if batch and longest * (len(batch) + 1) > size:
                out.append((batch, treed))
                batch, longest = [], len(e["words"])
            batch.append(e)
        if batch:
            out.append((batch, treed))
    rng.shuffle(out)
    return out


def tensors(batch):
    batch = sorted(batch, key=lambda e: -len(e["words"]))
    lengths = [len(e["words"]) for e in batch]
    t = lengths[0]

    def pad(key, fill):
        return torch.tensor([e[key] + [fill] * (t - len(e[key])) for e in batch])
    flat, at = [], []
    for e in batch:
        for g in e["grams"]:
            at.append(len(flat)); flat.extend(g)
        for _ in range(t - len(e["grams"])):
            at.append(len(flat))
    x = (pad("words", 0), torch.tensor(flat), torch.tensor(at), pad("shapes", 0), lengths)
    y = {k: pad(k, IGNORE) for k in ("upos", "feats", "script", "head", "relation", "names") if k in batch[0]}
    return x, y


def loss_of(model, batch, treed):
    x, y = tensors(batch)
    h = model.encode(*x, drop=0.33, word_drop=0.12)
    ce = nn.functional.cross_entropy

    def flat(scores, gold):
        return ce(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=IGNORE)
    names = model.names(h, 0.2)
    weight = torch.ones(9) if not treed else torch.ones(9)
    loss = 0
    gold = y["names"]
    if (gold != IGNORE).any():
        loss = ce(names.reshape(-1, 9), gold.reshape(-1), weight=weight, ignore_index=IGNORE) * (1.0 if treed else 1.5)
    if not treed:
        return loss
    upos, feats, script = model.tags(h, 0.25)
    loss = loss + flat(upos, y["upos"]) + flat(feats, y["feats"]) + flat(script, y["script"])
    arcs, ld, lg = model.trees(h, 0.33)
    lengths = torch.tensor(x[4])
    mask = torch.arange(arcs.shape[2])[None, :] <= lengths[:, None]
    arcs = arcs.masked_fill(~mask[:, None, :], -1e4)
    head = y["head"]
    loss = loss + 1.5 * flat(arcs, head)
    here = (head != IGNORE) & (y["relation"] != IGNORE)
    b, i = here.nonzero(as_tuple=True)
    labels = model.labels(ld[b, i], lg[b, head[b, i]])
    return loss + ce(labels, y["relation"][b, i])


def evaluate(model, data, sentences, limit=600):
    """UPOS, UFeats, lemma, UAS, LAS (universal relation) with gold tokens and greedy heads, per cent."""
    from conllu import apply_script
    model.eval()
    total = collections.Counter()
    with torch.no_grad():
        for name, s in sentences[:limit]:
            e = data.encode(s, [0] * len(s), name)
            x, y = tensors([e])
            h = model.encode(*x)
            upos, feats, script = model.tags(h)
            arcs, ld, lg = model.trees(h)
            heads = arcs[0].argmax(1)
            rel = model.labels(ld[0], lg[0][heads]).argmax(1)
            for i, t in enumerate(s):
                total["n"] += 1
                total["upos"] += data.classes["upos"][upos[0, i].argmax()] == t.upos
                total["feats"] += data.classes["feats"][feats[0, i].argmax()] == t.feats
                got = apply_script(t.form, data.classes["script"][script[0, i].argmax()]) or t.form
                total["lemma"] += got.lower() == verb_lemma(s, i).lower()
                ok = heads[i] == t.head
                total["uas"] += bool(ok)
                total["las"] += bool(ok) and data.classes["relation"][rel[i]].split(":")[0] == t.deprel.split(":")[0]
    model.train()
    n = total.pop("n")
    return {k: round(100 * v / n, 2) for k, v in total.items()}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("lang"); p.add_argument("data"); p.add_argument("vectors"); p.add_argument("out")
    p.add_argument("--minutes", type=float, default=70)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--extra", help="silver names of running text (silver_names.py); the share of names in an epoch rises to a half")
    p.add_argument("--rate", type=float, default=2.5e-3, help="highest learning rate")
    p.add_argument("--batch", type=int, default=900, help="tokens in a batch")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(1)
    rng = random.Random(1)
    os.makedirs(a.out, exist_ok=True)
    data = Data(a.lang, a.data, a.vectors, a.extra)
    model = Analyser(data.pretrained, {k: len(v) for k, v in data.classes.items()})
    optimiser = torch.optim.AdamW(model.parameters(), lr=1, betas=(0.9, 0.95), weight_decay=0.0)
    meta = {"lang": a.lang, "classes": data.classes, "words": data.words, "forms": data.forms, "joined": data.joined}
    pickle.dump(meta, open(os.path.join(a.out, "meta.pkl"), "wb"))
    path = os.path.join(a.out, "checkpoint.pt")
    spent, step, tokens = 0.0, 0, 0
    if os.path.exists(path):
        saved = torch.load(path)
        model.load_state_dict(saved["model"]); optimiser.load_state_dict(saved["optimiser"])
        spent, step = saved["spent"], saved["step"]
    model.train()
    begin, whole, last, running = time.time() - spent, a.minutes * 60, time.time(), 0.0
    while True:
        for batch, treed in batches(data, rng, a.batch, 2 if a.extra else 6):
            share = (time.time() - begin) / whole
            if share >= 1:
                break
            rate = a.rate * min(1, share / 0.02 + 0.05) * (0.5 + 0.5 * math.cos(math.pi * share))
            for group in optimiser.param_groups:
                group["lr"] = rate
            loss = loss_of(model, batch, treed)
            if not torch.is_tensor(loss):
                continue
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            step += 1
            tokens += sum(len(e["words"]) for e in batch)
            running = 0.98 * running + 0.02 * float(loss)
            if time.time() - last > 300:
                torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "spent": time.time() - begin, "step": step}, path + ".new")
                os.replace(path + ".new", path)
                print(f"{share:.3f} step {step} tokens {tokens} loss {running:.3f}", evaluate(model, data, next(iter(data.dev_sets.values())), 150), flush=True)
                last = time.time()
        else:
            continue
        break
    torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "spent": whole, "step": step}, path)
    for name, s in data.dev_sets.items():
        print(name, evaluate(model, data, s, 100000), flush=True)


if __name__ == "__main__":
    main()
