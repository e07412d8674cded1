import EntenteCore
import Foundation
import Testing

@testable import EntenteCommands

@Suite struct BreaksCommandTests {
  private let wider = InProcess.path("graphs/russia-azerbaijan-2024-2025.yaml")

  private func object(_ line: String) throws -> [String: Any] {
    let outcome = InProcess.run("breaks \(wider) \(line) --format json")
    #expect(outcome.status == 0, "\(outcome.talk)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  /// When each break of a method was, and when it was noticed.
  private func found(_ line: String, _ method: String) throws -> [String] {
    let rows = try #require(try object(line)["breaks"] as? [[String: Any]])
    return rows.filter { $0["method"] as? String == method }.map {
      "\($0["first"] as? String ?? "–") \($0["noticed"] as? String ?? "–")"
    }
  }

  @Test func whereOnlyGraphsAreComparedNoScoresAreSpokenOf() throws {
    let outcome = InProcess.run("breaks \(wider) --level state --method lad --every month")
    #expect(outcome.output.contains("breaks of the graph as a whole, every month"))
    #expect(!outcome.output.contains("score of new acts"))
    #expect(!outcome.output.contains("have no score"))
    let parameters = try #require(
      try object("--level state --method lad")["parameters"] as? [String: Any])
    #expect(parameters["on"] is NSNull)
    // With others beside it, it finds the same.
    #expect(
      try found("--level state --method lad --every month", "lad")
        == found("--level state --every month", "lad"))
  }

  @Test func theDefaultsAreThoseThatAreNamed() throws {
    let plain = try found("AZ RU --level state --on hostile", "online")
    #expect(
      try found(
        "AZ RU --level state --on hostile --expected-run 100 --mean-worth 1 --deviation-worth 2",
        "online") == plain)
    let alarms = try found("RU AZ --level state", "cusum")
    #expect(!alarms.isEmpty)
    #expect(try found("RU AZ --level state --allowance 0.5 --threshold 5", "cusum") == alarms)
  }

  /// What the command finds is what the library finds with the same numbers, by position.
  @Test func settingsReachTheWatches() throws {
    let project = try #require(try ProjectArgument.read(wider).0)
    var options = EvidenceOptions()
    options.level = .state
    let evidence = try Evidence(project, options)
    let subject = Series.Subject.tie(
      from: Int32(try evidence.node(meantBy: "AZ")), to: Int32(try evidence.node(meantBy: "RU")))
    let first = try #require(CalendarDate(year: 2024, month: 11, day: 1))
    let last = try #require(CalendarDate(year: 2025, month: 12, day: 31))
    let weeks = try Step.week.periods(from: first, to: last)
    let scores = ClaimFlow(of: subject, in: evidence, over: weeks).scores
    let line = "AZ RU --level state --from 2024-11-01 --to 2025-12-31"

    let alarms = try CumulativeSum.alarms(
      in: scores.values, mean: 2, deviation: 3, allowance: 0.25, threshold: 2)
    #expect(alarms.count > 1)
    #expect(
      try found(
        "\(line) --usual-mean 2 --usual-deviation 3 --allowance 0.25 --threshold 2", "cusum")
        == alarms.map {
          "\(weeks[scores.periods[$0.since]].first) \(weeks[scores.periods[$0.position]])"
        })

    var prior = OnlineDetection.Prior()
    (prior.mean, prior.meanWeight, prior.shape, prior.scale) = (2, 3, 5, 5 * 9)
    prior.expectedRun = 4
    let states = try OnlineDetection.states(of: scores.values, prior)
    let usual = "--usual-mean 2 --usual-deviation 3 --mean-worth 3 --deviation-worth 10"
    let told = try found("\(line) \(usual) --expected-run 4", "online")
    // Every run that was told of ends where the library's run does not grow.
    #expect(!told.isEmpty)
    let shrinks = states.indices.dropFirst().filter { states[$0].run <= states[$0 - 1].run }
    let noticed = Set(shrinks.map { weeks[scores.periods[$0]].description })
    #expect(told.allSatisfy { noticed.contains(String($0.split(separator: " ")[1])) })
    #expect(try found("\(line) \(usual) --expected-run 1000000", "online") != told)
  }

  @Test func whatIsGivenAsUsualNeedsNoFirstValues() {
    // One value and a known mean: nothing is missing.
    let line = "AZ RU --level state --method cusum --from 2024-11-01 --to 2025-01-05"
    let without = InProcess.run("breaks \(wider) \(line)")
    #expect(without.output.contains("needed to tell what is usual"))
    let with = InProcess.run("breaks \(wider) \(line) --usual-mean 4 --usual-deviation 1")
    let text = with.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("against what is given as usual (mean +4.00, deviation 1.00)"))
    #expect(text.contains("allowance 0.5, threshold 5 deviations"))
  }

  @Test(arguments: [
    "--usual-mean 1", "--usual-deviation 1", "--usual-mean 1 --usual-deviation 0",
    "--usual-mean 1 --usual-deviation 1 --baseline 4", "--allowance -1", "--threshold 0",
    "--expected-run 1", "--mean-worth 0", "--deviation-worth nan", "--threshold inf",
    "--baseline 1", "--usual-mean nan --usual-deviation 1",
  ])
  func refusesWhatMakesNoSense(line: String) {
    let outcome = InProcess.run("breaks \(wider) \(line)")
    #expect(outcome.status == 64, "\(outcome.talk)")
    #expect(outcome.output.isEmpty && !outcome.talk.isEmpty)
  }
}
