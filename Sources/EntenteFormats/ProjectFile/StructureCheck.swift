/// Goes through a document along the schema: keys, types, words, bounds and forms.
struct StructureCheck {
  private(set) var diagnostics = DiagnosticList()

  /// The ids that each section defines, for references and "did you mean"; a section that is broken
  /// as a whole is missing here, so that its ids are not reported as dangling everywhere.
  private(set) var ids: [ProjectSchema.Kind: [String]] = [:]

  mutating func report(
    _ code: DiagnosticCode, at span: SourceSpan, _ message: String, hint: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, at: span, message: message, hint: hint))
  }

  /// Checks one object.
  ///
  /// - Parameters:
  ///   - node: the object in the document.
  ///   - object: its description.
  ///   - id: its id, empty for what has none.
  ///   - span: where to point for the object as a whole.
  mutating func record(
    _ node: YAMLNode, _ object: ProjectSchema.Object, id: String = "", at span: SourceSpan
  ) -> ProjectRecord {
    var record = ProjectRecord(name: object.name, id: id, span: span)
    guard case .mapping(let entries) = node.content else {
      report(
        .wrongType, at: isNull(node) ? span : node.span,
        "\(record.title) must be keys with values, not \(word(for: node))",
        hint: "its keys are \(object.keys.joined(separator: ", "))")
      return record
    }
    // What is asked for by a misspelt key is not missing as well.
    var asked: Set<String> = []
    for entry in entries {
      guard let field = object.fields.first(where: { $0.key == entry.key }) else {
        asked.formUnion(reportUnknown(entry, of: record, object))
        continue
      }
      asked.insert(entry.key)
      if let value = checkField(entry, field) {
        record.fields[entry.key] = CheckedField(value: value, span: entry.value.span)
      }
    }
    for field in object.fields where field.isRequired && !asked.contains(field.key) {
      let title = object.name == "project" ? "the project" : record.title
      report(
        .missingKey, at: span, "\(title) has no \(ForbiddenCharacter.quoted(field.key))",
        hint: "add “\(field.key): …”: \(field.summary)")
    }
    for field in object.fields where !field.isRequired && !asked.contains(field.key) {
      // A section that was left out defines no ids, and references into it dangle.
      if case .table(_, let kind, _) = field.value { ids[kind] = [] }
    }
    return record
  }

  private mutating func reportUnknown(
    _ entry: YAMLEntry, of record: ProjectRecord, _ object: ProjectSchema.Object
  ) -> Set<String> {
    let meant =
      diagnostics.isFull ? nil : Suggestion.closest(to: entry.key, among: object.keys)
    let hint =
      meant.map { "did you mean \(ForbiddenCharacter.quoted($0))?" }
      ?? "the keys of the \(object.name) are \(object.keys.joined(separator: ", "))"
    report(
      .unknownKey, at: entry.keySpan,
      "\(ForbiddenCharacter.quoted(entry.key)) is not a key of the \(object.name)", hint: hint)
    return meant.map { [$0] } ?? []
  }

  private mutating func checkField(
    _ entry: YAMLEntry, _ field: ProjectSchema.Field
  ) -> CheckedValue? {
    if isNull(entry.value) {
      report(
        .missingValue, at: entry.keySpan, "“\(field.key)” has no value",
        hint: field.isRequired ? field.summary : "write a value, or delete the key")
      return nil
    }
    return value(entry.value, field.value, key: field.key, keySpan: entry.keySpan)
  }

  /// Checks what stands under a key; nil where it was refused.
  private mutating func value(
    _ node: YAMLNode, _ value: ProjectSchema.Value, key: String, keySpan: SourceSpan
  ) -> CheckedValue? {
    switch value {
    case .list(let element, let count, let isDistinct):
      return list(node, element, count, isDistinct, key: key)
    case .names: return names(node, key: key)
    case .object(let object): return .record(record(node, object, at: keySpan))
    case .objects(let object):
      guard case .sequence(let items) = node.content else {
        reportType(node, "a list of \(object.name)s, each with “- ” in front", key)
        return nil
      }
      return .records(
        items.map { record($0, object, at: SourceSpan(start: $0.span.start, end: $0.span.start)) })
    case .table(let object, let kind, let minimum):
      return table(node, object, kind, minimum, key: key, keySpan: keySpan)
    default:
      guard case .scalar(let text, let isPlain) = node.content else {
        reportType(node, ScalarCheck.demand(of: value), key)
        return nil
      }
      switch ScalarCheck.check(text, isPlain: isPlain, value, key: key) {
      case .accepted(let value): return value
      case .refused(let code, let message, let hint):
        report(code, at: node.span, message, hint: hint)
        return nil
      }
    }
  }

  private mutating func list(
    _ node: YAMLNode, _ element: ProjectSchema.Value, _ count: ClosedRange<Int>,
    _ isDistinct: Bool, key: String
  ) -> CheckedValue? {
    let demand = "a list" + (count.lowerBound == 2 ? " of two: [lowest, highest]" : ": [a, b]")
    guard case .sequence(let items) = node.content else {
      reportType(node, demand, key)
      return nil
    }
    guard count.contains(items.count) else {
      if count.lowerBound == count.upperBound {
        report(.wrongType, at: node.span, "“\(key)” takes \(demand), not \(items.count) values")
      } else {
        report(
          .wrongType, at: node.span, "“\(key)” takes at most \(count.upperBound) values",
          hint: "this list has \(items.count)")
      }
      return nil
    }
    var fields: [CheckedField] = []
    var seen: Set<String> = []
    for item in items {
      if isNull(item) {
        report(.missingValue, at: item.span, "an entry of “\(key)” is empty", hint: "delete it")
        continue
      }
      if isDistinct, case .scalar(let text, _) = item.content, !seen.insert(text).inserted {
        report(
          .duplicateKey, at: item.span,
          "\(ForbiddenCharacter.quoted(text)) stands twice in “\(key)”", hint: "delete one")
        continue
      }
      if let checked = value(item, element, key: key, keySpan: item.span) {
        fields.append(CheckedField(value: checked, span: item.span))
      }
    }
    return fields.count == items.count ? .list(fields) : nil
  }

  private mutating func names(_ node: YAMLNode, key: String) -> CheckedValue? {
    guard case .mapping(let entries) = node.content else {
      reportType(node, "names by language: {az: Rusiya, ru: Россия}", key)
      return nil
    }
    var names: [String: String] = [:]
    for entry in entries {
      if !ProjectSchema.isLanguageTag(entry.key) {
        report(
          .badIdentifier, at: entry.keySpan,
          "\(ForbiddenCharacter.quoted(entry.key)) is not a language tag",
          hint: "write a tag such as az, ru, hy or zh-Hant")
      }
      let field = ProjectSchema.Field.optional(
        entry.key, .line(limit: ProjectSchema.nameLimit), "the name in that language")
      if case .text(let text)? = checkField(entry, field) { names[entry.key] = text }
    }
    return .names(names)
  }

  private mutating func table(
    _ node: YAMLNode, _ object: ProjectSchema.Object, _ kind: ProjectSchema.Kind, _ minimum: Int,
    key: String, keySpan: SourceSpan
  ) -> CheckedValue? {
    guard case .mapping(let entries) = node.content else {
      reportType(node, "ids with keys, as “\(object.name)-1: {…}”", key)
      return nil
    }
    if entries.count < minimum {
      report(
        .emptyProject, at: keySpan,
        minimum == 1 ? "the project has no \(key)" : "the project has fewer than two \(key)",
        hint: "a project needs at least \(minimum) \(minimum == 1 ? object.name : key)")
    }
    // Of an empty section, that it is empty is said once, and not again at every reference.
    if !entries.isEmpty || minimum == 0 { ids[kind] = entries.map(\.key) }
    checkIDs(entries, object)
    return .records(
      entries.map { record($0.value, object, id: $0.key, at: $0.keySpan) })
  }

  private mutating func checkIDs(_ entries: [YAMLEntry], _ object: ProjectSchema.Object) {
    var folded: [String: String] = [:]
    for entry in entries {
      let shown = ForbiddenCharacter.quoted(entry.key)
      if !ProjectSchema.isID(entry.key) {
        report(
          .badIdentifier, at: entry.keySpan, "\(shown) can't be the id of the \(object.name)",
          hint: "an id is up to \(ProjectSchema.idLimit) Latin letters, digits and . _ -; "
            + "names may be in any script")
      } else if let other = folded.updateValue(entry.key, forKey: entry.key.lowercased()) {
        report(
          .similarIdentifiers, at: entry.keySpan,
          "\(shown) and \(ForbiddenCharacter.quoted(other)) differ only in capital letters",
          hint: "rename one of the two so that nobody takes one for the other")
      }
    }
  }

  private mutating func reportType(_ node: YAMLNode, _ demand: String, _ key: String) {
    report(.wrongType, at: node.span, "“\(key)” takes \(demand); this is \(word(for: node))")
  }

  private func isNull(_ node: YAMLNode) -> Bool {
    if case .scalar(let text, let isPlain) = node.content {
      return YAMLScalar(text, isPlain: isPlain) == .null
    }
    return false
  }

  private func word(for node: YAMLNode) -> String {
    switch node.content {
    case .scalar("", _): "nothing"
    case .scalar(let text, _): ForbiddenCharacter.quoted(text, limit: 30)
    case .sequence: "a list"
    case .mapping: "keys with values"
    }
  }
}
