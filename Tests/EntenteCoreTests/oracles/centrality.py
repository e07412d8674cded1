#!/usr/bin/env python3
"""Centrality of 240 seeded graphs by networkx, igraph, scipy and numpy, for CentralityOracleTests.

Usage: python3 centrality.py > centrality.txt
Recorded with networkx 3.6.1, python-igraph 1.0.0, scipy 1.17.1, numpy 2.4.6.

A line `graph ID N FAMILY` starts a graph; `tie S T NET` is a directed tie with a signed weight;
every other line is `NAME VALUE...` with one value for each actor, `-` where it is undefined. A measure
whose answer is not unique (an eigenvalue with several eigenvectors, or nearly so) is left out.
Lengths 1/weight are exact fractions, so ties for the shortest route are exact here as well.
"""
from fractions import Fraction
import itertools
import random

import igraph as ig
import networkx as nx
import numpy as np
import scipy.linalg
import scipy.sparse
import scipy.sparse.csgraph

GAP = 1e-3


def graphs():
    identifier = 0
    for family in ["directed", "undirected", "sparse", "signed", "decimal", "complete-signed"]:
        for seed in range(40):
            draw = random.Random(f"{family} {seed}")
            n = draw.randint(2, 22)
            share = {"sparse": 1.2 / n, "complete-signed": 0.9}.get(family, draw.uniform(0.1, 0.5))
            ties = {}
            for a, b in itertools.permutations(range(n), 2):
                if family == "undirected" and a > b:
                    continue
                if draw.random() >= share:
                    continue
                weight = (
                    round(draw.uniform(0.1, 10), 2) if family == "decimal"
                    else draw.randint(1, 12) / 4)
                if "signed" in family and draw.random() < 0.45:
                    weight = -weight
                ties[a, b] = weight
                if family == "undirected":
                    ties[b, a] = weight
            yield identifier, family, n, ties
            identifier += 1


def show(name, values):
    print(name, *("-" if v is None or v != v else format(float(v), ".12g") for v in values))


def leading(matrix, by=np.real):
    """The eigenvector of the leading eigenvalue if it is well apart from all others, or None."""
    values, vectors = scipy.linalg.eig(matrix)
    order = np.argsort(-by(values))
    first = values[order[0]]
    if abs(first.imag) > 1e-9 or abs(first) < 1e-9:
        return None
    if len(values) > 1 and np.min(np.abs(values[order[1:]] - first)) < GAP * abs(first):
        return None
    vector = np.real(vectors[:, order[0]])
    vector = vector / vector[np.argmax(np.abs(vector))]
    return first.real, vector


def paths(n, accord):
    directed = nx.DiGraph()
    directed.add_nodes_from(range(n))
    for (a, b), w in accord.items():
        directed.add_edge(a, b, weight=w, length=1 / Fraction(str(w)))
    joined = nx.Graph()
    joined.add_nodes_from(range(n))
    for a, b in accord:
        w = Fraction(str(accord.get((a, b), 0))) + Fraction(str(accord.get((b, a), 0)))
        joined.add_edge(a, b, weight=float(w), length=1 / w)
    for label, graph in [("directed", directed), ("undirected", joined)]:
        for length in [None, "length"]:
            suffix = f"{label}-{'hops' if length is None else 'reciprocal'}"
            found = nx.betweenness_centrality(graph, normalized=False, weight=length)
            show(f"betweenness-{suffix}", [found[v] for v in range(n)])
            # networkx measures distances towards an actor; reversed, from it.
            turned = graph.reverse() if graph.is_directed() else graph
            found = nx.closeness_centrality(turned, distance=length)
            show(f"ordinary-{suffix}", [found[v] for v in range(n)])
            found = nx.harmonic_centrality(turned, distance=length)
            show(f"harmonic-{suffix}", [found[v] / max(1, n - 1) for v in range(n)])
    hops = np.zeros((n, n))
    for a, b in accord:
        hops[a, b] = 1
    distance = scipy.sparse.csgraph.shortest_path(scipy.sparse.csr_matrix(hops), unweighted=True)
    np.fill_diagonal(distance, np.inf)
    show("harmonic-directed-hops-scipy", (1 / distance).sum(axis=1) / max(1, n - 1))
    return directed, joined


def spectral(n, accord):
    a = np.zeros((n, n))
    for (s, t), w in accord.items():
        a[s, t] = w
    for label, matrix in [("directed", a.T), ("undirected", a + a.T)]:
        found = leading(matrix)
        if found is None:
            continue
        show(f"eigenvector-{label}", np.abs(found[1]))
        alpha = 0.5 / found[0]
        show(f"katz-{label}", np.linalg.solve(np.eye(n) - alpha * matrix, np.ones(n)))
    ties = list(accord)
    graph = ig.Graph(n=n, edges=ties, directed=True)
    weights = [accord[t] for t in ties]
    if ties:
        show("pagerank", graph.pagerank(weights=weights, damping=0.85))
        if (found := leading(a.T @ a)) is not None:
            show("authority", np.abs(found[1]))
            hub = a @ np.abs(found[1])
            show("hub", hub / hub.max())
    joined = graph.as_undirected(mode="collapse")
    show("k-core-undirected", joined.coreness())
    show("k-core-incoming", graph.coreness(mode="in"))
    show("k-core-outgoing", graph.coreness(mode="out"))


def signed(n, ties):
    a = np.zeros((n, n))
    for (s, t), w in ties.items():
        a[s, t] = w
    both = a + a.T
    if np.any(both):
        for label, by in [("magnitude", np.abs), ("largest", np.real)]:
            if (found := leading(both, by)) is None:
                continue
            value, vector = found
            near = [v for v in np.abs(vector) if v > 1 - 1e-4]
            # Opposite eigenvalues of nearly equal size, or two actors that could lead the sign.
            spectrum = np.abs(np.linalg.eigvalsh(both))
            if label == "magnitude" and np.sum(spectrum > (1 - GAP) * abs(value)) > 1:
                continue
            if len(near) > 1:
                continue
            show(f"signed-eigenvector-{label}", vector)

    def a2(m):
        return (m > 0) - 2.0 * (m < 0)

    unit = 1 / (2 * n - 2)
    identity = np.eye(n)
    undirected = identity - unit * a2(both)
    if np.linalg.cond(undirected) < 1e8:
        show("pn-all", np.linalg.solve(undirected, np.ones(n)))
    m = a2(a)
    for label, b in [("pn-in", m.T), ("pn-out", m)]:
        matrix = identity - unit**2 * b @ b.T if label == "pn-out" else identity - unit**2 * m.T @ m
        if np.linalg.cond(matrix) < 1e8:
            show(label, np.linalg.solve(matrix, (identity + unit * b) @ np.ones(n)))


def brokerage(n, accord):
    roles = {r: [0] * n for r in
             ["coordinator", "consultant", "gatekeeper", "representative", "liaison"]}
    bloc = [v % 3 for v in range(n)]
    for a, b, c in itertools.permutations(range(n), 3):
        if (a, b) in accord and (b, c) in accord and (a, c) not in accord:
            x, y, z = bloc[a], bloc[b], bloc[c]
            role = ("coordinator" if x == y == z else "representative" if x == y
                    else "gatekeeper" if y == z else "consultant" if x == z else "liaison")
            roles[role][b] += 1
    for role, counts in roles.items():
        show(role, counts)


for identifier, family, n, ties in graphs():
    print("graph", identifier, n, family)
    for (a, b), w in ties.items():
        print("tie", a, b, w)
    accord = {tie: w for tie, w in ties.items() if w > 0}
    directed, joined = paths(n, accord)
    spectral(n, accord)
    signed(n, ties)
    found = nx.constraint(directed, weight="weight")
    show("constraint", [found[v] for v in range(n)])
    brokerage(n, accord)
