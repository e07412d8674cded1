extension DiagnosticReport {
  /// The problems for editors and other programs, as a JSON object with sorted keys.
  ///
  /// `line` and `column` count from 1 in characters, as the text form does; `range` is as the
  /// Language Server Protocol has it: from 0, in UTF-16 units. `severity` is 1 for an error and 2
  /// for a warning there, so it is given as a word beside it.
  public var json: String {
    let list = diagnostics.map { diagnostic -> JSONValue in
      var fields: [String: JSONValue] = [
        "code": .string(diagnostic.code.rawValue),
        "column": .integer(diagnostic.span.start.column),
        "end-column": .integer(diagnostic.span.end.column),
        "end-line": .integer(diagnostic.span.end.line),
        "file": .string(source.file),
        "line": .integer(diagnostic.span.start.line),
        "message": .string(diagnostic.message),
        "range": .object([
          "end": languageServerPosition(diagnostic.span.end),
          "start": languageServerPosition(diagnostic.span.start),
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

  private func languageServerPosition(_ position: SourcePosition) -> JSONValue {
    let before = source.line(position.line).unicodeScalars.prefix(max(0, position.column - 1))
    let units = before.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) }
    return .object(["character": .integer(units), "line": .integer(position.line - 1)])
  }
}
