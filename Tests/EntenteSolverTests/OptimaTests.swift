import EntenteCore
import EntenteSolver
import Testing

@Suite struct OptimaTests {
  @Test func triangleHasThree() throws {
    let graph = try SignedOracles.graph(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
    let optima = try graph.optimalPartitions()
    #expect(optima.isComplete)
    #expect(Set(optima.partitions) == [[0, 0, 0], [0, 0, 1], [0, 1, 1]])
    #expect(optima.undecided.count >= 2)
    #expect(optima.alwaysFrustrated.isEmpty)
    #expect(optima.sometimesFrustrated == [0, 1, 2])
  }

  @Test func allOptimaOfSmallGraphs() throws {
    for seed in 0..<150 as Range<UInt64> {
      let nodes = 3 + Int(seed % 6)
      let graph = try SignedOracles.random(
        seed: seed, nodes: nodes, density: 0.8, negative: 0.5,
        weights: seed % 3 == 0 ? [1, 1.5] : [1])
      guard connected(graph) else { continue }
      let truth = SignedOracles.frustration(graph)
      let all = SignedOracles.partitions(of: nodes, most: 2).filter {
        graph.cost(of: $0) == truth
      }
      let answers = try SignedOracles.routes.map {
        try graph.optimalPartitions(most: 500, limits: $0)
      }
      let found = try #require(answers.first)
      for other in answers {
        #expect(canonical(other) == canonical(found), "seed \(seed)")
        #expect(other.isComplete == found.isComplete)
        #expect(other.sometimesFrustrated == found.sometimesFrustrated)
      }
      #expect(found.isComplete, "seed \(seed)")
      #expect(found.partitions.count == all.count, "seed \(seed)")
      #expect(canonical(found) == Set(all), "seed \(seed)")
      var frustrated = [Int](repeating: 0, count: graph.lines.count)
      for blocs in all {
        for (index, line) in graph.lines.enumerated()
        where (blocs[Int(line.first)] == blocs[Int(line.second)]) != (line.net > 0) {
          frustrated[index] += 1
        }
      }
      let lines = graph.lines.indices
      #expect(found.alwaysFrustrated == lines.filter { frustrated[$0] == all.count })
      #expect(
        found.sometimesFrustrated == lines.filter { (1..<all.count).contains(frustrated[$0]) })
    }
  }

  @Test func separatePartsMultiply() throws {
    // Two triangles that do not touch: three optima each.
    let graph = try SignedOracles.graph(
      7, [(0, 1, 1), (1, 2, 1), (0, 2, -1), (3, 4, -1), (4, 5, 1), (3, 5, 1)])
    let all = try graph.optimalPartitions()
    #expect(all.isComplete && all.partitions.count == 9)
    #expect(Set(all.partitions).count == 9)
    #expect(all.partitions.allSatisfy { graph.cost(of: $0) == 2 })
    #expect(!all.undecided.contains(6))
    let sample = try graph.optimalPartitions(most: 4)
    #expect(!sample.isComplete && sample.partitions.count == 4)
  }

  @Test func reliefOfOneTie() throws {
    for seed in 0..<120 as Range<UInt64> {
      let graph = try SignedOracles.random(
        seed: seed, nodes: 4 + Int(seed % 5), density: 0.8, negative: 0.5,
        weights: [0.5, 1, 2, 6])
      let before = SignedOracles.frustration(graph)
      var truth = 0.0
      for index in graph.lines.indices {
        var lines = graph.lines
        lines.remove(at: index)
        let without = try SignedTies(nodeCount: graph.nodeCount, lines: lines)
        truth = max(truth, before - SignedOracles.frustration(without))
      }
      let index = try graph.frustration()
      let answers = try SignedOracles.routes.map {
        try graph.greatestRelief(after: index, limits: $0)
      }
      let found = answers[0]
      #expect(answers.allSatisfy { abs($0.relief - truth) < 1e-9 && $0.isProven }, "seed \(seed)")
      #expect(abs(found.relief - truth) < 1e-9, "seed \(seed)")
      if let line = found.line {
        var lines = graph.lines
        lines.remove(at: line)
        let without = try SignedTies(nodeCount: graph.nodeCount, lines: lines)
        #expect(before - SignedOracles.frustration(without) == truth, "seed \(seed)")
      } else {
        #expect(before == 0)
      }
    }
  }

  private func canonical(_ optima: Optima) -> Set<[Int32]> {
    Set(optima.partitions.map { $0.inOrderOfAppearance() })
  }

  private func connected(_ graph: SignedTies) -> Bool {
    var groups = SideForest(count: graph.nodeCount)
    for line in graph.lines { groups.join(line.first, line.second, opposite: false) }
    return Set((0..<Int32(graph.nodeCount)).map { groups.find($0).root }).count == 1
  }
}
