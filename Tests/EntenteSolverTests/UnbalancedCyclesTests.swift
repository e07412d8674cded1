import EntenteCore
import Testing

@testable import EntenteSolver

@Suite struct UnbalancedCyclesTests {
  private func graph(_ seed: UInt64, nodes: Int) -> SignedCosts {
    var generator = SeededGenerator(seed: seed)
    var edges: [(Int32, Int32, Int64)] = []
    for a in 0..<Int32(nodes) {
      for b in (a + 1)..<Int32(nodes + 1) where b < nodes && generator.unit() < 0.6 {
        edges.append((a, b, generator.below(2) == 0 ? 1 : -1))
      }
    }
    return SignedCosts(nodeCount: nodes, edges: edges)
  }

  /// Which edges each two-bloc partition frustrates.
  private func partitions(of graph: SignedCosts) -> [[Int]] {
    (0..<(1 << (graph.nodeCount - 1))).map { mask in
      graph.first.indices.map { edge in
        let apart = (mask >> Int(graph.first[edge])) & 1 != (mask >> Int(graph.second[edge])) & 1
        return apart == (graph.weight[edge] > 0) ? 1 : 0
      }
    }
  }

  @Test func rowsHoldForEveryPartitionAndNotAtThePoint() throws {
    var rowCount = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let graph = graph(seed, nodes: 8)
      let truth = partitions(of: graph)
      var generator = SeededGenerator(seed: seed + 500)
      var cycles = UnbalancedCycles(graph: graph)
      let reach = [0.2, 0.6, 1][Int(seed % 3)]
      let point = graph.first.indices.map { _ in generator.unit() * reach }
      let rows = cycles.rows(at: point, most: 500) { false }
      rowCount += rows.count
      #expect(Set(rows).count == rows.count)
      for row in rows {
        let at =
          row.plus.reduce(0) { $0 + point[Int($1)] }
          - row.minus.reduce(0) { $0 + point[Int($1)] }
        #expect(at < Double(row.bound) - UnbalancedCycles.leastViolation)
        let isValid = truth.allSatisfy { frustrated in
          row.plus.reduce(0) { $0 + frustrated[Int($1)] }
            - row.minus.reduce(0) { $0 + frustrated[Int($1)] } >= Int(row.bound)
        }
        #expect(isValid, "seed \(seed)")
        let ends = (row.plus + row.minus).flatMap { [graph.first[Int($0)], graph.second[Int($0)]] }
        let nodes = Set(ends)
        // As many nodes as edges, and no edge besides among them: a cycle without a chord.
        let inside = graph.first.indices.filter {
          nodes.contains(graph.first[$0]) && nodes.contains(graph.second[$0])
        }
        #expect(nodes.count == ends.count / 2 && inside.count == nodes.count, "seed \(seed)")
      }
    }
    #expect(rowCount > 100)
  }

  @Test func pointsOfPartitionsViolateNothing() {
    for seed in 1...10 as ClosedRange<UInt64> {
      let graph = graph(seed, nodes: 7)
      var cycles = UnbalancedCycles(graph: graph)
      let truth = Set(partitions(of: graph))
      for frustrated in truth {
        #expect(cycles.rows(at: frustrated.map(Double.init), most: 100) { false }.isEmpty)
      }
      // Any other point of zeros and ones goes against some cycle.
      var generator = SeededGenerator(seed: seed)
      for _ in 0..<20 {
        let point = graph.first.indices.map { _ in generator.below(2) }
        let rows = cycles.rows(at: point.map(Double.init), most: 100) { false }
        #expect(rows.isEmpty == truth.contains(point), "seed \(seed)")
      }
    }
  }
}
