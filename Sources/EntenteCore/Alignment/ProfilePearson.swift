extension RelationProfiles {
  /// The correlation of two actors' profiles.
  ///
  /// Pearson's correlation, under the weights, over third parties, layers and directions, with 0
  /// where there is no tie. Unlike the cosine it measures from each actor's own mean, so third
  /// parties that neither has a tie to count as agreement.
  ///
  /// - Direction, weight, sign: as the profiles keep them.
  ///
  /// ```swift
  /// let correlation = profiles.pearson(0, 1).value
  /// ```
  ///
  /// - Parameters:
  ///   - first: one actor.
  ///   - second: another actor.
  /// - Returns: −1 to 1; undefined without third parties or if one of the two treats all of them
  ///   alike.
  /// - Complexity: O(actors + ties of both).
  ///
  /// Reference: Wasserman & Faust 1994, doi:10.1017/CBO9780511815478, section 9.4.
  public func pearson(_ first: Int32, _ second: Int32) -> Measured {
    let comparison = compare(first, second)
    guard !comparison.isEmpty else { return .undefined(.noThirdParties) }
    var entries = comparison.entries.map {
      (first: $0.first / unit, second: $0.second / unit, weight: $0.weight)
    }
    if comparison.absentCount > 0 { entries.append((0, 0, comparison.absentWeight)) }
    // Whether anything varies is asked of the values themselves: a variance may be rounding.
    let constant = { (values: [Double]) in values.allSatisfy { $0 == values[0] } }
    guard !constant(entries.map(\.first)), !constant(entries.map(\.second)) else {
      return .undefined(.constantProfile)
    }
    var weight = 0.0
    var firstMean = 0.0
    var secondMean = 0.0
    for entry in entries {
      weight += entry.weight
      firstMean += entry.weight * entry.first
      secondMean += entry.weight * entry.second
    }
    firstMean /= weight
    secondMean /= weight
    var product = 0.0
    var mine = 0.0
    var theirs = 0.0
    for entry in entries {
      let (x, y) = (entry.first - firstMean, entry.second - secondMean)
      product += entry.weight * x * y
      mine += entry.weight * x * x
      theirs += entry.weight * y * y
    }
    guard mine > 0, theirs > 0 else { return .undefined(.constantProfile) }
    return .value(max(-1, min(1, product / (mine.squareRoot() * theirs.squareRoot()))))
  }
}

extension MeasureCatalog {
  /// Profiles compared by correlation.
  public static let pearson = Measure(
    name: "pearson", title: "Correlation of profiles",
    definition:
      "The correlation of two actors' ties to third parties, with 0 where there is no tie.",
    direction: "both directions, each an entry of its own; one alone on request",
    weight: "only deviations from an actor's own mean count",
    sign:
      "kept: shared enemies count as shared friends do",
    defaultAspect: .net, acceptedAspects: TieAspect.allCases,
    range: "-1 to 1; undefined if one treats all third parties alike",
    complexity: "time O(n + degree of both) a pair",
    references: [
      .init(
        "Wasserman & Faust 1994, Social Network Analysis",
        doi: "10.1017/CBO9780511815478")
    ], scope: .system)
}
