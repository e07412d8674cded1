import EntenteCore

/// The numbered key of a timeline: when, who, what a claim says, and where.
struct TimelineKey {
  private let chart: TimelineChart

  private static let size = 8.5
  private static let line = 10.8

  init(_ chart: TimelineChart) { self.chart = chart }

  private struct Entry {
    var index: Int
    var date: String
    var head: String
    var lines: [(text: String, color: String)]

    var height: Double { Double(lines.count + 1) * TimelineKey.line + 6 }
  }

  /// In two columns where there is room, filled one after the other.
  func draw(below top: Double, width: Double, on canvas: inout Canvas) {
    guard !chart.pins.isEmpty else { return }
    let columns = width >= 560 ? 2 : 1
    let gap = 22.0
    let columnWidth = (width - gap * Double(columns - 1)) / Double(columns)
    let entries = chart.pins.indices.map { entry($0, width: columnWidth - 20) }
    let total = entries.reduce(0) { $0 + $1.height }
    var (column, y, filled) = (0, top, 0.0)
    for entry in entries {
      // Half of an entry may hang over, so that the columns come out about as long.
      if column + 1 < columns,
        filled + entry.height / 2 > total * Double(column + 1) / Double(columns)
      {
        column += 1
        y = top
      }
      draw(entry, at: Point(Double(column) * (columnWidth + gap), y), on: &canvas)
      y -= entry.height
      filled += entry.height
    }
  }

  private func draw(_ entry: Entry, at place: Point, on canvas: inout Canvas) {
    let palette = chart.palette
    let left = place.x + 20
    var y = place.y - Self.line / 2
    chart.drawPin(entry.index, at: Point(place.x + 7, y), on: &canvas)
    canvas.text(
      .key, entry.date, Point(left, y), size: Self.size, isBold: true, color: palette.ink)
    let dateWidth = TextMeasure.width(entry.date, size: Self.size, isBold: true)
    canvas.text(
      .key, entry.head, Point(left + dateWidth * 1.03 + 10, y), size: Self.size,
      color: palette.secondary)
    for line in entry.lines {
      y -= Self.line
      canvas.text(.key, line.text, Point(left, y), size: Self.size, color: line.color)
    }
  }

  private func entry(_ index: Int, width: Double) -> Entry {
    let pin = chart.pins[index]
    let project = chart.evidence.project
    let claim = project.claims[pin.claims[0]]
    let date = Self.date(claim.when)
    let score = Numerals.signed(abs(claim.score), pin.sign, places: 1)
    let dateWidth = TextMeasure.width(date, size: Self.size, isBold: true)
    let ends = chart.name(of: chart.series[pin.series].subject)
    let suffix = ", \(score)"
    let room =
      width - dateWidth * 1.03 - 16 - TextMeasure.width(suffix, size: Self.size)
    let head = TextMeasure.cut(ends, to: room, size: Self.size, isBold: false) + suffix
    // A little less than there is, because a font may run wider.
    let limit = width * 0.96
    func wrapped(_ text: String, _ most: Int) -> [String] {
      var lines = TextMeasure.wrapped(text, width: limit, size: Self.size)
      if lines.count > most {
        lines = Array(lines[..<(most - 1)]) + [lines[(most - 1)...].joined(separator: " ")]
      }
      return lines.map { TextMeasure.cut($0, to: limit, size: Self.size, isBold: false) }
    }
    let palette = chart.palette
    return Entry(
      index: index, date: date, head: head,
      lines: wrapped(claim.says, 4).map { ($0, palette.ink) }
        + wrapped(Self.grounds(pin, project), 2).map { ($0, palette.faint) })
  }

  /// The source of the weightiest claim, and how many more there are.
  private static func grounds(_ pin: TimelinePin, _ project: Project) -> String {
    let claim = project.claims[pin.claims[0]]
    let source = project.sources[project.sourceIndex[claim.source] ?? 0]
    var text = source.publisher ?? source.author ?? source.title
    if let published = source.published {
      text += ", " + (published.interval.first.map(Caption.short) ?? published.text)
    }
    var notes = [claim.id]
    if claim.basis != .stated { notes.append(claim.basis.rawValue) }
    if pin.claims.count > 1 {
      notes.append("and \(Numerals.count(pin.claims.count - 1, "more claim"))")
    }
    return "\(text) (\(notes.joined(separator: ", ")))"
  }

  /// A day, or from one to another.
  static func date(_ date: EDTFDate) -> String {
    switch (date.interval.first, date.interval.last) {
    case (let first?, let last?) where first == last: return Caption.short(first)
    case (let first?, let last?):
      let (a, b) = (first.components, last.components)
      if a.year == b.year, a.month == b.month, a.day == 1,
        b.day == CalendarDate.days(inMonth: b.month, ofYear: b.year)
      {
        return "\(Caption.shortMonths[a.month - 1]) \(a.year)"
      }
      if a.year == b.year, a.month == b.month {
        return "\(a.day)\u{2013}\(Caption.short(last))"
      }
      return "\(Caption.short(first)) \u{2013} \(Caption.short(last))"
    case (let first?, nil): return "since \(Caption.short(first))"
    case (nil, let last?): return "until \(Caption.short(last))"
    case (nil, nil): return date.text
    }
  }

  /// What a reader is told about a pin.
  static func sentence(_ pin: TimelinePin, _ evidence: Evidence, _ series: [Series]) -> String {
    let project = evidence.project
    let claim = project.claims[pin.claims[0]]
    let ends = [claim.from, claim.to].map { id in
      project.actorIndex[id].map { project.actors[$0].name } ?? id
    }
    let score = Numerals.signed(abs(claim.score), pin.sign, places: 1)
    return "\(date(claim.when)), \(ends[0]) \u{2192} \(ends[1]), \(score): \(claim.says) "
      + grounds(pin, project) + "."
  }
}
