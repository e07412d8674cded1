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
    let caption = Caption(
      multiples: panels.map(\.scene), panels.map(\.caption), snapshots, changes: changes(),
      union, options)
    let page = Page(
      content: sheet, scene: legend(), caption: caption, options: options,
      palette: panels[0].palette, fullScale: panels[0].fullScale, width: panels[0].width)
    var parts = DrawnParts()
    for (index, content) in contents.enumerated() {
      let corner = Point(
        sheet.minX + Double(index % columns) * stepX,
        sheet.maxY - Double(index / columns) * stepY)
      let shift =
        page.shift + Point(corner.x - frame.minX, corner.y - Self.header - frame.maxY)
      parts.add(panels[index], content, shift, prefix: "\(index + 1) ")
      parts.texts += heading(index, at: corner + page.shift, width: frame.width)
    }
    return parts.drawing("multiples", on: page, caption, options, last.window.last)
  }

  /// The layout of all dates together, in the width of a column of panels.
  private func positions() throws(GraphvizError) -> [Point] {
    var narrow = options
    let wanted = panels.count == 1 ? 1.0 : panels.count == 2 || panels.count == 4 ? 2 : 3
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

  /// As many columns as bring the sheet nearest to the shape of a page across.
  private func columns(_ frame: Box) -> Int {
    var best = (miss: Double.infinity, columns: 1)
    for columns in 1...panels.count {
      let rows = (panels.count + columns - 1) / columns
      let width = Double(columns) * (frame.width + Self.gap)
      let ratio = width / (Double(rows) * (frame.height + Self.header + Self.gap))
      let empty = Double(columns * rows - panels.count)
      let excess = max(0, width - max(options.width, frame.width) * 1.02) / options.width
      let miss = (ratio > 1.3 ? ratio / 1.3 : 1.3 / ratio) + 0.8 * empty + excess
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

  /// What changed most since the panel before; the first says what is strongest.
  private func changes() -> [String] {
    struct Key: Hashable {
      var source: Int
      var target: Int
      var sign: Sign
    }
    let names = union.members.map(\.name)
    func intensities(_ scene: Scene) -> [Key: Double] {
      var result: [Key: Double] = [:]
      for strand in scene.strands {
        result[Key(source: strand.source, target: strand.target, sign: strand.sign)] = strand.now
        guard strand.isMutual else { continue }
        result[Key(source: strand.target, target: strand.source, sign: strand.sign)] = strand.now
      }
      return result
    }
    var before: [Key: Double]?
    return panels.map { panel in
      let now = intensities(panel.scene)
      defer { before = now }
      let keys = Set(now.keys).union((before ?? [:]).keys).sorted {
        ($0.source, $0.target, $0.sign) < ($1.source, $1.target, $1.sign)
      }
      var largest: (change: Double, strand: Scene.Strand)?
      for key in keys {
        let (was, value) = (before.map { $0[key] ?? 0 }, now[key] ?? 0)
        let change = abs(value - (was ?? 0))
        guard change > largest?.change ?? 0 else { continue }
        largest = (
          change,
          Scene.Strand(
            source: key.source, target: key.target, sign: key.sign, before: was, now: value,
            basis: .stated, claims: 0, change: Self.change(was, value, options.minimum))
        )
      }
      guard let largest else { return before == nil ? "no ties" : "no change" }
      return Caption.headline(largest.strand, names, panel.places)
    }
  }

  private static func change(_ was: Double?, _ now: Double, _ minimum: Double) -> Scene.Change {
    guard let was else { return .none }
    if was < minimum { return .born }
    if now < minimum { return .gone }
    return now > was ? .grew : now < was ? .shrank : .steady
  }

  private func heading(_ index: Int, at corner: Point, width: Double) -> [Drawing.Text] {
    let palette = panels[0].palette
    var y = corner.y - 7
    func text(_ text: String, _ size: Double, _ isBold: Bool, _ color: String) -> Drawing.Text {
      let wanted = TextMeasure.width(text, size: size, isBold: isBold) * 1.04 + 4
      return Drawing.Text(
        role: .panel, text: text, size: size, isBold: isBold, color: color,
        box: Box(
          center: Point(corner.x + min(wanted, width + Self.gap - 6) / 2, y),
          width: min(wanted, width + Self.gap - 6), height: size * 1.3))
    }
    var texts = [text(panels[index].words.date(snapshots[index].window), 11, true, palette.ink)]
    y -= 12
    let lines = TextMeasure.wrapped(changes()[index], width: width, size: Metrics.source)
    for line in lines.prefix(2) {
      texts.append(text(line, Metrics.source, false, palette.secondary))
      y -= 10
    }
    return texts
  }
}

extension Caption {
  /// The words around several panels.
  fileprivate init(
    multiples scenes: [Scene], _ captions: [Caption], _ snapshots: [Snapshot],
    changes: [String], _ union: Scene, _ options: DiagramOptions
  ) {
    let words = Words.of(options.language)
    let dates = snapshots.map { words.date($0.window) }
    let evidence = snapshots[0].evidence
    let whole = "\(dates.count) dates from \(dates[0]) to \(dates[dates.count - 1])"
    switch options.title {
    case .text(let text): title = text
    // What happened between the first and the last, told by the largest step.
    case .automatic, .none: title = captions[captions.count - 1].title
    }
    subtitle = Self.subtitle(union, evidence, [whole], options.blocs)
    let claims = Set(snapshots.flatMap { $0.contributions.map(\.claim) })
    let sources = Set(claims.map { evidence.project.claims[$0].source })
    source =
      options.sourceLine
      ?? Self.sourceLine(evidence.project, claims: claims.count, sources: sources.count)
    let only = evidence.project.sources
    sourceLink = only.count == 1 ? only[0].url : nil
    let steps = zip(dates, changes).map { "\($0): \($1)." }
    description =
      (["Panels of \(whole): \(Numerals.count(union.members.count, "actor"))."] + steps)
      .joined(separator: " ")
    ties = zip(dates, captions).flatMap { date, caption in caption.ties.map { "\(date): \($0)" } }
    strandDescriptions = captions.flatMap(\.strandDescriptions)
  }
}
