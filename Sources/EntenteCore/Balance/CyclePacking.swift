extension SignedCosts {
  /// A proven lower bound: weight packed into cycles that no partition satisfies.
  ///
  /// A cycle with exactly one negative edge costs something in every partition, however many blocs
  /// there are. Cycles are taken greedily, each using up the smallest weight left on it; their sum
  /// bounds the cost from below. For two blocs the graph may be switched first, by `sides`, so that
  /// the negative edges are those that a good partition leaves unsatisfied.
  ///
  /// - Parameters:
  ///   - sides: a partition to switch by, or nil to take the signs as they are.
  ///   - budget: about how many edges to look at in all.
  ///   - stop: asked now and then; true ends the packing with what it has.
  package func packedCycleBound(
    switchedBy sides: [Int32]?, budget: Int = 60_000_000, stop: () -> Bool = { false }
  ) -> Int64 {
    var left = weight
    if let sides {
      for edge in first.indices where sides[Int(first[edge])] != sides[Int(second[edge])] {
        left[edge] = -left[edge]
      }
    }
    let negatives = left.indices.filter { left[$0] < 0 }
    var bound: Int64 = 0
    var search = PathSearch(nodeCount: nodeCount)
    // Short cycles first: they leave the most for the others.
    for longest in [2, 3, 5, Int.max] {
      for (turn, edge) in negatives.enumerated() {
        if turn & 63 == 63, stop() { return bound }
        while left[edge] < 0 {
          if search.work > budget { return bound }
          guard let path = search.path(in: self, left, edge, longest: longest) else { break }
          var smallest = -left[edge]
          for step in path { smallest = min(smallest, left[Int(step)]) }
          for step in path { left[Int(step)] -= smallest }
          left[edge] += smallest
          bound += smallest
        }
      }
    }
    return bound
  }
}

/// A breadth-first search from both ends of an edge over the edges with weight left.
private struct PathSearch {
  /// How many edges were looked at so far.
  private(set) var work = 0
  /// Per node the distance from the end that reached it, counted from 1, negative for the second.
  private var reached: [Int32]
  private var via: [Int32]
  private var queues: [[Int32]] = [[], []]

  init(nodeCount: Int) {
    reached = [Int32](repeating: 0, count: nodeCount)
    via = [Int32](repeating: -1, count: nodeCount)
  }

  /// The edges of a short path between the ends of an edge, of at most `longest` edges.
  mutating func path(
    in graph: SignedCosts, _ left: [Int64], _ edge: Int, longest: Int
  ) -> [Int32]? {
    queues[0] = [graph.first[edge]]
    queues[1] = [graph.second[edge]]
    reached[Int(graph.first[edge])] = 1
    reached[Int(graph.second[edge])] = -1
    defer {
      for queue in queues { for node in queue { reached[Int(node)] = 0 } }
    }
    // The part of each queue that is the outermost layer.
    var fronts = [0..<1, 0..<1]
    var length = 1
    while length <= longest {
      let side = fronts[0].count <= fronts[1].count ? 0 : 1
      if fronts[side].isEmpty { return nil }
      let sign: Int32 = side == 0 ? 1 : -1
      for head in fronts[side] {
        let node = Int(queues[side][head])
        work += graph.offsets[node + 1] - graph.offsets[node]
        for place in graph.offsets[node]..<graph.offsets[node + 1] {
          guard left[Int(graph.edges[place])] > 0 else { continue }
          let other = Int(graph.neighbours[place])
          if reached[other] == 0 {
            reached[other] = reached[node] + sign
            via[other] = graph.edges[place]
            queues[side].append(Int32(other))
          } else if (reached[other] > 0) != (sign > 0) {
            return trace(graph, node) + [graph.edges[place]] + trace(graph, other)
          }
        }
      }
      fronts[side] = fronts[side].upperBound..<queues[side].count
      length += 1
    }
    return nil
  }

  /// The edges from a node back to the end that reached it.
  private func trace(_ graph: SignedCosts, _ node: Int) -> [Int32] {
    var result: [Int32] = []
    var node = node
    while abs(reached[node]) > 1 {
      let edge = via[node]
      result.append(edge)
      let first = Int(graph.first[Int(edge)])
      node = first == node ? Int(graph.second[Int(edge)]) : first
    }
    return result
  }
}
