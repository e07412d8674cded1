import EntenteCore
import EntenteFormats
import Foundation
import TestSupport
import Testing

@Suite struct ProjectSchemaTests {
  /// What reading checks and a JSON Schema can't: what needs the whole file, the calendar, or the
  /// text before it is parsed.
  static let onlyReading: Set<DiagnosticCode> = [
    .danglingReference, .reversedInterval, .scoreOutsideRange, .selfReference, .affiliationCycle,
    .affiliationCoversNothing, .noLayerWeight, .invalidEncoding, .syntax,
    .unsupportedSyntax, .badAlias, .nestingTooDeep, .tooManyNodes, .fileTooLarge,
  ]

  /// Problems that the schema states in part: it knows the form of a date but not how long a month
  /// is, that a list holds a value twice but not that a mapping does, that a name is one line but not
  /// what else text must not hold.
  static let partly: Set<DiagnosticCode> = [.badDate, .duplicateKey, .forbiddenCharacter]

  private let validator: JSONSchemaValidator

  init() throws {
    // JSON is YAML, so the project's own reader will do; that the text is JSON is seen by the oracle.
    let source = SourceText(bytes: Array(ProjectSchema.jsonSchema().utf8), file: "schema")
    validator = JSONSchemaValidator(Self.value(try #require(YAMLReader.read(source).root)))
  }

  private static func value(_ node: YAMLNode) -> JSONSchemaValidator.Value {
    switch node.content {
    case .scalar(let text, let isPlain):
      switch YAMLScalar(text, isPlain: isPlain) {
      case .null: .null
      case .bool(let value): .bool(value)
      case .number(let value): .number(value)
      case .text: .string(text)
      }
    case .sequence(let items): .array(items.map(value))
    case .mapping(let entries):
      .object(Dictionary(entries.map { ($0.key, value($0.value)) }, uniquingKeysWith: { $1 }))
    }
  }

  private func verdict(_ bytes: [UInt8]) throws -> Bool? {
    let result = YAMLReader.read(SourceText(bytes: bytes, file: "t"))
    guard let root = result.root, result.diagnostics.isEmpty else { return nil }
    return try validator.isValid(Self.value(root))
  }

  @Test func theFileBesideTheGraphsIsCurrent() throws {
    let file = TestFiles.package.appendingPathComponent("graphs/entente.schema.json")
    let schema = ProjectSchema.jsonSchema()
    if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] != nil {
      try FileBytes.write(Array(schema.utf8), path: file.path)
      Issue.record("recorded \(file.path); run again without ENTENTE_RECORD")
    }
    #expect(try TestFiles.text(file) == schema)
  }

  @Test func graphsNameTheSchemaAndAreValidUnderBoth() throws {
    #expect(!TestFiles.graphs.isEmpty)
    for file in TestFiles.graphs {
      let bytes = try TestFiles.bytes(file)
      #expect(
        String(decoding: bytes, as: UTF8.self)
          .hasPrefix("# yaml-language-server: $schema=entente.schema.json\n"))
      #expect(!ProjectReader.read(bytes: bytes, file: "g").report.hasErrors)
      #expect(try verdict(bytes) == true)
    }
    #expect(try verdict(Array(ProjectStarter.text.utf8)) == true)
    #expect(try verdict(Array(try TestFiles.good().utf8)) == true)
    #expect(TestFiles.read(ProjectStarter.text).report.diagnostics.isEmpty)
  }

  @Test func schemaAndReadingAgree() throws {
    for file in TestFiles.broken { try agree(file) }
  }

  private func agree(_ file: URL) throws {
    let bytes = try TestFiles.bytes(file)
    guard let isValid = try verdict(bytes) else { return }
    let codes = Set(ProjectReader.read(bytes: bytes, file: "b").report.errors.map(\.code))
    let structural = codes.subtracting(Self.onlyReading).subtracting(Self.partly)
    if !structural.isEmpty {
      #expect(!isValid, "the schema accepts \(file.lastPathComponent): \(structural)")
    } else if codes.isDisjoint(with: Self.partly) {
      #expect(isValid, "the schema refuses \(file.lastPathComponent) for nothing but \(codes)")
    }
  }

  /// The same verdicts as the Python package jsonschema, recorded by oracles/schema_agreement.py.
  @Test func verdictsAreThoseOfAnIndependentValidator() throws {
    let recorded = try TestFiles.text(
      TestFiles.folder.appendingPathComponent("oracles/schema-agreement.txt"))
    var compared = 0
    for line in recorded.split(separator: "\n") {
      let parts = line.split(separator: " ")
      let inGraphs = parts[0].hasPrefix("graphs/")
      let folder = inGraphs ? TestFiles.package : TestFiles.folder
      let bytes = try TestFiles.bytes(folder.appendingPathComponent(String(parts[0])))
      guard let isValid = try verdict(bytes) else { continue }
      compared += 1
      #expect(isValid == (parts[1] == "valid"), "\(parts[0])")
    }
    #expect(compared > 40)
  }

  /// One small change at a time, so that every key is seen refused and accepted under both.
  @Test func agreementOnEveryKeyAndEveryKindOfValue() throws {
    let values = [
      "", "~", "true", "1", "-3", "0", "0.5", "11", "\"\"", "text", "\"7\"", "[]", "[a]", "{}",
      "[1, 2]", "2025", "2025-05-09", "2025-13", "https://a.b", "none", "high", "event",
      "\"a\\tb\"",
      "stated", "person", "from", "{az: x}", "[a, a]", "1e400", "0000", "2025/..", "\"  \"",
    ]
    let whole = try #require(TestFiles.read(try TestFiles.good()).project)
    let project = try Project(
      title: whole.title, sources: [whole.sources[0]], layers: [whole.layers[0]],
      actors: Array(whole.actors.prefix(2)), events: whole.events, claims: [whole.claims[0]])
    // The writer puts every key on a line of its own.
    let good = ProjectWriter.text(of: project).split(separator: "\n").map(String.init)
    var compared = 0
    for (object, anchor) in Self.anchors {
      let start = try #require(good.firstIndex(of: anchor)) + 1
      let end = good[start...].firstIndex { !$0.hasPrefix("    ") } ?? good.count
      for field in object.fields {
        let key = "    \(field.key):"
        let others = good[start..<end].filter { !$0.hasPrefix(key) }
        for text in values {
          let lines = good[..<start] + others + ["\(key) \(text)"] + good[end...]
          let joined = lines.joined(separator: "\n") + "\n"
          let codes = Set(TestFiles.read(joined).report.errors.map(\.code))
          let source = SourceText(bytes: Array(joined.utf8), file: "t")
          let root = try #require(YAMLReader.read(source).root)
          let structural = codes.subtracting(Self.onlyReading)
          #expect(
            try validator.isValid(Self.value(root)) == structural.isEmpty,
            "\(object.name) \(field.key): \(text) \(codes)")
          compared += 1
        }
      }
    }
    #expect(compared > 1_000)
  }

  /// One object of each kind in the good file, by the line with its id.
  private static let anchors: [(ProjectSchema.Object, String)] = {
    let ids: [ProjectSchema.Kind: String] = [
      .source: "gazette", .layer: "diplomatic", .actor: "SE", .event: "treaty", .claim: "c01",
    ]
    return ProjectSchema.project.fields.compactMap { field in
      guard case .table(let object, let kind, _) = field.value else { return nil }
      return ids[kind].map { (object, "  \($0):") }
    }
  }()

  @Test func everyKeyIsDocumented() throws {
    let article = try TestFiles.text(
      TestFiles.package.appendingPathComponent(
        "Sources/EntenteFormats/Documentation.docc/ProjectFile.md"))
    func check(_ object: ProjectSchema.Object) {
      for field in object.fields {
        #expect(article.contains("`\(field.key)`"), "\(object.name): \(field.key)")
        switch field.value {
        case .object(let inner), .objects(let inner), .table(let inner, _, _): check(inner)
        default: break
        }
      }
    }
    check(ProjectSchema.project)
    for code in DiagnosticCode.allCases { #expect(article.contains("`\(code.rawValue)`")) }
  }
}
