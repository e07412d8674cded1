import EntenteCore

/// Reads project files.
public enum ProjectReader {
  /// Reads and checks a project file.
  ///
  /// All problems are found in one go, as far as one does not hide another: where the syntax is
  /// broken, only that is reported, since what follows can't be trusted.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - file: its name for messages.
  ///   - limits: how much a file may hold.
  /// - Returns: the project, or nil where there are errors; and everything there is to say.
  /// - Complexity: O(n log n) in the size of the file.
  public static func read(
    bytes: [UInt8], file: String, limits: YAMLLimits = YAMLLimits()
  ) -> (project: Project?, report: DiagnosticReport) {
    if let refusal = refusal(of: bytes, limits) {
      let source = SourceText(bytes: [], file: file)
      return (nil, DiagnosticReport(source: source, diagnostics: [refusal]))
    }
    let source = SourceText(bytes: bytes, file: file)
    let document = YAMLReader.read(source, limits: limits)
    let (project, found) = check(document, source)
    // Repaired characters make ids and words look wrong that are not.
    let repaired = Set(source.problems.kept.map(\.span.start.line))
    var list = document.list
    for diagnostic in found.kept where !repaired.contains(diagnostic.span.start.line) {
      list.append(diagnostic)
    }
    let report = DiagnosticReport(
      source: source, diagnostics: list.kept, dropped: list.dropped + found.dropped)
    return (report.hasErrors ? nil : project, report)
  }

  private static func refusal(of bytes: [UInt8], _ limits: YAMLLimits) -> Diagnostic? {
    let place = SourceSpan(at: .start)
    if bytes.count > limits.bytes {
      return Diagnostic(
        .fileTooLarge, at: place, message: "the file has more than \(limits.bytes) bytes",
        hint: "split the project")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic(
        .invalidEncoding, at: place, message: "the file is written in UTF-16",
        hint: "save it as UTF-8")
    }
    return nil
  }

  private static func check(
    _ document: YAMLReader.Result, _ source: SourceText
  ) -> (Project?, DiagnosticList) {
    let start = SourceSpan(at: .start)
    var found = DiagnosticList()
    guard let root = document.root, !isEmpty(root) else {
      guard document.diagnostics.isEmpty else { return (nil, found) }
      found.append(
        Diagnostic(
          .emptyFile, at: start, message: "the file is empty",
          hint: "“entente init” writes a file to start from"))
      return (nil, found)
    }
    guard case .mapping(let entries) = root.content else {
      found.append(
        Diagnostic(
          .wrongType, at: root.span,
          message: "a project file consists of keys with values, such as “title: …”",
          hint: "“entente init” writes a file to start from"))
      return (nil, found)
    }
    if let other = otherVersion(entries) {
      found.append(other)
      return (nil, found)
    }
    let first = entries.first.map { SourceSpan(start: $0.keySpan.start, end: $0.keySpan.end) }
    var structure = StructureCheck()
    let record = structure.record(root, ProjectSchema.project, at: first ?? start)
    var meaning = MeaningCheck(project: record, ids: structure.ids)
    meaning.run()
    found.append(structure.diagnostics)
    found.append(meaning.diagnostics)
    guard !found.kept.contains(where: { $0.severity == .error }) else { return (nil, found) }
    do {
      return (try ProjectAssembly.project(record), found)
    } catch {
      for problem in error.problems {
        found.append(Diagnostic(.wrongType, at: record.span, message: problem))
      }
      return (nil, found)
    }
  }

  /// A file of another version has other keys, so that checking these would only mislead.
  private static func otherVersion(_ entries: [YAMLEntry]) -> Diagnostic? {
    guard let entry = entries.first(where: { $0.key == "entente" }),
      case .scalar(let text, let isPlain) = entry.value.content,
      case .refused(.unsupportedVersion, let message, let hint) =
        ScalarCheck.check(text, isPlain: isPlain, .version, key: "entente")
    else { return nil }
    return Diagnostic(.unsupportedVersion, at: entry.value.span, message: message, hint: hint)
  }

  private static func isEmpty(_ root: YAMLNode) -> Bool {
    switch root.content {
    case .scalar(let text, let isPlain): YAMLScalar(text, isPlain: isPlain) == .null
    case .sequence: false
    case .mapping(let entries): entries.isEmpty
    }
  }
}
