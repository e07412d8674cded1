import EntenteCore
import Foundation

// Times the search for blocs and the other kernels that run on large signed graphs.
//
//   BlocsBench FILE [signed]
//
// FILE holds the number of actors and of ties as 32-bit integers, then all sources, all targets (32
// bits each) and all weights (64-bit floats). With `signed`, ties with (source + target) divisible by
// 3 are made negative. peers/make_graphs.py writes such files. Compare with peers/leiden.py on the same file.

struct Graph {
  var nodeCount: Int
  var edges: [RelationGraph.Edge]
}

func read(_ path: String, signed: Bool) throws -> Graph {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  return data.withUnsafeBytes { bytes in
    let nodes = Int(bytes.loadUnaligned(fromByteOffset: 0, as: Int32.self))
    let ties = Int(bytes.loadUnaligned(fromByteOffset: 4, as: Int32.self))
    var edges: [RelationGraph.Edge] = []
    edges.reserveCapacity(ties)
    for tie in 0..<ties {
      let source = bytes.loadUnaligned(fromByteOffset: 8 + 4 * tie, as: Int32.self)
      let target = bytes.loadUnaligned(fromByteOffset: 8 + 4 * (ties + tie), as: Int32.self)
      let weight = bytes.loadUnaligned(fromByteOffset: 8 + 8 * ties + 8 * tie, as: Double.self)
      let negative = signed && (source + target) % 3 == 0
      edges.append(.init(source: source, target: target, net: negative ? -weight : weight))
    }
    return Graph(nodeCount: nodes, edges: edges)
  }
}

func time<Value>(_ name: String, repeats: Int = 3, _ body: () throws -> Value) rethrows -> Value {
  var best = Double.infinity
  var value: Value
  let clock = ContinuousClock()
  var left = repeats
  repeat {
    let start = clock.now
    value = try body()
    let took = (clock.now - start) / .seconds(1)
    best = min(best, took)
    left -= 1
  } while left > 0
  print(name, "seconds", (best * 10_000).rounded() / 10_000)
  return value
}

guard CommandLine.arguments.count > 1 else {
  print("usage: BlocsBench FILE [signed]")
  exit(2)
}
let input = try read(
  CommandLine.arguments[1],
  signed: CommandLine.arguments.dropFirst(2).contains("signed")
)
let graph = try RelationGraph(nodeCount: input.nodeCount, edges: input.edges)
let ties = try time("signed ties") { try SignedTies(graph) }
print("actors", ties.nodeCount, "ties", ties.tieCount, "negative", ties.negativeCount)
for iterations in 1...3 {
  for seed in [UInt64(1), 2] {
    let blocs = try time("leiden, at most \(iterations) times, seed \(seed)", repeats: 2) {
      try ties.leidenBlocs(iterations: iterations, seed: seed)
    }
    print("  modularity", blocs.modularity.value ?? .nan, "blocs", blocs.partition.blocCount)
  }
}
let census = time("triad census", repeats: 2) { ties.triadCensus() }
print("  ", census.counts)
let directed = try time("directed triad census", repeats: 1) { try graph.signedTriadCensus() }
print("  ", directed.total, "triples", directed.occurring.count, "kinds")
if ties.negativeCount > 0 {
  do {
    let estimate = try time("walk balance, estimated", repeats: 1) {
      try ties.estimatedWalkBalance()
    }
    print("  ", estimate.value, "±", estimate.standardError)
  } catch { print("   walk balance:", error) }
  do {
    let conflict = try time("algebraic conflict", repeats: 1) { try ties.algebraicConflict() }
    print("  ", conflict.components.count, "components", conflict.smallest)
    print("   residual", conflict.components.map(\.residual).max() ?? 0)
  } catch { print("   algebraic conflict:", error) }
}
