import EntenteCore

/// Who gained weight: the places of actors by a centrality, date by date.
struct RanksChart {
  let measure: Measure
  let aspect: TieAspect?
  let column: String
  let snapshots: [Snapshot]
  let options: DiagramOptions
  let palette: Palette
  let table: RankTable
  /// The nodes that are shown.
  let nodes: [Int]
  let omitted: Int
  /// For each date the shown nodes from above to below.
  let lanes: [[Int]]
  let emphasised: [Int]

  init(
    _ columns: [Measure.Column], of measure: Measure, on aspect: TieAspect?,
    over snapshots: [Snapshot], _ options: DiagramOptions
  ) {
    self.measure = measure
    self.aspect = measure.acceptedAspects.isEmpty ? nil : aspect ?? measure.defaultAspect
    column = columns.first?.name ?? measure.name
    self.snapshots = snapshots
    self.options = options
    palette = Palette.of(options.theme)
    let project = snapshots.first?.project
    let actors = snapshots.first?.nodes ?? []
    let ranked = RankTable(
      columns.map(\.values),
      hasTies: snapshots.map { snapshot in
        var touched = Set<Int32>()
        for tie in snapshot.ties { touched.formUnion([tie.source, tie.target]) }
        return snapshot.nodes.map { touched.contains(Int32($0)) }
      })
    table = ranked
    let chosen = actors.indices.filter { node in
      options.emphasis.contains(project?.actors[actors[node]].id ?? "")
    }
    let shown = ranked.shown(most: options.top, always: Set(chosen))
    nodes = shown.nodes
    omitted = shown.omitted
    lanes = ranked.lanes(shown.nodes)
    let moves = shown.nodes.map { abs(Self.move(of: $0, in: ranked)) }
    // A single place is worth an emphasis only where nobody moved farther or came anew.
    let hasNews = (moves.max() ?? 0) > 1 || !Self.entrants(shown.nodes, in: ranked).isEmpty
    let least = hasNews ? 2 : 1
    let movers = zip(shown.nodes, moves).filter { $0.1 >= least }.sorted {
      ($1.1, $0.0) < ($0.1, $1.0)
    }
    let entrants = Self.entrants(shown.nodes, in: ranked)
    emphasised =
      chosen.isEmpty
      ? Array((movers.map(\.0) + entrants.filter { !movers.map(\.0).contains($0) }).prefix(3))
      : chosen.filter(shown.nodes.contains)
  }

  /// Who has no place on the first date and one of the first three, alone, on the last.
  static func entrants(_ nodes: [Int], in table: RankTable) -> [Int] {
    guard let first = table.standings.first, let last = table.standings.last else { return [] }
    return nodes.filter { node in
      first[node].place == nil && !last[node].isShared && (last[node].place ?? .max) <= 3
    }.sorted { (last[$0].place ?? 0, $0) < (last[$1].place ?? 0, $1) }
  }

  /// How many places a node gained from its first ranked date to its last; negative where it lost.
  static func move(of node: Int, in table: RankTable) -> Int {
    let places = table.standings.compactMap { $0[node].place }
    guard let first = places.first, let last = places.last else { return 0 }
    return first - last
  }

  private var laneHeight: Double { nodes.count <= 14 ? 21 : nodes.count <= 30 ? 16 : 12 }
  private var labelSize: Double { laneHeight >= 16 ? 10.5 : 8.5 }

  /// A lane's height below the first; those without a place stand apart.
  private func y(_ lane: Int, date: Int) -> Double {
    let ranked = lanes[date].count { table.standings[date][$0].place != nil }
    let apart = lane >= ranked && ranked > 0 ? laneHeight * 0.6 : 0
    return -Double(lane) * laneHeight - apart
  }

  func chart() -> Chart {
    var canvas = Canvas(palette)
    guard let last = snapshots.last, !nodes.isEmpty else {
      return canvas.chart(
        view: "ranks", caption: caption, legend: [], options,
        day: snapshots.last?.window.last ?? CalendarDate(dayNumber: 0))
    }
    let names = nodes.map {
      TextMeasure.beginning(of: name($0), widerThan: 200, size: labelSize, isBold: true)
    }
    let widest = names.map { TextMeasure.width($0, size: labelSize, isBold: true) }.max() ?? 0
    let isNarrow = options.size.isNarrow
    let labelWidth = min(widest * 1.03 + 4, isNarrow ? 110 : 165)
    // Names stand beside the places, which may be as long as "=14".
    let shown = nodes.flatMap { node in table.standings.map { Self.text($0[node]) } }
    let widestPlace =
      shown.map { TextMeasure.width($0, size: labelSize, isBold: true) * 1.03 + 4 }.max() ?? 0
    let nameOffset = max(17, widestPlace.rounded(.up) + 3)
    let places = nameOffset + 9
    let tail = isNarrow ? 66.0 : 94
    // A narrow chart has names at the right only.
    let first =
      snapshots.count == 1 ? 0 : isNarrow ? nameOffset : labelWidth + places
    let room =
      max(options.width, isNarrow ? 320 : 400) - 24 - first - labelWidth - places - tail
    let step = snapshots.count > 1 ? max(4, room / Double(snapshots.count - 1)) : 0
    let positions = snapshots.indices.map { first + Double($0) * step }
    drawDates(positions, on: &canvas)
    drawShared(positions, on: &canvas)
    let isStrong = Set(emphasised)
    for node in nodes where !isStrong.contains(node) { drawPath(node, positions, on: &canvas) }
    for node in emphasised.reversed() { drawPath(node, positions, on: &canvas) }
    for node in nodes {
      drawLabels(node, positions, labelWidth, nameOffset, on: &canvas)
    }
    drawUnranked(positions, on: &canvas)
    return canvas.chart(
      view: "ranks", caption: caption, legend: legend, options, day: last.window.last)
  }

  // MARK: Parts

  private var height: Double {
    (snapshots.indices.map { y(nodes.count - 1, date: $0) }.min() ?? 0)
  }

  private func drawDates(_ positions: [Double], on canvas: inout Canvas) {
    let labels = snapshots.map { snapshot in
      let (year, month, day) = snapshot.window.last.components
      return (text: "\(day) \(Caption.shortMonths[month - 1])", year: String(year))
    }
    let widest = labels.map { TextMeasure.width($0.text, size: 8.5) }.max() ?? 0
    let step = positions.count > 1 ? positions[1] - positions[0] : 100
    let every = max(1, Int(((widest + 7) / step).rounded(.up)))
    let last = positions.count - 1
    var year = ""
    for index in positions.indices {
      let x = positions[index]
      canvas.line(
        .grid, [Point(x, laneHeight * 0.6), Point(x, height - laneHeight * 0.6)], palette.rule,
        width: 0.6)
      // Counted from the last date, which always has its label.
      guard (last - index) % every == 0 else { continue }
      canvas.text(
        .axis, labels[index].text, Point(x, laneHeight * 0.6 + 8), .center, size: 8.5,
        color: palette.secondary)
      if labels[index].year != year {
        year = labels[index].year
        canvas.text(
          .axis, year, Point(x, laneHeight * 0.6 + 19), .center, size: 8.5, isBold: true,
          color: palette.secondary)
      }
    }
  }

  /// A frame around those who share a place.
  private func drawShared(_ positions: [Double], on canvas: inout Canvas) {
    let step = positions.count > 1 ? positions[1] - positions[0] : 20
    let radius = min(6.5, step * 0.4)
    for (date, order) in lanes.enumerated() {
      var start = 0
      while start < order.count {
        let standing = table.standings[date][order[start]]
        var end = start + 1
        while end < order.count, standing.place != nil,
          table.standings[date][order[end]].place == standing.place
        {
          end += 1
        }
        if end - start > 1 {
          let (top, low) = (y(start, date: date), y(end - 1, date: date))
          canvas.area(
            .shared, Self.capsule(Point(positions[date], top), low, radius: radius),
            fill: palette.hull + "26", stroke: palette.line, width: 0.8)
        }
        start = end
      }
    }
  }

  /// An upright capsule, its round ends in short straight lines.
  private static func capsule(_ top: Point, _ low: Double, radius: Double) -> [Point] {
    // The sine and cosine of multiples of 22.5 degrees.
    let arc = [
      (1.0, 0.0), (0.92388, 0.38268), (0.70711, 0.70711), (0.38268, 0.92388), (0, 1),
      (-0.38268, 0.92388), (-0.70711, 0.70711), (-0.92388, 0.38268), (-1, 0),
    ]
    return arc.map { Point(top.x + $0.0 * radius, top.y + $0.1 * radius) }
      + arc.map { Point(top.x - $0.0 * radius, low - $0.1 * radius) }
  }

  private func lane(_ node: Int, _ date: Int) -> Int {
    lanes[date].firstIndex(of: node) ?? 0
  }

  private func drawPath(_ node: Int, _ positions: [Double], on canvas: inout Canvas) {
    let isStrong = emphasised.contains(node)
    let color = isStrong ? palette.ink : palette.line
    let points = positions.indices.map { Point(positions[$0], y(lane(node, $0), date: $0)) }
    let isRanked = positions.indices.map { table.standings[$0][node].place != nil }
    for index in positions.indices.dropLast() {
      let (a, b) = (points[index], points[index + 1])
      let middle = (a.x + b.x) / 2
      let holds = isRanked[index] && isRanked[index + 1]
      canvas.add(
        Chart.Mark(
          role: .path, shape: .curve([a, Point(middle, a.y), Point(middle, b.y), b]),
          stroke: color, width: !holds ? 1.1 : isStrong ? 2.8 : 1.5, dash: holds ? .solid : .dotted
        ))
    }
    let isWide = positions.count < 2 || positions[1] - positions[0] >= 13
    for (index, point) in points.enumerated() {
      let isEnd = index == 0 || index + 1 == points.count
      if isRanked[index], isWide || isEnd || isStrong && positions.count < 60 {
        canvas.ellipse(
          .path, point, isStrong ? 7 : 5.5, fill: isStrong ? palette.ink : palette.ground,
          stroke: isStrong ? palette.ink : palette.line, width: 1.4)
      }
      if isWide {
        canvas.spot(
          "place", Box(center: point, width: 11, height: 11), sentence(node, index))
      }
    }
  }

  private func drawLabels(
    _ node: Int, _ positions: [Double], _ width: Double, _ nameOffset: Double,
    on canvas: inout Canvas
  ) {
    let isStrong = emphasised.contains(node)
    let color = isStrong ? palette.ink : palette.secondary
    let name = TextMeasure.cut(
      name(node), to: width, size: labelSize, isBold: isStrong)
    // Of a single date one side is enough.
    for (date, side) in [(0, -1.0), (positions.count - 1, 1.0)]
    where side > 0 || positions.count > 1 {
      let standing = table.standings[date][node]
      let y = y(lane(node, date), date: date)
      let x = positions[date] + side * 11
      let alignment: Drawing.Text.Alignment = side < 0 ? .right : .left
      let place = Self.text(standing)
      canvas.text(
        .row, place, Point(x, y), alignment, size: labelSize, isBold: true, color: color)
      if side > 0 || !options.size.isNarrow {
        canvas.text(
          .row, name, Point(x + side * nameOffset, y), alignment, size: labelSize,
          isBold: isStrong, color: color)
      }
      guard side > 0, let value = standing.value, standing.place != nil else { continue }
      let move = Self.move(of: node, in: table)
      let change =
        move == 0
        ? "" : "  (\(move > 0 ? "up" : "down") \(abs(move)))"
      canvas.text(
        .value, Numerals.decimal(value, places: 3) + change,
        Point(x + nameOffset + width * 1.03 + 10, y),
        size: labelSize - 2, color: isStrong ? palette.ink : palette.faint)
    }
  }

  private func drawUnranked(_ positions: [Double], on canvas: inout Canvas) {
    guard !positions.isEmpty else { return }
    for date in [0, positions.count - 1] {
      let ranked = lanes[date].count { table.standings[date][$0].place != nil }
      guard ranked > 0, ranked < lanes[date].count else { continue }
      let y = (y(ranked - 1, date: date) + y(ranked, date: date)) / 2
      canvas.line(
        .grid, [Point(positions[date] - 6, y), Point(positions[date] + 6, y)], palette.line,
        width: 0.6)
    }
  }

  /// `3`, `=2` where the place is shared, a dash where there is none.
  static func text(_ standing: RankTable.Standing) -> String {
    standing.place.map { (standing.isShared ? "=" : "") + String($0) } ?? "\u{2013}"
  }

  func name(_ node: Int) -> String {
    guard let snapshot = snapshots.first else { return "" }
    return snapshot.project.actors[snapshot.nodes[node]].shownName(in: options.language)
  }
}
