import RealModule

extension SignedCosts {
  /// A good two-bloc partition by simulated annealing with restarts; no promise that it is best.
  ///
  /// - Parameters:
  ///   - seed: the seed of the generator.
  ///   - restarts: how many independent runs; the first starts from a spanning tree.
  ///   - budget: about how many elementary steps to spend in all.
  ///   - stop: asked now and then; true ends the search with what it has.
  package func annealedSides(
    seed: UInt64, restarts: Int = 12, budget: Int = 40_000_000, stop: () -> Bool = { false }
  ) -> (sides: [Int32], cost: Int64) {
    var generator = SeededGenerator(seed: seed)
    var best = treeSides()
    descend(&best)
    var bestCost = cost(of: best)
    guard nodeCount > 2, edgeCount > 2, bestCost > 0 else { return (best, bestCost) }
    let sweepWork = nodeCount + 2 * edgeCount
    let sweeps = min(120, budget / (sweepWork * 2))
    guard sweeps >= 4 else { return (best, bestCost) }
    let runs = max(1, min(restarts, budget / (sweepWork * sweeps)))
    for run in 0..<runs where bestCost > 0 && !stop() {
      var sides = run == 0 ? best : (0..<nodeCount).map { _ in Int32(generator.below(2)) }
      anneal(&sides, sweeps: sweeps, hot: run > 0, generator: &generator, stop: stop)
      let found = cost(of: sides)
      if found < bestCost {
        bestCost = found
        best = sides
      }
    }
    return (best, bestCost)
  }

  /// Sides that satisfy every edge of a breadth-first spanning forest.
  private func treeSides() -> [Int32] {
    var sides = [Int32](repeating: -1, count: nodeCount)
    var queue: [Int32] = []
    for root in 0..<nodeCount where sides[root] < 0 {
      sides[root] = 0
      queue.removeAll(keepingCapacity: true)
      queue.append(Int32(root))
      var head = 0
      while head < queue.count {
        let node = Int(queue[head])
        head += 1
        for place in offsets[node]..<offsets[node + 1] {
          let other = Int(neighbours[place])
          guard sides[other] < 0 else { continue }
          sides[other] = weight[Int(edges[place])] > 0 ? sides[node] : 1 - sides[node]
          queue.append(Int32(other))
        }
      }
    }
    return sides
  }

  /// For each node, what it would cost to move it to the other side.
  private func moveCosts(_ sides: [Int32]) -> [Int64] {
    var result = [Int64](repeating: 0, count: nodeCount)
    for edge in first.indices {
      let a = Int(first[edge])
      let b = Int(second[edge])
      let gain = sides[a] == sides[b] ? weight[edge] : -weight[edge]
      result[a] += gain
      result[b] += gain
    }
    return result
  }

  /// Moves single nodes while that lowers the cost.
  package func descend(_ sides: inout [Int32]) {
    var moveCost = moveCosts(sides)
    var queue = (0..<Int32(nodeCount)).filter { moveCost[Int($0)] < 0 }
    while let node = queue.popLast() {
      guard moveCost[Int(node)] < 0 else { continue }
      flip(Int(node), &sides, &moveCost)
      for place in offsets[Int(node)]..<offsets[Int(node) + 1]
      where moveCost[Int(neighbours[place])] < 0 { queue.append(neighbours[place]) }
    }
  }

  private func flip(_ node: Int, _ sides: inout [Int32], _ moveCost: inout [Int64]) {
    moveCost[node] = -moveCost[node]
    sides[node] = 1 - sides[node]
    for place in offsets[node]..<offsets[node + 1] {
      let other = Int(neighbours[place])
      let value = weight[Int(edges[place])]
      moveCost[other] += sides[other] == sides[node] ? 2 * value : -2 * value
    }
  }

  private func anneal(
    _ sides: inout [Int32], sweeps: Int, hot: Bool, generator: inout SeededGenerator,
    stop: () -> Bool
  ) {
    let mean = Double(total) / Double(edgeCount)
    let degree = 2 * Double(edgeCount) / Double(nodeCount)
    var temperature = mean * Double.sqrt(max(degree, 1)) * (hot ? 1 : 0.4)
    let coldest = mean * 0.15
    let factor = Double.exp(Double.log(coldest / temperature) / Double(sweeps))
    var moveCost = moveCosts(sides)
    for sweep in 0..<sweeps {
      // Above this a move is accepted less than once in 10⁸ tries.
      let hopeless = Int64(temperature * 18) + 1
      for node in 0..<nodeCount {
        let rise = moveCost[node]
        if rise >= hopeless { continue }
        if rise > 0, generator.unit() >= Double.exp(-Double(rise) / temperature) { continue }
        if rise == 0, generator.next() & 1 == 0 { continue }
        flip(node, &sides, &moveCost)
      }
      temperature *= factor
      if sweep & 7 == 7 || edgeCount > 100_000, stop() { break }
    }
    descend(&sides)
  }
}
