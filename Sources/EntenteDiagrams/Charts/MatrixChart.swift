import EntenteCore
import EntenteFormats

/// The matrix: who acts in the rows, towards whom in the columns.
struct MatrixChart {
  private let scene: Scene
  private let windows: [Window]
  private let snapshots: [Snapshot]
  private let options: DiagramOptions
  private let blocs: MatrixBlocs
  private let order: MatrixOrder
  private let layout: MatrixLayout
  private let cells: [MatrixCell]
  private let painter: MatrixCellPainter
  private let palette: Palette
  private let ramp: IntensityRamp
  /// The row of each member.
  private let rowOf: [Int]
  private let isUndecided: [Bool]

  /// Cells beyond this number, the weakest ones, are drawn but cannot be pointed at.
  static let mostSpots = 8000

  /// - Parameter snapshots: One, or the earlier and the later one.
  init(
    _ scene: Scene, _ snapshots: [Snapshot], _ blocs: MatrixBlocs, minimum: Double,
    _ options: DiagramOptions
  ) {
    self.scene = scene
    self.snapshots = snapshots
    self.options = options
    self.blocs = blocs
    windows = snapshots.map(\.window)
    palette = Palette.of(options.theme)
    ramp = IntensityRamp(palette)
    var dense: [Int: Int] = [:]
    for (node, actor) in snapshots[0].nodes.enumerated() { dense[actor] = node }
    let nodes = scene.members.map { dense[$0.actor] }
    let labels = blocs.partition.labels
    order = MatrixOrder(
      scene,
      labels: nodes.map { node in
        node.flatMap { labels.indices.contains($0) ? labels[$0] : nil } ?? -1
      })
    isUndecided = nodes.map { node in node.map { blocs.undecided.contains(Int32($0)) } ?? false }
    let members = scene.members
    layout = MatrixLayout(
      order.rows, members, ids: order.rows.map { members[$0.member].id },
      width: max(options.width, options.size.isNarrow ? 320 : 480) - 24)
    var rowOf = [Int](repeating: 0, count: members.count)
    for (row, entry) in order.rows.enumerated() { rowOf[entry.member] = row }
    self.rowOf = rowOf

    var strands: [Int: [Scene.Strand]] = [:]
    for strand in scene.strands {
      strands[strand.source * members.count + strand.target, default: []].append(strand)
    }
    let found = strands.keys.sorted().compactMap { key in
      strands[key].map { MatrixCell($0, isShift: scene.isShift, minimum: minimum) }
    }
    cells = found.sorted {
      (rowOf[$0.source], rowOf[$0.target]) < (rowOf[$1.source], rowOf[$1.target])
    }
    let peak = cells.map(\.peak).max() ?? 0
    let fullScale = options.fullScale ?? [1, 2.5, 5, 10].first { $0 >= peak } ?? peak
    painter = MatrixCellPainter(
      ramp: ramp, palette: palette, fullScale: fullScale, places: fullScale > 5 ? 1 : 2,
      isShift: scene.isShift)
  }

  func chart() -> Chart {
    var canvas = Canvas(palette)
    drawGround(on: &canvas)
    drawHeaders(on: &canvas)
    var names: [Int: String] = [:]
    let strongest = cells.indices.sorted { (cells[$1].peak, $0) < (cells[$0].peak, $1) }
    for index in strongest.prefix(Self.mostSpots) {
      names[index] = title(of: cells[index])
    }
    for (index, cell) in cells.enumerated() {
      let box = layout.box(rowOf[cell.source], rowOf[cell.target])
      let inner = layout.cell >= 7 ? box.expanded(-0.6) : box
      painter.paint(cell, in: inner, on: &canvas)
      if cell.basis != .stated, layout.cell >= 12 {
        canvas.area(
          .cue, inner.expanded(-1.4).corners, fill: nil, stroke: palette.ink, width: 0.7,
          dash: .dashed)
      }
      if let title = names[index] {
        canvas.spot("cell", inner, title, link: link(of: cell))
      }
    }
    return canvas.chart(
      view: "matrix", caption: caption, legend: MatrixLegend(self).entries, options,
      day: windows[windows.count - 1].last)
  }

  // MARK: What is around the cells

  private func drawGround(on canvas: inout Canvas) {
    let rows = order.rows
    guard !rows.isEmpty else { return }
    let side = layout.side
    // A bloc's ties among its own stand on a grey ground, and nobody has a tie to itself.
    var start = 0
    for end in rows.indices where end + 1 == rows.count || rows[end + 1].bloc != rows[end].bloc {
      let box = layout.box(start, start).union(layout.box(end, end))
      if order.blocCount > 1 {
        canvas.area(.grid, box.expanded(1).corners, fill: palette.hull + "1F")
      }
      start = end + 1
    }
    for (index, row) in rows.enumerated() {
      let isLast = index + 1 == rows.count
      let (low, high) = (layout.offsets[index], layout.offsets[index] + layout.cell)
      let startsGroup = MatrixLayout.startsGroup(index, rows)
      // Thin lines every cell, or every tenth where cells are small.
      if index > 0, layout.cell >= 10 || index % 10 == 0, !startsGroup,
        rows[index - 1].bloc == row.bloc
      {
        rule(at: low, side, palette.rule, 0.5, on: &canvas)
      }
      if startsGroup, rows[index - 1].bloc == row.bloc {
        rule(at: low - MatrixLayout.groupGap / 2, side, palette.line, 0.6, on: &canvas)
      }
      if index > 0, rows[index - 1].bloc != row.bloc {
        rule(at: low - MatrixLayout.blocGap / 2, side, palette.outline, 1.1, on: &canvas)
      }
      if layout.cell >= 7 {
        let box = layout.box(index, index).expanded(-0.6)
        canvas.line(
          .grid, [Point(box.minX, box.maxY), Point(box.maxX, box.minY)], palette.line, width: 0.6)
      }
      if isLast { frame(0, high, on: &canvas) }
    }
  }

  private func rule(
    at place: Double, _ side: Double, _ color: String, _ width: Double, on canvas: inout Canvas
  ) {
    canvas.line(.grid, [Point(0, -place), Point(side, -place)], color, width: width)
    canvas.line(.grid, [Point(place, 0), Point(place, -side)], color, width: width)
  }

  private func frame(_ low: Double, _ high: Double, on canvas: inout Canvas) {
    canvas.area(
      .grid, [Point(low, -low), Point(high, -low), Point(high, -high), Point(low, -high)],
      fill: nil, stroke: palette.outline, width: 1.1)
  }

  private func drawHeaders(on canvas: inout Canvas) {
    let size = layout.fontSize
    let nameRight = -6 - layout.keyWidth
    for (index, header) in layout.headers.enumerated() {
      let y = layout.box(index, index).center.y
      let color = header.isBold ? palette.ink : palette.secondary
      let step = size * 1.15
      var lines = header.lines
      if isUndecided[order.rows[index].member] { lines[lines.count - 1] += "\u{00B0}" }
      let left = nameRight - layout.nameWidth + header.indent
      for (place, line) in lines.enumerated() {
        let lineY = y + step * (Double(lines.count - 1) / 2 - Double(place))
        canvas.text(
          .row, line, Point(left, lineY), size: size, isBold: header.isBold, color: color)
      }
      if layout.hasNamedColumns {
        let above = layout.columnLines[index]
        for (place, line) in above.enumerated() {
          canvas.text(
            .column, line,
            Point(
              layout.box(index, index).center.x, 9 + 10 * Double(above.count - 1 - place)),
            .center, size: 8.5, isBold: header.isBold, color: color)
        }
      } else {
        drawKeys(header.key, index, on: &canvas)
      }
    }
    drawDirections(left: nameRight - layout.nameWidth, on: &canvas)
    drawBlocNames(left: nameRight - layout.nameWidth, on: &canvas)
  }

  /// Keys on all four sides, so that no eye has far to go.
  private func drawKeys(_ key: String, _ index: Int, on canvas: inout Canvas) {
    let center = layout.box(index, index).center
    let (size, color) = (layout.keySize, palette.secondary)
    canvas.text(.row, key, Point(-4, center.y), .right, size: size, color: color)
    // Numbers too wide for their columns alternate between two heights.
    let width = TextMeasure.width(key, size: size) * 1.03 + 2
    let lift = width > layout.cell && index % 2 == 1 ? size * 1.2 : 0
    let reach = size * 0.65 + 3 + lift
    canvas.text(.column, key, Point(center.x, reach), .center, size: size, color: color)
    guard order.rows.count > 24 else { return }
    canvas.text(
      .column, key, Point(center.x, -layout.side - reach), .center, size: size, color: color)
    canvas.text(.row, key, Point(layout.side + 4, center.y), size: size, color: color)
  }

  private func drawDirections(left: Double, on canvas: inout Canvas) {
    let top = headHeight + 10
    canvas.text(
      .axis, "who acts \u{2193}", Point(left, min(top, 9)), size: 8, color: palette.faint)
    canvas.text(
      .axis, "towards whom \u{2192}", Point(0, top), size: 8, color: palette.faint)
  }

  /// The height of the names or keys above the columns.
  private var headHeight: Double {
    if layout.hasNamedColumns {
      return 6 + 10 * Double(layout.columnLines.map(\.count).max() ?? 1)
    }
    let isStaggered = layout.headers.contains {
      TextMeasure.width($0.key, size: layout.keySize) * 1.03 + 2 > layout.cell
    }
    return layout.keySize * (isStaggered ? 2.5 : 1.3) + 3
  }

  private func drawBlocNames(left: Double, on canvas: inout Canvas) {
    guard order.blocCount > 1 else { return }
    var start = 0
    let rows = order.rows
    for end in rows.indices where end + 1 == rows.count || rows[end + 1].bloc != rows[end].bloc {
      let box = layout.box(start, 0).union(layout.box(end, 0))
      let x = left - 7
      canvas.line(
        .grid, [Point(x, box.maxY - 1), Point(x, box.minY + 1)], palette.outline, width: 1.6)
      if box.height >= 11 {
        canvas.text(
          .row, Self.letter(rows[start].bloc), Point(x - 4, box.center.y), .right, size: 9,
          isBold: true, color: palette.ink)
      }
      start = end + 1
    }
  }

  /// 0 as A, 25 as Z, 26 as AA.
  static func letter(_ number: Int) -> String {
    var (number, name) = (number, "")
    repeat {
      name = String(UnicodeScalar(UInt8(65 + number % 26))) + name
      number = number / 26 - 1
    } while number >= 0
    return name
  }
}

// MARK: Words

extension MatrixChart {
  private var caption: Caption {
    let project = snapshots[0].project
    let claims = Set(snapshots.flatMap { $0.contributions.map(\.claim) })
    let sources = Set(claims.map { project.claims[$0].source })
    let places = painter.places
    let base = Caption(
      scene, snapshots[snapshots.count - 1].evidence, windows: windows, claims: claims.count,
      sources: sources.count, options: options.inEnglish, places: places)
    let dates = windows.map(Words.english.date)
    var parts = Caption.measure(snapshots[0].evidence)
    if order.blocCount > 1 { parts.append(blocs.wording) }
    let when = dates.count == 2 ? "\(dates[0]) and \(dates[1])" : dates[0]
    return Caption(
      finding: finding ?? base.title,
      subtitle: parts.joined(separator: ", ") + "; \(when).",
      source: base.source,
      summary:
        "Matrix of \(Numerals.count(scene.members.count, "actor")) "
        + "with \(Numerals.count(cells.count, "tie")), \(when).",
      lines: base.ties, options)
  }

  /// How far the blocs tell friend from foe; nil where there is one bloc only, where two dates make
  /// the change the finding.
  private var finding: String? {
    guard !scene.isShift, order.blocCount > 1 else { return nil }
    var inside: [Sign: Int] = [:]
    var all: [Sign: Int] = [:]
    for cell in cells {
      let blocs = [cell.source, cell.target].map { order.rows[rowOf[$0]].bloc }
      for side in cell.sides {
        all[side.sign, default: 0] += 1
        if blocs[0] == blocs[1] { inside[side.sign, default: 0] += 1 }
      }
    }
    var parts: [String] = []
    if let hostile = all[.hostile] {
      parts.append("\(hostile - (inside[.hostile] ?? 0)) of \(hostile) hostile ties lie between")
    }
    if let cooperative = all[.cooperative] {
      let within = inside[.cooperative] ?? 0
      parts.append("\(within) of \(cooperative) cooperative ones inside")
    }
    guard parts.count == 2 else { return nil }
    return "\(order.blocCount) blocs: \(parts.joined(separator: " them, "))"
  }

  /// What a reader is told about a cell: the values of each date, and the claims behind them.
  private func title(of cell: MatrixCell) -> String {
    let names = [cell.source, cell.target].map {
      ReadingDirection.inLineFromLeft(scene.members[$0].name)
    }
    var parts: [String] = []
    for snapshot in snapshots {
      let tie = tie(of: cell, in: snapshot)
      let (tension, accord) = (tie?.tension ?? 0, tie?.accord ?? 0)
      let values = [tension, accord, accord - tension].map { Numerals.decimal($0, places: 2) }
      parts.append(
        "\(Words.english.date(snapshot.window)): tension \(values[0]), accord \(values[1]), "
          + "net \(values[2]).")
    }
    let claims = claims(of: cell)
    let ids = claims.prefix(8).map { snapshots[0].project.claims[$0].id }
    let more = claims.count > 8 ? " and \(claims.count - 8) more" : ""
    return "\(names[0]) \u{2192} \(names[1]). \(parts.joined(separator: " ")) "
      + "\(Numerals.count(claims.count, "claim")), the weightiest first: "
      + "\(ids.joined(separator: ", "))\(more)."
  }

  private func link(of cell: MatrixCell) -> String? {
    let project = snapshots[0].project
    return claims(of: cell).lazy.compactMap { claim in
      project.link(of: project.claims[claim])
    }.first
  }

  /// The claims behind a cell, what weighs most on the last date first.
  private func claims(of cell: MatrixCell) -> [Int] {
    var seen = Set<Int>()
    var result: [Int] = []
    for snapshot in snapshots.reversed() {
      guard let tie = tie(of: cell, in: snapshot) else { continue }
      let parts = snapshot.contributions(to: tie).sorted {
        (abs($1.net), $0.claim) < (abs($0.net), $1.claim)
      }
      for part in parts where seen.insert(part.claim).inserted { result.append(part.claim) }
    }
    return result
  }

  private func tie(of cell: MatrixCell, in snapshot: Snapshot) -> Tie? {
    let ends = [cell.source, cell.target].map { Int32(scene.members[$0].actor) }
    return snapshot.tie(from: ends[0], to: ends[1])
  }

  /// What the legend has to explain.
  var usage: MatrixLegend.Usage {
    let sides = cells.flatMap(\.sides)
    return MatrixLegend.Usage(
      signs: Sign.allCases.filter { sign in sides.contains { $0.sign == sign } },
      isShift: scene.isShift, isMixed: sides.contains(where: \.isMixed),
      dates: windows.map(Words.english.date), cell: layout.cell,
      bases: layout.cell >= 12 ? Set(cells.map(\.basis)).subtracting([.stated]).sorted() : [],
      hasUndecided: order.rows.contains { isUndecided[$0.member] }, omitted: scene.omitted,
      withoutSpot: max(0, cells.count - Self.mostSpots), fullScale: painter.fullScale,
      ramp: ramp, palette: palette)
  }
}

extension Project {
  /// Where a claim's source can be read, if that is an address that may stand in a picture.
  func link(of claim: Claim) -> String? {
    guard let index = sourceIndex[claim.source], let url = sources[index].url,
      (try? DOTText.link(url)) != nil
    else { return nil }
    return url
  }
}
