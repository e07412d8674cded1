#!/usr/bin/env python3
"""Oracles for the kernels of shifts, from ruptures, numpy and scipy.

Writes beside itself:
  pelt.csv      500 seeded series: the break points of ruptures' Pelt, which are checked here
                against plain optimal partitioning as well. Pelt drops candidates at once where
                segments have a shortest length, and misses the optimum of one series by that; the
                optimum is then recorded beside
  spectra.csv   seeded pairs of graphs: eigenvalues by scipy, LAD distances, DeltaCon by numpy
  lad.csv       a seeded series of graphs: LAD scores through numpy's singular value decomposition
  online.csv    seeded series: run lengths of Bayesian online detection, the full recursion

Series and graphs are not recorded: both sides make them from the seed, through SplitMix64 and
operations that IEEE 754 rounds alike everywhere.

Run with: pip install numpy scipy ruptures; python3 shift.py
"""
import math
import os
import warnings

import numpy as np
import ruptures as rpt
import scipy.linalg
import scipy.stats

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
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

    def unit(self):
        return float(self.next() >> 11) * 2.0**-53


def noise(g):
    total = g.unit()
    total = total + g.unit()
    total = total + g.unit()
    total = total + g.unit()
    return (total - 2.0) * 1.75


def series(seed, kind, count):
    g = SplitMix(seed)
    values = []
    while len(values) < count:
        length = 8 + g.below(30)
        level = -5.0 + 10.0 * g.unit()
        spread = 0.3 + 2.0 * g.unit()
        rate = 0.05 + 0.6 * g.unit()
        for _ in range(length):
            if kind == "mean":
                values.append(level + noise(g))
            elif kind == "meanAndVariance":
                values.append(level + spread * noise(g))
            else:
                values.append(float(sum(1 for _ in range(16) if g.unit() < rate)))
    return values[:count]


class Poisson(rpt.base.BaseCost):
    model = "poisson"
    min_size = 1

    def fit(self, signal):
        self.signal = signal.reshape(-1, 1)
        return self

    def error(self, start, end):
        s = self.signal[start:end].sum()
        return -2 * s * math.log(s / (end - start)) if s > 0 else 0.0


def exact(cost, count, penalty, shortest):
    best = [math.inf] * (count + 1)
    last = [0] * (count + 1)
    best[0] = -penalty
    for end in range(shortest, count + 1):
        for start in range(0, end - shortest + 1):
            if best[start] == math.inf:
                continue
            value = best[start] + cost.error(start, end) + penalty
            if value < best[end]:
                best[end], last[end] = value, start
    breaks, end = [], count
    while last[end] > 0:
        breaks.append(last[end])
        end = last[end]
    return breaks[::-1]


def pelt():
    rows = ["seed,cost,count,penalty,shortest,ruptures,optimum where it costs less"]
    kinds = ["mean", "meanAndVariance", "count"]
    disagreements = 0
    for number in range(500):
        kind = kinds[number % 3]
        g = SplitMix(7_000_000 + number)
        count = 40 + g.below(80)
        shortest = [1, 2, 3, 5][g.below(4)]
        if kind == "meanAndVariance":
            shortest = max(2, shortest)
        penalty = (1.0 + 4.0 * g.unit()) * math.log(count)
        signal = np.array(series(number + 1, kind, count))
        cost = {"mean": rpt.costs.CostL2, "meanAndVariance": rpt.costs.CostNormal,
                "count": Poisson}[kind]()
        algorithm = rpt.Pelt(custom_cost=cost, min_size=shortest, jump=1)
        algorithm.min_size = shortest
        found = algorithm.fit(signal).predict(pen=penalty)[:-1]
        best = exact(cost, count, penalty, shortest)
        better = ""
        if found != best:
            disagreements += 1

            def whole(breaks):
                ends = [0] + breaks + [count]
                return sum(map(cost.error, ends, ends[1:])) + penalty * len(breaks)

            assert whole(best) < whole(found) - 1e-6
            print("series", number + 1, "ruptures", found, whole(found), "optimum", best, whole(best))
            better = " ".join(map(str, best))
        rows.append(f"{number + 1},{kind},{count},{penalty!r},{shortest},"
                    + " ".join(map(str, found)) + "," + better)
    print("ruptures against plain partitioning:", disagreements, "differ of 500")
    write("pelt.csv", rows)


def graph(seed, count, density=0.3):
    g = SplitMix(seed)
    tension = np.zeros((count, count))
    accord = np.zeros((count, count))
    for i in range(count):
        for j in range(count):
            if i == j:
                continue
            if g.unit() < density:
                tension[i, j] = 10.0 * g.unit()
                accord[i, j] = 10.0 * g.unit()
    return tension, accord


def laplacian(weights):
    joined = (weights + weights.T) / 2
    return np.diag(np.abs(joined).sum(axis=1)) - joined


def spectrum(weights):
    return scipy.linalg.eigh(laplacian(weights), eigvals_only=True)[::-1]


def deltacon(a, b):
    a, b = (a + a.T) / 2, (b + b.T) / 2
    epsilon = 1 / (1 + max(a.sum(axis=1).max(), b.sum(axis=1).max()))

    def affinity(w):
        d = np.diag(w.sum(axis=1))
        return np.linalg.inv(np.eye(len(w)) + epsilon**2 * d - epsilon * w)

    d = math.sqrt(((np.sqrt(affinity(a)) - np.sqrt(affinity(b))) ** 2).sum())
    return 1 / (1 + d)


def cosine_distance(a, b):
    return 1 - float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def spectra():
    rows = ["seed,count,tension,accord,net,deltaTension,deltaAccord,eigenvalues of the first net"]
    for number in range(40):
        count = 3 + number
        t0, a0 = graph(9000 + 2 * number, count)
        t1, a1 = graph(9001 + 2 * number, count)
        parts = []
        for before, after in [(t0, t1), (a0, a1), (a0 - t0, a1 - t1)]:
            parts.append(cosine_distance(spectrum(before), spectrum(after))
                         if before.any() and after.any() else math.nan)
        parts += [deltacon(t0, t1), deltacon(a0, a1)]
        values = spectrum(a0 - t0)
        # numpy's singular values, as LAD names them, are the same numbers.
        assert np.allclose(values, np.linalg.svd(laplacian(a0 - t0), compute_uv=False), atol=1e-9)
        rows.append(",".join([str(number), str(count)] + [repr(float(p)) for p in parts])
                    + "," + " ".join(repr(float(v)) for v in values))
    write("spectra.csv", rows)


def lad():
    count, short, long = 12, 3, 6
    signatures = []
    for step in range(24):
        density = 0.2 if step < 14 else 0.7
        t, _ = graph(500 + step, count, density)
        s = np.linalg.svd(laplacian(t), compute_uv=False)
        signatures.append(s / np.linalg.norm(s))
    rows = ["step,short,long"]
    for step in range(short, 24):
        scores = []
        for length in (short, long):
            context = np.array(signatures[max(0, step - length):step]).T
            u, _, _ = np.linalg.svd(context, full_matrices=False)
            scores.append(1 - abs(float(u[:, 0] @ signatures[step])))
        rows.append(f"{step},{scores[0]!r},{scores[1]!r}")
    write("lad.csv", rows)


def online():
    rows = ["seed,step,run,probability,recent"]
    for seed in range(1, 6):
        values = series(seed, "mean", 90)
        mean0, weight0, shape0, scale0, hazard, recent = -1.0, 0.5, 2.0, 1.5, 1 / 40, 4
        # probability[r]: the newest r values belong together.
        probability = np.array([1.0])
        mean, weight = np.array([mean0]), np.array([weight0])
        shape, scale = np.array([shape0]), np.array([scale0])
        for step, x in enumerate(values):
            density = scipy.stats.t.pdf(
                x, df=2 * shape, loc=mean, scale=np.sqrt(scale * (weight + 1) / (shape * weight)))
            # Index 0 stands for a run that begins with this value.
            if step == 0:
                mass = density
            else:
                mass = np.concatenate([[hazard], probability * (1 - hazard)]) * density
            probability = mass / mass.sum()
            offset = x - mean
            scale = np.concatenate(
                [[scale0], scale + weight * offset**2 / (2 * (weight + 1))])
            mean = np.concatenate([[mean0], (weight * mean + x) / (weight + 1)])
            weight = np.concatenate([[weight0], weight + 1])
            shape = np.concatenate([[shape0], shape + 0.5])
            run = int(np.argmax(probability)) + 1
            rows.append(f"{seed},{step},{run},{float(probability.max())!r},"
                        f"{float(probability[:recent].sum())!r}")
    write("online.csv", rows)


def write(name, rows):
    with open(os.path.join(HERE, name), "w") as file:
        file.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    pelt()
    spectra()
    lad()
    online()
