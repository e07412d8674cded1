import EntenteFormats

/// How data is printed.
enum OutputFormat: String, CaseIterable, Sendable {
  case table, json, csv, markdown
}

/// Everything that a command has to say: who asked for what, tables, and remarks.
struct Document {
  /// The command, as in `shift`.
  var command: String
  /// The title of the case.
  var project: String
  /// The heading.
  var title: String
  /// What the numbers are, in a line or two.
  var subtitle: [String] = []
  /// What was asked for, so that the result can be had again.
  var parameters: [String: JSONValue] = [:]
  /// Single values by name, for JSON.
  var facts: [String: JSONValue] = [:]
  var tables: [Table] = []
  /// What a careful reader should know.
  var notes: [String] = []

  /// The document in a format, ending in a newline.
  ///
  /// CSV holds one table: the first.
  func text(_ format: OutputFormat, width: Int = 80) -> String {
    switch format {
    case .table: TableRenderer(width: width).text(self)
    case .json: json.text + "\n"
    case .csv: CSVRenderer.text(tables.first)
    case .markdown: MarkdownRenderer.text(self)
    }
  }

  private var json: JSONValue {
    var members: [String: JSONValue] = [
      "command": .string(command), "entente": .string(Entente.version),
      "parameters": .object(parameters), "project": .string(project),
      "notes": .array(notes.map { .string($0) }),
    ]
    if !Invocation.arguments.isEmpty {
      members["arguments"] = .array(Invocation.arguments.map { .string($0) })
    }
    members.merge(facts) { $1 }
    for table in tables {
      members[table.key] = .array(
        table.rows.map { row in
          .object(
            Dictionary(
              zip(table.columns, row).map { ($0.key, $1.json) }, uniquingKeysWith: { $1 }))
        })
    }
    return .object(members)
  }
}
