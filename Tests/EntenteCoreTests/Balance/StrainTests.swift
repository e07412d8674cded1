import EntenteCore
import Testing

@Suite struct StrainTests {
  private func graph(_ nets: [(Int32, Int32, Double)], count: Int) throws -> SignedTies {
    try SignedTies(
      nodeCount: count,
      lines: nets.map {
        .init(first: $0.0, second: $0.1, positive: max($0.2, 0), negative: max(-$0.2, 0))
      })
  }

  @Test func oneNegativeTieInABloc() throws {
    let triangle = try graph([(0, 1, 3), (1, 2, 2), (0, 2, -1)], count: 4)
    let strain = triangle.strain(of: [0, 0, 0, 1])
    #expect(strain.ties.map(\.line) == [1] && strain.ties.map(\.paid) == [1])
    #expect(strain.heaviest?.isPositive == false)
    #expect(strain.heaviest?.line == 1)
    #expect(strain.triads.map(\.actors) == [[0, 1, 2]])
    #expect(strain.triads.map(\.frustratedLines) == [1])
    #expect(strain.paid == 1)
    #expect(strain.actors.map(\.paid) == [1, 0, 1, 0])
    #expect(strain.actors[0].share == 0.25)
    #expect(strain.actors.map(\.triads) == [1, 1, 1, 0])
    // Moving 2 away frees it of its enemy and costs its friend.
    #expect(strain.actors[2].costOfMoving == 1)
    #expect(strain.actors[3].costOfMoving == 0)
    #expect(triangle.strain(of: [0, 0, 0, 0]).actors[0].costOfMoving == nil)
  }

  @Test func sumsAndMovesOnRandomGraphs() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<60 {
      var nets: [(Int32, Int32, Double)] = []
      for a in 0..<9 as Range<Int32> {
        for b in (a + 1)..<10 where generator.unit() < 0.6 {
          nets.append((a, b, Double(generator.below(7)) - 3))
        }
      }
      let random = try graph(nets, count: 10)
      let blocs = (0..<10).map { _ in Int32(generator.below(3)) }
      let strain = random.strain(of: blocs, mostTriads: 5)
      let cost = random.cost(of: blocs)
      #expect(strain.paid == cost)
      #expect(strain.actors.reduce(0) { $0 + $1.paid } == 2 * cost)
      #expect(strain.actors.reduce(0) { $0 + $1.triads } == 3 * strain.triadCount)
      let all = random.strain(of: blocs)
      #expect(Array(all.triads.prefix(5)) == strain.triads)
      #expect(all.triads.count == all.triadCount)
      #expect(all.triadCount == triads(random, blocs))
      for actor in 0..<10 where Set(blocs).count > 1 {
        let best = Set(blocs).subtracting([blocs[actor]]).map { bloc -> Double in
          var moved = blocs
          moved[actor] = bloc
          return random.cost(of: moved) - cost
        }.min()
        #expect(strain.actors[actor].costOfMoving == best)
      }
    }
  }

  private func triads(_ graph: SignedTies, _ blocs: [Int32]) -> Int {
    var net: [[Double]] = Array(
      repeating: Array(repeating: 0, count: graph.nodeCount), count: graph.nodeCount)
    for line in graph.lines { net[Int(line.first)][Int(line.second)] = line.net }
    func isStrained(_ a: Int, _ b: Int) -> Bool { (net[a][b] > 0) != (blocs[a] == blocs[b]) }
    var count = 0
    for a in 0..<graph.nodeCount {
      for b in (a + 1)..<max(graph.nodeCount, a + 1) where net[a][b] != 0 {
        for c in (b + 1)..<max(graph.nodeCount, b + 1) where net[a][c] != 0 && net[b][c] != 0 {
          if isStrained(a, b) || isStrained(a, c) || isStrained(b, c) { count += 1 }
        }
      }
    }
    return count
  }
}
