/// Everything there is to say about one file, in the order of its lines.
public struct DiagnosticReport: Sendable {
  /// How many problems are kept at most; a larger number is only counted.
  public static let collectionLimit = 10_000

  /// The file's text, for showing the offending lines.
  public let source: SourceText

  /// The problems, sorted by place.
  public let diagnostics: [Diagnostic]

  /// Problems that were found but not kept.
  public let omitted: Int

  /// A report on a file.
  ///
  /// - Parameters:
  ///   - source: the text that was read.
  ///   - diagnostics: what was found, in any order; exact repetitions are dropped, and where there
  ///     are too many, errors are kept rather than warnings.
  ///   - dropped: how many more were found.
  public init(source: SourceText, diagnostics: [Diagnostic], dropped: Int = 0) {
    self.source = source
    var sorted: [Diagnostic] = []
    for diagnostic in diagnostics.sorted() where diagnostic != sorted.last {
      sorted.append(diagnostic)
    }
    omitted = dropped + max(0, sorted.count - Self.collectionLimit)
    if sorted.count > Self.collectionLimit {
      let errors = sorted.filter { $0.severity == .error }
      let warnings = sorted.filter { $0.severity == .warning }
      sorted = (errors + warnings).prefix(Self.collectionLimit).sorted()
    }
    self.diagnostics = sorted
  }

  /// A report on a file from a list of problems.
  public init(source: SourceText, list: DiagnosticList) {
    self.init(source: source, diagnostics: list.kept, dropped: list.dropped)
  }

  /// The problems that make the file unusable.
  public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// What is legal but suspicious.
  public var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }

  /// Whether the file can't be used.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The counts in words, as "2 errors, 1 warning", or "no problems".
  public var summary: String {
    func counted(_ number: Int, _ word: String) -> String? {
      number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    let parts = [
      counted(errors.count, "error"), counted(warnings.count, "warning"),
      omitted == 0 ? nil : "\(omitted) more not kept",
    ].compactMap { $0 }
    return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
  }
}
