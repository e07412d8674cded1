extension DiagnosticReport {
  /// How problems are printed for people.
  public struct TextStyle: Sendable {
    /// Whether to use terminal colours.
    public var color: Bool
    /// How many problems to show; the rest is summed up as "and N more".
    public var limit: Int
    /// The terminal columns for the offending line.
    public var width: Int

    /// A style; without arguments for a pipe: no colour, 50 problems, 100 columns.
    public init(color: Bool = false, limit: Int = 50, width: Int = 100) {
      self.color = color
      self.limit = limit
      self.width = width
    }
  }

  /// The problems for people to read: `file:line:column: error: …`, the line, a caret, the hint.
  ///
  /// Ends with a line feed unless there is nothing to say. Where there are more problems than the
  /// style shows, errors are shown before warnings.
  public func text(style: TextStyle = TextStyle()) -> String {
    var shown = diagnostics
    if shown.count > style.limit {
      shown = Array((errors + warnings).prefix(max(0, style.limit))).sorted()
    }
    var output = ""
    for diagnostic in shown { output += text(of: diagnostic, style: style) }
    let more = diagnostics.count - shown.count + omitted
    if more > 0 { output += "and \(more) more\n" }
    return output
  }

  private func text(of diagnostic: Diagnostic, style: TextStyle) -> String {
    func painted(_ text: String, _ code: String) -> String {
      style.color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
    let isError = diagnostic.severity == .error
    let tone = isError ? "1;31" : "1;33"
    let start = diagnostic.span.start
    let file = ForbiddenCharacter.printable(source.file, limit: 400)
    var output = painted("\(file):\(start.line):\(start.column):", "1")
    output += " " + painted("\(diagnostic.severity.rawValue):", tone)
    output += " \(diagnostic.message)\n"

    // A line may have millions of characters; what is far from the place is not even looked at.
    let reach = 4 * style.width
    let first = max(1, start.column - reach)
    let line = source.line(start.line, columns: first..<(start.column + reach))
    let sameLine = diagnostic.span.end.line == start.line
    let endColumn = sameLine ? diagnostic.span.end.column : first + line.unicodeScalars.count
    let column = start.column - first + 1
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    let excerpt = SourceExcerpt(
      line: line,
      columns: column..<max(column + 1, endColumn - first + 1),
      limit: style.width - number.count - 4
    )
    if !line.isEmpty {
      let caret = "^" + String(repeating: "~", count: excerpt.width - 1)
      output += " \(number) | \(excerpt.text)\n"
      output += " \(gutter) | " + String(repeating: " ", count: excerpt.indent)
      output += painted(caret, tone) + "\n"
    }
    if let hint = diagnostic.hint { output += " \(gutter) = \(hint)\n" }
    return output
  }
}
