import EntenteCore
import TestSupport
import Testing

@Suite struct EnumeratedOptimaTests {
  @Test func aTriangleWithOneNegativeLineHasThree() throws {
    let graph = try signedGraph(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
    let optima = try #require(graph.enumeratedOptima())
    #expect(optima.index == 1 && optima.count == 3 && optima.isComplete)
    #expect(Set(optima.divisions) == [[0, 0, 0], [0, 0, 1], [0, 1, 1]])
    // All three together pay as little as two blocs.
    #expect(optima.fittingBlocs == 1 && optima.fittingIndex == 1)
  }

  @Test func threeEnemiesFitThreeBlocs() throws {
    let graph = try signedGraph(4, [(0, 1, -1), (1, 2, -1), (0, 2, -1), (2, 3, 1)])
    let optima = try #require(graph.enumeratedOptima())
    #expect(optima.index == 1 && optima.fittingBlocs == 3 && optima.fittingIndex == 0)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func bruteForceFindsTheSame(seed: UInt64) throws {
    let nodes = 2 + Int(seed % 6)
    let graph = try randomSignedTies(
      seed: seed, nodes: nodes, density: seed % 4 == 0 ? 0.4 : 0.8,
      weights: seed % 3 == 0 ? [0.5, 1, 2.25] : [1])
    let optima = try #require(graph.enumeratedOptima(most: 500))
    let two = allPartitions(of: nodes, most: 2)
    let least = two.map { graph.cost(of: $0) }.min() ?? 0
    #expect(optima.index == least)
    #expect(optima.divisions.allSatisfy { graph.cost(of: $0) == least })
    #expect(Set(optima.divisions).count == optima.divisions.count && optima.isComplete)
    // Parts without a line between them may be turned round freely.
    let parts = Set(graph.connectedLabels).count
    let all = two.filter { graph.cost(of: $0) == least }
    #expect(optima.count << (parts - 1) == all.count)
    if parts == 1 { #expect(Set(optima.divisions) == Set(all)) }
    let any = allPartitions(of: nodes, most: nodes)
    let best = any.map { graph.cost(of: $0) }.min() ?? 0
    let fitting = any.filter { graph.cost(of: $0) == best }.map { Int($0.max() ?? -1) + 1 }.min()
    #expect(optima.fittingIndex == best && optima.fittingBlocs == fitting)
  }

  @Test func blocksMultiplyAndSingleTurnsComeFirst() throws {
    // Three triangles in a chain, sharing an actor each: three optima each.
    let graph = try signedGraph(
      8,
      [
        (0, 1, 1), (1, 2, 1), (0, 2, -1), (2, 3, 1), (3, 4, 1), (2, 4, -1), (4, 5, 1), (5, 6, 1),
        (4, 6, -1),
      ])
    let all = try #require(graph.enumeratedOptima())
    #expect(all.count == 27 && all.divisions.count == 27 && Set(all.divisions).count == 27)
    #expect(all.divisions.allSatisfy { graph.cost(of: $0) == 3 })
    let some = try #require(graph.enumeratedOptima(most: 7))
    #expect(
      some.count == 27 && !some.isComplete && some.divisions == Array(all.divisions.prefix(7)))
    // The first seven differ from the first in one triangle at most, so that any two of the actors
    // that can stand otherwise do so among them already.
    func varies(_ divisions: [[Int32]], _ one: Int, _ other: Int) -> Bool {
      Set(divisions.map { $0[one] == $0[other] }).count > 1
    }
    for one in 0..<7 {
      for other in 0..<7 where one != other {
        #expect(varies(some.divisions, one, other) == varies(all.divisions, one, other))
      }
    }
  }

  @Test func largeBlocksAreForTheSolver() throws {
    let ring = (0..<13 as Range<Int32>).map { ($0, ($0 + 1) % 13, $0 == 0 ? -1.0 : 1) }
    let graph = try signedGraph(13, ring)
    #expect(graph.enumeratedOptima() == nil)
    #expect(graph.enumeratedOptima(largestBlock: 13)?.count == 13)
    // A long chain is all small blocks.
    let chain = try signedGraph(60, (0..<59 as Range<Int32>).map { ($0, $0 + 1, -1) })
    #expect(chain.enumeratedOptima()?.count == 1)
  }

  @Test func nothingIsNothing() throws {
    let none = try #require(signedGraph(0, []).enumeratedOptima())
    #expect(none.index == 0 && none.fittingBlocs == 0 && none.divisions == [[]])
    let apart = try #require(signedGraph(3, []).enumeratedOptima())
    #expect(apart.index == 0 && apart.fittingBlocs == 1 && apart.count == 1)
  }
}
