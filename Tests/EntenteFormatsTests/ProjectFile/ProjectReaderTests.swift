import EntenteCore
import EntenteFormats
import Foundation
import TestSupport
import Testing

@Suite struct ProjectReaderTests {
  @Test func readsEveryKey() throws {
    let text = try TestFiles.good()
    let (project, report) = TestFiles.read(text)
    #expect(report.diagnostics.isEmpty, "\(report.text())")
    let read = try #require(project)
    #expect(read.title == "A treaty")
    #expect(read.actors.map(\.id) == ["NO", "SE", "minister"])
    #expect(read.actors[2].names == ["nb": "Ministeren"])
    #expect(read.actors[2].aliases == ["FM"])
    #expect(read.layers.map(\.halfLife) == [180, nil])
    #expect(read.layers.map(\.weight) == [1, 2])
    #expect(read.layers[0].label == "diplomatic")
    #expect(read.sources.map(\.reliability) == [1, 0.6])
    #expect(read.sources[0].published?.text == "2025-03-04")
    #expect(read.affiliations[0].during.description == "2023-05-01/..")
    let claim = read.claims[0]
    #expect(claim.isMutual && claim.score == 7 && claim.range == 6...8 && claim.confidence == 1)
    #expect(claim.event == "treaty" && claim.family == .event && claim.basis == .stated)
    #expect(read.claims[1].when.isApproximate && read.claims[1].basis == .interpreted)
    #expect(read.claims[1].contradicts == ["c03"])
  }

  @Test func foundingGraphHasOneWarning() throws {
    let file = TestFiles.package.appendingPathComponent("graphs/caucasus-2025.yaml")
    let (project, report) = ProjectReader.read(bytes: try TestFiles.bytes(file), file: "g")
    #expect(report.diagnostics.map(\.code) == [.singleSource], "\(report.text())")
    let read = try #require(project)
    #expect(read.claims.count == 24)
    #expect(read.actors.count == 17)
    #expect(read.claims[0].confidence == 1 && read.claims[1].confidence == 0.7)
    #expect(read.actorIndex["aliyev"] != nil)
    #expect(read.estimator == .posterior(prior: 1))
    // Part by part, so that a difference is named.
    let expected = try foundingCase()
    #expect(read.sources == expected.sources)
    #expect(read.layers == expected.layers)
    #expect(read.actors == expected.actors)
    #expect(read.affiliations == expected.affiliations)
    #expect(read.events == expected.events)
    for (claim, other) in zip(read.claims, expected.claims) { #expect(claim == other) }
    #expect(read == expected)
  }

  @Test func wordsForConfidenceMeanWhatTheFileSays() throws {
    let text = try TestFiles.good()
      .replacingOnce("title: A treaty", "title: A treaty\nconfidence: {high: 0.9}")
      .replacingOnce("basis: interpreted", "confidence: medium")
      .replacingOnce("score: 4", "score: 4\n    confidence: 0.25")
    let project = try #require(TestFiles.read(text).project)
    #expect(project.claims.map(\.confidence) == [0.9, 0.7, 0.25])
  }

  @Test func textStaysTextAndBlocksLoseTheirLastLineFeed() throws {
    let text = try TestFiles.good()
      .replacingOnce("title: A treaty", "title: 1984\ndescription: |\n  one\n  two\n")
      .replacingOnce("title: Treaty signed", "title: 1.10, country: NO")
    let project = try #require(TestFiles.read(text).project)
    #expect(project.title == "1984")
    #expect(project.description == "one\ntwo")
    #expect(project.sources[0].title == "1.10" && project.sources[0].country == "NO")
  }

  @Test func windowsLineEndsAndByteOrderMarkChangeNothing() throws {
    let text = try TestFiles.good()
    let windows =
      "\u{FEFF}"
      + text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(TestFiles.read(windows).project == TestFiles.read(text).project)
    #expect(TestFiles.read(windows).report.diagnostics.isEmpty)
  }

  @Test func emptyAndOversizeFiles() {
    #expect(TestFiles.read("").report.diagnostics.map(\.code) == [.emptyFile])
    #expect(TestFiles.read("{}").report.diagnostics.map(\.code) == [.emptyFile])
    #expect(TestFiles.read("---\n...\n").report.diagnostics.map(\.code) == [.emptyFile])
    var limits = YAMLLimits()
    limits.bytes = 10
    let big = ProjectReader.read(bytes: Array("entente: 1\n".utf8), file: "f", limits: limits)
    #expect(big.report.diagnostics.map(\.code) == [.fileTooLarge])
    let wide = ProjectReader.read(bytes: [0xFF, 0xFE, 0x65, 0x00], file: "f")
    #expect(wide.report.diagnostics.map(\.code) == [.invalidEncoding])
  }

  @Test(arguments: [
    ("score: 7", "scroe: 7", "did you mean “score”?"),
    ("half-life: 180", "halfLife: 180", "did you mean “half-life”?"),
    ("layer: diplomatic", "layer: diplomatik", "did you mean “diplomatic”?"),
    ("kind: person", "kind: persn", "did you mean “person”?"),
    ("from: minister", "from: Minister", "did you mean “minister”?"),
    ("score: -5", "score: −5", "write -5"),
    ("reliability: 0.6", "reliability: '0,6'", "write 0.6"),
    ("mutual: true", "mutual: yes", "write true"),
    ("to: SE", "to: SЕ", "ids are Latin letters, digits and . _ -; “Е” is U+0415"),
    ("event: treaty", "event: SE", "there is one among the actors"),
  ])
  func hintsSayWhatWasMeant(_ old: String, _ new: String, _ hint: String) throws {
    let (_, report) = TestFiles.read(try TestFiles.good().replacingOnce(old, new))
    #expect(report.errors.map(\.hint) == [hint], "\(report.text())")
  }

  @Test func messageShowsTheLine() throws {
    let text = try TestFiles.good().replacingOnce("from: minister", "from: minster")
    #expect(
      TestFiles.read(text).report.text() == """
        test.yaml:31:11: error: there is no actor “minster”
         31 |     from: minster
            |           ^~~~~~~
            = did you mean “minister”?

        """)
  }

  /// The sections may be in any order, and references may point forward.
  @Test func orderOfSectionsDoesNotMatter() throws {
    let text = try TestFiles.good()
    let start = try #require(text.range(of: "claims:"))
    let moved =
      "entente: 1\n" + text[start.lowerBound...]
      + text[..<start.lowerBound].replacingOnce("entente: 1\n", "")
    #expect(TestFiles.read(moved).project == TestFiles.read(text).project)
  }

  @Test func circleOfAffiliationsNeedsOneDayOnWhichAllHold() throws {
    func read(_ first: String, _ second: String) throws -> [DiagnosticCode] {
      let text = try TestFiles.good().replacingOnce(
        "events:",
        "  - {actor: NO, of: SE, role: x, during: \(first), speaks-for: 1}\n"
          + "  - {actor: SE, of: NO, role: y, during: \(second), speaks-for: 1}\nevents:")
      return TestFiles.read(text).report.diagnostics.map(\.code)
    }
    #expect(try read("../2025-03", "2025-03/..") == [.affiliationCycle])
    #expect(try read("../2025-03-03", "2025-03-04/..").isEmpty)
  }

  @Test func anAffiliationIsUsedThroughMembers() throws {
    let text = try TestFiles.good()
      .replacingOnce("  minister: {", "  bloc: {kind: group, name: Bloc}\n  minister: {")
      .replacingOnce(
        "of: NO, role: minister", "of: bloc, role: minister"
      )
      .replacingOnce(
        "events:", "  - {actor: bloc, of: NO, role: part, during: 2025, speaks-for: 1}\nevents:")
    #expect(TestFiles.read(text).report.diagnostics.isEmpty)
    let never = text.replacingOnce("during: 2025,", "during: 2020,")
    #expect(TestFiles.read(never).report.diagnostics.map(\.code) == [.affiliationCoversNothing])
  }

  @Test func floodOfMistakesIsCountedNotKept() throws {
    var text = try TestFiles.good()
    for number in 0..<12_000 { text += "  x\(number): {from: nobody, to: NO}\n" }
    let report = TestFiles.read(text).report
    #expect(report.diagnostics.count == DiagnosticReport.collectionLimit)
    #expect(report.omitted > 0 && report.hasErrors)
    let shown = report.text(style: .init(limit: 3))
    #expect(shown.hasSuffix("and \(report.diagnostics.count - 3 + report.omitted) more\n"))
  }
}

extension StringProtocol {
  /// The text with the first occurrence of a part replaced; the part must occur.
  func replacingOnce(_ old: String, _ new: String) -> String {
    guard let range = self.range(of: old) else {
      Issue.record("no “\(old)”")
      return String(self)
    }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
