import EntenteCore
import Graphviz

extension Diagram {
  /// How it got here: the ties of several dates, side by side.
  ///
  /// All panels stand on one layout, made from the ties of all dates together, so that no actor
  /// moves from one panel to the next. An actor without a tie at a date is grey and dashed there.
  /// Widths have one scale. Each panel says what changed most since the one before.
  ///
  /// - Parameters:
  ///   - snapshots: The dates, of the same evidence, in the order of the panels. Three to six read
  ///     well; at least one is needed.
  ///   - options: What the drawing says and how. Labels are per panel, eight at most.
  /// - Returns: The drawing.
  /// - Throws: ``GraphvizError`` where more than sixty actors are to be placed and Graphviz can't be
  ///   used.
  public static func multiples(
    _ snapshots: [Snapshot], _ options: DiagramOptions = DiagramOptions()
  ) throws(GraphvizError) -> Drawing {
    precondition(!snapshots.isEmpty, "multiples need a date")
    let last = snapshots[snapshots.count - 1]
    return try Multiples(snapshots, last, options).drawing()
  }
}

/// Panels of several dates on one sheet.
private struct Multiples {
  let snapshots: [Snapshot]
  let last: Snapshot
  let union: Scene
  let options: DiagramOptions
  let panels: [DrawingBuilder]

  private static let gap = 22.0
  private static let header = 34.0

  init(_ snapshots: [Snapshot], _ last: Snapshot, _ options: DiagramOptions) {
    var options = options
    options.isCompact = true
    options.labels = min(options.labels, 8)
    let union = Scene(union: snapshots, options)
    options.fullScale = options.fullScale ?? DrawingBuilder.fullScale(of: union)
    self.snapshots = snapshots
    self.last = last
    self.union = union
    self.options = options
    panels = snapshots.map { snapshot in
      let scene = union.panel(of: snapshot, options)
      return DrawingBuilder(scene, options) { places in
        Caption(
          scene, snapshot.evidence, windows: [snapshot.window], claims: snapshot.activeClaims,
          sources: snapshot.activeSources, options: options, places: places)
      }
    }
  }

  func drawing() throws(GraphvizError) -> Drawing {
    let positions = try positions()
    let contents = panels.map { $0.content(at: positions) }
    let frame = contents.map(\.extent).dropFirst().reduce(contents[0].extent) { $0.union($1) }
    let columns = columns(frame)
    let rows = (panels.count + columns - 1) / columns
    let (stepX, stepY) = (frame.width + Self.gap, frame.height + Self.header + Self.gap)
    let sheet = Box(
      center: Point(0, 0), width: Double(columns) * stepX - Self.gap,
      height: Double(rows) * stepY - Self.gap)
    let findings = PanelFindings(panels, union, options)
    let changes = findings.steps
    let caption = Caption(
      multiples: panels.map(\.caption), snapshots, finding: findings.whole, changes: changes,
      union, options)
    // Where the last row has a place to spare, the legend goes there.
    let spare = columns * rows - panels.count
    let isRightToLeft = panels[0].words.isRightToLeft
    let corner = Box(
      center: Point(
        isRightToLeft ? sheet.minX + frame.width / 2 : sheet.maxX - frame.width / 2,
        sheet.minY + (frame.height + Self.header) / 2 - 4),
      width: frame.width, height: frame.height + Self.header - 16)
    let page = Page(
      content: sheet, scene: legend(), caption: caption, options: options,
      palette: panels[0].palette, fullScale: panels[0].fullScale, width: panels[0].width,
      corner: spare > 0 ? corner : nil)
    var parts = DrawnParts()
    for (index, content) in contents.enumerated() {
      // Time runs as the language does.
      let column = isRightToLeft ? columns - 1 - index % columns : index % columns
      let corner = Point(
        sheet.minX + Double(column) * stepX,
        sheet.maxY - Double(index / columns) * stepY)
      let shift =
        page.shift + Point(corner.x - frame.minX, corner.y - Self.header - frame.maxY)
      parts.add(panels[index], content, shift, prefix: "\(index + 1) ")
      parts.texts += heading(index, changes[index], at: corner + page.shift, width: frame.width)
    }
    return parts.drawing("multiples", on: page, caption, options, last.window.last)
  }

  /// The layout of all dates together, in the width of a column of panels.
  private func positions() throws(GraphvizError) -> [Point] {
    var narrow = options
    let wanted =
      panels.count == 1 || options.size.isNarrow
      ? 1.0 : panels.count == 2 || panels.count == 4 ? 2 : 3
    narrow.width = max(200, (options.width - 24 - (wanted - 1) * Self.gap) / wanted + 24)
    let (scene, options) = (union, options)
    let builder = DrawingBuilder(union, narrow) { places in
      Caption(
        scene, last.evidence, windows: [last.window], claims: 0, sources: 0, options: options,
        places: places)
    }
    let drawing = try Diagram.best(
      union, builder, narrow, view: "multiples", day: last.window.last)
    return drawing.nodes.map { $0.box.center - drawing.origin }
  }

  /// As many columns as bring the sheet nearest to the shape that its size asks for.
  private func columns(_ frame: Box) -> Int {
    var best = (miss: Double.infinity, columns: 1)
    for columns in 1...panels.count {
      let rows = (panels.count + columns - 1) / columns
      let width = Double(columns) * (frame.width + Self.gap)
      let ratio = width / (Double(rows) * (frame.height + Self.header + Self.gap))
      let empty = Double(columns * rows - panels.count)
      let excess = max(0, width - max(options.width, frame.width) * 1.02) / options.width
      let shape = options.size.shape
      let miss = (ratio > shape ? ratio / shape : shape / ratio) + 0.8 * empty + excess
      if miss < best.miss - 1e-9 { best = (miss, columns) }
    }
    return best.columns
  }

  /// The union's actors with the strands of all panels, for the legend.
  private func legend() -> Scene {
    var scene = union
    scene.strands = panels.flatMap(\.scene.strands)
    scene.omitted = panels.map(\.scene.omitted).max() ?? 0
    for index in scene.members.indices
    where panels.contains(where: { $0.scene.members[index].state == .absent }) {
      scene.members[index].state = .absent
    }
    return scene
  }

  private func heading(
    _ index: Int, _ change: String, at corner: Point, width: Double
  ) -> [Drawing.Text] {
    let palette = panels[0].palette
    var y = corner.y - 7
    func text(_ text: String, _ size: Double, _ isBold: Bool, _ color: String) -> Drawing.Text {
      let wanted = TextMeasure.width(text, size: size, isBold: isBold) * 1.04 + 4
      let room = min(wanted, width + Self.gap - 6)
      let x = panels[index].words.isRightToLeft ? corner.x + width - room / 2 : corner.x + room / 2
      return Drawing.Text(
        role: .panel, text: text, size: size, isBold: isBold, color: color,
        box: Box(center: Point(x, y), width: room, height: size * 1.3))
    }
    var texts = [text(panels[index].words.date(snapshots[index].window), 11, true, palette.ink)]
    y -= 12
    let lines = TextMeasure.wrapped(
      change, width: width, size: Metrics.source, atMost: 2)
    for line in lines {
      texts.append(text(line, Metrics.source, false, palette.secondary))
      y -= 10
    }
    return texts
  }
}
