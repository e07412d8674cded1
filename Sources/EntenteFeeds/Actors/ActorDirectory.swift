import EntenteCore
import EntenteFormats

/// Which of the countries asked for a name in a feed belongs to.
///
/// A name that is a country is that country. One with a country in brackets at its end belongs to it
/// (`Foreign Affairs (Russia)`), and speaks for it as its words say. Any other needs a ``Membership``,
/// which goes before the rest.
public struct ActorDirectory: Sendable {
  /// The countries, in the order in which they were asked for.
  public let countries: [Country]
  private let memberships: [String: Membership]
  private let byName: [String: Country]

  /// A directory.
  public init(countries: [Country], memberships: [Membership] = []) {
    self.countries = countries
    byName = Dictionary(countries.map { ($0.name, $0) }) { first, _ in first }
    self.memberships = Dictionary(memberships.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Where a name belongs.
  public enum Place: Sendable, Hashable {
    /// It is a country that was asked for.
    case country(Country)
    /// It belongs to one.
    case member(Membership)
    /// It is, or belongs to, another country.
    case elsewhere
    /// Nothing is known of it.
    case unknown
  }

  /// Where a name belongs.
  public func place(of name: String) -> Place {
    if let membership = memberships[name] {
      return countries.contains(membership.country) ? .member(membership) : .elsewhere
    }
    if let country = byName[name] { return .country(country) }
    if Country.named(name) != nil { return .elsewhere }
    guard let (what, of) = Self.parts(of: name) else { return .unknown }
    if let country = byName[of] {
      let organ = StateOrgan(what)
      return .member(
        Membership(
          name: name, country: country, role: what.lowercased(), speaksFor: organ.speaksFor,
          kind: organ.kind))
    }
    return Country.named(of) != nil ? .elsewhere : .unknown
  }

  /// `Foreign Affairs (Russia)` as its two parts.
  private static func parts(of name: String) -> (String, String)? {
    guard name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex else {
      return nil
    }
    var what = name[..<open]
    while what.last == " " { what.removeLast() }
    let of = name[name.index(after: open)...].dropLast()
    return what.isEmpty || of.isEmpty ? nil : (String(what), String(of))
  }
}
