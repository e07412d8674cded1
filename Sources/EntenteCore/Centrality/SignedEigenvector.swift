/// Which eigenvalue of a signed matrix counts as the leading one.
public enum LeadingEigenvalue: String, Sendable, CaseIterable {
  /// The largest in magnitude; of two opposite ones the positive.
  case magnitude
  /// The largest.
  case largest
}

extension RelationGraph {
  /// Signed eigenvector status: an actor stands high when high actors are tied to it positively and
  /// low ones negatively.
  ///
  /// The eigenvector of the leading eigenvalue of the symmetric matrix of net weights. In a balanced
  /// network the two blocs have opposite signs and the magnitudes are the eigenvector centralities
  /// of the network without signs.
  ///
  /// - Direction: the two directions of a pair are joined and their net weights added up.
  /// - Weight: proportional; scaling all weights changes nothing.
  /// - Sign: the point of it. The sign of the whole vector is arbitrary; it is chosen so that the
  ///   value of the largest magnitude is positive, that of the first actor where several tie.
  ///
  /// ```swift
  /// let status = try graph.signedEigenvector()
  /// print(status.values, status.eigenvalue)
  /// ```
  ///
  /// - Parameters:
  ///   - aspect: net by default; accord and tension are read as positive weights.
  ///   - leading: by magnitude by default.
  ///   - tolerance: of the residual, relative to the eigenvalue, above 0.
  ///   - maxIterations: products with the matrix before giving up, at least 1.
  ///   - control: cancellation.
  /// - Returns: values −1…1 aligned to dense ids, the largest in magnitude 1, with the eigenvalue;
  ///   all 0 where there are no ties.
  /// - Throws: ``MeasureError/undefined(measure:reason:)`` where the leading eigenvalue has more than
  ///   one eigenvector, so that no single answer exists, and
  ///   ``MeasureError/notConverged(measure:iterations:residual:tolerance:)``.
  /// - Complexity: O(k(m + n)) for k products, mostly under 100; O(n³) up to 96 actors.
  /// - Reference: Bonacich & Lloyd 2004, doi:10.1016/j.socnet.2004.08.007.
  public func signedEigenvector(
    on aspect: TieAspect = .net,
    leading: LeadingEigenvalue = .magnitude,
    tolerance: Double = 1e-11,
    maxIterations: Int = 400,
    control: RunControl = .standard
  ) throws(MeasureError) -> ConvergedValues {
    let name = MeasureCatalog.signedEigenvector.name
    try IterationLimits.check(tolerance, maxIterations, measure: name)
    let graph = try AspectGraph(self, aspect, .undirected)
    guard graph.arcCount > 0 else {
      return ConvergedValues(
        values: Array(repeating: 0, count: nodeCount),
        eigenvalue: 0,
        iterations: 0,
        residual: 0
      )
    }
    let spectrum = SpectrumEnds(
      SparseRows(graph), tolerance: tolerance, maxIterations: maxIterations)
    let found: SpectrumEnds.Leader
    do {
      found = try spectrum.leading(leading, control: control)
    } catch {
      switch error {
      case .noConvergence(let residual, let iterations):
        throw .notConverged(
          measure: name, iterations: iterations, residual: residual, tolerance: tolerance)
      case .cancelled: throw .cancelled(measure: name)
      }
    }
    guard found.isAlone else {
      throw .undefined(
        measure: name,
        reason:
          "its leading eigenvalue has more than one eigenvector; ask for the other leading eigenvalue, or look at each connected part alone"
      )
    }
    return ConvergedValues(
      values: Self.oriented(found.vector), eigenvalue: found.value, iterations: found.iterations,
      residual: found.residual)
  }

  /// The vector with its largest magnitude scaled to +1. Magnitudes that differ by rounding only
  /// count as equal, or the sign would be a matter of luck.
  private static func oriented(_ vector: [Double]) -> [Double] {
    let top = vector.reduce(0) { max($0, abs($1)) }
    guard let leader = vector.first(where: { abs($0) >= top * (1 - 1e-8) }) else { return vector }
    let scale = leader < 0 ? -top : top
    return vector.map { $0 / scale }
  }
}

extension MeasureCatalog {
  /// Eigenvector status with signs.
  public static let signedEigenvector = Measure(
    name: "signed-eigenvector",
    title: "Signed eigenvector status",
    definition:
      "The eigenvector of the leading eigenvalue (the largest in magnitude) of the symmetric matrix of net weights: an actor stands high when high actors are tied to it positively and low ones negatively.",
    direction: "the two directions of a pair are joined and their weights added up",
    weight: "proportional; scaling all weights changes nothing",
    sign:
      "taken as it is; in a balanced network the two blocs have opposite signs. The sign of the whole is chosen so that the largest magnitude is positive",
    defaultAspect: .net,
    acceptedAspects: TieAspect.allCases,
    range: "−1 to 1, the largest magnitude is 1",
    complexity: "time O(k(m + n)) for k products, mostly under 100; memory O(m + n)",
    references: [
      .init(
        "Bonacich & Lloyd 2004, Calculating status with negative relations, Social Networks 26",
        doi: "10.1016/j.socnet.2004.08.007"
      )
    ],
    compute: { graph, aspect, _, control throws(MeasureError) in
      [
        .init(
          "signed-eigenvector",
          try graph.signedEigenvector(on: aspect, control: control).values
        )
      ]
    }
  )
}
