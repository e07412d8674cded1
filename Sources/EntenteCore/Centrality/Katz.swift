/// How fast a chain of ties loses value with each tie: Katz's attenuation α.
public enum KatzAttenuation: Sendable, Hashable {
  /// α is this share of 1/λ, the bound at which the sum over all chains ceases to be finite.
  /// Above 0 and below 1.
  case shareOfBound(Double)
  /// α itself, above 0 and below 1/λ.
  case fixed(Double)
}

extension RelationGraph {
  /// Katz centrality: how many chains of ties lead to an actor, long ones counting less.
  ///
  /// x = 1 + α M x, that is 1 for the actor itself and, for every chain of k ties that arrives, αᵏ
  /// times the product of its weights.
  ///
  /// - Direction: `.incoming`: chains that arrive; `.outgoing`: that leave; `.undirected`: both
  ///   directions joined.
  /// - Weight: multiplied along a chain. With `.shareOfBound` scaling all weights changes nothing.
  /// - Sign: refused where the aspect has a negative tie.
  ///
  /// ```swift
  /// let reach = try graph.katz(attenuation: .shareOfBound(0.5)).values
  /// ```
  ///
  /// - Parameters:
  ///   - aspect: accord by default.
  ///   - attenuation: half of the bound by default; Katz recommends half to all of it. Where no
  ///     tie lies on a cycle there is no bound, and the share is of 1 over the largest strength.
  ///   - direction: incoming by default.
  ///   - tolerance: the largest change that one more step may make, relative to the largest value.
  ///   - maxIterations: steps before giving up, at least 1.
  ///   - control: cancellation.
  /// - Returns: values of 1 and more, aligned to dense ids; 1 for an actor that no tie reaches. The
  ///   eigenvalue is λ where it was needed.
  /// - Throws: ``MeasureError/notConverged(measure:iterations:residual:tolerance:)`` also when a
  ///   fixed attenuation is at or over its bound, and for a negative tie.
  /// - Complexity: O(n + m) a step.
  /// - Reference: Katz 1953, doi:10.1007/BF02289026.
  public func katz(
    on aspect: TieAspect = .accord,
    attenuation: KatzAttenuation = .shareOfBound(0.5),
    direction: TieDirection = .incoming,
    tolerance: Double = 1e-12,
    maxIterations: Int = 10_000,
    control: RunControl = .standard
  ) throws(MeasureError) -> ConvergedValues {
    let name = MeasureCatalog.katz.name
    try IterationLimits.check(tolerance, maxIterations, measure: name)
    let graph = try AspectGraph(self, aspect, direction, refusingNegativesFor: name)
    let matrix = SparseRows(graph)
    var eigenvalue: Double?
    let alpha: Double
    switch attenuation {
    case .fixed(let value):
      guard value > 0, value.isFinite else {
        throw .unusableParameter(
          measure: name,
          parameter: "attenuation",
          value: value,
          allowed: "above 0"
        )
      }
      alpha = value
    case .shareOfBound(let share):
      guard share > 0, share < 1 else {
        throw .unusableParameter(
          measure: name,
          parameter: "attenuation share",
          value: share,
          allowed: "above 0 and below 1"
        )
      }
      guard graph.arcCount > 0 else {
        return ConvergedValues(
          values: Array(repeating: 1, count: nodeCount),
          iterations: 0,
          residual: 0
        )
      }
      let leading = try PowerIteration.perron(
        matrix,
        measure: name,
        tolerance: tolerance,
        maxIterations: maxIterations,
        control: control,
        hasCycle: { graph.hasCycle }
      )
      eigenvalue = leading?.eigenvalue ?? 0
      alpha = share / (leading?.eigenvalue ?? matrix.largestRowSum)
    }
    var values = [Double](repeating: 1, count: nodeCount)
    var next = values
    var residual = Double.infinity
    for iteration in 1...maxIterations {
      if control.isCancelled() { throw .cancelled(measure: name) }
      matrix.multiply(values, into: &next)
      var largest = 1.0
      var change = 0.0
      for node in values.indices {
        let value = 1 + alpha * next[node]
        change = max(change, value - values[node])
        largest = max(largest, value)
        values[node] = value
      }
      residual = change / largest
      if residual <= tolerance {
        return ConvergedValues(
          values: values,
          eigenvalue: eigenvalue,
          iterations: iteration,
          residual: residual
        )
      }
      // Over the bound the values grow without end: there is no point in going on to infinity.
      guard largest < 1e200 else {
        throw .notConverged(
          measure: name,
          iterations: iteration,
          residual: residual,
          tolerance: tolerance
        )
      }
    }
    throw .notConverged(
      measure: name,
      iterations: maxIterations,
      residual: residual,
      tolerance: tolerance
    )
  }
}

extension MeasureCatalog {
  /// Chains of ties that lead to an actor.
  public static let katz = Measure(
    name: "katz",
    title: "Katz centrality",
    definition:
      "One for the actor itself, and for every chain of k ties that arrives the product of the weights times the k-th power of an attenuation, by default half of its bound 1/λ.",
    direction: "chains that arrive; outgoing or undirected on request",
    weight: "multiplied along a chain; scaling all weights changes nothing",
    sign: "defined for weights of 0 or more: a negative tie is refused",
    defaultAspect: .accord,
    acceptedAspects: TieAspect.allCases,
    range: "1 and up",
    complexity: "time O(n + m) a step, memory O(n + m)",
    references: [
      .init(
        "Katz 1953, A new status index derived from sociometric analysis, Psychometrika 18",
        doi: "10.1007/BF02289026"
      )
    ],
    compute: { graph, aspect, _, control throws(MeasureError) in
      [.init("katz", try graph.katz(on: aspect, control: control).values)]
    }
  )
}
