import EntenteCore
import EntenteFormats
import Graphviz
import TestSupport
import Testing

@testable import EntenteDiagrams

/// Whatever a text says, the picture is harmless or is refused.
@Suite struct HostileTextTests {
  /// The places are given, because finding them takes most of the time and says nothing here.
  private static func options(_ project: Project) -> DiagramOptions {
    var options = DiagramOptions()
    for (index, actor) in project.actors.enumerated() {
      options.placement[actor.id] = Point(Double(index) * 260, Double(index % 2) * 150)
    }
    return options
  }

  /// The label of a layer is part of the subtitle when layers are chosen.
  private static func evidence(_ project: Project) throws -> Evidence {
    var counted = EvidenceOptions()
    counted.layers = Set(project.layers.map(\.id))
    return try Evidence(project, counted)
  }

  private static let (before, after) = (
    Window(FoundingCase.day(2025, 5, 8)), Window(FoundingCase.day(2025, 5, 9))
  )

  private static func alignment(_ project: Project) throws -> any Figure {
    try Diagram.alignment(try evidence(project).snapshot(over: after), options(project))
  }

  private static func shift(_ project: Project) throws -> any Figure {
    try Diagram.shift(
      Shift(in: try Evidence(project), from: before, to: after), options(project))
  }

  private static func matrix(_ project: Project) throws -> any Figure {
    Diagram.matrix(Shift(in: try evidence(project), from: before, to: after), options(project))
  }

  private static func timeline(_ project: Project) throws -> any Figure {
    let evidence = try evidence(project)
    let series = try Series(
      of: .tie(from: 0, to: Int32(project.actors.count - 1)), in: evidence,
      over: Step.day.periods(from: before.first, to: after.last))
    return Diagram.timeline([series], in: evidence, every: .day, options(project))
  }

  private static func ranks(_ project: Project) throws -> any Figure {
    let measure = try #require(MeasureCatalog.centrality.first { $0.name == "strength" })
    let snapshots = try [before, after].map { try evidence(project).snapshot(over: $0) }
    let columns = try snapshots.compactMap { try measure.columns(of: $0.graph).first }
    return Diagram.ranks(columns, of: measure, over: snapshots, options(project))
  }

  private static func multiples(_ project: Project) throws -> any Figure {
    let evidence = try evidence(project)
    return try Diagram.multiples(
      [before, after].map { evidence.snapshot(over: $0) }, options(project))
  }

  private static func map(_ project: Project) throws -> any Figure {
    let evidence = try evidence(project)
    let table = try RelationProfiles([evidence.snapshot(over: after).graph]).alignment()
    return try Diagram.map([table], in: evidence, over: [after], options(project))
  }

  private static var views: [(Project) throws -> any Figure] {
    [alignment, shift, matrix, timeline, ranks, multiples, map]
  }

  static let harmless = HostileText.harmless.map { HostileText.Sample(text: $0) }

  /// Each text goes through two of the views, in turn; one that is longer than a project file may
  /// hold through all of them, since that is where something could grow without bounds.
  @Test(arguments: zip(harmless.indices, harmless))
  func strangeTextsAreShownAndDoNothing(index: Int, sample: HostileText.Sample) throws {
    let isLong = sample.text.utf8.count > 1000
    let views = isLong ? Array(Self.views.indices) : [index, index + 2]
    for draw in views.map({ Self.views[$0 % Self.views.count] }) {
      for project in [
        try HostileText.project(sample.text), try HostileText.projectOfIds(sample.text),
      ] {
        let drawing = try draw(project)
        #expect(drawing.width < 1200 && drawing.height < 1500, "\(drawing.view)")
        let svg: [UInt8]
        do throws(DrawingError) {
          svg = try drawing.svg(SVGOptions())
        } catch {
          // A line end can't be in the id of an actor, nor in a text of one line.
          #expect(sample.isNoId, "\(error)")
          continue
        }
        #expect(SVGCheck.problems(in: svg).isEmpty)
      }
    }
  }

  /// What is written is what was meant: no escape of DOT, XML or Graphviz's own is left over or lost.
  @Test(arguments: harmless.filter { (1...60).contains($0.text.utf8.count) })
  func shortTextsArriveUnchanged(sample: HostileText.Sample) throws {
    let drawing = try Self.alignment(try HostileText.project(sample.text))
    var isInText = false
    var shown = ""
    for event in try XMLReader.events(in: try drawing.svg(SVGOptions())) {
      switch event {
      case .start("text", _): isInText = true
      case .end("text"): isInText = false
      case .text(let part) where isInText: shown += part
      default: break
      }
    }
    // Lines break at spaces and with hyphens, and Graphviz writes a space as one that does not break.
    func letters(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "-" } }
    #expect(letters(shown).contains(letters(sample.text)))
  }

  @Test(arguments: harmless.filter { $0.text.utf8.count < 3000 })
  func strangeTextsComeThroughAsBitmapAndPDF(sample: HostileText.Sample) throws {
    let drawing = try Self.alignment(try HostileText.project(sample.text))
    #expect(try drawing.png(dpi: 30).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try drawing.pdf().starts(with: Array("%PDF".utf8)))
    // What is written for editing by hand has labels of another kind.
    let again = try Graphviz.render(try drawing.dot(), engine: .nop2, format: .svg)
    // Without a font for a script, Graphviz takes its letters to be wider than they are.
    #expect(again.warnings.allSatisfy { $0.contains("size too small for label") })
  }

  @Test(arguments: HostileText.refused.map { HostileText.Sample(text: $0) })
  func textsThatDeceiveAreRefused(sample: HostileText.Sample) throws {
    for draw in [Self.alignment, Self.shift] {
      for project in [
        try HostileText.project(sample.text), try HostileText.projectOfIds(sample.text),
      ] {
        let drawing = try draw(project)
        for write in [
          { _ = try drawing.dot() }, { _ = try drawing.svg(SVGOptions()) },
          { _ = try drawing.png(dpi: 30) },
          { _ = try drawing.pdf() },
        ] {
          let error = #expect(throws: DrawingError.self) { try write() }
          let message = error?.description ?? ""
          #expect(message.contains("U+"), "\(message)")
          #expect(!message.unicodeScalars.contains(where: DOTText.isForbidden))
        }
      }
    }
  }

  @Test func titlesAndStampsOfAnyKindAreHarmless() throws {
    let project = try FoundingCase.shift(.state)
    for text in HostileText.harmless + HostileText.refused {
      var options = DiagramOptions()
      options.placement = [
        "RU": Point(-150, 0), "AZ": Point(150, 20), "AM": Point(200, 110), "US": Point(-60, -120),
      ]
      options.title = .none
      options.sourceLine = "s"
      let drawing = try Diagram.shift(project, options)
      var embedding = SVGOptions()
      embedding.stamp = [.init("input", text), .init("x", text)]
      embedding.followsTheme = true
      #expect(SVGCheck.problems(in: try drawing.svg(embedding)).isEmpty, "\(text.prefix(30))")
    }
  }
}
