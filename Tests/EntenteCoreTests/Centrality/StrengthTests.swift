import EntenteCore
import Testing

@Suite struct StrengthTests {
  @Test func sumsOfASmallGraph() throws {
    let graph = try RelationGraph(
      nodeCount: 4,
      edges: [
        .init(source: 0, target: 1, tension: 3, accord: 1),
        .init(source: 1, target: 0, tension: 0.5, accord: 0),
        .init(source: 2, target: 1, tension: 0, accord: 4),
      ]
    )
    let strength = graph.strength()
    #expect(strength.tensionIn == [0.5, 3, 0, 0])
    #expect(strength.tensionOut == [3, 0.5, 0, 0])
    #expect(strength.accordIn == [0, 5, 0, 0])
    #expect(strength.accordOut == [1, 0, 4, 0])
    #expect(strength.netIn == [-0.5, 2, 0, 0])
    #expect(strength.netOut == [-2, -0.5, 4, 0])
    #expect(strength.tension == [3.5, 3.5, 0, 0])
    #expect(strength.net == [-2.5, 1.5, 4, 0])
  }

  @Test func whatIsSentIsReceived() throws {
    for seed in 0..<20 as Range<UInt64> {
      let graph = try RandomGraphs.directed(12, probability: 0.4, seed: seed, signed: true)
      let strength = graph.strength()
      #expect(strength.tensionIn.reduce(0, +) == strength.tensionOut.reduce(0, +))
      #expect(strength.accordIn.reduce(0, +) == strength.accordOut.reduce(0, +))
      #expect(agree(strength.net, zip(strength.netIn, strength.netOut).map { $0 + $1 }))
    }
  }

  @Test func noActorsAndOneActor() throws {
    #expect(try RelationGraph(nodeCount: 0, edges: []).strength().net == [])
    #expect(try RelationGraph(nodeCount: 1, edges: []).strength().net == [0])
  }
}
