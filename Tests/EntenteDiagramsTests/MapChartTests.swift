import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct MapChartTests {
  private func chart(_ windows: [Window], dimensions: Int = 2) throws -> Chart {
    let evidence = try FoundingCase.evidence()
    let tables = try windows.map {
      try RelationProfiles([evidence.snapshot(over: $0).graph]).alignment()
    }
    return try Diagram.map(tables, in: evidence, over: windows, dimensions: dimensions)
  }

  @Test(arguments: [1, 2])
  func namesCoverNeitherEachOtherNorDots(dimensions: Int) throws {
    let chart = try chart([FoundingCase.before, FoundingCase.after], dimensions: dimensions)
    let names = chart.texts.filter { $0.role == .row }.map(\.box)
    #expect(names.count >= 8)
    for (index, box) in names.enumerated() {
      for other in names[..<index] { #expect(!box.overlaps(other)) }
      for mark in chart.marks {
        if case .ellipse(let dot) = mark.shape, dot.width > 7.5, mark.role == .path {
          #expect(!box.overlaps(dot))
        }
      }
    }
  }

  @Test func aMapIsWrittenAsRecorded() throws {
    try RecordedDOT.expect(chart([FoundingCase.before, FoundingCase.after]), "map-of-two-dates")
  }

  @Test func theSubtitleIsHonestAboutTheAxes() throws {
    let chart = try chart([FoundingCase.before, FoundingCase.after])
    #expect(chart.subtitle.contains("axes show") && chart.subtitle.contains("stress"))
    #expect(chart.subtitle.contains("turned onto"))
    // Each axis says its own share, which is that of the subtitle.
    let shares = chart.texts.filter { $0.role == .axis }.compactMap { text in
      text.text.firstMatch(of: /^(across|up and down): ([0-9]+) % of the comparison/)?.2
    }
    #expect(shares.count == 2)
    for share in shares { #expect(chart.subtitle.contains("\(share) %")) }
    #expect(chart.title.contains("moved farthest") || chart.title == "Nobody moved")
    let one = try self.chart([FoundingCase.after], dimensions: 1)
    #expect(one.subtitle.contains("axis shows") && !one.subtitle.contains("turned"))
  }

  @Test func aNameThatIsMuchTooLongIsCut() throws {
    let project = try HostileText.project(String(repeating: "w", count: 10_000))
    let evidence = try Evidence(project)
    let window = Window(FoundingCase.day(2025, 5, 9))
    let table = try RelationProfiles([evidence.snapshot(over: window).graph]).alignment()
    let chart = try Diagram.map([table], in: evidence, over: [window])
    #expect(chart.width < 800)
    #expect(chart.texts.filter { $0.role == .row }.allSatisfy { $0.box.width < 200 })
  }

  @Test func everyPlaceIsToldInWords() throws {
    let chart = try chart([FoundingCase.before, FoundingCase.after])
    #expect(chart.textAlternative.count == chart.spots.count)
    #expect(try chart.svg(SVGOptions()) == chart.svg(SVGOptions()))
  }
}
