/// Places for the names on a map: beside their dots, covering neither dots nor each other nor, where
/// that can be had, arrows.
struct MapLabels {
  /// Where a name goes.
  struct Place {
    var box: Box
    /// The dot that it names.
    var dot: Point
    /// The end of a thin line from the dot, where the name stands apart from it.
    var leader: Point?
    var cost: Double
  }

  static let size = 10.0

  let spots: [MapChart.Spot]
  let scale: Double

  /// A place for each name, in the order of the spots.
  func places() -> [Place] {
    let candidates = spots.map(candidates)
    // Who has the fewest good places chooses first; later rounds mend what early choices spoilt.
    let order = spots.indices.sorted { a, b in
      let (l, r) = (free(candidates[a]), free(candidates[b]))
      return (l, a) < (r, b)
    }
    var chosen = candidates.map { $0[0] }
    var isChosen = spots.map { _ in false }
    for _ in 0..<6 {
      var changed = false
      for index in order {
        var best = chosen[index]
        var least = Double.infinity
        for candidate in candidates[index] {
          var cost = candidate.cost
          for other in chosen.indices where other != index && isChosen[other] {
            cost += Self.clash(candidate, chosen[other])
          }
          if cost < least { (least, best) = (cost, candidate) }
        }
        changed = changed || !isChosen[index] || best.box != chosen[index].box
        chosen[index] = best
        isChosen[index] = true
      }
      if !changed { break }
    }
    return chosen
  }

  /// What it costs that two names are where they are: they cover each other, or the line of one runs
  /// through the other.
  private static func clash(_ one: Place, _ other: Place) -> Double {
    if one.box.overlaps(other.box) { return 1000 }
    func runs(_ from: Place, through to: Place) -> Bool {
      from.leader.map { Plane.enters(from.dot, $0, to.box) } ?? false
    }
    return (runs(one, through: other) ? 80 : 0) + (runs(other, through: one) ? 80 : 0)
  }

  private func free(_ candidates: [Place]) -> Int { candidates.count { $0.cost < 500 } }

  private func candidates(_ spot: MapChart.Spot) -> [Place] {
    let width = TextMeasure.width(spot.label, size: Self.size, isBold: true) * 1.03 + 4
    let height = Self.size * 1.3
    let center = spot.place * scale
    var result: [Place] = []
    for (ring, distance) in [1.0, 8, 20, 36, 54, 76, 100].enumerated() {
      for (rank, way) in Self.ways.enumerated() {
        let reach = MapChart.dot / 2 + distance
        let middle =
          center
          + Point(way.x * (reach + width / 2), way.y * (reach + height / 2))
        let box = Box(center: middle, width: width, height: height)
        // The nearest point of the name's box, a little before it.
        let edge = Point(
          max(box.minX, min(box.maxX, center.x)), max(box.minY, min(box.maxY, center.y)))
        let leader = ring > 1 ? edge : nil
        result.append(
          Place(
            box: box, dot: center, leader: leader,
            cost: Double(ring) * 14 + Double(rank) * 1.5 + cost(of: box)
              + cost(of: leader, from: center)))
      }
    }
    return result
  }

  /// Right, left, above, below, and between.
  private static let ways = [
    Point(1, 0), Point(-1, 0), Point(0, 1), Point(0, -1), Point(0.75, 0.8), Point(0.75, -0.8),
    Point(-0.75, 0.8), Point(-0.75, -0.8),
  ]

  private func cost(of box: Box) -> Double {
    var cost = 0.0
    for spot in spots {
      for point in [spot.before, spot.after].compactMap({ $0 }) {
        let dot = Box(center: point * scale, width: MapChart.dot, height: MapChart.dot)
        if dot.overlaps(box) { cost += 1000 }
      }
      if let before = spot.before, let after = spot.after,
        Plane.enters(before * scale, after * scale, box)
      {
        cost += 90
      }
    }
    return cost
  }

  /// A line that runs over the dots of others seems to lead to them.
  private func cost(of leader: Point?, from center: Point) -> Double {
    guard let leader else { return 0 }
    var cost = 0.0
    for spot in spots {
      for point in [spot.before, spot.after].compactMap({ $0.map { $0 * scale } })
      where point.distance(to: center) > MapChart.dot / 2 {
        let dot = Box(center: point, width: MapChart.dot, height: MapChart.dot)
        if Plane.enters(center, leader, dot) { cost += 120 }
      }
    }
    return cost
  }
}
