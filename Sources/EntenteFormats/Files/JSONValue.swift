/// A JSON value that prints the same bytes every time: keys sorted, two blanks of indentation.
package indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A finite number; whole numbers print without a fraction.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The value as indented JSON text, without a last line feed.
  package var text: String {
    var output = ""
    write(to: &output, indent: 0)
    return output
  }

  private func write(to output: inout String, indent: Int) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    case .number(let value):
      // JSON has no way to write these; a reader gets null rather than a broken document.
      guard value.isFinite else { return output += "null" }
      output += value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .string(let value): Self.write(value, to: &output)
    case .array(let values):
      let entries = values.map { value in
        { (output: inout String) in
          value.write(to: &output, indent: indent + 1)
        }
      }
      Self.write(entries, "[", "]", to: &output, indent: indent)
    case .object(let fields):
      let entries = fields.sorted { $0.key < $1.key }.map { field in
        { (output: inout String) in
          Self.write(field.key, to: &output)
          output += ": "
          field.value.write(to: &output, indent: indent + 1)
        }
      }
      Self.write(entries, "{", "}", to: &output, indent: indent)
    }
  }

  private static func write(
    _ entries: [(inout String) -> Void],
    _ open: String,
    _ close: String,
    to output: inout String,
    indent: Int
  ) {
    output += open
    guard !entries.isEmpty else { return output += close }
    let blank = String(repeating: "  ", count: indent)
    for (index, entry) in entries.enumerated() {
      output += index == 0 ? "\n" : ",\n"
      output += blank + "  "
      entry(&output)
    }
    output += "\n" + blank + close
  }

  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\t": output += "\\t"
      case "\r": output += "\\r"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028
          || scalar.value == 0x2029
        {
          let digits = String(scalar.value, radix: 16)
          output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    output += "\""
  }
}
