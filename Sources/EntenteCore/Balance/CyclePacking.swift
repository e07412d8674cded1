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
    var reached = [Int32](repeating: -1, count: nodeCount)
    var via = [Int32](repeating: -1, count: nodeCount)
    var queue: [Int32] = []
    var work = 0
    // Short cycles first: they leave the most for the others.
    for longest in [2, 3, 5, Int.max] {
      for (turn, edge) in negatives.enumerated() {
        if turn & 63 == 63, stop() { return bound }
        while left[edge] < 0 {
          let from = first[edge]
          let to = second[edge]
          queue.removeAll(keepingCapacity: true)
          queue.append(from)
          reached[Int(from)] = 0
          var head = 0
          search: while head < queue.count {
            let node = Int(queue[head])
            head += 1
            if Int(reached[node]) >= longest { break }
            for place in offsets[node]..<offsets[node + 1] {
              let other = Int(neighbours[place])
              guard left[Int(edges[place])] > 0, reached[other] < 0 else { continue }
              reached[other] = reached[node] + 1
              via[other] = edges[place]
              queue.append(Int32(other))
              if other == Int(to) { break search }
            }
            work += offsets[node + 1] - offsets[node]
          }
          let found = reached[Int(to)] >= 0
          for node in queue { reached[Int(node)] = -1 }
          if work > budget { return bound }
          guard found else { break }
          var smallest = -left[edge]
          var node = to
          while node != from {
            let step = Int(via[Int(node)])
            smallest = min(smallest, left[step])
            node = first[step] == node ? second[step] : first[step]
          }
          node = to
          while node != from {
            let step = Int(via[Int(node)])
            left[step] -= smallest
            node = first[step] == node ? second[step] : first[step]
          }
          left[edge] += smallest
          bound += smallest
        }
      }
    }
    return bound
  }
}
