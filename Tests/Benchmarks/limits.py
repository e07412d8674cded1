#!/usr/bin/env python3
"""What exact frustration gives when time ends it: seconds and proven interval on inputs of many kinds.

    python3 limits.py BENCH [--limit SECONDS] [CASE ...]

BENCH is the built FrustrationBench. A case is KIND,NODES,LINES,BLOCS: signs drawn evenly (`random`),
with real weights (`weighted`), with both signs in a third of the lines (`directed`), two planted blocs
with a tenth of the signs turned (`planted`), every pair tied (`complete`), triangles in a chain
(`chain`); BLOCS is 2, 3 or free. Prints tab-separated values; `over` is the time beyond the limit.
"""
import argparse
import random
import subprocess

CASES = [
    f"{kind},{size},{blocs}"
    for size, blocs in [
        ("1000,10000", "2"), ("10000,100000", "2"), ("100000,1000000", "2"),
        ("1000,10000", "3"), ("1000,10000", "free"), ("10000,100000", "3"), ("10000,100000", "free"),
        ("100000,1000000", "3"), ("100000,1000000", "free"),
    ]
    for kind in ("random", "weighted", "directed", "planted")
] + ["complete,1000,499500,2", "complete,1000,499500,3", "complete,300,44850,free",
     "chain,200001,300000,2", "chain,200001,300000,free"]


def lines(kind, nodes, count):
    draw = random.Random(1)
    if kind == "chain":
        for first in range(0, nodes - 1, 2):
            yield first, first + 1, 1
            yield first + 1, first + 2, 1
            yield first, first + 2, -1
        return
    if kind == "complete":
        for first in range(nodes):
            for second in range(first + 1, nodes):
                yield first, second, draw.choice((-1, 1))
        return
    seen = set()
    while len(seen) < count:
        first, second = sorted((draw.randrange(nodes), draw.randrange(nodes)))
        if first == second or (first, second) in seen:
            continue
        seen.add((first, second))
        sign = draw.choice((-1, 1))
        if kind == "weighted":
            yield first, second, sign * draw.uniform(0.05, 10)
        elif kind == "planted":
            alike = 1 if (first - second) % 2 == 0 else -1
            yield first, second, -alike if draw.random() < 0.1 else alike
        elif kind == "directed" and draw.random() < 0.33:
            yield first, second, draw.randint(1, 9), draw.randint(1, 9)
        else:
            yield first, second, sign


parser = argparse.ArgumentParser()
parser.add_argument("bench")
parser.add_argument("--limit", type=float, default=5)
parser.add_argument("cases", nargs="*", default=CASES)
arguments = parser.parse_intermixed_args()
print("case", "limit", "seconds", "over", "lower", "upper", "stop", sep="\t", flush=True)
for case in arguments.cases:
    kind, nodes, count, blocs = case.split(",")
    text = [f"instance {kind} {nodes} {arguments.limit}"]
    text += [" ".join(map(str, line)) for line in lines(kind, int(nodes), int(count))]
    options = ["once"] + ([] if blocs == "2" else [f"k={blocs}"])
    answer = subprocess.run(
        [arguments.bench, *options], input="\n".join(text + ["end", ""]), text=True,
        stdout=subprocess.PIPE, check=True).stdout.split()
    seconds, upper, lower = map(float, answer[1:4])
    print(
        case, f"{arguments.limit:g}", f"{seconds:.2f}", f"{max(0, seconds - arguments.limit):.2f}",
        f"{lower:.6g}", f"{upper:.6g}", answer[4], sep="\t", flush=True)
