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

  @Test func theSubtitleIsHonestAboutTheAxes() throws {
    let chart = try chart([FoundingCase.before, FoundingCase.after])
    #expect(chart.subtitle.contains("axes show") && chart.subtitle.contains("stress"))
    #expect(chart.subtitle.contains("turned onto"))
    #expect(chart.title.contains("moved farthest") || chart.title == "Nobody moved")
    let one = try self.chart([FoundingCase.after], dimensions: 1)
    #expect(one.subtitle.contains("axis shows") && !one.subtitle.contains("turned"))
  }

  @Test func everyPlaceIsToldInWords() throws {
    let chart = try chart([FoundingCase.before, FoundingCase.after])
    #expect(chart.textAlternative.count == chart.spots.count)
    #expect(try chart.svg(SVGOptions()) == chart.svg(SVGOptions()))
  }
}
