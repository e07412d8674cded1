/// Reads layout files.
public enum LayoutReader {
  /// Reads and checks a layout file; all problems are found in one go.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - file: its name for messages.
  /// - Returns: the layout, or nil where there are errors; and everything there is to say.
  /// - Complexity: linear in the size of the file.
  public static func read(
    bytes: [UInt8], file: String
  ) -> (layout: LayoutFile?, report: DiagnosticReport) {
    let source = SourceText(bytes: bytes, file: file)
    let document = YAMLReader.read(source)
    var check = Check()
    if let root = document.root {
      check.root(root)
    } else if document.diagnostics.isEmpty {
      check.say(.emptyFile, SourceSpan(at: .start), "the layout file is empty", nil)
    }
    var list = document.list
    list.append(check.list)
    let report = DiagnosticReport(source: source, list: list)
    return (report.hasErrors ? nil : check.layout, report)
  }

  private struct Check {
    var layout = LayoutFile()
    var list = DiagnosticList()

    mutating func say(
      _ code: DiagnosticCode, _ span: SourceSpan, _ message: String, _ hint: String?
    ) {
      list.append(Diagnostic(code, at: span, message: message, hint: hint))
    }

    mutating func root(_ root: YAMLNode) {
      guard case .mapping(let entries) = root.content else {
        say(
          .wrongType, root.span, "a layout file consists of keys with values",
          "“entente render --lock” writes one")
        return
      }
      if !entries.contains(where: { $0.key == "entente-layout" }) {
        say(
          .missingKey, SourceSpan(at: root.span.start), "the key “entente-layout” is missing",
          "begin the file with “entente-layout: 1”")
      }
      for entry in entries {
        switch entry.key {
        case "entente-layout":
          guard case .scalar("1", _) = entry.value.content else {
            say(
              .unsupportedVersion, entry.value.span, "this version of layout files is not known",
              "write 1")
            continue
          }
        case let level where LayoutFile.levelNames.contains(level):
          places(entry.value, of: level)
        default:
          say(
            .unknownKey, entry.keySpan, "“\(entry.key)” is no level of analysis",
            "the levels are \(LayoutFile.levelNames.joined(separator: ", "))")
        }
      }
    }

    private mutating func places(_ node: YAMLNode, of level: String) {
      guard case .mapping(let entries) = node.content else {
        // A level without actors yet.
        if case .scalar(let text, let isPlain) = node.content,
          YAMLScalar(text, isPlain: isPlain) == .null
        {
          return
        }
        say(.wrongType, node.span, "“\(level)” holds actors with their places", Self.example)
        return
      }
      for entry in entries {
        if let place = place(entry) { layout.levels[level, default: [:]][entry.key] = place }
      }
    }

    private static let example = "as in “RU: {x: -150, y: 20, pinned: true}”"

    private mutating func place(_ actor: YAMLEntry) -> LayoutFile.Place? {
      guard case .mapping(let entries) = actor.value.content else {
        say(
          .wrongType, actor.value.span, "the place of “\(actor.key)” has the keys x and y",
          Self.example)
        return nil
      }
      var (x, y): (Double?, Double?) = (nil, nil)
      var isPinned = false
      var isWhole = true
      for entry in entries {
        switch entry.key {
        case "x", "y":
          guard let value = coordinate(entry) else {
            isWhole = false
            continue
          }
          if entry.key == "x" { x = value } else { y = value }
        case "pinned":
          if case .scalar(let text, let isPlain) = entry.value.content,
            case .bool(let value) = YAMLScalar(text, isPlain: isPlain)
          {
            isPinned = value
          } else {
            say(.wrongType, entry.value.span, "“pinned” is true or false", nil)
          }
        default:
          say(
            .unknownKey, entry.keySpan, "a place has no key “\(entry.key)”",
            "its keys are x, y and pinned")
        }
      }
      for key in ["x", "y"] where !entries.contains(where: { $0.key == key }) {
        say(.missingKey, actor.keySpan, "the place of “\(actor.key)” lacks “\(key)”", Self.example)
        isWhole = false
      }
      guard isWhole, let x, let y else { return nil }
      return LayoutFile.Place(x: x, y: y, isPinned: isPinned)
    }

    private mutating func coordinate(_ entry: YAMLEntry) -> Double? {
      guard case .scalar(let text, let isPlain) = entry.value.content,
        case .number(let value) = YAMLScalar(text, isPlain: isPlain)
      else {
        say(.wrongType, entry.value.span, "“\(entry.key)” is a number of points", nil)
        return nil
      }
      guard abs(value) <= LayoutFile.farthest else {
        say(
          .outOfRange, entry.value.span,
          "“\(entry.key)” lies outside of −100000 to 100000 points", nil)
        return nil
      }
      return value
    }
  }
}
