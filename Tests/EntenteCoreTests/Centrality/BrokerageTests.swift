import EntenteCore
import Testing

@Suite struct BrokerageTests {
  @Test func eachRoleByHand() throws {
    let chain = try RandomGraphs.accord(3, [(0, 1, 1), (1, 2, 1)])
    let roles: [(blocs: [Int32], role: KeyPath<Brokerage, [Int]>)] = [
      ([7, 7, 7], \.coordinator), ([1, 2, 1], \.consultant), ([1, 2, 2], \.gatekeeper),
      ([1, 1, 2], \.representative), ([1, 2, 3], \.liaison),
    ]
    for (blocs, role) in roles {
      let found = try chain.brokerage(between: blocs)
      #expect(found[keyPath: role] == [0, 1, 0])
      #expect(found.total == [0, 1, 0])
    }
    let closed = try RandomGraphs.accord(3, [(0, 1, 1), (1, 2, 1), (0, 2, 1)])
    #expect(try closed.brokerage(between: [1, 2, 3]).total == [0, 0, 0])
  }

  @Test func turningEveryTieSwapsGatekeepersAndRepresentatives() throws {
    for seed in 0..<10 as Range<UInt64> {
      let graph = try RandomGraphs.directed(40, probability: 0.1, seed: seed)
      let turned = try RelationGraph(
        nodeCount: 40,
        edges: graph.edges.map {
          .init(source: $0.target, target: $0.source, tension: 0, accord: $0.accord)
        }
      )
      let blocs = (0..<40).map { Int32($0 % 4) }
      let roles = try graph.brokerage(between: blocs)
      let other = try turned.brokerage(between: blocs)
      #expect(roles.gatekeeper == other.representative)
      #expect(roles.liaison == other.liaison && roles.consultant == other.consultant)
      #expect(try graph.brokerage(between: blocs, control: .serial) == roles)
    }
  }

  @Test func errorsAndSmallGraphs() throws {
    let graph = try RandomGraphs.accord(2, [(0, 1, -1)])
    #expect(throws: MeasureError.self) { try graph.brokerage(between: [1, 2], on: .net) }
    #expect(
      throws: MeasureError.wrongLength(
        measure: "brokerage",
        parameter: "blocs",
        given: 1,
        expected: 2
      )
    ) { try graph.brokerage(between: [1]) }
    #expect(try RelationGraph(nodeCount: 0, edges: []).brokerage(between: []).total == [])
    #expect(try RelationGraph(nodeCount: 1, edges: []).brokerage(between: [3]).total == [0])
  }
}
