/// How ties are sorted into ordered categories, for measures of agreement.
///
/// By default three: hostile (below 0), none (exactly 0), friendly (above 0).
///
/// ```swift
/// // five: below −5, −5 to below −1, −1 to 1, above 1 to 5, above 5
/// let categories = try TieCategories(hostileBelow: [-5, -1], friendlyAbove: [1, 5])
/// ```
public struct TieCategories: Sendable, Hashable {
  /// Values below each of these fall into a more hostile category; ascending, at most 0.
  public let hostileBelow: [Double]
  /// Values above each of these fall into a friendlier category; ascending, at least 0.
  public let friendlyAbove: [Double]

  /// Hostile, none, friendly.
  public static let signs = TieCategories(unchecked: [0], [0])

  /// Categories divided by cuts, in the units of the ties.
  ///
  /// - Throws: ``AlignmentError/unusableCuts(_:)``.
  public init(hostileBelow: [Double], friendlyAbove: [Double]) throws(AlignmentError) {
    let ascending = { (cuts: [Double]) in zip(cuts, cuts.dropFirst()).allSatisfy { $0 < $1 } }
    for cuts in [hostileBelow, friendlyAbove]
    where !ascending(cuts) || !cuts.allSatisfy(\.isFinite) {
      throw .unusableCuts(cuts)
    }
    guard hostileBelow.allSatisfy({ $0 <= 0 }) else { throw .unusableCuts(hostileBelow) }
    guard friendlyAbove.allSatisfy({ $0 >= 0 }) else { throw .unusableCuts(friendlyAbove) }
    self.init(unchecked: hostileBelow, friendlyAbove)
  }

  private init(unchecked hostileBelow: [Double], _ friendlyAbove: [Double]) {
    self.hostileBelow = hostileBelow
    self.friendlyAbove = friendlyAbove
  }

  /// How many categories there are.
  public var count: Int { hostileBelow.count + friendlyAbove.count + 1 }

  /// The category of a tie, `0..<count`, the most hostile first.
  public func category(of value: Double) -> Int {
    hostileBelow.count { value >= $0 } + friendlyAbove.count { value > $0 }
  }
}

/// How much two categories differ.
public enum CategoryDisagreement: String, Sendable, Hashable, CaseIterable {
  /// Any two different categories differ by 1.
  case nominal
  /// By the number of steps between them.
  case absolute
  /// By the square of the number of steps.
  case squared

  /// The difference of two categories.
  public func callAsFunction(_ first: Int, _ second: Int) -> Double {
    let steps = Double(abs(first - second))
    switch self {
    case .nominal: return steps > 0 ? 1 : 0
    case .absolute: return steps
    case .squared: return steps * steps
    }
  }
}

extension RelationProfiles {
  /// How much weight falls into each pair of categories, `[first * count + second]`, or nil if no
  /// entry has weight.
  func agreementTable(
    _ first: Int32, _ second: Int32, _ categories: TieCategories
  ) -> [Double]? {
    let comparison = compare(first, second)
    guard !comparison.isEmpty else { return nil }
    let count = categories.count
    var table = [Double](repeating: 0, count: count * count)
    for entry in comparison.entries {
      table[
        categories.category(of: entry.first) * count + categories.category(of: entry.second)] +=
        entry.weight
    }
    let none = categories.category(of: 0)
    table[none * count + none] += comparison.absentWeight
    return table
  }
}
