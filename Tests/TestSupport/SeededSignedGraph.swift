import EntenteCore

/// A random signed graph that follows from its seed alone, by a recipe that the Python scripts in
/// oracles/ follow too: 3–14 actors up to seed 120 and 20–44 above; four densities; one in four is cut
/// into two halves; net weights are multiples of ½ in −10…10, and 0 may be one of them.
public struct SeededSignedGraph: Sendable {
  /// The directed ties.
  public let graph: RelationGraph
  /// The ties as given.
  public let edges: [RelationGraph.Edge]
  /// A random division into at most four blocs.
  public let firstLabels: [Int]
  /// A random division into at most three blocs.
  public let secondLabels: [Int]

  /// The graph of a seed.
  public init(seed: UInt64) throws {
    var generator = EntenteCore.SeededGenerator(seed: seed)
    let count = seed <= 120 ? 3 + generator.below(12) : 20 + generator.below(25)
    let density = [80, 200, 450, 800][generator.below(4)]
    let isSplit = generator.below(4) == 0
    var edges: [RelationGraph.Edge] = []
    for source in 0..<count {
      for target in 0..<count where source != target {
        let draw = generator.below(1000)
        let net = Double(generator.below(41) - 20) / 2
        let apart = (source < count / 2) != (target < count / 2)
        if draw < density && !(isSplit && apart) {
          edges.append(.init(source: Int32(source), target: Int32(target), net: net))
        }
      }
    }
    self.edges = edges
    graph = try RelationGraph(nodeCount: count, edges: edges)
    firstLabels = (0..<count).map { _ in generator.below(4) }
    secondLabels = (0..<count).map { _ in generator.below(3) }
  }
}
