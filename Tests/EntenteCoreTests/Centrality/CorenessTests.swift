import EntenteCore
import Testing

@Suite struct CorenessTests {
  @Test func triangleWithATail() throws {
    let graph = try RandomGraphs.accord(5, [(0, 1, 1), (1, 2, 1), (2, 0, 1), (2, 3, 1)])
    #expect(try graph.coreness() == [2, 2, 2, 1, 0])
    #expect(try graph.coreness(direction: .incoming) == [1, 1, 1, 1, 0])
    #expect(try graph.coreness(direction: .outgoing) == [1, 1, 1, 0, 0])
  }

  @Test func everyCoreIsWhatIsLeftAfterPruning() throws {
    for seed in 0..<30 as Range<UInt64> {
      let graph = try RandomGraphs.directed(
        30,
        probability: 0.05 + 0.01 * Double(seed),
        seed: seed
      )
      for direction in TieDirection.allCases {
        let coreness = try graph.coreness(direction: direction)
        for k in 0...(coreness.max() ?? 0) + 1 {
          var kept = Set(0..<30)
          while true {
            let ties = kept.filter { node in
              let count = kept.count { other in
                let arrives = graph.tie(from: Int32(other), to: Int32(node)) != nil
                let leaves = graph.tie(from: Int32(node), to: Int32(other)) != nil
                switch direction {
                case .incoming: return arrives
                case .outgoing: return leaves
                case .undirected: return arrives || leaves
                }
              }
              return count >= k
            }
            if ties == kept { break }
            kept = ties
          }
          #expect(kept == Set((0..<30).filter { coreness[$0] >= k }))
        }
      }
    }
  }

  @Test func tiesOfWeightZeroAreNone() throws {
    for seed in 0..<20 as Range<UInt64> {
      let graph = try RandomGraphs.directed(25, probability: 0.3, seed: seed)
      var generator = SeededGenerator(seed: seed)
      let edges = graph.edges.map { edge in
        var edge = edge
        if generator.unit() < 0.4 { edge.accord = 0 }
        return edge
      }
      let gaps = try RelationGraph(nodeCount: 25, edges: edges)
      let without = try RelationGraph(nodeCount: 25, edges: edges.filter { $0.accord > 0 })
      for direction in TieDirection.allCases {
        let found = try gaps.coreness(direction: direction)
        #expect(try found == without.coreness(direction: direction))
      }
    }
  }

  @Test func nestedCliquesWithAChain() throws {
    // Everyone in 0...9 tied to everyone, mutually, 10...14 to 0...3, and a chain from there.
    var ties: [(Int, Int, Double)] = []
    for a in 0..<10 { for b in 0..<10 where a != b { ties.append((a, b, 1)) } }
    for a in 10..<15 { for b in 0..<4 { ties.append((a, b, 1)) } }
    for a in 15..<30 { ties.append((a - 1, a, 2)) }
    let graph = try RandomGraphs.accord(30, ties)
    #expect(
      try graph.coreness()
        == Array(repeating: 9, count: 10) + Array(repeating: 4, count: 5)
        + Array(repeating: 1, count: 15))
  }

  @Test func errorsAndSmallGraphs() throws {
    let graph = try RandomGraphs.accord(2, [(0, 1, -1)])
    #expect(throws: MeasureError.self) { try graph.coreness(on: .net) }
    #expect(try graph.coreness(on: .tension) == [1, 1])
    #expect(try RelationGraph(nodeCount: 0, edges: []).coreness() == [])
    #expect(try RelationGraph(nodeCount: 1, edges: []).coreness() == [0])
  }
}
