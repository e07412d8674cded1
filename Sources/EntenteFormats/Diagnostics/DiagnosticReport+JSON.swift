extension DiagnosticReport {
  /// The problems for editors and other programs, as a JSON object with sorted keys.
  ///
  /// `line` and `column` count from 1 in characters, as the text form does; `range` is as the
  /// Language Server Protocol has it: from 0, in UTF-16 units. `severity` is 1 for an error and 2
  /// for a warning there, so it is given as a word beside it.
  public var json: String {
    var places = UTF16Places(source: source)
    let list = diagnostics.map { diagnostic -> JSONValue in
      let start = places.units(before: diagnostic.span.start)
      var rest = places
      let end = rest.units(before: diagnostic.span.end)
      var fields: [String: JSONValue] = [
        "code": .string(diagnostic.code.rawValue),
        "column": .integer(diagnostic.span.start.column),
        "end-column": .integer(diagnostic.span.end.column),
        "end-line": .integer(diagnostic.span.end.line),
        "file": .string(source.file),
        "line": .integer(diagnostic.span.start.line),
        "message": .string(diagnostic.message),
        "range": .object([
          "end": languageServerPosition(diagnostic.span.end, end),
          "start": languageServerPosition(diagnostic.span.start, start),
        ]),
        "severity": .string(diagnostic.severity.rawValue),
      ]
      if let hint = diagnostic.hint { fields["hint"] = .string(hint) }
      return .object(fields)
    }
    return JSONValue.object([
      "diagnostics": .array(list),
      "errors": .integer(errors.count),
      "file": .string(source.file),
      "omitted": .integer(omitted),
      "warnings": .integer(warnings.count),
    ]).text + "\n"
  }

  private func languageServerPosition(_ position: SourcePosition, _ units: Int) -> JSONValue {
    .object(["character": .integer(units), "line": .integer(position.line - 1)])
  }
}

/// Counts UTF-16 units up to places that come in order, so that many places on one long line are
/// counted in one go.
private struct UTF16Places {
  private let source: SourceText
  private var line = 0
  private var column = 1
  private var units = 0
  private var byte = 0

  init(source: SourceText) { self.source = source }

  mutating func units(before position: SourcePosition) -> Int {
    let range = source.byteRange(ofLine: position.line)
    if position.line != line || position.column < column {
      (line, column, units, byte) = (position.line, 1, 0, range.lowerBound)
    }
    while column < position.column, byte < range.upperBound {
      let lead = source.bytes[byte]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      byte += length
      column += 1
      units += length == 4 ? 2 : 1
    }
    return units
  }
}
