/// Where a partition hurts: the ties against it, the triads they run through, and whose they are.
public struct Strain: Sendable, Hashable {
  /// A line against the partition.
  public struct Tie: Sendable, Hashable {
    /// Its position in the lines of the graph.
    public let line: Int
    /// What the partition pays for it.
    public let paid: Double
    /// Whether it is positive and runs between blocs; otherwise it is negative and inside one.
    public let isPositive: Bool
  }

  /// Three actors with all three lines between them, at least one of which is against the partition.
  public struct Triad: Sendable, Hashable {
    /// The actors in ascending order.
    public let actors: [Int32]
    /// How many of its lines are against the partition, 1 to 3.
    public let frustratedLines: Int
  }

  /// What one actor has to do with it.
  public struct Actor: Sendable, Hashable {
    /// What the partition pays for the actor's lines. Over all actors it adds up to twice the cost.
    public let paid: Double
    /// That, as a share of the weight of all its lines, from 0 to 1; 0 without lines.
    public let share: Double
    /// In how many strained triads it is.
    public let triads: Int
    /// What the partition would pay more if the actor alone moved to the bloc that suits it best
    /// among the others that are there: 0 where it could as well be there, below 0 where it should.
    /// Nil where there is no other bloc.
    public let costOfMoving: Double?
  }

  /// The lines against the partition, those that cost most first.
  public let ties: [Tie]
  /// The strained triads in ascending order, up to the number asked for.
  public let triads: [Triad]
  /// How many strained triads there are in all.
  public let triadCount: Int
  /// What each actor has to do with it.
  public let actors: [Actor]
  /// What the partition pays in all.
  public let paid: Double

  /// The line whose removal would relieve this partition most: the first of ``ties``.
  public var heaviest: Tie? { ties.first }
}

extension SignedTies {
  /// The strain that a partition leaves.
  ///
  /// - Direction, weight, sign: as the ties were made. A line with both signs pays for the
  ///   sign that the partition goes against.
  /// - Parameters:
  ///   - blocs: the bloc of each actor, labels at least 0; one label for each actor of the graph.
  ///   - insidePenalty: what a unit of negative weight inside a bloc costs.
  ///   - acrossPenalty: what a unit of positive weight between blocs costs.
  ///   - mostTriads: how many triads to list; all are counted.
  /// - Returns: ties, triads and actors under strain.
  /// - Complexity: O(lines · √lines) for the triads, O(lines) for the rest.
  ///
  /// Example: a triangle with one negative tie, all in one bloc, has one strained tie and one
  /// strained triad; each end of the tie pays 1.
  ///
  /// Reference: Doreian & Mrvar 1996, doi:10.1016/0378-8733(95)00259-6.
  public func strain(
    of blocs: [Int32], insidePenalty: Double = 1, acrossPenalty: Double = 1,
    mostTriads: Int = 1000
  ) -> Strain {
    precondition(blocs.count == nodeCount, "one bloc for each actor")
    var ties: [Strain.Tie] = []
    let lines = lines
    var isStrained = [Bool](repeating: false, count: lines.count)
    var paid = [Double](repeating: 0, count: nodeCount)
    var weight = [Double](repeating: 0, count: nodeCount)
    for (index, line) in lines.enumerated() {
      let together = blocs[Int(line.first)] == blocs[Int(line.second)]
      let cost = together ? insidePenalty * line.negative : acrossPenalty * line.positive
      let all = insidePenalty * line.negative + acrossPenalty * line.positive
      for end in [Int(line.first), Int(line.second)] {
        paid[end] += cost
        weight[end] += all
      }
      guard cost > 0 else { continue }
      isStrained[index] = true
      ties.append(Strain.Tie(line: index, paid: cost, isPositive: !together))
    }
    ties.sort { $0.paid != $1.paid ? $0.paid > $1.paid : $0.line < $1.line }
    let found = strainedTriads(lines, isStrained, most: mostTriads)
    let moves = costsOfMoving(
      lines, blocs, insidePenalty: insidePenalty, acrossPenalty: acrossPenalty)
    return Strain(
      ties: ties, triads: found.triads, triadCount: found.count,
      actors: (0..<nodeCount).map {
        Strain.Actor(
          paid: paid[$0], share: weight[$0] > 0 ? paid[$0] / weight[$0] : 0,
          triads: found.ofActor[$0], costOfMoving: moves[$0])
      },
      paid: ties.reduce(0) { $0 + $1.paid })
  }

  private func strainedTriads(
    _ lines: [Line], _ isStrained: [Bool], most: Int
  ) -> (triads: [Strain.Triad], count: Int, ofActor: [Int]) {
    // Lines leave their end with fewer lines, so that no actor has more than about √(2 · lines).
    var degree = [Int](repeating: 0, count: nodeCount)
    for line in lines {
      degree[Int(line.first)] += 1
      degree[Int(line.second)] += 1
    }
    var out: [[(node: Int32, line: Int32)]] = Array(repeating: [], count: nodeCount)
    for (index, line) in lines.enumerated() {
      let forward =
        (degree[Int(line.first)], line.first) < (degree[Int(line.second)], line.second)
      let (from, to) = forward ? (line.first, line.second) : (line.second, line.first)
      out[Int(from)].append((to, Int32(index)))
    }
    var triads: [Strain.Triad] = []
    var count = 0
    var ofActor = [Int](repeating: 0, count: nodeCount)
    var lineTo = [Int32](repeating: -1, count: nodeCount)
    for a in 0..<nodeCount {
      for (node, line) in out[a] { lineTo[Int(node)] = line }
      for (b, ab) in out[a] {
        for (c, bc) in out[Int(b)] where lineTo[Int(c)] >= 0 {
          let strained = [ab, bc, lineTo[Int(c)]].filter { isStrained[Int($0)] }.count
          guard strained > 0 else { continue }
          count += 1
          let actors = [Int32(a), b, c].sorted()
          for actor in actors { ofActor[Int(actor)] += 1 }
          triads.append(Strain.Triad(actors: actors, frustratedLines: strained))
          // Twice the number asked for, sorted and cut back now and then, is enough to keep.
          if triads.count > 2 * most + 1000 { triads = Self.first(most, of: triads) }
        }
      }
      for (node, _) in out[a] { lineTo[Int(node)] = -1 }
    }
    return (Self.first(most, of: triads), count, ofActor)
  }

  private static func first(_ most: Int, of triads: [Strain.Triad]) -> [Strain.Triad] {
    Array(
      triads.sorted { $0.actors.lexicographicallyPrecedes($1.actors) }.prefix(max(0, most)))
  }

  private func costsOfMoving(
    _ lines: [Line], _ blocs: [Int32], insidePenalty: Double, acrossPenalty: Double
  ) -> [Double?] {
    // A bloc draws an actor by what it would pay apart less what it would pay together.
    var draws: [[Int32: Double]] = Array(repeating: [:], count: nodeCount)
    for line in lines {
      let draw = acrossPenalty * line.positive - insidePenalty * line.negative
      draws[Int(line.first)][blocs[Int(line.second)], default: 0] += draw
      draws[Int(line.second)][blocs[Int(line.first)], default: 0] += draw
    }
    let present = Set(blocs)
    return (0..<nodeCount).map { actor in
      let own = blocs[actor]
      guard present.count > 1 else { return nil }
      let known = draws[actor]
      var best = known.filter { $0.key != own }.values.max()
      let hasStrange = present.contains { $0 != own && known[$0] == nil }
      if hasStrange { best = max(best ?? 0, 0) }
      return (known[own] ?? 0) - (best ?? 0)
    }
  }
}
