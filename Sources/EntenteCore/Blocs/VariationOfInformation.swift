import RealModule

extension Partition {
  /// How much knowing one partition leaves unknown of the other, both ways added up.
  ///
  /// `H(X | Y) + H(Y | X)` in nats, a distance: 0 for equal partitions, symmetric, and never longer by
  /// a detour.
  ///
  /// - Direction, weight, sign: none; only the division of the actors counts.
  ///
  /// ```swift
  /// let moved = try before.variationOfInformation(to: after)  // 0: nobody changed side
  /// ```
  ///
  /// - Parameter other: a partition of the same actors.
  /// - Returns: 0 to ln(actors), in nats; 0 without actors. Divide by the logarithm of the number of
  ///   actors to compare groups of different size.
  /// - Throws: ``PartitionError/differentActors(_:_:)``.
  /// - Complexity: O(actors log actors).
  ///
  /// Reference: Meilă 2007, doi:10.1016/j.jmva.2006.11.013.
  public func variationOfInformation(to other: Partition) throws(PartitionError) -> Double {
    let overlap = try PartitionOverlap(self, other)
    let count = Double(nodeCount)
    var sum = 0.0
    for cell in overlap.cells {
      let shared = Double(cell.count)
      // A cell that is a whole bloc of one side leaves nothing unknown there: ln 1 is exactly 0.
      sum -= shared * .log(shared / Double(overlap.firstSizes[cell.first]))
      sum -= shared * .log(shared / Double(overlap.secondSizes[cell.second]))
    }
    return sum > 0 ? sum / count : 0
  }
}

extension MeasureCatalog {
  /// Distance of two divisions into blocs.
  public static let variationOfInformation = Measure(
    name: "variation-of-information", title: "Variation of information",
    definition:
      "What knowing one division into blocs leaves unknown of the other, both ways added up, in nats.",
    direction: "none",
    weight: "none",
    sign:
      "none: only the division of the actors counts",
    defaultAspect: nil, acceptedAspects: [],
    range: "0 to ln n",
    complexity: "time O(n log n)",
    references: [
      .init(
        "Meilă 2007, Comparing clusterings: an information based distance, Journal of Multivariate Analysis 98",
        doi: "10.1016/j.jmva.2006.11.013")
    ], scope: .system)
}
