import EntenteCore

/// What a chart draws, in points, y upwards, around any origin.
struct Canvas {
  let palette: Palette
  private(set) var marks: [Chart.Mark] = []
  private(set) var texts: [Drawing.Text] = []
  private(set) var spots: [Chart.Spot] = []

  init(_ palette: Palette) { self.palette = palette }

  mutating func line(
    _ role: Chart.Mark.Role, _ points: [Point], _ color: String, width: Double = 1,
    dash: Drawing.Sample.Dash = .solid
  ) {
    marks.append(
      Chart.Mark(role: role, shape: .line(points), stroke: color, width: width, dash: dash))
  }

  mutating func area(
    _ role: Chart.Mark.Role, _ points: [Point], fill: String?, stroke: String? = nil,
    width: Double = 1, dash: Drawing.Sample.Dash = .solid
  ) {
    marks.append(
      Chart.Mark(
        role: role, shape: .polygon(points), fill: fill, stroke: stroke, width: width, dash: dash))
  }

  mutating func ellipse(
    _ role: Chart.Mark.Role, _ center: Point, _ diameter: Double, fill: String?,
    stroke: String? = nil, width: Double = 1
  ) {
    let box = Box(center: center, width: diameter, height: diameter)
    marks.append(
      Chart.Mark(role: role, shape: .ellipse(box), fill: fill, stroke: stroke, width: width))
  }

  mutating func add(_ mark: Chart.Mark) { marks.append(mark) }

  mutating func spot(_ role: String, _ box: Box, _ title: String, link: String? = nil) {
    spots.append(Chart.Spot(role: role, box: box, title: title, link: link))
  }

  /// A text at a point, which is the left end, the middle or the right end of its line.
  mutating func text(
    _ role: Drawing.Text.Role, _ text: String, _ at: Point,
    _ alignment: Drawing.Text.Alignment = .left, size: Double, isBold: Bool = false, color: String
  ) {
    guard !text.isEmpty else { return }
    // Room to spare, so that a font that runs a little wider still fits.
    let slack = alignment == .center ? 2.0 : 4
    let wanted = TextMeasure.width(text, size: size, isBold: isBold) * 1.03 + slack
    // Graphviz aligns texts in whole points.
    let width = alignment == .center ? wanted : wanted.rounded(.up)
    let x =
      switch alignment {
      case .left: at.x + width / 2
      case .center: at.x
      case .right: at.x - width / 2
      }
    texts.append(
      Drawing.Text(
        role: role, text: text, size: size, isBold: isBold, color: color,
        box: Box(center: Point(x, at.y), width: width, height: size * 1.25),
        alignment: alignment))
  }

  /// What holds everything.
  var extent: Box {
    let points =
      marks.flatMap(\.points) + texts.flatMap(\.box.corners) + spots.flatMap(\.box.corners)
    return points.isEmpty
      ? Box(center: Point(0, 0), width: 0, height: 0) : Box(around: points)
  }

  /// The canvas on its sheet, whose words are English; names may be in another language.
  func chart(
    view: String, caption: Caption, legend: [Legend.Entry], _ options: DiagramOptions,
    day: CalendarDate
  ) -> Chart {
    let page = Page(
      content: extent, legend: legend, caption: caption, options: options.inEnglish,
      palette: palette)
    var rule: [Chart.Mark] = []
    if let height = page.rule {
      rule.append(
        Chart.Mark(
          role: .grid, shape: .line([Point(12, height), Point(page.width - 12, height)]),
          stroke: palette.rule))
    }
    return Chart(
      view: view, width: page.width, height: page.height,
      scale: options.size.frame.map { min($0.width / page.width, $0.height / page.height) } ?? 1,
      marks: marks.map { $0.moved(page.shift) } + rule + page.marks,
      texts: page.texts
        + texts.map {
          Drawing.Text(
            role: $0.role, text: $0.text, size: $0.size, isBold: $0.isBold, color: $0.color,
            box: $0.box.moved(page.shift), alignment: $0.alignment)
        },
      spots: spots.map {
        Chart.Spot(
          role: $0.role, box: $0.box.moved(page.shift), title: $0.title, link: $0.link)
      }, title: caption.title, subtitle: caption.subtitle, language: "en",
      description: caption.description, textAlternative: caption.ties, theme: options.theme,
      day: day)
  }
}
