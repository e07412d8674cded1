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

  @Test func errorsAndSmallGraphs() throws {
    let graph = try RandomGraphs.accord(2, [(0, 1, -1)])
    #expect(throws: MeasureError.self) { try graph.coreness(on: .net) }
    #expect(try graph.coreness(on: .tension) == [1, 1])
    #expect(try RelationGraph(nodeCount: 0, edges: []).coreness() == [])
    #expect(try RelationGraph(nodeCount: 1, edges: []).coreness() == [0])
  }
}
