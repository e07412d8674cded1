#!/usr/bin/env python3
"""Figures of large graphs, against Graphviz's sfdp on the same graph.

usage: Tests/Benchmarks/layout.py [RUNS]     (after: swift build -c release --product entente)

ENTENTE names another program. Graphs are seeded. Rounds run every command once; medians are told.
"""
import os, random, statistics, subprocess, sys, tempfile, time
from pathlib import Path

root = Path(__file__).resolve().parents[2]
runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
entente = os.environ.get("ENTENTE", str(root / ".build/release/entente"))
folder = Path(tempfile.mkdtemp(prefix="entente-layout-"))


def case(actors, ties, seed=1):
    """A project and the same graph as DOT: six camps, ties mostly inside them."""
    pick = random.Random(seed)
    camps = 6
    lines = [
        "entente: 1", f"title: Seeded case of {actors} actors", "scale: goldstein", "sources:",
        "  s1: {title: Seeded, publisher: Generator, published: 2025-12-31, reliability: 0.8}",
        "layers:", "  D: {label: Diplomatic, half-life: 90}", "actors:",
    ]
    lines += [f"  a{i:04}: {{kind: state, name: State {i + 1}}}" for i in range(actors)]
    lines.append("claims:")
    edges, seen = [], set()
    while len(seen) < ties:
        a, b = pick.randrange(actors), pick.randrange(actors)
        if pick.random() < 0.6:
            b = a % camps + camps * pick.randrange(actors // camps)
        if a == b or (a, b) in seen:
            continue
        seen.add((a, b))
        score = pick.randint(1, 9) * (1 if a % camps == b % camps or pick.random() < 0.3 else -1)
        day = f"2025-{pick.randint(1, 6):02}-{pick.randint(1, 28):02}"
        lines.append(
            f"  c{len(seen):05}: {{from: a{a:04}, to: a{b:04}, layer: D, family: event, "
            f"when: {day}, score: {score}, basis: stated, confidence: high, source: s1, says: x}}")
        edges.append(f"a{a:04} -> a{b:04};")
    project, dot = folder / f"{actors}.yaml", folder / f"{actors}.dot"
    project.write_text("\n".join(lines) + "\n")
    dot.write_text("digraph {\nnode [shape=point]\n" + "\n".join(edges) + "\n}\n")
    return str(project), str(dot)


middle, _ = case(200, 2_000)
large, large_dot = case(5_000, 20_000)
shift = ["--view", "shift", "--from", "2025-03-01", "--to", "2025-06-30", "-o"]
commands = {
    "shift of 200 actors, 2,000 ties": [entente, "render", middle, *shift, str(folder / "a.svg")],
    "overview of 5,000 actors": [
        entente, "render", large, "--at", "2025-06-30", "-o", str(folder / "b.svg")],
    "sfdp, the same 5,000": ["sfdp", "-Tsvg", "-o", str(folder / "c.svg"), large_dot],
}
times = {name: [] for name in commands}
for _ in range(runs):
    for name, command in commands.items():
        start = time.perf_counter()
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        times[name].append(time.perf_counter() - start)
for name, taken in times.items():
    print(f"{name:36} {statistics.median(taken):8.3f} s")
ratio = statistics.median(times["overview of 5,000 actors"]) / statistics.median(
    times["sfdp, the same 5,000"])
print(f"overview / sfdp = {ratio:.2f} (1.3 is the limit)")
