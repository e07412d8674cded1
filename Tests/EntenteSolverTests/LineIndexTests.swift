import EntenteCore
import EntenteSolver
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct LineIndexTests {
  @Test func tribesOfTheHighlands() throws {
    let graph = try SignedTies(Tribes.graph(), weighting: .signs)
    #expect(graph.lines.count == 58)
    let frustration = try graph.frustration()
    #expect(frustration.index == 7)
    #expect(frustration.certificate.isOptimal)
    #expect(abs(frustration.score - 0.7586207) < 5e-8)
    // At α = ½ every error counts half.
    #expect(try graph.lineIndex(blocs: .exactly(2)).index == 3.5)
    let three = try graph.lineIndex(blocs: .exactly(3))
    #expect(three.negativeInside + three.positiveBetween == 2)
    #expect(three.certificate.isOptimal && three.certificate.gap == 0)
    let free = try graph.lineIndex(blocs: .free)
    #expect(free.certificate.isOptimal)
    #expect(free.index == 1 && free.blocCount == 3)
  }

  @Test(arguments: [("t2", 21.5, 17.5), ("t3", 16.0, 11.0), ("t4", 12.5, 10.5)])
  func monastery(time: String, two: Double, three: Double) throws {
    guard let graph = try Self.sampson(time) else { return }
    let atTwo = try graph.lineIndex(blocs: .exactly(2))
    #expect(atTwo.index == two && atTwo.certificate.isOptimal)
    let atThree = try graph.lineIndex(blocs: .exactly(3))
    #expect(atThree.index == three && atThree.certificate.isOptimal)
    let free = try graph.lineIndex(blocs: .free)
    #expect(free.certificate.isOptimal && free.index <= three)
  }

  /// The ranked choices of Sampson's novices, where the shared data lie beside the package.
  private static func sampson(_ time: String) throws -> SignedTies? {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let shared = getenv("ENTENTE_SHARED").map { String(cString: $0) } ?? "/\(root)/../shared"
    guard let file = fopen("\(shared)/data/sampson/msb_\(time).csv", "r") else {
      print("skipped: no data/sampson in \(shared)")
      return nil
    }
    defer { fclose(file) }
    var names: [String: Int32] = [:]
    var edges: [RelationGraph.Edge] = []
    var buffer = [CChar](repeating: 0, count: 256)
    while fgets(&buffer, 256, file) != nil {
      let text = buffer.prefix { $0 != 0 && $0 != 10 && $0 != 13 }.map { UInt8(bitPattern: $0) }
      let fields = String(decoding: text, as: UTF8.self).split(separator: ",").map(String.init)
      guard fields.count == 3, let weight = Double(fields[2]) else { continue }
      for name in fields.prefix(2) where names[name] == nil { names[name] = Int32(names.count) }
      let source = try #require(names[fields[0]])
      let target = try #require(names[fields[1]])
      edges.append(RelationGraph.Edge(source: source, target: target, net: weight))
    }
    #expect(names.count == 18)
    return try SignedTies(
      RelationGraph(nodeCount: names.count, edges: edges), join: .everyTie)
  }

  @Test func randomGraphsAgainstAllPartitions() throws {
    let kinds: [[Double]] = [[1], [1, 2, 3], [0.3, 1.7, 2.25]]
    for seed in 0..<240 as Range<UInt64> {
      let nodes = 1 + Int(seed % 7)
      var graph = try SignedOracles.random(
        seed: seed, nodes: nodes, density: [0.4, 1][Int(seed / 7 % 2)],
        negative: [0.3, 0.6, 1][Int(seed / 14 % 3)], weights: kinds[Int(seed / 42 % 3)])
      // Some lines carry both signs, as joined directions do.
      graph = try SignedTies(
        nodeCount: nodes,
        lines: graph.lines.enumerated().map {
          var line = $1
          if $0 % 3 == 0 { line.positive += 0.5 }
          return line
        })
      let alpha = [0.5, 0.25, 0.7][Int(seed % 3)]
      var least = [Double](repeating: .infinity, count: nodes + 1)
      for blocs in SignedOracles.partitions(of: nodes, most: nodes) {
        let count = Int((blocs.max() ?? 0) + 1)
        let cost = graph.cost(of: blocs, insidePenalty: alpha, acrossPenalty: 1 - alpha)
        least[count] = min(least[count], cost)
      }
      for turn in 0..<2 * nodes {
        let count = 1 + turn / 2
        let limits = SignedOracles.routes[turn % 2]
        let exact = try graph.lineIndex(blocs: .exactly(count), alpha: alpha, limits: limits)
        let atMost = try graph.lineIndex(blocs: .atMost(count), alpha: alpha, limits: limits)
        let name = "seed \(seed), \(count) blocs"
        let atMostTruth = least[1...count].min() ?? 0
        if exact.blocCount != count || abs(exact.index - least[count]) > 1e-6
          || !exact.certificate.isOptimal
        {
          Issue.record("\(name): exactly \(exact) for \(least[count])")
        }
        if atMost.blocCount > count || abs(atMost.index - atMostTruth) > 1e-6
          || !atMost.certificate.isOptimal || atMost.certificate.lower > atMostTruth + 1e-9
        {
          Issue.record("\(name): at most \(atMost) for \(atMostTruth)")
        }
      }
      for limits in SignedOracles.routes {
        let free = try graph.lineIndex(blocs: .free, alpha: alpha, limits: limits)
        #expect(abs(free.index - (least.min() ?? 0)) < 1e-6, "seed \(seed)")
      }
    }
  }

  /// Too large for the relaxation within the time: search and packing share it.
  @Test(arguments: [BlocCount.exactly(3), .free, .exactly(2)])
  func aLimitLeavesAProvenInterval(blocs: BlocCount) throws {
    let graph = try SignedOracles.random(
      seed: 12, nodes: 130, density: 0.8, negative: 0.5, weights: [1, 2.5])
    let found = try graph.lineIndex(
      blocs: blocs, limits: SolverLimits(time: .milliseconds(150)))
    #expect(found.certificate.stop == .timeLimit && found.certificate.relaxations == 0)
    #expect(found.certificate.lower > 0 && found.certificate.lower < found.index)
    #expect(found.index == 0.5 * graph.cost(of: found.blocs))
  }

  @Test func badInput() throws {
    let graph = try SignedTies(Tribes.graph(), weighting: .signs)
    #expect(throws: SolverError.impossibleBlocCount(17, actors: 16)) {
      try graph.lineIndex(blocs: .exactly(17))
    }
    #expect(throws: SolverError.impossibleBlocCount(0, actors: 16)) {
      try graph.lineIndex(blocs: .atMost(0))
    }
    #expect(throws: SolverError.alphaOutOfRange(1)) {
      try graph.lineIndex(blocs: .free, alpha: 1)
    }
    #expect(throws: SolverError.self) { try graph.lineIndex(blocs: .free, alpha: .nan) }
    let empty = try SignedTies(nodeCount: 0, lines: [])
    #expect(try empty.lineIndex(blocs: .free).blocs.isEmpty)
    let lone = try SignedTies(nodeCount: 1, lines: [])
    #expect(try lone.lineIndex(blocs: .exactly(1)).blocs == [0])
    let strangers = try SignedTies(nodeCount: 3, lines: [])
    #expect(try strangers.lineIndex(blocs: .exactly(3)).blocCount == 3)
  }
}
