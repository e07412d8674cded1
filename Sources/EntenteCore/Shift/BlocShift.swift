/// Who changed side between two dates, and how far the blocs moved.
///
/// **Who changed side.** A division into two blocs is often one of several that are equally good, so
/// that a single one proves nothing. Two actors are *bound* where they are connected and stand the
/// same way to each other, together or apart, in every best division. Only actors that are bound
/// before and bound after can be seen to change side: their relation turned from always together to
/// always apart, or back. Among actors that are all bound to each other on both sides, the relations
/// that turned split them in two, and the smaller part is who ``Standing/moved``. Where both parts
/// are as large, ``Standing/either`` may have moved. All others are ``Standing/open``: a tie-break
/// is never a move.
///
/// - Direction, weight, sign: as the signed graphs were made.
/// - Evidence: all best divisions of both sides where ``isComplete``; otherwise the stated sample.
///   Where an index is not proven nobody is said to have moved.
/// - Complexity: O(actors · divisions), and the number of pairs of divisions for ``variation``.
/// - Reference: Meilă 2007, doi:10.1016/j.jmva.2006.11.013 (variation of information).
public struct BlocShift: Sendable, Hashable {
  /// What an actor did.
  public enum Standing: String, Sendable, CaseIterable {
    /// It changed side, against most of those whom it is bound to.
    case moved
    /// It or those that it is bound to changed side; both are as many.
    case either
    /// It is where it was, as are most of those whom it is bound to.
    case stayed
    /// It is bound to nobody on both sides: the best divisions leave it open.
    case open
    /// It has no line on one side or on both.
    case absent
  }

  /// An actor's part.
  public struct Actor: Sendable, Hashable {
    /// What it did.
    public let standing: Standing
    /// Whom it was with in every best division before and is against in every one after, as dense
    /// ids; of those that stayed, or of the other half.
    public let partedFrom: [Int32]
    /// Whom it was against in every best division before and is with in every one after.
    public let joined: [Int32]
    /// Its camp before: actors with one label are together in every best division. Nil without a
    /// line.
    public let campBefore: Int32?
    /// Its camp after. A camp has the label of the earlier one that it shares most actors with.
    public let campAfter: Int32?
  }

  /// The earlier side.
  public let before: KnownBlocs
  /// The later side.
  public let after: KnownBlocs
  /// What each actor did, aligned to dense ids.
  public let actors: [Actor]
  /// The variation of information between the camps of the best divisions before and after, least
  /// and greatest, in nats, over actors with a line on both sides; nil where an index is not proven
  /// or there are no such actors. Camps are connected actors of one bloc.
  public let variation: ClosedRange<Double>?
  /// Whether ``variation`` looked at every pair of best divisions.
  public let variationIsComplete: Bool

  /// Whether all best divisions of both sides are known.
  public var isComplete: Bool { before.isComplete && after.isComplete }
  /// Whether both indices are proven.
  public var isProven: Bool { before.isProven && after.isProven }

  /// Between what bounds the frustration index changed.
  public var indexChange: ClosedRange<Double> {
    let lower = after.index.lowerBound - before.index.upperBound
    return lower...max(lower, after.index.upperBound - before.index.lowerBound)
  }

  /// How far the fitting number of blocs changed, or nil where either is not proven.
  public var fitChange: Int? {
    guard let old = before.fit, let new = after.fit else { return nil }
    return new.blocs - old.blocs
  }

  /// Whether anything about the blocs changed for certain.
  public var isChange: Bool {
    actors.contains { $0.standing == .moved || $0.standing == .either } || fitChange ?? 0 != 0
      || !indexChange.contains(0)
  }

  /// Compares the blocs of two sides.
  ///
  /// - Parameters:
  ///   - before: the earlier side.
  ///   - after: the later side, on the same actors.
  ///   - mostPairs: how many pairs of divisions ``variation`` looks at.
  /// - Throws: ``PartitionError/differentActors(_:_:)``.
  public init(
    _ before: KnownBlocs, _ after: KnownBlocs, mostPairs: Int = 10_000
  ) throws(PartitionError) {
    guard before.parts.count == after.parts.count else {
      throw .differentActors(before.parts.count, after.parts.count)
    }
    self.before = before
    self.after = after
    let sets = (before.boundSets(), after.boundSets())
    actors = try Self.actors(before, after, sets.0, sets.1)
    let pairs = saturatingProduct(before.divisions.count, after.divisions.count)
    variationIsComplete =
      before.isComplete && after.isComplete && pairs <= max(1, mostPairs)
    variation =
      before.isProven && after.isProven
      ? try Self.variation(before, after, mostPairs: max(1, mostPairs)) : nil
  }

  private static func actors(
    _ before: KnownBlocs, _ after: KnownBlocs, _ old: [(set: Int32, isTurned: Bool)],
    _ new: [(set: Int32, isTurned: Bool)]
  ) throws(PartitionError) -> [Actor] {
    let count = old.count
    // Bound on both sides: the pairs of sets. Whose relation turned: the two halves of each.
    var groups: [Int64: (kept: [Int32], turned: [Int32])] = [:]
    func key(_ node: Int) -> Int64 { Int64(old[node].set) << 32 | Int64(new[node].set) }
    for node in 0..<count where old[node].set >= 0 && new[node].set >= 0 {
      var group = groups[key(node)] ?? ([], [])
      if old[node].isTurned == new[node].isTurned {
        group.kept.append(Int32(node))
      } else {
        group.turned.append(Int32(node))
      }
      groups[key(node)] = group
    }
    let camps = try self.camps(old, new)
    let isProven = before.isProven && after.isProven
    return (0..<count).map { node in
      func actor(_ standing: Standing, _ others: [Int32] = []) -> Actor {
        let wasWith = { (other: Int32) in old[Int(other)].isTurned == old[node].isTurned }
        return Actor(
          standing: standing, partedFrom: others.filter(wasWith),
          joined: others.filter { !wasWith($0) }, campBefore: camps.before[node],
          campAfter: camps.after[node])
      }
      guard old[node].set >= 0, new[node].set >= 0 else { return actor(.absent) }
      guard isProven, let group = groups[key(node)], group.kept.count + group.turned.count > 1
      else { return actor(.open) }
      let hasTurned = old[node].isTurned != new[node].isTurned
      let (own, others) = hasTurned ? (group.turned, group.kept) : (group.kept, group.turned)
      if own.count < others.count { return actor(.moved, others) }
      return own.count == others.count ? actor(.either, others) : actor(.stayed)
    }
  }

  /// The camps that hold in every best division, with labels that go on.
  private static func camps(
    _ old: [(set: Int32, isTurned: Bool)], _ new: [(set: Int32, isTurned: Bool)]
  ) throws(PartitionError) -> (before: [Int32?], after: [Int32?]) {
    // Actors without a line are camps of their own here, so that they match nobody else's.
    func names(_ sets: [(set: Int32, isTurned: Bool)]) -> [Int64] {
      sets.enumerated().map { node, entry in
        entry.set < 0 ? -1 - Int64(node) : 2 * Int64(entry.set) + (entry.isTurned ? 1 : 0)
      }
    }
    let labels = try Partition.persistentLabels([
      Partition(labels: names(old)), Partition(labels: names(new)),
    ])
    // Numbered anew from 0 over the camps that are shown.
    var numbers: [Int32: Int32] = [:]
    func shown(_ labels: [Int32], _ sets: [(set: Int32, isTurned: Bool)]) -> [Int32?] {
      zip(labels, sets).map { label, entry in
        guard entry.set >= 0 else { return nil }
        let number = numbers[label] ?? Int32(numbers.count)
        numbers[label] = number
        return number
      }
    }
    let before = shown(labels[0], old)
    return (before, shown(labels[1], new))
  }

  private static func variation(
    _ before: KnownBlocs, _ after: KnownBlocs, mostPairs: Int
  ) throws(PartitionError) -> ClosedRange<Double>? {
    let nodes = before.parts.indices.filter { before.parts[$0] >= 0 && after.parts[$0] >= 0 }
    guard !nodes.isEmpty else { return nil }
    func partitions(_ state: KnownBlocs, _ most: Int) -> [Partition] {
      state.divisions.prefix(most).map { division in
        Partition(labels: nodes.map { state.camp(division, $0) ?? -1 })
      }
    }
    // Both sides are cut alike where there are too many pairs.
    var most = (before.divisions.count, after.divisions.count)
    while most.0 * most.1 > mostPairs {
      if most.0 >= most.1 { most.0 = max(1, most.0 / 2) } else { most.1 = max(1, most.1 / 2) }
    }
    let old = Set(partitions(before, most.0))
    let new = Set(partitions(after, most.1))
    var least = Double.infinity
    var greatest = 0.0
    for first in old {
      for second in new {
        let value = try first.variationOfInformation(to: second)
        least = min(least, value)
        greatest = max(greatest, value)
      }
    }
    return least...greatest
  }
}
