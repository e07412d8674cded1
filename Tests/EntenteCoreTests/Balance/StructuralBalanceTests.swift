import EntenteCore
import TestSupport
import Testing

@Suite struct StructuralBalanceTests {
  /// Whether any division into two sides leaves no tie out of place.
  private func byTryingAll(_ ties: SignedTies) -> Bool {
    (0..<(1 << ties.nodeCount)).contains { sides in
      (0..<ties.nodeCount).allSatisfy { node in
        ties.ties(of: Int32(node)).allSatisfy { position in
          let other = Int(ties.neighbors[position])
          return ((sides >> node ^ sides >> other) & 1 == 0) == (ties.weights[position] > 0)
        }
      }
    }
  }

  @Test func equalsTryingAllSides() throws {
    var seen: [Bool: Int] = [:]
    for seed in UInt64(1)...120 {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      guard ties.nodeCount <= 9 else { continue }
      let expected = byTryingAll(ties)
      #expect(ties.isBalanced == expected, "seed \(seed)")
      seen[expected, default: 0] += 1
    }
    #expect(seen[true, default: 0] > 5 && seen[false, default: 0] > 5)
  }
}
