extension RelationGraph {
  /// Burt's constraint: how far an actor's relations are invested in people who are tied to each
  /// other, so that they leave it no holes to bridge.
  ///
  /// With pᵢⱼ the share of j in the ties of i, both directions added, the sum over i's neighbours j
  /// of (pᵢⱼ + Σ pᵢq pqⱼ)², where q runs over the other actors.
  ///
  /// - Direction: joined: a tie counts for both of its ends.
  /// - Weight: shares of an actor's sum; scaling all weights changes nothing.
  /// - Sign: refused where the aspect has a negative tie.
  ///
  /// ```swift
  /// let constraint = try graph.constraint()[azerbaijan]
  /// ```
  ///
  /// - Parameters:
  ///   - aspect: accord by default.
  ///   - control: threads, cancellation, progress.
  /// - Returns: values aligned to dense ids, above 0 and mostly below 1, more in small dense
  ///   groups (1.125 in a triangle of equal ties); nil for an isolated actor, who has none.
  /// - Throws: ``MeasureError`` for a negative tie or cancellation.
  /// - Complexity: time O(Σ degree²), memory O(n + m).
  /// - Reference: Burt 1992, Structural Holes, ISBN 978-0-674-84371-4; Burt 2004,
  ///   doi:10.1086/421787.
  public func constraint(
    on aspect: TieAspect = .accord,
    control: RunControl = .standard
  ) throws(MeasureError) -> [Double?] {
    let name = MeasureCatalog.constraint.name
    let graph = try AspectGraph(self, aspect, .undirected, refusingNegativesFor: name)
    let n = nodeCount
    guard n > 0 else { return [] }
    var shares = graph.weights
    for node in 0..<n {
      let arcs = graph.arcs(node)
      let sum = arcs.reduce(0.0) { $0 + graph.weights[$1] }
      for arc in arcs { shares[arc] /= sum }
    }
    let share = shares
    let size = max(1, (n + 63) / 64)
    let parts = ParallelWork.map(jobs: (n + size - 1) / size, control: control) {
      piece,
      shouldStop in
      var indirect = [Double](repeating: 0, count: n)
      var values: [Double?] = []
      for node in piece * size..<min(n, (piece + 1) * size) {
        if shouldStop() { break }
        guard !graph.arcs(node).isEmpty else {
          values.append(nil)
          continue
        }
        for arc in graph.arcs(node) {
          let middle = Int(graph.neighbours[arc])
          for next in graph.arcs(middle) {
            indirect[Int(graph.neighbours[next])] += share[arc] * share[next]
          }
        }
        var sum = 0.0
        for arc in graph.arcs(node) {
          let invested = share[arc] + indirect[Int(graph.neighbours[arc])]
          sum += invested * invested
        }
        values.append(sum)
        for arc in graph.arcs(node) {
          for next in graph.arcs(Int(graph.neighbours[arc])) {
            indirect[Int(graph.neighbours[next])] = 0
          }
        }
      }
      return values
    }
    guard let parts else { throw .cancelled(measure: name) }
    return parts.flatMap { $0 }
  }
}

extension MeasureCatalog {
  /// How far an actor's neighbours are tied to each other.
  public static let constraint = Measure(
    name: "constraint",
    title: "Burt's constraint",
    definition:
      "The sum over neighbours j of the squared share of the actor's relations that is invested in j, directly and through others: high where an actor's neighbours are tied to each other.",
    direction: "joined: a tie counts for both of its ends",
    weight: "shares of an actor's sum; scaling all weights changes nothing",
    sign: "defined for weights of 0 or more: a negative tie is refused",
    defaultAspect: .accord,
    acceptedAspects: TieAspect.allCases,
    range:
      "above 0, mostly below 1, more in small dense groups (1.125 in a triangle); undefined for an isolated actor",
    complexity: "time O(Σ degree²), memory O(n + m)",
    references: [
      .init("Burt 1992, Structural Holes: The Social Structure of Competition, Harvard"),
      .init(
        "Burt 2004, Structural holes and good ideas, American Journal of Sociology 110",
        doi: "10.1086/421787"
      ),
    ],
    compute: { graph, aspect, _, control throws(MeasureError) in
      [.init("constraint", optional: try graph.constraint(on: aspect, control: control))]
    }
  )
}
