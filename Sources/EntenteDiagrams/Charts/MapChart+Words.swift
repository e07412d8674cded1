import EntenteCore

extension MapChart {
  private var dates: [String] { windows.map { Words.english.date($0) } }

  /// Where an actor is, and how far it came.
  func sentence(_ spot: Spot) -> String {
    func text(_ point: Point) -> String {
      let across = Numerals.decimal(point.x, places: 2)
      return dimensions > 1 ? "(\(across), \(Numerals.decimal(point.y, places: 2)))" : across
    }
    switch (spot.before, spot.after) {
    case (let before?, let after?):
      return
        "\(name(spot)): from \(text(before)) to \(text(after)), a way of "
        + "\(Numerals.decimal(way(spot), places: 2))."
    case (let before?, nil):
      return "\(name(spot)): \(text(before)) on \(dates[0]), not comparable later."
    case (nil, let after?):
      return windows.count > 1
        ? "\(name(spot)): \(text(after)), not comparable on \(dates[0])."
        : "\(name(spot)): \(text(after))."
    case (nil, nil): return spot.name
    }
  }

  private func name(_ spot: Spot) -> String { ReadingDirection.inLineFromLeft(spot.name) }

  /// In one dimension the rows are no part of the way.
  private func way(_ spot: Spot) -> Double {
    guard dimensions == 1 else { return spot.way }
    guard let before = spot.before, let after = spot.after else { return 0 }
    return abs(after.x - before.x)
  }

  private var finding: String {
    guard windows.count > 1 else {
      var best: (distance: Double, names: String)?
      for (index, spot) in spots.enumerated() {
        for other in spots[..<index] {
          let distance =
            dimensions == 1
            ? abs(spot.place.x - other.place.x) : spot.place.distance(to: other.place)
          if distance < best?.distance ?? .infinity {
            best = (distance, "\(name(other)) and \(name(spot))")
          }
        }
      }
      return best.map { "\($0.names) stand nearest to each other" } ?? "Nobody can be compared"
    }
    let moved = spots.filter { $0.before != nil && $0.after != nil }
    guard let farthest = moved.max(by: { (way($0), $1.node) < (way($1), $0.node) }),
      way(farthest) > 0.005
    else { return "Nobody moved" }
    return "\(name(farthest)) moved farthest, by \(Numerals.decimal(way(farthest), places: 2))"
  }

  var caption: Caption {
    let snapshots = windows.map { evidence.snapshot(over: $0) }
    let claims = Set(snapshots.flatMap { $0.contributions.map(\.claim) })
    let sources = Set(claims.map { evidence.project.claims[$0].source })
    let shares = map.shown.map { Numerals.decimal(100 * $0, places: 0) + " %" }
    var parts = [
      "Near each other: alike relations to third parties "
        + Caption.between(evidence.options.level)
    ]
    parts.append(
      "classical scaling of cosines; the \(dimensions == 1 ? "axis shows" : "axes show") "
        + shares.joined(separator: " and ") + " of the comparison")
    if let value = stress.value {
      parts.append("stress \(Numerals.decimal(value, places: 2)) (0 is faithful)")
    }
    let time =
      windows.count > 1
      ? "\(dates[0]) (hollow), turned onto \(dates[1]) (filled)" : dates[0]
    return Caption(
      finding: finding, subtitle: parts.joined(separator: ", ") + "; \(time).",
      source: Caption.sourceLine(
        evidence.project, claims: claims.count, sources: sources.count),
      summary: "Map of the alignment of \(Numerals.count(spots.count, "actor")), "
        + "\(dates.joined(separator: " and ")).",
      lines: spots.map(sentence), options)
  }

  var legend: [Legend.Entry] {
    var entries: [Legend.Entry] = []
    func dot(_ fill: String, _ stroke: String) -> Chart.Mark {
      Chart.Mark(
        role: .path,
        shape: .ellipse(Box(center: Point(0, 0), width: Self.dot, height: Self.dot)), fill: fill,
        stroke: stroke)
    }
    if windows.count > 1 {
      entries.append(
        Legend.Entry(
          text: dates[0], marks: [dot(palette.ground, palette.line)], marksWidth: Self.dot))
    }
    entries.append(
      Legend.Entry(
        text: dates[dates.count - 1], marks: [dot(palette.ink, palette.ground)],
        marksWidth: Self.dot))
    let unit = min(scale * 1.41421356, 400)
    if scale * 1.41421356 <= 400 {
      let half = unit / 2
      entries.append(
        Legend.Entry(
          text: "as far as two with nothing in common",
          marks: [
            Chart.Mark(
              role: .grid,
              shape: .line([
                Point(-half, 3), Point(-half, 0), Point(half, 0), Point(half, 3),
              ]), stroke: palette.secondary)
          ], marksWidth: unit))
    }
    entries.append(
      Legend.Entry(
        text: dimensions == 1 ? "left and right have no sign" : "the axes have no sign of their own"
      ))
    if unplaced > 0 {
      entries.append(
        Legend.Entry(text: "\(Numerals.count(unplaced, "actor")) comparable with nobody"))
    }
    return entries
  }
}
