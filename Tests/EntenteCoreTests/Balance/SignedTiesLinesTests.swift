import EntenteCore
import Testing

@Suite struct SignedTiesLinesTests {
  private func relations(_ nets: [(Int32, Int32, Double)], count: Int = 4) throws -> RelationGraph {
    try RelationGraph(
      nodeCount: count,
      edges: nets.map { RelationGraph.Edge(source: $0.0, target: $0.1, net: $0.2) })
  }

  @Test func directionsAreJoined() throws {
    let graph = try relations([(0, 1, 3), (1, 0, -1), (2, 1, -4), (0, 3, 2), (3, 0, -2), (2, 3, 0)])
    let sum = try SignedTies(graph)
    #expect(
      sum.lines == [
        .init(first: 0, second: 1, positive: 2, negative: 0),
        .init(first: 1, second: 2, positive: 0, negative: 4),
      ])
    let every = try SignedTies(graph, join: .everyTie)
    #expect(
      every.lines == [
        .init(first: 0, second: 1, positive: 3, negative: 1),
        .init(first: 0, second: 3, positive: 2, negative: 2),
        .init(first: 1, second: 2, positive: 0, negative: 4),
      ])
    let signs = try SignedTies(graph, weighting: .signs)
    #expect(signs.lines.map(\.net) == [1, -1])
    #expect(try SignedTies(graph, join: .everyTie, weighting: .signs).totalWeight == 5)
    // Every tie counts, but a pair that comes to nothing in sum is no tie to measures of one weight.
    #expect(every.mixed.count == 2 && every.tieCount == 2)
    #expect((every.discordantPairs, every.cancelledPairs) == (2, 0))
    #expect((sum.discordantPairs, sum.cancelledPairs) == (2, 1))
    #expect(every.weight(between: 0, and: 1) == 2 && every.weight(between: 0, and: 3) == nil)
    for ties in [sum, every, signs] {
      let again = try SignedTies(nodeCount: 4, lines: ties.lines)
      #expect(again.lines == ties.lines && again.mixed == ties.mixed)
      #expect(again.neighbors == ties.neighbors && again.weights == ties.weights)
      #expect(again.offsets == ties.offsets)
    }
  }

  @Test func costOfAPartition() throws {
    let graph = try SignedTies(relations([(0, 1, 3), (1, 2, -4), (0, 2, 2)], count: 3))
    #expect(graph.cost(of: [0, 0, 0]) == 4)
    #expect(graph.cost(of: [0, 0, 1]) == 2)
    #expect(graph.cost(of: [0, 1, 2], insidePenalty: 1, acrossPenalty: 0.5) == 2.5)
  }

  @Test func badLinesAreRefused() {
    func refused(_ lines: [SignedTies.Line]) -> RelationGraphError? {
      do throws(RelationGraphError) {
        _ = try SignedTies(nodeCount: 3, lines: lines)
        return nil
      } catch { return error }
    }
    let good = SignedTies.Line(first: 2, second: 0, positive: 1, negative: 0)
    #expect(refused([good]) == nil)
    #expect(good.first == 0 && good.second == 2)
    #expect(refused([good, good]) == .pairGivenTwice(tie: 1))
    #expect(
      refused([.init(first: 0, second: 3, positive: 1, negative: 0)]) == .actorOutOfRange(tie: 0))
    #expect(refused([.init(first: 1, second: 1, positive: 1, negative: 0)]) == .tieToItself(tie: 0))
    #expect(
      refused([.init(first: 0, second: 1, positive: .nan, negative: 0)])
        == .unusableIntensity(tie: 0))
    #expect(
      refused([.init(first: 0, second: 1, positive: 0, negative: -1)])
        == .unusableIntensity(tie: 0))
  }
}
