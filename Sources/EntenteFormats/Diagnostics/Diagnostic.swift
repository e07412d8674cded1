/// One thing to say about a file: what, where, and what to do.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable {
    /// The file can't be used like this.
    case error
    /// Legal, but probably not what was meant, or good to know.
    case warning

    /// Errors come before warnings.
    public static func < (left: Severity, right: Severity) -> Bool {
      left == .error && right == .warning
    }
  }

  /// The kind of problem, for programs; it stays the same when the wording changes.
  public let code: DiagnosticCode

  /// Where in the file.
  public let span: SourceSpan

  /// One sentence in the words of the field.
  public let message: String

  /// What to do about it, often "did you mean …?".
  public let hint: String?

  /// Whether the file is unusable because of it; follows from the code.
  public var severity: Severity { code.severity }

  /// A problem of the given kind at the given place.
  public init(
    _ code: DiagnosticCode,
    at span: SourceSpan,
    message: String,
    hint: String? = nil
  ) {
    self.code = code
    self.span = span
    self.message = message
    self.hint = hint
  }
}

extension Diagnostic: Comparable {
  /// By place, then errors first, then by code and wording, so that output never varies.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.span.start != right.span.start { return left.span.start < right.span.start }
    if left.severity != right.severity { return left.severity < right.severity }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    return left.message < right.message
  }
}
