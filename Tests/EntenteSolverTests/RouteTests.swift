import EntenteCore
import Testing

@testable import EntenteSolver

/// Going through all divisions and the relaxation give the same answers on graphs of the size where
/// one gives way to the other.
@Suite struct RouteTests {
  private static func graph(_ seed: UInt64, nodes: Int) throws -> SignedTies {
    var generator = SeededGenerator(seed: seed)
    var edges: [RelationGraph.Edge] = []
    for source in 0..<Int32(nodes) {
      for target in 0..<Int32(nodes) where source != target && generator.unit() < 0.3 {
        let size = [1, 0.5, 2, 3.25][generator.below(seed % 2 == 0 ? 1 : 4)]
        edges.append(
          .init(source: source, target: target, net: generator.unit() < 0.5 ? -size : size))
      }
    }
    // Each direction on its own for some, both joined for others.
    return try SignedTies(
      RelationGraph(nodeCount: nodes, edges: edges), join: seed % 3 == 0 ? .everyTie : .sum)
  }

  @Test(arguments: 0..<12 as Range<UInt64>) func twoBlocs(seed: UInt64) throws {
    let graph = try Self.graph(seed, nodes: 11 + Int(seed % 4))
    let answers = try SignedOracles.routes.map { limits in
      let found = try graph.frustration(limits: limits)
      return (
        found, try graph.optimalPartitions(after: found, most: 400, limits: limits),
        try graph.greatestRelief(after: found, limits: limits)
      )
    }
    let (relaxed, dense) = (answers[0], answers[1])
    #expect(relaxed.0.index == dense.0.index)
    #expect(dense.0.certificate.isOptimal && dense.0.certificate.gap == 0)
    #expect(dense.0.certificate.relaxations == 0)
    #expect(relaxed.1.isComplete == dense.1.isComplete)
    if dense.1.isComplete {
      let partitions = [relaxed, dense].map { answer in
        Set(answer.1.partitions.map { $0.inOrderOfAppearance() })
      }
      #expect(partitions[0] == partitions[1] && partitions[0].count == dense.1.partitions.count)
    }
    #expect(relaxed.2.relief == dense.2.relief && dense.2.isProven)
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func severalBlocs(seed: UInt64) throws {
    let graph = try Self.graph(seed + 40, nodes: 9 + Int(seed % 4))
    for count in [.exactly(3), .atMost(4), .free] as [BlocCount] {
      for alpha in [0.5, 0.3] {
        let answers = try SignedOracles.routes.map {
          try graph.lineIndex(blocs: count, alpha: alpha, limits: $0)
        }
        let (relaxed, dense) = (answers[0], answers[1])
        #expect(abs(relaxed.index - dense.index) <= relaxed.certificate.tolerance + 1e-9)
        #expect(dense.certificate.isOptimal && dense.blocCount <= relaxed.blocCount)
      }
    }
  }
}
