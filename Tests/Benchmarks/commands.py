#!/usr/bin/env python3
"""Whole commands on the founding case, against Graphviz's own and against doing nothing.

usage: Tests/Benchmarks/commands.py [RUNS]     (after: swift build -c release --product entente)

Every round runs every command once, so that a machine that speeds up or slows down does so for all of
them; the ratios are of medians over the rounds. Memory is the peak of the process, as the system counts it.
"""
import os, resource, statistics, subprocess, sys, tempfile, time
from pathlib import Path

root = Path(__file__).resolve().parents[2]
runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
entente = root / ".build/release/entente"
graph = str(root / "graphs/caucasus-2025.yaml")
folder = Path(tempfile.mkdtemp(prefix="entente-benchmark-"))
dates = ["--from", "2025-05-08", "--to", "2025-05-19"]
dot = str(folder / "shift.dot")


def run(command):
    """Seconds and peak memory (kB) of one run."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        start = time.perf_counter()
        status = subprocess.call(command)
        used = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        os.write(write, f"{status} {used} {peak}".encode())
        os._exit(0)
    os.close(write)
    answer = os.read(read, 100).decode().split()
    os.close(read)
    os.waitpid(child, 0)
    if answer[0] != "0":
        sys.exit(f"failed with {answer[0]}: {' '.join(command)}")
    return float(answer[1]), int(answer[2])


render = [str(entente), "render", graph, "--view", "shift", *dates, "-o"]
run(render + [dot])
commands = {
    "entente --version": [str(entente), "--version"],
    "entente shift": [str(entente), "shift", graph, *dates],
    "entente explain": [str(entente), "explain", graph, "RU", "AZ"],
    "entente render, SVG": render + [str(folder / "shift.svg")],
    "dot -Tsvg, same DOT": ["dot", "-Tsvg", "-o", str(folder / "dot.svg"), dot],
    "neato -n2 -Tsvg, same DOT": ["neato", "-n2", "-Tsvg", "-o", str(folder / "neato.svg"), dot],
}
times = {name: [] for name in commands}
peaks = {name: 0 for name in commands}
for name, command in commands.items():
    run(command)
for _ in range(runs):
    for name, command in commands.items():
        seconds, peak = run(command)
        times[name].append(seconds)
        peaks[name] = max(peaks[name], peak)

median = {name: statistics.median(values) for name, values in times.items()}
print(f"{'command':28}{'median ms':>10}{'min ms':>9}{'peak MB':>9}")
for name in commands:
    print(f"{name:28}{median[name] * 1e3:10.1f}{min(times[name]) * 1e3:9.1f}{peaks[name] / 1024:9.1f}")
print()
for name, base, limit in [
    ("entente shift", "entente --version", 2),
    ("entente explain", "entente --version", 2),
    ("entente render, SVG", "dot -Tsvg, same DOT", 2.5),
]:
    pairs = [a / b for a, b in zip(times[name], times[base])]
    print(
        f"{name} / {base}: {median[name] / median[base]:.2f}"
        f" (median of pairs {statistics.median(pairs):.2f}; at most {limit})"
    )
print(f"peak memory of a render: {peaks['entente render, SVG'] / 1024:.1f} MB (under 60)")
