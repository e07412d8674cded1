extension RelationGraph {
  /// PageRank: how often a walker who follows ties at random meets each actor.
  ///
  /// With probability `damping` the walker follows a tie that leaves the actor, chosen in
  /// proportion to weight; otherwise, and from an actor whom no tie leaves, it jumps to any actor.
  ///
  /// - Direction: `.incoming`: an actor gains from those who tie to it; `.outgoing`: the walker
  ///   goes against the ties; `.undirected`: both directions joined.
  /// - Weight: shares of an actor's sum; scaling all weights changes nothing.
  /// - Sign: refused where the aspect has a negative tie.
  ///
  /// ```swift
  /// let rank = try graph.pageRank().values
  /// ```
  ///
  /// - Parameters:
  ///   - aspect: accord by default.
  ///   - direction: incoming by default.
  ///   - damping: 0 up to, but not including, 1.
  ///   - tolerance: the sum of changes that one more step may make, above 0.
  ///   - maxIterations: steps before giving up, at least 1.
  ///   - control: cancellation.
  /// - Returns: probabilities aligned to dense ids, which add up to 1. An isolated actor has the
  ///   share that jumps give it. One actor has 1.
  /// - Throws: ``MeasureError/notConverged(measure:iterations:residual:tolerance:)``, and for a
  ///   negative tie or a damping out of range.
  /// - Complexity: O(n + m) a step; about log(tolerance)/log(damping) steps at most.
  /// - Reference: Brin & Page 1998, doi:10.1016/S0169-7552(98)00110-X.
  public func pageRank(
    on aspect: TieAspect = .accord,
    direction: TieDirection = .incoming,
    damping: Double = 0.85,
    tolerance: Double = 1e-12,
    maxIterations: Int = 10_000,
    control: RunControl = .standard
  ) throws(MeasureError) -> ConvergedValues {
    let name = MeasureCatalog.pageRank.name
    try IterationLimits.check(tolerance, maxIterations, measure: name)
    guard damping >= 0, damping < 1 else {
      throw .unusableParameter(
        measure: name,
        parameter: "damping",
        value: damping,
        allowed: "0 up to, not including, 1"
      )
    }
    let graph = try AspectGraph(self, aspect, direction, refusingNegativesFor: name)
    let n = nodeCount
    guard n > 0 else { return ConvergedValues(values: [], iterations: 0, residual: 0) }
    var sent = [Double](repeating: 0, count: n)
    for arc in 0..<graph.arcCount { sent[Int(graph.neighbours[arc])] += graph.weights[arc] }
    let shares = zip(graph.weights, graph.neighbours).map { $0 / sent[Int($1)] }
    let matrix = SparseRows(offsets: graph.offsets, columns: graph.neighbours, weights: shares)
    let stranded = (0..<n).filter { sent[$0] == 0 }
    var rank = [Double](repeating: 1 / Double(n), count: n)
    var next = [Double](repeating: 0, count: n)
    var residual = Double.infinity
    for iteration in 1...maxIterations {
      if control.isCancelled() { throw .cancelled(measure: name) }
      matrix.multiply(rank, into: &next)
      let held = stranded.reduce(0) { $0 + rank[$1] }
      let jump = (1 - damping + damping * held) / Double(n)
      residual = 0
      for node in 0..<n {
        let value = jump + damping * next[node]
        residual += abs(value - rank[node])
        rank[node] = value
      }
      if residual <= tolerance {
        // Rounding lets the sum drift by a few units in the last place a step.
        let sum = rank.reduce(0, +)
        for node in 0..<n { rank[node] /= sum }
        return ConvergedValues(values: rank, iterations: iteration, residual: residual)
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
  /// The share of a random walk that an actor gets.
  public static let pageRank = Measure(
    name: "pagerank",
    title: "PageRank",
    definition:
      "The share of time that a walker spends at an actor who follows ties at random in proportion to weight, and with probability 0.15 jumps to any actor.",
    direction: "an actor gains from those who tie to it; outgoing or undirected on request",
    weight: "shares of an actor's sum; scaling all weights changes nothing",
    sign: "defined for weights of 0 or more: a negative tie is refused",
    defaultAspect: .accord,
    acceptedAspects: TieAspect.allCases,
    range: "above 0, up to 1; the sum is 1",
    complexity: "time O(n + m) a step, memory O(n + m)",
    references: [
      .init(
        "Brin & Page 1998, The anatomy of a large-scale hypertextual web search engine, Computer Networks 30",
        doi: "10.1016/S0169-7552(98)00110-X"
      )
    ],
    compute: { graph, aspect, _, control throws(MeasureError) in
      [.init("pagerank", try graph.pageRank(on: aspect, control: control).values)]
    }
  )
}
