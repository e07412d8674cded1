extension RelationProfiles {
  /// The scale of the ties that is used where none is given: −10…10 for net, 0…10 for tension and
  /// accord.
  public var defaultScale: ClosedRange<Double> { aspect == .net ? -10...10 : 0...10 }

  /// Signorino and Ritter's S: how near two actors' profiles are on the scale of the ties.
  ///
  /// `S = 1 − 2 · Σ w |x − y| / (Σ w · Δ)` over third parties, layers and directions. **Δ, the largest
  /// possible distance, is the length of the scale**: 20 for net on −10…10, 10 for tension or accord.
  /// A third party that neither has a tie to counts as full agreement, so S is close to 1 in sparse
  /// graphs; and S ignores agreement by chance, for which see ``scottPi(_:_:categories:disagreement:)``
  /// and ``cohenKappa(_:_:categories:disagreement:)``.
  ///
  /// - Direction, weight, sign: as the profiles keep them; weights of third parties (such as their
  ///   capabilities) enter as w.
  ///
  /// ```swift
  /// let s = try profiles.signorinoRitterS(0, 1, scale: -10...10).value
  /// ```
  ///
  /// - Parameters:
  ///   - first: one actor.
  ///   - second: another actor.
  ///   - scale: what a tie can be, in the units of the ties; it holds 0, the value of no tie. The
  ///     ``defaultScale`` if nil.
  /// - Returns: −1 (at opposite ends of the scale everywhere) to 1 (equal everywhere); undefined
  ///   without third parties.
  /// - Throws: ``AlignmentError`` for an unusable scale or a tie outside it.
  /// - Complexity: O(actors + ties of both).
  ///
  /// Reference: Signorino & Ritter 1999, doi:10.1111/0020-8833.00113.
  public func signorinoRitterS(
    _ first: Int32, _ second: Int32, scale: ClosedRange<Double>? = nil
  ) throws(AlignmentError) -> Measured {
    let scale = scale ?? defaultScale
    let length = scale.upperBound - scale.lowerBound
    guard length > 0, length.isFinite, scale.contains(0) else {
      throw .unusableScale(scale.lowerBound, scale.upperBound)
    }
    let comparison = compare(first, second)
    guard !comparison.isEmpty else { return .undefined(.noThirdParties) }
    var distance = 0.0
    var weight = comparison.absentWeight
    for entry in comparison.entries {
      for value in [entry.first, entry.second] where !scale.contains(value) {
        throw .outsideScale(value: value, lowest: scale.lowerBound, highest: scale.upperBound)
      }
      distance += entry.weight * (abs(entry.first - entry.second) / length)
      weight += entry.weight
    }
    return .value(max(-1, min(1, 1 - 2 * (distance / weight))))
  }
}

extension MeasureCatalog {
  /// Profiles compared by distance on the scale.
  public static let signorinoRitterS = Measure(
    name: "signorino-ritter-s", title: "Signorino and Ritter's S",
    definition:
      "1 - 2 x the mean distance of two actors' ties to third parties over the largest possible distance: 20 for net on -10 to 10, 10 for tension or accord. Ignores agreement by chance.",
    direction: "both directions, each an entry of its own; one alone on request",
    weight: "distances on the scale of the ties; third parties and layers may be weighted",
    sign:
      "kept: shared enemies count as shared friends do",
    defaultAspect: .net, acceptedAspects: TieAspect.allCases,
    range: "-1 to 1; close to 1 in sparse graphs",
    complexity: "time O(n + degree of both) a pair",
    references: [
      .init(
        "Signorino & Ritter 1999, Tau-b or not tau-b: measuring the similarity of foreign policy positions, International Studies Quarterly 43",
        doi: "10.1111/0020-8833.00113")
    ], scope: .system)
}
