/// A node of the relationship graph: somebody or something that acts on others.
public struct Actor: Sendable, Hashable {
  /// What kind of actor it is. Drawn with its own shape.
  public enum Kind: String, Sendable, CaseIterable {
    /// A state.
    case state
    /// A person.
    case person
    /// A medium: a newspaper, channel, site, or the media of a country as a whole.
    case outlet
    /// A body: a ministry, company, party or international organization.
    case organization
    /// A loosely bounded set of people.
    case group
  }

  /// The short name by which claims refer to the actor.
  public var id: String
  /// What kind of actor it is.
  public var kind: Kind
  /// The name that is shown.
  public var name: String
  /// Names in other languages, by language tag (`az`, `ru`, `hy` …).
  public var names: [String: String]
  /// Other names under which sources speak of the actor.
  public var aliases: [String]
  /// A remark.
  public var note: String?

  /// An actor.
  public init(
    id: String, kind: Kind, name: String, names: [String: String] = [:], aliases: [String] = [],
    note: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.names = names
    self.aliases = aliases
    self.note = note
  }

  /// The name in a language, or the shown name where there is none.
  public func name(in language: String?) -> String {
    language.flatMap { names[$0] } ?? name
  }
}

/// That one actor belongs to another, and how far it speaks for it.
public struct Affiliation: Sendable, Hashable {
  /// The actor that belongs.
  public var actor: String
  /// The actor that it belongs to.
  public var of: String
  /// In what capacity: president, member, state-affiliated outlet …
  public var role: String
  /// When this holds.
  public var during: DateInterval
  /// How far what the one does counts as the other's act, 0…1.
  public var speaksFor: Double
  /// A remark.
  public var note: String?

  /// An affiliation.
  public init(
    actor: String, of: String, role: String, during: DateInterval = .always, speaksFor: Double,
    note: String? = nil
  ) {
    self.actor = actor
    self.of = of
    self.role = role
    self.during = during
    self.speaksFor = speaksFor
    self.note = note
  }
}
