import EntenteCore

/// What a solve has proven.
public struct Certificate: Sendable, Hashable {
  /// What the best partition found pays, in weight.
  public let upper: Double
  /// No partition pays less than this, in weight.
  public let lower: Double
  /// Why the solve ended.
  public let stop: SolverStop
  /// The largest gap that still counts as proven, in weight. It is 0 where all weights are multiples
  /// of a power of two, as counts and halves are; otherwise about a hundred-millionth of the total.
  public let tolerance: Double
  /// How many branching nodes were looked at; parts whose divisions were all gone through have none.
  public let nodes: Int
  /// How often a relaxation was solved.
  public let relaxations: Int

  /// Whether the partition is proven to be best, to within ``tolerance``.
  public var isOptimal: Bool { stop == .optimal }
  /// How much better an unknown partition could be at most.
  public var gap: Double { upper - lower }
}

/// The frustration index with the partition that attains it and a certificate.
public struct Frustration: Sendable, Hashable {
  /// The weight of the frustrated ties in the best partition: the index itself when the certificate
  /// says optimal, an upper bound otherwise.
  public let index: Double
  /// The bloc, 0 or 1, of each actor; the smallest actor of each connected part is in bloc 0.
  public let blocs: [Int32]
  /// `1 − 2 · index / total weight`, from 0 to 1 for one line a pair: 1 is balance. 1 without ties.
  public let score: Double
  /// What is proven.
  public let certificate: Certificate
}

extension SignedTies {
  /// The frustration index, also called the line index of balance: the least weight of ties that
  /// must be ignored for the actors to fall into two blocs with positive ties inside and negative
  /// ties between.
  ///
  /// The graph is cut into biconnected blocks, edges that surely hold in some optimum are
  /// contracted. Of a rest of at most 16 actors all divisions are gone through; a larger one is solved
  /// by a linear relaxation over cycles, with branching.
  ///
  /// - Direction, weight, sign: as the ties were made.
  /// - Parameter limits: when to stop without a proof.
  /// - Returns: the index, a partition that attains it, and the certificate.
  /// - Throws: ``SolverError/libraryMissing(reason:)`` when the relaxation is needed and CLP is not
  ///   there. Small and balanced graphs, and those where the packing bound meets the partition, never
  ///   need it.
  /// - Complexity: exponential in the worst case; the limits hold in any case.
  ///
  /// Example: a triangle with one negative tie has index 1.
  ///
  /// References: Harary 1959, doi:10.1002/bs.3830040405; Aref, Mason & Wilson 2020,
  /// doi:10.1002/net.21907.
  public func frustration(limits: SolverLimits = SolverLimits()) throws(SolverError) -> Frustration
  {
    var running = RunningLimits(limits)
    let scale = CostScale(self)
    var sides = SideForest(count: nodeCount)
    let solved = try TwoBlocSolve.solve(scale.costs, &sides, &running)
    let blocs = sides.sides()
    let index = cost(of: blocs)
    let total = totalWeight
    return Frustration(
      index: index, blocs: blocs, score: total > 0 ? 1 - 2 * index / total : 1,
      certificate: solved.certificate(scale, upper: index))
  }
}

/// The sum of what was proven over the parts of a graph.
struct SolveSummary {
  var upper: Int64 = 0
  var lower: Int64 = 0
  var stop: SolverStop = .optimal
  var nodes = 0
  var relaxations = 0
  var tolerance: Int64 = 0

  mutating func add(_ other: SolveSummary) {
    upper += other.upper
    lower += other.lower
    tolerance += other.tolerance
    nodes += other.nodes
    relaxations += other.relaxations
    // The first reason that is not a proof stands; lack of precision gives way to the others.
    if stop == .optimal || (stop == .precision && other.stop != .optimal) { stop = other.stop }
  }

  /// Takes over what a search has proven about one part.
  mutating func finish(_ tree: CutTree, step: Int64, tolerance: Int64) {
    upper = tree.upper
    lower = max(lower, tree.lower)
    stop = tree.stop ?? .precision
    nodes = tree.nodeCount
    relaxations = tree.solveCount
    self.tolerance = tolerance > step ? tolerance : 0
    if upper - lower < step { lower = upper }
    if upper - lower < max(tolerance, 1) { stop = .optimal }
  }

  func certificate(_ scale: CostScale, upper value: Double) -> Certificate {
    // Each partition's cost is off by at most this in whole units.
    let rounding = scale.roundingError
    let proven = Double(lower) * scale.unit + scale.base - rounding
    let isExact = upper == lower && scale.isExact
    return Certificate(
      upper: value, lower: isExact ? value : min(value, max(0, proven)), stop: stop,
      tolerance: Double(tolerance) * scale.unit + 2 * rounding, nodes: nodes,
      relaxations: relaxations)
  }
}

/// Solves the two-bloc problem part by part.
enum TwoBlocSolve {
  /// Finds sides for all nodes of a graph; those of each connected part are joined in `sides`.
  static func solve(
    _ whole: SignedCosts, _ sides: inout SideForest, _ limits: inout RunningLimits
  ) throws(SolverError) -> SolveSummary {
    var summary = SolveSummary()
    // Contraction can split a block and thin it out, so parts are taken up again until they are stable.
    var waiting = [(whole, (0..<Int32(whole.nodeCount)).map { $0 })]
    while let (graph, nodes) = waiting.popLast() {
      for block in graph.blocks() {
        let names = block.nodes.map { nodes[Int($0)] }
        let (part, paid) = block.costs.contractingDominantEdges(nodes: names, sides: &sides)
        summary.upper += paid
        summary.lower += paid
        if part.costs.edgeCount == 0 { continue }
        if part.costs.nodeCount < block.costs.nodeCount {
          waiting.append((part.costs, part.nodes))
          continue
        }
        let found = try solve(part.costs, &limits)
        summary.add(found.summary)
        for node in 1..<part.nodes.count {
          sides.join(
            part.nodes[0], part.nodes[node], opposite: found.sides[node] != found.sides[0])
        }
      }
    }
    return summary
  }

  /// Solves one part.
  static func solve(
    _ graph: SignedCosts, _ limits: inout RunningLimits
  ) throws(SolverError) -> (sides: [Int32], summary: SolveSummary) {
    var summary = SolveSummary()
    if let dense = limits.dense(graph) {
      let best = dense.divisionsIntoTwo()
      summary.upper = best.cost
      summary.lower = best.cost
      return (dense.sides(best.masks[0]), summary)
    }
    let running = limits
    let shares = running.shares(forColumns: graph.edgeCount)
    let searchEnd = running.portion(shares.search)
    let found = graph.annealedSides(
      seed: limits.seed, budget: shares.searchBudget, stop: { running.isOver(searchEnd) })
    var sides = found.sides
    summary.upper = found.cost
    let packingEnd = running.portion(shares.packing)
    summary.lower = graph.packedCycleBound(
      switchedBy: sides, budget: shares.packingBudget, stop: { running.isOver(packingEnd) })
    let step = graph.step
    let tolerance = Self.tolerance(total: graph.total, step: step)
    if summary.upper - summary.lower < step {
      summary.lower = summary.upper
      return (sides, summary)
    }
    if let reason = limits.reason ?? limits.tooLate(forColumns: graph.edgeCount) {
      summary.stop = reason
      return (sides, summary)
    }
    let tree = try CutTree(
      model: TwoBlocModel(graph: graph), library: try CLPLibrary.shared.get(), blocs: sides,
      upper: summary.upper, step: step, tolerance: tolerance, limits: limits)
    tree.run()
    limits.nodesLeft = tree.nodesLeft
    sides = tree.blocs
    summary.finish(tree, step: step, tolerance: tolerance)
    return (sides, summary)
  }

  /// The gap that counts as none: 0 beyond whole steps for weights that the relaxation can tell
  /// apart, a hundred-millionth of the total for finer ones.
  static func tolerance(total: Int64, step: Int64) -> Int64 {
    total / step <= 1 << 24 ? step : max(step, total >> 27)
  }
}
