import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct MultiplesTests {
  static let drawing = Result {
    let evidence = try FoundingCase.evidence(.state)
    let days = [(2024, 6, 1), (2025, 1, 31), (2025, 5, 8), (2025, 5, 19)]
    return try Diagram.multiples(
      days.map { evidence.snapshot(over: Window(FoundingCase.day($0.0, $0.1, $0.2))) })
  }

  @Test func everyActorStandsAtTheSamePlaceInEveryPanel() throws {
    let drawing = try Self.drawing.get()
    #expect(drawing.nodes.count % 4 == 0)
    let count = drawing.nodes.count / 4
    for panel in 1..<4 {
      let offset = drawing.nodes[panel * count].box.center - drawing.nodes[0].box.center
      for index in 0..<count {
        let (first, here) = (drawing.nodes[index], drawing.nodes[panel * count + index])
        #expect(first.actor == here.actor)
        #expect(here.box.center.distance(to: first.box.center + offset) < 1e-9)
      }
    }
  }

  @Test func nothingCoversAnything() throws {
    let drawing = try Self.drawing.get()
    #expect(drawing.cost().overlaps == 0)
    #expect(Set(drawing.nodes.map(\.id)).count == drawing.nodes.count)
  }

  @Test func panelsSayWhenAndWhatChanged() throws {
    let drawing = try Self.drawing.get()
    let headings = drawing.texts.filter { $0.role == .panel }.map(\.text)
    #expect(headings.contains("19 May 2025"))
    #expect(headings.contains { $0.contains("tension") || $0.contains("accord") })
    #expect(drawing.texts.contains { $0.role == .subtitle && $0.text.contains("4 dates") })
    #expect(drawing.textAlternative.contains { $0.hasPrefix("19 May 2025: ") })
  }

  private func drawing(
    _ days: [(Int, Int, Int)], _ options: DiagramOptions = DiagramOptions()
  ) throws -> Drawing {
    let evidence = try FoundingCase.evidence(.state)
    var options = options
    options.placement = [
      "RU": Point(-150, 0), "AZ": Point(150, 20), "AM": Point(200, 110), "US": Point(-60, -120),
    ]
    return try Diagram.multiples(
      days.map { evidence.snapshot(over: Window(FoundingCase.day($0.0, $0.1, $0.2))) }, options)
  }

  @Test func theTitleTellsWhatHappenedFromTheFirstToTheLast() throws {
    // What moved farthest is found here without the drawing's own words.
    let evidence = try FoundingCase.evidence(.state)
    let ends = [(2025, 5, 8), (2025, 5, 19)]
    let snapshots = ends.map { evidence.snapshot(over: Window(FoundingCase.day($0.0, $0.1, $0.2))) }
    let changes = snapshots[1].ties.flatMap { tie in
      let was = snapshots[0].tie(from: tie.source, to: tie.target)
      return [
        (tie, "tension", was?.tension ?? 0, tie.tension),
        (tie, "accord", was?.accord ?? 0, tie.accord),
      ]
    }
    let largest = try #require(changes.max { abs($0.3 - $0.2) < abs($1.3 - $1.2) })
    let project = evidence.project
    let (from, to) = (largest.0.source, largest.0.target)
    let names = [from, to].map { project.actors[Int($0)].name }
    let title = try drawing(ends).title
    #expect(title.hasPrefix("\(names[0]) \u{2192} \(names[1]): \(largest.1) rose from"), "\(title)")
    #expect(title.hasSuffix("to \(Numerals.decimal(largest.3, places: 2))"))
    // There and back is told as such.
    let turned = try drawing(ends + [(2026, 5, 19)]).title
    #expect(turned.contains("rose from") && turned.contains("then fell to"), "\(turned)")
    let still = try drawing([(2025, 1, 30), (2025, 1, 31)]).title
    #expect(still == "No tie changes from 30 January 2025 to 31 January 2025")
  }

  @Test func theLegendTakesThePlaceThatAPanelLeaves() throws {
    let three = try drawing([(2025, 1, 31), (2025, 5, 8), (2025, 5, 19)])
    let legend = three.texts.filter { $0.role == .legend }.map(\.box)
    let panels = three.texts.filter { $0.role == .panel && $0.isBold }.map(\.box)
    #expect(panels.count == 3 && !legend.isEmpty)
    if panels[0].center.y != panels[2].center.y {
      // Two and one: beside the last panel, below the second.
      #expect(three.rule == nil)
      #expect(legend.allSatisfy { $0.minX >= panels[1].minX - 1 && $0.maxY <= panels[2].maxY + 4 })
    }
    #expect(three.cost().overlaps == 0)
    let four = try Self.drawing.get()
    #expect(four.rule != nil)
    // It is read in the order in which it is shown.
    for drawing in [three, four] {
      let places = drawing.texts.filter { $0.role == .legend }.map(\.box)
      for (box, next) in zip(places, places.dropFirst()) {
        #expect(next.center.y < box.center.y - 1 || next.minX > box.minX)
      }
    }
  }

  @Test(arguments: ["az", "he"]) func panelsSpeakOneLanguage(tag: String) throws {
    var options = DiagramOptions()
    options.language = tag
    let drawing = try drawing([(2025, 1, 31), (2025, 5, 8), (2025, 5, 19)], options)
    let own = drawing.texts.filter { $0.role != .source }.map(\.text) + [drawing.description]
    for english in ["tension", "accord", "rose", "between", "layers", "dates", "change", "width"] {
      #expect(!own.contains { $0.contains(english) }, "\(english) in \(own)")
    }
    let sheet = Box(
      center: Point(drawing.width / 2, drawing.height / 2), width: drawing.width,
      height: drawing.height)
    let corners = (drawing.texts.map(\.box) + drawing.samples.map(\.box)).flatMap(\.corners)
    #expect(corners.allSatisfy(sheet.expanded(0.5).contains))
    #expect(drawing.cost().overlaps == 0)
  }

  @Test func whoHasNoTieThenIsAbsent() throws {
    let drawing = try Self.drawing.get()
    for panel in 1...4 {
      let prefix = "\(panel) "
      for node in drawing.nodes where node.id.hasPrefix(prefix) {
        let isTied = drawing.strands.contains { $0.source == node.id || $0.target == node.id }
        #expect((node.state == .absent) == !isTied)
      }
    }
    let svg = String(decoding: try drawing.svg(), as: UTF8.self)
    #expect(svg.contains("entente-multiples"))
  }
}
