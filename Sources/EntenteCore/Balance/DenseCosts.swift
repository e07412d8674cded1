/// Signed costs among few nodes as a square table, with every division within reach.
///
/// Costs are whole numbers, so that what is found here is exact.
package struct DenseCosts: Sendable {
  /// How many nodes; a division is kept in the bits of a number, so at most 32.
  package let count: Int
  /// The signed cost of each pair, 0 where there is no edge.
  let table: [Int64]

  package init(_ costs: SignedCosts) {
    self.init(costs, among: (0..<Int32(costs.nodeCount)).map { $0 })
  }

  /// The costs among some of the nodes, which are counted anew in the order given.
  package init(_ costs: SignedCosts, among nodes: [Int32]) {
    count = nodes.count
    var place = [Int](repeating: -1, count: costs.nodeCount)
    for (index, node) in nodes.enumerated() { place[Int(node)] = index }
    var table = [Int64](repeating: 0, count: count * count)
    for edge in 0..<costs.edgeCount {
      let (first, second) = (place[Int(costs.first[edge])], place[Int(costs.second[edge])])
      guard first >= 0, second >= 0 else { continue }
      table[first * count + second] = costs.weight[edge]
      table[second * count + first] = costs.weight[edge]
    }
    self.table = table
  }

  /// The best divisions into two, ascending, and what they pay; bit `v − 1` is set where node `v` is
  /// not with node 0.
  ///
  /// - Parameter slack: by how much more a division may pay and still count as best.
  /// - Complexity: O(2ⁿ · n).
  package func divisionsIntoTwo(slack: Int64 = 0) -> (masks: [UInt32], cost: Int64) {
    var least = Int64.max - slack
    var found: [(mask: UInt32, cost: Int64)] = []
    forEachDivision { mask, cost in
      guard cost <= least + slack else { return }
      if cost < least {
        least = cost
        found.removeAll { $0.cost > cost + slack }
      }
      found.append((mask, cost))
    }
    return (found.map(\.mask).sorted(), least)
  }

  /// What a division into two pays at least when it goes against an edge, for each of some edges.
  ///
  /// Only what is below `least + |cost of the edge|` is told apart; more stands as that.
  ///
  /// - Parameter least: what the best division into two pays.
  /// - Complexity: O(2ⁿ · n), and O(edges) for each division that pays little more than the best.
  package func leastCosts(against graph: SignedCosts, least: Int64) -> [Int64] {
    var result = graph.weight.map { least + abs($0) }
    var most = result.max() ?? least
    forEachDivision { mask, cost in
      guard cost < most else { return }
      var isLower = false
      for edge in 0..<graph.edgeCount where cost < result[edge] {
        let parted = Self.parts(mask, graph.first[edge], graph.second[edge])
        if parted == (graph.weight[edge] > 0) {
          result[edge] = cost
          isLower = true
        }
      }
      if isLower { most = result.max() ?? least }
    }
    return result
  }

  /// The sides, 0 or 1, of a division.
  package func sides(_ mask: UInt32) -> [Int32] {
    (0..<Int32(count)).map { Self.parts(mask, 0, $0) ? 1 : 0 }
  }

  /// Whether a division parts two nodes.
  private static func parts(_ mask: UInt32, _ first: Int32, _ second: Int32) -> Bool {
    // Node 0 stands for a bit that is never set.
    let bits = UInt64(mask) << 1
    return (bits >> UInt64(first) ^ bits >> UInt64(second)) & 1 == 1
  }

  /// Goes through all divisions into two with what each pays, each differing from the one before by
  /// one node.
  private func forEachDivision(_ body: (UInt32, Int64) -> Void) {
    var cost: Int64 = 0
    for weight in table where weight < 0 { cost -= weight }
    cost /= 2
    body(0, cost)
    guard count > 1 else { return }
    // 1 with node 0, −1 away from it.
    var side = [Int64](repeating: 1, count: count)
    var mask: UInt32 = 0
    table.withUnsafeBufferPointer { table in
      side.withUnsafeMutableBufferPointer { side in
        for step in 1..<(UInt32(1) << UInt32(count - 1)) {
          // The Gray code turns the node of the lowest bit that is set in the step.
          let turned = step.trailingZeroBitCount + 1
          let row = turned * count
          var change: Int64 = 0
          for other in 0..<count { change += side[other] * table[row + other] }
          cost += change * side[turned]
          side[turned] = -side[turned]
          mask ^= 1 << (UInt32(turned) - 1)
          body(mask, cost)
        }
      }
    }
  }
}
