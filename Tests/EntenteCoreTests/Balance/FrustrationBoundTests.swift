import EntenteCore
import Testing

@Suite struct FrustrationBoundTests {
  @Test func trianglesAreClosed() throws {
    let graph = try SignedTies(
      nodeCount: 3,
      lines: [
        .init(first: 0, second: 1, positive: 1, negative: 0),
        .init(first: 1, second: 2, positive: 1, negative: 0),
        .init(first: 0, second: 2, positive: 0, negative: 1),
      ])
    let bound = graph.frustrationBound()
    #expect(bound.upper == 1 && bound.lower == 1)
  }

  @Test func plantedBlocsAreFound() throws {
    var generator = SeededGenerator(seed: 5)
    let side = (0..<120).map { _ in generator.below(2) }
    var lines: [SignedTies.Line] = []
    for a in 0..<120 {
      for b in (a + 1)..<120 where generator.unit() < 0.15 {
        let isPositive = side[a] == side[b]
        lines.append(
          .init(
            first: Int32(a), second: Int32(b), positive: isPositive ? 1 : 0,
            negative: isPositive ? 0 : 1))
      }
    }
    let graph = try SignedTies(nodeCount: 120, lines: lines)
    let bound = graph.frustrationBound()
    #expect(bound.upper == 0 && bound.lower == 0)
    #expect(bound.blocs.map { Int($0) } == side.map { $0 == side[0] ? 0 : 1 })
    #expect(bound == graph.frustrationBound())
  }

  @Test func smallestGraphs() throws {
    for nodes in 0...2 {
      let bound = try SignedTies(nodeCount: nodes, lines: []).frustrationBound()
      #expect(bound.upper == 0 && bound.lower == 0 && bound.blocs.count == nodes)
    }
  }
}
