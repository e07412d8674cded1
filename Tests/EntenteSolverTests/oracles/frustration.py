"""The frustration indices in BranchingTests.swift, from HiGHS's mixed-integer solver.

    python3 frustration.py        (needs highspy and numpy)

Graphs come from a linear congruential generator that the test repeats.
"""

import highspy
import numpy as np

MASK = (1 << 64) - 1


def graph(nodes, lines, weights, seed):
    state = seed

    def below(count):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) & MASK
        return (state >> 33) % count

    found = {}
    while len(found) < lines:
        a, b = below(nodes), below(nodes)
        if a < b and (a, b) not in found:
            found[a, b] = weights[below(len(weights))] * (1 if below(2) == 0 else -1)
    return sorted((a, b, w) for (a, b), w in found.items())


def index(nodes, lines):
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    m, inf = len(lines), highspy.kHighsInf
    solver.addVars(nodes + m, np.zeros(nodes + m), np.ones(nodes + m))
    costs = np.array([abs(w) for _, _, w in lines], dtype=float)
    solver.changeColsCost(m, np.arange(nodes, nodes + m, dtype=np.int32), costs)
    solver.changeColsIntegrality(
        nodes, np.arange(nodes, dtype=np.int32), np.array([highspy.HighsVarType.kInteger] * nodes))
    for k, (a, b, w) in enumerate(lines):
        columns = np.array([a, b, nodes + k], dtype=np.int32)
        if w > 0:
            solver.addRow(0, inf, 3, columns, np.array([-1.0, 1.0, 1.0]))
            solver.addRow(0, inf, 3, columns, np.array([1.0, -1.0, 1.0]))
        else:
            solver.addRow(-1, inf, 3, columns, np.array([-1.0, -1.0, 1.0]))
            solver.addRow(1, inf, 3, columns, np.array([1.0, 1.0, 1.0]))
    solver.run()
    assert solver.modelStatusToString(solver.getModelStatus()) == "Optimal"
    return solver.getInfo().objective_function_value


for nodes, lines, weights in [(44, 240, [1]), (30, 170, [1, 2, 3]), (30, 150, [0.25, 1.5, 2])]:
    values = [index(nodes, graph(nodes, lines, weights, seed)) for seed in range(1, 4)]
    print(nodes, lines, weights, values)
