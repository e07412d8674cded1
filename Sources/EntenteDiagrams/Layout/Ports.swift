/// Spreads the ends of ties along the outline of each actor, so that heads that meet at one actor
/// stand side by side and not on top of each other.
struct Ports {
  /// One end of a strand at an actor.
  struct End {
    var strand: Int
    var isHead: Bool
    var node: Int
    /// Where the strand would end if it were alone.
    var point: Point
    /// Which way it goes on into the actor.
    var direction: Point
    /// The room that it takes along the outline.
    var breadth: Double
  }

  /// No end moves farther than this along the outline, lest it arrive from beside.
  static let reach = 30.0

  let outlines: [Outline]

  /// The ends that have to move, with the points that they move to.
  func spread(_ ends: [End]) -> [(end: End, point: Point)] {
    var atNode = [[Int]](repeating: [], count: outlines.count)
    for (index, end) in ends.enumerated() { atNode[end.node].append(index) }
    var moved: [(end: End, point: Point)] = []
    for (node, indices) in atNode.enumerated() where indices.count > 1 {
      let outline = outlines[node]
      let known = indices.map { (index: $0, place: outline.place(of: ends[$0].point)) }
        .sorted { ($0.place, $0.index) < ($1.place, $1.index) }
      let breadths = known.map { ends[$0.index].breadth }
      let places = Self.relaxed(known.map(\.place), breadths, around: outline.perimeter)
      for (old, new) in zip(known, places) where abs(new - old.place) > 0.4 {
        moved.append((ends[old.index], outline.point(at: new)))
      }
    }
    return moved.sorted {
      ($0.end.strand, $0.end.isHead ? 1 : 0) < ($1.end.strand, $1.end.isHead ? 1 : 0)
    }
  }

  /// Pushes places on a circle apart until each has its breadth, or as near to that as there is room.
  static func relaxed(
    _ places: [Double], _ breadths: [Double], around perimeter: Double
  ) -> [Double] {
    let count = places.count
    guard count > 1 else { return places }
    // Where an actor has more ends than its outline holds, all get the same share of what they want.
    let share = min(1, 0.94 * perimeter / max(breadths.reduce(0, +), 1e-9))
    var result = places
    for _ in 0..<60 {
      var largest = 0.0
      for index in 0..<count {
        let next = (index + 1) % count
        let wanted = share * (breadths[index] + breadths[next]) / 2
        let gap = result[next] - result[index] + (next == 0 ? perimeter : 0)
        guard gap < wanted else { continue }
        let push = (wanted - gap) * 0.5
        result[index] = max(result[index] - push, places[index] - reach)
        result[next] = min(result[next] + push, places[next] + reach)
        largest = max(largest, push)
      }
      if largest < 0.05 { break }
    }
    return result
  }
}
