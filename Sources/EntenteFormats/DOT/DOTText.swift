/// How texts are written in DOT so that Graphviz shows exactly them.
///
/// Graphviz expands `\N`, `\E`, `\G`, `\T`, `\H` and `\L` in labels and decodes `&lt;` and `&#60;`,
/// so backslashes and ampersands are escaped. Some characters are refused, because they can make a
/// picture say something else than its source.
public enum DOTText {
  /// A name, bare where DOT allows that, else in quotes.
  public static func identifier(_ name: String) throws(DOTError) -> String {
    try check(name)
    let isBare =
      !name.isEmpty
      && name.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        default: false
        }
      } && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(name.utf8.first ?? 0)
    return isBare && !keywords.contains(name.lowercased()) ? name : "\"\(escaped(name, "\"\\"))\""
  }

  /// A text that is shown, in quotes. A line feed begins a new line.
  public static func label(_ text: String) throws(DOTError) -> String {
    try label(text, ending: "\\n", closing: "")
  }

  /// Lines that are shown, in quotes, aligned in the width of their node. No line begins another.
  static func label(
    _ lines: [String], _ alignment: DOTMarkup.Alignment
  ) throws(DOTError) -> String {
    for line in lines { try check(line) }
    // The last line of a centred label needs no end, and would be an empty one more with it.
    let closing = alignment == .center ? "" : alignment.lineEnd
    return try label(lines.joined(separator: "\n"), ending: alignment.lineEnd, closing: closing)
  }

  private static func label(
    _ text: String, ending: String, closing: String
  ) throws(DOTError) -> String {
    try check(text, allowing: "\n")
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "&": result += "&amp;"
      case "\n": result += ending
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + closing + "\""
  }

  /// Text inside an HTML-like label.
  public static func markup(_ text: String) throws(DOTError) -> String {
    try check(text)
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // `\N` and its like are expanded here too.
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A link, in quotes, if it leads to http, https, mailto or a fragment of the page.
  public static func link(_ address: String) throws(DOTError) -> String {
    try checkLink(address)
    return try label(address)
  }

  /// The same for PDF, into which Graphviz passes an address as it is written: ampersands stay, and
  /// what would end the address there is written in percent.
  public static func plainLink(_ address: String) throws(DOTError) -> String {
    try checkLink(address)
    let codes: [Character: String] = ["'": "%27", "(": "%28", ")": "%29"]
    return "\"" + address.map { codes[$0] ?? String($0) }.joined() + "\""
  }

  private static func checkLink(_ address: String) throws(DOTError) {
    try check(address)
    let lower = address.lowercased()
    guard
      ["http://", "https://", "mailto:", "#"].contains(where: lower.hasPrefix),
      !address.unicodeScalars.contains(where: { " \"\\<>".unicodeScalars.contains($0) })
    else { throw .forbiddenLink(address) }
  }

  /// A number with at most `places` decimals, without trailing zeros and without `-0`.
  public static func number(
    _ value: Double, places: Int = 2, attribute: String = "value"
  ) throws(DOTError) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { throw .notFinite(attribute: attribute) }
    return decimal(value, places: places)
  }

  /// Breaks a text in quotes at spaces, with a backslash at the end of each line, which Graphviz
  /// skips together with the line end.
  static func brokenIntoLines(_ quoted: String, every limit: Int = 4000) -> String {
    guard quoted.utf8.count > limit else { return quoted }
    var result: [UInt8] = []
    result.reserveCapacity(quoted.utf8.count + quoted.utf8.count / limit * 2 + 2)
    var length = 0
    for byte in quoted.utf8 {
      result.append(byte)
      length += 1
      if length >= limit, byte == UInt8(ascii: " ") {
        result += [UInt8(ascii: "\\"), UInt8(ascii: "\n")]
        length = 0
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a character is refused.
  public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F,  // control characters
      0x2028, 0x2029,  // line and paragraph separators
      0x202A...0x202E, 0x2066...0x2069,  // embeddings, overrides and isolates of direction
      0xFFF9...0xFFFB,  // interlinear annotation
      0xFFFE, 0xFFFF:  // not allowed in XML
      true
    default: false
    }
  }

  static func check(
    _ text: String, allowing allowed: Unicode.Scalar? = nil
  ) throws(DOTError) {
    for scalar in text.unicodeScalars where isForbidden(scalar) && scalar != allowed {
      throw .forbiddenCharacter(code: scalar.value, text: text)
    }
  }

  /// A finite number in decimals.
  static func decimal(_ value: Double, places: Int) -> String {
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let scaled = Int64((value.magnitude * power).rounded())
    guard scaled != 0 else { return "0" }
    let whole = scaled / Int64(power)
    var digits = places > 0 ? String(scaled % Int64(power)) : ""
    digits = String(repeating: "0", count: places - digits.utf8.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return (value < 0 ? "-" : "") + String(whole) + (digits.isEmpty ? "" : "." + digits)
  }

  private static let keywords: Set<String> = [
    "node", "edge", "graph", "digraph", "subgraph", "strict",
  ]

  private static func escaped(_ text: String, _ special: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if special.unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
