#!/usr/bin/env python3
"""Reads lines `program work wall cpu` and prints each work's times and how many times longer the
peers take than Entente, by the clock (and of the processors)."""
import collections
import sys

rows = collections.defaultdict(dict)
for line in sys.stdin:
    words = line.split()
    if len(words) != 4:
        print(line.rstrip(), file=sys.stderr)
        continue
    program, work, wall, cpu = words
    rows[work][program] = float(wall), float(cpu)
print(f"\n{sys.argv[1]} (actors-ties), seconds by the clock, two threads")
for work, times in rows.items():
    own = times.get("entente")
    print(f"  {work}")
    for program, (wall, cpu) in times.items():
        ratio = "" if own is None or program == "entente" else (
            f"  x {wall / own[0]:9.2f}   (cpu x {cpu / own[1]:.2f})")
        print(f"    {program:12s} {wall:14.6f}{ratio}")
