import EntenteCore

/// The words that a drawing adds to the names and texts of a project, in one language.
///
/// They are put together from parts that stand beside each other (`A → B: tension rose, 1.2 → 2.4`),
/// so that no name has to be inflected. A language that is not here gets English words; then the
/// whole is English, and only the names are in that language.
public struct Words: Hashable, Sendable {
  /// The forms for one sign: in some languages they follow the gender of the noun.
  struct Signed: Hashable, Sendable {
    var hostile: String
    var cooperative: String

    init(_ hostile: String, _ cooperative: String? = nil) {
      self.hostile = hostile
      self.cooperative = cooperative ?? hostile
    }

    subscript(sign: Sign) -> String { sign == .hostile ? hostile : cooperative }
  }

  /// How a date is written.
  enum DateStyle: Hashable, Sendable {
    /// 9 May 2025
    case dayMonthYear
    /// 9 ‹month›, 2025
    case dayMonthCommaYear
    /// The month with a letter before it.
    case prefixed(String)
  }

  /// The tag of the language, such as `en`.
  public let tag: String
  /// Whether the language is written from right to left.
  public var isRightToLeft = false
  var decimalPoint = "."
  /// Between the parts of a line.
  var comma = ","
  /// Between what a line is about and what is said.
  var colon = ":"
  var months: [String]
  var dateStyle = DateStyle.dayMonthYear

  /// The noun of a sign.
  var noun: Signed
  var rose: Signed
  var fell: Signed
  var gone: Signed
  var unchanged: Signed
  /// As an adjective beside the noun, on labels.
  var new: Signed
  /// New and the noun, and strongest and the noun.
  var newNoun: Signed
  var strongestNoun: Signed

  var solidHead: String
  var hollowHead: String
  var interpreted: String
  var implied: String
  var affiliation: String
  var grew: String
  var eased: String
  var newTie: String
  var newOrUnchanged: String
  var goneTie: String
  var unchangedTie: String
  var kinds: [Actor.Kind: String]
  /// Before the formula of the width.
  var width: String
  /// Before the number of ties that are too weak.
  var omitted: String
  /// Explains the halo of a tie and the line in it.
  var halo: String
  /// After the name of a hull's root.
  var andAffiliates: String

  var betweenActors: String
  var betweenStates: String
  var betweenMedia: String
  var allLayers: String
  /// After the earlier date, whose traces are pale.
  var pale: String
  var source: String
  var sources: String
  var claims: String
  var actors: String
  var ties: String
  var alignmentDiagram: String
  var shiftDiagram: String
  var noTies: String
  /// After a list that is cut short.
  var more: String
  var belongsTo: String

  /// The languages whose words are here.
  public static let all: [Words] = [
    english, azerbaijani, russian, turkish, armenian, georgian, arabic, hebrew,
  ]

  /// The words of a language, by its tag or the part of it before the first hyphen; English where
  /// there are none.
  public static func of(_ tag: String?) -> Words {
    guard let tag else { return .english }
    let language = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    return all.first { $0.tag == language } ?? .english
  }

  /// The heading of a list that says the ties of a picture in words.
  public var inWords: String { isEnglish ? "The ties in words" : ties.capitalizedFirst }

  var isEnglish: Bool { tag == "en" }

  /// The arrow from one to another in a line of this language. Arrows are not turned round with the
  /// line, so one that is read from right to left points left.
  var arrow: String { isRightToLeft ? "\u{2190}" : "\u{2192}" }

  /// Keeps the direction of the language between parts of a line: a mark that is not seen.
  var mark: String { isRightToLeft ? "\u{200F}" : "" }

  /// A part that is read from left to right, such as a signed number: its minus would go to the
  /// wrong side in a line that runs from right to left.
  func leftToRight(_ text: String) -> String {
    isRightToLeft ? "\u{200E}" + text + "\u{200E}" : text
  }

  /// A number with so many decimals.
  func decimal(_ value: Double, places: Int) -> String {
    local(Numerals.decimal(value, places: places))
  }

  /// A written number with the language's decimal sign.
  func local(_ number: String) -> String {
    guard decimalPoint != "." else { return number }
    return String(number.map { $0 == "." ? Character(decimalPoint) : $0 })
  }

  /// Parts of a line, each kept in the direction of the language.
  func list(_ parts: [String]) -> String { parts.joined(separator: mark + comma + " ") }

  /// From one to another, both names.
  func ends(_ from: String, _ to: String, isMutual: Bool = false) -> String {
    "\(mark)\(from)\(mark) \(isMutual ? "\u{2194}" : arrow) \(to)\(mark)"
  }

  /// A number before and a number after.
  func change(_ before: String, _ after: String) -> String { "\(before)\(mark) \(arrow) \(after)" }

  /// A date or a window as readers write it: 9 May 2025, 9–19 May 2025.
  func date(_ window: Window) -> String {
    let (first, last) = (window.first.components, window.last.components)
    if window.isSingleDay { return day(first) }
    if isEnglish, first.year == last.year, first.month == last.month {
      return "\(first.day)\u{2013}\(day(last))"
    }
    return "\(day(first)) \u{2013} \(day(last))"
  }

  private func day(_ parts: (year: Int, month: Int, day: Int)) -> String {
    let month = months[parts.month - 1]
    switch dateStyle {
    case .dayMonthYear: return "\(parts.day) \(month) \(parts.year)"
    case .dayMonthCommaYear: return "\(parts.day) \(month), \(parts.year)"
    case .prefixed(let letter): return "\(parts.day) \(letter)\(month) \(parts.year)"
    }
  }
}

extension Actor {
  /// The name in a language: by the whole tag, else by the part before the first hyphen, else the
  /// name that is shown otherwise.
  func shownName(in language: String?) -> String {
    guard let language else { return name }
    if let exact = names[language] { return exact }
    return names[String(language.lowercased().prefix { $0 != "-" && $0 != "_" })] ?? name
  }
}
