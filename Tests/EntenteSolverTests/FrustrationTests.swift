import EntenteCore
import EntenteSolver
import Testing

@Suite struct FrustrationTests {
  @Test(arguments: 1...5) func everySignedGraphOfUpToFiveActors(nodes: Int) throws {
    let pairs = (0..<Int32(nodes)).flatMap { a in
      ((a + 1)..<Int32(max(nodes, Int(a) + 1))).map { (a, $0) }
    }
    let count = pairs.reduce(1) { product, _ in product * 3 }
    for code in 0..<count {
      var rest = code
      var lines: [SignedGraph.Line] = []
      for (a, b) in pairs {
        if rest % 3 != 0 {
          lines.append(
            SignedGraph.Line(
              first: a, second: b, positive: rest % 3 == 1 ? 1 : 0, negative: rest % 3 == 2 ? 1 : 0)
          )
        }
        rest /= 3
      }
      try check(
        SignedGraph(nodeCount: nodes, lines: lines), "code \(code)", withBound: code % 16 == 0)
    }
  }

  @Test func randomGraphsOfUpToTenActors() throws {
    let kinds: [[Double]] = [[1], [1, 2, 3], [0.5, 1.25, 7], [0.1, 0.7, 1.0 / 3, 2.9]]
    for seed in 0..<2000 as Range<UInt64> {
      let graph = try SignedOracles.random(
        seed: seed, nodes: 2 + Int(seed % 9), density: [0.3, 0.6, 1][Int(seed / 9 % 3)],
        negative: [0.2, 0.5, 0.8][Int(seed / 27 % 3)], weights: kinds[Int(seed / 81 % 4)])
      try check(graph, "seed \(seed)")
    }
  }

  /// What is wrong with an answer, so that thousands of graphs cost one expectation each at most.
  private func fault(_ graph: SignedGraph, withBound: Bool = true) throws -> String? {
    let truth = SignedOracles.frustration(graph)
    let found = try graph.frustration()
    let proof = found.certificate
    if !proof.isOptimal { return "not proven" }
    if abs(found.index - truth) > 1e-6 { return "\(found.index) for \(truth)" }
    if proof.upper != found.index || graph.cost(of: found.blocs) != found.index { return "cost" }
    if proof.lower > truth + 1e-9 || proof.gap > proof.tolerance * 1.001 { return "\(proof)" }
    guard withBound else { return nil }
    let bound = graph.frustrationBound()
    if bound.lower > truth + 1e-9 || bound.upper < truth - 1e-9 { return "\(bound)" }
    return nil
  }

  private func check(_ graph: SignedGraph, _ name: String, withBound: Bool = true) throws {
    if let fault = try fault(graph, withBound: withBound) { Issue.record("\(name): \(fault)") }
  }
}
