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

/// The least times of a few runs in seconds: by the clock, and of the processor on all threads.
func least(_ work: () throws -> Void) rethrows -> (wall: Double, cpu: Double) {
  var best = (wall: Double.infinity, cpu: Double.infinity)
  let clock = ContinuousClock()
  let begin = clock.now
  for _ in 0..<40 {
    let before = processorTime()
    let time = try clock.measure { try work() }
    let wall = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    best = (min(best.wall, wall), min(best.cpu, processorTime() - before))
    if clock.now - begin > .milliseconds(1500) { break }
  }
  return best
}

/// What the process has used of the processors so far.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
