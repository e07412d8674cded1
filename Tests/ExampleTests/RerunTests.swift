import Foundation
import Testing

/// `entente rerun`: a result made again from what it says about itself.
@Suite struct RerunTests {
  func run(_ script: String) throws -> Sandbox.Outcome {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    return try sandbox.run(script, in: sandbox.folder)
  }

  static let founding = "graphs/caucasus-2025.yaml"

  @Test(arguments: [
    "show F --at 2025-05-19", "shift F --from 2025-05-08 --seed 5 --permutations 50",
    "shift F --from 2025-05-08 --compare --basis stated",
    "shift F --from 2025-05-08 --table sides --table blocs --weighted --time-limit 5 --seed 3",
    "shift F --from 2025-05-08 --table centrality --centrality pagerank --table alignment",
    "balance F --seed 4", "blocs F --level state --blocs free", "blocs F --method modularity",
    "shift --revisions F F --at 2025-05-19", "explain F AZ RU --level state --from 2025-05-08",
    "centrality F", "alignment F --level state", "series F AZ --seed 9",
    "breaks F --every day --on acts", "gate F --from 2025-05-08 --max-shift 9",
  ])
  func givesTheSameBytes(command: String) throws {
    let full = command.replacingOccurrences(of: "F", with: Self.founding)
    let outcome = try run(
      """
      entente \(full) --format json > result.json
      entente rerun result.json > again.json
      cmp result.json again.json
      entente rerun result.json --check
      """)
    #expect(outcome.status == 0, "\(full)\n\(outcome.output)\(outcome.talk)")
    #expect(outcome.output.isEmpty)
  }

  @Test func argumentsKeepWhateverIsInThem() throws {
    let outcome = try run(
      """
      cp \(Self.founding) "a file, 'odd' & é \\"q\\".yaml"
      entente show "a file, 'odd' & é \\"q\\".yaml" --at 2025-05-19 --format json > result.json
      entente rerun result.json | cmp - result.json
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
  }

  @Test func tellsWhenTheCaseHasChanged() throws {
    let start = """
      cp \(Self.founding) case.yaml
      entente show case.yaml --at 2025-05-19 --format json > result.json
      sed -i 's/score: -4/score: -5/' case.yaml
      """
    let check = try run("\(start)\nentente rerun result.json --check")
    #expect(check.status == 1 && check.output.isEmpty)
    #expect(check.talk.contains("not the same"))
    let again = try run("\(start)\nentente rerun result.json")
    #expect(again.status == 0 && again.talk.contains("not the same"))
  }

  @Test(arguments: [
    ("rerun no-such-file.json", 66), ("rerun graphs/caucasus-2025.yaml", 65),
    ("rerun /dev/null", 65), ("rerun made.json", 65), ("rerun renders.json", 65),
    ("rerun itself.json", 65),
  ])
  func refusesWhatIsNoResult(arguments: String, status: Int32) throws {
    let outcome = try run(
      """
      echo '{"arguments": ["nonsense"]}' > made.json
      echo '{"arguments": ["render", "\(Self.founding)", "-o", "x.svg"]}' > renders.json
      echo '{"arguments": ["rerun", "itself.json"]}' > itself.json
      entente \(arguments)
      """)
    #expect(outcome.status == status, "\(outcome.talk)")
    #expect(outcome.output.isEmpty)
  }

  @Test func aGateThatWasShutIsShutAgain() throws {
    let outcome = try run(
      """
      entente gate \(Self.founding) --from 2025-05-08 --max-shift 1 --format json > result.json || true
      entente rerun result.json --check
      set +e
      entente rerun result.json > again.json
      [ $? = 1 ] && cmp result.json again.json
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
  }
}
