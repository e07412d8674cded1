/// How distances are made into closeness.
public enum ClosenessKind: String, Sendable, CaseIterable {
  /// The mean of 1/distance over all others, 0 for those who can't be reached.
  case harmonic
  /// Wasserman and Faust's form of the reciprocal mean distance, (r/(n − 1)) · (r/Σ distance) over
  /// the r others who can be reached: in a connected graph (n − 1)/Σ distance.
  case ordinary
}

extension RelationGraph {
  /// Closeness: how near an actor is to all others.
  ///
  /// Harmonic closeness is the mean of 1/distance, in which an actor that can't be reached counts
  /// 0. Ordinary closeness is one over the mean distance to those who can be reached, times their
  /// share of all others, so that a small separate group is not taken for a close one.
  ///
  /// - Direction: `.outgoing`: distances from the actor along the ties; `.incoming`: to the actor;
  ///   `.undirected`: both directions joined.
  /// - Weight: none with `.hops`; with `.reciprocal` a tie is 1/weight long, and routes are compared
  ///   exactly, as in betweenness. A tie of weight 0 is no tie.
  /// - Sign: refused where the aspect has a negative tie.
  ///
  /// ```swift
  /// let near = try graph.closeness(.harmonic)
  /// ```
  ///
  /// - Parameters:
  ///   - kind: harmonic by default, the one that disconnected graphs leave meaningful.
  ///   - aspect: accord by default.
  ///   - length: hops by default.
  ///   - direction: outgoing by default.
  ///   - control: threads, cancellation, progress.
  /// - Returns: values aligned to dense ids: 0…1 in hops, 0 and more with lengths; 0 for an actor
  ///   that reaches nobody, and for the only actor of a graph.
  /// - Throws: ``MeasureError`` for a negative tie, weights too far apart, or cancellation.
  /// - Complexity: hops O(nm/512) for shallow graphs and O(nm) for deep ones; lengths
  ///   O(nm + n² log n). Memory O(n + m), 200 bytes an actor a thread, and 24 for each of up to 32
  ///   parts.
  /// - Reference: Wasserman & Faust 1994, doi:10.1017/CBO9780511815478; Marchiori & Latora 2000,
  ///   doi:10.1016/S0378-4371(00)00311-3; Then et al. 2014, doi:10.14778/2735496.2735507.
  public func closeness(
    _ kind: ClosenessKind = .harmonic,
    on aspect: TieAspect = .accord,
    length: TieLength = .hops,
    direction: TieDirection = .outgoing,
    control: RunControl = .standard
  ) throws(MeasureError) -> [Double] {
    let name = MeasureCatalog.closeness.name
    let graph = try AspectGraph(self, aspect, direction, refusingNegativesFor: name)
    let found: [Double]?
    switch length {
    case .hops:
      found = Reach.hops(graph, kind, control)
    case .reciprocal:
      switch try TieLengths(weights: graph.weights, nodeCount: nodeCount, measure: name) {
      case .narrow(let lengths, let scale, _):
        if let buckets = BucketBrandes(graph, lengths) {
          found = Reach.bucketed(buckets, nodeCount, scale, kind, control)
        } else {
          found = Reach.weighted(graph, lengths, scale, kind, control)
        }
      case .wide(let lengths, let scale, _):
        found = Reach.weighted(graph, lengths, scale, kind, control)
      }
    }
    guard let found else { throw .cancelled(measure: name) }
    return found
  }
}

/// Closeness from the distances of every actor to all others.
enum Reach {
  static func closeness(
    _ kind: ClosenessKind,
    others: Int,
    reached: Int,
    distance: Double,
    reciprocal: Double
  ) -> Double {
    guard reached > 0 else { return 0 }
    switch kind {
    case .harmonic:
      return reciprocal / Double(others)
    case .ordinary:
      return Double(reached) / Double(others) * (Double(reached) / distance)
    }
  }

  static func hops(
    _ graph: AspectGraph,
    _ kind: ClosenessKind,
    _ control: RunControl
  ) -> [Double]? {
    let n = graph.nodeCount
    guard n > 0 else { return [] }
    let ordered = DegreeOrderedGraph(graph)
    let batches = (n + BitParallelReach.width - 1) / BitParallelReach.width
    let perPiece = (batches + 31) / 32
    let pieces = (batches + perPiece - 1) / perPiece
    let parts = ParallelWork.map(jobs: pieces, control: control) { piece, shouldStop in
      var tally = BitParallelReach.Tally(nodeCount: n)
      var levels = BitParallelReach.Levels(nodeCount: n)
      for batch in piece * perPiece..<min(batches, (piece + 1) * perPiece) {
        if shouldStop() { break }
        let first = batch * BitParallelReach.width
        let goals = first..<min(n, first + BitParallelReach.width)
        if !BitParallelReach.add(to: &tally, ordered, goals: goals, levels: &levels) {
          // Which searches are deep is known only now; all of the batch are repeated one by one.
          return nil as BitParallelReach.Tally?
        }
      }
      return tally
    }
    guard let parts else { return nil }
    var tally = BitParallelReach.Tally(nodeCount: n)
    for part in parts {
      guard let part else { return deepHops(graph, kind, control) }
      tally.add(part)
    }
    return (0..<n).map { node in
      let rank = Int(ordered.ranks[node])
      return closeness(
        kind,
        others: n - 1,
        reached: tally.sums[rank].reached,
        distance: Double(tally.sums[rank].distance),
        reciprocal: tally.sums[rank].reciprocal
      )
    }
  }

  /// One breadth-first search for each actor.
  static func deepHops(
    _ graph: AspectGraph,
    _ kind: ClosenessKind,
    _ control: RunControl
  ) -> [Double]? {
    let n = graph.nodeCount
    return eachSource(n, control) {
      var level = [Int32](repeating: -1, count: n)
      var order: [Int] = []
      return { source in
        order.removeAll(keepingCapacity: true)
        order.append(source)
        level[source] = 0
        var head = 0
        var distance = 0
        var reciprocal = 0.0
        while head < order.count {
          let node = order[head]
          head += 1
          let steps = Int(level[node])
          if steps > 0 {
            distance += steps
            reciprocal += 1 / Double(steps)
          }
          for arc in graph.arcs(node) {
            let neighbour = Int(graph.neighbours[arc])
            if level[neighbour] < 0 {
              level[neighbour] = Int32(steps + 1)
              order.append(neighbour)
            }
          }
        }
        for node in order { level[node] = -1 }
        return closeness(
          kind,
          others: n - 1,
          reached: order.count - 1,
          distance: Double(distance),
          reciprocal: reciprocal
        )
      }
    }
  }

  static func bucketed(
    _ buckets: BucketBrandes, _ n: Int, _ scale: Double, _ kind: ClosenessKind,
    _ control: RunControl
  ) -> [Double]? {
    let size = max(1, (n + 63) / 64)
    let parts = ParallelWork.map(jobs: (n + size - 1) / size, control: control) {
      piece, shouldStop in
      let ranks = (Int32(piece * size)..<Int32(min(n, (piece + 1) * size))).map { $0 }
      return buckets.distances(ranks: ranks[...], shouldStop: shouldStop).map {
        closeness(
          kind, others: n - 1, reached: $0.reached, distance: $0.distance / scale,
          reciprocal: $0.reciprocal * scale)
      }
    }
    return parts.map { buckets.byActor($0.flatMap { $0 }) }
  }

  static func weighted<Length: FixedWidthInteger & Sendable>(
    _ graph: AspectGraph,
    _ lengths: [Length],
    _ scale: Double,
    _ kind: ClosenessKind,
    _ control: RunControl
  ) -> [Double]? {
    let n = graph.nodeCount
    return eachSource(n, control) {
      var search = ShortestRoutes<Length>(nodeCount: n)
      return { source in
        search.run(from: source, graph, lengths) { _, _, _ in }
        var distance = 0.0
        var reciprocal = 0.0
        for node in search.order where node != source {
          let length = Double(search.distance[node]) / scale
          distance += length
          reciprocal += 1 / length
        }
        for node in search.order { search.distance[node] = .max }
        return closeness(
          kind,
          others: n - 1,
          reached: search.order.count - 1,
          distance: distance,
          reciprocal: reciprocal
        )
      }
    }
  }

  /// The value of every actor, each from a search of its own; `makeSearch` is called once for each
  /// piece of work and keeps its memory.
  private static func eachSource(
    _ n: Int,
    _ control: RunControl,
    makeSearch: @escaping @Sendable () -> (_ source: Int) -> Double
  ) -> [Double]? {
    let size = max(1, (n + 63) / 64)
    let parts = ParallelWork.map(jobs: (n + size - 1) / size, control: control) {
      piece,
      shouldStop in
      let search = makeSearch()
      var values: [Double] = []
      for source in piece * size..<min(n, (piece + 1) * size) {
        if shouldStop() { break }
        values.append(search(source))
      }
      return values
    }
    return parts?.flatMap { $0 }
  }
}

extension MeasureCatalog {
  /// How near an actor is to all others.
  public static let closeness = Measure(
    name: "closeness",
    title: "Closeness",
    definition:
      "Harmonic: the mean of 1/distance to all others, 0 for those who can't be reached. Ordinary (Wasserman and Faust): one over the mean distance to the reachable, times their share of all others.",
    direction: "distances from the actor along the ties; incoming or undirected on request",
    weight: "none: every tie is 1 long; see weighted-closeness",
    sign:
      "defined for weights of 0 or more: a negative tie is refused; ties of weight 0 are no ties",
    defaultAspect: .accord,
    acceptedAspects: TieAspect.allCases,
    range: "0 to 1; 0 for an actor that reaches nobody",
    complexity: "time O(nm/512) in shallow graphs, O(nm) in deep ones; memory O(n + m)",
    references: [
      .init(
        "Wasserman & Faust 1994, Social Network Analysis, Cambridge",
        doi: "10.1017/CBO9780511815478"
      ),
      .init(
        "Marchiori & Latora 2000, Harmony in the small-world, Physica A 285",
        doi: "10.1016/S0378-4371(00)00311-3"
      ),
    ],
    compute: { graph, aspect, _, control throws(MeasureError) in
      [
        .init("harmonic", try graph.closeness(.harmonic, on: aspect, control: control)),
        .init("ordinary", try graph.closeness(.ordinary, on: aspect, control: control)),
      ]
    }
  )

  /// How near an actor is to all others over ties that are the shorter, the stronger they are.
  public static let weightedCloseness = Measure(
    name: "weighted-closeness",
    title: "Weighted closeness",
    definition:
      "As closeness, harmonic and ordinary, with ties 1/weight long.",
    direction: closeness.direction,
    weight: weightsAsLengths,
    sign: closeness.sign,
    defaultAspect: closeness.defaultAspect,
    acceptedAspects: closeness.acceptedAspects,
    range: "0 and up; 0 for an actor that reaches nobody",
    complexity: "time O(nm + n² log n); memory O(n + m), and O(n + m) a thread",
    references: closeness.references,
    compute: { graph, aspect, _, control throws(MeasureError) in
      [
        .init(
          "weighted-harmonic",
          try graph.closeness(.harmonic, on: aspect, length: .reciprocal, control: control)),
        .init(
          "weighted-ordinary",
          try graph.closeness(.ordinary, on: aspect, length: .reciprocal, control: control)),
      ]
    }
  )
}
