import EntenteCore
import Foundation
import TestSupport

/// What numpy, scipy, networkx and scikit-learn gave for the seeded graphs: oracles/balance.csv, made
/// by oracles/balance.py.
enum BalanceOracle {
  static let seeds: ClosedRange<UInt64> = 1...160

  /// The recorded text of each quantity, by seed.
  static let table: [UInt64: [String: String]] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "oracles/balance.csv"
    )
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [:] }
    var result: [UInt64: [String: String]] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      if fields.count == 3, let seed = UInt64(fields[0]) {
        result[seed, default: [:]][String(fields[1])] = String(fields[2])
      }
    }
    return result
  }()

  static func value(_ seed: UInt64, _ quantity: String) -> Double? {
    table[seed]?[quantity].flatMap(Double.init)
  }

  static func values(_ seed: UInt64, _ quantity: String) -> [Double] {
    table[seed]?[quantity]?.split(separator: " ").compactMap { Double($0) } ?? []
  }

  /// Pairs such as `030T:4`.
  static func counts(_ seed: UInt64, _ quantity: String) -> [String: Int] {
    var result: [String: Int] = [:]
    for pair in table[seed]?[quantity]?.split(separator: " ") ?? [] {
      let parts = pair.split(separator: ":")
      if parts.count == 2, let count = Int(parts[1]), count > 0 { result[String(parts[0])] = count }
    }
    return result
  }
}

/// Whether two numbers agree to a part in `1 / tolerance` of the larger one, or of 1.
func agree(_ left: Double?, _ right: Double?, _ tolerance: Double = 1e-10) -> Bool {
  guard let left, let right else { return left == nil && right == nil }
  return abs(left - right) <= tolerance * max(1, max(abs(left), abs(right)))
}

/// A random order of the actors.
func shuffledNames(_ count: Int, seed: UInt64) -> [Int32] {
  var generator = EntenteCore.SeededGenerator(seed: seed)
  return (0..<Int32(count)).shuffled(using: &generator)
}

/// A random set of actors.
func randomActors(_ count: Int, seed: UInt64) -> Set<Int32> {
  var generator = EntenteCore.SeededGenerator(seed: seed)
  return Set((0..<Int32(count)).filter { _ in generator.below(2) == 0 })
}

/// Undirected ties, each given once.
func signedTies(_ nodeCount: Int, _ list: [(Int32, Int32, Double)]) throws -> SignedTies {
  try SignedTies(
    RelationGraph(
      nodeCount: nodeCount,
      edges: list.map { .init(source: $0.0, target: $0.1, net: $0.2) }
    )
  )
}
