import EntenteCore
import TestSupport
import Testing

@Suite struct RelationGraphTests {
  private struct Case {
    var nodeCount: Int
    var edges: [RelationGraph.Edge]
  }

  /// Ties between random pairs, each once, in random order.
  private func randomCase(_ seed: UInt64) -> Case {
    var random = SeededGenerator(seed: seed)
    let nodeCount = Int.random(in: 0...12, using: &random)
    let density = Double.random(in: 0...1, using: &random)
    var edges: [RelationGraph.Edge] = []
    for source in 0..<Int32(nodeCount) {
      for target in 0..<Int32(nodeCount) where source != target && random.chance(density) {
        edges.append(
          RelationGraph.Edge(
            source: source, target: target, tension: random.pick(0, 1.5, 10),
            accord: Double.random(in: 0...10, using: &random)))
      }
    }
    return Case(nodeCount: nodeCount, edges: edges.shuffled(using: &random))
  }

  @Test(arguments: 0..<200)
  func holdsExactlyTheGivenTiesInOrder(seed: UInt64) throws {
    let given = randomCase(seed)
    let graph = try RelationGraph(nodeCount: given.nodeCount, edges: given.edges)
    #expect(graph.nodeCount == given.nodeCount)
    #expect(graph.tieCount == given.edges.count)
    #expect(
      graph.edges == given.edges.sorted { ($0.source, $0.target) < ($1.source, $1.target) })
    #expect(graph.outOffsets.count == given.nodeCount + 1)
    #expect(graph.outOffsets.first == 0 && graph.outOffsets.last == graph.tieCount)
    let again = try RelationGraph(nodeCount: given.nodeCount, edges: graph.edges)
    #expect(again.targets == graph.targets && again.inTies == graph.inTies)
  }

  @Test(arguments: 0..<100)
  func answersAsBruteForceDoes(seed: UInt64) throws {
    let given = randomCase(seed)
    let graph = try RelationGraph(nodeCount: given.nodeCount, edges: given.edges)
    for actor in 0..<Int32(given.nodeCount) {
      let leaving = given.edges.filter { $0.source == actor }.map(\.target).sorted()
      #expect(graph.ties(from: actor).map { graph.targets[$0] } == leaving)
      let arriving = given.edges.filter { $0.target == actor }.map(\.source).sorted()
      #expect(graph.arrivals(at: actor).map { graph.inSources[$0] } == arriving)
      for arrival in graph.arrivals(at: actor) {
        let tie = Int(graph.inTies[arrival])
        #expect(graph.targets[tie] == actor)
        #expect(graph.ties(from: graph.inSources[arrival]).contains(tie))
      }
      for other in 0..<Int32(given.nodeCount) {
        let edge = given.edges.first { $0.source == actor && $0.target == other }
        let tie = graph.tie(from: actor, to: other)
        #expect((tie == nil) == (edge == nil))
        guard let tie, let edge else { continue }
        #expect(graph.weight(tie, .tension) == edge.tension)
        #expect(graph.weight(tie, .accord) == edge.accord)
        #expect(graph.weight(tie, .net) == edge.accord - edge.tension)
        #expect(graph.net(tie) == edge.accord - edge.tension)
      }
    }
    #expect(Set(graph.inTies).count == graph.tieCount)
  }

  @Test func emptyGraphsAndIsolatedActorsAreFine() throws {
    let none = try RelationGraph(nodeCount: 0, edges: [])
    #expect(none.tieCount == 0 && none.outOffsets == [0] && none.inOffsets == [0])
    let alone = try RelationGraph(nodeCount: 3, edges: [])
    #expect(alone.ties(from: 2).isEmpty && alone.arrivals(at: 0).isEmpty)
    #expect(alone.tie(from: 0, to: 2) == nil)
  }

  @Test func keepsTiesWithoutWeight() throws {
    let graph = try RelationGraph(
      nodeCount: 2, edges: [.init(source: 1, target: 0, tension: 0, accord: 0)])
    #expect(graph.tieCount == 1 && graph.net(0) == 0)
  }

  @Test func aSignedWeightBecomesTensionOrAccord() {
    typealias Edge = RelationGraph.Edge
    #expect(
      Edge(source: 0, target: 1, net: -3) == Edge(source: 0, target: 1, tension: 3, accord: 0))
    #expect(
      Edge(source: 0, target: 1, net: 4) == Edge(source: 0, target: 1, tension: 0, accord: 4))
    let nothing = Edge(source: 0, target: 1, net: -0.0)
    #expect(nothing.tension == 0 && nothing.accord.sign == .plus)
  }

  @Test(
    arguments: [
      (-1, [], RelationGraphError.tooManyActors(-1)),
      (Int(Int32.max), [], .tooManyActors(Int(Int32.max))),
      (2, [(0, 2, 0.0)], .actorOutOfRange(tie: 0)),
      (2, [(0, 1, 0), (-1, 0, 0)], .actorOutOfRange(tie: 1)),
      (0, [(0, 0, 0)], .actorOutOfRange(tie: 0)),
      (3, [(0, 1, 0), (1, 0, 0), (2, 2, 0)], .tieToItself(tie: 2)),
      (3, [(1, 0, 1), (0, 1, 2), (1, 2, 0), (1, 0, -3)], .pairGivenTwice(tie: 3)),
      (2, [(0, 1, .nan)], .unusableIntensity(tie: 0)),
      (2, [(0, 1, .infinity)], .unusableIntensity(tie: 0)),
      (2, [(0, 1, -.infinity)], .unusableIntensity(tie: 0)),
    ] as [(Int, [(Int32, Int32, Double)], RelationGraphError)])
  func refusesWhatIsNoGraph(
    nodeCount: Int, ties: [(Int32, Int32, Double)], error: RelationGraphError
  ) {
    let edges = ties.map { RelationGraph.Edge(source: $0.0, target: $0.1, net: $0.2) }
    #expect(throws: error) { try RelationGraph(nodeCount: nodeCount, edges: edges) }
    #expect(!error.description.isEmpty)
  }

  @Test(arguments: [(-0.5, 0.0), (0, -0.5), (.nan, 0), (0, .nan), (.infinity, 1), (1, .infinity)])
  func refusesUnusableIntensities(tension: Double, accord: Double) {
    let edge = RelationGraph.Edge(source: 0, target: 1, tension: tension, accord: accord)
    #expect(throws: RelationGraphError.unusableIntensity(tie: 0)) {
      try RelationGraph(nodeCount: 2, edges: [edge])
    }
  }
}
