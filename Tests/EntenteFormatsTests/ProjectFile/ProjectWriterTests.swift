import EntenteCore
import EntenteFormats
import Testing

@Suite struct ProjectWriterTests {
  private func roundTrip(_ project: Project) throws {
    let text = ProjectWriter.text(of: project)
    let (read, report) = TestFiles.read(text)
    #expect(!report.hasErrors, "\(report.text())\n\(text)")
    #expect(read == project)
    #expect(ProjectWriter.text(of: try #require(read)) == text)
  }

  @Test func graphsAndStarterRoundTrip() throws {
    for file in TestFiles.graphs {
      try roundTrip(try #require(TestFiles.read(try TestFiles.text(file)).project))
    }
    try roundTrip(try #require(TestFiles.read(try TestFiles.good()).project))
    try roundTrip(try #require(TestFiles.read(ProjectStarter.text).project))
  }

  /// Texts that look like something else to YAML.
  @Test(arguments: [
    "NO", "yes", "true", "null", "~", "1.5", "2025-05-09", "- x", "a: b", "a #b", "#a", "[x]",
    "{x}", "'q'", "\"q\"", "it's", "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "a, b", "? a",
    ": a", "a:", "<<", "=", "…", "x\\y", "x\ny", "İlham Əliyev", "Россия", "¶1", "a—b", " a ", "𝕏",
    "0x1F", "1e3", "---", "...", "a\tb", "٣", "-5", "e\u{301}", "1_000", "12:30", "\u{200F}א",
  ])
  func anyTextRoundTrips(_ text: String) throws {
    let project = try Project(
      title: text.contains("\n") || text.contains("\t") ? "x" : text, description: text,
      estimator: .mean,
      sources: [Source(id: "s", title: "t", reliabilityReason: text)],
      layers: [Layer(id: "l", halfLife: nil)],
      actors: [
        Actor(id: "a", kind: .group, name: "A", note: text),
        Actor(id: "b", kind: .state, name: "B"),
      ],
      claims: [
        Claim(
          id: "1", from: "a", to: "b", layer: "l", when: try EDTFDate("2025"), score: 0.1,
          range: -1.25...10, confidence: 0.333, source: "s", says: text, quote: text,
          implied: .both, note: text)
      ])
    try roundTrip(project)
  }

  /// Every optional value, present or absent at random.
  @Test func randomProjectsRoundTrip() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<60 { try roundTrip(try Self.project(&generator)) }
  }

  private static func project(_ generator: inout SeededGenerator) throws -> Project {
    func maybe<Value>(_ value: Value) -> Value? {
      Bool.random(using: &generator) ? value : nil
    }
    func choice<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &generator)]
    }
    let dates: [EDTFDate] = [
      try EDTFDate("2025-05-09"), try EDTFDate("2025"), try EDTFDate("2024-12~"),
      try EDTFDate("../2025-05-19"), try EDTFDate("2025-01/2025-03?"),
    ]
    let texts = [
      "plain text", "with: colon", "NO", "Əliyev, İlham", "two\nlines", "\"quoted\" 'x'",
    ]
    let lines = texts.filter { !$0.contains("\n") }
    let ids = (0..<6).map { "c\($0)" }
    let claims = ids.map { id in
      let low = Double.random(in: -10...10, using: &generator)
      let high = Double.random(in: low...10, using: &generator)
      return Claim(
        id: id, from: "a", to: "b", isMutual: .random(using: &generator), layer: "l",
        family: choice(Claim.Family.allCases), when: choice(dates),
        dateBasis: choice(Claim.DateBasis.allCases), published: maybe(choice(dates)),
        score: Double.random(in: low...high, using: &generator), range: maybe(low...high),
        basis: choice(Claim.Basis.allCases), confidence: choice([1, 0.7, 0.4, 0.123]),
        source: "s", locator: maybe(choice(lines)), says: choice(texts),
        quote: maybe(choice(texts)), event: maybe("e"),
        contradicts: ids.filter { $0 != id && Bool.random(using: &generator) },
        implied: maybe(choice(Claim.ImpliedEnds.allCases)), note: maybe(choice(texts)))
    }
    return try Project(
      title: choice(lines), description: maybe(choice(texts)),
      estimator: choice([.sum, .mean, .posterior(prior: 0.5)]),
      sources: [
        Source(
          id: "s", title: choice(lines), author: maybe(choice(lines)),
          publisher: maybe("P"), published: maybe(choice(dates)),
          url: maybe("https://example.org/?a=b#c"), kind: maybe("op-ed"), country: maybe("NO"),
          reliability: 0.85, reliabilityReason: maybe(choice(texts)), seen: maybe("whole"),
          note: maybe(choice(texts)))
      ],
      layers: [
        Layer(id: "l", label: maybe("Label"), halfLife: maybe(12.5), weight: 2, note: maybe("n"))
      ],
      actors: [
        Actor(
          id: "a", kind: choice(Actor.Kind.allCases), name: choice(lines),
          names: maybe(["az": "Rusiya", "no": "NO"]) ?? [:], aliases: maybe(["x, y", "1"]) ?? [],
          note: maybe(choice(texts))),
        Actor(id: "b", kind: .state, name: "B"),
      ],
      affiliations: [
        Affiliation(
          actor: "a", of: "b", role: choice(lines),
          during: maybe(try EDTFDate("1900/..").interval) ?? .always, speaksFor: 0.5,
          note: maybe(choice(texts)))
      ],
      events: [Event(id: "e", what: choice(texts), when: maybe(choice(dates)))],
      claims: claims)
  }
}
