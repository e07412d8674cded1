import EntenteFormats

/// What programs may rely on in JSON results: keys, types and units.
enum OutputSchema {
  /// A type of JSON.
  enum Kind: String {
    case string, integer, number, null
  }

  /// A column of a table.
  struct Column {
    var key: String
    var kinds: [Kind]
    var meaning: String
    var unit: String?

    init(_ key: String, _ kinds: [Kind], _ meaning: String, unit: String? = nil) {
      self.key = key
      self.kinds = kinds
      self.meaning = meaning
      self.unit = unit
    }
  }

  /// The JSON Schema (draft 7) of every JSON result.
  static var json: String {
    var members: [String: JSONValue] = [:]
    for column in columns {
      let kinds = column.kinds.map { JSONValue.string($0.rawValue) }
      members[column.key] = [
        "type": kinds.count == 1 ? kinds[0] : .array(kinds),
        "description": .string(
          column.meaning + (column.unit.map { " Unit or range: \($0)." } ?? "")),
      ]
    }
    let texts: JSONValue = ["type": "array", "items": ["type": "string"]]
    let row: JSONValue = [
      "type": "object", "properties": .object(members),
      "additionalProperties": [
        "description": "Measures of centrality and other columns, by name.",
        "anyOf": [["type": ["string", "number", "null"]], texts],
      ],
    ]
    let schema: JSONValue = [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "A JSON result of entente",
      "description":
        "Lists of objects are tables. Points are of the Goldstein scale; negative nets and changes are hostile. What is undefined is null; no number is NaN or infinite.",
      "type": "object",
      "required": ["command", "entente", "notes", "parameters", "project"],
      "properties": [
        "arguments": [
          "type": "array", "items": ["type": "string"],
          "description": "What stood after entente; 'entente rerun' runs it again.",
        ],
        "command": ["type": "string", "description": "The command, as in shift."],
        "entente": ["type": "string", "description": "The version of the program."],
        "notes": [
          "type": "array", "items": ["type": "string"],
          "description": "What a careful reader should know.",
        ],
        "parameters": [
          "type": "object",
          "description":
            "What was asked for, defaults included; seeds are texts, since they may be too large for a number.",
        ],
        "project": ["type": "string", "description": "The title of the case."],
        "verdict": ["type": "string", "description": "The system's part of a shift in a line."],
      ],
      "additionalProperties": [
        "anyOf": [
          ["type": "array", "items": ["$ref": "#/definitions/row"]],
          ["type": ["string", "number", "boolean", "null"]], ["type": "object"],
        ]
      ],
      "definitions": ["row": row],
    ]
    return schema.text + "\n"
  }
}
