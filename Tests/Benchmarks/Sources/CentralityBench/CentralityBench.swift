import EntenteCore
import Foundation

/// Times the centrality measures on a graph file and prints a line `work wall cpu` in seconds for each.
///
/// Usage: CentralityBench GRAPH.bin [--threads N] [--sample N] [--only work,work…]
@main enum CentralityBench {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    func option(_ name: String) -> String? {
      guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else {
        return nil
      }
      defer { arguments.removeSubrange(place...place + 1) }
      return arguments[place + 1]
    }
    let threads = option("--threads").flatMap { Int($0) } ?? 2
    let sample = option("--sample").flatMap { Int($0) }
    let only = option("--only").map { Set($0.split(separator: ",").map(String.init)) }
    guard let path = arguments.first else {
      print("usage: CentralityBench GRAPH.bin [--threads N] [--sample N] [--only work,work…]")
      exit(64)
    }
    let graph = try readGraph(path)
    let n = graph.nodeCount
    let control = RunControl(threads: threads)
    func report(_ name: String, scale: Double = 1, _ work: () throws -> Void) rethrows {
      guard only?.contains(name) ?? true else { return }
      let seconds = try least(work)
      let line = String(
        format: "%@ %.6f %.6f\n", name, seconds.wall * scale, seconds.cpu * scale)
      FileHandle.standardOutput.write(Data(line.utf8))
    }
    // Every n/sample-th actor is a source, as in the peers' script.
    let count = min(sample ?? n, n)
    let sources = (0..<count).map { Int32($0 * (n / count)) }
    let scale = Double(n) / Double(count)
    try report("betweenness", scale: scale) {
      _ = try graph.betweenness(from: sources, control: control)
    }
    try report("weighted-betweenness", scale: scale) {
      _ = try graph.betweenness(from: sources, length: .reciprocal, control: control)
    }
    try report("closeness") { _ = try graph.closeness(.ordinary, control: control) }
    try report("pagerank") { _ = try graph.pageRank(tolerance: 1e-10, control: control) }
    try report("eigenvector") {
      _ = try graph.eigenvectorCentrality(tolerance: 1e-9, control: control)
    }
    try report("k-core") { _ = try graph.coreness() }
    try report("katz") { _ = try graph.katz(control: control) }
    try report("hits") { _ = try graph.hits(control: control) }
    try report("signed-eigenvector") { _ = try graph.signedEigenvector(control: control) }
    try report("pn-all") { _ = try graph.pnIndex(control: control) }
    try report("constraint") { _ = try graph.constraint(control: control) }
    try report("brokerage") {
      _ = try graph.brokerage(between: (0..<n).map { Int32($0 % 8) }, control: control)
    }
    report("strength") { _ = graph.strength() }
    if only?.contains("all-measures") ?? (n <= 100) {
      let partition = (0..<n).map { Int32($0 % 3) }
      try report("all-measures") {
        for measure in MeasureCatalog.centrality {
          _ = try measure.columns(of: graph, partition: partition, control: control)
        }
      }
    }
  }
}
