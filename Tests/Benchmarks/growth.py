#!/usr/bin/env python3
"""Draws cost growth: reads results/growth.csv, which GrowthBench printed, and writes beside it
growth.svg (time by number of actors, a panel for each measure) and growth.md (the same as a table,
with memory for each tie).

    Tests/Benchmarks/run-growth      measures, then calls this
    python3 growth.py [FOLDER]       draws only

The power is the slope of a straight line through the logarithms of time, by least squares, from 1,000
actors on where there are two such sizes: below, what a call costs without any tie is most of it.
"""
import collections
import csv
import html
import math
import pathlib
import sys

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "results")
rows = collections.OrderedDict()
with open(folder / "growth.csv", newline="") as file:
    for row in csv.DictReader(file):
        rows.setdefault(row["measure"], []).append(
            (int(row["actors"]), int(row["ties"]), float(row["seconds"]), int(row["bytes"])))


def power(points):
    late = [p for p in points if p[0] >= 1000]
    chosen = late if len(late) > 1 else points
    x = [math.log(p[0]) for p in chosen]
    y = [math.log(p[2]) for p in chosen]
    mx, my = sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - mx) ** 2 for a in x)
    return sum((a - mx) * (b - my) for a, b in zip(x, y)) / spread if spread else None


def duration(seconds):
    for limit, scale, unit in [(1e-3, 1e6, "µs"), (1, 1e3, "ms"), (120, 1, "s"), (7200, 1 / 60, "min")]:
        if seconds < limit:
            value = seconds * scale
            return f"{value:.0f} {unit}" if value >= 9.95 else f"{value:.1f} {unit}"
    return f"{seconds / 3600:.1f} h"


def title(name):
    own = {"pn": "PN index", "pagerank": "PageRank", "hits": "HITS", "k-core": "k-core"}
    return own.get(name) or name[0].upper() + name[1:].replace("-", " ")


# The picture: one panel a measure, all on the same axes.
columns, width, height, gap_x, gap_y = 5, 118, 74, 14, 34
left, top, bottom, right = 44, 26, 62, 14
count = len(rows)
lines = -(-count // columns)
total_w = left + columns * width + (columns - 1) * gap_x + right
total_h = top + lines * height + (lines - 1) * gap_y + bottom
decades_x = (2, 5)
every = [s for points in rows.values() for _, _, s, _ in points]
# Room for a label above the highest point.
decades_y = (math.floor(math.log10(min(every))), math.log10(max(every)) + 1.4)
out = [
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{total_w}" height="{total_h}" '
    f'viewBox="0 0 {total_w} {total_h}" role="img" font-family="Helvetica, Arial, sans-serif" font-size="8">',
    "<title>Time of every measure by number of actors</title>",
    f'<rect width="{total_w}" height="{total_h}" fill="#ffffff"/>',
]
ticks_y = [(-6, "1 µs"), (-3, "1 ms"), (0, "1 s"), (3, "17 min")]
ticks_x = [(2, "100"), (3, "1k"), (4, "10k"), (5, "100k")]
for index, (name, points) in enumerate(rows.items()):
    column, line = index % columns, index // columns
    x0, y0 = left + column * (width + gap_x), top + line * (height + gap_y)

    def x(n):
        return x0 + 6 + (math.log10(n) - decades_x[0]) / (decades_x[1] - decades_x[0]) * (width - 30)

    def y(s):
        share = (math.log10(s) - decades_y[0]) / (decades_y[1] - decades_y[0])
        return y0 + height - share * height

    out.append(f'<text x="{x0}" y="{y0 - 7}" font-weight="bold">{html.escape(title(name))}</text>')
    slope = power(points)
    if slope is not None:
        out.append(
            f'<text x="{x0 + width}" y="{y0 - 7}" text-anchor="end" fill="#555555">n'
            f'<tspan dy="-3" font-size="6.5">{slope:.1f}</tspan></text>')
    for exponent, label in ticks_y:
        if decades_y[0] <= exponent <= decades_y[1]:
            at = y(10 ** exponent)
            out.append(f'<path d="M{x0} {at:.1f}h{width}" stroke="#dddddd" stroke-width="0.6"/>')
            if column == 0:
                out.append(f'<text x="{x0 - 5}" y="{at + 2.8:.1f}" text-anchor="end" fill="#555555">{label}</text>')
    out.append(f'<path d="M{x0} {y0 + height}h{width}" stroke="#888888" stroke-width="0.6"/>')
    for exponent, label in ticks_x:
        at = x(10 ** exponent)
        out.append(f'<path d="M{at:.1f} {y0 + height}v2.5" stroke="#888888" stroke-width="0.6"/>')
        if index + columns >= count:
            out.append(f'<text x="{at:.1f}" y="{y0 + height + 11}" text-anchor="middle" fill="#555555">{label}</text>')
    path = " ".join(f"{'L' if i else 'M'}{x(n):.1f} {y(s):.1f}" for i, (n, _, s, _) in enumerate(points))
    out.append(f'<path d="{path}" fill="none" stroke="#1f5a8a" stroke-width="1.2"/>')
    for n, _, s, _ in points:
        out.append(f'<circle cx="{x(n):.1f}" cy="{y(s):.1f}" r="1.9" fill="#1f5a8a"/>')
    n, _, s, _ = points[-1]
    out.append(
        f'<text x="{x(n):.1f}" y="{y(s) - 4.5:.1f}" text-anchor="middle" fill="#1f5a8a" '
        f'stroke="#ffffff" stroke-width="2.4" paint-order="stroke">{duration(s)}</text>')
notes = [
    "Time by number of actors, ten ties an actor, both axes logarithmic and the same in all panels; two threads, "
    "scale-free graphs. Top right of a panel: the power of n by which",
    "time grows, fitted from 1,000 actors on. Betweenness of 100,000 actors is taken from 160 sources. A line that "
    "ends early: the next size would take more than a minute.",
]
for offset, note in enumerate(notes):
    out.append(f'<text x="{left}" y="{total_h - 24 + 11 * offset}" fill="#555555">{html.escape(note)}</text>')
out.append("</svg>")
(folder / "growth.svg").write_text("\n".join(out) + "\n")

# The table.
sizes = sorted({n for points in rows.values() for n, _, _, _ in points})
text = [
    "# Cost growth", "",
    "Written by `Tests/Benchmarks/run-growth`; do not edit. Times are the least of a few runs on two threads",
    "of the machine that measured them: read how they grow, not what they are. Ten ties an actor, scale-free.",
    "The power is that of the number of actors, fitted from 1,000 actors on. Bytes a tie are what the peak of",
    "resident memory rose by while the measure ran on the largest graph it was given, over the number of",
    "ties; the graph itself is the first row. Every measure's order of growth stands in its documentation, and",
    "`entente explain-measure NAME` prints it.", "",
    "| measure | " + " | ".join(f"{s:,}" for s in sizes) + " | power | bytes a tie |",
    "| --- | " + " | ".join("---:" for _ in sizes) + " | ---: | ---: |",
]
for name, points in rows.items():
    at = {n: s for n, _, s, _ in points}
    slope = power(points)
    last = points[-1]
    memory = f"{last[3] / last[1]:.0f}" if last[0] >= 1000 else ""
    text.append(
        f"| {name} | " + " | ".join(duration(at[s]) if s in at else "" for s in sizes)
        + f" | {slope:.2f} | {memory} |" if slope is not None else f"| {name} | | | | | | |")
text += ["", "![Time of every measure by number of actors](growth.svg)"]
(folder / "growth.md").write_text("\n".join(text) + "\n")
