import Foundation
import TestSupport
import Testing

/// Every JSON result keeps to `entente schema --output`: known keys, their types, no odd numbers.
@Suite struct OutputSchemaTests {
  static let founding = "graphs/caucasus-2025.yaml"
  static let wider = "graphs/russia-azerbaijan-2024-2025.yaml"

  func run(_ script: String) throws -> Sandbox.Outcome {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    return try sandbox.run(script, in: sandbox.folder)
  }

  @Test func theFileIsWhatTheProgramPrints() throws {
    let outcome = try run("entente schema --output")
    let file = Sandbox.project.appending(path: "graphs/entente-output.schema.json")
    #expect(outcome.output == (try String(contentsOf: file, encoding: .utf8)))
  }

  /// Every command that prints JSON, and every table of each.
  static let commands = [
    "show W", "shift W --from 2024-12-24 --level state",
    "shift W --from 2024-12-24 --level state --table system --table alignment --table tests",
    "shift W --from 2024-12-24 --level state --table robustness --weighted",
    "shift W --from 2024-12-24 --table sides --table blocs --every-tie --no-tests",
    "shift W --from 2024-12-24 --table centrality --centrality hits --table system --no-tests",
    "shift F --from 1990-01-01 --to 1990-01-02", "shift F --from 2025-05-08 --to 2025-05-08",
    "shift W --from 2024-12-24 --compare --without k50", "shift --revisions F W --from 2024-12-24",
    "shift --revisions F W --at 2025-05-19", "explain W AZ RU --level state",
    "explain W AZ RU --level state --from 2024-12-24", "alignment W --level state",
    "alignment W --level state --map", "alignment W --level state --map --dimensions 1 --actor AZ",
    "alignment F --level state --every month", "series W",
    "series F AZ RU", "breaks W", "breaks W AZ RU --level state --by-layer --on hostile",
    "gate W --from 2025-06-26 --max-shift 9", "balance W --level state --triads",
    "balance F --every month --from 2025-04-01 --weighted", "blocs F --level state",
    "blocs W --level state --every month --from 2025-01-01 --blocs free",
    "blocs W --method modularity", "centrality W --level state",
    "centrality F --every month --from 2025-04-01 --measure betweenness",
    "centrality W --level state "
      + ["closeness", "katz", "hits", "signed-eigenvector", "pn", "k-core", "constraint"]
      .map { "--measure \($0)" }.joined(separator: " "),
    "render F --level state --lint",
    "render F --level state --view matrix --at 2025-05-19 --lint",
  ]

  @Test(arguments: commands)
  func resultsKeepToIt(command: String) throws {
    // The format of a figure is that of the picture.
    let option = command.hasPrefix("render") ? "--lint-format" : "--format"
    let outcome = try run("entente \(Self.full(command)) \(option) json")
    #expect(outcome.status == 0, "\(outcome.talk)")
    let result = try value(outcome.output)
    let schema = try value(run("entente schema --output").output)
    #expect(try JSONSchemaValidator(schema).isValid(result), "\(problems(result, schema))")
    let rows = result.fields.values.flatMap(\.items).filter { !$0.fields.isEmpty }
    if !command.contains("1990"), !command.contains("gate") { #expect(!rows.isEmpty) }
  }

  @Test func everyCommandIsTried() throws {
    let help = try run("entente --help").output
    let listed = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    // These print no JSON of their own.
    let others: Set = [
      "init", "check", "import", "watch", "explain-measure", "rerun", "schema", "See",
      "help",
    ]
    let tried = Set(Self.commands.compactMap { $0.split(separator: " ").first.map(String.init) })
    #expect(tried == Set(listed).subtracting(others))
  }

  @Test func whatIsNotInTheSchemaIsNotAllowed() throws {
    let schema = try value(run("entente schema --output").output)
    let validator = JSONSchemaValidator(schema)
    let head = #""command": "c", "entente": "1", "notes": [], "parameters": {}, "project": "p""#
    #expect(try validator.isValid(value("{\(head)}")))
    #expect(try validator.isValid(value(#"{\#(head), "ties": [{"from": "A"}]}"#)))
    #expect(try !validator.isValid(value(#"{\#(head), "ties": [{"from": 1}]}"#)))
    #expect(try !validator.isValid(value(#"{\#(head), "ties": [{"stranger": 1}]}"#)))
    #expect(try !validator.isValid(value(#"{\#(head), "stranger": []}"#)))
    #expect(try !validator.isValid(value(#"{"command": "c"}"#)))
  }

  private static func full(_ command: String) -> String {
    command.replacingOccurrences(of: "W ", with: Self.wider + " ")
      .replacingOccurrences(of: "F ", with: Self.founding + " ")
      .replacingOccurrences(of: #" W$"#, with: " " + Self.wider, options: .regularExpression)
  }

  private func value(_ text: String) throws -> JSONSchemaValidator.Value {
    try JSONDecoder().decode(JSONSchemaValidator.Value.self, from: Data(text.utf8))
  }

  /// Keys that the schema does not have, or whose values are of another type.
  private func problems(
    _ result: JSONSchemaValidator.Value, _ schema: JSONSchemaValidator.Value
  ) -> [String] {
    let columns = schema.fields["definitions"]?.fields["row"]?.fields["properties"]?.fields ?? [:]
    var found: [String] = []
    for (name, value) in result.fields {
      if schema.fields["properties"]?.fields[name] == nil { found.append(name) }
      for (key, cell) in value.items.flatMap(\.fields) {
        let isValid = columns[key].map { (try? JSONSchemaValidator($0).isValid(cell)) ?? false }
        if isValid != true { found.append("\(name).\(key): \(cell)") }
      }
    }
    return Array(Set(found)).sorted()
  }
}
