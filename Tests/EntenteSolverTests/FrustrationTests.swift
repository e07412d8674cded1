import EntenteCore
import EntenteSolver
import Testing

@Suite struct FrustrationTests {
  /// Every signed graph up to renaming: those whose actors ascend by their numbers of positive and
  /// negative lines.
  @Test(arguments: 0...5) func everySignedGraphOfUpToFiveActors(nodes: Int) throws {
    let pairs = (0..<Int32(nodes)).flatMap { a in
      ((a + 1)..<Int32(max(nodes, Int(a) + 1))).map { (a, $0) }
    }
    let count = pairs.reduce(1) { product, _ in product * 3 }
    for code in 0..<count {
      var rest = code
      var degree = [Int](repeating: 0, count: nodes)
      var lines: [SignedTies.Line] = []
      for (a, b) in pairs {
        if rest % 3 != 0 {
          lines.append(
            SignedTies.Line(
              first: a, second: b, positive: rest % 3 == 1 ? 1 : 0, negative: rest % 3 == 2 ? 1 : 0)
          )
        }
        if rest % 3 != 0 {
          for end in [a, b] { degree[Int(end)] += rest % 3 == 1 ? 1 : 10 }
        }
        rest /= 3
      }
      guard zip(degree, degree.dropFirst()).allSatisfy({ $0 <= $1 }) else { continue }
      try check(
        SignedTies(nodeCount: nodes, lines: lines), "code \(code)")
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
  private func fault(_ graph: SignedTies) throws -> String? {
    let truth = SignedOracles.frustration(graph)
    for route in SignedOracles.routes {
      let found = try graph.frustration(limits: route)
      let proof = found.certificate
      if !proof.isOptimal { return "not proven" }
      if abs(found.index - truth) > 1e-6 { return "\(found.index) for \(truth)" }
      if proof.upper != found.index || graph.cost(of: found.blocs) != found.index { return "cost" }
      if proof.lower > truth + 1e-9 || proof.gap > proof.tolerance * 1.001 { return "\(proof)" }
    }
    let bound = graph.frustrationBound()
    if bound.lower > truth + 1e-9 || bound.upper < truth - 1e-9 { return "\(bound)" }
    return nil
  }

  private func check(_ graph: SignedTies, _ name: String) throws {
    if let fault = try fault(graph) { Issue.record("\(name): \(fault)") }
  }

  @Test func laws() throws {
    for seed in 0..<30 as Range<UInt64> {
      let graph = try SignedOracles.random(
        seed: seed, nodes: 14, density: 0.5, negative: 0.5, weights: seed % 2 == 0 ? [1] : [1, 2.5])
      let index = try graph.frustration().index
      var generator = SeededGenerator(seed: seed + 1000)
      let sides = (0..<14).map { _ in generator.below(2) }
      #expect(try SignedOracles.switched(graph, sides).frustration().index == index)
      let names = (0..<14 as Range<Int32>).shuffled(using: &generator)
      #expect(try SignedOracles.relabelled(graph, by: names).frustration().index == index)
      let scaled = try SignedTies(
        nodeCount: 14,
        lines: graph.lines.map {
          SignedTies.Line(
            first: $0.first, second: $0.second, positive: 4 * $0.positive,
            negative: 4 * $0.negative)
        })
      #expect(try scaled.frustration().index == 4 * index)
      let balanced = [
        SignedOracles.line(14, 15, 1), SignedOracles.line(15, 16, -2),
        SignedOracles.line(14, 16, -1), SignedOracles.line(13, 14, 3),
      ]
      let larger = try SignedTies(nodeCount: 18, lines: graph.lines + balanced)
      #expect(try larger.frustration().index == index)
      let again = try graph.frustration()
      #expect(again == (try graph.frustration()))
      let half = graph.totalWeight / 2
      #expect(index >= 0 && index <= half)
    }
  }

  @Test func extremes() throws {
    let empty = try SignedTies(nodeCount: 0, lines: []).frustration()
    #expect(empty.index == 0 && empty.blocs.isEmpty && empty.score == 1)
    #expect(empty.certificate.isOptimal)
    let lone = try SignedTies(nodeCount: 1, lines: []).frustration()
    #expect(lone.blocs == [0] && lone.certificate.isOptimal)
    let friends = try SignedOracles.random(seed: 1, nodes: 40, density: 1, negative: 0)
    #expect(try friends.frustration().index == 0)
    #expect(try friends.frustration().blocs.allSatisfy { $0 == 0 })
    // Among n mutual enemies the best is to part them in halves.
    let enemies = try SignedOracles.random(seed: 1, nodes: 12, density: 1, negative: 1)
    #expect(try enemies.frustration().index == 30)
    #expect(try enemies.frustration().certificate.isOptimal)
    for scale in [1e-300, 1e-12, 1e12, 1e300] {
      let triangle = try SignedOracles.graph(
        3, [(0, 1, 3 * scale), (1, 2, 2 * scale), (0, 2, -scale)])
      let found = try triangle.frustration()
      #expect(abs(found.index / scale - 1) < 1e-9)
      #expect(found.certificate.isOptimal)
    }
  }

  @Test func limitsLeaveAProvenInterval() throws {
    let graph = try SignedOracles.random(seed: 9, nodes: 44, density: 0.5, negative: 0.5)
    let clock = ContinuousClock()
    var found: Frustration?
    let elapsed = try clock.measure {
      found = try graph.frustration(limits: SolverLimits(time: .milliseconds(300)))
    }
    let stopped = try #require(found)
    #expect(stopped.certificate.stop == .timeLimit)
    #expect(stopped.certificate.lower > 0)
    #expect(stopped.certificate.lower < stopped.certificate.upper)
    #expect(graph.cost(of: stopped.blocs) == stopped.index)
    #expect(elapsed < .seconds(20), "far beyond what a busy machine explains")
    let one = try graph.frustration(limits: SolverLimits(nodes: 0))
    #expect(one.certificate.stop == .nodeLimit && one.certificate.nodes == 0)
    let three = try graph.frustration(limits: SolverLimits(nodes: 3))
    #expect(three.certificate.stop == .nodeLimit && three.certificate.nodes == 3)
    #expect(three.certificate.lower >= one.certificate.lower)
    let flag = CancellationFlag()
    flag.cancel()
    let cancelled = try graph.frustration(limits: SolverLimits(cancellation: flag))
    #expect(cancelled.certificate.stop == .cancelled)
    #expect(cancelled.certificate.lower <= stopped.certificate.upper)
  }
}
