import EntenteCore

/// Branch and cut: a linear relaxation tightened by violated rows, and branching where that is not
/// enough. Every bound that prunes is certified in whole numbers.
final class CutTree {
  /// The best partition known.
  private(set) var blocs: [Int32]
  /// What it costs.
  private(set) var upper: Int64
  /// How many nodes were looked at.
  private(set) var nodeCount = 0
  /// How often the relaxation was solved.
  private(set) var solveCount = 0
  private(set) var stop: SolverStop?

  private let model: any CutModel
  private let program: LinearProgram
  private var limits: RunningLimits
  private let step: Int64
  private let tolerance: Int64
  /// How many optima to collect; 0 to be content with one.
  private let wanted: Int
  private var collected = Set<[Int32]>()
  private let unit: Double
  private var queue = CutNodeQueue()
  private var prunedBound = Int64.max
  private var serial = 0
  private var rowSerials: [Int] = []
  private var rowAges: [Int] = []
  private var nextRow = 0
  private var scores: BranchScores
  private var current: CutNode?

  /// Prepares a search that starts from a known partition.
  ///
  /// - Parameters:
  ///   - step: costs of partitions differ by multiples of this.
  ///   - tolerance: a node is given up when it could improve on the best by less than this.
  ///   - collecting: when above 0, the partition given is known to be optimal, and up to this many
  ///     partitions of the same cost are collected.
  init(
    model: any CutModel, library: CLPLibrary, blocs: [Int32], upper: Int64, step: Int64,
    tolerance: Int64, limits: RunningLimits, collecting wanted: Int = 0
  ) throws(SolverError) {
    self.model = model
    self.blocs = blocs
    self.upper = upper
    self.step = step
    self.tolerance = max(step, tolerance)
    self.limits = limits
    self.wanted = wanted
    let costs = model.costs
    unit = Double(max(1, costs.max() ?? 1))
    scores = BranchScores(count: costs.count)
    let unit = unit
    program = try LinearProgram(library: library, costs: costs.map { Double($0) / unit })
    add(model.startingRows())
  }

  /// What is proven to be a lower bound on every partition, in units of cost.
  var lower: Int64 {
    var result = min(upper, prunedBound)
    if let least = queue.leastBound { result = min(result, least) }
    if let current { result = min(result, current.bound) }
    return result
  }

  /// The optima collected, in ascending order.
  var optima: [[Int32]] { collected.sorted { $0.lexicographicallyPrecedes($1) } }

  var nodesLeft: Int? { limits.nodesLeft }

  /// Searches until the optimum is proven or a limit is reached.
  func run() {
    current = CutNode(
      fixed: [Int8](repeating: -1, count: model.costs.count), bound: 0, depth: 0, serial: 0,
      columnBasis: [], rowBasis: [:])
    while true {
      if current == nil {
        guard let next = queue.pop() else { break }
        if isBeaten(next.bound) {
          // The least bound of all is beaten, so every open node is.
          prunedBound = min(prunedBound, next.bound)
          queue = CutNodeQueue()
          break
        }
        current = next
        restoreBasis(next)
      }
      if let reason = limits.reason {
        stop = reason
        return
      }
      if wanted > 0, collected.count >= wanted {
        stop = .nodeLimit
        return
      }
      limits.nodesLeft = limits.nodesLeft.map { $0 - 1 }
      nodeCount += 1
      switch work() {
      case .closed(let bound):
        prunedBound = min(prunedBound, bound)
        current = nil
      case .branched(let near, let far):
        queue.push(far)
        current = near
      case .stopped(let reason):
        stop = reason
        return
      }
    }
    stop = upper - lower < tolerance ? .optimal : .precision
  }

  private enum Step {
    case closed(Int64)
    case branched(CutNode, CutNode)
    case stopped(SolverStop)
  }

  /// The largest bound at which a node is still of interest.
  private var threshold: Int64 {
    if wanted > 0 { return tolerance > step ? upper + tolerance : upper }
    return upper - tolerance
  }

  private func isBeaten(_ bound: Int64) -> Bool { bound > threshold }

  /// Tightens the relaxation at the current node until it is closed or has to be split.
  private func work() -> Step {
    guard var node = current else { return .closed(.max) }
    pad(&node)
    guard model.propagate(&node.fixed) else { return .closed(upper) }
    program.setBounds(node.fixed)
    var history: [Double] = []
    while true {
      let result = solve(node.fixed)
      node.bound = max(node.bound, result.bound.roundedUp(step: step))
      current?.bound = node.bound
      if let reason = result.stop { return .stopped(reason) }
      if isBeaten(node.bound) { return .closed(node.bound) }
      if result.outcome == .infeasible { return .closed(upper) }
      let values = program.columnValues
      offer(model.partition(near: values))
      if isBeaten(node.bound) { return .closed(node.bound) }
      fixByReducedCost(&node.fixed, result.bound)
      var rows = model.violatedRows(at: values) { self.limits.reason != nil }
      if let reason = limits.reason { return .stopped(reason) }
      let fractional = values.indices.filter { values[$0] > 1e-6 && values[$0] < 1 - 1e-6 }
      history.append(program.objective)
      if rows.isEmpty, fractional.isEmpty {
        rows = model.refine(at: values)
        if rows.isEmpty {
          // Below an optimum there may be others: go on with a pair that is not settled yet.
          guard wanted > 0, let open = node.fixed.firstIndex(of: -1) else {
            return .closed(node.bound)
          }
          return split(node, values, at: open)
        }
        grow()
        pad(&node)
      } else if rows.isEmpty || (isTailing(history) && !fractional.isEmpty) {
        add(rows)
        let column = chooseColumn(node, values, fractional)
        return split(node, values, at: column)
      }
      purge(values)
      add(rows)
      guard model.propagate(&node.fixed) else { return .closed(upper) }
      program.setBounds(node.fixed)
    }
  }

  /// Whether the last rounds of rows have stopped paying.
  private func isTailing(_ history: [Double]) -> Bool {
    let window = nodeCount == 1 ? 8 : 3
    guard history.count > window else { return false }
    let gain = history[history.count - 1] - history[history.count - 1 - window]
    let gap = max(1e-9, Double(upper) / unit - history[history.count - 1])
    return gain < (nodeCount == 1 ? 0.01 : 0.05) * gap
  }

  private func offer(_ found: (blocs: [Int32], cost: Int64)) {
    if wanted > 0 {
      if found.cost <= threshold { collected.insert(found.blocs.inOrderOfAppearance()) }
      return
    }
    if found.cost < upper {
      upper = found.cost
      blocs = found.blocs
    }
  }

  // MARK: Relaxation

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
        if isBeaten(bound.roundedUp(step: step)) { return Relaxed(outcome: .optimal, bound: bound) }
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

  // MARK: Rows, columns and the basis

  private func add(_ rows: [CutRow]) {
    program.addRows(rows)
    for _ in rows {
      rowSerials.append(nextRow)
      rowAges.append(0)
      nextRow += 1
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

  private func restoreBasis(_ node: CutNode) {
    guard !node.columnBasis.isEmpty else { return }
    program.setBasis(
      LinearProgram.Basis(
        columns: node.columnBasis,
        rows: rowSerials.map { node.rowBasis[$0] ?? LinearProgram.idle }))
  }

  // MARK: Branching

  private func split(_ node: CutNode, _ values: [Double], at column: Int) -> Step {
    var near = node
    near.depth += 1
    saveBasis(into: &near)
    var far = near
    let nearValue: Int8 = values[column] > 0.5 ? 1 : 0
    near.fixed[column] = nearValue
    far.fixed[column] = 1 - nearValue
    serial += 2
    near.serial = serial
    far.serial = serial + 1
    return .branched(near, far)
  }

  private func chooseColumn(_ node: CutNode, _ values: [Double], _ fractional: [Int]) -> Int {
    let costs = model.costs
    let ranked = fractional.sorted {
      let a = scores.guess($0, values[$0], Double(costs[$0]) / unit)
      let b = scores.guess($1, values[$1], Double(costs[$1]) / unit)
      return a != b ? a > b : $0 < $1
    }
    let untried = ranked.prefix(10).filter { !scores.isReliable($0) }
    if !untried.isEmpty {
      let basis = program.basis
      let objective = program.objective
      for column in untried {
        for value in [Int8(0), 1] {
          var fixed = node.fixed
          fixed[column] = value
          guard model.propagate(&fixed) else { continue }
          program.setBounds(fixed)
          program.setBasis(basis)
          _ = program.solve(iterations: 40)
          let gain = max(0, program.objective - objective)
          let distance = value == 0 ? values[column] : 1 - values[column]
          scores.learn(column, value, gain / max(distance, 1e-6))
        }
      }
      program.setBounds(node.fixed)
      program.setBasis(basis)
    }
    var best = ranked[0]
    var bestScore = -1.0
    for column in ranked.prefix(10) {
      let score = scores.score(column, values[column])
      if score > bestScore {
        bestScore = score
        best = column
      }
    }
    return best
  }
}
