/// From which side a line is read.
enum ReadingDirection {
  /// Whether the first letter (or mark of direction) of a text is read from right to left, which is
  /// how Pango and browsers tell the direction of a paragraph.
  static func isRightToLeft(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200F, 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF,
        0x1E800...0x1EFFF:
        if scalar.properties.isAlphabetic || scalar.value == 0x200F { return true }
      case 0x200E: return false
      default: if scalar.properties.isAlphabetic { return false }
      }
    }
    return false
  }

  /// A name for a line that runs from left to right: one of a script from the right stands between marks
  /// that are not seen, since it would turn the line round otherwise, and an arrow after it would point
  /// to the wrong name.
  static func inLineFromLeft(_ name: String) -> String {
    isRightToLeft(name) ? "\u{200E}\(name)\u{200E}" : name
  }
}
