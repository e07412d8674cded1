import EntenteCore

/// Places of actors by a measure, date by date.
struct RankTable: Hashable {
  /// An actor on a date.
  struct Standing: Hashable {
    /// The value of the measure; nil where it is undefined.
    var value: Double?
    /// The place among all who have one, from 1: those with one value share the first of their
    /// places. nil for who has no tie on the date, or no value.
    var place: Int?
    /// Whether somebody else has the same place.
    var isShared = false
  }

  /// By date, then by node.
  let standings: [[Standing]]

  /// - Parameters:
  ///   - columns: The values by node, a column for each date; the largest is first.
  ///   - hasTies: Whether each node has a tie, likewise.
  init(_ columns: [[Double?]], hasTies: [[Bool]]) {
    standings = zip(columns, hasTies).map { values, hasTies in
      var standings = values.map { Standing(value: $0) }
      let ranked = values.indices.compactMap { node -> (node: Int, value: Double)? in
        guard hasTies[node], let value = values[node], value.isFinite else { return nil }
        return (node, value)
      }.sorted { ($1.value, $0.node) < ($0.value, $1.node) }
      // What differs by rounding only is the same.
      let tolerance = 1e-9 * max(1e-3, ranked.map { abs($0.value) }.max() ?? 0)
      var start = 0
      while start < ranked.count {
        var end = start + 1
        while end < ranked.count, ranked[end - 1].value - ranked[end].value <= tolerance {
          end += 1
        }
        for entry in ranked[start..<end] {
          standings[entry.node].place = start + 1
          standings[entry.node].isShared = end - start > 1
        }
        start = end
      }
      return standings
    }
  }

  /// The nodes that are ever ranked, the best first, at most so many; and how many more there are.
  func shown(most: Int, always: Set<Int>) -> (nodes: [Int], omitted: Int) {
    let count = standings.first?.count ?? 0
    func places(_ node: Int) -> [Int] { standings.compactMap { $0[node].place } }
    let ranked = (0..<count).filter { !places($0).isEmpty }
    let sorted = ranked.sorted { a, b in
      let (first, second) = (places(a), places(b))
      let means = [first, second].map { Double($0.reduce(0, +)) / Double($0.count) }
      return (first.min() ?? 0, means[0], a) < (second.min() ?? 0, means[1], b)
    }
    let chosen = Set(sorted.prefix(max(1, most))).union(always.intersection(ranked))
    return (sorted.filter(chosen.contains), ranked.count - chosen.count)
  }

  /// The order in which the shown nodes stand on each date, from above to below: by place; those
  /// who share one as they stood before, and those without one last.
  func lanes(_ nodes: [Int]) -> [[Int]] {
    var before: [Int: Int] = [:]
    for (index, node) in nodes.enumerated() { before[node] = index }
    var lanes: [[Int]] = []
    for date in standings {
      let order = nodes.sorted { a, b in
        (date[a].place ?? .max, before[a] ?? 0) < (date[b].place ?? .max, before[b] ?? 0)
      }
      for (lane, node) in order.enumerated() { before[node] = lane }
      lanes.append(order)
    }
    return lanes
  }
}
