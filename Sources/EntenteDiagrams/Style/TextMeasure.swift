/// How much room a text takes in the drawing's font, without asking a font.
///
/// Nodes and chips need the width of their texts before anything is drawn, and the same on every
/// machine. Scripts that Arial lacks are set in a fallback font that differs between machines, so
/// for them a width is assumed that is rather too large: that of DejaVu Sans, or a guess.
enum TextMeasure {
  /// The width in points.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    Double(units(text, isBold)) * size / 1000
  }

  /// The width in thousandths of the font size.
  static func units(_ text: some StringProtocol, _ isBold: Bool) -> Int {
    var units = 0
    var arabic: UInt32?
    for scalar in text.unicodeScalars {
      // How wide an Arabic letter is shows only when the next is known; marks in between don't count.
      if let letter = arabic, scalar.properties.generalCategory != .nonspacingMark {
        let joinsNext = (0x621...0x64A).contains(scalar.value) && scalar.value != 0x621
        units += ScriptWidths.arabic(letter, joinsNext: joinsNext, isBold: isBold) ?? 0
        arabic = nil
      }
      if ScriptWidths.arabic(scalar.value, joinsNext: false, isBold: isBold) != nil {
        arabic = scalar.value
      } else {
        units += width(of: scalar, isBold: isBold)
      }
    }
    if let arabic { units += ScriptWidths.arabic(arabic, joinsNext: false, isBold: isBold) ?? 0 }
    return units
  }

  private static func width(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
    if let known = AdvanceWidths.width(of: scalar.value, isBold: isBold) { return known }
    if let known = ScriptWidths.width(of: scalar.value, isBold: isBold) { return known }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x0530...0x058F: return isBold ? 760 : 690  // Armenian
    case 0x0590...0x05FF: return isBold ? 680 : 600  // Hebrew
    case 0x0600...0x06FF, 0xFB50...0xFEFF: return isBold ? 700 : 650  // Arabic
    case 0x10A0...0x10FF, 0x1C90...0x1CBF: return isBold ? 690 : 620  // Georgian
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x1F300...0x1FAFF,
      0x20000...0x3FFFF:
      return 1000
    default: return isBold ? 700 : 640
    }
  }
}
