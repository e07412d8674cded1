/// A line of a file as it is shown in a message, with the stretch to underline.
package struct SourceExcerpt {
  /// The line, tabs made into blanks, clipped around the stretch where it is too long.
  package let text: String

  /// How many terminal columns lie before the stretch.
  package let indent: Int

  /// How many terminal columns the stretch takes, at least 1.
  package let width: Int

  private static let tabWidth = 4
  private static let ellipsis = "…"

  /// Cuts a line so that it fits into `limit` terminal columns and shows the start of the stretch.
  ///
  /// - Parameters:
  ///   - line: the line without its line end.
  ///   - columns: the stretch in Unicode scalars from 1; its end may lie behind the line's.
  ///   - limit: the terminal columns to use, at least 20.
  package init(line: String, columns: Range<Int>, limit: Int) {
    let limit = max(20, limit)
    var cells: [(text: String, width: Int)] = []
    var startCell: Int?
    var endCell: Int?
    var column = 1
    var used = 0
    for character in line {
      if startCell == nil && column + character.unicodeScalars.count > columns.lowerBound {
        startCell = cells.count
      }
      if endCell == nil && column >= columns.upperBound { endCell = cells.count }
      let width =
        character == "\t"
        ? Self.tabWidth - used % Self.tabWidth : DisplayWidth.columns(of: character)
      cells.append(
        (character == "\t" ? String(repeating: " ", count: width) : String(character), width)
      )
      column += character.unicodeScalars.count
      used += width
    }
    let start = startCell ?? cells.count
    let end = max(start, endCell ?? cells.count)

    var window = 0..<cells.count
    if used > limit {
      window = Self.window(of: cells.map(\.width), around: start..<end, limit: limit - 2)
    }
    let front = window.lowerBound > 0 ? Self.ellipsis : ""
    let back = window.upperBound < cells.count ? Self.ellipsis : ""
    text = front + cells[window].map(\.text).joined() + back
    func displayed(_ range: Range<Int>) -> Int {
      range.clamped(to: window).reduce(0) { $0 + cells[$1].width }
    }
    indent = front.count + displayed(0..<min(start, cells.count))
    width = max(1, displayed(start..<end))
  }

  /// The cells to show: the stretch's start always, then as much as fits, mostly what comes before.
  private static func window(of widths: [Int], around stretch: Range<Int>, limit: Int) -> Range<
    Int
  > {
    var low = min(stretch.lowerBound, widths.count)
    var high = low
    var room = limit
    while high < min(stretch.upperBound, widths.count), room - widths[high] >= limit / 3 {
      room -= widths[high]
      high += 1
    }
    while low > 0, room - widths[low - 1] >= min(limit / 4, room) || high == widths.count {
      guard room >= widths[low - 1] else { break }
      low -= 1
      room -= widths[low]
    }
    while high < widths.count, room >= widths[high] {
      room -= widths[high]
      high += 1
    }
    while low > 0, room >= widths[low - 1] {
      low -= 1
      room -= widths[low]
    }
    return low..<high
  }
}
