/// The tags and texts of an SVG, without its prolog, document type and comments.
///
/// Reads what Graphviz writes: well-formed, attributes in double quotes. Values and texts are handed
/// over as they stand, with their escapes.
struct SVGTokens: Sequence, IteratorProtocol {
  enum Token {
    case open(String, [(name: String, value: String)], isEmpty: Bool)
    case close(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else { return text() }
      if starts("<!--") {
        skip(past: "-->")
      } else if starts("<?") {
        skip(past: "?>")
      } else if starts("<!") {
        skip(past: ">")
      } else {
        return tag()
      }
      // The line end after something that was skipped would be left over.
      if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
    }
    return nil
  }

  private mutating func text() -> Token {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return .text(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func tag() -> Token {
    index += 1
    let closes = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if closes { index += 1 }
    let name = word()
    var attributes: [(name: String, value: String)] = []
    var isEmpty = false
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      switch bytes[index] {
      case UInt8(ascii: "/"):
        isEmpty = true
        index += 1
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        index += 1
      default:
        let key = word()
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "="),
          bytes[index + 1] == UInt8(ascii: "\"")
        else {
          index += 1
          continue
        }
        index += 2
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
        attributes.append((key, String(decoding: bytes[start..<index], as: UTF8.self)))
        index += 1
      }
    }
    index += 1
    return closes ? .close(name) : .open(name, attributes, isEmpty: isEmpty)
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, !" =/>\n\t\r\"".utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      index + wanted.count <= bytes.count
        && zip(wanted, bytes[index...]).allSatisfy { $0 == $1 }
    }
  }

  private mutating func skip(past end: StaticString) {
    while index < bytes.count, !starts(end) { index += 1 }
    index = Swift.min(bytes.count, index + end.utf8CodeUnitCount)
  }
}
