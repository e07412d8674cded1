/// A value of a YAML document with its place in the file.
///
/// Scalars stay text: what they mean is decided by the key they stand under, so that the country
/// code `NO` never turns into "false".
public struct YAMLNode: Sendable {
  /// What the value is.
  public enum Content: Sendable {
    /// Text, and whether it stood without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys with values, in the order of the file; no key twice.
    case mapping([YAMLEntry])
  }

  /// What the value is.
  public let content: Content

  /// Where it stands; for a value taken over by an alias, where the alias stands.
  public let span: SourceSpan

  /// How many values it holds, itself counted.
  let nodeCount: Int

  init(_ content: Content, span: SourceSpan) {
    self.content = content
    self.span = span
    switch content {
    case .scalar: nodeCount = 1
    case .sequence(let items): nodeCount = items.reduce(1) { $0 + $1.nodeCount }
    case .mapping(let entries): nodeCount = entries.reduce(1) { $0 + 1 + $1.value.nodeCount }
    }
  }

  /// The same value at another place.
  func moved(to span: SourceSpan) -> YAMLNode { YAMLNode(content, span: span) }
}

/// A key with its value.
public struct YAMLEntry: Sendable {
  /// The key.
  public let key: String

  /// Where the key stands.
  public let keySpan: SourceSpan

  /// The value.
  public let value: YAMLNode
}

/// How much a document may hold. The limits guard against files made to exhaust memory or time; a
/// project with a hundred thousand claims stays well below them.
public struct YAMLLimits: Sendable {
  /// The largest file in bytes: 64 MiB.
  public var bytes = 64 << 20
  /// How deep lists and mappings may nest.
  public var depth = 64
  /// How many values a document may hold, aliases expanded.
  public var nodes = 5_000_000
  /// How many values may come from aliases.
  public var aliasedNodes = 10_000

  /// The usual limits.
  public init() {}
}
