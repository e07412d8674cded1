"""Times NetworKit's ParallelLeiden and Louvain (PLM) on the files that BlocsBench reads.

    pip install numpy networkit
    python3 leiden.py FILE...

Run it right before or after BlocsBench on the same file and compare the two in that run only. The
two directions of a pair are added up, as BlocsBench does; NetworKit takes no negative weights.
"""
import sys
import time

import networkit as nk
import numpy as np

nk.setNumberOfThreads(2)
for path in sys.argv[1:]:
    n, m = (int(x) for x in np.fromfile(path, dtype=np.int32, count=2))
    u = np.fromfile(path, dtype=np.int32, count=m, offset=8).astype(np.int64)
    v = np.fromfile(path, dtype=np.int32, count=m, offset=8 + 4 * m).astype(np.int64)
    w = np.fromfile(path, dtype=np.float64, count=m, offset=8 + 8 * m)
    key, place = np.unique(np.minimum(u, v) * n + np.maximum(u, v), return_inverse=True)
    pairs = (key // n).astype(np.uint64), (key % n).astype(np.uint64)
    graph = nk.GraphFromCoo((np.bincount(place, weights=w), pairs), n=n, weighted=True, directed=False)
    for name, search in [
        ("ParallelLeiden", lambda: nk.community.ParallelLeiden(graph)),
        ("PLM", lambda: nk.community.PLM(graph, True)),
    ]:
        times, qualities = [], []
        for _ in range(4):
            run = search()
            start = time.perf_counter()
            run.run()
            times.append(time.perf_counter() - start)
            qualities.append(nk.community.Modularity().getQuality(run.getPartition(), graph))
        print(f"{path} actors {n} ties {len(key)} {name}: seconds {min(times):.4f}, "
              f"modularity {min(qualities):.4f} to {max(qualities):.4f}")
