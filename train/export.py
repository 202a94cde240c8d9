#!/usr/bin/python3
"""Writes the model file that the program maps (src/analyse/model.h) from a checkpoint of train/train.py.

usage: export.py OUT_FOLDER_OF_TRAINING MODEL_FILE DATA
"""
import os, pickle, struct, sys
import numpy as np
import torch
from lexicon import LEXICONS, frame_verbs
from network import fnv

ALIGN = 64


def pad(x, rows, cols=None):
    out = np.zeros((rows,) + x.shape[1:], x.dtype)
    out[:len(x)] = x
    if cols is not None and cols > x.shape[1]:
        wide = np.zeros((rows, cols), x.dtype)
        wide[:, :x.shape[1]] = out
        out = wide
    return out


def up(n, to):
    return (n + to - 1) // to * to


def quantise(w):
    """Rows of w as int8 with a scale each."""
    scale = np.abs(w).max(1) / 127
    safe = np.where(scale > 0, scale, 1)
    return np.rint(w / safe[:, None]).clip(-127, 127).astype(np.int8), scale.astype(np.float32)


class Writer:
    def __init__(self):
        self.sections = []

    def add(self, name, array, rows=None, cols=None):
        data = array if isinstance(array, bytes) else np.ascontiguousarray(array).tobytes()
        if rows is None:
            rows, cols = array.shape[0], array.shape[1] if array.ndim > 1 else 1
        assert len(name) < 24, name
        self.sections.append((name, rows, cols, data))

    def layer(self, name, w, b, rows=None, cols=None):
        """Packed int8 layer: (k / 4, n, 4)."""
        n, k = rows or up(w.shape[0], 16), cols or up(w.shape[1], 4)
        q, scale = quantise(pad(w, n, k) if k > w.shape[1] else pad(w, n))
        packed = q.reshape(n, k // 4, 4).transpose(1, 0, 2)
        self.add(name + ".w", packed.tobytes() if packed.flags["C_CONTIGUOUS"] else np.ascontiguousarray(packed).tobytes(), n, k)
        self.add(name + ".s", scale)
        self.add(name + ".b", pad(b.astype(np.float32), n))
        self.add(name + ".r", q.astype(np.int32).sum(1).astype(np.int32))

    def table(self, name, w):
        q, scale = quantise(w)
        self.add(name, q)
        self.add(name + ".s", scale)

    def strings(self, name, items):
        data = [s.encode() for s in items]
        at = np.cumsum([0] + [len(d) for d in data]).astype(np.uint32)
        self.add(name + ".at", at)
        pool = b"".join(data) or b"\0"
        self.add(name + ".pool", pool, len(pool), 1)

    def lookup(self, name, keys):
        self.strings(name, keys)
        n = 16
        while n < 2 * len(keys) + 1:
            n *= 2
        slots = [0] * n
        for i, k in enumerate(keys):
            at = fnv(k.encode()) & (n - 1)
            while slots[at]:
                at = (at + 1) & (n - 1)
            slots[at] = i + 1
        self.add(name + ".slots", np.array(slots, np.uint32))

    def write(self, path):
        table = len(self.sections) * 48
        at, body, rows = up(32 + table, ALIGN), bytearray(), []
        for name, r, c, data in self.sections:
            rows.append(struct.pack("<24sIIQQ", name.encode(), r, c, at + len(body), len(data)))
            body += data + bytes(up(len(data), ALIGN) - len(data))
        rest = b"".join(rows)
        rest += bytes(at - 32 - len(rest)) + bytes(body)
        size = 32 + len(rest)
        assert (size - 32) % 32 == 0
        words = np.frombuffer(rest, np.uint64)
        h = [1, 2, 3, 4]
        mul, mask = 0x9E3779B97F4A7C15, (1 << 64) - 1
        for i in range(0, len(words), 4):
            for k in range(4):
                h[k] = ((h[k] ^ int(words[i + k])) * mul) & mask
        checksum = h[0] ^ h[1] >> 1 ^ h[2] >> 2 ^ h[3] >> 3
        with open(path, "wb") as f:
            f.write(b"COUMODL\n" + struct.pack("<IIQQ", 1, len(self.sections), size, checksum) + rest)
        print(f"{path}: {size} bytes, {len(self.sections)} sections")


def main():
    folder, path, data = sys.argv[1:4]
    meta = pickle.load(open(folder + "/meta.pkl", "rb"))
    p = {k: v.float().numpy() for k, v in torch.load(folder + "/checkpoint.pt", map_location="cpu")["model"].items()}
    w = Writer()
    words = sorted(meta["words"], key=meta["words"].get)
    assert words[0] == ""
    w.lookup("words", words)
    w.table("word", p["pretrained"] + p["delta.weight"])
    w.table("gram", p["gram.weight"])
    w.table("shape", p["shape.weight"])
    for name, slots in meta["lists"].items():
        w.add("list." + name, slots)
    for layer in (0, 1):
        for side, suffix in (("f", ""), ("b", "_reverse")):
            get = lambda n: p[f"lstm.{layer}.{n}_l0{suffix}"]
            w.layer(f"l{layer}{side}.x", get("weight_ih"), get("bias_ih") + get("bias_hh"))
            w.layer(f"l{layer}{side}.h", get("weight_hh"), np.zeros(len(get("weight_hh")), np.float32))
    for name in ("mid", "upos", "feats", "script", "name_mid", "name", "arc_dep", "arc_head", "label_dep", "label_head"):
        w.layer(name, p[name + ".weight"], p[name + ".bias"])
    arc = p["arc"]                                             # (dependent and 1, head)
    size = up(arc.shape[1], 16)
    w.layer("arc", np.ascontiguousarray(arc[:-1].T), arc[-1], size, size)
    label = p["label"].transpose(0, 2, 1)                      # relation, head and 1, dependent and 1
    w.layer("label", label.reshape(-1, label.shape[2]), np.zeros(label.shape[0] * label.shape[1], np.float32))
    w.add("root", p["root"].reshape(1, -1))
    for k in ("upos", "feats", "script", "relation"):
        w.strings(k + ".names", meta["classes"][k])
    if meta["lang"] in LEXICONS:      # the treebank's word counts first
        here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lang", meta["lang"], "frames")
        more = {"words": meta["words"], "lemmas": frame_verbs(here)} if meta["lang"] == "en" else {}
        forms, joined = LEXICONS[meta["lang"]](data, **more)
        known = {f for f, u in meta["forms"] if u == "VERB"}
        meta["forms"] = {**{k: v for k, v in forms.items() if k[0] not in known or k[1] != "VERB"}, **meta["forms"]}
        meta["joined"] = {**joined, **meta["joined"]}
    forms = sorted(meta["forms"].items())
    w.lookup("forms", [f"{f}\t{u}" for (f, u), _ in forms])
    w.strings("form_lemmas", [l for _, l in forms])
    joined = sorted((k, v) for k, v in meta["joined"].items())
    if joined:
        w.lookup("joined", [k for k, _ in joined])
        w.strings("joined_lemmas", [v for _, v in joined])
    w.write(path)


if __name__ == "__main__":
    main()
