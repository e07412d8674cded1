/// A place in a text file.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, counted from 1.
  public let line: Int

  /// The column in characters (Unicode scalars), counted from 1.
  public let column: Int

  /// The start of a file.
  public static let start = SourcePosition(line: 1, column: 1)

  /// The place at the given line and column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The order of reading.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a text file.
public struct SourceSpan: Hashable, Sendable {
  /// The first character.
  public let start: SourcePosition

  /// The place just behind the last character.
  public let end: SourcePosition

  /// The stretch from `start` up to, not including, `end`.
  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = max(start, end)
  }

  /// The stretch that begins and ends at one place.
  public init(at position: SourcePosition) {
    self.init(start: position, end: position)
  }
}
