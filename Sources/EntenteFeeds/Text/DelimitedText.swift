import EntenteFormats

/// A table as text: one row a line, fields with commas or tabs between them (RFC 4180), every field
/// with its place.
///
/// A field in quotation marks may hold the separator, and a quotation mark written twice. It may not
/// go on in the next line, so that one forgotten mark spoils one row and not the rest of the file.
public struct DelimitedText: Sendable {
  /// A field and where it stands.
  public struct Field: Sendable, Hashable {
    /// The text, without the quotation marks around it.
    public let text: String
    /// Where it stands, with them.
    public let span: SourceSpan
  }

  /// The text.
  public let source: SourceText
  /// What stands between fields: a tab where the first line has one, else a comma.
  public let separator: UInt8

  /// A table in a text.
  public init(_ source: SourceText) {
    self.source = source
    let header = source.bytes[source.byteRange(ofLine: 1)]
    separator = header.contains(UInt8(ascii: "\t")) ? UInt8(ascii: "\t") : UInt8(ascii: ",")
  }

  /// A line as fields; none where it is blank.
  ///
  /// - Parameter line: the number of the line, from 1.
  /// - Throws: the problem, where a quotation mark stands wrong.
  /// - Complexity: linear in the length of the line.
  public func row(_ line: Int) throws(Problem) -> [Field] {
    let bytes = source.bytes
    let range = source.byteRange(ofLine: line)
    guard bytes[range].contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return [] }
    let quote = UInt8(ascii: "\"")
    var fields: [Field] = []
    var index = range.lowerBound
    var column = 1
    func place(_ column: Int) -> SourcePosition { SourcePosition(line: line, column: column) }
    func take() -> UInt8 {
      let byte = bytes[index]
      index += 1
      // The bytes that go on with a character are no columns of their own.
      if index >= range.upperBound || bytes[index] & 0xC0 != 0x80 { column += 1 }
      return byte
    }
    while true {
      let start = column
      var text: [UInt8] = []
      if index < range.upperBound, bytes[index] == quote {
        _ = take()
        var isClosed = false
        while index < range.upperBound {
          let byte = take()
          if byte != quote {
            text.append(byte)
          } else if index < range.upperBound, bytes[index] == quote {
            text.append(take())
          } else {
            isClosed = true
            break
          }
        }
        let span = SourceSpan(start: place(start), end: place(column))
        guard isClosed else {
          throw Problem(
            diagnostic: Diagnostic(
              .syntax, at: span, message: "the quotation mark is not closed on its line",
              hint: "close it, or write a mark that belongs to the text twice"))
        }
        guard index == range.upperBound || bytes[index] == separator else {
          throw Problem(
            diagnostic: Diagnostic(
              .syntax, at: SourceSpan(at: place(column)),
              message: "the field goes on behind its closing quotation mark",
              hint: "write a mark that belongs to the text twice"))
        }
      } else {
        while index < range.upperBound, bytes[index] != separator { text.append(take()) }
      }
      fields.append(
        Field(
          text: String(decoding: text, as: UTF8.self),
          span: SourceSpan(start: place(start), end: place(column))))
      guard index < range.upperBound else { return fields }
      _ = take()
    }
  }

  /// What is wrong with a line.
  public struct Problem: Error {
    /// What, and where.
    public let diagnostic: Diagnostic
  }
}
