import EntenteCore

/// The two-bloc partitions that attain the frustration index, or a sample of them.
public struct Optima: Sendable, Hashable {
  /// The frustration index.
  public let index: Double
  /// Partitions of that cost, at least one. Parts of the graph without a tie between them may be
  /// turned round against each other freely; such variants count as one.
  public let partitions: [[Int32]]
  /// Whether these are all partitions of that cost. If not, they are a sample, and actors and lines
  /// beyond those named below may be undecided too.
  public let isComplete: Bool
  /// Actors that are on either side at no cost: those whose side, against most of their connected
  /// part, differs between optima. Ascending.
  public let undecided: [Int32]
  /// Lines that are frustrated in all of the optima found, as positions in the graph's lines.
  public let alwaysFrustrated: [Int]
  /// Lines that are frustrated in some of the optima found and not in others.
  public let sometimesFrustrated: [Int]
  /// What was proven about the index.
  public let certificate: Certificate
}

extension SignedTies {
  /// Collects the optimal two-bloc partitions.
  ///
  /// - Direction, weight, sign: as the ties were made.
  /// - Parameters:
  ///   - most: how many partitions to collect, at least 1.
  ///   - limits: when to stop. Where the index itself is not proven in time, the best partition found
  ///     stands alone and the result is not complete.
  /// - Returns: the optima and what they leave open.
  /// - Throws: ``SolverError/libraryMissing(reason:)`` where CLP is needed and not there.
  /// - Complexity: one branch-and-cut search, with at least one node for each optimum; of parts of at
  ///   most 16 actors all divisions are gone through.
  ///
  /// Example: a triangle with one negative tie has three optima, one for each tie given up.
  ///
  /// Reference: Doreian & Mrvar 1996, doi:10.1016/0378-8733(95)00259-6.
  public func optimalPartitions(
    most: Int = 100, limits: SolverLimits = SolverLimits()
  ) throws(SolverError) -> Optima {
    let start = ContinuousClock.now
    let best = try frustration(limits: limits)
    return try optimalPartitions(
      after: best, most: most, limits: limits.remaining(since: start, nodes: best.certificate.nodes)
    )
  }

  /// Collects the optimal two-bloc partitions when the index is known already.
  ///
  /// - Parameters:
  ///   - best: the index of these ties, from ``frustration(limits:)``.
  ///   - most: how many partitions to collect, at least 1.
  ///   - limits: when to stop.
  /// - Returns, throws, complexity: as ``optimalPartitions(most:limits:)``.
  public func optimalPartitions(
    after best: Frustration, most: Int = 100, limits: SolverLimits = SolverLimits()
  ) throws(SolverError) -> Optima {
    let scale = CostScale(self)
    let most = max(1, most)
    var running = RunningLimits(limits)
    var isComplete = best.certificate.isOptimal
    // For each connected part, the ways in which it can differ from the first optimum.
    var variants: [[[Int32]]] = []
    for part in isComplete ? scale.costs.connectedParts() : [] {
      let known = part.nodes.map { best.blocs[Int($0)] }
      let cost = part.costs.cost(of: known)
      if cost == 0 { continue }
      if running.reason != nil {
        isComplete = false
        break
      }
      let found = try Self.optima(of: part.costs, known, cost, most: most, &running)
      if !found.isComplete { isComplete = false }
      let reference = known.inOrderOfAppearance()
      let others = found.all.filter { $0 != reference }
      if others.isEmpty { continue }
      variants.append(
        others.map { other in
          Self.differing(other, reference).map { part.nodes[$0] }
        })
    }
    return assemble(best, variants, most: most, isComplete: isComplete)
  }

  /// The optima of a connected part, up to one more than `most`, in canonical labels.
  private static func optima(
    of graph: SignedCosts, _ known: [Int32], _ cost: Int64, most: Int, _ limits: inout RunningLimits
  ) throws(SolverError) -> (all: [[Int32]], isComplete: Bool) {
    let step = graph.step
    let tolerance = TwoBlocSolve.tolerance(total: graph.total, step: step)
    if let dense = limits.dense(graph) {
      let masks = dense.divisionsIntoTwo(slack: tolerance > step ? tolerance : 0).masks
      return (masks.prefix(most + 1).map { dense.sides($0) }, masks.count <= most)
    }
    let tree = try CutTree(
      model: TwoBlocModel(graph: graph), library: try CLPLibrary.shared.get(), blocs: known,
      upper: cost, step: step, tolerance: tolerance, limits: limits, collecting: most + 1)
    tree.run()
    limits.nodesLeft = tree.nodesLeft
    return (tree.optima, tree.stop == .optimal)
  }

  /// The positions at which two partitions of a connected part differ, the smaller way round.
  private static func differing(_ a: [Int32], _ b: [Int32]) -> [Int] {
    let unlike = a.indices.filter { a[$0] != b[$0] }
    let like = a.indices.filter { a[$0] == b[$0] }
    if unlike.count != like.count { return unlike.count < like.count ? unlike : like }
    // As many either way: leave the first actor where it is.
    return unlike.first == 0 ? like : unlike
  }

  private func assemble(
    _ best: Frustration, _ variants: [[[Int32]]], most: Int, isComplete: Bool
  ) -> Optima {
    var isComplete = isComplete
    // Counting in mixed radix with small steps first: every single variant comes before pairs.
    var chosen: [[Int32]] = [[]]
    for single in variants.joined() { chosen.append(single) }
    var combined: [[Int32]] = [[]]
    var total = 1
    for part in variants {
      let (product, overflow) = total.multipliedReportingOverflow(by: part.count + 1)
      total = overflow ? .max : product
      combined += combined.prefix(most).flatMap { turned in part.map { turned + $0 } }
    }
    let known = Set(chosen)
    chosen += combined.filter { !known.contains($0) }
    if total > most { isComplete = false }
    var partitions: [[Int32]] = []
    for turned in chosen.prefix(most) {
      var blocs = best.blocs
      for actor in turned { blocs[Int(actor)] = 1 - blocs[Int(actor)] }
      partitions.append(blocs)
    }
    var undecided = Set<Int32>()
    for turned in variants.joined() { undecided.formUnion(turned) }
    var always: [Int] = []
    var sometimes: [Int] = []
    var turns = Array(repeating: [Int](), count: nodeCount)
    for (index, turned) in variants.joined().enumerated() {
      for actor in turned { turns[Int(actor)].append(index) }
    }
    for (index, line) in lines.enumerated() where line.net != 0 {
      let together = best.blocs[Int(line.first)] == best.blocs[Int(line.second)]
      let isFrustrated = together != (line.net > 0)
      // A variant changes the line where it turns one of its ends and not the other.
      let changes = turns[Int(line.first)] != turns[Int(line.second)]
      if changes { sometimes.append(index) } else if isFrustrated { always.append(index) }
    }
    return Optima(
      index: best.index, partitions: partitions, isComplete: isComplete,
      undecided: undecided.sorted(), alwaysFrustrated: always, sometimesFrustrated: sometimes,
      certificate: best.certificate)
  }
}
