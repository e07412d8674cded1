#!/usr/bin/env python3
"""How long `entente watch` takes from a save of the founding case to the finished new picture.

usage: Tests/Benchmarks/watch.py [SAVES]     (after: swift build -c release --product entente)

ENTENTE names another program. Half of the saves are written in place, half replace the file. The
picture is finished when a new file has taken the place of the old one, which happens in one step.
Ends with 1 where the median is over 150 ms.
"""
import os, signal, statistics, subprocess, sys, tempfile, time
from pathlib import Path

root = Path(__file__).resolve().parents[2]
saves = int(sys.argv[1]) if len(sys.argv) > 1 else 40
entente = os.environ.get("ENTENTE", str(root / ".build/release/entente"))
text = (root / "graphs/caucasus-2025.yaml").read_text()
folder = Path(tempfile.mkdtemp(prefix="entente-watch-"))
case, picture = folder / "case.yaml", folder / "shift.svg"
views = {
    "shift between actors": ["--from", "2025-05-08"],
    "shift between states": ["--from", "2025-05-08", "--level", "state"],
    "alignment of actors": ["--at", "2025-05-19"],
}


def mark():
    try:
        status = picture.stat()
        return status.st_ino, status.st_mtime_ns
    except FileNotFoundError:
        return None


def wait(before):
    deadline = time.perf_counter() + 10
    while mark() == before or mark() is None:
        if time.perf_counter() > deadline:
            sys.exit("no new picture came within 10 s")
        time.sleep(0.0005)


worst = 0.0
for name, arguments in views.items():
    case.write_text(text)
    picture.unlink(missing_ok=True)
    watcher = subprocess.Popen(
        [entente, "watch", str(case), *arguments, "-o", str(picture)], stderr=subprocess.DEVNULL)
    try:
        wait(None)
        times = []
        for number in range(saves):
            time.sleep(0.15)
            # Each save is another text, so that each makes another picture.
            new = text.replace("name: Russia,", f"name: Russia {number},")
            before = mark()
            if number % 2:
                fresh = folder / "fresh.yaml"
                fresh.write_text(new)
                start = time.perf_counter()
                fresh.replace(case)
            else:
                start = time.perf_counter()
                case.write_text(new)
            wait(before)
            times.append(1000 * (time.perf_counter() - start))
    finally:
        watcher.send_signal(signal.SIGINT)
        watcher.wait()
    times.sort()
    median = statistics.median(times)
    worst = max(worst, median)
    print(f"{name:24} median {median:6.1f} ms   90 % within {times[int(len(times) * 0.9)]:6.1f} ms")
sys.exit(1 if worst > 150 else 0)
