@testable import EntenteCore
import TestSupport
import Testing

@Suite struct ThickRestartLanczosTests {
  @Test func equalsTheDenseSolution() throws {
    for seed in UInt64(121)...135 {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      let adjacency = SignedOperator(adjacency: ties, .weights)
      let all = try SymmetricEigen(matrix: adjacency.dense, order: ties.nodeCount).values
      for count in [1, 3, ties.nodeCount] {
        let found = try ThickRestartLanczos(of: adjacency, count: count)
        let expected = all.reversed().prefix(count)
        #expect(zip(found.values, expected).allSatisfy { agree($0, $1, 1e-9) }, "seed \(seed)")
      }
    }
  }

  @Test func restartsOnALongPath() throws {
    let path = try signedTies(300, (0..<299).map { (Int32($0), Int32($0 + 1), 1) })
    let adjacency = SignedOperator(adjacency: path, .signs)
    let found = try ThickRestartLanczos(of: adjacency, count: 2, tolerance: 1e-8)
    let all = try SymmetricEigen(matrix: adjacency.dense, order: 300, vectors: false).values
    #expect(found.iterations > 28)
    #expect(agree(found.values[0], all[299], 1e-8))
    #expect(agree(found.values[1], all[298], 1e-8))
    // A v = λ v, and nothing is left of an eigenvector once it is taken out.
    for rank in 0..<2 {
      let vector = Array(found.vectors[rank * 300..<(rank + 1) * 300])
      var product = vector
      vector.withUnsafeBufferPointer { input in
        product.withUnsafeMutableBufferPointer { adjacency.multiply(input, into: $0) }
      }
      #expect(zip(product, vector).allSatisfy { abs($0 - found.values[rank] * $1) < 1e-7 })
      var rest = vector
      found.remove(from: &rest)
      #expect(rest.allSatisfy { abs($0) < 1e-12 })
    }
  }

  @Test func saysWhenItDoesNotConverge() throws {
    let path = try signedTies(300, (0..<299).map { (Int32($0), Int32($0 + 1), 1) })
    #expect(throws: EigenError.self) {
      try ThickRestartLanczos(
        of: SignedOperator(adjacency: path, .signs),
        count: 2,
        tolerance: 1e-12,
        limit: 30
      )
    }
  }

  @Test func manyEqualEigenvalues() throws {
    // Twenty separate pairs: twenty times 1.
    let list: [(Int32, Int32, Double)] = (Int32(0)..<20).map { (2 * $0, 2 * $0 + 1, 1) }
    let pairs = try signedTies(40, list)
    let found = try ThickRestartLanczos(of: SignedOperator(adjacency: pairs, .signs), count: 5)
    #expect(found.values.allSatisfy { abs($0 - 1) < 1e-9 })
  }
}
