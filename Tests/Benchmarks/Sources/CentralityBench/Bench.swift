import EntenteCore
import Foundation

/// A graph as `peers/make_graphs.py` writes it: actors and ties as two 32-bit numbers, then tails,
/// heads, and weights as doubles.
func readGraph(_ path: String) throws -> RelationGraph {
  let data = try Data(contentsOf: URL(filePath: path))
  func integer(_ index: Int) -> Int32 {
    data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index * 4, as: Int32.self) }
  }
  let actors = Int(integer(0))
  let ties = Int(integer(1))
  let edges = (0..<ties).map { tie in
    RelationGraph.Edge(
      source: integer(2 + tie), target: integer(2 + ties + tie), tension: 0,
      accord: data.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: 8 + ties * 8 + tie * 8, as: Double.self)
      })
  }
  return try RelationGraph(nodeCount: actors, edges: edges)
}

/// The least time of a few runs, in seconds.
func least(_ work: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  let clock = ContinuousClock()
  let begin = clock.now
  for _ in 0..<40 {
    let time = try clock.measure { try work() }
    best = min(best, Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
    if clock.now - begin > .milliseconds(1500) { break }
  }
  return best
}
