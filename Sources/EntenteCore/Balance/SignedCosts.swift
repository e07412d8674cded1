/// A signed graph in whole numbers, ready for search: one signed cost an edge.
///
/// An edge of weight `w > 0` costs `w` when its ends are parted, one of weight `w < 0` costs `−w`
/// when they are together. What both ways of putting a line cost is paid in any case and stands in
/// `base`. Whole numbers make every comparison in the search exact.
package struct SignedCosts: Sendable {
  /// How many nodes.
  package let nodeCount: Int
  /// The smaller end of each edge.
  package let first: [Int32]
  /// The larger end of each edge.
  package let second: [Int32]
  /// The signed cost of each edge, never 0.
  package let weight: [Int64]
  /// `offsets[v]..<offsets[v + 1]` are the positions of v's edges in `neighbours` and `edges`.
  package let offsets: [Int]
  /// The other end of each edge, for each node in ascending order.
  package let neighbours: [Int32]
  /// The edge that leads there.
  package let edges: [Int32]

  /// How many edges.
  package var edgeCount: Int { first.count }

  /// The sum of the absolute costs.
  package var total: Int64 { weight.reduce(0) { $0 + abs($1) } }

  /// The greatest common divisor of all costs, 1 where there are none: the cost of a partition can
  /// only change in steps of it.
  package var step: Int64 {
    var result: Int64 = 0
    for value in weight {
      var a = abs(value)
      while a != 0 { (result, a) = (a, result % a) }
      if result == 1 { break }
    }
    return max(result, 1)
  }

  /// Edges in any order between nodes in range; edges of the same pair are added up, and pairs that
  /// come to nothing are left out.
  package init(nodeCount: Int, edges given: [(Int32, Int32, Int64)]) {
    var sorted = given.map { $0.0 < $0.1 ? $0 : ($0.1, $0.0, $0.2) }
    let ascends = zip(sorted, sorted.dropFirst()).allSatisfy {
      ($0.0.0, $0.0.1) < ($0.1.0, $0.1.1)
    }
    if !ascends { sorted.sort { ($0.0, $0.1) < ($1.0, $1.1) } }
    var first: [Int32] = []
    var second: [Int32] = []
    var weight: [Int64] = []
    var index = 0
    while index < sorted.count {
      let (a, b, _) = sorted[index]
      var sum: Int64 = 0
      while index < sorted.count, sorted[index].0 == a, sorted[index].1 == b {
        sum += sorted[index].2
        index += 1
      }
      if sum != 0, a != b {
        first.append(a)
        second.append(b)
        weight.append(sum)
      }
    }
    self.nodeCount = nodeCount
    self.first = first
    self.second = second
    self.weight = weight
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    for edge in first.indices {
      offsets[Int(first[edge]) + 1] += 1
      offsets[Int(second[edge]) + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var cursor = offsets
    var neighbours = [Int32](repeating: 0, count: 2 * first.count)
    var edges = [Int32](repeating: 0, count: 2 * first.count)
    // Edges ascend by their smaller end and then their larger one; going through the larger ends
    // first leaves each node's neighbours ascending.
    for edge in first.indices {
      let node = Int(second[edge])
      neighbours[cursor[node]] = first[edge]
      edges[cursor[node]] = Int32(edge)
      cursor[node] += 1
    }
    for edge in first.indices {
      let node = Int(first[edge])
      neighbours[cursor[node]] = second[edge]
      edges[cursor[node]] = Int32(edge)
      cursor[node] += 1
    }
    self.offsets = offsets
    self.neighbours = neighbours
    self.edges = edges
  }

  /// What a partition pays beyond `base`.
  package func cost(of blocs: [Int32]) -> Int64 {
    var sum: Int64 = 0
    for edge in first.indices {
      let together = blocs[Int(first[edge])] == blocs[Int(second[edge])]
      if together != (weight[edge] > 0) { sum += abs(weight[edge]) }
    }
    return sum
  }

  /// The edge between two nodes, or nil.
  package func edge(_ a: Int32, _ b: Int32) -> Int32? {
    var low = offsets[Int(a)]
    var high = offsets[Int(a) + 1]
    while low < high {
      let middle = (low + high) / 2
      if neighbours[middle] < b { low = middle + 1 } else { high = middle }
    }
    return low < offsets[Int(a) + 1] && neighbours[low] == b ? edges[low] : nil
  }
}

/// How the weights of a ``SignedTies`` became whole numbers.
package struct CostScale: Sendable {
  /// The graph in whole numbers.
  package let costs: SignedCosts
  /// The weight that one unit stands for.
  package let unit: Double
  /// What every partition pays, in weight.
  package let base: Double
  /// Whether every cost is a whole number of units, so that nothing was rounded.
  package let isExact: Bool
  private let lineCount: Int

  /// The largest error of the cost of any partition that rounding can make, in weight.
  package var roundingError: Double { isExact ? 0 : unit * Double(lineCount) / 2 }

  /// Turns weights into whole numbers: exactly where they are multiples of a power of two of
  /// moderate size, and to about a billionth of the total otherwise.
  package init(_ ties: SignedTies, insidePenalty: Double = 1, acrossPenalty: Double = 1) {
    var base = 0.0
    var nets: [Double] = []
    let lines = ties.lines
    nets.reserveCapacity(lines.count)
    var total = 0.0
    for line in lines {
      let apart = acrossPenalty * line.positive
      let together = insidePenalty * line.negative
      base += min(apart, together)
      nets.append(apart - together)
      total += abs(apart - together)
    }
    var factor = 1.0
    var exact = total < 0x1p36
    if exact {
      var needed = 0
      for net in nets where exact {
        while (net * factor).rounded() != net * factor {
          factor *= 2
          needed += 1
          if needed > 24 || total * factor >= 0x1p36 {
            exact = false
            break
          }
        }
      }
    }
    if !exact {
      // A power of two that brings the total to at most 2³², without forming the total, which may
      // overflow.
      let largest = nets.reduce(0) { max($0, abs($1)) }
      let spread = Int.bitWidth - nets.count.leadingZeroBitCount
      let exponent = min(1000, max(-1000, 31 - Int(largest.exponent) - spread))
      factor = Double(sign: .plus, exponent: exponent, significand: 1)
    }
    self.isExact = exact
    self.unit = 1 / factor
    self.base = base
    self.lineCount = nets.count
    self.costs = SignedCosts(
      nodeCount: ties.nodeCount,
      edges: zip(lines, nets).map {
        ($0.first, $0.second, Int64(($1 * factor).rounded()))
      })
  }
}
