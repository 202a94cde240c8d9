"""Maximum spanning trees with one root (Chu and Liu 1965, Edmonds 1967): what src/analyse/decode.c does, for the figures of training."""
import numpy as np


def best_tree(scores):
    """Heads (0 root, else 1..n) of the best tree with one root; scores (n, n + 1): of head j for word i + 1."""
    n = len(scores)
    s = np.full((n + 1, n + 1), -np.inf)
    s[1:] = scores
    s[np.arange(n + 1), np.arange(n + 1)] = -np.inf
    s[1:, 0] -= 1e6                     # a second word at the root costs more than any tree is worth
    return _arborescence(s)[1:].tolist()


def _arborescence(s):
    """Heads of the best arborescence of nodes 0..m-1 with root 0; s[i, j]: score of head j for node i."""
    m = len(s)
    heads = np.zeros(m, int)
    heads[1:] = s[1:].argmax(1)
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(m, bool)
    inside[cycle] = True
    rest = [i for i in range(m) if not inside[i]]           # 0 is among them, and first
    k = len(rest)
    smaller = np.full((k + 1, k + 1), -np.inf)
    smaller[:k, :k] = s[np.ix_(rest, rest)]
    own = s[cycle, heads[cycle]]
    enter = s[np.ix_(cycle, rest)] - own[:, None]           # (cycle, rest): which word of the cycle lets go
    leave = s[np.ix_(rest, cycle)]
    smaller[k, :k] = enter.max(0)
    smaller[:k, k] = leave.max(1)
    smaller[0] = -np.inf
    got = _arborescence(smaller)
    out = heads.copy()
    for a, i in enumerate(rest[1:], 1):
        out[i] = rest[got[a]] if got[a] < k else cycle[leave[a].argmax()]
    h = got[k]
    out[cycle[enter[:, h].argmax()]] = rest[h]
    return out


def _cycle(heads):
    """Nodes of a cycle among heads, or None."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, i = [], start
        while state[i] == 0:
            state[i] = 1
            path.append(i)
            i = heads[i]
        if state[i] == 1:
            return np.array(path[path.index(i):])
        for p in path:
            state[p] = 2
    return None
