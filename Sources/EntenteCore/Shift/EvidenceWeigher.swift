/// All ties of an evidence, laid out to be weighed again and again, and made into graphs.
struct EvidenceWeigher: Sendable {
  let weighers: [TieWeigher]
  /// The sources whose claims count, as positions in the project's list, ascending.
  let sources: [Int]
  private let sourceTotal: Int
  private let nodeCount: Int
  private let dense: [Int32]

  init(_ evidence: Evidence) {
    weighers = evidence.tieWeighers()
    sources = Set(weighers.lazy.flatMap(\.entries).map(\.source)).sorted()
    sourceTotal = evidence.project.sources.count
    nodeCount = evidence.nodes.count
    var dense = [Int32](repeating: -1, count: evidence.project.actors.count)
    for (node, actor) in evidence.nodes.enumerated() { dense[actor] = Int32(node) }
    self.dense = dense
  }

  /// The views of every tie over a window.
  func views(over window: Window) -> [[TieWeigher.View]] {
    weighers.map { $0.views(over: window) }
  }

  /// The graph that a selection of claims makes.
  func graph(
    _ views: [[TieWeigher.View]], _ selection: TieWeigher.Selection
  ) -> RelationGraph {
    var edges: [RelationGraph.Edge] = []
    edges.reserveCapacity(weighers.count)
    for (weigher, view) in zip(weighers, views) {
      let level = weigher.level(view, selection)
      guard level.isThere else { continue }
      edges.append(
        RelationGraph.Edge(
          source: dense[Int(weigher.source)], target: dense[Int(weigher.target)],
          tension: level.tension, accord: level.accord))
    }
    return RelationGraph(sorted: edges, nodeCount: nodeCount)
  }

  /// Draws as many of some sources as there are, with replacement. Sources outside the pool count
  /// once, as they do without drawing.
  func resample(
    _ pool: [Int], _ generator: inout SeededGenerator
  ) -> TieWeigher.Selection {
    Self.resample(pool, of: sourceTotal, &generator)
  }

  static func resample(
    _ pool: [Int], of total: Int, _ generator: inout SeededGenerator
  ) -> TieWeigher.Selection {
    var counts = [Double](repeating: 1, count: total)
    for source in pool { counts[source] = 0 }
    for _ in pool { counts[pool[generator.below(pool.count)]] += 1 }
    var selection = TieWeigher.Selection()
    selection.sourceCounts = counts
    return selection
  }
}
