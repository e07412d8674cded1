#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How colours look to people who see all of them, to the three kinds of colour blindness, and on a
/// grey copy.
///
/// Dichromats see as Machado, Oliveira & Fernandes 2009 model them (severity 1),
/// doi:10.1109/TVCG.2009.113; contrast is that of WCAG 2: (L₁ + .05) / (L₂ + .05).
enum ColorVision: CaseIterable {
  case full, protanopia, deuteranopia, tritanopia, grey

  private var matrix: [[Double]] {
    switch self {
    case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    case .grey: [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]]
    }
  }

  /// What is seen of a colour, in linear red, green and blue.
  func seen(_ color: String) -> [Double] {
    let linear = Self.channels(color).map { value in
      let share = value / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return matrix.map { row in
      min(max(zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1)
    }
  }

  func contrast(_ first: String, _ second: String) -> Double {
    let lightness = [first, second].map { color in
      let seen = seen(color)
      return 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]
    }
    let (low, high) = (min(lightness[0], lightness[1]), max(lightness[0], lightness[1]))
    return (high + 0.05) / (low + 0.05)
  }

  /// How far apart two colours look, in OKLab, where 0 to 1 is black to white.
  func distance(_ first: String, _ second: String) -> Double {
    let labs = [first, second].map { color in
      let seen = seen(color)
      let cones = [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ].map { row in cbrt(zip(row, seen).reduce(0) { $0 + $1.0 * $1.1 }) }
      return [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
      ].map { row in zip(row, cones).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    return zip(labs[0], labs[1]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// A colour with some opacity over another.
  static func blend(_ top: String, _ opacity: Double, over bottom: String) -> String {
    let mixed = zip(channels(top), channels(bottom)).map { $0 * opacity + $1 * (1 - opacity) }
    return "#" + mixed.map { hexadecimal($0) }.joined()
  }

  private static func hexadecimal(_ value: Double) -> String {
    let digits = String(Int(value.rounded()), radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }

  private static func channels(_ color: String) -> [Double] {
    let value = Int(color.dropFirst().prefix(6), radix: 16) ?? 0
    return [value >> 16 & 255, value >> 8 & 255, value & 255].map(Double.init)
  }
}
