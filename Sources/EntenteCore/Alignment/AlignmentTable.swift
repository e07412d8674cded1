/// How two actors' profiles are compared.
public enum ProfileSimilarity: Sendable, Hashable {
  /// See ``RelationProfiles/cosine(_:_:)``.
  case cosine
  /// See ``RelationProfiles/pearson(_:_:)``.
  case pearson
  /// See ``RelationProfiles/signorinoRitterS(_:_:scale:)``; nil for the default scale.
  case signorinoRitterS(scale: ClosedRange<Double>? = nil)
  /// See ``RelationProfiles/scottPi(_:_:categories:disagreement:)``.
  case scottPi(TieCategories = .signs, CategoryDisagreement = .absolute)
  /// See ``RelationProfiles/cohenKappa(_:_:categories:disagreement:)``.
  case cohenKappa(TieCategories = .signs, CategoryDisagreement = .absolute)
}

/// An actor as another one sees it: how alike their relations to third parties are, and, beside it,
/// how the two stand to each other.
public struct AlignedActor: Sendable, Hashable {
  /// The other actor.
  public let actor: Int32
  /// The similarity of the two profiles.
  public let similarity: Double
  /// The tie to the other actor, nil if there is none.
  public let tieThere: Double?
  /// The tie from the other actor, nil if there is none.
  public let tieBack: Double?
}

/// The similarity of every pair of actors' profiles.
public struct AlignmentTable: Sendable {
  /// How profiles were compared.
  public let similarity: ProfileSimilarity
  /// The profiles themselves, for the direct ties.
  public let profiles: RelationProfiles
  /// The pairs (0, 1), (0, 2), …, (1, 2), … one after the other.
  private let pairs: [Measured]

  /// The most actors of whom all pairs are compared: their table takes 2 GB.
  public static let mostActors = 16_384

  fileprivate init(
    _ profiles: RelationProfiles, _ similarity: ProfileSimilarity, _ control: RunControl
  ) throws(AlignmentError) {
    guard profiles.nodeCount <= Self.mostActors else {
      throw .tooManyActors(profiles.nodeCount, most: Self.mostActors)
    }
    var pairs: [Measured] = []
    pairs.reserveCapacity(profiles.nodeCount * max(0, profiles.nodeCount - 1) / 2)
    for first in 0..<Int32(profiles.nodeCount) {
      if control.isCancelled() { throw .cancelled }
      control.progress?(Double(first) / Double(profiles.nodeCount))
      for second in (first + 1)..<max(first + 1, Int32(profiles.nodeCount)) {
        pairs.append(try profiles.similarity(first, second, by: similarity))
      }
    }
    control.progress?(1)
    self.similarity = similarity
    self.profiles = profiles
    self.pairs = pairs
  }

  /// How many actors are compared.
  public var nodeCount: Int { profiles.nodeCount }

  /// The similarity of two different actors, in either order.
  public subscript(first: Int32, second: Int32) -> Measured {
    precondition(first != second, "an actor is not compared with itself")
    let (low, high) = (Int(min(first, second)), Int(max(first, second)))
    return pairs[low * (2 * nodeCount - low - 1) / 2 + high - low - 1]
  }

  /// The actors whose relations are most like those of one actor, most alike first, by actor among
  /// equals. Actors with no defined similarity are left out.
  public func nearest(to actor: Int32, count: Int = Int.max) -> [AlignedActor] {
    Array(AlignedActor.nearestFirst(others(of: actor)).prefix(count))
  }

  /// The actors whose relations are least like those of one actor, least alike first, by actor among
  /// equals. Actors with no defined similarity are left out.
  public func farthest(from actor: Int32, count: Int = Int.max) -> [AlignedActor] {
    Array(
      others(of: actor)
        .sorted { ($0.similarity, $0.actor) < ($1.similarity, $1.actor) }.prefix(count))
  }

  private func others(of actor: Int32) -> [AlignedActor] {
    (0..<Int32(nodeCount)).compactMap { other in
      guard other != actor, let similarity = self[actor, other].value else { return nil }
      return AlignedActor(other, seenBy: actor, similarity, profiles)
    }
  }
}

extension AlignedActor {
  fileprivate init(
    _ other: Int32, seenBy actor: Int32, _ similarity: Double, _ profiles: RelationProfiles
  ) {
    let direct = profiles.direct(actor, other)
    self.init(
      actor: other, similarity: similarity, tieThere: direct.there, tieBack: direct.back)
  }

  fileprivate static func nearestFirst(_ actors: [AlignedActor]) -> [AlignedActor] {
    actors.sorted { ($1.similarity, $0.actor) < ($0.similarity, $1.actor) }
  }
}

extension RelationProfiles {
  /// The similarity of two actors' profiles by any of the measures.
  ///
  /// - Throws: ``AlignmentError`` for a scale that the ties don't fit.
  public func similarity(
    _ first: Int32, _ second: Int32, by similarity: ProfileSimilarity
  ) throws(AlignmentError) -> Measured {
    switch similarity {
    case .cosine: cosine(first, second)
    case .pearson: pearson(first, second)
    case .signorinoRitterS(let scale): try signorinoRitterS(first, second, scale: scale)
    case .scottPi(let categories, let disagreement):
      scottPi(first, second, categories: categories, disagreement: disagreement)
    case .cohenKappa(let categories, let disagreement):
      cohenKappa(first, second, categories: categories, disagreement: disagreement)
    }
  }

  /// The similarity of every pair of actors, with the nearest and the farthest of each.
  ///
  /// - Direction, weight, sign: as the profiles and the measure keep them.
  ///
  /// ```swift
  /// let table = try profiles.alignment(by: .cosine)
  /// for other in table.nearest(to: 0, count: 3) { print(other.actor, other.similarity) }
  /// ```
  ///
  /// - Parameters:
  ///   - similarity: the measure, by default the cosine.
  ///   - control: cancellation and progress.
  /// - Returns: a value or a reason for each pair.
  /// - Throws: ``AlignmentError`` for a scale that the ties don't fit, for more than
  ///   ``AlignmentTable/mostActors`` actors, or if cancelled.
  /// - Complexity: O(actors · (ties + actors log actors)) time, 16 bytes a pair.
  public func alignment(
    by similarity: ProfileSimilarity = .cosine, control: RunControl = .standard
  ) throws(AlignmentError) -> AlignmentTable {
    try AlignmentTable(self, similarity, control)
  }

  /// One actor's similarity to every other, the most alike first, by actor among equals: for graphs
  /// with too many actors for a table of all pairs.
  ///
  /// - Parameters:
  ///   - actor: the actor who is compared with the others.
  ///   - similarity: the measure, by default the cosine.
  ///   - control: cancellation and progress.
  /// - Returns: the others with a defined similarity.
  /// - Throws: ``AlignmentError`` for a scale that the ties don't fit, or if cancelled.
  /// - Complexity: O(ties + actors · (the actor's ties + log actors)).
  public func aligned(
    with actor: Int32, by similarity: ProfileSimilarity = .cosine, control: RunControl = .standard
  ) throws(AlignmentError) -> [AlignedActor] {
    var others: [AlignedActor] = []
    for other in 0..<Int32(nodeCount) where other != actor {
      if other % 256 == 0 {
        if control.isCancelled() { throw .cancelled }
        control.progress?(Double(other) / Double(nodeCount))
      }
      // In the order of the table, so that both give the same bits.
      let found = try self.similarity(min(actor, other), max(actor, other), by: similarity)
      guard let value = found.value else { continue }
      others.append(AlignedActor(other, seenBy: actor, value, self))
    }
    return AlignedActor.nearestFirst(others)
  }
}
