import EntenteCore
import EntenteSolver
import Testing

/// Graphs that packed cycles do not prove, some of which need branching.
@Suite struct BranchingTests {
  /// The graphs of `oracles/frustration.py`.
  private func graph(
    _ nodes: Int, _ count: Int, _ weights: [Double], seed: UInt64
  ) throws -> SignedTies {
    var state = seed
    func below(_ count: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % count)
    }
    var lines: [SignedTies.Line] = []
    var seen = Set<Int>()
    while lines.count < count {
      let (a, b) = (below(UInt64(nodes)), below(UInt64(nodes)))
      guard a < b, seen.insert(a * nodes + b).inserted else { continue }
      let weight = weights[below(UInt64(weights.count))]
      lines.append(SignedOracles.line(Int32(a), Int32(b), below(2) == 0 ? weight : -weight))
    }
    return try SignedTies(nodeCount: nodes, lines: lines)
  }

  @Test(arguments: [
    (44, 240, [1.0], [67.0, 70, 72]), (30, 170, [1, 2, 3], [97, 91, 98]),
    (30, 150, [0.25, 1.5, 2], [45.75, 42.25, 47.5]),
  ]) func asAnotherSolverHasIt(
    nodes: Int, lines: Int, weights: [Double], indices: [Double]
  ) throws {
    for (seed, index) in zip(UInt64(1)..., indices) {
      let found = try graph(nodes, lines, weights, seed: seed).frustration()
      #expect(found.index == index && found.certificate.isOptimal, "seed \(seed)")
      #expect(found.certificate.gap == 0)
    }
  }

  @Test func twoWorkersTakeTheSameCourseEachTime() throws {
    let ties = try graph(44, 240, [1], seed: 3)
    let found = try ties.frustration()
    #expect(found.index == 72)
    #expect(found.certificate.nodes > 2, "the graph is here because it needs branching")
    #expect(try ties.frustration() == found)
  }
}
