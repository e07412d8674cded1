import EntenteCore
import Testing

@Suite struct ClosenessTests {
  @Test func pathByHand() throws {
    let graph = try RandomGraphs.accord(4, [(0, 1, 2), (1, 2, 2), (3, 0, 1)])
    #expect(agree(try graph.closeness(.harmonic), [0.5, 1.0 / 3, 0, 11.0 / 18]))
    #expect(agree(try graph.closeness(.ordinary), [4.0 / 9, 1.0 / 3, 0, 0.5]))
    #expect(agree(try graph.closeness(.harmonic, length: .reciprocal)[0...0].map { $0 }, [1]))
    #expect(
      agree(try graph.closeness(.harmonic, direction: .incoming), [1.0 / 3, 0.5, 11.0 / 18, 0])
    )
  }

  @Test func agreesWithTheDefinitionAcrossWords() throws {
    // More than 512 actors, so that a second batch of searches is needed.
    let graph = try RandomGraphs.directed(600, probability: 0.006, seed: 4)
    let harmonic = try graph.closeness(.harmonic)
    let ordinary = try graph.closeness(.ordinary)
    for source in stride(from: 0, to: 600, by: 37) {
      var level = [Int: Int]()
      level[source] = 0
      var border = [source]
      while !border.isEmpty {
        var next: [Int] = []
        for node in border {
          for tie in graph.ties(from: Int32(node)) {
            let head = Int(graph.targets[tie])
            guard level[head] == nil else { continue }
            level[head] = (level[node] ?? 0) + 1
            next.append(head)
          }
        }
        border = next
      }
      let far = level.values.filter { $0 > 0 }
      let inverse = far.reduce(0.0) { $0 + 1 / Double($1) } / 599
      #expect(abs(harmonic[source] - inverse) < 1e-12)
      let reached = Double(far.count)
      let expected =
        far.isEmpty ? 0 : reached / 599 * reached / Double(far.reduce(0, +))
      #expect(abs(ordinary[source] - expected) < 1e-12)
    }
  }

  @Test func threadsDoNotChangeTheResult() throws {
    // Three batches of searches: more than one thread has something to do.
    let graph = try RandomGraphs.directed(1_100, probability: 0.003, seed: 8)
    let alone = try graph.closeness(control: .serial)
    for threads in [2, 3, 8] {
      #expect(try graph.closeness(control: .init(threads: threads)) == alone)
    }
  }

  @Test func deepGraphsTakeTheOtherPathToTheSameAnswer() throws {
    let n = 200
    let graph = try RandomGraphs.accord(n, (0..<n - 1).map { ($0, $0 + 1, 1) })
    let values = try graph.closeness(.ordinary)
    for node in 0..<n - 1 {
      let reached = Double(n - 1 - node)
      #expect(abs(values[node] - reached / Double(n - 1) * 2 / (reached + 1)) < 1e-12)
    }
    #expect(values[n - 1] == 0)
  }

  @Test func laws() throws {
    for seed in 0..<10 as Range<UInt64> {
      let graph = try RandomGraphs.directed(25, probability: 0.1, seed: seed)
      var generator = SeededGenerator(seed: seed)
      let order = (0..<25).map { $0 }.shuffled(using: &generator)
      let moved = try RandomGraphs.relabelled(graph, order)
      let doubled = try RandomGraphs.scaled(graph, by: 2)
      for kind in ClosenessKind.allCases {
        for length in TieLength.allCases {
          let values = try graph.closeness(kind, length: length)
          let other = try moved.closeness(kind, length: length)
          #expect(agree(order.map { other[$0] }, values, within: 1e-12))
          let nearer = try doubled.closeness(kind, length: length)
          #expect(agree(nearer, values.map { length == .hops ? $0 : $0 * 2 }, within: 1e-12))
          let alone = try graph.closeness(kind, length: length, control: .serial)
          #expect(alone == values)
        }
        #expect(try graph.closeness(kind).allSatisfy { $0 >= 0 && $0 <= 1 })
      }
    }
  }

  @Test func errorsAndSmallGraphs() throws {
    let graph = try RandomGraphs.accord(3, [(0, 1, 1), (1, 2, -1)])
    #expect(throws: MeasureError.self) { try graph.closeness(on: .net) }
    #expect(throws: MeasureError.cancelled(measure: "closeness")) {
      try graph.closeness(control: .init(isCancelled: { true }))
    }
    for kind in ClosenessKind.allCases {
      for length in TieLength.allCases {
        #expect(
          try RelationGraph(nodeCount: 0, edges: []).closeness(kind, length: length) == []
        )
        #expect(
          try RelationGraph(nodeCount: 1, edges: []).closeness(kind, length: length) == [0]
        )
      }
    }
  }
}
