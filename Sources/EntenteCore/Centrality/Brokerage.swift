/// How often each actor brokers between two others who are not tied, by the blocs of the three.
public struct Brokerage: Sendable, Hashable {
  /// All three in one bloc.
  public var coordinator: [Int]
  /// The two others in one bloc, the broker outside it; also called itinerant broker.
  public var consultant: [Int]
  /// The broker and the receiver in one bloc, the sender outside it.
  public var gatekeeper: [Int]
  /// The broker and the sender in one bloc, the receiver outside it.
  public var representative: [Int]
  /// All three in different blocs.
  public var liaison: [Int]

  /// All roles together.
  public var total: [Int] {
    coordinator.indices.map {
      coordinator[$0] + consultant[$0] + gatekeeper[$0] + representative[$0] + liaison[$0]
    }
  }
}

extension RelationGraph {
  /// Gould and Fernandez's brokerage roles: for each actor b, the pairs a, c with ties a → b → c
  /// but no tie a → c, counted apart by who shares a bloc with whom.
  ///
  /// - Direction: essential: from the sender over the broker to the receiver.
  /// - Weight: none; a tie of weight 0 is no tie.
  /// - Sign: refused where the aspect has a negative tie.
  ///
  /// ```swift
  /// let roles = try graph.brokerage(between: blocs)
  /// print(roles.gatekeeper[azerbaijan])
  /// ```
  ///
  /// - Parameters:
  ///   - blocs: the bloc, or state, of each actor; any numbers, equal for actors that belong
  ///     together.
  ///   - aspect: accord by default.
  ///   - control: threads, cancellation, progress.
  /// - Returns: counts of 0 and more, aligned to dense ids; 0 for an isolated actor.
  /// - Throws: ``MeasureError`` where `blocs` has another length than the graph has actors, for a
  ///   negative tie, or cancellation.
  /// - Complexity: time O(Σ in-degree · out-degree), memory O(n + m).
  /// - Reference: Gould & Fernandez 1989, doi:10.2307/270949.
  public func brokerage(
    between blocs: [Int32],
    on aspect: TieAspect = .accord,
    control: RunControl = .standard
  ) throws(MeasureError) -> Brokerage {
    let name = MeasureCatalog.brokerage.name
    guard blocs.count == nodeCount else {
      throw .wrongLength(
        measure: name,
        parameter: "blocs",
        given: blocs.count,
        expected: nodeCount
      )
    }
    let graph = try AspectGraph(self, aspect, .outgoing, refusingNegativesFor: name)
    let n = nodeCount
    let size = max(1, (n + 31) / 32)
    let parts = ParallelWork.map(jobs: (n + size - 1) / size, control: control) {
      piece,
      shouldStop in
      let zero = [Int](repeating: 0, count: n)
      var roles = Brokerage(
        coordinator: zero,
        consultant: zero,
        gatekeeper: zero,
        representative: zero,
        liaison: zero
      )
      // The actor whose direct ties are marked is written into the mark, so nothing is cleared.
      var mark = [Int](repeating: -1, count: n)
      for sender in piece * size..<min(n, (piece + 1) * size) {
        if shouldStop() { break }
        mark[sender] = sender
        for arc in graph.arcs(sender) { mark[Int(graph.neighbours[arc])] = sender }
        for arc in graph.arcs(sender) {
          let broker = Int(graph.neighbours[arc])
          for next in graph.arcs(broker) {
            let receiver = Int(graph.neighbours[next])
            if mark[receiver] != sender {
              roles.count(broker, blocs[sender], blocs[broker], blocs[receiver])
            }
          }
        }
      }
      return roles
    }
    guard let parts else { throw .cancelled(measure: name) }
    let zero = [Int](repeating: 0, count: n)
    var total = Brokerage(
      coordinator: zero,
      consultant: zero,
      gatekeeper: zero,
      representative: zero,
      liaison: zero
    )
    for part in parts {
      for node in 0..<n {
        total.coordinator[node] += part.coordinator[node]
        total.consultant[node] += part.consultant[node]
        total.gatekeeper[node] += part.gatekeeper[node]
        total.representative[node] += part.representative[node]
        total.liaison[node] += part.liaison[node]
      }
    }
    return total
  }
}

extension Brokerage {
  fileprivate mutating func count(
    _ broker: Int,
    _ sender: Int32,
    _ own: Int32,
    _ receiver: Int32
  ) {
    switch (sender == own, own == receiver, sender == receiver) {
    case (true, true, _): coordinator[broker] += 1
    case (true, false, _): representative[broker] += 1
    case (false, true, _): gatekeeper[broker] += 1
    case (false, false, true): consultant[broker] += 1
    case (false, false, false): liaison[broker] += 1
    }
  }
}

extension MeasureCatalog {
  /// Brokerage roles between blocs or states.
  public static let brokerage = Measure(
    name: "brokerage",
    title: "Brokerage roles (Gould and Fernandez)",
    definition:
      "For each actor b, the pairs a, c with ties a → b → c but no tie a → c, by bloc: coordinator (all in one), consultant (a and c in one), gatekeeper (b and c), representative (a and b), liaison (all apart).",
    direction: "essential: from the sender over the broker to the receiver",
    weight: "none; ties of weight 0 are no ties",
    sign: "defined for weights of 0 or more: a negative tie is refused",
    defaultAspect: .accord,
    acceptedAspects: TieAspect.allCases,
    range: "whole numbers from 0 to (n − 1)(n − 2)",
    complexity: "time O(Σ in-degree · out-degree), memory O(n + m)",
    references: [
      .init(
        "Gould & Fernandez 1989, Structures of mediation, Sociological Methodology 19",
        doi: "10.2307/270949"
      )
    ],
    compute: { graph, aspect, partition, control throws(MeasureError) in
      guard let partition else {
        throw .undefined(measure: "brokerage", reason: "it needs a bloc or state for each actor")
      }
      let roles = try graph.brokerage(between: partition, on: aspect, control: control)
      return [
        .init("coordinator", roles.coordinator.map(Double.init)),
        .init("consultant", roles.consultant.map(Double.init)),
        .init("gatekeeper", roles.gatekeeper.map(Double.init)),
        .init("representative", roles.representative.map(Double.init)),
        .init("liaison", roles.liaison.map(Double.init)),
      ]
    }
  )
}
