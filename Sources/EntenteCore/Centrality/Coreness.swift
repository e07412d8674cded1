extension RelationGraph {
  /// Coreness: the largest k for which an actor belongs to the k-core, the part of the graph in
  /// which everyone has at least k ties to the others in it.
  ///
  /// - Direction: `.undirected`: neighbours, tied in either direction or both, count once;
  ///   `.incoming` and `.outgoing`: ties that arrive, or leave.
  /// - Weight: none; a tie of weight 0 is no tie.
  /// - Sign: refused where the aspect has a negative tie.
  ///
  /// ```swift
  /// let core = try graph.coreness().max()
  /// ```
  ///
  /// - Parameters:
  ///   - aspect: accord by default.
  ///   - direction: undirected by default.
  /// - Returns: whole numbers 0…n − 1 aligned to dense ids; 0 for an isolated actor.
  /// - Throws: ``MeasureError/negativeWeight(measure:aspect:source:target:)``.
  /// - Complexity: O(n + m).
  /// - Reference: Seidman 1983, doi:10.1016/0378-8733(83)90028-X; Batagelj & Zaveršnik 2011,
  ///   doi:10.1007/s11634-010-0079-y.
  public func coreness(
    on aspect: TieAspect = .accord,
    direction: TieDirection = .undirected
  ) throws(MeasureError) -> [Int] {
    let name = MeasureCatalog.coreness.name
    let counted = try AspectGraph(
      self, aspect, direction, refusingNegativesFor: name, needsWeights: false)
    // Who loses a tie when an actor is taken away: those in whose lists the actor stands.
    let losing =
      switch direction {
      case .undirected: counted
      case .incoming: try AspectGraph(self, aspect, .outgoing)
      case .outgoing: try AspectGraph(self, aspect, .incoming)
      }
    return Self.peel(counted, losing: losing)
  }

  /// Takes actors away in order of the ties they have left. They stand in `order` sorted by that
  /// number, with `starts[k]` the place of the first that has k; losing a tie swaps an actor with
  /// the first of its class and moves the border of the class past it.
  private static func peel(_ counted: AspectGraph, losing: AspectGraph) -> [Int] {
    let n = counted.nodeCount
    let left = FixedBuffer<Int32>(repeating: 0, count: n)
    var most = 0
    for node in 0..<n {
      let ties = counted.arcs(node).count
      left[node] = Int32(ties)
      most = max(most, ties)
    }
    let starts = FixedBuffer<Int32>(repeating: 0, count: most + 2)
    for node in 0..<n { starts[left[node] + 1] += 1 }
    for ties in 1...(most + 1) { starts[ties] += starts[ties - 1] }
    let order = FixedBuffer<Int32>(repeating: 0, count: n)
    let place = FixedBuffer<Int32>(repeating: 0, count: n)
    for node in 0..<n {
      let spot = starts[left[node]]
      starts[left[node]] = spot + 1
      place[node] = spot
      order[spot] = Int32(node)
    }
    // The places were taken in order, so each start has moved to the next class's: move them back.
    for ties in stride(from: most, to: 0, by: -1) { starts[ties] = starts[ties - 1] }
    starts[0] = 0
    losing.neighbours.withUnsafeBufferPointer { neighbours in
      for next in 0..<n {
        let node = Int(order[next])
        let level = left[node]
        for arc in losing.arcs(node) {
          let neighbour = neighbours[arc]
          let ties = left[neighbour]
          guard ties > level else { continue }
          // Actors that are gone stand before `next`, so the class begins after them at the least.
          let border = max(starts[ties], Int32(next + 1))
          let first = order[border]
          let from = place[neighbour]
          order[border] = neighbour
          order[from] = first
          place[neighbour] = border
          place[first] = from
          starts[ties] = border + 1
          left[neighbour] = ties - 1
        }
      }
    }
    return (0..<n).map { Int(left[$0]) }
  }
}

extension MeasureCatalog {
  /// The innermost core that an actor belongs to.
  public static let coreness = Measure(
    name: "k-core",
    title: "Coreness (k-core)",
    definition:
      "The largest k for which the actor belongs to the k-core: the largest part of the graph in which everyone has at least k ties to others in it.",
    direction:
      "neighbours tied in either direction or both count once; arriving or leaving ties on request",
    weight: "none; ties of weight 0 are no ties",
    sign: "defined for weights of 0 or more: a negative tie is refused",
    defaultAspect: .accord,
    acceptedAspects: TieAspect.allCases,
    range: "whole numbers from 0 to n − 1",
    complexity: "time and memory O(n + m)",
    references: [
      .init(
        "Seidman 1983, Network structure and minimum degree, Social Networks 5",
        doi: "10.1016/0378-8733(83)90028-X"
      ),
      .init(
        "Batagelj & Zaveršnik 2011, Fast algorithms for determining (generalized) core groups in social networks, Advances in Data Analysis and Classification 5",
        doi: "10.1007/s11634-010-0079-y"
      ),
    ],
    compute: { graph, aspect, _, _ throws(MeasureError) in
      [.init("k-core", try graph.coreness(on: aspect).map(Double.init))]
    }
  )
}
