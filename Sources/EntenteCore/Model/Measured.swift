/// A number that a measure gives, or the reason why it gives none.
///
/// Nothing here is ever "not a number": where a definition divides by zero the reason says what is
/// missing from the data.
public enum Measured: Sendable, Hashable {
  /// The value, finite.
  case value(Double)
  /// The measure has no value on this input.
  case undefined(UndefinedReason)

  /// The value, or nil where there is none.
  public var value: Double? {
    switch self {
    case .value(let value): value
    case .undefined: nil
    }
  }

  /// The reason, or nil where there is a value.
  public var reason: UndefinedReason? {
    switch self {
    case .value: nil
    case .undefined(let reason): reason
    }
  }
}

/// Why a measure has no value.
public enum UndefinedReason: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
  /// The graph has no actors.
  case noActors
  /// No two actors are tied, or every tie has zero weight.
  case noTies
  /// No three actors are tied to one another.
  case noTriangles
  /// There is no third party, or every third party has weight 0.
  case noThirdParties
  /// One of the two actors has no tie to any third party.
  case emptyProfile
  /// One of the two actors has the same tie to every third party, so nothing can vary together.
  case constantProfile
  /// Both actors put every third party in one and the same category, so chance explains all of it.
  case noVariation

  /// The reason in words.
  public var description: String {
    switch self {
    case .noActors: "there are no actors"
    case .noTies: "there are no ties"
    case .noTriangles: "no three actors are tied to one another"
    case .noThirdParties: "there is no third party with weight"
    case .emptyProfile: "one of the two has no tie to any third party"
    case .constantProfile: "one of the two has the same tie to every third party"
    case .noVariation: "both put every third party in the same category"
    }
  }
}
