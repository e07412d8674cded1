#!/usr/bin/env python3
"""Times centrality in igraph, NetworKit, rustworkx and networkx on a graph of make_graphs.py.

Usage: centrality_peers.py GRAPH.bin LIBRARY [WORK,...] [--sample N] [--threads N]

Prints `work wall cpu` in seconds, the least of a few runs, building the graph not included. The same
ties, lengths (1/weight), sources (every n/N-th actor) and tolerances as CentralityBench. LIBRARY is
igraph, networkit, rustworkx, networkx or graph-tool; the last needs Debian's python3-graph-tool.
"""
import os
import sys
import time

arguments = sys.argv[1:]


def option(name, default):
    if name not in arguments:
        return default
    place = arguments.index(name)
    value = int(arguments[place + 1])
    del arguments[place:place + 2]
    return value


sample, threads = option("--sample", 0), option("--threads", 2)
os.environ["OMP_NUM_THREADS"] = os.environ["RAYON_NUM_THREADS"] = str(threads)
import numpy as np

path, library = arguments[:2]
works = arguments[2].split(",") if len(arguments) > 2 else [
    "betweenness", "weighted-betweenness", "closeness", "pagerank", "eigenvector", "k-core"]
data = open(path, "rb").read()
n, m = np.frombuffer(data, np.int32, 2)
n, m = int(n), int(m)
tails = np.frombuffer(data, np.int32, m, 8)
heads = np.frombuffer(data, np.int32, m, 8 + 4 * m)
weights = np.frombuffer(data, np.float64, m, 8 + 8 * m)
count = min(sample or n, n)
sources = list(range(0, n, n // count))[:count]
scale = n / count


def report(work, run, factor=1.0, most=40):
    if work not in works:
        return
    wall = cpu = float("inf")
    begin = time.time()
    for _ in range(most):
        w, c = time.perf_counter(), time.process_time()
        run()
        wall = min(wall, time.perf_counter() - w)
        cpu = min(cpu, time.process_time() - c)
        if time.time() - begin > 1.5:
            break
    print(work, f"{wall * factor:.6f}", f"{cpu * factor:.6f}", flush=True)


if library == "igraph":
    import igraph
    g = igraph.Graph(n=n, edges=np.stack([tails, heads], 1).tolist(), directed=True)
    g.es["weight"] = weights.tolist()
    g.es["length"] = (1 / weights).tolist()
    joined = g.as_undirected(mode="collapse")
    report("betweenness", lambda: g.betweenness(sources=sources), scale, 1)
    report("weighted-betweenness", lambda: g.betweenness(sources=sources, weights="length"),
           scale, 1)
    report("closeness", lambda: g.closeness(vertices=sources, mode="out"), scale, 1)
    report("pagerank", lambda: g.pagerank(weights="weight"))
    report("eigenvector", lambda: g.eigenvector_centrality(directed=True, weights="weight"))
    report("k-core", lambda: joined.coreness())
elif library == "networkit":
    import networkit as nk
    nk.setNumberOfThreads(threads)
    ends = (tails.astype(np.uint64), heads.astype(np.uint64))
    plain = nk.GraphFromCoo((np.ones(m), ends), n=n, weighted=False, directed=True)
    weighted = nk.GraphFromCoo((weights, ends), n=n, weighted=True, directed=True)
    lengths = nk.GraphFromCoo((1 / weights, ends), n=n, weighted=True, directed=True)
    joined = nk.graphtools.toUndirected(plain)
    joined.removeMultiEdges()
    if count == n:
        report("betweenness", lambda: nk.centrality.Betweenness(plain).run(), 1, 1)
        report("weighted-betweenness", lambda: nk.centrality.Betweenness(lengths).run(), 1, 1)
    else:
        estimate = nk.centrality.EstimateBetweenness
        report("betweenness", lambda: estimate(plain, count, False, True).run(), scale, 1)
        report("weighted-betweenness", lambda: estimate(lengths, count, False, True).run(), scale, 1)
    kind = nk.centrality.ClosenessVariant.Generalized
    if n <= 20_000:
        report("closeness", lambda: nk.centrality.Closeness(plain, True, kind).run(), 1, 1)
    report("pagerank", lambda: nk.centrality.PageRank(weighted, 0.85, 1e-10).run())
    report("eigenvector", lambda: nk.centrality.EigenvectorCentrality(weighted, 1e-9).run())
    report("k-core", lambda: nk.centrality.CoreDecomposition(joined).run())
elif library == "graph-tool":
    import graph_tool.all as gt
    gt.openmp_set_num_threads(threads)
    g = gt.Graph(directed=True)
    g.add_vertex(n)
    g.add_edge_list(np.stack([tails, heads], 1))
    weight, length = g.new_ep("double"), g.new_ep("double")
    weight.a, length.a = weights, 1 / weights
    pivots = {} if count == n else {"pivots": np.array(sources)}
    report("betweenness", lambda: gt.betweenness(g, **pivots), scale, 1)
    report("weighted-betweenness", lambda: gt.betweenness(g, weight=length, **pivots), scale, 1)
    if n <= 20_000:
        report("closeness", lambda: gt.closeness(g), 1, 1)
    report("pagerank", lambda: gt.pagerank(g, weight=weight, epsilon=1e-10))
    report("eigenvector", lambda: gt.eigenvector(g, weight=weight, epsilon=1e-9))
    pairs = np.unique(np.sort(np.stack([tails, heads], 1), axis=1), axis=0)
    joined = gt.Graph(directed=False)
    joined.add_vertex(n)
    joined.add_edge_list(pairs)
    report("k-core", lambda: gt.kcore_decomposition(joined))
elif library == "rustworkx":
    import rustworkx as rx
    g = rx.PyDiGraph(multigraph=False)
    g.add_nodes_from(range(n))
    g.add_edges_from(list(zip(tails.tolist(), heads.tolist(), weights.tolist())))
    if count == n:
        report("betweenness", lambda: rx.digraph_betweenness_centrality(g, normalized=False), 1, 1)
        report("closeness", lambda: rx.digraph_closeness_centrality(g), 1, 1)
    report("pagerank", lambda: rx.pagerank(g, weight_fn=float, tol=1e-10, max_iter=200))
    report("eigenvector", lambda: rx.digraph_eigenvector_centrality(
        g, weight_fn=float, tol=1e-9, max_iter=1000))
    report("k-core", lambda: rx.core_number(g.to_undirected(multigraph=False)))
elif library == "networkx":
    import networkx as nx
    g = nx.DiGraph()
    g.add_nodes_from(range(n))
    g.add_weighted_edges_from(zip(tails.tolist(), heads.tolist(), weights.tolist()))
    joined = g.to_undirected()
    few = min(n, 50)
    report("betweenness", lambda: nx.betweenness_centrality(g, k=few, seed=1), n / few, 1)
    report("closeness", lambda: [nx.closeness_centrality(g, v) for v in range(few)], n / few, 1)
    report("pagerank", lambda: nx.pagerank(g, tol=1e-10 / n, max_iter=500), 1, 1)
    report("eigenvector", lambda: nx.eigenvector_centrality(
        g, max_iter=2000, tol=1e-9, weight="weight"), 1, 1)
    report("k-core", lambda: nx.core_number(joined), 1, 1)
