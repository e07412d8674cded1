import Foundation
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

  @Test(arguments: [
    "show W", "shift W --from 2024-12-24 --level state",
    "shift W --from 2024-12-24 --level state --table system --table alignment --table tests",
    "shift W --from 2024-12-24 --level state --table robustness",
    "shift F --from 1990-01-01 --to 1990-01-02", "shift F --from 2025-05-08 --to 2025-05-08",
    "shift W --from 2024-12-24 --compare --without k50", "shift --revisions F W --from 2024-12-24",
    "explain W AZ RU --level state", "explain W AZ RU --level state --from 2024-12-24",
    "alignment W --level state", "alignment W --level state --map", "series W", "series F AZ RU",
    "breaks W", "breaks W AZ RU --level state --by-layer --on hostile",
    "gate W --from 2025-06-26 --max-shift 9",
  ])
  func resultsKeepToIt(command: String) throws {
    let schema = try #require(try object(run("entente schema --output").output) as? [String: Any])
    let definitions = try #require(schema["definitions"] as? [String: [String: Any]])
    let columns = try #require(definitions["row"]?["properties"] as? [String: [String: Any]])
    let full = command.replacingOccurrences(of: "W ", with: Self.wider + " ")
      .replacingOccurrences(of: "F ", with: Self.founding + " ")
      .replacingOccurrences(of: #" W$"#, with: " " + Self.wider, options: .regularExpression)
    let outcome = try run("entente \(full) --format json")
    #expect(outcome.status == 0, "\(outcome.talk)")
    let result = try #require(try object(outcome.output) as? [String: Any])
    for key in try #require(schema["required"] as? [String]) { #expect(result[key] != nil) }
    var rows = 0
    for (name, value) in result {
      for row in value as? [[String: Any]] ?? [] {
        rows += 1
        for (key, cell) in row {
          let column = try #require(columns[key], "\(name).\(key) is not in the schema")
          let kinds = column["type"] as? [String] ?? [column["type"] as? String ?? ""]
          #expect(
            kinds.contains { Self.isKind($0, cell) }, "\(name).\(key): \(cell) is no \(kinds)")
          if let number = cell as? Double { #expect(number.isFinite) }
        }
      }
    }
    if !command.contains("1990"), !command.contains("gate") { #expect(rows > 0) }
  }

  private func object(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  private static func isKind(_ kind: String, _ value: Any) -> Bool {
    switch kind {
    case "null": value is NSNull
    case "string": value is String
    case "number": value is Double && !(value is String)
    case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
    default: false
    }
  }
}
