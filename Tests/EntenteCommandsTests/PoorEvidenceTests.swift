import Foundation
import Testing

@testable import EntenteCommands

/// Every command on evidence that there is little to say about, in every format: a clear statement or
/// an error, and nowhere a value that is no number.
@Suite struct PoorEvidenceTests {
  /// A case and what is asked of it.
  enum Poverty: String, CaseIterable, Sendable {
    case nothingWeighs, oneClaim, neutralClaim, oneDay, outsideTheData, sameDates, reversedDates
    case manyLayers

    var text: String {
      switch self {
      case .oneClaim: Self.text([("A", "B", "2025-03-01", -5, "words")])
      case .neutralClaim: Self.text([("A", "B", "2025-03-01", 0, "words")])
      case .oneDay:
        Self.text(
          (0..<10).map { ("A", $0 % 2 == 0 ? "B" : "C", "2025-03-01", $0 - 5, "words") })
      case .manyLayers:
        Self.text(
          (0..<120).map { number in
            let (month, day) = (1 + number % 9, 10 + number % 19)
            return (
              ["A", "B", "C"][number % 3], ["B", "C", "A"][number % 3], "2025-0\(month)-\(day)",
              number % 21 - 10, "layer\(number)"
            )
          })
      case .nothingWeighs, .outsideTheData, .sameDates, .reversedDates:
        Self.text(
          (0..<12).map { number in
            (
              ["A", "B"][number % 2], ["B", "C"][number % 2], "2025-0\(1 + number % 6)-15",
              number - 6, "words"
            )
          })
      }
    }

    var dates: (from: String, to: String) {
      switch self {
      case .nothingWeighs: ("1990-01-01/1990-01-31", "1991-01-01")
      case .outsideTheData: ("1990-01-01", "2030-01-01")
      case .sameDates: ("2025-03-10", "2025-03-10")
      case .reversedDates: ("2025-05-10", "2025-03-10")
      default: ("2025-02-01", "2025-06-10")
      }
    }

    /// What `shift` says about it.
    var statement: String {
      switch self {
      case .nothingWeighs: "Nothing to compare: no claim weighs anything on either side."
      case .oneClaim, .neutralClaim: "Everything rests on one claim, c0."
      case .oneDay: "All claims name one date, 2025-03-01: nothing tells before from after."
      case .outsideTheData: "1990-01-01 lies outside the days that the claims name"
      case .sameDates: "Both sides are 2025-03-10: nothing can change."
      case .reversedDates: "The later side, 2025-03-10, begins before the earlier one"
      case .manyLayers: "120 layers pooled"
      }
    }

    private static func text(
      _ claims: [(from: String, to: String, when: String, score: Int, layer: String)]
    ) -> String {
      let layers = Set(claims.map(\.layer)).sorted()
      return """
        entente: 1
        title: A poor case
        sources:
          s0: {title: One, kind: newspaper, country: AA}
          s1: {title: Two, kind: newspaper, country: BB}
        layers:
        \(layers.map { "  \($0): {half-life: 60}" }.joined(separator: "\n"))
        actors:
          A: {kind: state, name: Aland}
          B: {kind: state, name: Beland}
          C: {kind: state, name: Celand}
        claims:
        \(claims.enumerated().map { number, claim in
          "  c\(number): {from: \(claim.from), to: \(claim.to), layer: \(claim.layer), "
            + "when: \(claim.when), score: \(claim.score), source: s\(number % 2), says: It acts.}"
        }.joined(separator: "\n"))

        """
    }
  }

  private func commands(_ dates: (from: String, to: String)) -> [String] {
    let between = "--from \(dates.from) --to \(dates.to)"
    let (first, last) = (dates.from.prefix(10), dates.to.prefix(10))
    let days = first <= last ? "--from \(first) --to \(last)" : "--from \(last) --to \(first)"
    return [
      "check FILE", "show FILE --at \(dates.to)", "shift FILE \(between) --replicates 50",
      "shift FILE \(between) --table tests --replicates 50",
      "shift FILE \(between) --no-tests --estimator sum",
      "shift FILE \(between) --without c0 --compare --replicates 50",
      "shift FILE \(between) --as-known-on \(dates.to.prefix(10)) --no-tests",
      "series FILE A B \(days) --every month --replicates 50",
      "series FILE \(days) --every month --replicates 50",
      "series FILE A --incoming \(days) --every month --replicates 50",
      "breaks FILE A B \(days) --every month", "breaks FILE --on net \(days) --every month",
      "breaks FILE --on acts \(days) --every month --cost mean --penalty 3",
      "breaks FILE --method lad \(days) --every month",
      "breaks FILE A \(days) --every month --usual-mean 0 --usual-deviation 1 --expected-run 2",
      "shift FILE \(between) --between A,B --no-tests",
      "gate FILE \(between) --max-shift 1", "gate FILE \(between) --max-tension 0",
      "explain FILE A B --at \(dates.to)", "explain FILE A B \(between)",
      "centrality FILE --at \(dates.to)", "balance FILE --at \(dates.to)",
      "blocs FILE --at \(dates.to)", "alignment FILE --at \(dates.to)",
    ]
  }

  @Test(arguments: Poverty.allCases)
  func everyCommandSaysSomethingClear(_ poverty: Poverty) throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "poor-\(UUID().uuidString).yaml")
    try Data(poverty.text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let path = file.path(percentEncoded: false)
    for command in commands(poverty.dates) {
      for format in command.hasPrefix("check") ? [""] : ["table", "json", "csv", "markdown"] {
        let words = command.split(separator: " ").map { $0 == "FILE" ? path : String($0) }
        let outcome = InProcess.run(words + (format.isEmpty ? [] : ["--format", format]))
        let told = "\(poverty) \(command) --format \(format): \(outcome.status)\n\(outcome.talk)"
        #expect([0, 1, 64, 65].contains(outcome.status), "\(told)")
        #expect(!(outcome.output + outcome.talk).isEmpty, "\(told)")
        // What was refused prints no data, and what fails says why.
        if outcome.status > 1 {
          #expect(outcome.output.isEmpty && !outcome.talk.isEmpty, "\(told)")
        }
        let noNumber = outcome.output.firstMatch(of: /(?i)(^|[^a-z])(nan|inf|infinity)([^a-z]|$)|∞/)
        #expect(noNumber == nil, "\(told)\n\(outcome.output)")
        if format == "json", !outcome.output.isEmpty {
          #expect(
            (try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8))) != nil, "\(told)")
        }
        if format == "table", command.hasSuffix("--replicates 50"), command.hasPrefix("shift"),
          !command.contains("compare")
        {
          // Lines are broken to the width of the terminal.
          let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          #expect(text.contains(poverty.statement), "\(told)\n\(outcome.output)")
        }
      }
    }
  }
}
