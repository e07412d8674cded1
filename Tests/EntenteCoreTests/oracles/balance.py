"""Records what numpy, scipy, networkx and scikit-learn say about seeded graphs, in balance.csv.

    python3 balance.py > balance.csv        (pip install numpy scipy networkx scikit-learn)

The graphs come from the same integer recipe as SeededGraphs.swift in Tests/TestSupport.
Columns: seed, quantity, value. Nothing is recorded where a quantity is undefined.
"""
import itertools
import sys
import warnings

import networkx as nx
import numpy as np
import scipy
import scipy.linalg
import scipy.optimize
import scipy.stats
import sklearn
import sklearn.metrics as metrics

warnings.simplefilter("error")
MASK = (1 << 64) - 1


class SplitMix:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        return (self.next() * bound) >> 64


def graph(seed):
    """Directed net weights, and a mask of the ties that exist (a tie may have weight 0)."""
    g = SplitMix(seed)
    n = 3 + g.below(12) if seed <= 120 else 20 + g.below(25)
    density = [80, 200, 450, 800][g.below(4)]
    split = g.below(4) == 0
    w = np.zeros((n, n))
    tie = np.zeros((n, n), dtype=bool)
    for a in range(n):
        for b in range(n):
            if a == b:
                continue
            draw = g.below(1000)
            net = (g.below(41) - 20) / 2
            if draw < density and not (split and (a < n // 2) != (b < n // 2)):
                w[a, b], tie[a, b] = net, True
    first = [g.below(4) for _ in range(n)]
    second = [g.below(3) for _ in range(n)]
    return n, w, tie, first, second


def balanced(nodes, a):
    side = {nodes[0]: 1}
    stack = [nodes[0]]
    while stack:
        u = stack.pop()
        for v in nodes:
            if a[u, v] != 0:
                want = side[u] * (1 if a[u, v] > 0 else -1)
                if v not in side:
                    side[v] = want
                    stack.append(v)
                elif side[v] != want:
                    return False
    return True


def code(w, a, b, c):
    return "".join(
        "+" if w[x, y] > 0 else "-" if w[x, y] < 0 else "."
        for x, y in [(a, b), (b, a), (b, c), (c, b), (c, a), (a, c)]
    )


def record(seed):
    n, w, tie, first, second = graph(seed)
    put = lambda name, value: print(f"{seed},{name},{value if isinstance(value, str) else repr(float(value))}")
    put("n", n)
    a = w + w.T
    s = np.sign(a)
    # undirected triads, from traces of products of the two parts
    p, q = (s > 0).astype(float), (s < 0).astype(float)
    counts = [np.trace(p @ p @ p) / 6, np.trace(p @ p @ q) / 2, np.trace(p @ q @ q) / 2, np.trace(q @ q @ q) / 6]
    put("triads", " ".join(str(round(x)) for x in counts))
    # directed triads
    directed = {}
    for x, y, z in itertools.combinations(range(n), 3):
        key = min(code(w, *t) for t in itertools.permutations((x, y, z)))
        directed[key] = directed.get(key, 0) + 1
    put("directed", " ".join(f"{k}:{directed[k]}" for k in sorted(directed)))
    d = nx.DiGraph()
    d.add_nodes_from(range(n))
    d.add_edges_from((x, y) for x in range(n) for y in range(n) if w[x, y] != 0)
    put("man", " ".join(f"{k}:{v}" for k, v in nx.triadic_census(d).items()))
    # walks
    e, f = scipy.linalg.expm(s), scipy.linalg.expm(abs(s))
    put("walk", np.trace(e) / np.trace(f))
    put("walkfirst", e[0, 0] / f[0, 0])
    put("walkweights", np.trace(scipy.linalg.expm(0.02 * a)) / np.trace(scipy.linalg.expm(0.02 * abs(a))))
    # Laplacian, component by component
    u = nx.Graph()
    u.add_nodes_from(range(n))
    u.add_edges_from((x, y) for x in range(n) for y in range(x) if a[x, y] != 0)
    parts = sorted((sorted(c) for c in nx.connected_components(u) if len(c) > 1), key=lambda c: c[0])
    for name, m in [("conflict", s), ("conflictweights", a)]:
        values = []
        for c in parts:
            k = m[np.ix_(c, c)]
            low = np.linalg.eigvalsh(np.diag(abs(k).sum(1)) - k)[0]
            values.append(0.0 if balanced(c, a) else low)
        put(name, " ".join(repr(float(v)) for v in values))
    put("eigenvalues", " ".join(repr(float(v)) for v in np.linalg.eigvalsh(a)))
    # partitions
    if (a != 0).any():
        pos, neg = np.maximum(a, 0), np.maximum(-a, 0)
        same = np.equal.outer(first, first)
        b = a - (np.outer(pos.sum(1), pos.sum(1)) / pos.sum() if pos.sum() else 0)
        b = b + (np.outer(neg.sum(1), neg.sum(1)) / neg.sum() if neg.sum() else 0)
        put("modularity", (b * same).sum() / (pos.sum() + neg.sum()))
        h = nx.Graph()
        h.add_nodes_from(range(n))
        h.add_weighted_edges_from((x, y, abs(a[x, y])) for x in range(n) for y in range(x) if a[x, y] != 0)
        blocs = [{x for x in range(n) if first[x] == k} for k in set(first)]
        put("modularityabs", nx.community.modularity(h, blocs))
        put("louvainabs", nx.community.modularity(h, nx.community.louvain_communities(h, seed=1)))
    put("rand", metrics.adjusted_rand_score(first, second))
    entropy = lambda x: scipy.stats.entropy(np.bincount(x))
    put("vi", entropy(first) + entropy(second) - 2 * metrics.mutual_info_score(first, second))
    overlap = metrics.cluster.contingency_matrix(first, second)
    rows, columns = scipy.optimize.linear_sum_assignment(overlap, maximize=True)
    put("overlap", overlap[rows, columns].sum())
    # alignment of actors 0 and 1, then of n-2 and n-1; a second layer is the transpose, reversed in sign
    weights = [1 + x % 3 for x in range(n)]
    for x, y in [(0, 1), (n - 2, n - 1)]:
        others = [z for z in range(n) if z not in (x, y)]
        for name, layers, scale in [("one", [(w, 1.0)], 20.0), ("two", [(w, 2.0), (-w.T, 1.0)], 20.0)]:
            vx = np.concatenate([np.concatenate([m[x, others], m[others, x]]) for m, _ in layers])
            vy = np.concatenate([np.concatenate([m[y, others], m[others, y]]) for m, _ in layers])
            k = np.concatenate([[l * weights[z] for z in others] * 2 for _, l in layers])
            tag = f"{name}{0 if x == 0 else 1}"
            if vx.any() and vy.any():
                if name == "one":
                    put("cosineplain" + tag, metrics.pairwise.cosine_similarity([vx], [vy])[0, 0])
                put("cosine" + tag, (k * vx * vy).sum() / np.sqrt((k * vx * vx).sum() * (k * vy * vy).sum()))
            if len(set(vx)) > 1 and len(set(vy)) > 1:
                if name == "one":
                    put("pearsonplain" + tag, scipy.stats.pearsonr(vx, vy)[0])
                c = np.cov(vx, vy, aweights=k)
                put("pearson" + tag, c[0, 1] / np.sqrt(c[0, 0] * c[1, 1]))
            put("s" + tag, 1 - 2 * (k * abs(vx - vy)).sum() / (scale * k.sum()))
            cx, cy = np.sign(vx).astype(int), np.sign(vy).astype(int)
            if len(set(cx) | set(cy)) > 1:
                for kind, arg in [("nominal", None), ("absolute", "linear"), ("squared", "quadratic")]:
                    put(f"kappa{kind}{tag}",
                        metrics.cohen_kappa_score(cx, cy, labels=[-1, 0, 1], weights=arg, sample_weight=k))
                    # pooled chance: kappa of the sample with itself turned round
                    both, turned = np.concatenate([cx, cy]), np.concatenate([cy, cx])
                    put(f"pi{kind}{tag}",
                        metrics.cohen_kappa_score(both, turned, labels=[-1, 0, 1], weights=arg,
                                                  sample_weight=np.concatenate([k, k])))
    # classical scaling and singular vectors: distances on the map don't depend on orientation
    m = np.hstack([w, w.T])
    gram = m @ m.T
    if np.linalg.matrix_rank(gram) >= 3:
        left, sv, _ = np.linalg.svd(m)
        points = left[:, :2] * sv[:2]
        if abs(sv[1] - sv[2]) > 1e-6 * sv[0]:
            put("singular", np.linalg.norm(points[0] - points[1]))
            put("singularvalue", sv[0] ** 2)


print("# python", sys.version.split()[0], "numpy", np.__version__, "scipy", scipy.__version__,
      "networkx", nx.__version__, "scikit-learn", sklearn.__version__)
for seed in range(1, 161):
    record(seed)
