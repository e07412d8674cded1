import EntenteCore

/// The line index of balance for several blocs, with the partition that attains it and a certificate.
public struct LineIndex: Sendable, Hashable {
  /// `α · negative weight inside blocs + (1 − α) · positive weight between blocs` for the best
  /// partition: the index itself when the certificate says optimal, an upper bound otherwise.
  public let index: Double
  /// The bloc of each actor, numbered from 0 in the order of their first members.
  public let blocs: [Int32]
  /// What the negative ties inside blocs weigh, without α.
  public let negativeInside: Double
  /// What the positive ties between blocs weigh, without 1 − α.
  public let positiveBetween: Double
  /// What is proven.
  public let certificate: Certificate

  /// How many blocs the partition has.
  public var blocCount: Int { Int((blocs.max() ?? -1) + 1) }
}

extension SignedTies {
  /// The line index of balance of Doreian and Mrvar: the least weight of ties against a partition
  /// into blocs, negative ties inside a bloc weighted by α and positive ties between blocs by 1 − α.
  ///
  /// Parts of at most 16 actors are searched exhaustively, larger ones by a linear relaxation with
  /// branching.
  ///
  /// - Direction: for directed data make the ties with ``DirectionJoin/everyTie``, so that each tie counts.
  /// - Weight, sign: as the ties were made.
  /// - Parameters:
  ///   - count: how many blocs. Among partitions of the same cost one with few blocs is given.
  ///   - alpha: strictly between 0 and 1; at ½ both kinds of error count the same, by half.
  ///   - limits: when to stop without a proof.
  /// - Returns: the index, a partition that attains it, and the certificate.
  /// - Throws: ``SolverError`` for an impossible number of blocs, an α out of range, or when CLP is
  ///   needed and not there.
  /// - Complexity: exponential in the worst case; the limits hold in any case.
  ///
  /// Example: three mutual enemies have index ½ for two blocs and 0 for three.
  ///
  /// References: Doreian & Mrvar 1996, doi:10.1016/0378-8733(95)00259-6; Davis 1967,
  /// doi:10.1177/001872676702000206.
  public func lineIndex(
    blocs count: BlocCount, alpha: Double = 0.5, limits: SolverLimits = SolverLimits()
  ) throws(SolverError) -> LineIndex {
    guard alpha > 0, alpha < 1 else { throw .alphaOutOfRange(alpha) }
    switch count {
    case .exactly(let asked) where asked < min(1, nodeCount) || asked > nodeCount:
      throw .impossibleBlocCount(asked, actors: nodeCount)
    case .atMost(let asked) where asked < 1:
      throw .impossibleBlocCount(asked, actors: nodeCount)
    default: break
    }
    var running = RunningLimits(limits)
    let scale = CostScale(self, insidePenalty: alpha, acrossPenalty: 1 - alpha)
    let solved = try BlocSolve.solve(scale.costs, count, &running)
    let blocs = solved.blocs.inOrderOfAppearance()
    let inside = cost(of: blocs, insidePenalty: 1, acrossPenalty: 0)
    let between = cost(of: blocs, insidePenalty: 0, acrossPenalty: 1)
    let index = alpha * inside + (1 - alpha) * between
    return LineIndex(
      index: index, blocs: blocs, negativeInside: inside, positiveBetween: between,
      certificate: solved.summary.certificate(scale, upper: index))
  }
}

/// Solves the problem of several blocs part by part.
enum BlocSolve {
  static func solve(
    _ graph: SignedCosts, _ count: BlocCount, _ limits: inout RunningLimits
  ) throws(SolverError) -> (blocs: [Int32], summary: SolveSummary) {
    let most = count.most(of: graph.nodeCount)
    var found = try solveAtMost(graph, most, &limits)
    guard let divided = divide(graph, found.blocs, into: count.least) else {
      // More blocs than the ties want: the least number binds, and parts no longer stand alone.
      let whole = try branch(graph, most: most, least: count.least, &limits)
      var summary = whole.summary
      summary.lower = min(summary.upper, max(summary.lower, found.summary.lower))
      return (whole.blocs, summary)
    }
    found.blocs = divided
    return found
  }

  /// The least cost with no least number of blocs: blocks can be solved on their own, because the
  /// labels of one can be exchanged to agree with the next at the node that they share.
  private static func solveAtMost(
    _ graph: SignedCosts, _ most: Int, _ limits: inout RunningLimits
  ) throws(SolverError) -> (blocs: [Int32], summary: SolveSummary) {
    var summary = SolveSummary()
    if most <= 1 {
      for weight in graph.weight where weight < 0 { summary.upper -= weight }
      summary.lower = summary.upper
      return ([Int32](repeating: 0, count: graph.nodeCount), summary)
    }
    if most == 2 {
      var sides = SideForest(count: graph.nodeCount)
      summary = try TwoBlocSolve.solve(graph, &sides, &limits)
      return (sides.sides(), summary)
    }
    var groups = SideForest(count: graph.nodeCount)
    let nodes = (0..<Int32(graph.nodeCount)).map { $0 }
    let (part, paid) = graph.contractingDominantEdges(
      nodes: nodes, sides: &groups, positiveOnly: true)
    summary.upper = paid
    summary.lower = paid
    var label = [Int32](repeating: -1, count: part.nodes.count)
    for block in part.costs.blocks() {
      let solved = try branch(block.costs, most: most, least: 0, &limits)
      summary.add(solved.summary)
      var names = solved.blocs.inOrderOfAppearance()
      // At most one node of the block has a label already.
      if let shared = block.nodes.firstIndex(where: { label[Int($0)] >= 0 }) {
        let known = label[Int(block.nodes[shared])]
        let own = names[shared]
        names = names.map { $0 == own ? known : $0 == known ? own : $0 }
      }
      for (index, node) in block.nodes.enumerated() { label[Int(node)] = names[index] }
    }
    var ofRoot: [Int32: Int32] = [:]
    for (index, node) in part.nodes.enumerated() {
      ofRoot[groups.find(node).root] = max(label[index], 0)
    }
    return (nodes.map { ofRoot[groups.find($0).root] ?? 0 }, summary)
  }

  /// Cuts blocs apart where no positive edge holds them together until there are enough, or nil.
  private static func divide(_ graph: SignedCosts, _ blocs: [Int32], into least: Int) -> [Int32]? {
    var blocs = blocs.inOrderOfAppearance()
    var count = Int((blocs.max() ?? -1) + 1)
    if count >= least { return blocs }
    var groups = SideForest(count: graph.nodeCount)
    for edge in 0..<graph.edgeCount where graph.weight[edge] > 0 {
      let a = graph.first[edge]
      let b = graph.second[edge]
      if blocs[Int(a)] == blocs[Int(b)] { groups.join(a, b, opposite: false) }
    }
    var kept: [Int32: Int32] = [:]
    for node in 0..<Int32(graph.nodeCount) where count < least {
      let root = groups.find(node).root
      let bloc = blocs[Int(node)]
      if kept[bloc] == nil { kept[bloc] = root }
      guard kept[bloc] != root else { continue }
      for other in node..<Int32(graph.nodeCount) where groups.find(other).root == root {
        blocs[Int(other)] = Int32(count)
      }
      kept[Int32(count)] = root
      count += 1
    }
    return count >= least ? blocs : nil
  }

  /// Solves one part by search and relaxation.
  private static func branch(
    _ graph: SignedCosts, most: Int, least: Int, _ limits: inout RunningLimits
  ) throws(SolverError) -> (blocs: [Int32], summary: SolveSummary) {
    let most = min(most, graph.nodeCount)
    var summary = SolveSummary()
    if let dense = limits.dense(graph) {
      let best = dense.bestDivision(most: most, least: least)
      summary.upper = best.cost
      summary.lower = best.cost
      return (best.blocs, summary)
    }
    let running = limits
    let shares = running.shares(forColumns: graph.edgeCount)
    let searchEnd = running.portion(shares.search)
    let start = graph.annealedBlocs(
      most: most, least: least, seed: limits.seed, budget: shares.searchBudget,
      stop: { running.isOver(searchEnd) })
    var blocs = start.blocs
    summary.upper = start.cost
    let packingEnd = running.portion(shares.packing)
    summary.lower = graph.packedCycleBound(
      switchedBy: nil, budget: shares.packingBudget, stop: { running.isOver(packingEnd) })
    let step = graph.step
    if summary.upper - summary.lower < step {
      summary.lower = summary.upper
      return (blocs, summary)
    }
    if let reason = limits.reason ?? limits.tooLate(forColumns: graph.edgeCount) {
      summary.stop = reason
      return (blocs, summary)
    }
    let tolerance = TwoBlocSolve.tolerance(total: graph.total, step: step)
    let tree = try CutTree(
      model: BlocModel(graph: graph, most: most, least: least),
      library: try CLPLibrary.shared.get(), blocs: blocs, upper: start.cost, step: step,
      tolerance: tolerance, limits: limits)
    tree.run()
    limits.nodesLeft = tree.nodesLeft
    blocs = tree.blocs
    summary.finish(tree, step: step, tolerance: tolerance)
    return (blocs, summary)
  }
}
