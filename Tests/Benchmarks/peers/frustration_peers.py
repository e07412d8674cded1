"""Exact frustration: this package beside HiGHS, SCIP and CP-SAT on the same seeded instances.

    python3 frustration_peers.py [--limit SECONDS] [--peers highs,scip,cpsat] [--threads 2] [CASE ...]

A case is NODES,LINES,SHARE,SEED: signs drawn with a share of negatives, or, when SHARE ends in `p`,
two planted blocs of which that share of lines is turned. Needs highspy, pyscipopt, ortools from PyPI
and `swift build -c release --product FrustrationBench` in the folder above. The peers get the linear
exclusive-or model, the strongest actor fixed, and one row for every unbalanced triangle.
"""

import argparse
import multiprocessing
import pathlib
import random
import subprocess
import sys
import time

DEFAULT_CASES = [
    "60,300,.5,1", "60,300,.5,2", "60,300,.5,3", "60,300,.5,7",
    "100,300,.5,1", "100,300,.5,2", "100,300,.5,3", "100,300,.5,7",
    "200,2000,.1p,1", "200,2000,.1p,2", "200,2000,.1p,7",
    "100,600,.5,7",
]


def generate(nodes, lines, share, planted, seed):
    rng = random.Random(seed)
    pairs = [(i, j) for i in range(nodes) for j in range(i + 1, nodes)]
    chosen = rng.sample(pairs, lines)
    side = [rng.randrange(2) for _ in range(nodes)]
    if planted:
        return [
            (i, j, (1 if side[i] == side[j] else -1) * (-1 if rng.random() < share else 1))
            for i, j in chosen
        ]
    return [(i, j, -1 if rng.random() < share else 1) for i, j in chosen]


def unbalanced_triangles(nodes, lines):
    index, near = {}, [set() for _ in range(nodes)]
    for k, (i, j, s) in enumerate(lines):
        index[min(i, j), max(i, j)] = (k, s)
        near[i].add(j)
        near[j].add(i)
    for i, j, _ in lines:
        i, j = min(i, j), max(i, j)
        for l in near[i] & near[j]:
            if l > j:
                sides = [index[i, j], index[i, l], index[j, l]]
                if sides[0][1] * sides[1][1] * sides[2][1] < 0:
                    yield [k for k, _ in sides]


def strongest(nodes, lines):
    degree = [0] * nodes
    for i, j, _ in lines:
        degree[i] += 1
        degree[j] += 1
    return max(range(nodes), key=degree.__getitem__)


def highs(nodes, lines, limit, threads):
    import highspy
    import numpy as np

    h = highspy.Highs()
    for name, value in [("output_flag", False), ("threads", threads), ("time_limit", limit)]:
        h.setOptionValue(name, value)
    m, inf = len(lines), highspy.kHighsInf
    lower, upper = np.zeros(nodes + m), np.ones(nodes + m)
    lower[strongest(nodes, lines)] = 1
    h.addVars(nodes + m, lower, upper)
    h.changeColsCost(m, np.arange(nodes, nodes + m, dtype=np.int32), np.ones(m))
    h.changeColsIntegrality(
        nodes, np.arange(nodes, dtype=np.int32), np.array([highspy.HighsVarType.kInteger] * nodes))
    for k, (i, j, s) in enumerate(lines):
        columns = np.array([i, j, nodes + k], dtype=np.int32)
        if s > 0:
            h.addRow(0, inf, 3, columns, np.array([-1.0, 1.0, 1.0]))
            h.addRow(0, inf, 3, columns, np.array([1.0, -1.0, 1.0]))
        else:
            h.addRow(-1, inf, 3, columns, np.array([-1.0, -1.0, 1.0]))
            h.addRow(1, inf, 3, columns, np.array([1.0, 1.0, 1.0]))
    for triangle in unbalanced_triangles(nodes, lines):
        h.addRow(1, inf, 3, np.array([nodes + k for k in triangle], dtype=np.int32), np.ones(3))
    start = time.perf_counter()
    h.run()
    seconds = time.perf_counter() - start
    info = h.getInfo()
    return seconds, info.objective_function_value, info.mip_dual_bound


def scip(nodes, lines, limit, threads):
    from pyscipopt import Model, quicksum

    model = Model()
    model.hideOutput()
    model.setRealParam("limits/time", limit)
    x = [model.addVar(vtype="B") for _ in range(nodes)]
    f = [model.addVar(vtype="C", lb=0, ub=1, obj=1) for _ in lines]
    for k, (i, j, s) in enumerate(lines):
        if s > 0:
            model.addCons(f[k] >= x[i] - x[j])
            model.addCons(f[k] >= x[j] - x[i])
        else:
            model.addCons(f[k] >= x[i] + x[j] - 1)
            model.addCons(f[k] >= 1 - x[i] - x[j])
    model.addCons(x[strongest(nodes, lines)] == 1)
    for triangle in unbalanced_triangles(nodes, lines):
        model.addCons(quicksum(f[k] for k in triangle) >= 1)
    model.setObjIntegral()
    start = time.perf_counter()
    model.optimize()
    return time.perf_counter() - start, model.getObjVal(), model.getDualbound()


def cpsat(nodes, lines, limit, threads):
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    x = [model.new_bool_var(f"x{i}") for i in range(nodes)]
    f = [model.new_bool_var(f"f{k}") for k in range(len(lines))]
    for k, (i, j, s) in enumerate(lines):
        if s > 0:
            model.add_bool_or([x[i].negated(), x[j], f[k]])
            model.add_bool_or([x[i], x[j].negated(), f[k]])
        else:
            model.add_bool_or([x[i].negated(), x[j].negated(), f[k]])
            model.add_bool_or([x[i], x[j], f[k]])
    model.add(x[strongest(nodes, lines)] == 1)
    for triangle in unbalanced_triangles(nodes, lines):
        model.add_bool_or([f[k] for k in triangle])
    model.minimize(sum(f))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limit
    # Its portfolio needs several workers even on few cores.
    solver.parameters.num_workers = max(8, threads)
    start = time.perf_counter()
    solver.solve(model)
    return time.perf_counter() - start, solver.objective_value, solver.best_objective_bound


PEERS = {"highs": highs, "scip": scip, "cpsat": cpsat}


def apart(name, *arguments):
    """Runs a peer in a process of its own: their libraries cannot share one."""
    ours, theirs = multiprocessing.get_context("fork").Pipe()
    work = multiprocessing.get_context("fork").Process(
        target=lambda: theirs.send(PEERS[name](*arguments)))
    work.start()
    theirs.close()
    try:
        return ours.recv()
    except EOFError:
        sys.exit(f"{name} failed; is it installed?")
    finally:
        work.join()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--peers", default="highs,scip,cpsat")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bench", default=None, help="path of FrustrationBench")
    parser.add_argument("cases", nargs="*")
    options = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parent.parent
    bench = options.bench or root / ".build" / "release" / "FrustrationBench"
    peers = [name for name in options.peers.split(",") if name]
    print("case", "entente", "index", "bound", *peers, "best-peer/entente", sep="\t", flush=True)
    for case in options.cases or DEFAULT_CASES:
        nodes, lines, share, seed = case.split(",")
        planted = share.endswith("p")
        graph = generate(
            int(nodes), int(lines), float(share.rstrip("p")), planted, int(seed))
        text = f"instance {case} {nodes} {options.limit}\n"
        text += "".join(f"{i} {j} {s}\n" for i, j, s in graph) + "end\n"
        answer = subprocess.run(
            [str(bench)], input=text, capture_output=True, text=True, check=True).stdout.split()
        own, upper, lower = float(answer[1]), float(answer[2]), float(answer[3])
        cells, fastest = [], None
        for name in peers:
            seconds, value, bound = apart(
                name, int(nodes), graph, options.limit, options.threads)
            proven = value - bound < 0.999
            cells.append(f"{seconds:.3f}" if proven else f">{seconds:.1f} ({value:g}-{bound:.1f})")
            if proven and upper == lower and abs(value - upper) > 1e-6:
                sys.exit(f"{case}: {name} says {value}, this package {upper}")
            fastest = min(seconds, fastest or seconds)
        ratio = f"{fastest / own:.1f}" if fastest else "-"
        print(case, f"{own:.3f}", f"{upper:g}", f"{lower:g}", *cells, ratio, sep="\t", flush=True)


if __name__ == "__main__":
    main()
