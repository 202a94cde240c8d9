#!/usr/bin/python3
"""Trains the analyser of one language and writes checkpoints; train/export.py makes the model file that the program reads.

usage: train.py LANG DATA VECTORS OUT [--minutes N] [--seed N] [--from FOLDER] [--auto FILE FILE] [--with-dev] [--rate R] [--batch N]

DATA        folder with ud/LANG (CoNLL-U), names/ and knowledge/, see train/README.md
VECTORS     word vectors in the text format of fastText, or a model file of the program to go on from
OUT         folder for checkpoints; a run that was stopped goes on from the last
--from      begin with the weights of another run's folder
--auto      two CoNLL-U files, the same sentences of open text parsed by two models: what they say alike is learnt, too (co-training)
--with-dev  learn from the development sets, too
The learning rate follows the wall clock: warm-up over the first 2 %, then a cosine to zero after --minutes.
"""
import argparse, collections, math, os, pickle, random, time
import torch
from torch import nn
from data import Data, IGNORE, NAMES, verb_lemma
from model_file import ModelFile
from network import Analyser
from tree import best_tree

def headline(e):
    """The sentence without its final punctuation, as headlines have it."""
    return {k: (v[:-1] if isinstance(v, list) else v) for k, v in e.items()}


def batches(data, rng, size):
    """One epoch: lists of sentences of like length, about `size` tokens each, in random order.  Treebank by weight, all automatic trees, all own
    names, a sixth as many silver names."""
    chosen = [headline(e) if e["final"] and rng.random() < 0.12 else e for e in data.train if rng.random() < e["weight"] and len(e["words"]) <= 120]
    silver = rng.sample(data.silver, min(len(data.silver), len(chosen) // 6))
    auto = rng.sample(data.auto, min(len(data.auto), len(chosen) // 2)) if data.auto else []
    out = []
    for part, treed in ((chosen + auto, True), (data.named + silver, False)):
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
    x = (pad("words", 0), torch.tensor(flat), torch.tensor(at), pad("shapes", 0), pad("lists", 0), lengths)
    y = {k: pad(k, IGNORE) for k in ("upos", "feats", "script", "head", "relation", "names") if k in batch[0]}
    return x, y


def loss_of(model, batch, treed):
    x, y = tensors(batch)
    h = model.encode(*x, drop=0.33, word_drop=0.12)
    ce = nn.functional.cross_entropy

    def flat(scores, gold):
        return ce(scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=IGNORE)
    names = model.names(h, 0.2)
    loss = 0
    gold = y["names"]
    if (gold != IGNORE).any():
        loss = ce(names.reshape(-1, 9), gold.reshape(-1), ignore_index=IGNORE) * (1.0 if treed else 1.5)
    if not treed:
        return loss
    upos, feats, script = model.tags(h, 0.25)
    loss = loss + flat(upos, y["upos"]) + flat(feats, y["feats"]) + flat(script, y["script"])
    arcs, ld, lg = model.trees(h, 0.33)
    lengths = torch.tensor(x[5])
    mask = torch.arange(arcs.shape[2])[None, :] <= lengths[:, None]
    arcs = arcs.masked_fill(~mask[:, None, :], -1e4)
    head = y["head"]
    loss = loss + 1.5 * flat(arcs, head)
    here = (head != IGNORE) & (y["relation"] != IGNORE)
    b, i = here.nonzero(as_tuple=True)
    labels = model.labels(ld[b, i], lg[b, head[b, i]])
    return loss + ce(labels, y["relation"][b, i])


def evaluate(model, data, sentences, limit=600):
    """UPOS, UFeats, lemma, UAS, LAS (universal relation) with gold tokens, per cent: the 32-bit reference of the program."""
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
            heads = torch.tensor(best_tree(arcs[0].numpy()))
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
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--from", dest="begin")
    p.add_argument("--auto", nargs=2)
    p.add_argument("--with-dev", action="store_true")
    p.add_argument("--rate", type=float, default=2.5e-3, help="highest learning rate")
    p.add_argument("--batch", type=int, default=900, help="tokens in a batch")
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    os.makedirs(a.out, exist_ok=True)
    data = Data(a.lang, a.data, a.vectors, a.auto, a.with_dev)
    model = Analyser(data.pretrained, {k: len(v) for k, v in data.classes.items()})
    if a.vectors.endswith(".model"):
        ModelFile(a.vectors).fill(model)
    rows = [model.delta.weight, model.gram.weight]
    rest = [p for p in model.parameters() if all(p is not r for r in rows)]
    optimisers = [torch.optim.Adam(rest, lr=1, betas=(0.9, 0.95)), torch.optim.SparseAdam(rows, lr=1, betas=(0.9, 0.95))]

    def save(spent):
        torch.save({"model": model.state_dict(), "optimisers": [o.state_dict() for o in optimisers], "spent": spent, "step": step}, path + ".new")
        os.replace(path + ".new", path)

    meta = {"lang": a.lang, "classes": data.classes, "words": data.words, "forms": data.forms, "joined": data.joined, "lists": data.gazetteer.tables()}
    pickle.dump(meta, open(os.path.join(a.out, "meta.pkl"), "wb"))
    path = os.path.join(a.out, "checkpoint.pt")
    spent, step, tokens = 0.0, 0, 0
    if a.begin and not os.path.exists(path):
        model.load_state_dict(torch.load(os.path.join(a.begin, "checkpoint.pt"))["model"])
    if os.path.exists(path):
        saved = torch.load(path)
        model.load_state_dict(saved["model"])
        for o, state in zip(optimisers, saved["optimisers"]):
            o.load_state_dict(state)
        spent, step = saved["spent"], saved["step"]
    model.train()
    begin, whole, last, running = time.time() - spent, a.minutes * 60, time.time(), 0.0
    while True:
        for batch, treed in batches(data, rng, a.batch):
            share = (time.time() - begin) / whole
            if share >= 1:
                break
            rate = a.rate * min(1, share / 0.02 + 0.05) * (0.5 + 0.5 * math.cos(math.pi * share))
            for o in optimisers:
                o.param_groups[0]["lr"] = rate
                o.zero_grad(set_to_none=True)
            loss = loss_of(model, batch, treed)
            if not torch.is_tensor(loss):
                continue
            loss.backward()
            nn.utils.clip_grad_norm_(rest, 5.0)
            for o in optimisers:
                o.step()
            step += 1
            tokens += sum(len(e["words"]) for e in batch)
            running = 0.98 * running + 0.02 * float(loss)
            if time.time() - last > 150:
                save(time.time() - begin)
                print(f"{share:.3f} step {step} tokens {tokens} loss {running:.3f}", evaluate(model, data, next(iter(data.dev_sets.values())), 150), flush=True)
                last = time.time()
        else:
            continue
        break
    save(whole)
    for name, s in data.dev_sets.items():
        print(name, evaluate(model, data, s, 100000), flush=True)


if __name__ == "__main__":
    main()
