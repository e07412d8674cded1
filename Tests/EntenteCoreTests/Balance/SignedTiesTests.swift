import EntenteCore
import TestSupport
import Testing

@Suite struct SignedTiesTests {
  private func pair(_ there: Double?, _ back: Double?, _ join: DirectionJoin) throws -> SignedTies {
    var edges: [RelationGraph.Edge] = []
    if let there { edges.append(.init(source: 0, target: 1, net: there)) }
    if let back { edges.append(.init(source: 1, target: 0, net: back)) }
    return try SignedTies(RelationGraph(nodeCount: 2, edges: edges), join: join)
  }

  @Test func joinsTheTwoDirections() throws {
    let cases: [(Double?, Double?, DirectionJoin, Double?)] = [
      (-3, 1, .sum, -2), (2, nil, .sum, 2), (nil, -4, .sum, -4), (3, -3, .sum, nil),
      (-3, 1, .mean, -1), (2, nil, .mean, 2), (nil, -4, .mean, -4), (3, -3, .mean, nil),
      (-3, 1, .mutual, -2), (2, nil, .mutual, nil), (nil, -4, .mutual, nil), (0, 5, .mutual, 5),
      (0, nil, .sum, nil), (0, 5, .mean, 2.5),
    ]
    for (there, back, join, expected) in cases {
      let ties = try pair(there, back, join)
      #expect(ties.weight(between: 0, and: 1) == expected, "\(there as Any) \(back as Any) \(join)")
      #expect(ties.weight(between: 1, and: 0) == expected)
      #expect(ties.tieCount == (expected == nil ? 0 : 1))
    }
  }

  @Test func countsWhatJoiningHides() throws {
    let graph = try RelationGraph(
      nodeCount: 4,
      edges: [
        .init(source: 0, target: 1, net: 3), .init(source: 1, target: 0, net: -3),
        .init(source: 0, target: 2, net: -1), .init(source: 2, target: 0, net: 5),
        .init(source: 3, target: 0, net: 0), .init(source: 1, target: 2, net: -2),
      ])
    let ties = try SignedTies(graph)
    #expect(ties.cancelledPairs == 1)
    #expect(ties.discordantPairs == 2)
    #expect(ties.tieCount == 2)
    #expect((ties.positiveCount, ties.negativeCount) == (1, 1))
    #expect(try SignedTies(graph, join: .mutual).tieCount == 1)
  }

  @Test func tensionAndAccordMeetInTheNet() throws {
    let graph = try RelationGraph(
      nodeCount: 2, edges: [.init(source: 1, target: 0, tension: 6, accord: 4)])
    #expect(try SignedTies(graph).weight(between: 0, and: 1) == -2)
  }

  @Test(arguments: [UInt64(1), 7, 30, 90, 130]) func equalsTheMatrixPlusItsTranspose(
    seed: UInt64
  ) throws {
    let graph = try SeededSignedGraph(seed: seed).graph
    let ties = try SignedTies(graph)
    for a in 0..<Int32(graph.nodeCount) {
      for b in 0..<Int32(graph.nodeCount) where a != b {
        let sum =
          (graph.tie(from: a, to: b).map(graph.net) ?? 0)
          + (graph.tie(from: b, to: a).map(graph.net) ?? 0)
        #expect(ties.weight(between: a, and: b) ?? 0 == sum)
      }
      let listed = ties.neighbors[ties.ties(of: a)]
      #expect(Array(listed) == listed.sorted() && Set(listed).count == listed.count)
    }
    // Turning every tie round changes nothing.
    #expect(try SignedTies(graph.reversed()).weights == ties.weights)
  }

  @Test func refusesWhatANumberCannotHold() throws {
    let huge = Double.greatestFiniteMagnitude
    #expect(throws: SignedTiesError.weightOverflow(0, 1)) { try pair(huge, huge, .sum) }
    #expect(try pair(huge, huge, .mean).weight(between: 0, and: 1) == huge)
    #expect(SignedTiesError.weightOverflow(0, 1).description.contains("rescale"))
  }

  @Test func smallestGraphs() throws {
    for count in 0...1 {
      let ties = try SignedTies(RelationGraph(nodeCount: count, edges: []))
      #expect(ties.tieCount == 0 && ties.nodeCount == count)
      #expect(ties.components().count == count)
      #expect(ties.isBalanced)
    }
  }

  @Test func componentsPassOverSigns() throws {
    let ties = try signedTies(6, [(0, 3, -1), (3, 5, 2), (1, 4, 1)])
    let (labels, count) = ties.components()
    #expect(labels == [0, 1, 2, 0, 1, 0])
    #expect(count == 3)
  }
}
