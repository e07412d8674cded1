/// Places the names of hulls outside of them, where they cover least.
struct HullLabels {
  let hulls: [Hull]
  let boxes: [Box]
  let routes: [RoutedStrand]

  func texts(_ palette: Palette) -> [Drawing.Text] {
    var taken: [Box] = []
    let samples = routes.map { $0.samples(12) }
    let extents = samples.map { Box(around: $0) }
    return hulls.enumerated().map { index, hull in
      let width = TextMeasure.width(hull.name, size: Metrics.hullLabel, isBold: true) + 4
      let size = (width: width, height: Metrics.hullLabel * 1.4)
      var best: (cost: Double, box: Box)?
      for (rank, box) in candidates(hull, size).enumerated() {
        // Far from its hull, a name would seem to belong to what it stands beside.
        var cost = Double(rank) * 0.4 + Plane.gap(hull.corners, box) * 4
        for other in boxes + taken where other.overlaps(box.expanded(2)) { cost += 1000 }
        for (other, polygon) in hulls.enumerated() where other != index {
          if Plane.penetration(polygon.corners, box.corners) > 0 { cost += 200 }
        }
        for (points, extent) in zip(samples, extents) where extent.overlaps(box) {
          for (p, q) in zip(points, points.dropFirst()) where Plane.enters(p, q, box) { cost += 6 }
        }
        if cost < best?.cost ?? .infinity { best = (cost, box) }
      }
      let box = best?.box ?? Box(center: hull.corners[0], width: size.width, height: size.height)
      taken.append(box)
      return Drawing.Text(
        role: .hull, text: hull.name, size: Metrics.hullLabel, isBold: true,
        color: palette.outline, box: box)
    }
  }

  /// Above each edge that faces up, then below each that faces down, the flattest first.
  private func candidates(_ hull: Hull, _ size: (width: Double, height: Double)) -> [Box] {
    var result: [(slope: Double, box: Box)] = []
    let bounds = Box(around: hull.corners)
    for (p, q) in zip(hull.corners, hull.corners.dropFirst() + hull.corners.prefix(1)) {
      let along = (q - p).unit
      guard abs(along.x) > 0.5 else { continue }
      // Counter-clockwise: an edge that leads left is on top.
      let isTop = along.x < 0
      for share in [0.5, 0.25, 0.75, 0.0, 1.0] {
        let middle = p + (q - p) * share
        // The text keeps clear of the edge over its whole width.
        let rise = abs(along.y / along.x) * size.width / 2
        let clearance = rise + size.height / 2 + 2
        let wanted = middle.y + (isTop ? clearance : -clearance)
        let y = min(max(wanted, bounds.minY - 10), bounds.maxY + 10)
        let box = Box(
          center: Point(middle.x, y), width: size.width, height: size.height)
        guard Plane.penetration(hull.corners, box.corners) == 0 else { continue }
        result.append((abs(along.y) + (isTop ? 0 : 1) + abs(share - 0.5) * 0.2, box))
      }
    }
    for (rank, y) in [bounds.maxY + size.height / 2 + 1, bounds.minY - size.height / 2 - 1]
      .enumerated()
    {
      for share in [0.5, 0.3, 0.7, 0.1, 0.9] {
        let x = bounds.minX + bounds.width * share
        result.append(
          (
            1.2 + Double(rank),
            Box(center: Point(x, y), width: size.width, height: size.height)
          ))
      }
    }
    return result.enumerated().sorted {
      ($0.element.slope, $0.offset) < ($1.element.slope, $1.offset)
    }.map(\.element.box)
  }
}
