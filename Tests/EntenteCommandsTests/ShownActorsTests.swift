import Foundation
import Testing

@testable import EntenteCommands

/// `entente shift --between`: fewer rows, and the same in each.
@Suite struct ShownActorsTests {
  private let wider = InProcess.path("graphs/russia-azerbaijan-2024-2025.yaml")

  private func object(_ line: String) throws -> [String: Any] {
    let outcome = InProcess.run("shift \(wider) \(line) --format json")
    #expect(outcome.status == 0, "\(outcome.talk)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test(arguments: ["ties", "claims", "tests", "robustness", "alignment", "centrality", "actors"])
  func rowsAreThoseOfTheWhole(table: String) throws {
    let dates = "--level state --from 2025-06-26 --to 2025-07-05 --replicates 50 --top 99"
    let all = try #require(try object("\(dates) --table \(table)")[table] as? [[String: Any]])
    let shown = try #require(
      try object("\(dates) --table \(table) --between AZ,Russia")[table] as? [[String: Any]])
    let pair: Set = ["AZ", "RU"]
    let expected = all.filter { row in
      ["from", "to", "first", "second", "actor"].compactMap { row[$0] as? String }
        .allSatisfy(pair.contains)
    }
    #expect(!shown.isEmpty && shown.count < all.count)
    #expect(shown as NSArray == expected as NSArray)
  }

  @Test func aComparisonIsNarrowedToo() throws {
    let line = "--level state --from 2024-12-24 --to 2025-08-01 --drop-country-media AZ --compare"
    let ties = try #require(
      try object("\(line) --no-tests --between AZ,RU")["ties"] as? [[String: Any]])
    #expect(Set(ties.compactMap { $0["from"] as? String }) == ["AZ", "RU"] && ties.count == 2)
  }

  @Test func namesAreAskedFor() {
    for names in ["AZ", "AZ,AZ", "AZ,nobody", ","] {
      let outcome = InProcess.run(
        ["shift", wider, "--level", "state", "--from", "2025-05-08", "--between", names])
      #expect(outcome.status == 64 && outcome.output.isEmpty, "\(names)")
    }
    let told = InProcess.run(
      ["shift", wider, "--level", "state", "--from", "2025-05-08", "--between", "Azerbaijan, RU"])
    let text = told.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("the 2 between Azerbaijan and Russia"))
  }
}
