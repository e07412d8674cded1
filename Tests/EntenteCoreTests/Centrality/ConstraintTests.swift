import EntenteCore
import Testing

@Suite struct ConstraintTests {
  @Test func pairTriangleAndStar() throws {
    let pair = try RandomGraphs.accord(3, [(0, 1, 4)])
    #expect(try pair.constraint() == [1, 1, nil])
    let triangle = try RandomGraphs.accord(3, [(0, 1, 1), (1, 2, 1), (2, 0, 1)])
    #expect(try triangle.constraint() == [1.125, 1.125, 1.125])
    let star = try RandomGraphs.accord(5, (1..<5).map { (0, $0, 2) })
    #expect(try star.constraint() == [0.25, 1, 1, 1, 1])
  }

  @Test func agreesWithTheDefinition() throws {
    for seed in 0..<15 as Range<UInt64> {
      let n = 12
      let graph = try RandomGraphs.directed(n, probability: 0.3, seed: seed)
      func weight(_ a: Int, _ b: Int) -> Double {
        let leaving = graph.tie(from: Int32(a), to: Int32(b)).map { graph.accord[$0] } ?? 0
        let arriving = graph.tie(from: Int32(b), to: Int32(a)).map { graph.accord[$0] } ?? 0
        return leaving + arriving
      }
      let sums = (0..<n).map { a in (0..<n).reduce(0.0) { $0 + weight(a, $1) } }
      let found = try graph.constraint()
      for a in 0..<n where sums[a] > 0 {
        var expected = 0.0
        for b in 0..<n where weight(a, b) > 0 {
          var invested = weight(a, b) / sums[a]
          for q in 0..<n where q != a && q != b && weight(a, q) > 0 {
            invested += weight(a, q) / sums[a] * weight(q, b) / sums[q]
          }
          expected += invested * invested
        }
        #expect(abs((found[a] ?? -1) - expected) < 1e-12)
      }
      let scaled = try RandomGraphs.scaled(graph, by: 1e-8).constraint()
      #expect(agree(scaled.compactMap { $0 }, found.compactMap { $0 }))
    }
  }

  @Test func errorsAndSmallGraphs() throws {
    let graph = try RandomGraphs.accord(2, [(0, 1, -1)])
    #expect(throws: MeasureError.self) { try graph.constraint(on: .net) }
    #expect(throws: MeasureError.cancelled(measure: "constraint")) {
      try graph.constraint(control: .init(isCancelled: { true }))
    }
    #expect(try RelationGraph(nodeCount: 0, edges: []).constraint() == [])
    #expect(try RelationGraph(nodeCount: 1, edges: []).constraint() == [nil])
  }
}
