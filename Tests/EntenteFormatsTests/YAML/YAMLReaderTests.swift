import EntenteFormats
import Testing

/// A tree without places, for comparing.
indirect enum Tree: Equatable, CustomStringConvertible {
  case text(String)
  case list([Tree])
  case map([String], [Tree])

  init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _): self = .text(text)
    case .sequence(let items): self = .list(items.map(Tree.init))
    case .mapping(let entries):
      self = .map(entries.map(\.key), entries.map { Tree($0.value) })
    }
  }

  var description: String {
    switch self {
    case .text(let text): "'\(text)'"
    case .list(let items): "[\(items.map(\.description).joined(separator: " "))]"
    case .map(let keys, let values):
      "{\(zip(keys, values).map { "\($0): \($1)" }.joined(separator: " "))}"
    }
  }
}

@Suite struct YAMLReaderTests {
  private func read(_ text: String, limits: YAMLLimits = YAMLLimits()) -> YAMLReader.Result {
    YAMLReader.read(SourceText(bytes: Array(text.utf8), file: "t"), limits: limits)
  }

  private func codes(_ text: String) -> [DiagnosticCode] { read(text).diagnostics.map(\.code) }

  @Test func styles() throws {
    let text = """
      plain: NO
      single: 'it''s'
      double: "a\\tb \\u0259"
      folded: >
        one
        two
      kept: |
        one
        two
      flow: {a: [1, 2], b: {}}
      block:
        - x
        - y: z
      none:
      """
    let root = try #require(read(text).root)
    #expect(read(text).diagnostics.isEmpty)
    #expect(
      Tree(root).description
        == "{plain: 'NO' single: 'it's' double: 'a\tb ə' folded: 'one two\n' kept: 'one\ntwo\n' "
        + "flow: {a: ['1' '2'] b: {}} block: ['x' {y: 'z'}] none: ''}"
    )
  }

  @Test func everyNodeKnowsItsPlace() throws {
    let text = "title: Ərdoğan 😀 x\r\nactors:\n  RU: {kind: state, name: \"Rus\"}\n  AZ:\n    - é\n"
    let root = try #require(read(text).root)
    guard case .mapping(let entries) = root.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries[0].value.span.start == SourcePosition(line: 1, column: 8))
    #expect(entries[0].value.span.end == SourcePosition(line: 1, column: 19))
    #expect(entries[1].keySpan.start == SourcePosition(line: 2, column: 1))
    guard case .mapping(let actors) = entries[1].value.content else {
      Issue.record("no mapping")
      return
    }
    #expect(actors[0].keySpan.start == SourcePosition(line: 3, column: 3))
    #expect(actors[0].value.span.start == SourcePosition(line: 3, column: 7))
    #expect(actors[0].value.span.end == SourcePosition(line: 3, column: 33))
    #expect(actors[1].value.span.start == SourcePosition(line: 5, column: 5))
    #expect(actors[1].value.span.end == SourcePosition(line: 5, column: 8))
  }

  @Test func emptyDocuments() {
    for text in ["", "\n\n", "# only a remark\n", "---\n"] {
      let result = read(text)
      #expect(result.diagnostics.isEmpty)
      switch result.root?.content {
      case nil, .scalar("", _): break
      default: Issue.record("\(text) gave a value")
      }
    }
  }

  @Test func duplicateKeysNameTheFirst() throws {
    let result = read("a: 1\nb: 2\na: 3\nc: {x: 1, x: 2}\n")
    #expect(result.diagnostics.map(\.code) == [.duplicateKey, .duplicateKey])
    #expect(result.diagnostics[0].span.start == SourcePosition(line: 3, column: 1))
    #expect(result.diagnostics[0].hint?.contains("line 1") == true)
    #expect(Tree(try #require(result.root)).description == "{a: '1' b: '2' c: {x: '1'}}")
  }

  @Test func refusedFeatures() {
    #expect(codes("%YAML 1.2\n---\na: 1\n") == [.unsupportedSyntax])
    #expect(codes(String(repeating: "%TAG !a! b\n", count: 50_000)).count == 20)
    #expect(codes("a: !!python/object x\n") == [.unsupportedSyntax])
    #expect(codes("a: 1\n---\nb: 2\n") == [.unsupportedSyntax])
    #expect(codes("b: &b {x: 1}\na:\n  <<: *b\n") == [.unsupportedSyntax])
    #expect(codes("? [a, b]\n: c\nd: e\n") == [.unsupportedSyntax])
    #expect(codes("a: \"x\\u202Ey\"\n") == [.forbiddenCharacter])
    #expect(codes("a: \"x\\0y\"\n") == [.forbiddenCharacter])
  }

  @Test func aliasesAreExpandedWithinLimits() throws {
    let result = read("a: &x [1, 2]\nb: *x\nc: &y text\nd: *y\n")
    #expect(result.diagnostics.isEmpty)
    #expect(
      Tree(try #require(result.root)).description
        == "{a: ['1' '2'] b: ['1' '2'] c: 'text' d: 'text'}"
    )
    #expect(codes("a: *nothing\n") == [.badAlias])
    #expect(codes("a: &x [1, *x]\n") == [.badAlias])
  }

  @Test func aliasBombIsRefusedAtOnce() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let part = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(part)]\n"
    }
    let result = read(text)
    #expect(result.root == nil)
    #expect(result.diagnostics.map(\.code) == [.badAlias])
    #expect(result.diagnostics[0].span.start.line == 4)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func deepNestingIsRefused(_ piece: String) {
    let result = read("a:\n  " + String(repeating: piece, count: 200_000))
    #expect(result.root == nil)
    #expect(result.diagnostics.count == 1)
    // A very long line may fail as bad syntax before it is too deep.
    #expect(result.diagnostics.allSatisfy { [.nestingTooDeep, .syntax].contains($0.code) })
  }

  @Test func depthLimitIsExact() {
    var limits = YAMLLimits()
    limits.depth = 3
    #expect(read("[[[x]]]", limits: limits).diagnostics.isEmpty)
    #expect(read("[[[[x]]]]", limits: limits).diagnostics.map(\.code) == [.nestingTooDeep])
  }

  @Test func nodeLimit() {
    var limits = YAMLLimits()
    limits.nodes = 5
    #expect(read("[a, b, c, d]", limits: limits).diagnostics.isEmpty)
    #expect(read("[a, b, c, d, e]", limits: limits).diagnostics.map(\.code) == [.tooManyNodes])
  }

  /// Broken syntax, the line of the mistake, and a word of what is said.
  @Test(
    arguments: [
      ("a: 1\nb: \"open\nc: 2\n", 2, "never closed"),
      ("a: 1\nb: 'open\nc: 2\n", 2, "never closed"),
      ("a: [1, 2\nb: 3\nc: 4\n", 1, "not closed"),
      ("a: {x: 1\nb: 3\n", 1, "not closed"),
      ("a: 1\n  b: 2\n", 2, "second colon"),
      ("a: b: c\n", 1, "second colon"),
      ("a:\n    b: 1\n   c: 2\n", 3, "does not fit"),
      ("a: 1\nnonsense\nb: 2\n", 2, "colon"),
      ("a:\n\tb: 1\n", 2, "tab"),
      ("a: @x\n", 1, "can't start"),
      ("a: \"\\q\"\n", 1, "escape"),
      ("a: 1\n- b\n", 2, "does not fit"),
      ("a: 'it's'\n", 1, "does not fit"),
      ("a: 1\n]\n", 2, "does not fit"),
    ] as [(String, Int, String)]
  )
  func syntaxErrorsAreExplainedWhereTheyAreMade(_ text: String, _ line: Int, _ word: String) throws
  {
    let result = read(text)
    #expect(result.root == nil)
    let problem = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(problem.code == .syntax)
    #expect(problem.span.start.line == line, "\(problem)")
    #expect(problem.message.contains(word), "\(problem)")
  }

  @Test func encodingProblemsDoNotHideTheRest() {
    let bytes = Array("a: \u{7}x\n".utf8) + Array("a: ".utf8) + [0xFF, 0x0A]
    let result = YAMLReader.read(SourceText(bytes: bytes, file: "t"))
    #expect(
      result.diagnostics.map(\.code) == [.forbiddenCharacter, .invalidEncoding, .duplicateKey]
    )
  }
}
