import Foundation

/// Validates values against a JSON Schema, as far as the project's own schemas go: an unknown
/// keyword is an error, so that nothing is passed over.
public final class JSONSchemaValidator {
  /// A keyword that the schema uses and this validator does not know.
  public struct UnknownKeyword: Error {
    /// The keyword.
    public let keyword: String
  }

  /// A value as a program sees it that goes by the core schema of YAML 1.2.
  public indirect enum Value: Equatable, Sendable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([Value])
    case object([String: Value])

    /// The value that a JSON text holds.
    public init(from decoder: any Decoder) throws {
      let single = try decoder.singleValueContainer()
      if single.decodeNil() {
        self = .null
      } else if let value = try? single.decode(Bool.self) {
        self = .bool(value)
      } else if let value = try? single.decode(Double.self) {
        self = .number(value)
      } else if let value = try? single.decode(String.self) {
        self = .string(value)
      } else if let value = try? single.decode([Value].self) {
        self = .array(value)
      } else {
        self = .object(try single.decode([String: Value].self))
      }
    }

    /// The members of an object, none of anything else.
    public var fields: [String: Value] {
      if case .object(let fields) = self { fields } else { [:] }
    }
    /// The items of an array, none of anything else.
    public var items: [Value] { if case .array(let items) = self { items } else { [] } }
    /// The text, or nil.
    public var text: String? { if case .string(let text) = self { text } else { nil } }
    /// The number, or not a number.
    public var number: Double { if case .number(let number) = self { number } else { .nan } }
  }

  private let root: Value
  private let definitions: [String: Value]
  private let patterns: [String: NSRegularExpression]
  // Matching is slow in a debug build, and the same texts come again and again.
  private var matches: [String: Bool] = [:]

  /// A validator for a schema.
  public init(_ schema: Value) {
    root = schema
    definitions = schema.fields["definitions"]?.fields ?? [:]
    var patterns: [String: NSRegularExpression] = [:]
    func collect(_ value: Value) {
      for (key, inner) in value.fields {
        if key == "pattern", let text = inner.text {
          patterns[text] = try? NSRegularExpression(pattern: text)
        }
        collect(inner)
      }
      for item in value.items { collect(item) }
    }
    collect(schema)
    self.patterns = patterns
  }

  /// Whether a value keeps to the schema.
  ///
  /// - Throws: ``UnknownKeyword``.
  public func isValid(_ value: Value) throws -> Bool { try isValid(value, root) }

  private func isValid(_ value: Value, _ schema: Value?) throws -> Bool {
    guard let schema else { return true }
    if case .bool(let all) = schema { return all }
    if let reference = schema.fields["$ref"]?.text {
      return try isValid(value, definitions[String(reference.split(separator: "/").last ?? "")])
    }
    return try schema.fields.allSatisfy { try holds($0.key, $0.value, value, schema) }
  }

  private func holds(
    _ keyword: String, _ demand: Value, _ value: Value, _ schema: Value
  ) throws -> Bool {
    switch keyword {
    case "$schema", "definitions", "title", "description", "default": return true
    case "type":
      let types = demand.text.map { [$0] } ?? demand.items.compactMap(\.text)
      return types.contains { isOfType(value, $0) }
    case "const": return value == demand
    case "enum": return demand.items.contains(value)
    case "allOf": return try demand.items.allSatisfy { try isValid(value, $0) }
    case "anyOf": return try demand.items.contains { try isValid(value, $0) }
    default: break
    }
    switch value {
    case .number(let number): return try holds(keyword, demand, number)
    case .string(let text): return try holds(keyword, demand, text)
    case .array(let items): return try holds(keyword, demand, items)
    case .object(let fields): return try holds(keyword, demand, fields, schema)
    case .null, .bool: return true
    }
  }

  private func holds(_ keyword: String, _ demand: Value, _ number: Double) throws -> Bool {
    switch keyword {
    case "minimum": return number >= demand.number
    case "exclusiveMinimum": return number > demand.number
    case "maximum": return number <= demand.number
    default: return try isForOtherTypes(keyword)
    }
  }

  private func holds(_ keyword: String, _ demand: Value, _ text: String) throws -> Bool {
    switch keyword {
    case "maxLength": return Double(text.unicodeScalars.count) <= demand.number
    case "pattern":
      guard let pattern = demand.text, let regex = patterns[pattern] else {
        throw UnknownKeyword(keyword: "a pattern that does not compile")
      }
      let key = pattern + "\u{0}" + text
      if let known = matches[key] { return known }
      let range = NSRange(text.startIndex..., in: text)
      let isMatch = regex.firstMatch(in: text, range: range) != nil
      matches[key] = isMatch
      return isMatch
    default: return try isForOtherTypes(keyword)
    }
  }

  private func holds(_ keyword: String, _ demand: Value, _ items: [Value]) throws -> Bool {
    switch keyword {
    case "items": return try items.allSatisfy { try isValid($0, demand) }
    case "minItems": return Double(items.count) >= demand.number
    case "maxItems": return Double(items.count) <= demand.number
    case "uniqueItems": return items.indices.allSatisfy { !items[..<$0].contains(items[$0]) }
    default: return try isForOtherTypes(keyword)
    }
  }

  private func holds(
    _ keyword: String, _ demand: Value, _ fields: [String: Value], _ schema: Value
  ) throws -> Bool {
    let properties = schema.fields["properties"]?.fields ?? [:]
    switch keyword {
    case "properties":
      return try fields.allSatisfy { try isValid($0.value, properties[$0.key]) }
    case "additionalProperties":
      return try fields.allSatisfy { try properties[$0.key] != nil || isValid($0.value, demand) }
    case "propertyNames": return try fields.keys.allSatisfy { try isValid(.string($0), demand) }
    case "required": return demand.items.compactMap(\.text).allSatisfy { fields[$0] != nil }
    case "minProperties": return Double(fields.count) >= demand.number
    default: return try isForOtherTypes(keyword)
    }
  }

  private static let known: Set = [
    "minimum", "exclusiveMinimum", "maximum", "maxLength", "pattern", "items", "minItems",
    "maxItems", "uniqueItems", "properties", "additionalProperties", "propertyNames", "required",
    "minProperties",
  ]

  private func isForOtherTypes(_ keyword: String) throws -> Bool {
    guard Self.known.contains(keyword) else { throw UnknownKeyword(keyword: keyword) }
    return true
  }

  private func isOfType(_ value: Value, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"),
      (.array, "array"), (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
