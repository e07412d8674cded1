import EntenteFormats

/// How many columns a text takes on a terminal, and how to break it.
enum TextWidth {
  static func of(_ text: String) -> Int {
    plainWidth(text) ?? text.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
  }

  /// The columns of a text in which every code point is a character of one column, such as Latin
  /// letters, dashes, quotes, arrows and lines; nil for any other. Most text is, and finding the
  /// borders of characters costs more than all the rest.
  private static func plainWidth(_ text: String) -> Int? {
    var columns = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x2010..<0x2028, 0x2030..<0x203C,
        0x2190..<0x2194, 0x2212, 0x2500..<0x2580:
        columns += 1
      default: return nil
      }
    }
    return columns
  }

  /// The parts of a text between spaces.
  static func words(_ text: String) -> [String] {
    if plainWidth(text) != nil {
      return text.utf8.split(separator: 0x20).map { String(Substring($0)) }
    }
    return text.split(separator: " ").map(String.init)
  }

  /// Breaks a text into lines of at most `limit` columns, at spaces where there are any.
  static func wrap(_ text: String, to limit: Int) -> [String] {
    if of(text) <= limit { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(text) {
      var rest = word
      if used > 0, used + 1 + of(rest) > limit {
        lines.append(line)
        line = ""
        used = 0
      }
      while of(rest) > limit {
        var head = ""
        while let first = rest.first, of(head) + of(String(first)) <= limit || head.isEmpty {
          head.append(rest.removeFirst())
        }
        lines.append(head)
      }
      line += used > 0 ? " " + rest : rest
      used = of(line)
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  static func pad(_ text: String, to width: Int, right: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - of(text)))
    return right ? space + text : text + space
  }
}
