extension RelationProfiles {
  /// The cosine of the angle between two actors' profiles.
  ///
  /// `Σ w x y / √(Σ w x² · Σ w y²)` over third parties, layers and directions. Only the proportions
  /// of a profile count, not its size; a third party to which neither has a tie changes nothing.
  ///
  /// - Direction, weight, sign: as the profiles keep them; friends and enemies alike raise it when
  ///   they are shared.
  ///
  /// ```swift
  /// let likeness = profiles.cosine(0, 1)  // .value(1): the same friends and the same enemies
  /// ```
  ///
  /// - Parameters:
  ///   - first: one actor.
  ///   - second: another actor.
  /// - Returns: −1 (opposite) to 1 (alike in proportion); undefined without third parties or if one
  ///   of the two has no tie to any.
  /// - Complexity: O(actors + ties of both).
  ///
  /// Reference: Salton & McGill 1983, Introduction to Modern Information Retrieval.
  public func cosine(_ first: Int32, _ second: Int32) -> Measured {
    let comparison = compare(first, second)
    guard !comparison.isEmpty else { return .undefined(.noThirdParties) }
    var product = 0.0
    var mine = 0.0
    var theirs = 0.0
    for entry in comparison.entries {
      let (x, y) = (entry.first / unit, entry.second / unit)
      product += entry.weight * x * y
      mine += entry.weight * x * x
      theirs += entry.weight * y * y
    }
    guard mine > 0, theirs > 0 else { return .undefined(.emptyProfile) }
    return .value(max(-1, min(1, product / (mine.squareRoot() * theirs.squareRoot()))))
  }
}

extension MeasureCatalog {
  /// Profiles compared by angle.
  public static let cosine = Measure(
    name: "cosine", title: "Cosine similarity of profiles",
    definition:
      "The cosine of the angle between two actors' ties to third parties, all layers and both directions side by side.",
    direction: "both directions, each an entry of its own; one alone on request",
    weight: "only the proportions of a profile count",
    sign:
      "kept: shared enemies count as shared friends do",
    defaultAspect: .net, acceptedAspects: TieAspect.allCases,
    range: "-1 to 1; undefined if one has no tie to a third party",
    complexity: "time O(n + degree of both) a pair",
    references: [
      .init("Salton & McGill 1983, Introduction to Modern Information Retrieval")
    ], scope: .system)
}
