/// What a scalar without quotes is to a program that goes by the core schema of YAML 1.2.
package enum YAMLScalar: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text

  package init(_ text: String, isPlain: Bool) {
    guard isPlain, text.utf8.first.map(Self.begin) ?? true else {
      self = .text
      return
    }
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .bool(true)
    case "false", "False", "FALSE": self = .bool(false)
    case ".nan", ".NaN", ".NAN": self = .number(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": self = .number(.infinity)
    case "-.inf", "-.Inf", "-.INF": self = .number(-.infinity)
    default:
      self =
        Self.isNumber(text)
        ? .number(Double(text) ?? Double(Self.padded(text)) ?? .nan) : .text
    }
  }

  /// Whether anything but text begins with a byte. Most text doesn't, and is told by that alone.
  private static func begin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"),
      UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`, by hand, since Swift's
  /// own conversion also takes hexadecimal numbers and the like.
  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    func skip(_ signs: String) -> Bool {
      guard let first = rest.first, signs.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    func digits() -> Int {
      let all = rest.prefix { (48...57).contains($0) }
      rest = rest.dropFirst(all.count)
      return all.count
    }
    _ = skip("+-")
    let whole = digits()
    let fraction = skip(".") ? digits() : 0
    guard whole + fraction > 0 else { return false }
    if skip("eE") {
      _ = skip("+-")
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// `.5` and `5.`, which Swift does not read, as `0.5` and `5.0`.
  private static func padded(_ text: String) -> String {
    var result = ""
    var last: Character = "x"
    for character in text {
      if character == ".", !last.isNumber { result += "0" }
      if last == ".", !character.isNumber { result += "0" }
      result.append(character)
      last = character
    }
    return last == "." ? result + "0" : result
  }
}
