import CLibYAML

/// Reads one YAML document into a tree.
///
/// The reader works on libyaml's events with a stack of its own, so that no input can exhaust the
/// call stack, and it counts as it goes, so that no input can exhaust memory through aliases. It
/// keeps to what YAML 1.1 and 1.2 agree on: tags, directives, merge keys and several documents in
/// one file are refused with a message.
public struct YAMLReader {
  /// What reading gave.
  public struct Result: Sendable {
    /// The document, or nil where there is none or its syntax is broken.
    public let root: YAMLNode?
    /// Problems of encoding and syntax.
    public let list: DiagnosticList
    /// Those of them that were kept.
    public var diagnostics: [Diagnostic] { list.kept }
  }

  /// Reads the document in a text.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - limits: how much the document may hold.
  /// - Complexity: linear in the length of the text.
  public static func read(_ source: SourceText, limits: YAMLLimits = YAMLLimits()) -> Result {
    var list = source.problems
    let directives = refusedDirectives(in: source)
    // The parser would spend quadratic time on very many directives, so it never sees one.
    guard directives.isEmpty else {
      for directive in directives { list.append(directive) }
      return Result(root: nil, list: list)
    }
    var builder = YAMLTreeBuilder(source: source, limits: limits)
    var events = YAMLEventStream(source.bytes)
    defer { events.close() }
    loop: while true {
      switch events.next() {
      case .event(let event):
        let goesOn = builder.take(event)
        events.release()
        if !goesOn { break loop }
      case .end: break loop
      case .failure(let failure):
        builder.fail(failure.diagnostic(in: source))
        break loop
      }
    }
    list.append(builder.diagnostics)
    return Result(root: builder.root, list: list)
  }

  private static func refusedDirectives(in source: SourceText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var startsLine = true
    var line = 1
    for byte in source.bytes {
      if startsLine && byte == UInt8(ascii: "%") {
        let start = SourcePosition(line: line, column: 1)
        let end = SourcePosition(
          line: line,
          column: source.line(line).unicodeScalars.count + 1
        )
        found.append(
          Diagnostic(
            .unsupportedSyntax,
            at: SourceSpan(start: start, end: end),
            message: "project files have no directives (lines that start with %)",
            hint: "delete the line"
          )
        )
        if found.count == 20 { break }
      }
      startsLine = byte == 0x0A
      if startsLine { line += 1 }
    }
    return found
  }
}

/// libyaml's parser, which must stay at one address from start to end.
struct YAMLEventStream: ~Copyable {
  enum Step {
    /// The next event; it is valid until `release()`.
    case event(UnsafePointer<yaml_event_t>)
    case end
    case failure(YAMLFailure)
  }

  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let isReady: Bool
  private var isDone = false

  init(_ bytes: [UInt8]) {
    // The parser keeps a pointer to its input; a copy of our own outlives every call.
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(from: bytes)
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    isReady = yaml_parser_initialize(parser) == 1
    if isReady {
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }
  }

  mutating func next() -> Step {
    guard isReady else { return .failure(.outOfMemory) }
    guard !isDone else { return .end }
    guard yaml_parser_parse(parser, event) == 1 else {
      isDone = true
      return .failure(YAMLFailure(parser.pointee))
    }
    if event.pointee.type == YAML_STREAM_END_EVENT {
      isDone = true
      release()
      return .end
    }
    return .event(UnsafePointer(event))
  }

  /// Frees what the last event holds.
  func release() { yaml_event_delete(event) }

  /// Frees the parser; to be called once, at the end.
  mutating func close() {
    isDone = true
    if isReady { yaml_parser_delete(parser) }
    parser.deallocate()
    event.deallocate()
    input.deallocate()
  }
}
