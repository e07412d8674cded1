/// How much an actor sends and receives: the sums of its ties.
public struct Strength: Sendable, Hashable {
  /// The sum of the tension of the ties that arrive at each actor.
  public var tensionIn: [Double]
  /// The sum of the tension of the ties that leave each actor.
  public var tensionOut: [Double]
  /// The sum of the accord of the ties that arrive at each actor.
  public var accordIn: [Double]
  /// The sum of the accord of the ties that leave each actor.
  public var accordOut: [Double]

  /// Accord less tension received.
  public var netIn: [Double] { zip(accordIn, tensionIn).map { $0 - $1 } }
  /// Accord less tension sent.
  public var netOut: [Double] { zip(accordOut, tensionOut).map { $0 - $1 } }
  /// Tension received and sent.
  public var tension: [Double] { zip(tensionIn, tensionOut).map { $0 + $1 } }
  /// Accord received and sent.
  public var accord: [Double] { zip(accordIn, accordOut).map { $0 + $1 } }
  /// Accord less tension, received and sent.
  public var net: [Double] { zip(accord, tension).map { $0 - $1 } }
}

extension RelationGraph {
  /// The strength of every actor: the sums of tension and accord over its ties.
  ///
  /// The in-strength of an actor is the sum over ties that arrive at it, its out-strength the sum
  /// over ties that leave it.
  ///
  /// - Direction: in and out are apart; `tension`, `accord` and `net` add them up.
  /// - Weight: what is summed.
  /// - Sign: tension and accord are summed apart and both are kept; net is their difference.
  ///
  /// ```swift
  /// graph.strength().tensionIn[russia]  // how much hostility Russia meets
  /// ```
  ///
  /// - Returns: sums aligned to dense ids; tension and accord at least 0, net of any sign. An
  ///   isolated actor has 0 throughout.
  /// - Complexity: O(n + m).
  /// - Reference: Barrat et al. 2004, doi:10.1073/pnas.0400087101.
  public func strength() -> Strength {
    var result = Strength(
      tensionIn: Array(repeating: 0, count: nodeCount),
      tensionOut: Array(repeating: 0, count: nodeCount),
      accordIn: Array(repeating: 0, count: nodeCount),
      accordOut: Array(repeating: 0, count: nodeCount)
    )
    for source in 0..<nodeCount {
      for tie in ties(from: Int32(source)) {
        let target = Int(targets[tie])
        result.tensionOut[source] += tension[tie]
        result.accordOut[source] += accord[tie]
        result.tensionIn[target] += tension[tie]
        result.accordIn[target] += accord[tie]
      }
    }
    return result
  }
}

extension MeasureCatalog {
  /// Sums of tension and accord, sent and received.
  public static let strength = Measure(
    name: "strength",
    title: "Strength",
    definition:
      "The sum of an actor's ties: what it receives (in), what it sends (out), and both together.",
    direction: "in and out are apart; the totals add them up",
    weight: "the weights are what is summed",
    sign: "tension and accord are summed apart, so nothing cancels; net is accord less tension",
    defaultAspect: nil,
    acceptedAspects: [],
    range: "tension and accord: 0 and up; net: any number",
    complexity: "time O(n + m), memory O(n)",
    references: [
      .init(
        "Barrat, Barthélemy, Pastor-Satorras & Vespignani 2004, The architecture of complex weighted networks, PNAS 101",
        doi: "10.1073/pnas.0400087101"
      )
    ],
    compute: { graph, _, _, _ in
      let strength = graph.strength()
      return [
        .init("tension-in", strength.tensionIn), .init("tension-out", strength.tensionOut),
        .init("accord-in", strength.accordIn), .init("accord-out", strength.accordOut),
        .init("net-in", strength.netIn), .init("net-out", strength.netOut),
      ]
    }
  )
}
