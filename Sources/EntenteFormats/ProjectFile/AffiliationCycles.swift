import EntenteCore

/// Finds affiliations that lead back to where they started, on a day on which all of them hold.
enum AffiliationCycles {
  struct Cycle {
    /// The actors on the way, the first again at the end.
    let path: [String]
    /// The affiliation of the circle that stands last in the file.
    let last: ProjectRecord
  }

  private struct Edge {
    let from: String
    let to: String
    let during: DateInterval
    let record: ProjectRecord
  }

  /// The circles, at most 20; each is broken up at its last affiliation before the next is sought.
  ///
  /// Circles of thousands of affiliations with thousands of different dates are reported whatever
  /// the dates.
  ///
  /// - Complexity: O(affiliations) where there is no circle whatever the dates; otherwise
  ///   O(d · affiliations) per circle, d the number of days on which one of its affiliations begins.
  static func find(in affiliations: [ProjectRecord]) -> [Cycle] {
    var edges = affiliations.compactMap { record -> Edge? in
      guard let from = record.text("actor"), let to = record.text("of"), from != to else {
        return nil
      }
      let during = record.date("during")?.interval ?? .always
      return Edge(from: from, to: to, during: during, record: record)
    }
    var cycles: [Cycle] = []
    while cycles.count < 20 {
      edges = core(edges)
      guard let cycle = firstCycle(edges) else { break }
      cycles.append(cycle)
      edges.removeAll { $0.record.span == cycle.last.span }
    }
    return cycles
  }

  private static func firstCycle(_ edges: [Edge]) -> Cycle? {
    guard !edges.isEmpty else { return nil }
    // Where some affiliations hold together at all, they do so on the day when the last one begins.
    let days = Set(edges.map { $0.during.first ?? CalendarDate.supported.lowerBound }).sorted()
    // No real project comes near this; rather than let time grow, ask for the dates to be untangled.
    guard days.count * edges.count <= 1_000_000 else { return walk(edges) }
    for day in days {
      let valid = core(edges.filter { $0.during.contains(day) })
      if !valid.isEmpty { return walk(valid) }
    }
    return nil
  }

  /// What is left when affiliations that can't be part of a circle are taken away again and again:
  /// those of actors that nothing belongs to, and those with actors that belong to nothing.
  private static func core(_ edges: [Edge]) -> [Edge] {
    let forward = peel(edges, from: \.from, to: \.to)
    return peel(forward, from: \.to, to: \.from)
  }

  private static func peel(
    _ edges: [Edge], from: KeyPath<Edge, String>, to: KeyPath<Edge, String>
  ) -> [Edge] {
    var entering: [String: Int] = [:]
    var leaving: [String: [Int]] = [:]
    for (index, edge) in edges.enumerated() {
      entering[edge[keyPath: to], default: 0] += 1
      leaving[edge[keyPath: from], default: []].append(index)
    }
    var isGone = [Bool](repeating: false, count: edges.count)
    var waiting = leaving.keys.filter { entering[$0] == nil }
    while let actor = waiting.popLast() {
      for index in leaving[actor] ?? [] where !isGone[index] {
        isGone[index] = true
        let target = edges[index][keyPath: to]
        entering[target, default: 1] -= 1
        if entering[target] == 0 { waiting.append(target) }
      }
    }
    return edges.indices.filter { !isGone[$0] }.map { edges[$0] }
  }

  /// Follows affiliations from the first one; in a core every actor has a next, so a circle closes.
  private static func walk(_ edges: [Edge]) -> Cycle? {
    var next: [String: Edge] = [:]
    for edge in edges where next[edge.from] == nil { next[edge.from] = edge }
    var position: [String: Int] = [:]
    var path: [Edge] = []
    var actor = edges[0].from
    while position[actor] == nil {
      guard let edge = next[actor] else { return nil }
      position[actor] = path.count
      path.append(edge)
      actor = edge.to
    }
    let circle = path[(position[actor] ?? 0)...]
    guard let last = circle.max(by: { $0.record.span.start < $1.record.span.start }) else {
      return nil
    }
    return Cycle(path: circle.map(\.from) + [actor], last: last.record)
  }
}
