import EntenteCore
import EntenteFormats
import Graphviz
import Testing

@testable import EntenteDiagrams

/// Charts of the founding case for all tests.
enum Charts {
  static let matrix = Result { Diagram.matrix(try FoundingCase.shift()) }
  static let states = Result { Diagram.matrix(try FoundingCase.shift(.state)) }
  static let date = Result {
    Diagram.matrix(try FoundingCase.evidence().snapshot(over: FoundingCase.after))
  }
  static let timeline = Result { try timeline() }
  static let ranks = Result { try ranks() }

  static func timeline(
    _ step: Step = .week, _ options: DiagramOptions = DiagramOptions()
  ) throws -> Chart {
    let evidence = try FoundingCase.evidence(.state)
    return Diagram.timeline(try series(step), in: evidence, every: step, options)
  }

  static func series(_ step: Step) throws -> [Series] {
    let evidence = try FoundingCase.evidence(.state)
    let windows = try step.periods(
      from: FoundingCase.day(2024, 12, 1), to: FoundingCase.day(2025, 5, 19))
    return try [(Int32(0), Int32(1)), (1, 0)].map {
      try Series(of: .tie(from: $0.0, to: $0.1), in: evidence, over: windows, intervals: nil)
    }
  }

  static func ranks(_ options: DiagramOptions = DiagramOptions()) throws -> Chart {
    let evidence = try FoundingCase.evidence()
    let days = [(2025, 4, 30), (2025, 5, 8), (2025, 5, 12), (2025, 5, 19)]
    let snapshots = days.map { evidence.snapshot(over: Window(FoundingCase.day($0, $1, $2))) }
    let columns = try snapshots.map {
      try #require(try MeasureCatalog.strength.columns(of: $0.graph).first)
    }
    return Diagram.ranks(columns, of: MeasureCatalog.strength, over: snapshots, options)
  }

  static var all: [Chart] {
    get throws {
      [
        try matrix.get(), try states.get(), try date.get(), try timeline.get(), try ranks.get(),
      ]
    }
  }
}

@Suite struct ChartTests {
  @Test func everythingIsOnTheSheet() throws {
    for chart in try Charts.all {
      let sheet = Box(
        center: Point(chart.width / 2, chart.height / 2), width: chart.width,
        height: chart.height)
      let boxes = chart.texts.map(\.box) + chart.spots.map(\.box)
      for corner in boxes.flatMap(\.corners) + chart.marks.flatMap(\.points) {
        #expect(sheet.expanded(0.5).contains(corner), "\(chart.view)")
      }
      #expect(chart.width <= 760)
    }
  }

  @Test func noTextLiesOnAnother() throws {
    for chart in try Charts.all { expectNoOverlap(chart) }
  }

  @Test func noTextLiesOnAnotherInTheWiderSizes() throws {
    for size in [DiagramOptions.Size.column, .page, .slide] {
      var options = DiagramOptions()
      options.size = size
      expectNoOverlap(Diagram.matrix(try FoundingCase.shift(), options))
      expectNoOverlap(try Charts.timeline(.month, options))
      expectNoOverlap(try Charts.ranks(options))
    }
  }

  @Test func graphvizKeepsEveryPlaceAndHasNothingToComplainAbout() throws {
    for chart in try Charts.all {
      let layout = try Graphviz.layout(try chart.dot(), engine: .nop2)
      let origin = Point(layout.nodes[0].x, layout.nodes[0].y)
      for (index, spot) in chart.spots.enumerated() {
        let placed = try #require(layout.nodes.first { $0.name == "spot \(index)" })
        #expect((Point(placed.x, placed.y) - origin).distance(to: spot.box.center) < 0.2)
      }
      let rendering = try Graphviz.render(try chart.dot(), engine: .nop2, format: .svg)
      #expect(rendering.warnings.isEmpty, "\(chart.view)")
    }
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let (first, second) = (try Charts.timeline(), try Charts.timeline())
    #expect(first == second)
    #expect(try first.svg() == second.svg())
    #expect(try first.pdf() == second.pdf())
    #expect(Diagram.matrix(try FoundingCase.shift()) == (try Charts.matrix.get()))
  }

  @Test func chartsAreWrittenAsRecorded() throws {
    try RecordedDOT.expect(Charts.states.get(), "matrix-between-states")
    try RecordedDOT.expect(Charts.timeline(.month), "timeline-by-month")
    try RecordedDOT.expect(Charts.ranks.get(), "ranks-by-strength")
  }

  @Test func backgroundsHoldNoTextAndNoLineIsTooLongForGraphviz() throws {
    for chart in try Charts.all {
      let dot = try chart.dot()
      #expect(!dot.contains("layout="))
      for line in dot.split(separator: "\n") where line.contains("setlinewidth") {
        #expect(!line.contains(" T "))
        #expect(!line.contains(" F "))
        #expect(line.utf8.count < 16_000)
      }
    }
  }

  @Test func titleSubtitleSourceAndAlternativeAreThere() throws {
    for chart in try Charts.all {
      #expect(chart.texts.contains { $0.role == .title })
      #expect(chart.texts.contains { $0.role == .subtitle && $0.text.contains("between") })
      #expect(chart.texts.contains { $0.role == .source && $0.text.contains("1 source") })
      #expect(chart.texts.contains { $0.role == .legend })
      #expect(!chart.textAlternative.isEmpty)
      let svg = String(decoding: try chart.svg(), as: UTF8.self)
      #expect(svg.contains("role=\"img\""))
      #expect(svg.contains("<desc"))
    }
    var options = DiagramOptions()
    options.title = .none
    #expect(!(try Charts.ranks(options)).texts.contains { $0.role == .title })
  }

  /// An arrow between two names of a script from the right points the way it is meant, and the words
  /// around them are in one language.
  @Test func namesFromTheRightDoNotTurnALineRound() throws {
    var options = DiagramOptions()
    options.language = "he"
    var counted = EvidenceOptions()
    counted.level = .state
    let project = try EveryGraphTests.project(EveryGraphTests.caucasus)
    let evidence = try Evidence(project, counted)
    let shift = Shift(in: evidence, from: FoundingCase.before, to: FoundingCase.after)
    let ends = try ["RU", "AZ"].map { id in
      Int32(try #require(project.actors.firstIndex { $0.id == id }))
    }
    let names = ends.map { project.actors[Int($0)].shownName(in: "he") }
    let series = try Series(
      of: .tie(from: ends[0], to: ends[1]), in: evidence,
      over: Step.month.periods(from: FoundingCase.day(2025, 1, 1), to: FoundingCase.after.last))
    let timeline = Diagram.timeline([series], in: evidence, every: .month, options)
    #expect(names.allSatisfy(ReadingDirection.isRightToLeft))
    let kept = names.map { "\u{200E}\($0)\u{200E}" }
    for chart in [Diagram.matrix(shift, options), timeline] {
      #expect(chart.language == "en")
      #expect(!ReadingDirection.isRightToLeft(chart.title))
      let lines = [chart.title] + chart.textAlternative
      #expect(lines.contains { $0.contains("\(kept[0]) \u{2192} \(kept[1])") })
      #expect(!lines.contains { $0.contains("\(names[0]) \u{2192}") })
      #expect(chart.texts.contains { $0.text.contains(names[0]) })
      let title = try #require(chart.texts.first { $0.role == .title })
      #expect(title.box.minX < 13)
      expectNoOverlap(chart)
    }
  }

  @Test func linksAreInThePDFAsTheyAre() throws {
    let url = "https://example.org/a?b=1&c=2"
    let project = try Project(
      title: "t", sources: [Source(id: "s", title: "s", url: url)],
      layers: [Layer(id: "D", halfLife: 90)],
      actors: ["a", "b"].map { Actor(id: $0, kind: .state, name: $0) },
      claims: [
        Claim(
          id: "1", from: "a", to: "b", layer: "D", when: try EDTFDate("2025-05-09"), score: -5,
          source: "s", says: "x")
      ])
    let chart = Diagram.matrix(
      try Evidence(project).snapshot(over: Window(FoundingCase.day(2025, 5, 9))))
    #expect(chart.spots.map(\.link) == [url])
    let pdf = String(decoding: try chart.pdf().filter { $0 < 0x80 }, as: UTF8.self)
    #expect(pdf.contains("/URI (\(url))"))
    let svg = String(decoding: try chart.svg(), as: UTF8.self)
    #expect(svg.contains("href=\"https://example.org/a?b=1&amp;c=2\""))
  }

  @Test func hostileNamesDoNoHarm() throws {
    let names = ["A & <b>B</b> \\N", "\"]; node [x", "]]>&#1;</title><script>"]
    let project = try Project(
      title: "t",
      sources: [Source(id: "s", title: "s", url: "javascript:alert(1)")],
      layers: [Layer(id: "D", halfLife: 90)],
      actors: names.enumerated().map {
        Actor(id: "spot \($0.offset)", kind: .person, name: $0.element)
      },
      claims: [
        Claim(
          id: "1", from: "spot 0", to: "spot 1", layer: "D", when: try EDTFDate("2025-05-09"),
          score: -5, source: "s", says: "</title><script>alert(1)</script> \\N & co."),
        Claim(
          id: "2", from: "spot 1", to: "spot 2", layer: "D", when: try EDTFDate("2025-05-09"),
          score: 5, source: "s", says: String(repeating: "long ", count: 2000)),
      ])
    let evidence = try Evidence(project)
    let window = Window(FoundingCase.day(2025, 5, 9))
    let snapshot = evidence.snapshot(over: window)
    let series = try Series(
      of: .tie(from: 0, to: 1), in: evidence, over: [window], intervals: nil)
    let column = try #require(try MeasureCatalog.pageRank.columns(of: snapshot.graph).first)
    let charts = [
      Diagram.matrix(snapshot), Diagram.timeline([series], in: evidence, every: .day),
      Diagram.ranks([column], of: MeasureCatalog.pageRank, over: [snapshot]),
    ]
    for chart in charts {
      let svg = String(decoding: try chart.svg(), as: UTF8.self)
      #expect(!svg.contains("<script"))
      #expect(!svg.contains("javascript:"))
      #expect(chart.spots.allSatisfy { $0.link == nil })
      #expect(try chart.png(dpi: 72).count > 500)
    }
    let turned = try Project(
      title: "t", sources: [Source(id: "s", title: "s")], layers: [Layer(id: "D", halfLife: 90)],
      actors: ["A\u{202E}B", "B"].map { Actor(id: $0, kind: .state, name: $0) },
      claims: [
        Claim(
          id: "1", from: "A\u{202E}B", to: "B", layer: "D", when: try EDTFDate("2025-05-09"),
          score: -5, source: "s", says: "x")
      ])
    let drawn = Diagram.matrix(try Evidence(turned).snapshot(over: window))
    #expect(throws: DrawingError.self) { try drawn.dot() }
  }

  private func expectNoOverlap(_ chart: Chart) {
    for (index, text) in chart.texts.enumerated() {
      for other in chart.texts[..<index] {
        // What is measured has a little room to spare on all sides.
        let apart = !text.box.expanded(-0.6).overlaps(other.box.expanded(-0.6))
        #expect(apart, "\(chart.view): \(text.text) on \(other.text)")
      }
    }
  }
}
