/// A strict reader of XML without document types: what it accepts is well-formed.
///
/// It exists because the package has no XML library, and because a check of what Entente writes must
/// not use what Entente reads with.
public struct XMLReader {
  /// A part of a document.
  public enum Event: Hashable, Sendable {
    /// A start tag; an empty one is followed by its end.
    case start(String, [Attribute])
    /// An end tag.
    case end(String)
    /// Text with its entities resolved.
    case text(String)
  }

  /// An attribute with its entities resolved.
  public struct Attribute: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What it says.
    public let value: String
  }

  /// Why a document is not well-formed.
  public struct Malformed: Error, CustomStringConvertible {
    /// What is wrong, and at which byte.
    public let description: String
  }

  private let bytes: [UInt8]
  private var index = 0

  /// The parts of a document.
  ///
  /// - Throws: ``Malformed``.
  public static func events(in bytes: [UInt8]) throws -> [Event] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Malformed(description: "not UTF-8")
    }
    var reader = XMLReader(bytes: bytes)
    return try reader.document()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func document() throws -> [Event] {
    var events: [Event] = []
    var open: [String] = []
    var hasRoot = false
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        let text = try text()
        if open.isEmpty, text.contains(where: { !$0.isWhitespace }) {
          throw failure("text outside the root")
        }
        if !open.isEmpty { events.append(.text(text)) }
        continue
      }
      index += 1
      if skip("/") {
        let name = try name()
        space()
        try expect(">")
        guard open.popLast() == name else { throw failure("</\(name)> closes nothing") }
        events.append(.end(name))
        continue
      }
      // Comments, instructions, document types and CDATA are legal XML that no picture needs.
      guard index < bytes.count, bytes[index] != UInt8(ascii: "!"),
        bytes[index] != UInt8(ascii: "?")
      else { throw failure("a declaration, comment or instruction") }
      if open.isEmpty {
        guard !hasRoot else { throw failure("a second root") }
        hasRoot = true
      }
      let name = try name()
      events.append(.start(name, try attributes()))
      if skip("/") {
        events.append(.end(name))
      } else {
        open.append(name)
      }
      try expect(">")
    }
    guard hasRoot, open.isEmpty else { throw failure("the end comes too early") }
    return events
  }

  private mutating func attributes() throws -> [Attribute] {
    var attributes: [Attribute] = []
    var names = Set<String>()
    while true {
      let isSpaced = space()
      guard index < bytes.count else { throw failure("the end comes inside a tag") }
      if bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/") {
        return attributes
      }
      guard isSpaced else { throw failure("attributes without a space between them") }
      let name = try name()
      guard names.insert(name).inserted else { throw failure("'\(name)' twice in one tag") }
      try expect("=")
      try expect("\"")
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        guard bytes[index] != UInt8(ascii: "<") else { throw failure("'<' inside a value") }
        index += 1
      }
      attributes.append(Attribute(name: name, value: try resolved(bytes[start..<index])))
      try expect("\"")
    }
  }

  private mutating func text() throws -> String {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard !text.contains("]]>") else { throw failure("']]>' in text") }
    return try resolved(bytes[start..<index])
  }

  private func resolved(_ part: ArraySlice<UInt8>) throws -> String {
    var result = String.UnicodeScalarView()
    var rest = Substring(decoding: part, as: UTF8.self).unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "&" else {
        guard Self.isAllowed(scalar) else { throw failure("U+\(String(scalar.value, radix: 16))") }
        result.append(scalar)
        continue
      }
      guard let end = rest.firstIndex(of: ";") else { throw failure("'&' without ';'") }
      let name = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      result.append(try entity(name))
    }
    return String(result)
  }

  private func entity(_ name: String) throws -> Unicode.Scalar {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let digits = name.dropFirst(name.hasPrefix("#x") ? 2 : 1)
      guard name.hasPrefix("#"),
        let value = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10),
        let scalar = Unicode.Scalar(value), Self.isAllowed(scalar)
      else { throw failure("&\(name);") }
      return scalar
    }
  }

  /// The characters of XML 1.0.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private mutating func name() throws -> String {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"), UInt8(ascii: ":"):
        index += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        guard index > start else { throw failure("a name that begins with a digit") }
        index += 1
      default:
        guard index > start else { throw failure("no name") }
        return String(decoding: bytes[start..<index], as: UTF8.self)
      }
    }
    throw failure("the end comes inside a tag")
  }

  @discardableResult
  private mutating func space() -> Bool {
    let start = index
    while index < bytes.count, [0x20, 0xA, 0x9, 0xD].contains(bytes[index]) { index += 1 }
    return index > start
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws {
    guard skip(character) else { throw failure("no '\(character)'") }
  }

  private func failure(_ what: String) -> Malformed {
    let before = String(
      decoding: bytes[max(0, index - 60)..<min(index, bytes.count)], as: UTF8.self)
    return Malformed(description: "\(what), at byte \(index), after …\(before)")
  }
}
