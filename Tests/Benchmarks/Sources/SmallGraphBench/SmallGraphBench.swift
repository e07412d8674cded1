import EntenteCore
import EntenteSolver

/// What every measure costs on graphs of twelve actors, the exact ones included.
///
/// Usage: `SmallGraphBench`. Prints, for each measure, the least time of 30 runs over the worst of five
/// seeded graphs, in milliseconds, and the sum of all; then the same sum for each graph.
@main struct SmallGraphBench {
  static func main() throws {
    var worst: [String: Double] = [:]
    var sums: [Double] = []
    for seed in 1...5 as ClosedRange<UInt64> {
      let graph = try graph(seed: seed)
      let bloc = try SignedTies(graph).leidenBlocs(seed: 1).partition
      var costs: [(String, Double)] = []
      for measure in MeasureCatalog.all where measure.compute != nil {
        // Those that ask for another aspect, or are undefined here, cost what the refusal costs.
        costs.append(
          (measure.name, time { _ = try? measure.columns(of: graph, partition: bloc.labels) }))
      }
      costs.append(
        ("frustration, by sign", time { _ = try? exact(graph, .signs) }))
      costs.append(("frustration, weighted", time { _ = try? exact(graph, .weights) }))
      for (name, count) in [("2", BlocCount.exactly(2)), ("3", .exactly(3)), ("free", .free)] {
        costs.append(
          (
            "line index, \(name) blocs",
            time {
              _ = try? SignedTies(graph, join: .everyTie).lineIndex(blocs: count)
            }
          ))
      }
      for (name, cost) in costs { worst[name] = max(worst[name] ?? 0, cost) }
      sums.append(costs.reduce(0) { $0 + $1.1 })
    }
    for (name, cost) in worst.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      print(name, thousandths(cost), separator: "\t")
    }
    print(
      "sum of all, graph by graph", sums.map(thousandths).joined(separator: " "), separator: "\t")
  }

  /// The index, all optima, the strain and the tie that relieves most.
  private static func exact(_ graph: RelationGraph, _ weighting: TieWeighting) throws {
    let ties = try SignedTies(graph, weighting: weighting)
    let found = try ties.frustration()
    _ = try ties.optimalPartitions(after: found)
    _ = ties.strain(of: found.blocs)
    _ = try ties.greatestRelief(after: found)
  }

  /// Twelve actors, two ties in three, the sides of two camps and a quarter of the signs turned.
  private static func graph(seed: UInt64) throws -> RelationGraph {
    var random = SeededGenerator(seed: seed)
    var edges: [RelationGraph.Edge] = []
    for source in 0..<12 as Range<Int32> {
      for target in 0..<12 as Range<Int32> where source != target && random.unit() < 0.67 {
        let friendly = (source % 2 == target % 2) != (random.unit() < 0.25)
        let size = Double(1 + random.below(20)) / 2
        edges.append(.init(source: source, target: target, net: friendly ? size : -size))
      }
    }
    return try RelationGraph(nodeCount: 12, edges: edges)
  }

  /// The least time of 30 runs, in milliseconds.
  private static func time(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let least = (0..<30).map { _ in clock.measure(body) }.min() ?? .zero
    return Double(least.components.attoseconds) * 1e-15 + Double(least.components.seconds) * 1e3
  }

  private static func thousandths(_ value: Double) -> String {
    let whole = Int((value * 1000).rounded())
    let rest = String(whole % 1000)
    return "\(whole / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}
