import EntenteCore

/// The partitions into several blocs that attain the line index, or a sample of them.
public struct BlocOptima: Sendable, Hashable {
  /// The line index, with a partition that attains it.
  public let lineIndex: LineIndex
  /// How strained actors and ties are in the partition of the line index.
  public let strain: Strain
  /// Partitions of that cost with as few blocs as do it, the line index's own first. Actors without a
  /// tie are left where that has them.
  public let partitions: [[Int32]]
  /// Whether these are all. If not, they are a sample, and actors beyond those named below may be
  /// undecided too.
  public let isComplete: Bool
  /// Actors that could be elsewhere at no cost: those whose bloc differs between the partitions, once
  /// blocs are matched by the actors they share; those that could move alone; and those without a
  /// tie. Ascending.
  public let undecided: [Int32]
}

extension SignedTies {
  /// Collects the best partitions into several blocs.
  ///
  /// Of graphs in which at most 16 actors have ties, all are found. Of larger ones the partition of the
  /// line index stands alone, beside the actors that could leave their bloc alone at no cost.
  ///
  /// - Direction, weight, sign: as the ties were made.
  /// - Parameters:
  ///   - count: how many blocs.
  ///   - alpha: what a negative tie inside a bloc weighs, strictly between 0 and 1.
  ///   - most: how many partitions to collect, at least 1.
  ///   - limits: when to stop without a proof.
  /// - Returns: the optima and what they leave open.
  /// - Throws: as ``lineIndex(blocs:alpha:limits:)``.
  /// - Complexity: that of the line index, and of each partition that is found.
  ///
  /// Example: two friends and an enemy of both have one best partition into two blocs; three mutual
  /// enemies have three.
  ///
  /// Reference: Doreian & Mrvar 1996, doi:10.1016/0378-8733(95)00259-6.
  public func optimalBlocs(
    blocs count: BlocCount, alpha: Double = 0.5, most: Int = 100,
    limits: SolverLimits = SolverLimits()
  ) throws(SolverError) -> BlocOptima {
    var best = try lineIndex(blocs: count, alpha: alpha, limits: limits)
    let found = allBlocs(best, count, alpha, most: max(1, most), limits)
    // Solved part by part, the known one may have more blocs than it needs.
    if let first = found.all.first, !found.all.contains(best.blocs) {
      best = LineIndex(
        index: best.index, blocs: first,
        negativeInside: cost(of: first, insidePenalty: 1, acrossPenalty: 0),
        positiveBetween: cost(of: first, insidePenalty: 0, acrossPenalty: 1),
        certificate: best.certificate)
    }
    let others = found.all.filter { $0 != best.blocs }
    let strain = strain(of: best.blocs, insidePenalty: alpha, acrossPenalty: 1 - alpha)
    var undecided = Set(
      strain.actors.indices.filter { strain.actors[$0].costOfMoving == 0 }.map(Int32.init))
    let own = Partition(labels: best.blocs)
    for blocs in others {
      let other = Partition(labels: blocs)
      // Both are of the same actors, which is all that matching asks for.
      guard let continued = try? other.matched(to: own) else { continue }
      for node in blocs.indices where continued[Int(other.labels[node])] != own.labels[node] {
        undecided.insert(Int32(node))
      }
    }
    return BlocOptima(
      lineIndex: best, strain: strain, partitions: [best.blocs] + others,
      isComplete: found.isComplete, undecided: undecided.sorted())
  }

  /// The best partitions with the fewest blocs where few actors have ties, and whether these are all.
  private func allBlocs(
    _ best: LineIndex, _ count: BlocCount, _ alpha: Double, most: Int, _ limits: SolverLimits
  ) -> (all: [[Int32]], isComplete: Bool) {
    let costs = CostScale(self, insidePenalty: alpha, acrossPenalty: 1 - alpha).costs
    var hasTie = [Bool](repeating: false, count: nodeCount)
    for edge in 0..<costs.edgeCount {
      hasTie[Int(costs.first[edge])] = true
      hasTie[Int(costs.second[edge])] = true
    }
    let nodes = (0..<Int32(nodeCount)).filter { hasTie[Int($0)] }
    guard best.certificate.isOptimal, nodes.count <= limits.largestDense, !nodes.isEmpty,
      nodes.count >= count.least
    else { return ([], nodes.isEmpty) }
    let step = costs.step
    let tolerance = TwoBlocSolve.tolerance(total: costs.total, step: step)
    let slack = tolerance > step ? tolerance : 0
    let found = DenseCosts(costs, among: nodes).bestDivisions(
      most: count.most(of: nodeCount), least: count.least, slack: slack, limit: most)
    // Where filling a bloc with actors without a tie pays less, the one that is known stands alone.
    guard found.cost <= costs.cost(of: best.blocs) + slack else { return ([], false) }
    let all = found.divisions.map { division in
      let used = (division.max() ?? 0) + 1
      var all = best.blocs.map { $0 < used ? $0 : 0 }
      for (index, node) in nodes.enumerated() { all[Int(node)] = division[index] }
      return all.inOrderOfAppearance()
    }
    return (all, found.isComplete)
  }
}
