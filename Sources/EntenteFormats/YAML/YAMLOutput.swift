import EntenteCore

/// Text of a YAML document as it grows.
struct YAMLOutput {
  var text = ""

  typealias Pairs = [(key: String, value: String?)]

  /// A key at the left margin; nothing where there is no value.
  mutating func line(_ key: String, _ value: String?) {
    if let value { text += "\(key): \(value)\n" }
  }

  /// A section of entries by id.
  mutating func section<Element>(
    _ key: String, _ elements: [Element], _ write: (Element, inout YAMLOutput) -> Void
  ) {
    text += "\n\(key):\n"
    for element in elements { write(element, &self) }
  }

  /// An entry of a section: its id and its keys, one a line.
  mutating func entry(_ id: String, _ pairs: Pairs) {
    text += "  \(Self.scalar(id)):\n"
    for case (let key, let value?) in pairs { text += "    \(key): \(value)\n" }
  }

  /// An item of a list: its keys, one a line.
  mutating func item(_ pairs: Pairs) {
    var mark = "- "
    for case (let key, let value?) in pairs {
      text += "  \(mark)\(key): \(value)\n"
      mark = "  "
    }
  }

  /// A list of texts on one line, or nil where it is empty.
  static func list(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : "[\(texts.map(scalar).joined(separator: ", "))]"
  }

  /// A number in a form that reads back as the same number.
  static func number(_ number: Double) -> String { JSONValue.number(number).text }

  /// A text, in quotes where it could be taken for anything else, also inside of [] and {}.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      YAMLScalar(text, isPlain: true) == .text, text.utf8.count <= 400,
      first.properties.isAlphabetic || (48...57).contains(first.value) || first == "¶",
      !last.properties.isWhitespace, !oldWords.contains(text.lowercased())
    else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      !":#,[]{}\"'\\`|>&*!%@\n\t\r=?".unicodeScalars.contains(scalar) && scalar.value != 0xA0
        && !ForbiddenCharacter.contains(scalar)
    }
  }

  // What programs that go by YAML 1.1 take for true or false.
  private static let oldWords: Set<String> = ["yes", "no", "on", "off", "y", "n"]

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if ForbiddenCharacter.contains(scalar) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
