import EntenteCore
import EntenteFormats
import Graphviz
import Testing

@testable import EntenteDiagrams

@Suite struct DrawingDOTTests {
  @Test func graphvizKeepsEveryPlace() throws {
    let drawing = try DiagramTests.shift.get()
    let layout = try Graphviz.layout(try drawing.dot(), engine: .nop2)
    // The corners of the sheet come first.
    let origin = Point(layout.nodes[0].x, layout.nodes[0].y)
    for node in drawing.nodes {
      let placed = try #require(layout.nodes.first { $0.name == node.id })
      let place = Point(placed.x, placed.y) - origin
      #expect(place.distance(to: node.box.center) < 0.2)
      #expect(abs(placed.width - node.box.width) < 0.2)
    }
  }

  @Test func graphvizHasNothingToComplainAbout() throws {
    for drawing in [try DiagramTests.shift.get(), try DiagramTests.alignment.get()] {
      let rendering = try Graphviz.render(try drawing.dot(), engine: .nop2, format: .svg)
      #expect(rendering.warnings.isEmpty)
    }
  }

  @Test func handlesOutsideOfTheSheetDoNotEnlargeIt() throws {
    var drawing = try DiagramTests.shift.get()
    let before = try Graphviz.render(try drawing.dot(), engine: .nop2, format: .svg)
    let (start, end) = (drawing.strands[0].path.start, drawing.strands[0].path.end)
    let top = drawing.height - max(start.y, end.y)
    // The curve rises by three quarters of what its handles do.
    let rise = Point(0, top * 1.2)
    drawing.strands[0].path = Cubic(start, start + rise, end + rise, end)
    #expect(drawing.strands[0].path.samples(100).allSatisfy { $0.y < drawing.height })
    let after = try Graphviz.render(try drawing.dot(), engine: .nop2, format: .svg)
    func sheet(_ rendering: Graphviz.Rendering) -> Substring? {
      String(decoding: rendering.bytes, as: UTF8.self).split(separator: "\n")
        .first { $0.contains("viewBox") }
    }
    #expect(sheet(before) != nil)
    #expect(sheet(before) == sheet(after))
  }

  @Test func dotHoldsNoTrap() throws {
    let dot = try DiagramTests.shift.get().dot()
    #expect(!dot.contains("layout="))
    let background = dot.split(separator: "\n").first { $0.contains("_background") } ?? ""
    // A text operation in the background crashes Graphviz.
    #expect(!background.contains(" T "))
    #expect(!background.contains(" F "))
  }

  /// Places are given, so that the text does not hang on the rounding of a machine.
  @Test func smallDrawingsAreWrittenAsRecorded() throws {
    var options = DiagramOptions()
    options.placement = [
      "RU": Point(-150, 0), "AZ": Point(150, 20), "AM": Point(200, 110), "US": Point(-60, -120),
    ]
    try RecordedDOT.expect(
      Diagram.shift(try FoundingCase.shift(.state), options), "shift-between-states")
    let evidence = try FoundingCase.evidence(.state)
    try RecordedDOT.expect(
      Diagram.alignment(evidence.snapshot(over: FoundingCase.after), options),
      "alignment-between-states")
    let days = [(2025, 1, 31), (2025, 5, 8), (2025, 5, 19)]
    try RecordedDOT.expect(
      Diagram.multiples(
        days.map { evidence.snapshot(over: Window(FoundingCase.day($0.0, $0.1, $0.2))) }, options),
      "multiples-between-states")
  }

  @Test func edgesComeInTheOrderInWhichTheyAreDrawn() throws {
    let drawing = try DiagramTests.shift.get()
    let dot = try drawing.dot()
    let grown = try #require(
      drawing.strands.firstIndex { $0.strokes.map(\.hasHead) == [true, false] })
    let full = try #require(dot.range(of: "id=tie_\(grown),"))
    let pale = try #require(dot.range(of: "id=tie_\(grown)_was,"))
    #expect(full < pale)
  }

  @Test func actorsMayBeCalledAnything() throws {
    let project = try Project(
      title: "t", sources: [Source(id: "s", title: "s")], layers: [Layer(id: "D", halfLife: 90)],
      actors: [
        Actor(id: "chip 0", kind: .person, name: "A & <b>B</b> \\N"),
        Actor(id: "corner 1", kind: .organization, name: "\"Quoted\""),
      ],
      claims: [
        Claim(
          id: "1", from: "chip 0", to: "corner 1", layer: "D", when: try EDTFDate("2025-05-09"),
          score: -5, source: "s", says: "x")
      ])
    let snapshot = try Evidence(project).snapshot(over: Window(FoundingCase.day(2025, 5, 9)))
    let drawing = try Diagram.alignment(snapshot)
    let svg = String(decoding: try drawing.svg(), as: UTF8.self)
    #expect(svg.contains("A &amp; &lt;b&gt;B&lt;/b&gt; \\N"))
    let names = try Graphviz.layout(try drawing.dot(), engine: .nop2).nodes.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func hidingCharactersStopTheDrawing() throws {
    let project = try Project(
      title: "t", sources: [Source(id: "s", title: "s")], layers: [Layer(id: "D", halfLife: 90)],
      actors: [
        Actor(id: "a", kind: .state, name: "A\u{202E}B"), Actor(id: "b", kind: .state, name: "B"),
      ],
      claims: [
        Claim(
          id: "1", from: "a", to: "b", layer: "D", when: try EDTFDate("2025-05-09"), score: -5,
          source: "s", says: "x")
      ])
    let snapshot = try Evidence(project).snapshot(over: Window(FoundingCase.day(2025, 5, 9)))
    let drawing = try Diagram.alignment(snapshot)
    #expect(throws: DrawingError.self) { try drawing.svg() }
  }

  @Test func sameDrawingSameBytes() throws {
    let drawing = try DiagramTests.states.get()
    #expect(try drawing.svg() == drawing.svg())
    #expect(try drawing.png(dpi: 72) == drawing.png(dpi: 72))
    #expect(try drawing.pdf() == drawing.pdf())
    let pdf = String(decoding: try drawing.pdf().filter { $0 < 0x80 }, as: UTF8.self)
    #expect(pdf.contains("/CreationDate (D:20250519000000Z"))
  }
}

extension String {
  fileprivate func range(of part: String) -> Int? {
    let (text, wanted) = (Array(utf8), Array(part.utf8))
    guard text.count >= wanted.count else { return nil }
    return (0...(text.count - wanted.count)).first {
      text[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
