import EntenteCore
import Testing

@Suite struct PNIndexTests {
  /// The ten-actor network of signnet's centrality vignette.
  static func publishedGraph() throws -> RelationGraph {
    let ties: [(Int, Int, Double)] = [
      (1, 2, 1), (1, 4, 1), (1, 8, -1), (1, 9, -1), (2, 3, 1), (2, 4, -1), (2, 5, 1), (2, 6, -1),
      (2, 7, -1), (3, 4, 1), (3, 5, -1), (3, 9, -1), (4, 5, 1), (4, 6, -1), (4, 7, -1), (5, 6, 1),
      (5, 8, -1), (5, 10, -1), (6, 7, 1), (6, 9, 1), (6, 10, -1), (7, 8, 1), (7, 9, -1),
      (7, 10, 1), (8, 9, 1), (9, 10, 1),
    ]
    return try RandomGraphs.accord(
      10,
      ties.flatMap { [($0.0 - 1, $0.1 - 1, $0.2), ($0.1 - 1, $0.0 - 1, $0.2)] }
    )
  }

  @Test func publishedValuesOfTenActors() throws {
    let expected = [
      0.9009747, 0.8613482, 0.9076997, 0.8613482, 0.8410658, 0.8496558, 0.8617321, 0.9015909,
      0.8509848, 0.9072930,
    ]
    let graph = try Self.publishedGraph()
    #expect(agree(try graph.pnIndex(), expected, within: 6e-8))
    // With every tie mutual, arriving and leaving ties say the same.
    #expect(agree(try graph.pnIndex(.incoming), expected, within: 6e-8))
    #expect(agree(try graph.pnIndex(.outgoing), expected, within: 6e-8))
  }

  @Test func weightDoesNotMatterAndTurningTiesSwapsInAndOut() throws {
    for seed in 0..<10 as Range<UInt64> {
      let graph = try RandomGraphs.directed(14, probability: 0.4, seed: seed, signed: true)
      let heavier = try RandomGraphs.scaled(graph, by: 7)
      let turned = try RelationGraph(
        nodeCount: 14,
        edges: graph.edges.map {
          .init(
            source: $0.target,
            target: $0.source,
            tension: $0.tension,
            accord: $0.accord
          )
        }
      )
      for mode in PNMode.allCases {
        #expect(agree(try graph.pnIndex(mode), try heavier.pnIndex(mode), within: 1e-12))
      }
      #expect(agree(try graph.pnIndex(.incoming), try turned.pnIndex(.outgoing), within: 1e-12))
      #expect(try graph.pnIndex().allSatisfy { $0 >= -1 && $0 <= 2 })
    }
  }

  @Test func extremesOfTheRange() throws {
    let n = 6
    let everyone = (0..<n).flatMap { a in (0..<n).filter { $0 != a }.map { (a, $0, 1.0) } }
    let friends = try RandomGraphs.accord(n, everyone)
    #expect(agree(try friends.pnIndex(), Array(repeating: 2, count: n)))
    let enemies = try RandomGraphs.accord(n, everyone.map { ($0.0, $0.1, -1) })
    #expect(agree(try enemies.pnIndex(), Array(repeating: 0.5, count: n)))
    #expect(throws: MeasureError.self) { try enemies.pnIndex(.incoming) }
    let pair = try RandomGraphs.accord(2, [(0, 1, -1)])
    for mode in PNMode.allCases {
      #expect(throws: MeasureError.self) { try pair.pnIndex(mode) }
    }
  }

  @Test func isolatedActorsAspectsAndSmallGraphs() throws {
    let graph = try RandomGraphs.accord(3, [(0, 1, -1)])
    for mode in PNMode.allCases { #expect(try graph.pnIndex(mode)[2] == 1) }
    #expect(try graph.pnIndex(on: .accord) == [1, 1, 1])
    #expect(
      throws: MeasureError.aspectRefused(
        measure: "pn",
        aspect: .tension,
        accepted: [.net, .accord]
      )
    ) { try graph.pnIndex(on: .tension) }
    #expect(try RelationGraph(nodeCount: 0, edges: []).pnIndex() == [])
    #expect(try RelationGraph(nodeCount: 1, edges: []).pnIndex() == [1])
  }
}
