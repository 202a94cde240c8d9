"""Reads a model file of the program (src/analyse/model.h) back into what training keeps: so that training can go on from a model that ships.

Weights come back as they are there, with 8 bits a row's scale; what a network does with them differs from its 32-bit origin by less than the
noise of training.
"""
import struct
import numpy as np
import torch


class ModelFile:
    def __init__(self, path):
        self.data = open(path, "rb").read()
        magic, version, n, size, _ = struct.unpack_from("<8sIIQQ", self.data)
        if magic != b"COUMODL\n" or version != 1 or size != len(self.data):
            raise SystemExit(f"{path}: not a whole model file of version 1")
        self.at = {}
        for i in range(n):
            name, rows, cols, offset, length = struct.unpack_from("<24sIIQQ", self.data, 32 + 48 * i)
            self.at[name.rstrip(b"\0").decode()] = (rows, cols, offset, length)

    def array(self, name, kind):
        rows, cols, offset, length = self.at[name]
        return np.frombuffer(self.data, kind, length // np.dtype(kind).itemsize, offset)

    def strings(self, name):
        at, pool = self.array(name + ".at", np.uint32), self.array(name + ".pool", np.uint8).tobytes()
        return [pool[a:b].decode() for a, b in zip(at, at[1:])]

    def table(self, name):
        rows, cols, _, _ = self.at[name]
        return self.array(name, np.int8).reshape(rows, cols) * self.array(name + ".s", np.float32)[:, None]

    def layer(self, name):
        """Weight (n, k) and bias (n), with the padding."""
        n, k, _, _ = self.at[name + ".w"]
        q = self.array(name + ".w", np.int8).reshape(k // 4, n, 4).transpose(1, 0, 2).reshape(n, k)
        return q * self.array(name + ".s", np.float32)[:, None], self.array(name + ".b", np.float32)

    def words(self):
        """Word → row, the vectors (words, WORD)."""
        return {w: i for i, w in enumerate(self.strings("words"))}, torch.tensor(self.table("word"))

    def classes(self):
        return {k: self.strings(k + ".names") for k in ("upos", "feats", "script", "relation")}

    def fill(self, model):
        """Sets the weights of an Analyser with the same classes; inputs that the file does not know begin at zero."""
        state = {k: v.clone() for k, v in model.state_dict().items()}

        def put(name, values):
            target = torch.zeros_like(state[name]) if state[name].dim() > 1 and name.startswith("lstm") else state[name]
            part = tuple(slice(0, min(a, b)) for a, b in zip(target.shape, values.shape))
            target[part] = torch.tensor(np.ascontiguousarray(values))[part]
            state[name] = target
        put("gram.weight", self.table("gram"))
        put("shape.weight", self.table("shape"))
        for layer in (0, 1):
            for side, suffix in (("f", ""), ("b", "_reverse")):
                for part, name in (("x", "ih"), ("h", "hh")):
                    w, b = self.layer(f"l{layer}{side}.{part}")
                    put(f"lstm.{layer}.weight_{name}_l0{suffix}", w)
                    put(f"lstm.{layer}.bias_{name}_l0{suffix}", b)
        for name in ("mid", "upos", "feats", "script", "name_mid", "name", "arc_dep", "arc_head", "label_dep", "label_head"):
            w, b = self.layer(name)
            put(name + ".weight", w)
            put(name + ".bias", b)
        w, b = self.layer("arc")
        size = state["arc"].shape[1]
        put("arc", np.concatenate([w[:size, :size].T, b[None, :size]]))
        relations, half = state["label"].shape[0], state["label"].shape[1]
        w, _ = self.layer("label")
        put("label", w[:relations * half, :half].reshape(relations, half, half).transpose(0, 2, 1))
        put("root", self.array("root", np.float32))
        model.load_state_dict(state)
