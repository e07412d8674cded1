import EntenteCore
import Synchronization
import Testing

@Suite struct BetweennessTests {
  /// Lengths 840·4/(4·accord): whole for accord in quarters from 1/4 to 2.
  static func wholeLengths(_ graph: RelationGraph, unit: Bool) -> [[Int?]] {
    (0..<graph.nodeCount).map { from in
      (0..<graph.nodeCount).map { to in
        guard let tie = graph.tie(from: Int32(from), to: Int32(to)), graph.accord[tie] > 0
        else { return nil }
        return unit ? 1 : Int(3360 / (graph.accord[tie] * 4))
      }
    }
  }

  @Test func brokerOfAPath() throws {
    let graph = try RandomGraphs.accord(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1)])
    #expect(try graph.betweenness() == [0, 2, 2, 0])
    #expect(try graph.betweenness(direction: .incoming) == [0, 2, 2, 0])
    #expect(try graph.betweenness(direction: .undirected) == [0, 2, 2, 0])
    #expect(try graph.betweenness(normalized: true) == [0, 1.0 / 3, 1.0 / 3, 0])
  }

  @Test func centreOfAStarHasEveryPair() throws {
    let graph = try RandomGraphs.accord(6, (1..<6).map { (0, $0, 1) })
    #expect(try graph.betweenness(direction: .undirected) == [10, 0, 0, 0, 0, 0])
    #expect(
      try graph.betweenness(direction: .undirected, normalized: true) == [1, 0, 0, 0, 0, 0]
    )
  }

  @Test func agreesWithTheDefinition() throws {
    for seed in 0..<40 as Range<UInt64> {
      let graph = try RandomGraphs.directed(
        4 + Int(seed % 14),
        probability: 0.1 + 0.02 * Double(seed % 10),
        seed: seed
      )
      for unit in [true, false] {
        let expected = RandomGraphs.betweenness(Self.wholeLengths(graph, unit: unit))
        let found = try graph.betweenness(length: unit ? .hops : .reciprocal)
        #expect(agree(found, expected, within: 1e-12), "seed \(seed), hops \(unit)")
      }
    }
  }

  @Test func searchesInLanesAgreeWithTheDefinition() throws {
    // From 48 actors on, eight searches run at once: sparse and dense, with a last batch that is
    // not full, and with parts that reach each other one way only.
    for seed in 0..<8 as Range<UInt64> {
      let n = 48 + Int(seed)
      let graph = try RandomGraphs.directed(n, probability: 0.02 + 0.03 * Double(seed), seed: seed)
      let expected = RandomGraphs.betweenness(Self.wholeLengths(graph, unit: true))
      #expect(agree(try graph.betweenness(), expected, within: 1e-11), "seed \(seed)")
      #expect(agree(try graph.betweenness(direction: .incoming), expected, within: 1e-11))
      // Fewer than eight sources take the plain path.
      var parts = [Double](repeating: 0, count: n)
      for first in stride(from: 0, to: n, by: 5) {
        let sources = (first..<min(n, first + 5)).map(Int32.init)
        let part = try graph.betweenness(from: sources)
        for node in 0..<n { parts[node] += part[node] }
      }
      #expect(agree(parts, expected, within: 1e-11))
    }
  }

  @Test func deepGraphsInLanes() throws {
    // A lattice of 20 × 5 has many levels and many equally long routes.
    var ties: [(Int, Int, Double)] = []
    for row in 0..<20 {
      for column in 0..<5 {
        let place = row * 5 + column
        if column < 4 { ties.append((place, place + 1, 1)) }
        if row < 19 { ties.append((place, place + 5, 1)) }
      }
    }
    let graph = try RandomGraphs.accord(100, ties)
    let lanes = try graph.betweenness(direction: .undirected)
    var plain = [Double](repeating: 0, count: 100)
    for source in 0..<100 as Range<Int32> {
      let part = try graph.betweenness(from: [source], direction: .undirected)
      for node in 0..<100 { plain[node] += part[node] }
    }
    #expect(agree(lanes, plain, within: 1e-11))
    #expect(agree([lanes[0]], [lanes[99]]) && agree([lanes[7]], [lanes[92]]))
  }

  @Test func bucketsAndHeapAgreeWithTheDefinition() throws {
    for seed in 0..<6 as Range<UInt64> {
      let graph = try RandomGraphs.directed(40, probability: 0.12, seed: seed)
      let expected = RandomGraphs.betweenness(Self.wholeLengths(graph, unit: false))
      #expect(agree(try graph.betweenness(length: .reciprocal), expected, within: 1e-11))
      // A very long way around, of no use to anyone, makes the buckets too many.
      var edges = graph.edges
      edges.append(.init(source: 40, target: 41, net: 1e-7))
      let wide = try RelationGraph(nodeCount: 42, edges: edges)
      let found = try wide.betweenness(length: .reciprocal)
      #expect(agree(Array(found.prefix(40)), expected, within: 1e-11))
      let near = try graph.closeness(length: .reciprocal)
      let alike = try wide.closeness(length: .reciprocal).prefix(40).map { $0 * 41 / 39 }
      #expect(agree(near, alike, within: 1e-12))
    }
  }

  @Test func equallyLongRoutesAreRecognizedWhateverTheirTies() throws {
    // 1/3 + 1/3 + 1/3 = 1/1 = 1/2 + 1/2, which sums of doubles get wrong.
    let graph = try RandomGraphs.accord(
      5,
      [(0, 1, 3), (1, 2, 3), (2, 3, 3), (0, 3, 1), (0, 4, 2), (4, 3, 2)]
    )
    let values = try graph.betweenness(length: .reciprocal)
    let third = 1.0 / 3
    #expect(agree(values, [0, 1 + third, 1 + third, 0, third], within: 1e-15))
    // 1/1.7 + 1/1.7 = 1/0.85, and six decimals.
    let decimals = try RandomGraphs.accord(
      6,
      [
        (0, 1, 1.7), (1, 2, 1.7), (0, 2, 0.85), (3, 4, 2.000002), (4, 5, 2.000002),
        (3, 5, 1.000001),
      ]
    )
    #expect(try decimals.betweenness(length: .reciprocal) == [0, 0.5, 0, 0, 0.5, 0])
  }

  @Test func tinyWeightsAreLongTiesAndZeroWeightsAreNone() throws {
    let graph = try RandomGraphs.accord(
      4,
      [(0, 1, 1e-12), (1, 2, 10), (0, 3, 1e-12), (3, 2, 10), (0, 2, 5e-13)]
    )
    #expect(try graph.betweenness(length: .reciprocal) == [0, 0.5, 0, 0.5])
    let hostile = try RelationGraph(
      nodeCount: 3,
      edges: [
        .init(source: 0, target: 1, tension: 2, accord: 0),
        .init(source: 1, target: 2, tension: 0, accord: 2),
      ]
    )
    #expect(try hostile.betweenness() == [0, 0, 0])
    #expect(try hostile.betweenness(on: .tension) == [0, 0, 0])
  }

  @Test func weightsThatLieTooFarApartAreRefused() throws {
    let graph = try RandomGraphs.accord(3, [(0, 1, 1e-40), (1, 2, 10)])
    #expect(
      throws: MeasureError.weightRangeTooWide(
        measure: "betweenness",
        smallest: 1e-40,
        largest: 10
      )
    ) { try graph.betweenness(length: .reciprocal) }
  }

  @Test func negativeTiesAreRefused() throws {
    let graph = try RandomGraphs.accord(3, [(0, 1, 1), (1, 2, -1)])
    #expect(
      throws: MeasureError.negativeWeight(
        measure: "betweenness",
        aspect: .net,
        source: 1,
        target: 2
      )
    ) { try graph.betweenness(on: .net) }
    #expect(try graph.betweenness(on: .accord) == [0, 0, 0])
  }

  @Test func morePathsThanCanBeCountedIsAnError() throws {
    // A chain of 1,100 diamonds has 2^1100 shortest routes from end to end.
    var ties: [(Int, Int, Double)] = []
    for link in 0..<1100 {
      let first = link * 3
      ties += [
        (first, first + 1, 1), (first, first + 2, 1), (first + 1, first + 3, 1),
        (first + 2, first + 3, 1),
      ]
    }
    let graph = try RandomGraphs.accord(3301, ties)
    #expect(throws: MeasureError.pathCountOverflow(measure: "betweenness")) {
      try graph.betweenness(from: [0])
    }
  }

  @Test(arguments: TieLength.allCases)
  func oneLinkTooManyIsAnErrorToo(length: TieLength) throws {
    // The routes to the last actor are infinitely many, those to everyone before it are not, and the
    // last actor passes nothing on: nothing but its own number shows that counting came to an end.
    func chain(_ links: Int) throws -> RelationGraph {
      var ties: [(Int, Int, Double)] = []
      for link in 0..<links {
        let first = link * 3
        ties += [
          (first, first + 1, 1), (first, first + 2, 1), (first + 1, first + 3, 1),
          (first + 2, first + 3, 1),
        ]
      }
      return try RandomGraphs.accord(links * 3 + 1, ties)
    }
    // 2^1023 routes can be counted; so can much more than 2^53, with a double's precision.
    let long = try chain(1023)
    let values = try long.betweenness(from: [0], length: length)
    #expect(abs(values[1] - (3 * 1022 + 1) / 2) < 1e-9)
    for sources in [[0], [Int32](repeating: 0, count: 8)] {
      #expect(throws: MeasureError.pathCountOverflow(measure: "betweenness")) {
        try chain(1024).betweenness(from: sources, length: length)
      }
    }
  }

  @Test func lawsOfRelabellingAndScaling() throws {
    for seed in 0..<10 as Range<UInt64> {
      let graph = try RandomGraphs.directed(20, probability: 0.15, seed: seed)
      var generator = SeededGenerator(seed: seed)
      let order = (0..<20).map { $0 }.shuffled(using: &generator)
      for length in TieLength.allCases {
        let values = try graph.betweenness(length: length)
        let moved = try RandomGraphs.relabelled(graph, order).betweenness(length: length)
        #expect(agree(order.map { moved[$0] }, values))
        let scaled = try RandomGraphs.scaled(graph, by: 3).betweenness(length: length)
        #expect(agree(scaled, values))
        #expect(values.allSatisfy { $0 >= 0 && $0 <= 19 * 18 })
      }
    }
  }

  @Test func threadsDoNotChangeTheResult() throws {
    let graph = try RandomGraphs.directed(150, probability: 0.05, seed: 7)
    for length in TieLength.allCases {
      let alone = try graph.betweenness(length: length, control: .serial)
      for threads in [2, 3, 8] {
        let shared = try graph.betweenness(length: length, control: .init(threads: threads))
        #expect(alone == shared)
      }
    }
  }

  @Test func cancellationStopsAndProgressIsTold() throws {
    let graph = try RandomGraphs.directed(120, probability: 0.1, seed: 3)
    #expect(throws: MeasureError.cancelled(measure: "betweenness")) {
      try graph.betweenness(control: .init(isCancelled: { true }))
    }
    let told = Mutex<[Double]>([])
    _ = try graph.betweenness(
      control: .init(threads: 1, progress: { share in told.withLock { $0.append(share) } })
    )
    #expect(told.withLock { $0.last } == 1)
    #expect(told.withLock { $0 == $0.sorted() })
  }

  @Test func estimateIsExactWithAllSourcesAndUnbiasedOtherwise() throws {
    let graph = try RandomGraphs.directed(30, probability: 0.15, seed: 11)
    let exact = try graph.betweenness()
    #expect(agree(try graph.betweennessEstimate(samples: 30, seed: 1), exact))
    var mean = [Double](repeating: 0, count: 30)
    for seed in 0..<400 as Range<UInt64> {
      let estimate = try graph.betweennessEstimate(samples: 10, seed: seed)
      for node in 0..<30 { mean[node] += estimate[node] / 400 }
    }
    let total = exact.reduce(0, +)
    #expect(abs(mean.reduce(0, +) - total) < 0.02 * total)
    #expect(throws: MeasureError.self) { try graph.betweennessEstimate(samples: 0, seed: 1) }
  }

  @Test func noActorsAndOneActor() throws {
    let none = try RelationGraph(nodeCount: 0, edges: [])
    let one = try RelationGraph(nodeCount: 1, edges: [])
    for length in TieLength.allCases {
      #expect(try none.betweenness(length: length, normalized: true) == [])
      #expect(try one.betweenness(length: length, normalized: true) == [0])
    }
    #expect(throws: MeasureError.self) { try one.betweenness(from: [1]) }
  }
}
