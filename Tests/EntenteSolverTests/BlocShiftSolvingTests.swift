import EntenteCore
import EntenteSolver
import Testing

@Suite struct BlocShiftSolvingTests {
  @Test func theSolverKnowsWhatEnumerationKnows() throws {
    for seed in 0..<8 as Range<UInt64> {
      // One block of 13 actors, which is too large to be enumerated unasked.
      let graph = try SignedOracles.random(
        seed: seed, nodes: 13, density: 0.35, negative: 0.4,
        weights: seed % 2 == 0 ? [1] : [0.5, 1, 3])
      guard graph.enumeratedOptima() == nil,
        let expected = graph.enumeratedOptima(largestBlock: 14, most: 200)
      else { continue }
      let found = try KnownBlocs(solving: graph, most: 200)
      #expect(found.isProven && found.index.upperBound == expected.index, "seed \(seed)")
      #expect(found.fit?.blocs == expected.fittingBlocs, "seed \(seed)")
      #expect(found.fit?.index == expected.fittingIndex, "seed \(seed)")
      #expect(found.isComplete == expected.isComplete)
      #expect(
        Set(found.divisions.map { $0.inOrderOfAppearance() }) == Set(expected.divisions),
        "seed \(seed)")
    }
  }

  @Test func withoutTimeNothingIsClaimed() throws {
    let graph = try SignedOracles.random(
      seed: 3, nodes: 40, density: 0.4, negative: 0.5, weights: [1])
    let found = try KnownBlocs(solving: graph, limits: SolverLimits(time: .zero))
    #expect(!found.isProven && !found.isComplete && found.fit == nil && found.score == nil)
    #expect(found.index.lowerBound < found.index.upperBound)
    let shift = try BlocShift(found, found)
    #expect(shift.actors.allSatisfy { $0.standing == .open || $0.standing == .absent })
    #expect(shift.indexChange.contains(0) && !shift.isChange)
  }

  @Test func faintLinesTakeNoSide() throws {
    let graph = try RelationGraph(
      nodeCount: 3,
      edges: [
        .init(source: 0, target: 1, net: 0.03), .init(source: 1, target: 0, net: 0.01),
        .init(source: 1, target: 2, net: -0.05),
      ])
    #expect(try SignedTies(graph, weighting: .signs, minimum: 0.05).lines.map(\.net) == [-1])
    #expect(try SignedTies(graph, weighting: .signs, minimum: 0.02).lines.map(\.net) == [1, -1])
    #expect(
      try SignedTies(graph, join: .everyTie, weighting: .signs, minimum: 0.02).lines.map(\.net)
        == [1, -1])
    #expect(try SignedTies(graph).lines.count == 2)
  }
}
