@testable import EntenteCore
import RealModule
import TestSupport
import Testing

@Suite struct LanczosTests {
  @Test func smallestEigenvalueOfAPath() throws {
    // 2 cos(kπ/(n + 1)) for k in 1...n.
    let path = try signedTies(400, (0..<399).map { (Int32($0), Int32($0 + 1), 1) })
    let found = try Lanczos.smallestEigenvalue(
      of: SignedOperator(adjacency: path, .signs),
      tolerance: 1e-9,
      limit: 2_000,
      seed: 4
    )
    #expect(abs(found.value + 2 * Double.cos(.pi / 401)) < 1e-7)
    #expect(found.residual <= 2e-9)
    #expect(found.iterations < 2_000)
  }

  @Test func stopsWhenAllIsSpanned() throws {
    let pair = try signedTies(2, [(0, 1, -5)])
    let found = try Lanczos.smallestEigenvalue(
      of: SignedOperator(adjacency: pair, .weights).laplacian,
      tolerance: 0,
      limit: 50,
      seed: 1
    )
    #expect(abs(found.value) < 1e-14)
    #expect(found.iterations <= 3)
    // No tie at all: one step finds the zero.
    let empty = SignedOperator(adjacency: try signedTies(3, []), .signs)
    #expect(try Lanczos.smallestEigenvalue(of: empty, tolerance: 0, limit: 9, seed: 1).value == 0)
  }

  @Test func quadratureIsExactForPolynomials() throws {
    let ties = try SignedTies(SeededSignedGraph(seed: 128).graph)
    let adjacency = SignedOperator(adjacency: ties, .signs)
    var generator = SeededGenerator(seed: 3)
    let start = (0..<ties.nodeCount).map { _ in generator.unit() }
    let square = start.reduce(0) { $0 + $1 * $1 }
    var run = Lanczos(start: start)
    for _ in 0..<4 { _ = run.step(adjacency) }
    // Four nodes are exact up to the seventh power.
    var vector = start
    for power in 0...7 {
      let expected = zip(start, vector).reduce(0) { $0 + $1.0 * $1.1 }
      let found = try run.quadrature().reduce(0) { $0 + $1.weight * .pow($1.node, power) } * square
      #expect(agree(found, expected, 1e-11), "power \(power)")
      vector = (0..<ties.nodeCount).map { node in
        ties.ties(of: Int32(node)).reduce(0) {
          $0 + (ties.weights[$1] > 0 ? 1 : -1) * vector[Int(ties.neighbors[$1])]
        }
      }
    }
  }
}
