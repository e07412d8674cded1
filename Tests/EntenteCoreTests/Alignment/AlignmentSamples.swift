import EntenteCore
import TestSupport

/// The profiles that oracles/balance.py compares: one layer; and two, of which the second is the first
/// turned round with its signs turned too, at half its weight.
enum AlignmentSamples {
  static func one(_ sample: SeededSignedGraph) throws -> RelationProfiles {
    try RelationProfiles([sample.graph], actorWeights: weights(sample))
  }

  static func two(_ sample: SeededSignedGraph) throws -> RelationProfiles {
    let turned = try RelationGraph(
      nodeCount: sample.graph.nodeCount,
      edges: sample.edges.map {
        .init(source: $0.target, target: $0.source, tension: $0.accord, accord: $0.tension)
      }
    )
    return try RelationProfiles(
      [sample.graph, turned],
      layerWeights: [2, 1],
      actorWeights: weights(sample)
    )
  }

  static func weights(_ sample: SeededSignedGraph) -> [Double] {
    (0..<sample.graph.nodeCount).map { Double(1 + $0 % 3) }
  }

  /// Calls `check` for every pair of actors and number of layers that the script looked at, with the
  /// end of the recorded quantity's name.
  static func forEach(
    _ check: (_ seed: UInt64, _ profiles: RelationProfiles, _ a: Int32, _ b: Int32, _ tag: String)
      throws -> Void
  ) throws {
    for seed in BalanceOracle.seeds {
      let sample = try SeededSignedGraph(seed: seed)
      let n = Int32(sample.graph.nodeCount)
      for (name, profiles) in [("one", try one(sample)), ("two", try two(sample))] {
        try check(seed, profiles, 0, 1, name + "0")
        try check(seed, profiles, n - 2, n - 1, name + "1")
      }
    }
  }
}
