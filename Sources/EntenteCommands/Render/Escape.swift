/// Texts as they stand in other languages, so that none of their characters means anything there.
enum Escape {
  /// Content and attribute values of HTML.
  static func html(_ text: String) -> String {
    replacing(text) { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }

  /// A line of Markdown.
  static func markdown(_ text: String) -> String {
    replacing(text) { "\\`*_{}[]<>#|~$^@!".unicodeScalars.contains($0) ? "\\\($0)" : nil }
  }

  /// A value in double quotes among the attributes of Pandoc's Markdown.
  static func attribute(_ text: String) -> String {
    replacing(text) { character in
      switch character {
      case "\"": "\u{201D}"
      case "\\": "\\\\"
      default: nil
      }
    }
  }

  /// Text of LaTeX, also inside braces. Where it is not set but read aloud, signs that LaTeX has as
  /// formulas only are written as plain ones.
  static func latex(_ text: String, isAloud: Bool = false) -> String {
    replacing(text) { character in
      switch character {
      case "\u{2192}" where isAloud: "->"
      case "\u{2190}" where isAloud: "<-"
      case "\u{2194}" where isAloud: "<->"
      case "\u{2212}" where isAloud: "-"
      case "\\": "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "%", "_": "\\\(character)"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "\u{2192}": "$\\rightarrow$"
      case "\u{2190}": "$\\leftarrow$"
      case "\u{2194}": "$\\leftrightarrow$"
      case "\u{2212}": "$-$"
      case "\u{2013}": "--"
      case "\u{200E}", "\u{200F}": ""
      default: nil
      }
    }
  }

  /// Content of Typst.
  static func typst(_ text: String) -> String {
    replacing(text) { "\\*_`$#[]<>@~/\"'-".unicodeScalars.contains($0) ? "\\\($0)" : nil }
  }

  /// A string in double quotes, as in Typst.
  static func string(_ text: String) -> String {
    replacing(text) { $0 == "\"" || $0 == "\\" ? "\\\($0)" : nil }
  }

  private static func replacing(
    _ text: String, _ replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let escaped = replacement(scalar) {
        result += escaped
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
