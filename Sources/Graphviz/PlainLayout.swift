/// Where Graphviz put the nodes.
public struct PlainLayout: Hashable, Sendable {
  /// One placed node.
  public struct Node: Hashable, Sendable {
    /// The node's name in the DOT text.
    public let name: String
    /// The centre, in points, y upwards.
    public let x: Double
    /// The centre, in points, y upwards.
    public let y: Double
    /// In points.
    public let width: Double
    /// In points.
    public let height: Double
  }

  /// A width and a height in points.
  public struct Size: Hashable, Sendable {
    /// In points.
    public let width: Double
    /// In points.
    public let height: Double
  }

  /// The whole drawing.
  public let size: Size
  /// The nodes in the order of the text.
  public let nodes: [Node]

  /// Reads Graphviz's `plain` format, whose lengths are inches.
  init(parsing bytes: [UInt8]) throws(GraphvizError) {
    var size: Size?
    var nodes: [Node] = []
    for words in PlainLayout.lines(bytes) {
      switch words.first {
      case "graph" where words.count >= 4:
        guard let width = Double(words[2]), let height = Double(words[3]) else {
          throw .rejected(messages: ["the layout has no size"])
        }
        size = Size(width: width * 72, height: height * 72)
      case "node" where words.count >= 6:
        let numbers = words[2...5].compactMap { Double($0) }.map { $0 * 72 }
        guard numbers.count == 4, numbers.allSatisfy(\.isFinite) else {
          throw .rejected(messages: ["node \(words[1]) was not placed"])
        }
        nodes.append(
          Node(
            name: words[1], x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3]))
      default:
        continue
      }
    }
    guard let size, size.width.isFinite, size.height.isFinite else {
      throw .rejected(messages: ["the layout has no size"])
    }
    self.size = size
    self.nodes = nodes
  }

  /// Splits into lines of words; a word in double quotes may hold spaces, line ends and `\"`.
  private static func lines(_ bytes: [UInt8]) -> [[String]] {
    var lines: [[String]] = []
    var words: [String] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "):
        index += 1
      case UInt8(ascii: "\n"):
        lines.append(words)
        words = []
        index += 1
      case UInt8(ascii: "\""):
        var word: [UInt8] = []
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count,
            bytes[index + 1] == UInt8(ascii: "\"")
          {
            index += 1
          }
          word.append(bytes[index])
          index += 1
        }
        index += 1
        words.append(String(decoding: word, as: UTF8.self))
      default:
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: " "),
          bytes[index] != UInt8(ascii: "\n")
        {
          index += 1
        }
        words.append(String(decoding: bytes[start..<index], as: UTF8.self))
      }
    }
    if !words.isEmpty { lines.append(words) }
    return lines
  }
}
