extension RelationGraph {
  /// Eigenvector centrality: an actor is central when central actors tie to it.
  ///
  /// The values x with λx = Mx for the largest eigenvalue λ of the matrix of weights, scaled so
  /// that the largest is 1. Where several parts of the graph share the largest eigenvalue, the
  /// answer is the one that repeated multiplication of equal values leads to.
  ///
  /// - Direction: `.incoming`: an actor gains from those who tie to it; `.outgoing`: from those it
  ///   ties to; `.undirected`: both directions joined.
  /// - Weight: proportional; scaling all weights changes nothing.
  /// - Sign: refused where the aspect has a negative tie; for signed ties see
  ///   ``RelationGraph/signedEigenvector(on:leading:tolerance:maxIterations:control:)``.
  ///
  /// ```swift
  /// let standing = try graph.eigenvectorCentrality(direction: .undirected).values
  /// ```
  ///
  /// - Parameters:
  ///   - aspect: accord by default.
  ///   - direction: incoming by default.
  ///   - tolerance: the largest change that one more step may make, above 0.
  ///   - maxIterations: steps before giving up, at least 1.
  ///   - control: cancellation.
  /// - Returns: values 0…1 aligned to dense ids, with λ; all 0 where there are no ties. Actors
  ///   outside the leading part of the graph get 0.
  /// - Throws: ``MeasureError/undefined(measure:reason:)`` where no tie lies on a cycle,
  ///   ``MeasureError/notConverged(measure:iterations:residual:tolerance:)``, and for a negative
  ///   tie.
  /// - Complexity: O(n + m) a step.
  /// - Reference: Bonacich 1972, doi:10.1080/0022250X.1972.9989806.
  public func eigenvectorCentrality(
    on aspect: TieAspect = .accord,
    direction: TieDirection = .incoming,
    tolerance: Double = 1e-10,
    maxIterations: Int = 10_000,
    control: RunControl = .standard
  ) throws(MeasureError) -> ConvergedValues {
    let name = MeasureCatalog.eigenvector.name
    try IterationLimits.check(tolerance, maxIterations, measure: name)
    let graph = try AspectGraph(self, aspect, direction, refusingNegativesFor: name)
    guard graph.arcCount > 0 else {
      return ConvergedValues(
        values: Array(repeating: 0, count: nodeCount),
        eigenvalue: 0,
        iterations: 0,
        residual: 0
      )
    }
    let found = try PowerIteration.perron(
      SparseRows(graph),
      measure: name,
      tolerance: tolerance,
      maxIterations: maxIterations,
      control: control,
      hasCycle: { graph.hasCycle }
    )
    guard let found else {
      throw .undefined(
        measure: name,
        reason: "no tie lies on a cycle, so every value would be 0; use katz or pagerank"
      )
    }
    return found
  }
}

/// Checks that the parameters of an iteration make sense.
enum IterationLimits {
  static func check(
    _ tolerance: Double,
    _ maxIterations: Int,
    measure: String
  ) throws(MeasureError) {
    guard tolerance > 0, tolerance.isFinite else {
      throw .unusableParameter(
        measure: measure,
        parameter: "tolerance",
        value: tolerance,
        allowed: "above 0"
      )
    }
    guard maxIterations >= 1 else {
      throw .unusableParameter(
        measure: measure,
        parameter: "maxIterations",
        value: Double(maxIterations),
        allowed: "1 or more"
      )
    }
  }
}

extension MeasureCatalog {
  /// Centrality from the centrality of neighbours.
  public static let eigenvector = Measure(
    name: "eigenvector",
    title: "Eigenvector centrality",
    definition:
      "The eigenvector of the largest eigenvalue of the matrix of weights: an actor is central when central actors tie to it.",
    direction: "an actor gains from those who tie to it; outgoing or undirected on request",
    weight: "proportional; scaling all weights changes nothing",
    sign:
      "defined for weights of 0 or more: a negative tie is refused; signed-eigenvector takes signs",
    defaultAspect: .accord,
    acceptedAspects: TieAspect.allCases,
    range: "0 to 1, the largest is 1",
    complexity: "time O(n + m) a step, memory O(n + m)",
    references: [
      .init(
        "Bonacich 1972, Factoring and weighting approaches to status scores and clique identification, Journal of Mathematical Sociology 2",
        doi: "10.1080/0022250X.1972.9989806"
      )
    ],
    compute: { graph, aspect, _, control throws(MeasureError) in
      [
        .init(
          "eigenvector",
          try graph.eigenvectorCentrality(on: aspect, control: control).values
        )
      ]
    }
  )
}
