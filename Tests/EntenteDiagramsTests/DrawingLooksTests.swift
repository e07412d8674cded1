import EntenteCore
import Graphviz
import Testing

@testable import EntenteDiagrams

/// Sizes, the line styles of bases, halos, and what is gone.
@Suite struct DrawingLooksTests {
  @Test(arguments: [DiagramOptions.Size.column, .page, .slide])
  func aFrameIsKept(size: DiagramOptions.Size) throws {
    var options = DiagramOptions()
    options.size = size
    let drawing = try Diagram.shift(try FoundingCase.shift(.state), options)
    let frame = try #require(size.frame)
    let (width, height) = (drawing.width * drawing.scale, drawing.height * drawing.scale)
    #expect(width <= frame.width + 0.01 && height <= frame.height + 0.01)
    #expect(abs(width - frame.width) < 0.01 || abs(height - frame.height) < 0.01)
    // What is written has that size, to the rounding of whole points.
    var svg = SVGOptions()
    svg.isFluid = false
    let text = String(decoding: try drawing.svg(svg), as: UTF8.self)
    let written = try #require(text.firstMatch(of: /<svg[^>]* width="([0-9.]+)pt"/)).1
    #expect(abs((Double(written) ?? 0) - width) <= 1.01, "\(written) for \(width)")
    #expect(drawing.smallestText >= (size == .slide ? 10 : 5.9), "\(drawing.smallestText)")
  }

  @Test func pointsAreNotScaled() throws {
    let drawing = try DiagramTests.states.get()
    #expect(drawing.scale == 1 && drawing.smallestText == Metrics.source)
    #expect(!(try drawing.dot().contains("size=\"")))
    // Whole pixels at every usual resolution.
    for length in [drawing.width, drawing.height] {
      for dpi in [96.0, 144, 192, 300] {
        let pixels = length * dpi / 72
        #expect(abs(pixels - pixels.rounded()) < 1e-9)
      }
    }
  }

  @Test func howSureAClaimIsShowsInTheLine() throws {
    let drawing = try DiagramTests.shift.get()
    let svg = String(decoding: try drawing.svg(), as: UTF8.self)
    let dashes: [Claim.Basis: String] = [.interpreted: "6,3.5", .implied: "2,4"]
    var seen = Set<Claim.Basis>()
    for (index, strand) in drawing.strands.enumerated() {
      seen.insert(strand.basis)
      let group = try #require(svg.split(separator: " tie_\(index)\">").dropFirst().first)
      let path = try #require(group.firstMatch(of: /<path [^>]*>/)).0
      if let dash = dashes[strand.basis] {
        #expect(path.contains("stroke-dasharray=\"\(dash)\""), "\(path)")
      } else {
        #expect(!path.contains("stroke-dasharray"))
      }
    }
    #expect(seen.count >= 2)
    let legend = drawing.texts.filter { $0.role == .legend }.map(\.text)
    for basis in seen where basis != .stated {
      #expect(legend.contains("\(basis.rawValue), not stated"))
    }
  }

  @Test func haloAndLineAreAsWideAsTheEndsOfTheInterval() throws {
    let project = try project(url: nil, range: -9 ... -1)
    let snapshot = try Evidence(project).snapshot(over: Window(FoundingCase.day(2025, 5, 9)))
    let tie = try #require(snapshot.ties.first)
    #expect(tie.margin > 0.5)
    var options = DiagramOptions()
    options.fullScale = 4.6
    #expect(try Diagram.alignment(snapshot, options).strands[0].strokes.count == 1)
    options.showsUncertainty = true
    let drawing = try Diagram.alignment(snapshot, options)
    let halo = try #require(drawing.strands[0].strokes.first)
    #expect(halo.role == .halo && !halo.hasHead)
    // With one sign only, the margin of the side is that of the net.
    func width(_ intensity: Double) -> Double { 0.8 + 6 * intensity / 4.6 }
    #expect(abs(halo.width - width(tie.tension + tie.margin)) < 1e-9)
    let (lower, now) = (width(tie.tension - tie.margin), width(tie.tension))
    #expect(lower <= now - 2.5, "\(lower) of \(now)")
    let strokes = drawing.strands[0].strokes
    #expect(strokes.map(\.role) == [.halo, .now, .lower, .core])
    #expect(strokes.map(\.hasHead) == [false, true, false, false])
    #expect(abs(strokes[3].width - lower) < 1e-9 && abs(strokes[2].width - lower - 0.9) < 1e-9)
    #expect(strokes[2].color == Palette.light.ground && strokes[3].color == strokes[1].color)
    #expect(drawing.texts.contains { $0.role == .legend && $0.text.hasPrefix("halo") })
    let svg = String(decoding: try drawing.svg(), as: UTF8.self)
    #expect(svg.contains("stroke-opacity=\"0.2"))
    // Scores that are exact leave no halo, and the legend does not speak of one.
    let exact = try Evidence(try self.project(url: nil, range: nil))
      .snapshot(over: Window(FoundingCase.day(2025, 5, 9)))
    let plain = try Diagram.alignment(exact, options)
    #expect(plain.strands[0].strokes.count == 1)
    #expect(!plain.texts.contains { $0.text.hasPrefix("halo") })
  }

  @Test func theLineOfTheLowerEndIsSeenOnWhateverLiesThere() {
    let palette = Palette.light
    func strokes(
      _ change: Scene.Change, was: Double, now: Double, lower: Double
    ) -> [Drawing.Stroke] {
      let strokes = DrawingBuilder.strokes(.hostile, change, was: was, now: now, palette)
      let top = strokes.firstIndex { $0.role == .now } ?? 0
      return DrawingBuilder.lowerEnd(
        lower, of: now, strokes, top: top, ground: palette.ground)
    }
    // In the full colour: a light line. The core that was there stays on top.
    let grew = strokes(.grew, was: 2, now: 6.8, lower: 3)
    #expect(grew.map(\.role) == [.now, .lower, .core, .was])
    #expect(grew[1].color == palette.ground)
    // In the pale core: a full one.
    let inside = strokes(.grew, was: 5, now: 6.8, lower: 2)
    #expect(inside.map(\.role) == [.now, .was, .lower, .core])
    #expect(inside[2].color == palette.hostile && inside[3].color == palette.hostilePale)
    let eased = strokes(.shrank, was: 6, now: 4, lower: 1)
    #expect(eased.map(\.role) == [.edge, .was, .now, .lower, .core])
    // A lower end near the strand's own width still leaves a rim; a thin strand has no room.
    #expect(strokes(.none, was: 0, now: 5, lower: 4.9)[2].width == 2.5)
    #expect(strokes(.none, was: 0, now: 2.7, lower: 1).count == 1)
  }

  @Test func whatIsPaleHasAnEdge() {
    let palette = Palette.light
    let gone = DrawingBuilder.strokes(.hostile, .gone, was: 4, now: 0, palette)
    #expect(gone.map(\.color) == [palette.hostileEdge, palette.hostilePale])
    #expect(gone[0].width - gone[1].width > 1)
    let shrank = DrawingBuilder.strokes(.cooperative, .shrank, was: 6, now: 2, palette)
    #expect(
      shrank.map(\.color)
        == [palette.cooperativeEdge, palette.cooperativePale, palette.cooperative])
    #expect(shrank.map(\.width) == [7, 6, 2])
    #expect(shrank.filter(\.hasHead).count == 1)
  }

  @Test(arguments: DiagramOptions.Theme.allCases)
  func everyThemeIsDrawnInItsOwnColors(theme: DiagramOptions.Theme) throws {
    var options = DiagramOptions()
    options.theme = theme
    let drawing = try Diagram.shift(try FoundingCase.shift(.state), options)
    let svg = String(decoding: try drawing.svg(), as: UTF8.self)
    let allowed = Set(Palette.of(theme).named.map { $0.color.lowercased() })
    for match in svg.matches(of: /(?:fill|stroke)="(#[0-9a-f]{6})"/) {
      #expect(allowed.contains(String(match.1)), "\(match.1)")
    }
    #expect(svg.contains(Palette.of(theme).hostile.lowercased()))
  }

  @Test func theStyleSheetGivesWayToThePage() {
    let sheet = SVGThemeStyle.sheet(scope: "p")
    #expect(sheet.contains("var(--entente-ground,#ffffff)"))
    #expect(sheet.contains(":root:is([data-theme=dark],[data-bs-theme=dark]) .p{"))
    // Light comes before the system's wish and what the page says after it.
    let light = sheet.range(of: "<style>"), media = sheet.range(of: "@media")
    #expect(light != nil && media != nil)
  }

  @Test(arguments: [DiagramOptions.Size.points(690), .column])
  func aPageIsAsLargeAsItsDrawing(size: DiagramOptions.Size) throws {
    var options = DiagramOptions()
    options.size = size
    let drawing = try Diagram.shift(try FoundingCase.shift(.state), options)
    let pdf = String(decoding: try drawing.pdf().filter { $0 < 0x80 }, as: UTF8.self)
    let box = try #require(pdf.firstMatch(of: /MediaBox \[ ?0 0 ([0-9.]+) ([0-9.]+)/))
    #expect(abs((Double(box.1) ?? 0) - drawing.width * drawing.scale) <= 1.01)
    #expect(abs((Double(box.2) ?? 0) - drawing.height * drawing.scale) <= 1.01)
  }

  private func project(url: String?, range: ClosedRange<Double>?) throws -> Project {
    try Project(
      title: "t", sources: [Source(id: "s", title: "s", url: url)],
      layers: [Layer(id: "D", halfLife: 90)],
      actors: [
        Actor(id: "a", kind: .state, name: "A"), Actor(id: "b", kind: .state, name: "B"),
      ],
      claims: [
        Claim(
          id: "1", from: "a", to: "b", layer: "D", when: try EDTFDate("2025-05-09"), score: -5,
          range: range, source: "s", says: "x")
      ])
  }

  private func drawing(url: String) throws -> Drawing {
    let day = Window(FoundingCase.day(2025, 5, 9))
    return try Diagram.alignment(
      try Evidence(try project(url: url, range: nil)).snapshot(over: day))
  }

  @Test func labelsAndSourceLineLeadToTheSource() throws {
    let url = "https://example.org/a?b=1&c=2(d)"
    let drawing = try drawing(url: url)
    #expect(drawing.chips.map(\.link) == [url])
    #expect(drawing.texts.filter { $0.role == .source }.allSatisfy { $0.link == url })
    let svg = String(decoding: try drawing.svg(), as: UTF8.self)
    #expect(svg.matches(of: /<a href="https:\/\/example.org\/a\?b=1&amp;c=2\(d\)"/).count == 2)
    let pdf = String(decoding: try drawing.pdf().filter { $0 < 0x80 }, as: UTF8.self)
    #expect(pdf.contains("/URI (https://example.org/a?b=1&c=2%28d%29)"))
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "https://a\" onload=x", "x"])
  func badLinksAreLeftOut(url: String) throws {
    let svg = String(decoding: try drawing(url: url).svg(), as: UTF8.self)
    #expect(!svg.contains("href") && !svg.contains("onload"))
  }

  @Test func allIsToldInWordsToo() throws {
    let drawing = try DiagramTests.states.get()
    let lines = drawing.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == drawing.title && lines[1] == drawing.subtitle)
    #expect(lines.count { $0.hasPrefix("- ") } == drawing.strands.count)
  }

  @Test func aHiddenTitleIsStillTheTitle() throws {
    var options = DiagramOptions()
    options.title = .text("The finding")
    options.hidesTitle = true
    let drawing = try Diagram.shift(try FoundingCase.shift(.state), options)
    #expect(drawing.title == "The finding")
    #expect(!drawing.texts.contains { $0.role == .title || $0.role == .subtitle })
  }
}

extension String {
  fileprivate func range(of part: String) -> String.Index? {
    indices.first { self[$0...].hasPrefix(part) }
  }
}
