/// How many triangles of undirected signed ties have 0, 1, 2 and 3 negative ties.
///
/// - Direction: joined by ``SignedTies``.
/// - Weight: only the sign counts.
/// - Sign: the four classes are the signs, in any order: +++ and +−− are balanced, ++− and −−− not
///   (−−− is under the weak rule, see ``BalanceRule``).
///
/// ```swift
/// let census = try SignedTies(graph).triadCensus()
/// print(census.allies, census.commonEnemy)  // how many +++, how many +−−
/// ```
///
/// Reference: Cartwright & Harary 1956, doi:10.1037/h0046049.
public struct SignedTriadCensus: Sendable, Hashable {
  /// +++: three allies.
  public var allies = 0
  /// ++−: two enemies with a common friend.
  public var commonFriend = 0
  /// +−−: two allies with a common enemy.
  public var commonEnemy = 0
  /// −−−: three enemies.
  public var enemies = 0

  /// A census with no triangles.
  public init() {}

  /// The four counts by the number of negative ties, 0 to 3.
  public var counts: [Int] { [allies, commonFriend, commonEnemy, enemies] }

  /// All triangles.
  public var total: Int { allies + commonFriend + commonEnemy + enemies }

  /// How many triangles a rule calls balanced.
  public func balanced(_ rule: BalanceRule = .strong) -> Int {
    switch rule {
    case .strong: allies + commonEnemy
    case .weak: allies + commonEnemy + enemies
    }
  }
}

/// Which triangles count as balanced.
public enum BalanceRule: String, Sendable, Hashable, CaseIterable {
  /// An even number of negative ties: the group splits into at most two blocs
  /// (Cartwright & Harary 1956, doi:10.1037/h0046049).
  case strong
  /// Anything but exactly one negative tie: three enemies may each be a bloc of their own
  /// (Davis 1967, doi:10.1177/001872676702000206).
  case weak
}

extension SignedTies {
  /// Counts the triangles by their signs.
  ///
  /// - Returns: four counts, each 0 to n(n − 1)(n − 2)/6; all 0 without triangles.
  /// - Complexity: O(ties^1.5) time, O(actors + ties) memory.
  public func triadCensus() -> SignedTriadCensus {
    // Each tie points from the end with fewer ties to the one with more, so that no actor has more
    // than √(2 · ties) of them leaving, and each triangle is met once.
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    var heads: [Int32] = []
    var negative: [UInt8] = []
    heads.reserveCapacity(tieCount)
    negative.reserveCapacity(tieCount)
    for node in 0..<nodeCount {
      let degree = self.offsets[node + 1] - self.offsets[node]
      for position in ties(of: Int32(node)) {
        let other = Int(neighbors[position])
        let otherDegree = self.offsets[other + 1] - self.offsets[other]
        if (degree, node) < (otherDegree, other) {
          heads.append(Int32(other))
          negative.append(weights[position] < 0 ? 1 : 0)
        }
      }
      offsets[node + 1] = heads.count
    }
    var mark = [UInt8](repeating: 0, count: nodeCount)
    var counts = (0, 0, 0, 0)
    for node in 0..<nodeCount {
      let range = offsets[node]..<offsets[node + 1]
      for position in range { mark[Int(heads[position])] = 1 + negative[position] }
      for position in range {
        let middle = Int(heads[position])
        for further in offsets[middle]..<offsets[middle + 1] {
          let closing = mark[Int(heads[further])]
          if closing == 0 { continue }
          switch negative[position] + negative[further] + closing - 1 {
          case 0: counts.0 += 1
          case 1: counts.1 += 1
          case 2: counts.2 += 1
          default: counts.3 += 1
          }
        }
      }
      for position in range { mark[Int(heads[position])] = 0 }
    }
    var census = SignedTriadCensus()
    census.allies = counts.0
    census.commonFriend = counts.1
    census.commonEnemy = counts.2
    census.enemies = counts.3
    return census
  }
}

extension MeasureCatalog {
  /// Triangles by their signs.
  public static let triadCensus = Measure(
    name: "triad-census", title: "Signed triad census",
    definition:
      "How many triangles of tied actors have no negative tie (+++), one (++-), two (+--) and three (---).",
    direction: "the net of both directions is added up; a sum of 0 is no tie",
    weight: "only the sign counts",
    sign:
      "kept: the classes are the signs",
    defaultAspect: .net, acceptedAspects: [.net],
    range: "counts from 0",
    complexity: "time O(m^1.5), memory O(n + m)",
    references: [
      .init(
        "Cartwright & Harary 1956, Structural balance: a generalization of Heider's theory, Psychological Review 63",
        doi: "10.1037/h0046049")
    ], scope: .system,
    compute: { graph, _, _, _ throws(MeasureError) in
      let census = try signedTies(graph, for: "triad-census").triadCensus()
      return zip(["+++", "++-", "+--", "---"], census.counts).map { .init($0, [Double($1)]) }
    })
}
