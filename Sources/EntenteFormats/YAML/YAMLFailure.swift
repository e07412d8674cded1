import CLibYAML

/// What libyaml says when it gives up.
struct YAMLFailure {
  let isMemory: Bool
  let problem: String
  let context: String
  let problemIndex: Int
  let contextIndex: Int?

  static let outOfMemory = YAMLFailure()

  private init() {
    isMemory = true
    problem = ""
    context = ""
    problemIndex = 0
    contextIndex = nil
  }

  init(_ parser: yaml_parser_t) {
    isMemory = parser.error == YAML_MEMORY_ERROR
    problem = parser.problem.map { String(cString: $0) } ?? "the text is not YAML"
    context = parser.context.map { String(cString: $0) } ?? ""
    problemIndex = parser.problem_mark.index
    contextIndex = parser.context == nil ? nil : parser.context_mark.index
  }

  /// What to tell: in the words of a project file, at the place where the mistake was made, which is
  /// often not where the parser noticed it.
  func diagnostic(in source: SourceText) -> Diagnostic {
    if isMemory {
      return Diagnostic(
        .syntax,
        at: SourceSpan(at: .start),
        message: "there is not enough memory to read the file"
      )
    }
    let noticed = source.position(scalarIndex: problemIndex)
    let begun = contextIndex.map { source.position(scalarIndex: $0) } ?? noticed
    let (place, message, hint) = explanation(noticed, begun)
    // At the end of the file the parser stands behind the last line.
    let position = place.line > source.lineCount ? source.end : place
    return Diagnostic(.syntax, at: SourceSpan(at: position), message: message, hint: hint)
  }

  private func explanation(_ noticed: SourcePosition, _ begun: SourcePosition) -> (
    SourcePosition, String, String?
  ) {
    if context.contains("quoted scalar") && problem.contains("end of stream") {
      return (begun, "the quotation mark opened here is never closed", "close it")
    }
    if context.contains("quoted scalar") && problem.contains("document indicator") {
      return (begun, "the quotation mark opened here is not closed before the next ---", "close it")
    }
    if problem.contains("unknown escape character") || context.contains("parsing a quoted scalar")
      || context.contains("quoted scalar")
    {
      return (
        noticed, "in double quotes, \\ starts an escape, and this one is unknown",
        "write \\\\ for a backslash, or use single quotes"
      )
    }
    if problem.contains("could not find expected ':'") {
      return (
        begun, "a key must be followed by a colon and a blank",
        "write “key: value”; if the text belongs to the line above, indent it further"
      )
    }
    if problem.contains("mapping values are not allowed") {
      return (
        noticed, "there is a second colon in this entry, or the line is indented too far",
        "put text with “: ” in quotes, or align the line with its neighbours"
      )
    }
    if problem.contains("did not find expected ',' or") {
      let (sign, closing) = problem.contains("]") ? ("[", "]") : ("{", "}")
      return (
        begun, "what is opened here with \(sign) is not closed properly",
        "separate entries by commas, quote text that holds one, and end with \(closing)"
      )
    }
    if problem.contains("cannot start any token") {
      return (
        noticed, "a value can't start with this character (nor can a line be indented by a tab)",
        "put the text in quotes; indent with blanks"
      )
    }
    if problem.contains("did not find expected key") || problem.contains("block") {
      return (
        noticed, "this line does not fit the entries above it",
        "align its indentation with theirs, and check the quotation marks"
      )
    }
    if problem.contains("anchor") || problem.contains("alias") || context.contains("anchor") {
      return (
        noticed, "& and * have a meaning of their own in YAML and can't start a text",
        "put the text in quotes"
      )
    }
    if context.contains("tag") {
      return (noticed, "! has a meaning of its own in YAML", "put the text in quotes")
    }
    let joined = context.isEmpty ? problem : "\(problem) (\(context))"
    return (noticed, "this is not YAML: \(joined)", nil)
  }
}
