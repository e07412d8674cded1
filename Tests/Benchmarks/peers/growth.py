#!/usr/bin/env python3
"""Reads lines `nodes-ties work wall cpu` and prints a table of cost growth: seconds by size, and the
power of the number of ties with which the cost grew over the last step."""
import collections
import math
import sys

rows = collections.defaultdict(dict)
for line in sys.stdin:
    name, work, wall, _ = line.split()
    rows[work][int(name.split("-")[0])] = float(wall)
sizes = sorted({size for times in rows.values() for size in times})
print("\ncost growth, seconds (ten ties an actor)")
print(f"  {'work':24s}" + "".join(f"{size:>12,d}" for size in sizes) + "   power")
for work, times in rows.items():
    if len(times) < 2:
        continue
    last, before = sorted(times)[-1], sorted(times)[-2]
    power = math.log(times[last] / times[before]) / math.log(last / before)
    cells = "".join(f"{times[s]:12.6f}" if s in times else " " * 12 for s in sizes)
    print(f"  {work:24s}{cells}   {power:5.2f}")
