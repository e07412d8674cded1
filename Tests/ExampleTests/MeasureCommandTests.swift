import Foundation
import Testing

/// Every measure from the command line: on each kind of ties, at a date and over a series, in every
/// format.
@Suite struct MeasureCommandTests {
  private let project = "graphs/caucasus-2025.yaml --level state"

  private func run(_ script: String) throws -> Sandbox.Outcome {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    return try sandbox.run(script, in: sandbox.folder)
  }

  @Test func everyMeasureIsExplained() throws {
    let outcome = try run(
      """
      entente explain-measure > names
      while read -r name rest; do echo "== $name"; entente explain-measure "$name"; done < names
      """)
    #expect(outcome.status == 0)
    let texts = outcome.output.split(separator: "== ").map(String.init)
    #expect(texts.count >= 26)
    for text in texts {
      let name = text.prefix { $0 != "\n" }
      #expect(text.contains("(\(name))"))
      for part in ["Definition", "Direction", "Weight", "Sign", "Range", "Reference"] {
        #expect(text.contains("\n\(part) "), "\(name) says nothing of \(part)")
      }
    }
  }

  /// A measure either answers on an aspect or says why not, and what to ask for instead.
  @Test func everyCentralityOnEveryAspect() throws {
    let outcome = try run(
      """
      entente explain-measure > names
      for on in accord tension net; do
        while read -r name rest; do
          entente centrality \(project) --measure $name --on $on --format csv > out 2> why || true
          if grep -q "no centrality measure" why; then continue; fi
          echo "$name|$on|$(wc -l < out)|$(tr '\\n' ' ' < why)"
        done < names
      done
      """)
    let answers = outcome.output.split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    let measures = Set(answers.map { $0[0] })
    #expect(measures.count == 14 && answers.count == 3 * 14)
    for answer in answers {
      let lines = Int(answer[2].filter { !$0.isWhitespace }) ?? 0
      // Either the actors under a heading, or nothing and a reason, under the name that the weighted
      // measures share with the unweighted ones.
      let name = answer[0].replacing("weighted-", with: "")
      #expect(lines > 3 ? answer[3].isEmpty : lines == 0 && answer[3].contains(name), "\(answer)")
    }
    // Each measure has an answer on some kind of ties.
    #expect(Set(answers.filter { $0[3].isEmpty }.map { $0[0] }) == measures)
  }

  @Test(arguments: [
    "centrality", "centrality --measure hits", "balance --triads", "balance --weighted --every-tie",
    "blocs", "blocs --blocs 3 --weighted", "blocs --blocs free --alpha 0.3 --every-tie",
    "blocs --method modularity", "alignment", "alignment --similarity kappa --map",
    "alignment --map --dimensions 1 --actor AZ",
  ]) func everyFormatAtADateAndOverMonths(command: String) throws {
    let words = command.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1] : ""
    for dates in ["--at 2025-05-19", "--every month --from 2025-04-01 --to 2025-06-30"] {
      let sandbox = try Sandbox()
      defer { sandbox.remove() }
      let outcome = try sandbox.run(
        """
        for format in table json csv markdown; do
          entente \(words[0]) \(project) \(dates) \(rest) --format $format > $format
        done
        """, in: sandbox.folder)
      #expect(outcome.status == 0 && outcome.talk.isEmpty, "\(command) \(dates): \(outcome.talk)")
      let texts = try ["table", "json", "csv", "markdown"].map {
        try String(contentsOf: sandbox.folder.appending(path: $0), encoding: .utf8)
      }
      #expect(texts.allSatisfy { $0.split(whereSeparator: \.isNewline).count > 3 })
      #expect(try JSONSerialization.jsonObject(with: Data(texts[1].utf8)) is [String: Any])
      let heading = texts[2].prefix { $0 != "\n" && $0 != "\r" }
      #expect(heading.hasPrefix("date,") == dates.contains("every"), "\(command): \(heading)")
      if dates.contains("every") {
        for month in ["2025-04", "2025-05", "2025-06"] {
          #expect(texts.allSatisfy { $0.contains(month) }, "\(command) has nothing of \(month)")
        }
      }
    }
  }

  @Test func theActorAskedForLiesOnThePositiveSide() throws {
    for actor in ["AZ", "RU"] {
      let outcome = try run(
        "entente alignment \(project) --map --dimensions 1 --actor \(actor) --format csv")
      let rows = outcome.output.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
      #expect(rows.first?.map(String.init) == ["actor", "name", "x"])
      let own = try #require(rows.first { $0[0] == actor })
      #expect(try #require(Double(own[2])) >= 0)
    }
  }
}
