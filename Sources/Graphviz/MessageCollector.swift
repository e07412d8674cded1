import Synchronization

/// Gathers what Graphviz says. A message arrives in fragments: its level, a colon, its text.
enum MessageCollector {
  // A C callback without a context argument can reach static storage only.
  private static let bytes = Mutex<[UInt8]>([])

  /// The callback: keeps a fragment. Bounded, because a broken input can yield endless messages.
  static let receive: @convention(c) (UnsafePointer<CChar>?) -> Void = { fragment in
    guard let fragment else { return }
    MessageCollector.bytes.withLock { bytes in
      guard bytes.count < 20_000 else { return }
      var next = fragment
      while next.pointee != 0 {
        bytes.append(UInt8(bitPattern: next.pointee))
        next += 1
      }
    }
  }

  /// Forgets everything.
  static func reset() {
    bytes.withLock { $0.removeAll(keepingCapacity: true) }
  }

  /// What was said since the last reset.
  static func messages() -> Messages {
    Messages(bytes.withLock { String(decoding: $0, as: UTF8.self) })
  }
}

/// What Graphviz said, apart by severity.
struct Messages: Equatable, Sendable {
  private(set) var warnings: [String] = []
  private(set) var errors: [String] = []

  /// Takes apart a text such as `Error: syntax error in line 3 near '->'`. A line without a level
  /// continues the message before it.
  init(_ text: String) {
    var isError = false
    for line in text.split(separator: "\n") {
      if let rest = Self.body(of: line, after: "Error:") {
        isError = true
        errors.append(rest)
      } else if let rest = Self.body(of: line, after: "Warning:") {
        isError = false
        warnings.append(rest)
      } else {
        let rest = Self.trimmed(line)
        guard !rest.isEmpty else { continue }
        if isError || warnings.isEmpty {
          Self.extend(&errors, by: rest)
        } else {
          Self.extend(&warnings, by: rest)
        }
      }
    }
  }

  /// The line that a syntax error names, counted from 1.
  var line: Int? {
    for message in errors {
      let words = message.split(separator: " ")
      for (word, next) in zip(words, words.dropFirst()) where word == "line" {
        if let number = Int(next.prefix { $0.isNumber }) { return number }
      }
    }
    return nil
  }

  /// Whether the complaint is about a plugin that is not there.
  var namesMissingPlugin: Bool {
    errors.contains {
      $0.contains("layout engine support") || $0.contains("dot -c")
        || $0.contains("not recognized") || $0.contains("is unavailable")
        || $0.contains("Could not load")
    }
  }

  private static func body(of line: Substring, after level: String) -> String? {
    line.hasPrefix(level) ? trimmed(line.dropFirst(level.count)) : nil
  }

  private static func trimmed(_ line: Substring) -> String {
    var rest = line.drop { $0 == " " || $0 == "\t" }
    while rest.last == " " || rest.last == "\r" { rest.removeLast() }
    return String(rest)
  }

  private static func extend(_ list: inout [String], by rest: String) {
    if list.isEmpty {
      list.append(rest)
    } else {
      list[list.count - 1] += " " + rest
    }
  }
}
