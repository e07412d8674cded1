import EntenteCore

/// Tension and accord over time: a panel for each series, with what happened above and in a key
/// below.
struct TimelineChart {
  let series: [Series]
  let evidence: Evidence
  let step: Step
  let options: DiagramOptions
  let palette: Palette
  let axis: DateAxis
  let scale: TimelineScale
  let pins: [TimelinePin]
  let days: Window

  /// The width of the sheet without its margins.
  static func room(_ options: DiagramOptions) -> Double {
    max(options.width, options.size.isNarrow ? 320 : 400) - 24
  }

  static let left = 34.0
  static let right = 72.0
  static let panelHeight = 118.0
  static let pinSize = 13.0

  init(_ series: [Series], in evidence: Evidence, every step: Step, _ options: DiagramOptions) {
    self.series = series
    self.evidence = evidence
    self.step = step
    self.options = options
    palette = Palette.of(options.theme)
    let windows = series.first?.points.map(\.window) ?? []
    let first = windows.first?.first ?? CalendarDate(dayNumber: 0)
    let last = windows.last?.last ?? first
    days = Window(first, last) ?? Window(first)
    let room = Self.room(options)
    axis = DateAxis(first, last, left: Self.left, width: room - Self.left - Self.right)
    let points = series.flatMap(\.points)
    func peak(
      _ value: KeyPath<Series.Point, Double>, _ interval: KeyPath<Series.Point, Bootstrap.Outcome>
    )
      -> Double
    {
      points.map { max($0[keyPath: value], $0[keyPath: interval].interval?.upper ?? 0) }.max() ?? 0
    }
    scale = TimelineScale(
      tension: peak(\.tension, \.tensionInterval), accord: peak(\.accord, \.accordInterval),
      height: Self.panelHeight)
    pins = TimelinePin.chosen(
      from: series.map(\.subject), in: evidence, within: days, most: options.pins)
  }

  func chart() -> Chart {
    var canvas = Canvas(palette)
    // Panels from above to below, the lowest on the axis; y = 0 is the upper edge of the first.
    let pitch = Self.panelHeight + 44
    let bottom = -Double(series.count - 1) * pitch - Self.panelHeight
    let places = Spread.places(
      pins.map { axis.x($0.day) }, gap: Self.pinSize + 2.5,
      within: (axis.left + 2)...(axis.left + axis.width - 2))
    drawGuides(places, to: bottom, on: &canvas)
    for index in series.indices {
      let top = -Double(index) * pitch
      drawPanel(series[index], base: top - Self.panelHeight, on: &canvas)
    }
    drawPins(places, on: &canvas)
    drawAxis(y: bottom - 15, on: &canvas)
    TimelineKey(self).draw(below: bottom - 44, width: Self.room(options), on: &canvas)
    return canvas.chart(
      view: "timeline", caption: caption, legend: legend, options, day: days.last)
  }

  // MARK: Pins

  /// The height of the middle of the pins above the first panel, whose name stands in between.
  private var pinHeight: Double { 39 }

  private func drawGuides(_ places: [Double], to bottom: Double, on canvas: inout Canvas) {
    for (pin, place) in zip(pins, places) {
      let x = axis.x(pin.day)
      canvas.line(
        .pin,
        [Point(place, pinHeight), Point(place, pinHeight - 9), Point(x, 19), Point(x, bottom)],
        palette.line, width: 0.6, dash: .dotted)
    }
  }

  private func drawPins(_ places: [Double], on canvas: inout Canvas) {
    for (index, (pin, place)) in zip(pins, places).enumerated() {
      drawPin(index, at: Point(place, pinHeight), on: &canvas)
      canvas.spot(
        "pin",
        Box(center: Point(place, pinHeight), width: Self.pinSize, height: Self.pinSize),
        TimelineKey.sentence(pin, evidence, series), link: link(of: pin))
    }
  }

  /// A full disc is hostile, a ring cooperative.
  func drawPin(_ index: Int, at place: Point, on canvas: inout Canvas) {
    let pin = pins[index]
    let isHostile = pin.sign == .hostile
    canvas.ellipse(
      .pin, place, Self.pinSize, fill: isHostile ? palette.hostileText : palette.ground,
      stroke: isHostile ? palette.hostileText : palette.cooperativeText, width: 1.2)
    canvas.text(
      .pin, String(index + 1), place, .center, size: 7.5, isBold: true,
      color: isHostile ? palette.ground : palette.cooperativeText)
  }

  func link(of pin: TimelinePin) -> String? {
    pin.claims.lazy.compactMap { evidence.project.link(of: evidence.project.claims[$0]) }.first
  }

  // MARK: Panels

  private func drawPanel(_ series: Series, base: Double, on canvas: inout Canvas) {
    let (left, right) = (axis.left, axis.left + axis.width)
    // The dotted lines of pins end where the name stands.
    let name = TextMeasure.cut(
      name(of: series.subject), to: right + Self.right - 12, size: 11, isBold: true)
    let nameBox = Box(
      center: Point(
        TextMeasure.width(name, size: 11, isBold: true) / 2 + 3, base + Self.panelHeight + 11),
      width: TextMeasure.width(name, size: 11, isBold: true) + 8, height: 13)
    canvas.area(.grid, nameBox.corners, fill: palette.ground)
    canvas.text(
      .row, name, Point(0, base + Self.panelHeight + 11), size: 11,
      isBold: true, color: palette.ink)
    for tick in axis.ticks {
      let x = axis.x(tick.day)
      canvas.line(
        .grid, [Point(x, base), Point(x, base + Self.panelHeight)], palette.rule, width: 0.4)
    }
    for value in scale.ticks {
      let y = base + scale.y(value)
      canvas.line(
        .grid, [Point(left, y), Point(right, y)], value == 0 ? palette.outline : palette.rule,
        width: value == 0 ? 0.9 : 0.5)
      canvas.text(
        .axis, scale.label(value), Point(left - 5, y), .right, size: 8.5, color: palette.secondary)
    }
    for sign in Sign.allCases { drawRibbon(series, sign, base, on: &canvas) }
    for sign in Sign.allCases { drawSteps(series, sign, base, on: &canvas) }
    drawEnds(series, base, on: &canvas)
    drawRug(series.subject, y: base - 6.5, on: &canvas)
  }

  private func value(_ point: Series.Point, _ sign: Sign) -> Double {
    sign == .hostile ? -point.tension : point.accord
  }

  /// Neighbouring periods in which there is something, with the left and the right end of each.
  private func runs(
    _ series: Series, where holds: (Series.Point) -> Bool
  ) -> [[(point: Series.Point, from: Double, to: Double)]] {
    var runs: [[(point: Series.Point, from: Double, to: Double)]] = [[]]
    for point in series.points {
      guard point.ties > 0, holds(point) else {
        if !runs[runs.count - 1].isEmpty { runs.append([]) }
        continue
      }
      runs[runs.count - 1].append(
        (point, axis.x(point.window.first), axis.x(point.window.last.advanced(byDays: 1))))
    }
    return runs.filter { !$0.isEmpty }
  }

  private func drawSteps(
    _ series: Series, _ sign: Sign, _ base: Double, on canvas: inout Canvas
  ) {
    guard series.points.contains(where: { value($0, sign) != 0 }) else { return }
    for run in runs(series, where: { _ in true }) {
      let points = run.flatMap { entry in
        let y = base + scale.y(value(entry.point, sign))
        return [Point(entry.from, y), Point(entry.to, y)]
      }
      canvas.line(.step, Self.withoutRepeats(points), palette.color(sign), width: 1.9)
    }
  }

  private func drawRibbon(
    _ series: Series, _ sign: Sign, _ base: Double, on canvas: inout Canvas
  ) {
    func interval(_ point: Series.Point) -> Bootstrap.Interval? {
      sign == .hostile ? point.tensionInterval.interval : point.accordInterval.interval
    }
    let side = sign == .hostile ? -1.0 : 1
    for run in runs(series, where: { interval($0) != nil }) {
      var upper: [Point] = []
      var lower: [Point] = []
      for entry in run {
        guard let bounds = interval(entry.point) else { continue }
        for x in [entry.from, entry.to] {
          upper.append(Point(x, base + scale.y(side * bounds.upper)))
          lower.append(Point(x, base + scale.y(side * bounds.lower)))
        }
      }
      canvas.area(
        .ribbon, Self.withoutRepeats(upper) + Self.withoutRepeats(lower).reversed(),
        fill: palette.color(sign) + "38")
    }
  }

  /// Leaves out what lies between two points on one height.
  private static func withoutRepeats(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    for point in points {
      if let last = result.last, last == point { continue }
      if result.count > 1, result[result.count - 1].y == point.y,
        result[result.count - 2].y == point.y
      {
        result.removeLast()
      }
      result.append(point)
    }
    return result
  }

  /// What the lines are, and where they end.
  private func drawEnds(_ series: Series, _ base: Double, on canvas: inout Canvas) {
    guard let last = series.points.last, last.ties > 0 else { return }
    let right = axis.left + axis.width + 6
    let signs = [Sign.hostile, .cooperative].filter { sign in
      series.points.contains { value($0, sign) != 0 }
    }
    let heights = signs.map { base + scale.y(value(last, $0)) }
    let range = (base + 4)...max(base + 4, base + Self.panelHeight - 4)
    for (sign, y) in zip(signs, Spread.places(heights, gap: 11, within: range)) {
      let word = sign == .hostile ? "tension" : "accord"
      let amount = Numerals.signed(abs(value(last, sign)), sign, places: 2)
      canvas.text(
        .row, "\(word) \(amount)", Point(right, y), size: 9, isBold: true,
        color: palette.text(sign))
    }
  }

  /// A stroke for the day of every claim, above the line where it is cooperative; a bar where it
  /// lasts.
  private func drawRug(_ subject: Series.Subject, y: Double, on canvas: inout Canvas) {
    for mention in evidence.mentions(of: subject) {
      let claim = evidence.project.claims[mention.claim]
      let interval = claim.when.interval
      guard claim.score != 0, interval.first ?? days.first <= days.last,
        interval.last ?? days.last >= days.first
      else { continue }
      let sign: Sign = claim.score < 0 ? .hostile : .cooperative
      let up = sign == .hostile ? -1.0 : 1
      let from = axis.x(max(interval.first ?? days.first, days.first))
      let to = axis.x(min(interval.last ?? days.last, days.last).advanced(byDays: 1))
      let color = palette.color(sign)
      if let first = interval.first, first >= days.first {
        canvas.line(
          .rug, [Point(from, y + up * 0.6), Point(from, y + up * 4.6)], color, width: 0.9)
      }
      if interval.first != interval.last {
        canvas.line(
          .rug, [Point(from, y + up * 0.9), Point(to, y + up * 0.9)], color, width: 0.7)
      }
    }
    canvas.text(
      .axis, "claims", Point(axis.left - 5, y), .right, size: 7.5, color: palette.faint)
  }

  private func drawAxis(y: Double, on canvas: inout Canvas) {
    canvas.line(
      .grid, [Point(axis.left, y), Point(axis.left + axis.width, y)], palette.outline, width: 0.9)
    for tick in axis.ticks {
      let x = axis.x(tick.day)
      canvas.line(.grid, [Point(x, y), Point(x, y - 3.5)], palette.outline, width: 0.9)
      canvas.text(
        .axis, tick.label, Point(x, y - 9.5), .center, size: DateAxis.labelSize,
        color: palette.secondary)
      if let year = tick.year {
        canvas.text(
          .axis, year, Point(x, y - 19.5), .center, size: DateAxis.labelSize, isBold: true,
          color: palette.secondary)
      }
    }
  }

  func name(of subject: Series.Subject) -> String {
    func name(_ actor: Int32) -> String {
      ReadingDirection.inLineFromLeft(
        evidence.project.actors[Int(actor)].shownName(in: options.language))
    }
    return switch subject {
    case .tie(let source, let target): "\(name(source)) \u{2192} \(name(target))"
    case .outgoing(let actor): "\(name(actor)) \u{2192} all others"
    case .incoming(let actor): "all others \u{2192} \(name(actor))"
    case .system: "all ties"
    }
  }
}
