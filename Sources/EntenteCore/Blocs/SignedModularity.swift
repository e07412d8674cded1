/// How much the two kinds of ties count in the modularity of signed ties, and on what scale blocs are
/// looked for.
public struct ModularityResolution: Sendable, Hashable {
  /// Multiplies the positive ties expected inside blocs: above 1 gives more and smaller blocs.
  public var positive: Double
  /// Multiplies the negative ties expected inside blocs: above 1 gives fewer and larger blocs.
  public var negative: Double

  /// Both 1 by default, which is the definition as published.
  public init(positive: Double = 1, negative: Double = 1) {
    self.positive = positive
    self.negative = negative
  }

  func check() throws(PartitionError) {
    for value in [positive, negative] where !(value >= 0 && value.isFinite) {
      throw .unusableResolution(value)
    }
  }
}

extension SignedTies {
  /// The signed modularity of a partition: how far ties inside blocs are more friendly, and less
  /// hostile, than chance would have it.
  ///
  /// With w⁺ and w⁻ the positive and negative parts of the ties, s⁺ and s⁻ an actor's sums of them,
  /// and 2W⁺ and 2W⁻ the sums over all actors:
  ///
  ///     Q = 1 / (2W⁺ + 2W⁻) · Σᵢⱼ [ wᵢⱼ − (s⁺ᵢ s⁺ⱼ / 2W⁺ − s⁻ᵢ s⁻ⱼ / 2W⁻) ] · [i and j in one bloc]
  ///
  /// This is the definition of Gómez, Jensen & Arenas. Without negative ties it is the usual
  /// modularity.
  ///
  /// - Direction: joined by ``SignedTies``.
  /// - Weight: the joined net.
  /// - Sign: each sign has a chance model of its own, so that a hostile tie inside a bloc counts
  ///   against it by more than its absence.
  ///
  /// ```swift
  /// let quality = try ties.modularity(of: Partition(labels: ["A", "A", "B"]))
  /// ```
  ///
  /// - Parameters:
  ///   - partition: of the actors of this graph.
  ///   - resolution: what multiplies the two chance terms; 1 and 1 is the definition.
  /// - Returns: −1 to 1; undefined without ties.
  /// - Throws: ``PartitionError`` if the partition is not of these actors, or the resolution is
  ///   negative or not finite.
  /// - Complexity: O(actors + ties).
  ///
  /// Reference: Gómez, Jensen & Arenas 2009, doi:10.1103/PhysRevE.80.016114, equation 15.
  public func modularity(
    of partition: Partition, resolution: ModularityResolution = ModularityResolution()
  ) throws(PartitionError) -> Measured {
    guard partition.nodeCount == nodeCount else {
      throw .differentActors(partition.nodeCount, nodeCount)
    }
    try resolution.check()
    guard tieCount > 0 else { return .undefined(.noTies) }
    // Everything is relative to the largest weight, so that sums can't overflow.
    let unit = weights.reduce(0) { max($0, abs($1)) }
    var positive = [Double](repeating: 0, count: partition.blocCount)
    var negative = positive
    var inside = 0.0
    for node in 0..<nodeCount {
      let bloc = partition.labels[node]
      for position in ties(of: Int32(node)) {
        let weight = weights[position] / unit
        if weight > 0 { positive[Int(bloc)] += weight } else { negative[Int(bloc)] -= weight }
        if partition.labels[Int(neighbors[position])] == bloc { inside += weight }
      }
    }
    let allPositive = positive.reduce(0, +)
    let allNegative = negative.reduce(0, +)
    var expected = 0.0
    for bloc in 0..<partition.blocCount {
      if allPositive > 0 {
        expected += resolution.positive * positive[bloc] * (positive[bloc] / allPositive)
      }
      if allNegative > 0 {
        expected -= resolution.negative * negative[bloc] * (negative[bloc] / allNegative)
      }
    }
    return .value((inside - expected) / (allPositive + allNegative))
  }
}

extension MeasureCatalog {
  /// How good a division into blocs is.
  public static let signedModularity = Measure(
    name: "signed-modularity", title: "Signed modularity",
    definition:
      "How much more friendly, and less hostile, the ties inside blocs are than chance would have it, with a chance model for each sign.",
    direction: "the net of both directions is added up; a sum of 0 is no tie",
    weight: "proportional; scaling all weights changes nothing",
    sign:
      "kept: a hostile tie inside a bloc counts against it",
    defaultAspect: .net, acceptedAspects: [.net],
    range: "-1 to 1; undefined without ties",
    complexity: "time and memory O(n + m)",
    references: [
      .init(
        "Gómez, Jensen & Arenas 2009, Analysis of community structure in networks of correlated data, Physical Review E 80",
        doi: "10.1103/PhysRevE.80.016114")
    ], scope: .system,
    compute: { graph, _, partition, _ throws(MeasureError) in
      guard let partition else {
        throw .undefined(measure: "signed-modularity", reason: "it needs the bloc of each actor")
      }
      let ties = try signedTies(graph, for: "signed-modularity")
      let quality = try answer(for: "signed-modularity") { () throws(PartitionError) in
        try ties.modularity(of: Partition(labels: partition))
      }
      return [try column("signed-modularity", quality)]
    })
}
