import EntenteCore
import TestSupport
import Testing

@Suite struct SymmetricEigenTests {
  private func dense(_ ties: SignedTies) -> [Double] {
    var matrix = [Double](repeating: 0, count: ties.nodeCount * ties.nodeCount)
    for node in 0..<ties.nodeCount {
      for position in ties.ties(of: Int32(node)) {
        matrix[node * ties.nodeCount + Int(ties.neighbors[position])] = ties.weights[position]
      }
    }
    return matrix
  }

  @Test func equalsNumpy() throws {
    for seed in BalanceOracle.seeds {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      let eigen = try SymmetricEigen(
        matrix: dense(ties),
        order: ties.nodeCount,
        vectors: false
      )
      let expected = BalanceOracle.values(seed, "eigenvalues")
      #expect(eigen.values.count == expected.count)
      #expect(zip(eigen.values, expected).allSatisfy { abs($0 - $1) < 1e-11 }, "seed \(seed)")
      #expect(eigen.vectors.isEmpty)
    }
  }

  @Test func vectorsAreOrthonormalAndRebuildTheMatrix() throws {
    for seed in UInt64(1)...60 {
      let ties = try SignedTies(SeededSignedGraph(seed: seed).graph)
      let matrix = dense(ties)
      let n = ties.nodeCount
      let eigen = try SymmetricEigen(matrix: matrix, order: n)
      for a in 0..<n {
        for b in 0..<n {
          let product = (0..<n).reduce(0) { $0 + eigen.vector(a, at: $1) * eigen.vector(b, at: $1) }
          #expect(abs(product - (a == b ? 1 : 0)) < 1e-13)
          let entry = (0..<n).reduce(0) {
            $0 + eigen.values[$1] * eigen.vector($1, at: a) * eigen.vector($1, at: b)
          }
          #expect(abs(entry - matrix[a * n + b]) < 1e-12)
        }
      }
    }
  }

  @Test func extremeScalesAndTinyOrders() throws {
    #expect(try SymmetricEigen(matrix: [], order: 0).values.isEmpty)
    #expect(try SymmetricEigen(matrix: [-3], order: 1).values == [-3])
    #expect(try SymmetricEigen(matrix: [0, 0, 0, 0], order: 2).values == [0, 0])
    for scale in [1e-300, 1, 1e300] {
      let values = try SymmetricEigen(
        matrix: [0, scale, scale, 0].map { $0 },
        order: 2
      ).values
      #expect(abs(values[0] / scale + 1) < 1e-15 && abs(values[1] / scale - 1) < 1e-15)
    }
    // A column that falls off to 10⁻⁹ of its head still counts.
    let matrix: [Double] = [2, 1, 1e-9, 1, 3, 0, 1e-9, 0, 4]
    let eigen = try SymmetricEigen(matrix: matrix, order: 3)
    #expect(abs(eigen.values.reduce(0, +) - 9) < 1e-14)
    #expect(abs(eigen.vector(2, at: 0)) > 1e-10)
  }

  @Test func equalEigenvalues() throws {
    // A complete graph of eight: seven times −1, once 7.
    let matrix = (0..<64).map { $0 / 8 == $0 % 8 ? 0.0 : 1.0 }
    let eigen = try SymmetricEigen(matrix: matrix, order: 8)
    #expect(eigen.values.dropLast().allSatisfy { abs($0 + 1) < 1e-14 })
    #expect(abs((eigen.values.last ?? 0) - 7) < 1e-14)
  }
}
