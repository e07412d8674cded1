/// The value of an attribute in DOT.
public enum DOTValue: Hashable, Sendable {
  /// A number, with at most two decimals.
  case number(Double)
  /// A word or list that Graphviz reads: a colour, a shape, positions.
  case token(String)
  /// A text that is shown; a line feed begins a new line.
  case label(String)
  /// Lines that are shown, aligned in the width of the node.
  case lines([String], DOTMarkup.Alignment)
  /// A text with bold and sized parts.
  case markup(DOTMarkup)
  /// A link.
  case link(String)
  /// A link in a text of which a PDF is made.
  case plainLink(String)
  /// Drawing operations, separated by spaces. Long ones are broken into lines, because Graphviz
  /// reads no more than 16 kB at a time between quotes.
  case drawing(String)

  func text(of attribute: String) throws(DOTError) -> String {
    switch self {
    case .number(let value):
      return try DOTText.number(value, attribute: attribute)
    case .token(let token):
      // Where Graphviz expects a token it does not undo escapes, so none can be written.
      guard !token.unicodeScalars.contains("\\") else { throw .badToken(token) }
      return try DOTText.identifier(token)
    case .label(let text):
      return try DOTText.label(text)
    case .lines(let lines, let alignment):
      return try DOTText.label(lines, alignment)
    case .markup(let markup):
      return try markup.text()
    case .link(let address):
      return try DOTText.link(address)
    case .plainLink(let address):
      return try DOTText.plainLink(address)
    case .drawing(let operations):
      guard !operations.unicodeScalars.contains("\\") else { throw .badToken(operations) }
      return DOTText.brokenIntoLines(try DOTText.identifier(operations))
    }
  }
}

/// An HTML-like label: lines of text, built so that no text can become a tag.
public struct DOTMarkup: Hashable, Sendable {
  /// How the lines stand to each other.
  public enum Alignment: String, Hashable, Sendable {
    /// Flush left in the width of the label.
    case left = "LEFT"
    /// Flush right in it.
    case right = "RIGHT"
    /// Centred.
    case center = "CENTER"

    /// What ends a line of a plain label.
    var lineEnd: String {
      switch self {
      case .left: "\\l"
      case .center: "\\n"
      case .right: "\\r"
      }
    }
  }

  /// A line in one style.
  public struct Line: Hashable, Sendable {
    /// What it says.
    public var text: String
    /// Whether it is bold.
    public var isBold: Bool
    /// Points, or nil for the font size of the node.
    public var size: Double?
    /// A colour, or nil for the font colour of the node.
    public var color: String?

    /// A line.
    public init(_ text: String, isBold: Bool = false, size: Double? = nil, color: String? = nil) {
      self.text = text
      self.isBold = isBold
      self.size = size
      self.color = color
    }
  }

  /// The lines from top to bottom.
  public var lines: [Line]
  /// How they are aligned.
  public var alignment: Alignment
  /// The width in points in which the lines are aligned, or nil for their own.
  public var width: Double?

  /// A label.
  public init(_ lines: [Line], alignment: Alignment = .center, width: Double? = nil) {
    self.lines = lines
    self.alignment = alignment
    self.width = width
  }

  func text() throws(DOTError) -> String {
    var rows = ""
    for line in lines {
      var text = try DOTText.markup(line.text)
      // Graphviz takes bold nothing for an error.
      if line.isBold, !text.isEmpty { text = "<B>\(text)</B>" }
      var font = ""
      if let size = line.size {
        font += " POINT-SIZE=\"\(try DOTText.number(size, attribute: "POINT-SIZE"))\""
      }
      if let color = line.color { font += " COLOR=\"\(try DOTText.markup(color))\"" }
      if !font.isEmpty, !text.isEmpty { text = "<FONT\(font)>\(text)</FONT>" }
      var cell = " ALIGN=\"\(alignment.rawValue)\""
      if let width { cell += " WIDTH=\"\(try DOTText.number(width, places: 0))\"" }
      rows += "<TR><TD\(cell)>\(text)</TD></TR>"
    }
    let plain = "BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\""
    return "<<TABLE \(plain)>\(rows)</TABLE>>"
  }
}
