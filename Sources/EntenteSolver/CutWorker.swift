import EntenteCore

/// Looks at one open node after another with a relaxation of its own.
final class CutWorker {
  /// What became of a node.
  enum End {
    /// Nothing below this bound is under it.
    case closed(Int64)
    case branched(near: CutNode, far: CutNode)
    /// A limit came first; the bound is proven for all that is under the node.
    case stopped(SolverStop, bound: Int64)
  }

  /// What looking at a node gave.
  struct Result: Sendable {
    var end: End
    /// Partitions met on the way that are of interest.
    var partitions: [(blocs: [Int32], cost: Int64)]
  }

  /// How often the relaxation was solved.
  private(set) var solveCount = 0

  private let model: any CutModel
  private let program: LinearProgram
  private let goal: CutGoal
  private let unit: Double
  private var limits = RunningLimits(SolverLimits())
  private var upper = Int64.max
  private var partitions: [(blocs: [Int32], cost: Int64)] = []
  private var rowSerials: [Int] = []
  private var rowAges: [Int] = []
  /// Rows made here are even or odd, so that two workers never give two rows the same number.
  private var nextRow = 0
  private var scores: BranchScores
  /// A mean of the partitions met at the root: a point that satisfies every row.
  private var center: [Double] = []

  init(model: any CutModel, library: CLPLibrary, goal: CutGoal) throws(SolverError) {
    self.model = model
    self.goal = goal
    let costs = model.costs
    unit = Double(max(1, costs.max() ?? 1))
    scores = BranchScores(count: costs.count)
    let unit = unit
    program = try LinearProgram(library: library, costs: costs.map { Double($0) / unit })
    add(model.startingRows())
  }

  /// A second worker that starts from what this one knows, or nil where the model cannot be shared.
  func sibling(_ library: CLPLibrary) -> CutWorker? {
    guard let model = model.copy(),
      let other = try? CutWorker(model: model, library: library, goal: goal, startingFrom: self)
    else { return nil }
    return other
  }

  private init(
    model: any CutModel, library: CLPLibrary, goal: CutGoal, startingFrom other: CutWorker
  ) throws(SolverError) {
    self.model = model
    self.goal = goal
    let unit = other.unit
    self.unit = unit
    scores = other.scores
    program = try LinearProgram(library: library, costs: model.costs.map { Double($0) / unit })
    program.addRows(other.program.rows)
    rowSerials = other.rowSerials
    rowAges = other.rowAges
    nextRow = other.nextRow + 1
  }

  private func isBeaten(_ bound: Int64) -> Bool { goal.isBeaten(bound, upper) }
  private var threshold: Int64 { goal.threshold(upper) }

  /// Tightens the relaxation at a node until it is closed or has to be split.
  func work(on node: CutNode, upper: Int64, limits: RunningLimits) -> Result {
    self.upper = upper
    self.limits = limits
    partitions = []
    let end = work(node)
    return Result(end: end, partitions: partitions)
  }

  private func work(_ given: CutNode) -> End {
    var node = given
    pad(&node)
    guard model.propagate(&node.fixed) else { return .closed(upper) }
    program.setBounds(node.fixed)
    var history: [Double] = []
    while true {
      let result = solve(node.fixed)
      node.bound = max(node.bound, result.bound.roundedUp(step: goal.step))
      if let reason = result.stop { return .stopped(reason, bound: node.bound) }
      if isBeaten(node.bound) { return .closed(node.bound) }
      if result.outcome == .infeasible { return .closed(upper) }
      let values = program.columnValues
      offer(model.partition(near: values), at: node)
      if isBeaten(node.bound) { return .closed(node.bound) }
      fixByReducedCost(&node.fixed, result.bound)
      var rows = violatedRows(at: values, node)
      if let reason = limits.reason { return .stopped(reason, bound: node.bound) }
      let fractional = values.indices.filter { values[$0] > 1e-6 && values[$0] < 1 - 1e-6 }
      history.append(program.objective)
      if rows.isEmpty, fractional.isEmpty {
        rows = model.refine(at: values)
        if rows.isEmpty {
          // Below an optimum there may be others: go on with a pair that is not settled yet.
          guard goal.wanted > 0, let open = node.fixed.firstIndex(of: -1) else {
            return .closed(node.bound)
          }
          return split(node, values, at: open)
        }
        grow()
        pad(&node)
      } else if !fractional.isEmpty, rows.isEmpty || isTailing(history, node) {
        add(rows)
        switch choose(&node, values, fractional) {
        case .split(let column): return split(node, values, at: column)
        case .closed: return .closed(max(node.bound, threshold + 1))
        case .narrowed:
          program.setBounds(node.fixed)
          history.removeAll()
          continue
        }
      }
      purge(values)
      add(rows)
      guard model.propagate(&node.fixed) else { return .closed(upper) }
      program.setBounds(node.fixed)
    }
  }

  /// Rows that a point violates. At the root a point some way towards the middle is tried first: what
  /// that one violates cuts deeper.
  private func violatedRows(at values: [Double], _ node: CutNode) -> [CutRow] {
    let limits = limits
    if node.depth == 0, center.count == values.count {
      let inner = values.indices.map { values[$0] + 0.2 * (center[$0] - values[$0]) }
      let rows = model.violatedRows(at: inner) { limits.reason != nil }
      if rows.count >= 5 { return rows }
    }
    return model.violatedRows(at: values) { limits.reason != nil }
  }

  /// Whether the last rounds of rows have stopped paying.
  private func isTailing(_ history: [Double], _ node: CutNode) -> Bool {
    guard history.count > 1 else { return false }
    let last = history[history.count - 1]
    let gap = max(1e-9, Double(upper) / unit - last)
    if last - history[history.count - 2] < 0.01 * gap, node.depth > 0 || history.count > 8 {
      return true
    }
    let window = node.depth == 0 ? 8 : 3
    guard history.count > window else { return false }
    let gain = last - history[history.count - 1 - window]
    return gain < (node.depth == 0 ? 0.01 : 0.05) * gap
  }

  private func offer(_ found: (blocs: [Int32], cost: Int64), at node: CutNode) {
    if node.depth == 0 {
      let point = model.point(of: found.blocs)
      center =
        center.count == point.count
        ? center.indices.map { center[$0] + 0.3 * (point[$0] - center[$0]) } : point
    }
    if goal.wanted > 0 {
      if found.cost <= threshold { partitions.append(found) }
    } else if found.cost < upper {
      upper = found.cost
      partitions.append(found)
    }
  }

  private struct Relaxed {
    var outcome: LinearProgram.Outcome
    var bound: CertifiedBound
    var stop: SolverStop?
  }

  private func solve(_ fixed: [Int8]) -> Relaxed {
    solveCount += 1
    // Work between two looks at the clock depends on size only, to keep runs alike.
    let size = program.columnCount + 4 * program.rows.count + 1
    let chunk = min(400, max(20, 20_000_000 / size))
    while true {
      let outcome = program.solve(iterations: chunk)
      let prices = program.rowPrices
      if outcome == .infeasible {
        let found: LinearProgram.Outcome = isProof(prices, fixed) ? .infeasible : .troubled
        return Relaxed(outcome: found, bound: certify([], fixed))
      }
      var bound = certify(prices, fixed)
      if outcome == .stopped {
        if isBeaten(bound.roundedUp(step: goal.step)) {
          return Relaxed(outcome: .optimal, bound: bound)
        }
        if let reason = limits.reason {
          return Relaxed(outcome: outcome, bound: bound, stop: reason)
        }
        continue
      }
      if bound.scaled < 0 { bound = certify([], fixed) }
      return Relaxed(outcome: outcome, bound: bound)
    }
  }

  private func certify(_ prices: [Double], _ fixed: [Int8]) -> CertifiedBound {
    CertifiedBound(
      rows: program.rows, prices: prices, unit: unit, costs: model.costs, fixed: fixed)
  }

  /// Whether row prices show that nothing between the bounds satisfies the rows.
  private func isProof(_ prices: [Double], _ fixed: [Int8]) -> Bool {
    let free = [Int64](repeating: 0, count: fixed.count)
    return CertifiedBound(
      rows: program.rows, prices: prices, unit: 1, costs: free, fixed: fixed
    ).scaled > 0
  }

  private func fixByReducedCost(_ fixed: inout [Int8], _ bound: CertifiedBound) {
    let slack = threshold.multipliedReportingOverflow(by: bound.scale)
    guard !slack.overflow else { return }
    for column in fixed.indices where fixed[column] < 0 {
      let reduced = bound.reducedCosts[column]
      if reduced > 0, bound.scaled + reduced > slack.partialValue { fixed[column] = 0 }
      if reduced < 0, bound.scaled - reduced > slack.partialValue { fixed[column] = 1 }
    }
  }

  private func add(_ rows: [CutRow]) {
    program.addRows(rows)
    for _ in rows {
      rowSerials.append(nextRow)
      rowAges.append(0)
      nextRow += 2
    }
  }

  /// Takes out rows that have been slack for a while.
  private func purge(_ values: [Double]) {
    var doomed: [Int] = []
    for (index, row) in program.rows.enumerated() {
      var slack = -Double(row.bound)
      for column in row.plus { slack += values[Int(column)] }
      for column in row.minus { slack -= values[Int(column)] }
      if slack > 1e-6 {
        rowAges[index] += 1
        if rowAges[index] >= 8 { doomed.append(index) }
      } else {
        rowAges[index] = 0
      }
    }
    guard doomed.count * 5 > program.rows.count else { return }
    program.deleteRows(doomed)
    for index in doomed.reversed() {
      rowSerials.remove(at: index)
      rowAges.remove(at: index)
    }
  }

  private func grow() {
    let costs = model.costs
    let added = costs[program.columnCount...].map { Double($0) / unit }
    program.addColumns(costs: added)
    scores.grow(to: costs.count)
  }

  private func pad(_ node: inout CutNode) {
    let missing = program.columnCount - node.fixed.count
    if missing > 0 { node.fixed += [Int8](repeating: -1, count: missing) }
  }

  private func saveBasis(into node: inout CutNode) {
    let basis = program.basis
    node.columnBasis = basis.columns
    node.rowBasis = [:]
    // Most rows are idle; only the others are kept.
    for (index, status) in basis.rows.enumerated() where status != LinearProgram.idle {
      node.rowBasis[rowSerials[index]] = status
    }
  }

  func restoreBasis(_ node: CutNode) {
    guard !node.columnBasis.isEmpty else { return }
    program.setBasis(
      LinearProgram.Basis(
        columns: node.columnBasis,
        rows: rowSerials.map { node.rowBasis[$0] ?? LinearProgram.idle }))
  }

  private func split(_ node: CutNode, _ values: [Double], at column: Int) -> End {
    var near = node
    near.depth += 1
    saveBasis(into: &near)
    var far = near
    let nearValue: Int8 = values[column] > 0.5 ? 1 : 0
    near.fixed[column] = nearValue
    far.fixed[column] = 1 - nearValue
    return .branched(near: near, far: far)
  }

  private enum Choice {
    /// The column to split on.
    case split(Int)
    /// A column could be fixed on the way, so the node is worth another look first.
    case narrowed
    /// Neither value of a column is of interest.
    case closed
  }

  /// The column that promises most, after trying out those that little is known about.
  private func choose(
    _ node: inout CutNode, _ values: [Double], _ fractional: [Int]
  ) -> Choice {
    let costs = model.costs
    let ranked = fractional.sorted {
      let a = scores.guess($0, values[$0], Double(costs[$0]) / unit)
      let b = scores.guess($1, values[$1], Double(costs[$1]) / unit)
      return a != b ? a > b : $0 < $1
    }.prefix(10)
    let basis = program.basis
    let objective = program.objective
    // What a side gains beyond closing the node is worth nothing.
    let needed = max(1e-6, Double(threshold) / unit - objective)
    defer {
      program.setBounds(node.fixed)
      program.setBasis(basis)
    }
    var best = ranked[ranked.startIndex]
    var bestScore = -1.0
    var withoutGain = 0
    for column in ranked {
      if !scores.isReliable(column), withoutGain < 2 {
        for value in [Int8(0), 1] {
          var fixed = node.fixed
          fixed[column] = value
          var isClosed = !model.propagate(&fixed)
          if !isClosed {
            program.setBounds(fixed)
            program.setBasis(basis)
            let outcome = program.solve(iterations: 40)
            let gain =
              outcome == .infeasible ? needed : min(needed, max(0, program.objective - objective))
            let distance = value == 0 ? values[column] : 1 - values[column]
            scores.learn(column, value, gain / max(distance, 1e-6))
            isClosed =
              outcome != .infeasible
              && isBeaten(certify(program.rowPrices, fixed).roundedUp(step: goal.step))
          }
          guard isClosed else { continue }
          node.fixed[column] = 1 - value
          return model.propagate(&node.fixed) ? .narrowed : .closed
        }
      }
      let score = scores.score(column, values[column])
      if score > bestScore {
        bestScore = score
        best = column
        withoutGain = 0
      } else {
        withoutGain += 1
      }
    }
    return .split(best)
  }
}
