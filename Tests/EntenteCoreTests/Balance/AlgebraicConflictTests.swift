import EntenteCore
import RealModule
import TestSupport
import Testing

@Suite struct AlgebraicConflictTests {
  @Test func equalsTheDenseEigenvaluesOfEachComponent() throws {
    for seed in BalanceOracle.seeds {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      for (weighting, name) in [
        (TieWeighting.signs, "conflict"), (.weights, "conflictweights"),
      ] {
        let found = try ties.algebraicConflict(weighting).components.map(\.conflict)
        let expected = BalanceOracle.values(seed, name)
        #expect(found.count == expected.count, "seed \(seed)")
        #expect(zip(found, expected).allSatisfy { agree($0, $1) }, "seed \(seed)")
      }
    }
  }

  @Test func lanczosFindsTheSame() throws {
    for seed in UInt64(121)...140 {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      let dense = try ties.algebraicConflict(.weights)
      let sparse = try ties.algebraicConflict(.weights, denseLimit: 1)
      for (left, right) in zip(dense.components, sparse.components) {
        #expect(agree(left.conflict, right.conflict, 1e-7), "seed \(seed)")
        #expect(abs(left.conflict - right.conflict) <= right.residual + 1e-9)
      }
    }
  }

  /// The smallest eigenvalue of an unbalanced cycle is 2 − 2 cos(π/n).
  @Test(arguments: [3, 4, 7, 50]) func cyclesByFormula(length: Int) throws {
    let cycle = try signedTies(
      length, (0..<length).map { (Int32($0), Int32(($0 + 1) % length), $0 == 0 ? -1 : 1) })
    let expected = 2 - 2 * Double.cos(.pi / Double(length))
    #expect(agree(try cycle.algebraicConflict().smallest.value, expected, 1e-12))
  }

  @Test func floorIsBelowTheFrustrationIndex() throws {
    for seed in UInt64(1)...120 {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      guard ties.nodeCount <= 9 else { continue }
      var least = Double.infinity
      for sides in 0..<(1 << (ties.nodeCount - 1)) {
        var weight = 0.0
        for node in 0..<ties.nodeCount {
          for position in ties.ties(of: Int32(node)) {
            let apart = (sides >> node ^ sides >> Int(ties.neighbors[position])) & 1 == 1
            if apart == (ties.weights[position] > 0) { weight += abs(ties.weights[position]) / 2 }
          }
        }
        least = min(least, weight)
      }
      let conflict = try ties.algebraicConflict(.weights)
      #expect(conflict.frustrationFloor <= least + 1e-9, "seed \(seed)")
      #expect((least == 0) == conflict.components.allSatisfy(\.isBalanced), "seed \(seed)")
    }
  }

  @Test func switchingScalingAndRange() throws {
    for seed in UInt64(1)...40 {
      let graph = try SeededSignedGraph(seed: seed).graph
      let ties = try SignedTies(graph)
      let own = try ties.algebraicConflict(.weights)
      let switched = try SignedTies(graph.switched(randomActors(graph.nodeCount, seed: seed)))
        .algebraicConflict(.weights)
      let scaled = try SignedTies(graph.scaled(3)).algebraicConflict(.weights)
      for ((left, middle), right) in zip(
        zip(own.components, switched.components), scaled.components)
      {
        #expect(agree(left.conflict, middle.conflict, 1e-9))
        #expect(agree(3 * left.conflict, right.conflict, 1e-9))
        let strength = left.actors.reduce(0.0) { sum, actor in
          sum + ties.weights[ties.ties(of: actor)].reduce(0) { $0 + abs($1) }
        }
        #expect(left.conflict <= strength / Double(left.actors.count) + 1e-9)
        #expect(left.conflict >= 0)
      }
    }
  }

  @Test func saysWhenItDoesNotConverge() throws {
    let ties = try SignedTies(SeededSignedGraph(seed: 121).graph)
    #expect {
      try ties.algebraicConflict(denseLimit: 1, iterations: 3)
    } throws: { error in
      guard case .eigenvalues(.noConvergence(let residual, let iterations)) = error as? BalanceError
      else { return false }
      return residual > 0 && iterations == 3
    }
  }

  @Test func withoutTies() throws {
    #expect(try signedTies(3, []).algebraicConflict().smallest == .undefined(.noTies))
    #expect(try signedTies(0, []).algebraicConflict().components.isEmpty)
  }
}
