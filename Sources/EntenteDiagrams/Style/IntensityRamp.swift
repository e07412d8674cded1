/// Intensity as lightness, in five classes for each sign: the colour alone tells the sign, how far it
/// stands off the ground tells how strong. Classes and not a continuous scale, because a reader can
/// tell five shades apart and look them up, and a page can set each of them.
struct IntensityRamp {
  static let classes = 5

  let hostile: [String]
  let cooperative: [String]
  private let palette: Palette

  init(_ palette: Palette) {
    self.palette = palette
    func ramp(_ deep: String) -> [String] {
      // The gap before the fourth class skips the tones on which no text can be read.
      [0.14, 0.3, 0.5, 0.86].map { Tint.mix(palette.ground, deep, $0) }
        + [Tint.mix(deep, palette.ink, 0.3)]
    }
    hostile = ramp(palette.hostileText)
    cooperative = ramp(palette.cooperativeText)
  }

  /// The class of an intensity, 0..<5, where the last ends at `fullScale`.
  static func level(_ value: Double, of fullScale: Double) -> Int {
    guard fullScale > 0 else { return 0 }
    return max(0, min(classes - 1, Int(value / fullScale * Double(classes))))
  }

  func color(_ sign: Sign, _ level: Int) -> String {
    (sign == .hostile ? hostile : cooperative)[level]
  }

  /// The colour of texts and cues on a class.
  func text(on level: Int) -> String { level < 3 ? palette.ink : palette.ground }

  /// Names and colours, for style sheets.
  var named: [(name: String, color: String)] {
    hostile.enumerated().map { ("hostile-\($0.offset + 1)", $0.element) }
      + cooperative.enumerated().map { ("cooperative-\($0.offset + 1)", $0.element) }
  }
}

/// Arithmetic of colours given as `#RRGGBB`.
enum Tint {
  /// From one colour towards another, channel by channel.
  static func mix(_ from: String, _ to: String, _ share: Double) -> String {
    let mixed = zip(channels(from), channels(to)).map { a, b in
      Int((Double(a) + (Double(b) - Double(a)) * share).rounded())
    }
    let digits = mixed.map { value in
      let text = String(value, radix: 16, uppercase: true)
      return value < 16 ? "0" + text : text
    }
    return "#" + digits.joined()
  }

  private static func channels(_ color: String) -> [UInt8] {
    let number = UInt32(color.dropFirst().prefix(6), radix: 16) ?? 0
    return [16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
