import EntenteCore
import EntenteFormats

/// What programs may rely on in JSON results: keys, types and units.
enum OutputSchema {
  /// A type of JSON.
  enum Kind: String {
    case string, integer, number, null
    /// A list of texts.
    case list

    var name: JSONValue { .string(self == .list ? "array" : rawValue) }
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
    for column in columns + measureColumns {
      let kinds = column.kinds.map(\.name)
      var member: [String: JSONValue] = [
        "type": kinds.count == 1 ? kinds[0] : .array(kinds),
        "description": .string(
          column.meaning + (column.unit.map { " Unit or range: \($0)." } ?? "")),
      ]
      if column.kinds.contains(.list) { member["items"] = ["type": "string"] }
      members[column.key] = .object(member)
    }
    let row: JSONValue = [
      "type": "object", "properties": .object(members), "additionalProperties": false,
    ]
    var properties = heads
    for (key, meaning) in tables {
      properties[key] = [
        "type": "array", "items": ["$ref": "#/definitions/row"], "description": .string(meaning),
      ]
    }
    let schema: JSONValue = [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "A JSON result of entente",
      "description":
        "Lists of objects are tables. Points are of the Goldstein scale; negative nets and changes are hostile. What is undefined is null; no number is NaN or infinite.",
      "type": "object",
      "required": ["command", "entente", "notes", "parameters", "project"],
      "properties": .object(properties), "additionalProperties": false,
      "definitions": ["row": row],
    ]
    return schema.text + "\n"
  }

  /// What stands beside the tables.
  private static let heads: [String: JSONValue] = [
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
    "verdict": [
      "type": "string",
      "description": "shift: what happened to the system, who changed side and what it survives.",
    ],
    "verdictOtherwise": [
      "type": "string", "description": "shift --compare: the same on the changed evidence.",
    ],
    "grade": [
      "type": "string",
      "description":
        "shift: how robust the larger of the changes of total tension and accord is: none, fragile, sensitive or robust.",
    ],
    "gradeReason": ["type": "string", "description": "shift: why."],
    "alike": [
      "type": "integer", "description": "shift --compare: how many ties change alike.",
    ],
    "passed": ["type": "boolean", "description": "gate: whether no tie passes a limit."],
    "tension": ["type": "number", "description": "explain: the tension of the tie, in points."],
    "accord": ["type": "number", "description": "explain: its accord, in points."],
    "net": ["type": "number", "description": "explain: its net, in points."],
    "before": [
      "type": ["number", "null"], "description": "explain: the net before, in points.",
    ],
    "after": ["type": ["number", "null"], "description": "explain: the net after, in points."],
    "change": ["type": "number", "description": "explain: the change of the net, in points."],
    "activeClaims": [
      "type": "integer", "description": "show: how many claims weigh anything at the date.",
    ],
    "activeSources": [
      "type": "integer", "description": "show: how many sources these come from.",
    ],
  ]

  /// The tables, by key, and which command prints them.
  private static let tables: [String: String] = [
    "actors": "shift: how each actor's relations changed. centrality: the measures, by actor.",
    "alignment": "shift: pairs whose relations to all others became more or less alike.",
    "balance": "balance: the measures.",
    "blocs": "shift: how the ties fall into blocs on both sides.",
    "breaks": "breaks: where a series changes.",
    "centrality": "shift: values and places of actors on both sides.",
    "changes": "explain: the claims of a change.",
    "claims": "shift: the claims behind the largest changes.",
    "contributions": "explain: the claims of a tie.",
    "edits": "shift --revisions: what the coder did.",
    "members": "blocs: who is in which bloc.",
    "pairs": "alignment: how alike the relations of two actors are.",
    "partitions": "blocs: how well the division of each date fits.",
    "placement": "render --lint: what covers what in a figure.",
    "places": "alignment --map: where each actor stands.",
    "points": "series: the values, period by period.",
    "robustness": "shift: what each change survives, trial by trial.",
    "sides": "shift: who changed side.",
    "strain": "balance: the lines that the best division goes against.",
    "system": "shift: the system on both sides.",
    "tests": "shift: the tests and intervals.",
    "ties": "show: the ties. shift, gate: their changes.",
    "triads": "balance --triads: the kinds that occur.",
  ]

  /// The columns of the measures of centrality, read off a graph without ties.
  private static var measureColumns: [Column] {
    let graph = try? RelationGraph(nodeCount: 2, edges: [])
    return MeasureCatalog.centrality.flatMap { measure -> [Column] in
      let columns = graph.flatMap { try? measure.columns(of: $0, partition: [0, 1]) } ?? []
      return columns.map { column in
        Column(
          column.name, [.number, .null],
          column.name == measure.name
            ? "\(measure.title)." : "\(measure.title): \(column.name).", unit: measure.range)
      }
    }
  }
}
