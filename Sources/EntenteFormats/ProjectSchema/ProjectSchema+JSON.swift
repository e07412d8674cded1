extension ProjectSchema {
  /// The description as a JSON Schema (draft 7), for editors and other programs.
  ///
  /// It states the structure: keys, types, words, bounds, forms. What needs the whole file or the
  /// calendar is left to reading: that references resolve, that intervals run forwards, that days
  /// exist, that a score lies in its range, and what files must not hold as text.
  ///
  /// - Returns: the same bytes every time, with a last line feed.
  public static func jsonSchema() -> String {
    var definitions: [String: JSONValue] = [:]
    for object in [estimator, confidence, source, layer, actor, affiliation, event, claim] {
      definitions[object.name] = schema(of: object)
    }
    definitions["date"] = date
    definitions["id"] = .object([
      "maxLength": .integer(idLimit),
      "pattern": .string("^[A-Za-z0-9][A-Za-z0-9._-]*$"),
    ])
    guard case .object(var root) = schema(of: project) else { return "" }
    root["$schema"] = .string("http://json-schema.org/draft-07/schema#")
    root["definitions"] = .object(definitions)
    root["title"] = .string("Entente project file, version \(version)")
    return JSONValue.object(root).text + "\n"
  }

  private static func schema(of object: Object) -> JSONValue {
    var properties: [String: JSONValue] = [:]
    for field in object.fields {
      var fields = schema(of: field.value)
      // Beside "$ref", draft 7 ignores everything else.
      if let target = fields.removeValue(forKey: "$ref") {
        fields["allOf"] = .array([.object(["$ref": target])])
      }
      fields["description"] = .string(description(of: field))
      if let fallback = field.fallback { fields["default"] = literal(fallback) }
      properties[field.key] = .object(fields)
    }
    return .object([
      "additionalProperties": .bool(false),
      "description": .string(object.summary),
      "properties": .object(properties),
      "required": .array(object.fields.filter(\.isRequired).map { .string($0.key) }),
      "type": .string("object"),
    ])
  }

  private static func description(of field: Field) -> String {
    let words: [Word] =
      switch field.value {
      case .word(let words), .numberOrWord(_, let words): words
      default: []
      }
    return ([field.summary] + words.map { "\($0.text): \($0.summary)" }).joined(separator: "\n")
  }

  private static func literal(_ text: String) -> JSONValue {
    switch YAMLScalar(text, isPlain: true) {
    case .bool(let value): .bool(value)
    case .number(let value): .number(value)
    case .null, .text: .string(text)
    }
  }

  private static func reference(_ name: String) -> JSONValue {
    .object(["$ref": .string("#/definitions/" + name)])
  }

  private static func schema(of value: Value) -> [String: JSONValue] {
    switch value {
    case .line(let limit):
      // A number without quotes is text here too: a page, a year.
      return [
        "maxLength": .integer(limit), "pattern": .string("^[^\\t\\n]*[^\\s][^\\t\\n]*\\n*$"),
        "type": .array([.string("string"), .string("number")]),
      ]
    case .text(let limit):
      return [
        "maxLength": .integer(limit), "pattern": .string("[^\\s]"),
        "type": .array([.string("string"), .string("number")]),
      ]
    case .word(let words): return ["enum": .array(words.map { .string($0.text) })]
    case .flag: return ["type": .string("boolean")]
    case .version: return ["const": .integer(version)]
    case .number(let bounds): return schema(of: bounds)
    case .numberOrWord(let bounds, let words):
      return [
        "anyOf": .array([
          .object(schema(of: bounds)),
          .object(["enum": .array(words.map { .string($0.text) })]),
        ])
      ]
    case .date: return ["$ref": .string("#/definitions/date")]
    case .address:
      return [
        "maxLength": .integer(addressLimit), "pattern": .string("^(https?://|mailto:)[^\\s]+$"),
        "type": .string("string"),
      ]
    case .reference: return ["type": .array([.string("string"), .string("number")])]
    case .list(let element, let count, let isDistinct):
      var fields: [String: JSONValue] = [
        "items": .object(schema(of: element)), "maxItems": .integer(count.upperBound),
        "minItems": .integer(count.lowerBound), "type": .string("array"),
      ]
      if isDistinct { fields["uniqueItems"] = .bool(true) }
      return fields
    case .names:
      return [
        "additionalProperties": .object(schema(of: .line(limit: nameLimit))),
        "propertyNames": .object([
          "pattern": .string("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")
        ]),
        "type": .string("object"),
      ]
    case .object(let object): return ["$ref": .string("#/definitions/" + object.name)]
    case .objects(let object):
      return ["items": reference(object.name), "type": .string("array")]
    case .table(let object, _, let minimum):
      return [
        "additionalProperties": reference(object.name), "minProperties": .integer(minimum),
        "propertyNames": reference("id"), "type": .string("object"),
      ]
    }
  }

  private static func schema(of bounds: Bounds) -> [String: JSONValue] {
    [
      bounds.includesLower ? "minimum" : "exclusiveMinimum": .number(bounds.lower),
      "maximum": .number(bounds.upper), "type": .string("number"),
    ]
  }

  private static var date: JSONValue {
    let end = "(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[~?%]?"
    return .object([
      "anyOf": .array([
        .object([
          "pattern": .string("^(\(end)|\(end)/\(end)|\\.\\./\(end)|\(end)/\\.\\.)$"),
          "type": .string("string"),
        ]),
        // A bare year, which is a number where it stands without quotes.
        .object([
          "maximum": .integer(9999), "minimum": .integer(1000), "type": .string("integer"),
        ]),
      ]),
      "description": .string(
        "A day 2025-05-09, a month 2025-05, a year 2025, or an interval of such, "
          + "2025-05-09/2025-05-19, ../2025-05-19, 2025-05-19/..; ~ about, ? uncertain, % both"),
    ])
  }
}
