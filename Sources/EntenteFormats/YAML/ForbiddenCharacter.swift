/// Characters that a project file may not hold, written out or escaped, because they make a line
/// look different from what it says or break what it is copied into.
public enum ForbiddenCharacter {
  /// What is wrong with a character, in plain words, or nil where nothing is.
  ///
  /// Right-to-left *marks* (U+200E, U+200F, U+061C) are allowed: Arabic, Persian and Hebrew text
  /// needs them and they can't reorder what follows.
  public static func complaint(about scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A, 0x20...0x7E: nil
    case 0x0D: "a carriage return without a line feed"
    case 0x00...0x1F, 0x7F...0x9F: "control character \(name(of: scalar))"
    case 0x202A...0x202E, 0x2066...0x2069:
      "bidirectional control \(name(of: scalar)), which makes text read in another order than it is"
    case 0x2028, 0x2029: "line separator \(name(of: scalar))"
    case 0xFEFF: "byte order mark inside the text"
    case 0xFFF9...0xFFFB: "annotation control \(name(of: scalar))"
    case let value where value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value):
      "\(name(of: scalar)), which is not a character"
    default: nil
    }
  }

  /// Whether a character may not stand in a project file.
  public static func contains(_ scalar: Unicode.Scalar) -> Bool {
    // The common case first: this runs on every character of a file.
    if scalar.value >= 0x20 && scalar.value < 0x7F { return false }
    return complaint(about: scalar) != nil
  }

  /// The name of a code point, as `U+202E`.
  public static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// A text made fit to be printed in a message: quoted, at most `limit` characters, with forbidden
  /// characters written as their code points, so that no file can steer a terminal.
  public static func quoted(_ text: String, limit: Int = 60) -> String {
    "“" + printable(text, limit: limit) + "”"
  }

  /// As `quoted`, without the quotation marks.
  public static func printable(_ text: String, limit: Int = 60) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit { return result + "…" }
      count += 1
      if contains(scalar) || scalar == "\n" || scalar == "\t" {
        result += "<\(name(of: scalar))>"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
