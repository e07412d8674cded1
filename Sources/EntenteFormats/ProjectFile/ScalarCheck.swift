import EntenteCore

/// Reads a scalar as what its key asks for.
enum ScalarCheck {
  enum Outcome {
    case accepted(CheckedValue)
    case refused(DiagnosticCode, String, hint: String?)
  }

  /// What a key asks for, in words.
  static func demand(of value: ProjectSchema.Value) -> String {
    switch value {
    case .flag: "true or false"
    case .version: "the number \(ProjectSchema.version)"
    case .number(let bounds): "a number \(words(for: bounds))"
    case .numberOrWord(let bounds, let words):
      "a number \(Self.words(for: bounds)) or \(list(words))"
    case .word(let words): list(words)
    case .date: "a date"
    case .address: "an address"
    case .reference(let kind): "the id of one \(kind.rawValue)"
    default: "text"
    }
  }

  static func check(
    _ text: String, isPlain: Bool, _ value: ProjectSchema.Value, key: String
  ) -> Outcome {
    let kind = YAMLScalar(text, isPlain: isPlain)
    switch value {
    case .line(let limit): return line(text, kind, limit, key)
    case .text(let limit): return Self.text(text, kind, limit, key)
    case .word(let words): return word(text, words, key)
    case .flag: return flag(text, kind, key)
    case .version: return version(text, kind)
    case .number(let bounds): return number(text, kind, bounds, demand(of: value), key)
    case .numberOrWord(let bounds, let words):
      if words.contains(where: { $0.text == text }) { return .accepted(.text(text)) }
      if kind == .text, let hint = Suggestion.hint(for: text, among: words.map(\.text)) {
        let message = "“\(key)” takes \(demand(of: value)), not \(ForbiddenCharacter.quoted(text))"
        return .refused(.unknownWord, message, hint: hint)
      }
      return number(text, kind, bounds, demand(of: value), key)
    case .date: return date(text, key)
    case .address: return address(text, key)
    case .reference: return reference(text, kind, key)
    case .list, .names, .object, .objects, .table:
      return .refused(.wrongType, "“\(key)” takes more than text", hint: nil)
    }
  }

  private static func line(
    _ raw: String, _ kind: YAMLScalar, _ limit: Int, _ key: String
  ) -> Outcome {
    let outcome = text(raw, kind, limit, key)
    if case .accepted(.text(let text)) = outcome,
      text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\t" })
    {
      return .refused(
        .forbiddenCharacter, "“\(key)” is one line, without line breaks and tabs",
        hint: "write it on one line; “>-” instead of “|” joins lines")
    }
    return outcome
  }

  private static func text(
    _ raw: String, _ kind: YAMLScalar, _ limit: Int, _ key: String
  ) -> Outcome {
    if case .bool = kind {
      return .refused(
        .wrongType, "“\(key)” takes text; without quotes, \(raw) means yes or no",
        hint: "write \"\(raw)\"")
    }
    // What the block styles | and > add at the end.
    var text = Substring(raw)
    while text.last == "\n" { text.removeLast() }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return .refused(.missingValue, "“\(key)” is blank", hint: "write something")
    }
    let count = raw.unicodeScalars.count
    guard count <= limit else {
      return .refused(
        .textTooLong, "“\(key)” has \(count) characters; the limit is \(limit)",
        hint: "shorten it, or move a part to a note")
    }
    return .accepted(.text(String(text)))
  }

  private static func word(_ text: String, _ words: [ProjectSchema.Word], _ key: String) -> Outcome
  {
    if words.contains(where: { $0.text == text }) { return .accepted(.text(text)) }
    let hint = Suggestion.hint(for: text, among: words.map(\.text))
    return .refused(
      .unknownWord, "“\(key)” takes \(list(words)), not \(ForbiddenCharacter.quoted(text))",
      hint: hint)
  }

  private static func flag(_ text: String, _ kind: YAMLScalar, _ key: String) -> Outcome {
    if case .bool(let value) = kind { return .accepted(.flag(value)) }
    let hints = ["yes": "true", "on": "true", "no": "false", "off": "false"]
    return .refused(
      .wrongType, "“\(key)” takes true or false, not \(ForbiddenCharacter.quoted(text))",
      hint: hints[text.lowercased()].map { "write \($0)" })
  }

  private static func version(_ text: String, _ kind: YAMLScalar) -> Outcome {
    let known = ProjectSchema.version
    guard case .number(let number) = kind else {
      return .refused(
        .wrongType, "“entente” takes the number of the format version",
        hint: "write “entente: \(known)”")
    }
    guard number == Double(known) else {
      return .refused(
        .unsupportedVersion,
        "the file is written in format version \(text); this program reads version \(known)",
        hint: number > Double(known)
          ? "use a newer version of entente" : "write “entente: \(known)”")
    }
    return .accepted(.number(number))
  }

  private static func number(
    _ text: String, _ kind: YAMLScalar, _ bounds: ProjectSchema.Bounds,
    _ demand: @autoclosure () -> String, _ key: String
  ) -> Outcome {
    guard case .number(let number) = kind else {
      return .refused(
        .wrongType, "“\(key)” takes \(demand()), not \(ForbiddenCharacter.quoted(text))",
        hint: numberHint(text))
    }
    guard number.isFinite else {
      return .refused(
        .outOfRange, "“\(key)” takes \(demand()), and \(text) is not finite", hint: nil)
    }
    guard bounds.contains(number) else {
      return .refused(
        .outOfRange, "“\(key)” takes \(demand()); \(ForbiddenCharacter.printable(text)) is outside",
        hint: nil)
    }
    return .accepted(.number(number))
  }

  /// What was probably meant by something that is nearly a number.
  private static func numberHint(_ text: String) -> String? {
    let repaired = String(
      text.map { character in
        switch character {
        case "−", "–", "—": "-"
        case ",": "."
        default: character
        }
      })
    guard case .number = YAMLScalar(repaired, isPlain: true) else { return nil }
    return repaired == text ? "write it without quotes" : "write \(repaired)"
  }

  private static func date(_ text: String, _ key: String) -> Outcome {
    do {
      return .accepted(.date(try EDTFDate(text)))
    } catch {
      let shown = ForbiddenCharacter.quoted(text)
      switch error {
      case .reversed:
        return .refused(
          .reversedInterval, "“\(key)” ends before it begins: \(shown)",
          hint: "write the earlier date first")
      case .noSuchDay(let part):
        return .refused(
          .badDate, "the calendar has no \(ForbiddenCharacter.quoted(part))",
          hint: "check year, month and day, written YYYY-MM-DD")
      case .openAtBothEnds:
        return .refused(
          .badDate, "“\(key)” is open at both ends and says nothing", hint: "give one end")
      case .empty, .malformed, .tooManyParts:
        return .refused(
          .badDate, "“\(key)” takes a date, not \(shown)",
          hint: "write 2025-05-09, 2025-05, 2025, or an interval: 2025-05-09/2025-05-19, "
            + "../2025-05-19, 2025-05-19/..")
      }
    }
  }

  private static func address(_ text: String, _ key: String) -> Outcome {
    let shown = ForbiddenCharacter.quoted(text)
    let schemes = ["http://", "https://", "mailto:"]
    guard let scheme = schemes.first(where: { text.hasPrefix($0) }), text.count > scheme.count,
      !text.unicodeScalars.contains(where: \.properties.isWhitespace)
    else {
      return .refused(
        .badURL,
        "“\(key)” takes an address that starts with http://, https:// or mailto:, not \(shown)",
        hint: text.contains(".") && !text.contains(":") ? "write https:// in front" : nil)
    }
    guard text.unicodeScalars.count <= ProjectSchema.addressLimit else {
      return .refused(
        .textTooLong, "“\(key)” has more than \(ProjectSchema.addressLimit) characters", hint: nil)
    }
    return .accepted(.text(text))
  }

  private static func reference(_ text: String, _ kind: YAMLScalar, _ key: String) -> Outcome {
    if case .bool = kind {
      return .refused(
        .wrongType, "“\(key)” takes an id; without quotes, \(text) means yes or no",
        hint: "write \"\(text)\"")
    }
    return .accepted(.text(text))
  }

  private static func list(_ words: [ProjectSchema.Word]) -> String {
    let texts = words.map(\.text)
    guard texts.count > 1, let last = texts.last else { return texts.joined() }
    return texts.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func words(for bounds: ProjectSchema.Bounds) -> String {
    func text(_ number: Double) -> String {
      let digits = JSONValue.number(abs(number)).text
      return number < 0 ? "−" + digits : digits
    }
    return bounds.includesLower
      ? "from \(text(bounds.lower)) to \(text(bounds.upper))"
      : "above \(text(bounds.lower)) and up to \(text(bounds.upper))"
  }
}
