import EntenteCore
import Testing

@testable import EntenteSolver

/// Brute force and seeded graphs to check the solver against.
enum SignedOracles {
  /// Small parts by all their divisions, as they are solved, and everything by search and relaxation,
  /// as large parts are.
  static let routes: [SolverLimits] = [0, RunningLimits.largestDense].map {
    var limits = SolverLimits()
    limits.largestDense = $0
    return limits
  }

  /// The least cost over all two-bloc partitions.
  static func frustration(_ graph: SignedTies) -> Double {
    // Bit patterns without the last actor's: turning both sides round changes nothing.
    var best = Double.infinity
    for mask in 0..<(1 << max(graph.nodeCount - 1, 0)) {
      var cost = 0.0
      for line in graph.lines {
        let together = (mask >> Int(line.first)) & 1 == (mask >> Int(line.second)) & 1
        cost += together ? line.negative : line.positive
      }
      best = min(best, cost)
    }
    return best
  }

  /// All partitions of `count` actors into at most `most` blocs, each in canonical labels.
  static func partitions(of count: Int, most: Int) -> [[Int32]] {
    var result: [[Int32]] = [[]]
    for _ in 0..<count {
      result = result.flatMap { partial -> [[Int32]] in
        let next = (partial.max() ?? -1) + 1
        return (0...min(next, Int32(most) - 1)).map { partial + [$0] }
      }
    }
    return result
  }

  /// A random graph: each pair has a line with some chance, with a sign and a weight.
  static func random(
    seed: UInt64, nodes: Int, density: Double, negative: Double, weights: [Double] = [1]
  ) throws -> SignedTies {
    var generator = SeededGenerator(seed: seed)
    var lines: [SignedTies.Line] = []
    for a in 0..<Int32(nodes) {
      for b in (a + 1)..<Int32(max(nodes, Int(a) + 1)) where generator.unit() < density {
        let weight = weights[generator.below(weights.count)]
        let isNegative = generator.unit() < negative
        lines.append(
          SignedTies.Line(
            first: a, second: b, positive: isNegative ? 0 : weight,
            negative: isNegative ? weight : 0))
      }
    }
    return try SignedTies(nodeCount: nodes, lines: lines)
  }

  /// A graph from signed weights.
  static func graph(_ nodes: Int, _ nets: [(Int32, Int32, Double)]) throws -> SignedTies {
    try SignedTies(nodeCount: nodes, lines: nets.map { line($0.0, $0.1, $0.2) })
  }

  /// A line with one sign.
  static func line(_ first: Int32, _ second: Int32, _ net: Double) -> SignedTies.Line {
    SignedTies.Line(first: first, second: second, positive: max(net, 0), negative: max(-net, 0))
  }

  /// The same graph with its actors renamed.
  static func relabelled(_ graph: SignedTies, by names: [Int32]) throws -> SignedTies {
    try SignedTies(
      nodeCount: graph.nodeCount,
      lines: graph.lines.map {
        SignedTies.Line(
          first: names[Int($0.first)], second: names[Int($0.second)], positive: $0.positive,
          negative: $0.negative)
      })
  }

  /// The same graph with the signs of all lines between two sets of actors turned.
  static func switched(_ graph: SignedTies, _ sides: [Int]) throws -> SignedTies {
    try SignedTies(
      nodeCount: graph.nodeCount,
      lines: graph.lines.map {
        let turns = sides[Int($0.first)] != sides[Int($0.second)]
        return SignedTies.Line(
          first: $0.first, second: $0.second, positive: turns ? $0.negative : $0.positive,
          negative: turns ? $0.positive : $0.negative)
      })
  }
}
