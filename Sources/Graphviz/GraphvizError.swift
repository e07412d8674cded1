/// Why Graphviz could not do what it was asked.
public enum GraphvizError: Error, Hashable, Sendable {
  /// No library could be opened; the names that were tried.
  case libraryMissing(tried: [String])
  /// A library was opened that lacks an entry point, so it is too old or not Graphviz.
  case libraryUnsuitable(path: String, missing: String)
  /// The library was opened but would not start.
  case contextFailed
  /// The library has no plugin for the layout or the format.
  case pluginMissing(wanted: String, messages: [String])
  /// The text is not DOT; the line is counted from 1 where Graphviz tells it.
  case malformed(line: Int?, messages: [String])
  /// The text was read, but Graphviz could not use something in it.
  case rejected(messages: [String])
  /// The input or the picture is over a limit.
  case tooLarge(what: String, size: Int, limit: Int)
}

extension GraphvizError: CustomStringConvertible {
  /// What went wrong, why, and what to do about it.
  public var description: String {
    switch self {
    case .libraryMissing(let tried):
      """
      Graphviz is not installed, so no picture can be drawn (looked for \
      \(tried.joined(separator: ", "))). Install it with "apt-get install graphviz libgraphviz-dev" \
      (Debian, Ubuntu), "dnf install graphviz" (Fedora) or "brew install graphviz" (macOS). \
      DOT output works without it.
      """
    case .libraryUnsuitable(let path, let missing):
      """
      The Graphviz library \(path) has no function "\(missing)", so it is too old or broken. \
      Install Graphviz 2.42 or later.
      """
    case .contextFailed:
      "Graphviz is installed but would not start. Try \"dot -V\", and reinstall it if that fails."
    case .pluginMissing(let wanted, let messages):
      """
      Graphviz has no plugin for \(wanted)\(Self.quoted(messages)). Run "dot -c" with \
      administrator rights to register its plugins; if that does not help, reinstall Graphviz.
      """
    case .malformed(let line, let messages):
      """
      This is not valid DOT\(line.map { ", line \($0)" } ?? "")\(Self.quoted(messages)). \
      Correct the text and try again.
      """
    case .rejected(let messages):
      "Graphviz could not use part of the drawing\(Self.quoted(messages)). Correct it and try again."
    case .tooLarge(let what, let size, let limit):
      """
      The \(what) is too large to draw: \(size), where at most \(limit) is allowed. \
      Draw fewer actors or a smaller picture, or raise the limit.
      """
    }
  }

  private static func quoted(_ messages: [String]) -> String {
    messages.isEmpty ? "" : " (Graphviz: \(messages.joined(separator: "; ")))"
  }
}
