import EntenteCore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The article "From claims to a tested shift" against the code: each number that the code gives
/// stands in the article, in the row that it belongs to.
@Suite struct WalkthroughTests {
  private func article() throws -> [String] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    let path =
      root.joined(separator: "/")
      + "/Sources/EntenteCore/Documentation.docc/FromClaimsToATestedShift.md"
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return text.split(separator: "\n").map(String.init)
  }

  /// A number as the article writes it: four decimals, a true minus, and 0 without any.
  private func text(_ value: Double, signed: Bool = false) -> String {
    let scaled = Int((abs(value) * 10_000).rounded())
    if scaled == 0 { return "0" }
    let decimals = String(10_000 + scaled % 10_000).dropFirst()
    return "\(value < 0 ? "−" : signed ? "+" : "")\(scaled / 10_000).\(decimals)"
  }

  private func shift(minimum: Double = 0) throws -> Shift {
    Shift(
      in: try Evidence(foundingCase()) { $0.level = .state },
      from: Window(try day("2025-05-08")), to: Window(try day("2025-05-19")), minimum: minimum)
  }

  private func tie(_ shift: Shift) throws -> TieShift {
    try #require(
      shift.tie(from: try shift.project.position("AZ"), to: try shift.project.position("RU")))
  }

  /// The cells of the first row that begins with a text.
  private func row(_ article: [String], _ head: String) throws -> [String] {
    let line = try #require(article.first { $0.hasPrefix("| \(head) |") }, "no row '\(head)'")
    return cells(line)
  }

  /// The cells of a row without the spaces around them.
  private func cells(_ line: String) -> [String] {
    line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
  }

  @Test func theTieIsThatOfTheArticle() throws {
    let article = try article()
    let tie = try tie(shift())
    let (before, after) = (try #require(tie.before), try #require(tie.after))
    #expect(
      try row(article, "net of the tie: their sum over 4").dropFirst()
        == [text(before.net), text(after.net)])
    let whole = article.joined(separator: " ")
    #expect(whole.contains("a change of \(text(tie.net))"))
    #expect(
      whole.contains("Tension rose from \(text(before.tension)) to \(text(after.tension))"))
    #expect(whole.contains("accord stayed at \(text(after.accord))"))
  }

  @Test func thePartsOfTheClaimsAreThoseOfTheArticle() throws {
    let article = try article()
    let start = try #require(article.firstIndex { $0.hasPrefix("| claim | part") })
    let rows = article[(start + 2)...].prefix { $0.hasPrefix("|") }
    let shift = try shift()
    let changes = try tie(shift).changes
    #expect(rows.count == changes.count)
    var total = 0.0
    for (line, change) in zip(rows, changes) {
      let cells = cells(line)
      #expect(cells[0] == shift.project.claims[change.claim].id)
      #expect(cells[1] == text(change.before?.net ?? 0, signed: true))
      #expect(cells[2] == text(change.after?.net ?? 0, signed: true))
      #expect(cells[3] == text(change.net, signed: true))
      total += change.net
    }
    #expect(text(total) == text(try tie(shift).net))
  }

  @Test func theTestIsThatOfTheArticle() throws {
    let shift = try shift()
    let (source, target) = (
      try shift.project.position("AZ"), try shift.project.position("RU")
    )
    let test = try #require(Significance(of: shift).test(from: source, to: target))
    #expect(test.shortfall == .arrangements(3, needed: 20))
    #expect(
      try article().joined(separator: " ").contains(try #require(test.shortfall).description))
    var options = Significance.Options()
    options.minimumArrangements = 1
    let forced = try #require(Significance(of: shift, options).test(from: source, to: target))
    #expect(forced.isExact && forced.tried == 3 && forced.asLarge == 1)
  }

  @Test func theArrangementsAreThoseOfTheArticle() throws {
    let project = try foundingCase()
    let parade = try EDTFDate("2025-05-09")
    let lasting = try EDTFDate("2024-12/2025-05-19")
    let acts = [("the parade", ""), ("the aircraft", "c07"), ("the complaint", "c24")]
    for (name, given) in acts {
      let claims = project.claims.map { claim in
        var moved = claim
        if !given.isEmpty {
          if ["c01", "c02", "c03", "c05"].contains(claim.id) { moved.when = lasting }
          if claim.id == given { moved.when = parade }
        }
        return moved
      }
      let other = try Project(
        title: "", estimator: project.estimator, sources: project.sources, layers: project.layers,
        actors: project.actors, affiliations: project.affiliations, events: project.events,
        claims: claims)
      let tie = try tie(
        Shift(
          in: try Evidence(other) { $0.level = .state }, from: Window(try day("2025-05-08")),
          to: Window(try day("2025-05-19")), minimum: 0))
      #expect(
        try row(article(), name).dropFirst()
          == [text(tie.before?.net ?? 0), text(tie.after?.net ?? 0), text(tie.net)])
    }
  }

  @Test func whatItSurvivesIsThatOfTheArticle() throws {
    let shift = try shift()
    let ties = try Robustness.ties(of: shift)
    let found = try #require(
      ties.first {
        shift.project.actors[Int($0.source)].id == "AZ"
          && shift.project.actors[Int($0.target)].id == "RU"
      })
    let article = try article()
    for trial in found.trials {
      let name =
        switch trial.variation {
        case .withoutClaim(let claim):
          ["c02", "c03"].contains(shift.project.claims[claim].id)
            ? "without c02, or c03" : "without \(shift.project.claims[claim].id)"
        case .withoutSource: "without the source"
        case .withoutImplied: "without implied claims"
        case .withoutPartial: "without partial spokesmen"
        case .halfLives(let factor): factor < 1 ? "half-lives × ½" : "half-lives × 2"
        case .prior(let prior):
          prior < 1 ? "prior worth ½ claim" : "prior worth \(Int(prior)) claims"
        case .estimator(let estimator): estimator.name
        }
      let cells = try row(article, name)
      #expect(cells[1] == text(trial.change), "\(name)")
      #expect(cells[2] == (trial.survives ? "yes" : "no"), "\(name)")
    }
    #expect(found.grade == .fragile)
    #expect(article.joined(separator: " ").contains("\"\(found.reason)\""))
    let outcome = try #require(Bootstrap.ties(of: shift).first { $0.source == found.source })
    #expect(outcome.net == .impossible(.oneSource(0)))
  }

  @Test func whatTheActorsDidIsThatOfTheArticle() throws {
    let article = try article()
    let whole = article.joined(separator: " ")
    let shift = try shift()
    func actor(_ id: String) throws -> ActorShift {
      let position = try shift.project.position(id)
      return try #require(shift.actors.first { $0.actor == position })
    }
    let (baku, moscow) = (try actor("AZ").outgoing, try actor("RU").outgoing)
    let turn = try #require(baku.turn)
    #expect(
      whole.contains(
        "sizes of the changes is \(text(baku.distance)); the cosine of the two is "
          + "\(text(1 - turn)), so that the profile turned by \(text(turn))"))
    #expect(whole.contains("it moved by \(text(moscow.distance)) and turned by 2,"))
    #expect(isClose(try #require(moscow.turn), 2))
    let tension = try #require(CentralityShift(shift).columns.first)
    for (node, position) in shift.after.nodes.enumerated() {
      let (old, new) = (tension.before[node] ?? -1, tension.after[node] ?? -1)
      let name = shift.project.actors[position].name
      guard shift.actors.contains(where: { Int($0.actor) == position }) else { continue }
      let places = [tension.placesBefore[node], tension.placesAfter[node]].map {
        $0?.description ?? "none"
      }
      #expect(
        try row(article, name).dropFirst() == [
          text(old), text(new), places.joined(separator: ", then "),
        ])
    }
    let closest = try #require(AlignmentShift(shift).pairs.first)
    let names = [closest.first, closest.second].map {
      shift.project.actors[shift.after.nodes[Int($0)]].name
    }
    #expect(names == ["Azerbaijan", "United States"])
    #expect(whole.contains("from \(text(closest.before)) to \(text(closest.after)), because"))
  }

  @Test func whoChangedSideIsThatOfTheArticle() throws {
    let article = try article()
    let whole = article.joined(separator: " ")
    let shift = try shift()
    func known(_ snapshot: Snapshot, _ minimum: Double) throws -> KnownBlocs {
      let graph = try SignedTies(snapshot.graph, weighting: .signs, minimum: minimum)
      guard let found = KnownBlocs(enumerating: graph) else {
        throw RelationGraphError.tooManyActors(graph.nodeCount)
      }
      return found
    }
    func line(_ snapshot: Snapshot, _ one: String, _ other: String) throws -> Double {
      let (one, other) = (try shift.project.position(one), try shift.project.position(other))
      return (snapshot.tie(from: one, to: other)?.net ?? 0)
        + (snapshot.tie(from: other, to: one)?.net ?? 0)
    }
    let turned = try row(article, "Azerbaijan, Russia")
    #expect(turned[1].hasSuffix(" = \(text(try line(shift.before, "AZ", "RU"), signed: true))"))
    #expect(turned[2].hasSuffix(" = \(text(try line(shift.after, "AZ", "RU"), signed: true))"))
    for (name, one, other) in [
      ("Azerbaijan, Armenia", "AZ", "AM"), ("Russia, United States", "RU", "US"),
    ] {
      #expect(
        try row(article, name).dropFirst() == [
          text(try line(shift.before, one, other)), text(try line(shift.after, one, other)),
        ])
    }
    let blocs = try BlocShift(known(shift.before, 0.05), known(shift.after, 0.05))
    for state in [blocs.before, blocs.after] {
      #expect(state.index == 0...0 && state.fit?.blocs == 2 && state.divisions.count == 1)
    }
    let variation = try #require(blocs.variation)
    #expect(variation.lowerBound == variation.upperBound)
    #expect(whole.contains("the variation of information is ln 4 = \(text(variation.upperBound))"))
    func actor(_ id: String) throws -> (BlocShift.Actor, [String], [String]) {
      let position = Int(try shift.project.position(id))
      let actor = blocs.actors[try #require(shift.after.nodes.firstIndex(of: position))]
      func ids(_ nodes: [Int32]) -> [String] {
        nodes.map { shift.project.actors[shift.after.nodes[Int($0)]].id }
      }
      return (actor, ids(actor.partedFrom), ids(actor.joined))
    }
    for (id, parted, joined) in [
      ("AZ", "RU", "US"), ("RU", "AZ", "AM"), ("AM", "US", "RU"), ("US", "AM", "AZ"),
    ] {
      let found = try actor(id)
      #expect(found.0.standing == .either && found.1 == [parted] && found.2 == [joined])
    }
    let survival = try #require(blocs.survival(of: self.shift(minimum: 0.05)))
    let found = survival.compactMap { $0 }
    #expect(found.count == 4 && found.allSatisfy { $0.decidingSources.count == 1 })
    let forAll = found.dropFirst().reduce(Set(found[0].decidingClaims)) {
      $0.intersection($1.decidingClaims)
    }
    let claims = forAll.sorted().map { shift.project.claims[$0].id }
    #expect(whole.contains("Without \(claims.joined(separator: ", or without ")), nobody"))
    let strict = try BlocShift(known(shift.before, 0.06), known(shift.after, 0.06))
    #expect(!strict.actors.contains { $0.standing == .moved || $0.standing == .either })
  }

  @Test func theSystemIsThatOfTheArticle() throws {
    let whole = try article().joined(separator: " ")
    let shift = Shift(
      in: try Evidence(foundingCase()) { $0.level = .state },
      from: Window(try day("2025-05-08")), to: Window(try day("2025-05-19")))
    let system = SystemShift(shift)
    #expect(
      whole.contains(
        "rose from \(text(system.before.tension)) to \(text(system.after.tension)), their accord "
          + "from \(text(system.before.accord)) to \(text(system.after.accord))."))
    #expect(whole.contains("\"\(system.verdict)\""))
    #expect(whole.contains("\"\(try Robustness.all(of: shift).sums.tension.reason)\""))
  }
}
