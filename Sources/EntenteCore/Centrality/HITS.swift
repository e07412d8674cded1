/// What HITS finds: two scores for each actor.
public struct HubsAndAuthorities: Sendable, Hashable {
  /// High for an actor that ties to good authorities; the largest is 1.
  public var hubs: [Double]
  /// High for an actor to whom good hubs tie; the largest is 1.
  public var authorities: [Double]
  /// How many iterations were made.
  public var iterations: Int
  /// The largest change of an authority that the last step made.
  public var residual: Double
}

extension RelationGraph {
  /// HITS: hubs tie to good authorities, and authorities are tied to by good hubs.
  ///
  /// The authorities are the leading eigenvector of AᵀA, the hubs that of AAᵀ. Where several share
  /// the largest eigenvalue, the answer is the one that repeated multiplication of equal values
  /// leads to.
  ///
  /// - Direction: essential: authorities gain from arriving ties, hubs from leaving ones.
  /// - Weight: proportional; scaling all weights changes nothing.
  /// - Sign: refused where the aspect has a negative tie.
  ///
  /// ```swift
  /// let authorities = try graph.hits().authorities
  /// ```
  ///
  /// - Parameters:
  ///   - aspect: accord by default.
  ///   - tolerance: the largest change that one more step may make, above 0.
  ///   - maxIterations: steps before giving up, at least 1.
  ///   - control: cancellation.
  /// - Returns: scores 0…1 aligned to dense ids; all 0 where there are no ties.
  /// - Throws: ``MeasureError/notConverged(measure:iterations:residual:tolerance:)``, and for a
  ///   negative tie.
  /// - Complexity: O(n + m) a step.
  /// - Reference: Kleinberg 1999, doi:10.1145/324133.324140.
  public func hits(
    on aspect: TieAspect = .accord,
    tolerance: Double = 1e-10,
    maxIterations: Int = 10_000,
    control: RunControl = .standard
  ) throws(MeasureError) -> HubsAndAuthorities {
    let name = MeasureCatalog.hits.name
    try IterationLimits.check(tolerance, maxIterations, measure: name)
    let leaving = SparseRows(
      try AspectGraph(self, aspect, .outgoing, refusingNegativesFor: name)
    )
    let arriving = SparseRows(try AspectGraph(self, aspect, .incoming))
    var hubs = [Double](repeating: 1, count: nodeCount)
    var authorities = [Double](repeating: 1, count: nodeCount)
    var next = authorities
    guard leaving.largestRowSum > 0 else {
      let none = [Double](repeating: 0, count: nodeCount)
      return HubsAndAuthorities(hubs: none, authorities: none, iterations: 0, residual: 0)
    }
    var residual = Double.infinity
    for iteration in 1...maxIterations {
      if control.isCancelled() { throw .cancelled(measure: name) }
      arriving.multiply(hubs, into: &next)
      Self.scaleToOne(&next)
      residual = zip(next, authorities).reduce(0) { max($0, abs($1.0 - $1.1)) }
      swap(&next, &authorities)
      leaving.multiply(authorities, into: &hubs)
      Self.scaleToOne(&hubs)
      if residual <= tolerance {
        return HubsAndAuthorities(
          hubs: hubs,
          authorities: authorities,
          iterations: iteration,
          residual: residual
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

  private static func scaleToOne(_ values: inout [Double]) {
    guard let largest = values.max(), largest > 0 else { return }
    for node in values.indices { values[node] /= largest }
  }
}

extension MeasureCatalog {
  /// Hubs and authorities.
  public static let hits = Measure(
    name: "hits",
    title: "Hubs and authorities (HITS)",
    definition:
      "Two scores that define each other: hubs tie to good authorities, and authorities are tied to by good hubs.",
    direction: "essential: authorities gain from arriving ties, hubs from leaving ones",
    weight: "proportional; scaling all weights changes nothing",
    sign: "defined for weights of 0 or more: a negative tie is refused",
    defaultAspect: .accord,
    acceptedAspects: TieAspect.allCases,
    range: "0 to 1, the largest of each is 1",
    complexity: "time O(n + m) a step, memory O(n + m)",
    references: [
      .init(
        "Kleinberg 1999, Authoritative sources in a hyperlinked environment, Journal of the ACM 46",
        doi: "10.1145/324133.324140"
      )
    ],
    compute: { graph, aspect, _, control throws(MeasureError) in
      let scores = try graph.hits(on: aspect, control: control)
      return [.init("hub", scores.hubs), .init("authority", scores.authorities)]
    }
  )
}
