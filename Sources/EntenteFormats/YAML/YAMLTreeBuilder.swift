import CLibYAML

/// Puts a tree together from parser events.
struct YAMLTreeBuilder {
  private(set) var root: YAMLNode?
  private(set) var diagnostics = DiagnosticList()

  private let source: SourceText
  private let limits: YAMLLimits
  private var open: [Frame] = []
  private var anchors: [String: YAMLNode] = [:]
  private var documents = 0
  private var nodes = 0
  private var aliasedNodes = 0

  /// A list or mapping that has begun and not ended.
  private struct Frame {
    let isMapping: Bool
    let start: SourcePosition
    let anchor: String?
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    var key: (text: String, span: SourceSpan)?
    // A key that can't be used was reported; its value is read and dropped.
    var dropsValue = false
  }

  init(source: SourceText, limits: YAMLLimits) {
    self.source = source
    self.limits = limits
  }

  /// Ends the reading for good: a tree with a broken part is worse than none.
  mutating func fail(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    root = nil
  }

  /// Takes the next event; false where reading can't go on.
  mutating func take(_ event: UnsafePointer<yaml_event_t>) -> Bool {
    let span = SourceSpan(
      start: source.position(scalarIndex: event.pointee.start_mark.index),
      end: source.position(scalarIndex: event.pointee.end_mark.index)
    )
    switch event.pointee.type {
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      guard documents == 1 else {
        fail(
          Diagnostic(
            .unsupportedSyntax,
            at: span,
            message: "a second document starts here",
            hint: "a project file holds one document: delete the line ---, or use two files"
          )
        )
        return false
      }
    case YAML_SCALAR_EVENT: return takeScalar(event.pointee.data.scalar, span)
    case YAML_ALIAS_EVENT: return takeAlias(event.pointee.data.alias, span)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.pointee.data.sequence_start
      return begin(isMapping: false, Self.text(data.anchor), Self.text(data.tag), span)
    case YAML_MAPPING_START_EVENT:
      let data = event.pointee.data.mapping_start
      return begin(isMapping: true, Self.text(data.anchor), Self.text(data.tag), span)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return end(span)
    default: break
    }
    return true
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private mutating func takeScalar(
    _ scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar,
    _ span: SourceSpan
  ) -> Bool {
    refuseTag(Self.text(scalar.tag), span)
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let text = String(decoding: bytes, as: UTF8.self)
    // Only quoted scalars can hold what the raw text does not: "\u202E".
    if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE,
      let found = text.unicodeScalars.first(where: {
        ForbiddenCharacter.contains($0) || $0 == "\r"
      }), let complaint = ForbiddenCharacter.complaint(about: found)
    {
      diagnostics.append(
        Diagnostic(
          .forbiddenCharacter,
          at: span,
          message: "the text holds \(complaint), written as an escape",
          hint: "delete it"
        )
      )
    }
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    let node = YAMLNode(.scalar(text, isPlain: isPlain), span: span)
    return add(node, anchor: Self.text(scalar.anchor))
  }

  private mutating func takeAlias(
    _ alias: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_alias,
    _ span: SourceSpan
  ) -> Bool {
    let name = Self.text(alias.anchor) ?? ""
    let shown = ForbiddenCharacter.quoted("*" + name)
    guard let target = anchors[name] else {
      let message =
        open.contains { $0.anchor == name }
        ? "the alias \(shown) stands inside of what it refers to"
        : "the alias \(shown) refers to nothing above it"
      fail(
        Diagnostic(
          .badAlias,
          at: span,
          message: message,
          hint: Suggestion.hint(for: name, among: anchors.keys) ?? "write the value out"
        )
      )
      return false
    }
    aliasedNodes += target.nodeCount
    guard aliasedNodes <= limits.aliasedNodes else {
      fail(
        Diagnostic(
          .badAlias,
          at: span,
          message: "the aliases in this file stand for more than \(limits.aliasedNodes) values",
          hint: "write the values out"
        )
      )
      return false
    }
    return add(target.moved(to: span), anchor: nil)
  }

  private mutating func begin(
    isMapping: Bool,
    _ anchor: String?,
    _ tag: String?,
    _ span: SourceSpan
  ) -> Bool {
    refuseTag(tag, span)
    guard open.count < limits.depth else {
      fail(
        Diagnostic(
          .nestingTooDeep,
          at: span,
          message: "lists and mappings are nested more than \(limits.depth) deep",
          hint: "a project file needs four levels"
        )
      )
      return false
    }
    open.append(Frame(isMapping: isMapping, start: span.start, anchor: anchor))
    return true
  }

  private mutating func end(_ span: SourceSpan) -> Bool {
    guard let frame = open.popLast() else { return true }
    // A block ends where its last value does, not at the next line, where the parser notices.
    let last = frame.isMapping ? frame.entries.last?.value.span.end : frame.items.last?.span.end
    let end = span.end == span.start ? last ?? frame.start : span.end
    let content: YAMLNode.Content =
      frame.isMapping ? .mapping(frame.entries) : .sequence(frame.items)
    let node = YAMLNode(content, span: SourceSpan(start: frame.start, end: end))
    return add(node, anchor: frame.anchor)
  }

  private mutating func refuseTag(_ tag: String?, _ span: SourceSpan) {
    guard let tag else { return }
    diagnostics.append(
      Diagnostic(
        .unsupportedSyntax,
        at: span,
        message: "project files have no tags such as \(ForbiddenCharacter.quoted(tag))",
        hint: "delete the tag; put text in quotes where it could be taken for something else"
      )
    )
  }

  private mutating func add(_ node: YAMLNode, anchor: String?) -> Bool {
    nodes += 1
    guard nodes + aliasedNodes <= limits.nodes else {
      fail(
        Diagnostic(
          .tooManyNodes,
          at: node.span,
          message: "the file holds more than \(limits.nodes) values",
          hint: "split the project"
        )
      )
      return false
    }
    if let anchor {
      anchors[anchor] = node
      guard anchors.count <= limits.aliasedNodes else {
        fail(
          Diagnostic(
            .badAlias, at: node.span,
            message: "the file has more than \(limits.aliasedNodes) anchors (&)",
            hint: "delete those that no alias refers to"))
        return false
      }
    }
    guard !open.isEmpty else {
      root = node
      return true
    }
    let top = open.count - 1
    if !open[top].isMapping {
      open[top].items.append(node)
    } else if let key = open[top].key {
      open[top].entries.append(YAMLEntry(key: key.text, keySpan: key.span, value: node))
      open[top].key = nil
    } else if open[top].dropsValue {
      open[top].dropsValue = false
    } else {
      takeKey(node, top)
    }
    return true
  }

  private mutating func takeKey(_ node: YAMLNode, _ top: Int) {
    guard case .scalar(let text, let isPlain) = node.content else {
      open[top].dropsValue = true
      diagnostics.append(
        Diagnostic(
          .unsupportedSyntax,
          at: node.span,
          message: "a key must be plain text, not a list or mapping",
          hint: "put the key in quotes if it starts with [ or {"
        )
      )
      return
    }
    if text == "<<" && isPlain {
      open[top].dropsValue = true
      diagnostics.append(
        Diagnostic(
          .unsupportedSyntax,
          at: node.span,
          message: "project files have no merge keys (<<)",
          hint: "write the keys out"
        )
      )
    } else if let line = open[top].lines[text] {
      open[top].dropsValue = true
      diagnostics.append(
        Diagnostic(
          .duplicateKey,
          at: node.span,
          message: "\(ForbiddenCharacter.quoted(text)) stands here a second time",
          hint: "the first is on line \(line): rename or delete one of the two"
        )
      )
    } else {
      open[top].lines[text] = node.span.start.line
      open[top].key = (text, node.span)
    }
  }
}
