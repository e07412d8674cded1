import EntenteCore
import EntenteFormats
import Graphviz
import Testing

@testable import EntenteDiagrams

@Suite struct DiagramTests {
  static let shift = Result { try Diagram.shift(try FoundingCase.shift()) }
  static let alignment = Result {
    try Diagram.alignment(try FoundingCase.evidence().snapshot(over: FoundingCase.after))
  }
  static let states = Result { try Diagram.shift(try FoundingCase.shift(.state)) }

  @Test func theFoundingCaseHasNoDefects() throws {
    #expect(try Self.shift.get().cost().defects == 0)
    #expect(try Self.alignment.get().cost().defects == 0)
    #expect(try Self.states.get().cost().defects == 0)
  }

  @Test func aDrawingFitsAColumn() throws {
    for drawing in [try Self.shift.get(), try Self.alignment.get(), try Self.states.get()] {
      #expect(drawing.width <= 800)
      #expect(drawing.height <= 800)
      let sheet = Box(
        center: Point(drawing.width / 2, drawing.height / 2), width: drawing.width,
        height: drawing.height)
      let boxes = drawing.nodes.map(\.box) + drawing.chips.map(\.box) + drawing.samples.map(\.box)
      for corner in (boxes + drawing.texts.map(\.box)).flatMap(\.corners) {
        #expect(sheet.expanded(0.5).contains(corner))
      }
    }
  }

  @Test func theSameInputGivesTheSameDrawing() throws {
    #expect(try Diagram.shift(try FoundingCase.shift(.state)) == Self.states.get())
  }

  @Test func widthsFollowTheRuleOfTheLegend() throws {
    let drawing = try Self.alignment.get()
    let rule = drawing.texts.first { $0.text.hasPrefix("width") }
    #expect(rule?.text == "width: 0.8 + 6\u{00B7}value/2.5 pt")
    for strand in drawing.strands {
      #expect(strand.strokes.count == 1)
      #expect(abs(strand.strokes[0].width - (0.8 + 6 * strand.now / 2.5)) < 1e-9)
    }
  }

  @Test func aShiftDrawsBeforeAndAfterOnOnePath() throws {
    for strand in try Self.shift.get().strands {
      let before = try #require(strand.before)
      let heads = strand.strokes.filter(\.hasHead)
      #expect(heads.count == 1)
      if before < 0.05 {
        #expect(strand.strokes.count == 1)
      } else if strand.now - before >= 0.05 {
        // A pale core inside.
        #expect(strand.strokes.map(\.hasHead) == [true, false])
        #expect(strand.strokes[1].width < strand.strokes[0].width)
      } else if before - strand.now >= 0.05 {
        // A pale casing around, with its edge.
        #expect(strand.strokes.map(\.role) == [.edge, .was, .now])
        #expect(strand.strokes.map(\.hasHead) == [false, false, true])
        #expect(strand.strokes.map(\.width) == strand.strokes.map(\.width).sorted(by: >))
      }
    }
  }

  @Test func hullsHoldExactlyTheirMembers() throws {
    let hulls = try Self.shift.get().hulls
    #expect(
      hulls.map(\.name) == [
        "Russia and affiliates", "Azerbaijan and affiliates",
        "United States and affiliates",
      ])
    #expect(hulls[1].members.sorted() == ["1news", "AZ", "aliyev", "az-media", "caliber"])
  }

  @Test func placesCanBeKept() throws {
    var options = DiagramOptions()
    options.placement = try Self.shift.get().placement
    let later = try Diagram.shift(try FoundingCase.shift(), options)
    let (old, new) = (try Self.shift.get().placement, later.placement)
    let offset = try #require(old["RU"]) - (try #require(new["RU"]))
    for (id, place) in old {
      #expect(try #require(new[id]).distance(to: place - offset) < 1e-6)
    }
  }

  @Test func aDrawingWithoutTiesSaysSo() throws {
    let drawing = try Diagram.alignment(
      try FoundingCase.evidence().snapshot(over: Window(FoundingCase.day(1990, 1, 1))),
      withMinimum(9.9))
    #expect(drawing.nodes.isEmpty)
    #expect(drawing.title == "No ties on 1 January 1990")
    #expect(String(decoding: try drawing.svg(), as: UTF8.self).contains("No ties"))
  }

  private func withMinimum(_ minimum: Double) -> DiagramOptions {
    var options = DiagramOptions()
    options.minimum = minimum
    return options
  }

  @Test func titleAndSourceSayWhatIsShown() throws {
    let drawing = try Self.shift.get()
    let texts = drawing.texts
    #expect(texts.first?.role == .title)
    #expect(
      texts.contains { $0.role == .subtitle && $0.text.contains("8 May 2025 (pale)") })
    #expect(texts.contains { $0.role == .source && $0.text.contains("1 source, 24 claims") })
    #expect(drawing.textAlternative.count == drawing.strands.count)
    #expect(drawing.description.contains("16 actors"))

    var options = DiagramOptions()
    options.title = .none
    let untitled = try Diagram.shift(try FoundingCase.shift(.state), options)
    #expect(!untitled.texts.contains { $0.role == .title || $0.role == .subtitle })
    options.title = .text("The tie turns")
    let titled = try Diagram.shift(try FoundingCase.shift(.state), options)
    #expect(titled.texts.first?.text == "The tie turns")
  }

  @Test func theLegendShowsOnlyWhatIsUsed() throws {
    let states = try Self.states.get().texts.filter { $0.role == .legend }.map(\.text)
    #expect(!states.contains("affiliation"))
    #expect(!states.contains("person"))
    let actors = try Self.alignment.get().texts.filter { $0.role == .legend }.map(\.text)
    #expect(actors.contains("affiliation"))
    #expect(actors.contains("person"))
    #expect(!actors.contains { $0.hasPrefix("pale") })
  }

  @Test func namesInAzerbaijaniReachThePicture() throws {
    var options = DiagramOptions()
    options.language = "az"
    let drawing = try Diagram.alignment(
      try FoundingCase.evidence().snapshot(over: FoundingCase.after), options)
    #expect(drawing.cost().defects == 0)
    let svg = String(decoding: try drawing.svg(), as: UTF8.self)
    #expect(svg.contains("İlham Əliyev"))
    #expect(svg.contains("Azərbaycan"))
    #expect(try drawing.png(dpi: 96).count > 10_000)
  }
}
