import EntenteCore
import Foundation
import Testing

@testable import EntenteFormats

/// `graphs/russia-azerbaijan-2024-2025.yaml` is what `graphs/README.md` says of it.
@Suite struct WiderCaseTests {
  private func project() throws -> Project {
    let file = TestFiles.package.appendingPathComponent("graphs/russia-azerbaijan-2024-2025.yaml")
    let read = ProjectReader.read(bytes: try TestFiles.bytes(file), file: "wider")
    return try #require(read.project)
  }

  /// What the page says, broken lines joined.
  private func page() throws -> String {
    let file = TestFiles.package.appendingPathComponent("graphs/README.md")
    return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  @Test func hasAsManyClaimsActsAndPagesAsIsSaid() throws {
    let (project, page) = (try project(), try page())
    #expect(project.claims.count == 90 && page.contains("**90 claims**"))
    let acts = Set(project.claims.compactMap(\.event))
    #expect(acts.count == 63 && project.events.count == 63)
    #expect(page.contains("**63 acts and states of affairs**"))
    #expect(Set(project.claims.map(\.source)).count == 86 && project.sources.count == 86)
    let publishers = Set(project.sources.compactMap(\.publisher)).count
    #expect(page.contains("from **86 pages** of \(publishers) publishers in fifteen countries"))
    let countries = Set(project.sources.compactMap(\.country)).filter {
      !$0.contains("exile") && $0 != "unknown"
    }
    #expect(countries.count == 15)
    #expect(page.contains("\(project.actors.count) actors, media among them"))
    #expect(project.actors.contains { $0.kind == .outlet })
  }

  @Test func everyClaimHasItsSourceDateAndAddress() throws {
    let project = try project()
    for source in project.sources {
      #expect(source.url?.hasPrefix("http") == true && source.seen != nil, "\(source.id)")
    }
    let unpublished = project.sources.filter { $0.published == nil }.count
    let page = try page()
    #expect(unpublished == 15 && page.contains("Fifteen pages bear no date"))
    let inferred = project.claims.filter { $0.dateBasis == .inferred }.count
    #expect(page.contains("(\(inferred) of 90)"))
    let unseen = project.sources.filter { $0.title.contains("headline not seen") }.count
    #expect(page.contains("For \(unseen) pages it was not seen"))
  }

  @Test func contestedClaimsAreThoseOfTheTable() throws {
    let (project, page) = (try project(), try page())
    var contested = Set<String>()
    for claim in project.claims where !claim.contradicts.isEmpty {
      contested.formUnion(claim.contradicts + [claim.id])
      for other in claim.contradicts {
        // They name each other.
        let place = try #require(project.claimIndex[other])
        #expect(project.claims[place].contradicts.contains(claim.id))
      }
    }
    #expect(contested.count == 32)
    #expect(page.contains("32 claims cannot hold together with another one"))
    let rest = page.components(separatedBy: "| what | claims |").last ?? ""
    let table = rest.components(separatedBy: "Some are contested more in words").first ?? ""
    let listed = Set(table.matches(of: /\bk[0-9]{2}\b/).map { String($0.0) })
    #expect(listed == contested)
  }

  @Test func mostActsRestOnOnePage() throws {
    let (project, page) = (try project(), try page())
    var sources: [String: Set<String>] = [:]
    for claim in project.claims {
      sources[claim.event ?? "", default: []].insert(claim.source)
    }
    let single = sources.values.filter { $0.count == 1 }.count
    let home = sources.values.filter { ids in
      Set(ids.compactMap { project.sourceIndex[$0] }.map { project.sources[$0].country }).count == 1
    }.count
    #expect(page.contains("\(single) of the 63, and \(home) on publishers of one country"))
    let economic = project.claims.filter { $0.layer == "economic" }.count
    #expect(economic == 9 && page.contains("the economic layer has nine claims"))
    // Two thirds lie between Russia and Azerbaijan, whoever speaks for them.
    var options = EvidenceOptions()
    options.level = .state
    let evidence = try Evidence(project, options)
    #expect(evidence.accounting.used == 82)
  }
}
