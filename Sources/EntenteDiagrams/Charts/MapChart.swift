import EntenteCore

/// Actors on the space of their alignment, with arrows from where they were.
struct MapChart {
  /// An actor on the map.
  struct Spot {
    var node: Int
    var name: String
    /// The name as it is drawn, cut where it is long.
    var label: String
    var before: Point?
    var after: Point?
    var isMuted: Bool

    /// Where its dot is: of the later date, or of the earlier where it has no later one.
    var place: Point { after ?? before ?? Point(0, 0) }
    /// How far it moved.
    var way: Double {
      guard let before, let after else { return 0 }
      return before.distance(to: after)
    }
  }

  let evidence: Evidence
  let windows: [Window]
  let map: AlignmentMap
  let stress: Measured
  let options: DiagramOptions
  let palette: Palette
  let spots: [Spot]
  /// How many actors can't be compared with anybody on the later date, though they have ties.
  let unplaced: Int
  /// Points on the sheet for one unit of the map.
  let scale: Double
  let dimensions: Int

  static let dot = 8.0

  init(
    _ tables: [AlignmentTable], _ evidence: Evidence, _ windows: [Window], dimensions: Int,
    reference: [Int32], _ options: DiagramOptions
  ) throws(AlignmentError) {
    let maps = try tables.map { table throws(AlignmentError) in
      try table.map(dimensions: dimensions, reference: reference)
    }
    let after = maps[maps.count - 1]
    let before = maps.count > 1 ? maps[0].turned(onto: after) : nil
    func points(_ map: AlignmentMap?, _ node: Int) -> Point? {
      map?.places[node].map { Point($0[0], dimensions > 1 ? $0[1] : 0) }
    }
    let project = evidence.project
    var spots: [Spot] = []
    for (node, actor) in evidence.nodes.enumerated() {
      let (was, now) = (points(before, node), points(after, node))
      guard was != nil || now != nil else { continue }
      let id = project.actors[actor].id
      let name = project.actors[actor].shownName(in: options.language)
      spots.append(
        Spot(
          node: node, name: name,
          label: TextMeasure.cut(name, to: 180, size: MapLabels.size, isBold: true), before: was,
          after: now, isMuted: !options.emphasis.isEmpty && !options.emphasis.contains(id)))
    }
    self.evidence = evidence
    self.windows = windows
    self.options = options
    self.dimensions = dimensions
    palette = Palette.of(options.theme)
    map = after
    stress = tables[tables.count - 1].stress(of: after)
    let ends = evidence.snapshot(over: windows[windows.count - 1]).ties
    let tied = Set(ends.flatMap { [$0.source, $0.target] })
    let nodes = evidence.nodes
    unplaced = nodes.indices.count { node in
      after.places[node] == nil && tied.contains(Int32(nodes[node]))
    }
    // The plot is as wide as the column less room for names, and not much higher than it is wide.
    let all = spots.flatMap { [$0.before, $0.after].compactMap { $0 } } + [Point(0, 0)]
    let extent = Box(around: all)
    let room = max(options.width - 150, 200)
    scale = min(room / max(extent.width, 0.05), room * 0.8 / max(extent.height, 0.05))
    // One dimension has a row for each actor, in the order of the later places.
    if dimensions == 1 {
      spots.sort { ($1.place.x, $0.node) < ($0.place.x, $1.node) }
      let row = 24 / scale
      for index in spots.indices {
        let y = -Double(index) * row
        spots[index].before?.y = y
        spots[index].after?.y = y
      }
    }
    self.spots = spots
  }

  func chart() -> Chart {
    var canvas = Canvas(palette)
    if !spots.isEmpty {
      axes(&canvas)
      for spot in spots { arrow(spot, &canvas) }
      for spot in spots { dots(spot, &canvas) }
      for (spot, label) in zip(spots, MapLabels(spots: spots, scale: scale).places()) {
        name(spot, label, &canvas)
      }
    }
    return canvas.chart(
      view: "map", caption: caption, legend: spots.isEmpty ? [] : legend, options,
      day: windows[windows.count - 1].last)
  }

  private func axes(_ canvas: inout Canvas) {
    let points = spots.flatMap { [$0.before, $0.after].compactMap { $0 } } + [Point(0, 0)]
    let box = Box(around: points.map { $0 * scale }).expanded(26)
    canvas.line(.grid, [Point(0, box.minY), Point(0, box.maxY)], palette.rule, width: 1)
    canvas.text(
      .axis, share(0), Point(box.maxX, box.minY - 9), .right, size: 8.5, color: palette.faint)
    guard dimensions > 1 else { return }
    canvas.line(.grid, [Point(box.minX, 0), Point(box.maxX, 0)], palette.rule, width: 1)
    canvas.text(
      .axis, share(1), Point(0, box.maxY + 8), .center, size: 8.5, color: palette.faint)
  }

  /// How much of the comparison an axis shows.
  func share(_ axis: Int) -> String {
    let name = axis == 0 ? "across" : "up and down"
    let share = Numerals.decimal(100 * map.shown[axis], places: 0)
    let doubt = map.isAmbiguous[axis] ? ", no direction of its own" : ""
    return "\(name): \(share) % of the comparison\(doubt)"
  }

  private func arrow(_ spot: Spot, _ canvas: inout Canvas) {
    guard let before = spot.before, let after = spot.after else { return }
    let (from, to) = (before * scale, after * scale)
    guard from.distance(to: to) > Self.dot else { return }
    let along = (to - from).unit
    let color = spot.isMuted ? palette.rule : palette.outline
    let tip = to - along * (Self.dot / 2 + 1)
    let base = tip - along * 7
    let start = from + along * (Self.dot / 2)
    if start.distance(to: tip) > 8 {
      canvas.line(.path, [start, base], color, width: 1.4)
    }
    canvas.area(
      .path, [tip, base + along.normal * 3, base - along.normal * 3], fill: color, stroke: color,
      width: 0.5)
  }

  private func dots(_ spot: Spot, _ canvas: inout Canvas) {
    let color = spot.isMuted ? palette.line : palette.ink
    if let before = spot.before {
      canvas.ellipse(
        .path, before * scale, Self.dot - 1, fill: palette.ground, stroke: palette.line,
        width: 1.2)
    }
    if let after = spot.after {
      canvas.ellipse(
        .path, after * scale, Self.dot, fill: color, stroke: palette.ground, width: 0.8)
    }
    let box = Box(center: spot.place * scale, width: Self.dot + 4, height: Self.dot + 4)
    canvas.spot("place", box, sentence(spot))
  }

  private func name(_ spot: Spot, _ label: MapLabels.Place, _ canvas: inout Canvas) {
    let color = spot.isMuted || spot.after == nil ? palette.faint : palette.ink
    if let leader = label.leader {
      canvas.line(.grid, [spot.place * scale, leader], palette.line, width: 0.7)
    }
    canvas.text(
      .row, spot.label, label.box.center, .center, size: MapLabels.size,
      isBold: !spot.isMuted && spot.after != nil, color: color)
  }
}
