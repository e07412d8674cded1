import EntenteCore
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rows of a recorded table beside the tests, without its head; fields are split at commas.
func oracleRows(_ name: String) throws -> [[String]] {
  let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
  let path = here.joined(separator: "/") + "/oracles/" + name
  let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  return text.split(separator: "\n").dropFirst().map {
    $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}

/// The series that `oracles/shift.py` makes from the same seed.
func oracleSeries(_ seed: UInt64, _ cost: SegmentCost, count: Int) -> [Double] {
  var random = EntenteCore.SeededGenerator(seed: seed)
  func noise(_ random: inout EntenteCore.SeededGenerator) -> Double {
    var total = random.unit()
    for _ in 0..<3 { total += random.unit() }
    return (total - 2) * 1.75
  }
  var values: [Double] = []
  while values.count < count {
    let length = 8 + random.below(30)
    let level = -5 + 10 * random.unit()
    let spread = 0.3 + 2 * random.unit()
    let rate = 0.05 + 0.6 * random.unit()
    for _ in 0..<length {
      switch cost {
      case .mean: values.append(level + noise(&random))
      case .meanAndVariance: values.append(level + spread * noise(&random))
      case .count:
        var hits = 0.0
        for _ in 0..<16 where random.unit() < rate { hits += 1 }
        values.append(hits)
      }
    }
  }
  return Array(values.prefix(count))
}

/// The graph that `oracles/shift.py` makes from the same seed.
func oracleGraph(_ seed: UInt64, count: Int, density: Double = 0.3) throws -> RelationGraph {
  var random = EntenteCore.SeededGenerator(seed: seed)
  var edges: [RelationGraph.Edge] = []
  for source in 0..<Int32(count) {
    for target in 0..<Int32(count) where source != target {
      guard random.unit() < density else { continue }
      let tension = 10 * random.unit()
      edges.append(
        .init(source: source, target: target, tension: tension, accord: 10 * random.unit()))
    }
  }
  return try RelationGraph(nodeCount: count, edges: edges)
}

/// The natural logarithm, for tests that do without other mathematics.
func naturalLogarithm(_ value: Double) -> Double { log(value) }
