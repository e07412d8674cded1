extension Partition {
  /// The agreement of two partitions over pairs of actors, corrected for chance.
  ///
  /// Of all pairs of actors, those that both partitions put together, less what two random partitions
  /// with the same bloc sizes would share, over the most that is possible.
  ///
  /// - Direction, weight, sign: none; only the division of the actors counts.
  ///
  /// ```swift
  /// let agreement = try before.adjustedRand(with: after).value
  /// ```
  ///
  /// - Parameter other: a partition of the same actors.
  /// - Returns: 1 for equal partitions, about 0 for unrelated ones, −0.5 or more; undefined without
  ///   actors. Two partitions that leave nothing to chance (both of one bloc, or both of single
  ///   actors) are equal, so 1.
  /// - Throws: ``PartitionError/differentActors(_:_:)``.
  /// - Complexity: O(actors log actors).
  ///
  /// References: Hubert & Arabie 1985, doi:10.1007/BF01908075; Chacón & Rastrojo 2023,
  /// doi:10.1007/s11634-022-00491-w (the lower bound).
  public func adjustedRand(with other: Partition) throws(PartitionError) -> Measured {
    let overlap = try PartitionOverlap(self, other)
    guard nodeCount > 0 else { return .undefined(.noActors) }
    if self == other { return .value(1) }
    // Unequal partitions have two actors or more, and not both are trivial: no division by zero.
    let pairs = { (count: Int) in Double(count) * Double(count - 1) / 2 }
    let both = overlap.cells.reduce(0) { $0 + pairs($1.count) }
    let first = overlap.firstSizes.reduce(0) { $0 + pairs($1) }
    let second = overlap.secondSizes.reduce(0) { $0 + pairs($1) }
    let chance = first * (second / pairs(nodeCount))
    return .value((both - chance) / ((first + second) / 2 - chance))
  }
}

extension MeasureCatalog {
  /// Agreement of two divisions into blocs.
  public static let adjustedRand = Measure(
    name: "adjusted-rand", title: "Adjusted Rand index",
    definition:
      "The agreement of two divisions into blocs over pairs of actors, corrected for chance.",
    direction: "none",
    weight: "none",
    sign:
      "none: only the division of the actors counts",
    defaultAspect: nil, acceptedAspects: [],
    range: "-0.5 to 1; 0 is chance",
    complexity: "time O(n log n)",
    references: [
      .init(
        "Hubert & Arabie 1985, Comparing partitions, Journal of Classification 2",
        doi: "10.1007/BF01908075")
    ], scope: .system)
}
