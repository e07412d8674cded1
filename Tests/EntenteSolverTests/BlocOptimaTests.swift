import EntenteCore
import Testing

@testable import EntenteSolver

@Suite struct BlocOptimaTests {
  private static func ties(_ nodes: Int, _ edges: [(Int32, Int32, Double)]) throws -> SignedTies {
    try SignedTies(
      RelationGraph(
        nodeCount: nodes,
        edges: edges.map { .init(source: $0.0, target: $0.1, net: $0.2) }))
  }

  @Test func threeMutualEnemiesHaveThreeBestPairsOfBlocs() throws {
    let enemies = try Self.ties(3, [(0, 1, -1), (0, 2, -1), (1, 2, -1)])
    let two = try enemies.optimalBlocs(blocs: .exactly(2))
    #expect(Set(two.partitions) == [[0, 0, 1], [0, 1, 0], [0, 1, 1]])
    // Seen from the first, either of the two together could go over to the one who is alone.
    let alone = try #require(
      (0..<3).first { node in two.partitions[0].count { $0 == two.partitions[0][node] } == 1 })
    #expect(two.isComplete && two.undecided == (0..<3).filter { $0 != Int32(alone) })
    let three = try enemies.optimalBlocs(blocs: .exactly(3))
    #expect(three.partitions == [[0, 1, 2]] && three.isComplete && three.undecided.isEmpty)
  }

  @Test func aPairThatCouldMoveTogetherIsUndecided() throws {
    // 0–1 and 2–3 are friends and enemies of each other; 4–5 are friends that like and dislike one of
    // each alike. Neither could move alone, so single moves do not show it.
    let graph = try Self.ties(
      6,
      [
        (0, 1, 3), (2, 3, 3), (0, 2, -3), (1, 3, -3), (4, 5, 3), (0, 4, 1), (2, 4, 1), (1, 5, -1),
        (3, 5, -1),
      ])
    let found = try graph.optimalBlocs(blocs: .exactly(2))
    let strain = graph.strain(of: found.lineIndex.blocs, insidePenalty: 0.5, acrossPenalty: 0.5)
    #expect(strain.actors.allSatisfy { $0.costOfMoving.map { $0 > 0 } ?? true })
    #expect(found.partitions.count == 2 && found.isComplete)
    #expect(found.undecided == [4, 5])
  }

  @Test func actorsWithoutATieAreUndecidedAndDoNotMultiplyThePartitions() throws {
    let graph = try Self.ties(20, [(0, 1, -1), (1, 2, -1), (0, 2, 1)])
    let found = try graph.optimalBlocs(blocs: .exactly(2))
    #expect(found.partitions.count == 1 && found.isComplete)
    #expect(found.undecided == (3..<20).map { Int32($0) })
  }

  @Test func aSampleSaysThatItIsOne() throws {
    let enemies = try Self.ties(3, [(0, 1, -1), (0, 2, -1), (1, 2, -1)])
    let found = try enemies.optimalBlocs(blocs: .exactly(2), most: 2)
    #expect(found.partitions.count == 2 && !found.isComplete)
    var limits = SolverLimits()
    limits.largestDense = 2
    let single = try enemies.optimalBlocs(blocs: .exactly(2), limits: limits)
    #expect(single.partitions.count == 1 && !single.isComplete)
  }

  /// Every division of a few actors into blocs, the fewest blocs among those that pay least.
  private static func bruteForce(
    _ ties: SignedTies, _ count: BlocCount, _ alpha: Double
  ) -> Set<[Int32]> {
    var best: (cost: Double, blocs: Int, all: Set<[Int32]>) = (.infinity, .max, [])
    func extend(_ labels: [Int32]) {
      let used = Int((labels.max() ?? -1) + 1)
      if labels.count == ties.nodeCount {
        guard used >= count.least, used <= count.most(of: ties.nodeCount) else { return }
        let cost = ties.cost(of: labels, insidePenalty: alpha, acrossPenalty: 1 - alpha)
        if cost < best.cost - 1e-9 || (abs(cost - best.cost) <= 1e-9 && used < best.blocs) {
          best = (cost, used, [labels])
        } else if abs(cost - best.cost) <= 1e-9, used == best.blocs {
          best.all.insert(labels)
        }
        return
      }
      for label in 0...Int32(used) { extend(labels + [label]) }
    }
    extend([])
    return best.all
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func allThatBruteForceFinds(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let nodes = 4 + generator.below(3)
    var edges: [(Int32, Int32, Double)] = []
    for source in 0..<Int32(nodes) {
      // Everybody has ties, since those without one are told apart.
      edges.append((source, (source + 1) % Int32(nodes), generator.unit() < 0.5 ? -1 : 1))
      for target in 0..<Int32(nodes)
      where target != source && target != (source + 1) % Int32(nodes) && generator.unit() < 0.3 {
        edges.append((source, target, generator.unit() < 0.6 ? -1 : 1))
      }
    }
    let graph = try SignedTies(
      RelationGraph(
        nodeCount: nodes, edges: edges.map { .init(source: $0.0, target: $0.1, net: $0.2) }),
      join: .everyTie)
    guard
      (0..<nodes).allSatisfy({ node in
        graph.lines.contains { $0.net != 0 && (Int($0.first) == node || Int($0.second) == node) }
      })
    else { return }
    for count in [.exactly(2), .exactly(3), .atMost(3), .free] as [BlocCount] {
      for alpha in [0.5, 0.25] {
        let expected = Self.bruteForce(graph, count, alpha)
        let found = try graph.optimalBlocs(blocs: count, alpha: alpha, most: 1000)
        #expect(found.isComplete)
        #expect(Set(found.partitions) == expected && found.partitions.count == expected.count)
      }
    }
  }
}
