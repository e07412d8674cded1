import EntenteFormats

/// How many columns a text takes on a terminal, and how to break it.
enum TextWidth {
  static func of(_ text: some StringProtocol) -> Int {
    // Most text is ASCII, where a byte is a column.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
  }

  /// Breaks a text into lines of at most `limit` columns, at spaces where there are any.
  static func wrap(_ text: String, to limit: Int) -> [String] {
    if of(text) <= limit { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      var rest = String(word)
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
