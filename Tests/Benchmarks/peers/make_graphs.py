#!/usr/bin/env python3
"""Writes the graphs that the benchmarks of centrality run on: scale-free, directed, weighted.

Usage: make_graphs.py FOLDER NAME...   with NAME of the form nodes-ties, such as 10000-100000

Chung and Lu's model: tails and heads are drawn in proportion to rank^-0.75, heads mixed with a share
of equal chances; no loops, no pair twice. Weights are uniform in 1…10 with three decimals. A file
holds nodes and ties as int32, then tails and heads as int32, then weights as float64.
"""
import sys

import numpy as np


def generate(n, m, seed=1):
    draw = np.random.default_rng(seed)
    chance = (np.arange(n) + (5 if n > 1000 else 20.0)) ** -0.75
    share = np.empty(n)
    share[draw.permutation(n)] = chance / chance.sum()
    pairs = np.empty(0, dtype=np.int64)
    while len(pairs) < m:
        k = int((m - len(pairs)) * 1.4) + 1000
        tails = draw.choice(n, k, p=share)
        heads = draw.choice(n, k, p=share * 0.7 + 0.3 / n)
        keep = tails != heads
        pairs = np.unique(np.concatenate([pairs, tails[keep] * n + heads[keep]]))
    pairs = draw.permutation(pairs)[:m]
    return pairs // n, pairs % n, np.round(draw.uniform(1, 10, m), 3)


folder, names = sys.argv[1], sys.argv[2:]
for name in names:
    n, m = map(int, name.split("-"))
    tails, heads, weights = generate(n, m)
    with open(f"{folder}/{name}.bin", "wb") as file:
        np.array([n, m], dtype=np.int32).tofile(file)
        tails.astype(np.int32).tofile(file)
        heads.astype(np.int32).tofile(file)
        weights.astype(np.float64).tofile(file)
