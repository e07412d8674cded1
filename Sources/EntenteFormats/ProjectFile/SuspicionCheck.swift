import EntenteCore

extension MeaningCheck {
  /// A quotation longer than this is worth a second look at the rights to it.
  static let quoteLimit = 300

  /// What is legal, but probably not meant or good to know.
  mutating func checkSuspicions() {
    checkSourceCount()
    checkUse()
    for claim in claims { checkQuote(claim) }
    checkContradictions()
    checkPublication()
    checkFading()
    checkRepetition()
  }

  private mutating func checkSourceCount() {
    let used = Set(claims.compactMap { $0.text("source") })
    guard used.count == 1, let only = used.first, claims.count > 1 else { return }
    let record = project.records("sources").first { $0.id == only }
    report(
      .singleSource, at: record?.span ?? project.span("sources"),
      "all \(claims.count) claims rest on one source, \(ForbiddenCharacter.quoted(only))",
      hint: "results show how one account sees it; a second source would let them be compared")
  }

  private mutating func checkUse() {
    var actors: Set<String> = []
    for claim in claims {
      actors.formUnion([claim.text("from"), claim.text("to")].compactMap { $0 })
    }
    for affiliation in affiliations {
      actors.formUnion([affiliation.text("actor"), affiliation.text("of")].compactMap { $0 })
    }
    checkUse("actors", .unusedActor, actors, "no claim and no affiliation names")
    func named(_ key: String) -> Set<String> { Set(claims.compactMap { $0.text(key) }) }
    checkUse("layers", .unusedLayer, named("layer"), "no claim is on")
    checkUse("sources", .unusedSource, named("source"), "no claim comes from")
    checkUse("events", .unusedEvent, named("event"), "no claim speaks of")
  }

  private mutating func checkUse(
    _ section: String, _ code: DiagnosticCode, _ used: Set<String>, _ complaint: String
  ) {
    // Without claims, everything is unused, and that there are none has been said.
    guard !claims.isEmpty else { return }
    for record in project.records(section)
    where !used.contains(record.id) && !meant.contains(record.id) {
      report(
        code, at: record.span, "\(complaint) \(record.title)",
        hint: "delete it, or check the ids that refer to it")
    }
  }

  private mutating func checkQuote(_ claim: ProjectRecord) {
    guard let quote = claim.text("quote") else { return }
    let count = quote.unicodeScalars.count
    guard count > Self.quoteLimit else { return }
    report(
      .longQuote, at: claim.span("quote"), "the quotation has \(count) characters",
      hint: "quote what carries the claim, under \(Self.quoteLimit) characters")
  }

  private mutating func checkContradictions() {
    var stated: [String: Set<String>] = [:]
    for claim in claims { stated[claim.id] = Set(claim.texts("contradicts").map(\.text)) }
    for claim in claims {
      for (other, span) in claim.texts("contradicts") {
        guard let back = stated[other], !back.contains(claim.id), other != claim.id else {
          continue
        }
        report(
          .oneSidedContradiction, at: span,
          "claim \(ForbiddenCharacter.quoted(other)) does not contradict \(claim.title) in turn",
          hint: "add “contradicts: [\(claim.id)]” to it")
      }
    }
  }

  private mutating func checkPublication() {
    var bySource: [String: EDTFDate] = [:]
    for source in project.records("sources") { bySource[source.id] = source.date("published") }
    for claim in claims {
      let published = claim.date("published") ?? claim.text("source").flatMap { bySource[$0] }
      guard let last = published?.interval.last, let first = claim.date("when")?.interval.first,
        first > last
      else { continue }
      report(
        .publishedBeforeEvent, at: claim.span("when"),
        "\(claim.title) is dated after its publication on \(last)",
        hint: "check both dates")
    }
  }
}
