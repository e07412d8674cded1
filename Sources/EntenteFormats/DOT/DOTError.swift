/// Why a text cannot be written as DOT.
public enum DOTError: Error, Hashable, Sendable {
  /// A character that must not reach a picture: a control character, a line separator, an override
  /// of the writing direction, or one that XML does not allow.
  case forbiddenCharacter(code: UInt32, text: String)
  /// A link to something other than http, https, mailto or a fragment.
  case forbiddenLink(String)
  /// A number that is not finite.
  case notFinite(attribute: String)
  /// An attribute name that is not a plain word.
  case badAttributeName(String)
  /// A keyword-like value that holds a backslash.
  case badToken(String)
}

extension DOTError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .forbiddenCharacter(let code, let text):
      """
      The text "\(Self.visible(text))" holds the character U+\(Self.hexadecimal(code)), which could \
      hide or turn round what is shown. Remove it.
      """
    case .forbiddenLink(let link):
      """
      The link "\(Self.visible(link))" is not allowed: use http:, https:, mailto: or a fragment \
      such as #c01.
      """
    case .notFinite(let attribute):
      "The attribute \(attribute) is not a finite number."
    case .badAttributeName(let name):
      "\"\(Self.visible(name))\" is not the name of an attribute: use letters, digits and _."
    case .badToken(let token):
      "The value \"\(Self.visible(token))\" must not hold a backslash."
    }
  }

  private static func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The text with forbidden characters replaced, so that a message can't be turned round by them.
  private static func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(60) {
      result.append(DOTText.isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}
