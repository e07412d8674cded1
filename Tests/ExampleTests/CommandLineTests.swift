import Foundation
import Testing

/// The program as a whole: exit codes, what goes to which stream, and files that stay whole.
@Suite struct CommandLineTests {
  let graph = "graphs/caucasus-2025.yaml"

  func run(_ script: String) throws -> Sandbox.Outcome {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    return try sandbox.run(script, in: sandbox.folder)
  }

  @Test(arguments: [
    ("entente --version", 0), ("entente", 0), ("entente help shift", 0),
    ("entente nonsense", 64), ("entente shift", 64),
    ("entente shift graphs/caucasus-2025.yaml", 64),
    ("entente show graphs/caucasus-2025.yaml --at 2025-02-30", 64),
    ("entente show graphs/caucasus-2025.yaml --layer nonsense", 64),
    ("entente show graphs/caucasus-2025.yaml --without nobody", 64),
    ("entente show graphs/caucasus-2025.yaml --prior 0", 64),
    ("entente show graphs/caucasus-2025.yaml --estimator sum --prior 2", 64),
    ("entente explain graphs/caucasus-2025.yaml RU RU", 64),
    ("entente explain graphs/caucasus-2025.yaml RU Bakku", 64),
    ("entente explain graphs/caucasus-2025.yaml aliyev RU --level state", 64),
    ("entente centrality graphs/caucasus-2025.yaml --measure nonsense", 64),
    ("entente centrality graphs/caucasus-2025.yaml --measure pagerank --on net", 65),
    ("entente render graphs/caucasus-2025.yaml --view shift", 64),
    ("entente render graphs/caucasus-2025.yaml -o picture.jpg", 64),
    ("entente render graphs/caucasus-2025.yaml -o picture.png --inline", 64),
    ("entente check /dev/null", 65), ("entente show /dev/null", 65),
    ("printf 'entente: 1\\n' | entente check -", 65),
    ("entente check no-such-file.yaml", 66), ("entente show no-such-file.yaml", 66),
    ("entente check graphs", 66),
    ("entente init no/such/folder/case.yaml", 73),
    ("entente render graphs/caucasus-2025.yaml -o no/such/folder/a.svg", 73),
    ("entente balance graphs/tribes.yaml", 0),
    ("entente balance graphs/tribes.yaml --time-limit 0", 64),
    ("entente balance graphs/tribes.yaml --at 2025 --every month", 64),
    ("entente balance graphs/tribes.yaml --from 2025-01-01", 64),
    ("entente blocs graphs/tribes.yaml --blocs 0", 64),
    ("entente blocs graphs/tribes.yaml --alpha 1", 64),
    ("entente alignment graphs/tribes.yaml --actor nobody", 64),
    ("entente alignment graphs/tribes.yaml --map --dimensions 1 --actor Gahuk", 0),
    ("entente alignment graphs/tribes.yaml --map --dimensions 3", 64),
    ("entente explain-measure", 0), ("entente explain-measure nonsense", 64),
    ("entente explain-measure frustration", 0),
    ("entente centrality graphs/tribes.yaml --every day --from 0001-01-01", 64),
    ("entente check graphs/caucasus-2025.yaml", 0),
    ("entente check graphs/caucasus-2025.yaml --strict", 65),
  ])
  func exitCodes(script: String, status: Int32) throws {
    let outcome = try run(script)
    #expect(outcome.status == status, "\(script)\n\(outcome.output)\(outcome.talk)")
    if status != 0 {
      #expect(outcome.output.isEmpty, "data on stdout although it failed: \(outcome.output)")
      #expect(!outcome.talk.isEmpty)
    }
  }

  @Test func suggestsWhatWasMeant() throws {
    #expect(try run("entente explain \(graph) RU Azerbaijann").talk.contains("Azerbaijan"))
    #expect(
      try run("entente centrality \(graph) --measure eigenvektor").talk.contains("'eigenvector'"))
  }

  @Test func readsStandardInput() throws {
    let outcome = try run("cat \(graph) | entente show - --at 2025-05-19 --format csv")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == (try run("entente show \(graph) --at 2025-05-19 --format csv").output))
  }

  @Test func initWritesASoundFileAndNeverOverwrites() throws {
    let outcome = try run(
      """
      entente init case.yaml && entente check case.yaml && entente show case.yaml >/dev/null
      cp case.yaml before.yaml
      echo mine > other.yaml
      ! entente init other.yaml && [ "$(cat other.yaml)" = mine ] && cmp case.yaml before.yaml
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
  }

  @Test func failedWritesLeaveTheOldFileAndNothingElse() throws {
    let outcome = try run(
      """
      mkdir out && echo old > out/a.svg
      ! entente render graphs/no-such.yaml -o out/a.svg
      printf 'entente: 1\\ntitle: x\\n' > bad.yaml
      ! entente render bad.yaml -o out/a.svg
      [ "$(cat out/a.svg)" = old ] && [ "$(ls out)" = a.svg ]
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
  }

  @Test func sameInputSameBytes() throws {
    let outcome = try run(
      """
      for kind in svg png pdf dot; do
        entente render \(graph) --view shift --from 2025-05-08 -o one.$kind
        entente render \(graph) --view shift --from 2025-05-08 -o two.$kind
        cmp one.$kind two.$kind
      done
      for format in table json csv markdown; do
        entente shift \(graph) --from 2025-05-08 --format $format > one
        entente shift \(graph) --from 2025-05-08 --format $format > two
        cmp one two
      done
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
  }

  @Test func aReaderThatLeavesIsNoError() throws {
    let outcome = try run("set +o pipefail; entente show \(graph) --format json | head -n 1")
    #expect(outcome.status == 0)
    #expect(outcome.talk.isEmpty, "\(outcome.talk)")
  }

  @Test func talkHasNoColorWhereThereIsNoTerminal() throws {
    #expect(!(try run("entente check \(graph)").talk.contains("\u{1B}")))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let outcome = try run("entente --generate-completion-script \(shell)")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("render"))
  }

  @Test func jsonIsJSON() throws {
    let commands = [
      "show", "centrality", "shift --from 2025-05-08", "explain AZ RU", "balance", "blocs",
      "alignment", "balance --every month", "centrality --every quarter",
    ]
    for command in commands {
      let words = command.split(separator: " ", maxSplits: 1).map(String.init)
      let rest = words.count > 1 ? words[1] : ""
      let outcome = try run("entente \(words[0]) \(graph) \(rest) --format json")
      let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      let object = try #require(value as? [String: Any])
      #expect(object["command"] as? String == words[0])
      #expect(object["parameters"] is [String: Any])
      #expect(!outcome.output.lowercased().contains("nan"))
    }
  }
}
