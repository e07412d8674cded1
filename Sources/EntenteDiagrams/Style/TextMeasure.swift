/// How much room a text takes in the drawing's font, without asking a font.
///
/// Nodes and chips need the width of their texts before anything is drawn, and the same on every
/// machine. Scripts that Arial lacks are set in a fallback font that differs between machines, so
/// for them a width is assumed that is rather too large: that of DejaVu Sans, or a guess.
enum TextMeasure {
  /// The width in points.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
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
    return Double(units) * size / 1000
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

  /// Breaks a text into lines no wider than `width` where its words allow that.
  ///
  /// A word that is more than twice as wide is broken with hyphens, and one of Chinese or Japanese
  /// characters that is too wide without. What does not go into `count` lines is cut off with an ellipsis.
  static func wrapped(
    _ text: String, width limit: Double, size: Double, isBold: Bool = false,
    atMost count: Int = .max
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    let words = text.split { $0 == " " || $0 == "\t" || $0.isNewline }
    for word in words.flatMap({ pieces(of: $0, limit, size, isBold) }) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if !line.isEmpty, width(longer, size: size, isBold: isBold) > limit {
        if lines.count == count - 1 { return lines + [shortened(line, limit, size, isBold)] }
        lines.append(line)
        line = String(word)
      } else {
        line = longer
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The beginning of a line, so that an ellipsis after it still fits.
  private static func shortened(
    _ line: String, _ limit: Double, _ size: Double, _ isBold: Bool
  ) -> String {
    var line = line
    while line.count > 1, width(line + "\u{2026}", size: size, isBold: isBold) > limit {
      line.removeLast()
    }
    return line + "\u{2026}"
  }

  /// A word, or its pieces where it is much too wide. Marks that are piled up on one letter beyond
  /// what any script does are left out, because they would cover what stands above and below.
  private static func pieces(
    of word: Substring, _ limit: Double, _ size: Double, _ isBold: Bool
  ) -> [String] {
    let word = String(word.flatMap(tamed))
    let full = width(word, size: size, isBold: isBold)
    guard full > limit else { return [word] }
    let isIdeographic = word.unicodeScalars.contains { $0.properties.isIdeographic }
    guard isIdeographic || full > 2 * limit else { return [word] }
    let hyphen = isIdeographic || !word.allSatisfy(\.isLetter) ? "" : "-"
    let room = limit - width(hyphen, size: size, isBold: isBold)
    var pieces: [String] = []
    var (piece, taken) = ("", 0.0)
    for character in word {
      let step = width(String(character), size: size, isBold: isBold)
      if !piece.isEmpty, taken + step > room {
        pieces.append(piece + hyphen)
        (piece, taken) = ("", 0)
      }
      piece.append(character)
      taken += step
    }
    return pieces + [piece]
  }

  private static func tamed(_ character: Character) -> [Character] {
    guard character.unicodeScalars.count > 12 else { return [character] }
    return [Character(String(String.UnicodeScalarView(character.unicodeScalars.prefix(12))))]
  }

  /// Breaks a text into as few lines as `wrapped`, of about the same length.
  static func balanced(
    _ text: String, width limit: Double, size: Double, isBold: Bool = false,
    atMost count: Int = .max
  ) -> [String] {
    let fewest = wrapped(text, width: limit, size: size, isBold: isBold)
    guard fewest.count <= count else {
      return wrapped(text, width: limit, size: size, isBold: isBold, atMost: count)
    }
    guard fewest.count > 1 else { return fewest }
    var best = fewest
    var tighter = limit
    while tighter > limit / 3 {
      tighter -= size / 2
      let lines = wrapped(text, width: tighter, size: size, isBold: isBold)
      if lines.count > fewest.count { break }
      best = lines
    }
    return best
  }
}
