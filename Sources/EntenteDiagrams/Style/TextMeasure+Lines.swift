extension TextMeasure {
  /// Breaks a text into lines no wider than `width` where its words allow that.
  ///
  /// A word that is more than twice as wide is broken with hyphens, and one of Chinese or Japanese
  /// characters that is too wide without. What does not go into `count` lines is cut off with an
  /// ellipsis.
  ///
  /// - Complexity: O(length of the text).
  static func wrapped(
    _ text: String, width limit: Double, size: Double, isBold: Bool = false,
    atMost count: Int = .max
  ) -> [String] {
    MeasuredText(text, size: size, isBold: isBold).lines(width: limit, atMost: count)
  }

  /// Breaks a text into as few lines as `wrapped`, of about the same length.
  static func balanced(
    _ text: String, width limit: Double, size: Double, isBold: Bool = false,
    atMost count: Int = .max
  ) -> [String] {
    let text = MeasuredText(text, size: size, isBold: isBold)
    // One line more than there may be tells that they are too many.
    let fewest = text.lines(width: limit, atMost: count == .max ? count : count + 1)
    guard fewest.count <= count else { return text.lines(width: limit, atMost: count) }
    guard fewest.count > 1 else { return fewest }
    var best = fewest
    var tighter = limit
    while tighter > limit / 3 {
      tighter -= size / 2
      let lines = text.lines(width: tighter, atMost: fewest.count + 1)
      if lines.count > fewest.count { break }
      best = lines
    }
    return best
  }

  /// The beginning of a text that fits a width with an ellipsis after it, or the whole where it fits.
  ///
  /// - Complexity: O(length of what fits).
  static func cut(_ text: String, to limit: Double, size: Double, isBold: Bool) -> String {
    guard let end = end(of: text, within: limit, size: size, isBold: isBold) else { return text }
    var taken = width("\u{2026}", size: size, isBold: isBold)
    var last = text.startIndex
    for index in text[..<end].indices {
      taken += Double(units(text[index...index], isBold)) * size / 1000
      if taken > limit { break }
      last = text.index(after: index)
    }
    var cut = text[..<last]
    while cut.last == " " { cut.removeLast() }
    return cut + "\u{2026}"
  }

  /// The beginning of a text that is somewhat wider than a width, or the whole where it fits: what is
  /// cut to less room can be made from it as from the whole. Texts that are much too long are
  /// measured as often as needed in this form.
  static func beginning(
    of text: String, widerThan limit: Double, size: Double, isBold: Bool = false
  ) -> String {
    end(of: text, within: limit, size: size, isBold: isBold).map { String(text[..<$0]) } ?? text
  }

  /// A place where a text has passed a width; nil where all of it fits.
  private static func end(
    of text: String, within limit: Double, size: Double, isBold: Bool
  ) -> String.Index? {
    // In long steps, because the width of an Arabic letter hangs on the next.
    var (start, taken) = (text.startIndex, 0)
    while start < text.endIndex {
      let next = text.index(start, offsetBy: 256, limitedBy: text.endIndex) ?? text.endIndex
      taken += units(text[start..<next], isBold)
      if Double(taken) * size / 1000 > limit { return next }
      start = next
    }
    return nil
  }
}

/// A text whose words are measured once, to be broken into lines of any width.
struct MeasuredText {
  private struct Word {
    let text: String
    let units: Int
    let isIdeographic: Bool
    /// Its characters with their widths, in case it has to be broken.
    let characters: [(character: Character, width: Double)]
    let hasLettersOnly: Bool
  }

  private let words: [Word]
  private let size: Double
  private let isBold: Bool
  private let space: Int

  init(_ text: String, size: Double, isBold: Bool) {
    self.size = size
    self.isBold = isBold
    space = TextMeasure.units(" ", isBold)
    words = text.split { $0 == " " || $0 == "\t" || $0.isNewline }.map { word in
      let characters = word.flatMap(Self.tamed)
      let text = String(characters)
      return Word(
        text: text, units: TextMeasure.units(text, isBold),
        isIdeographic: text.unicodeScalars.contains { $0.properties.isIdeographic },
        characters: characters.map {
          ($0, Double(TextMeasure.units(String($0), isBold)) * size / 1000)
        }, hasLettersOnly: characters.allSatisfy(\.isLetter))
    }
  }

  private func width(_ units: Int) -> Double { Double(units) * size / 1000 }

  /// Lines no wider than so much where the words allow that, at most so many.
  func lines(width limit: Double, atMost count: Int) -> [String] {
    var lines: [String] = []
    var (line, taken) = ("", 0)
    /// Takes a word or a piece of one; false where there is no room left.
    func take(_ piece: String, _ units: Int) -> Bool {
      if line.isEmpty {
        (line, taken) = (piece, units)
      } else if width(taken + space + units) <= limit {
        line += " " + piece
        taken += space + units
      } else if lines.count == count - 1 {
        lines.append(shortened(line, limit))
        return false
      } else {
        lines.append(line)
        (line, taken) = (piece, units)
      }
      return true
    }
    for word in words {
      let full = width(word.units)
      guard full > limit, word.isIdeographic || full > 2 * limit else {
        guard take(word.text, word.units) else { return lines }
        continue
      }
      let hyphen = word.isIdeographic || !word.hasLettersOnly ? "" : "-"
      let room = limit - width(TextMeasure.units(hyphen, isBold))
      var (piece, reach) = ("", 0.0)
      for (character, step) in word.characters {
        if !piece.isEmpty, reach + step > room {
          piece += hyphen
          guard take(piece, TextMeasure.units(piece, isBold)) else { return lines }
          (piece, reach) = ("", 0)
        }
        piece.append(character)
        reach += step
      }
      guard take(piece, TextMeasure.units(piece, isBold)) else { return lines }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The beginning of a line, so that an ellipsis after it still fits.
  private func shortened(_ line: String, _ limit: Double) -> String {
    var line = line
    while line.count > 1,
      TextMeasure.width(line + "\u{2026}", size: size, isBold: isBold) > limit
    {
      line.removeLast()
    }
    return line + "\u{2026}"
  }

  /// Marks that are piled up on one letter beyond what any script does are left out, because they would
  /// cover what stands above and below.
  private static func tamed(_ character: Character) -> [Character] {
    guard character.unicodeScalars.count > 12 else { return [character] }
    return [Character(String(String.UnicodeScalarView(character.unicodeScalars.prefix(12))))]
  }
}
