"""The analyser's network: word vectors, hashed character n-grams and shape → two-layer BiLSTM → tags, lemma scripts, names, trees."""
import torch
from torch import nn

WORD, GRAM, SHAPE, LISTS, HIDDEN, MID, ARC, LABEL, NAME = 100, 64, 12, 12, 200, 128, 200, 64, 64
GRAM_ROWS = 1 << 15
SHAPES = 16
UNKNOWN = 0                       # row of words that are not in the vocabulary


def shape_of(form, first):
    """Shape class 0..15: capitals (none, initial, all, inner) + 4 × (letters only, digits inside, hyphen, punctuation or mixed)."""
    letters = [c for c in form if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    if not upper:
        case = 0
    elif upper == len(letters) and upper > 1:
        case = 2
    elif form[0].isupper() and upper == 1:
        case = 1
    else:
        case = 3
    kind = 3 if not letters and not any(c.isdigit() for c in form) else 1 if any(c.isdigit() for c in form) else 2 if "-" in form else 0
    return case + 4 * kind


def key_of(form):
    """The form as the vocabulary knows it: lower case, every decimal digit as 0."""
    return "".join("0" if c.isdecimal() else c for c in form.lower())


def fnv(data):
    """FNV-1a, 32 bits, of bytes."""
    h = 2166136261
    for b in data:
        h = ((h ^ b) * 16777619) & 0xFFFFFFFF
    return h


def grams_of(key, limit=40):
    """Rows of the hashed character n-grams (lengths 2 to 5 of "<key>", at the ends also the whole), at most 4 × 40."""
    s = ("<" + key[:limit] + ">")
    out = []
    for n in (2, 3, 4, 5):
        for i in range(0, len(s) - n + 1):
            out.append(fnv(s[i:i + n].encode()) % GRAM_ROWS)
    return out


class Analyser(nn.Module):
    def __init__(self, pretrained, sizes, lists=LISTS):
        """pretrained: (words, WORD) float tensor, row 0 for unknown words; sizes: dict upos feats script relation → classes; lists: bits of the
        lists of names (gazetteer.py), 0 for a network without them."""
        super().__init__()
        self.register_buffer("pretrained", pretrained)
        self.delta = nn.Embedding(pretrained.shape[0], WORD, sparse=True)
        nn.init.zeros_(self.delta.weight)
        self.gram = nn.EmbeddingBag(GRAM_ROWS, GRAM, mode="mean", sparse=True)
        nn.init.normal_(self.gram.weight, std=0.3)
        self.shape = nn.Embedding(SHAPES, SHAPE)
        self.lists = lists
        self.lstm = nn.ModuleList([nn.LSTM(WORD + GRAM + SHAPE + lists, HIDDEN, bidirectional=True),
                                   nn.LSTM(2 * HIDDEN, HIDDEN, bidirectional=True)])
        self.mid = nn.Linear(2 * HIDDEN, MID)
        self.upos = nn.Linear(MID, sizes["upos"])
        self.feats = nn.Linear(MID, sizes["feats"])
        self.script = nn.Linear(MID, sizes["script"])
        self.name_mid = nn.Linear(2 * HIDDEN, NAME)
        self.name = nn.Linear(NAME, 9)
        self.arc_dep, self.arc_head = nn.Linear(2 * HIDDEN, ARC), nn.Linear(2 * HIDDEN, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))          # (dependent and 1) × head
        nn.init.xavier_uniform_(self.arc)
        self.label_dep, self.label_head = nn.Linear(2 * HIDDEN, LABEL), nn.Linear(2 * HIDDEN, LABEL)
        self.label = nn.Parameter(torch.zeros(sizes["relation"], LABEL + 1, LABEL + 1))
        nn.init.normal_(self.label, std=0.05)
        self.root = nn.Parameter(torch.zeros(2 * HIDDEN))
        nn.init.normal_(self.root, std=0.1)

    def encode(self, words, grams, gram_at, shapes, lists, lengths, drop=0.0, word_drop=0.0):
        """words, shapes, lists: (B, T); grams, gram_at: flat n-grams and their offsets for the B×T tokens; → (B, T, 2 HIDDEN)."""
        b, t = words.shape
        known = words
        delta_ids = words
        if self.training and word_drop:
            known = words.masked_fill(torch.rand(b, t) < word_drop, UNKNOWN)
            delta_ids = known.masked_fill(torch.rand(b, t) < word_drop, UNKNOWN)
        word = self.pretrained[known] + self.delta(delta_ids)
        gram = self.gram(grams, gram_at).view(b, t, GRAM)
        parts = [word, gram, self.shape(shapes)]
        if self.lists:
            bits = (lists[:, :, None] >> torch.arange(self.lists) & 1).float()
            if self.training and drop:          # lists are never complete: whole sentences and single words go without
                bits = bits * (torch.rand(b, 1, 1) > 0.15) * (torch.rand(b, t, 1) > 0.1)
            parts.append(bits)
        x = torch.cat(parts, 2).transpose(0, 1)
        for layer in self.lstm:
            if self.training and drop:
                mask = (torch.rand(1, b, x.shape[2]) > drop).float() / (1 - drop)
                x = x * mask
            packed = nn.utils.rnn.pack_padded_sequence(x, lengths)
            x, _ = nn.utils.rnn.pad_packed_sequence(layer(packed)[0])
        if self.training and drop:
            x = x * ((torch.rand(1, b, x.shape[2]) > drop).float() / (1 - drop))
        return x.transpose(0, 1)

    def mids(self, h, drop=0.0):
        def act(layer, x):
            y = nn.functional.leaky_relu(layer(x), 0.1)
            return nn.functional.dropout(y, drop, self.training)
        with_root = torch.cat([self.root.expand(h.shape[0], 1, -1), h], 1)
        return act, with_root

    def tags(self, h, drop=0.0):
        act, _ = self.mids(h, drop)
        m = act(self.mid, h)
        return self.upos(m), self.feats(m), self.script(m)

    def names(self, h, drop=0.0):
        act, _ = self.mids(h, drop)
        return self.name(act(self.name_mid, h))

    def trees(self, h, drop=0.0):
        """→ arc scores (B, T, T+1) and the label halves (B, T, LABEL+1), (B, T+1, LABEL+1)."""
        act, r = self.mids(h, drop)
        d, g = act(self.arc_dep, h), act(self.arc_head, r)
        ones = torch.ones(*d.shape[:2], 1)
        arcs = torch.cat([d, ones], 2) @ self.arc @ g.transpose(1, 2)
        ld, lg = act(self.label_dep, h), act(self.label_head, r)
        return arcs, torch.cat([ld, ones], 2), torch.cat([lg, torch.ones(*lg.shape[:2], 1)], 2)

    def labels(self, ld, lg):
        """ld, lg: (N, LABEL+1) → (N, relations)."""
        return torch.einsum("ni,rij,nj->nr", ld, self.label, lg)
