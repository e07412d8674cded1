import EntenteCore
import TestSupport
import Testing

@Suite struct SourceTests {
  @Test(arguments: [
    ("state media", true), ("independent media", true), ("News Agency", true), ("op-ed", true),
    ("blog", true), ("local newspaper (print)", true), ("official record", false),
    ("mediation report", false), ("newsletter", false), ("", false),
  ])
  func itsKindTellsWhetherItIsAMedium(kind: String, isMedium: Bool) {
    #expect(Source(id: "s", title: "", kind: kind).isMedium == isMedium)
  }

  @Test func withoutAKindItIsNoMedium() {
    #expect(!Source(id: "s", title: "", country: "RU").isMedium)
  }

  @Test func mediaOfACountryAreLeftOutAndCounted() throws {
    let sources = [
      Source(id: "paper", title: "", kind: "state media", country: "RU"),
      Source(id: "exile", title: "", kind: "independent media", country: "RU (exile)"),
      Source(id: "decree", title: "", kind: "official record", country: "RU"),
    ]
    let project = try smallProject(
      [
        try claim("a", source: "paper"), try claim("b", source: "exile"),
        try claim("c", source: "decree"),
      ], sources: sources)
    var options = EvidenceOptions()
    options.withoutMediaOf = ["RU"]
    let accounting = try Evidence(project, options).accounting
    #expect(accounting.used == 2)
    #expect(accounting.mediaLeftOut == 1)
    options.withoutMediaOf = ["RU", "AZ"]
    #expect(throws: UnknownNames.self) { try Evidence(project, options) }
  }
}
