import EntenteCore

/// The sheet: the drawing in the middle, title and subtitle above, legend and source below.
struct Page {
  private(set) var width: Double
  private(set) var height: Double
  /// From the drawing's own coordinates to those of the sheet.
  private(set) var shift: Point
  private(set) var texts: [Drawing.Text] = []
  private(set) var samples: [Drawing.Sample] = []
  private(set) var rule: Double?
  private(set) var marks: [Chart.Mark] = []

  private static let margin = 12.0
  private static let rowHeight = 16.0

  /// - Parameter corner: A place in the content that is empty, which takes the legend where it fits.
  init(
    content: Box, scene: Scene, caption: Caption, options: DiagramOptions, palette: Palette,
    fullScale: Double, width strokeWidth: (Double) -> Double, corner: Box? = nil
  ) {
    let entries = Legend.entries(
      scene, palette, Words.of(options.language), fullScale: fullScale,
      hasHalo: options.showsUncertainty && scene.strands.contains { $0.margin > 0 },
      width: strokeWidth)
    self.init(
      content: content, legend: entries, caption: caption, options: options, palette: palette,
      corner: corner)
  }

  init(
    content: Box, legend entries: [Legend.Entry], caption: Caption, options: DiagramOptions,
    palette: Palette, corner: Box? = nil
  ) {
    let margin = Self.margin
    let least = min(options.width, options.size == .slide ? 420 : 480)
    // A size of its own is in whole pixels at 96, 144, 192 and 300 of them an inch; otherwise the last
    // column and row of a bitmap are half transparent, a pale line beside a dark ground.
    func whole(_ points: Double) -> Double {
      options.size.frame == nil ? (points / 6).rounded(.up) * 6 : points
    }
    let sheet = whole(max(content.width + 2 * margin, least))
    let room = sheet - 2 * margin
    width = sheet
    shift = Point(0, 0)
    height = 0

    // From below to above, since y leads upwards.
    var y = 8.0
    let source = TextMeasure.wrapped(
      caption.source, width: room, size: Metrics.source, atMost: 4)
    for line in source.reversed() {
      y += Metrics.source * 0.65
      add(.source, line, Metrics.source, false, palette.faint, left: margin, y: y)
      texts[texts.count - 1].link = caption.sourceLink
      y += Metrics.source * 0.65
    }
    let words = Words.of(options.language)
    let inCorner = corner.map { Self.rows(entries, $0.width) } ?? []
    let isInCorner = corner.map { Double(inCorner.count) * Self.rowHeight <= $0.height } ?? false
    if !entries.isEmpty, !isInCorner {
      y += 7
      let rows = Self.rows(entries, room)
      y += Double(rows.count) * Self.rowHeight
      add(rows, left: margin, top: y, palette)
      y += 2
      rule = y
    }
    y += 14
    shift = Point(sheet / 2 - content.center.x, y - content.minY)
    if isInCorner, let corner = corner?.moved(shift) {
      // All that belongs to the sheet is turned round at the end, and the content is not.
      let left = words.isRightToLeft ? sheet - corner.maxX : corner.minX
      add(inCorner, left: left, top: corner.maxY, palette)
    }
    y += content.height + 12
    if options.title != .none, !options.hidesTitle {
      let subtitle = TextMeasure.wrapped(
        caption.subtitle, width: room, size: Metrics.subtitle, atMost: 6)
      for line in subtitle.reversed() {
        y += Metrics.subtitle * 0.7
        add(.subtitle, line, Metrics.subtitle, false, palette.secondary, left: margin, y: y)
        y += Metrics.subtitle * 0.7
      }
      y += 3
      let title = TextMeasure.balanced(
        caption.title, width: room, size: Metrics.title, isBold: true, atMost: 5)
      for line in title.reversed() {
        y += Metrics.title * 0.62
        add(.title, line, Metrics.title, true, palette.ink, left: margin, y: y)
        y += Metrics.title * 0.62
      }
    }
    height = whole(y + 8)
    texts.reverse()
    if words.isRightToLeft {
      texts = texts.map { text in
        Drawing.Text(
          role: text.role, text: text.text, size: text.size, isBold: text.isBold,
          color: text.color, box: mirrored(text.box), alignment: .right, link: text.link)
      }
      samples = samples.map { Drawing.Sample(kind: $0.kind, box: mirrored($0.box)) }
    }
  }

  /// Adds the legend, from above to below as it is read; the texts are turned round at the end.
  private mutating func add(
    _ rows: [[(entry: Legend.Entry, x: Double)]], left: Double, top: Double, _ palette: Palette
  ) {
    var y = top - Double(rows.count) * Self.rowHeight
    for row in rows.reversed() {
      y += 7
      for (entry, x) in row.reversed() {
        if let sample = entry.sample {
          let box = Box(
            center: Point(left + x + Legend.sampleWidth / 2, y), width: Legend.sampleWidth,
            height: 11)
          samples.append(Drawing.Sample(kind: sample, box: box))
        }
        let middle = Point(left + x + entry.marksWidth / 2, y)
        marks += entry.marks.map { $0.moved(middle) }
        add(
          .legend, entry.text, Metrics.legend, false, palette.secondary,
          left: left + x + entry.indent, y: y)
      }
      y += 9
    }
    samples.reverse()
  }

  /// The same box counted from the other side of the sheet.
  private func mirrored(_ box: Box) -> Box {
    Box(center: Point(width - box.center.x, box.center.y), width: box.width, height: box.height)
  }

  private mutating func add(
    _ role: Drawing.Text.Role, _ text: String, _ size: Double, _ isBold: Bool, _ color: String,
    left: Double, y: Double
  ) {
    // Room to spare, so that a font that runs a little wider still fits.
    let wanted = TextMeasure.width(text, size: size, isBold: isBold) * 1.04 + 4
    let width = min(wanted, self.width - left)
    texts.append(
      Drawing.Text(
        role: role, text: text, size: size, isBold: isBold, color: color,
        box: Box(center: Point(left + width / 2, y), width: width, height: size * 1.24)))
  }

  /// Fills rows from left to right.
  private static func rows(
    _ entries: [Legend.Entry], _ room: Double
  ) -> [[(entry: Legend.Entry, x: Double)]] {
    var rows: [[(entry: Legend.Entry, x: Double)]] = [[]]
    var x = 0.0
    for entry in entries {
      let width = entry.indent + TextMeasure.width(entry.text, size: Metrics.legend)
      if x > 0, x + width > room {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append((entry, x))
      x += width + 20
    }
    return rows
  }
}
