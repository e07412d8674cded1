import EntenteCore

/// A partition of actors that a drawing shows: hulls around the blocs, and marks on the ties that
/// stand against them.
///
/// A positive tie between two blocs and a negative tie inside one stand against the partition; in an
/// optimum they are the frustrated ties. Where a tie has both sides, the side that is against the
/// partition is marked, and only if the net of the tie is.
public struct Blocs: Hashable, Sendable {
  /// The bloc of each actor, by id.
  public var blocs: [String: Int]
  /// Actors that could as well be elsewhere. They lie outside of all hulls, so that a tie-break is not
  /// shown as a stance.
  public var undecided: Set<String>
  /// The ties against the partition, as pairs of ids in ascending order.
  public var frustrated: Set<[String]>
  /// How they were found, for the subtitle, as `two blocs, exact`. A heuristic names itself one.
  public var method: String

  /// A partition.
  ///
  /// - Parameters:
  ///   - blocs: The bloc of each actor, by id.
  ///   - undecided: Actors that could as well be elsewhere.
  ///   - frustrated: The ties against it, as pairs of ids in either order.
  ///   - method: How it was found.
  public init(
    blocs: [String: Int], undecided: Set<String> = [], frustrated: [(String, String)],
    method: String
  ) {
    self.blocs = blocs
    self.undecided = undecided
    self.frustrated = Set(frustrated.map { [min($0.0, $0.1), max($0.0, $0.1)] })
    self.method = method
  }
}

extension Scene {
  /// Marks frustrated strands and, where asked, makes the blocs the groups that get hulls.
  mutating func show(_ blocs: Blocs, asHulls: Bool, _ words: Words) {
    for index in strands.indices {
      let strand = strands[index]
      let (a, b) = (members[strand.source].id, members[strand.target].id)
      guard blocs.frustrated.contains([min(a, b), max(a, b)]) else { continue }
      // Inside a bloc tension is against it, between blocs accord.
      let areTogether = blocs.blocs[a] != nil && blocs.blocs[a] == blocs.blocs[b]
      strands[index].isFrustrated = areTogether == (strand.sign == .hostile)
    }
    guard asHulls else { return }
    var groupOf: [Int: Int] = [:]
    var groups: [Group] = []
    for index in members.indices {
      let id = members[index].id
      let bloc = blocs.undecided.contains(id) ? nil : blocs.blocs[id]
      let group = bloc.flatMap { groupOf[$0] } ?? groups.count
      if group == groups.count {
        groups.append(Group(root: index, members: []))
        if let bloc { groupOf[bloc] = group }
      }
      groups[group].members.append(index)
      members[index].group = group
    }
    // Named by letters in the order of the actors, as the table of blocs is.
    for (rank, group) in groupOf.values.sorted().enumerated() {
      groups[group].name = words.bloc(Self.letters(rank))
    }
    self.groups = groups
  }

  /// Every actor on its own.
  mutating func ungroup() {
    groups = members.indices.map { Group(root: $0, members: [$0]) }
    for index in members.indices { members[index].group = index }
  }

  /// Mutes what has nothing to do with the chosen actors. Their own affiliates stay.
  mutating func emphasize(_ chosen: Set<String>) {
    guard !chosen.isEmpty else { return }
    let isChosen = members.map { chosen.contains($0.id) }
    var isNear = isChosen
    for index in strands.indices {
      let (a, b) = (strands[index].source, strands[index].target)
      if isChosen[a] || isChosen[b] {
        isNear[a] = true
        isNear[b] = true
      } else {
        strands[index].isMuted = true
      }
    }
    for index in members.indices where !isNear[index] { members[index].state = .muted }
  }

  /// 0 as A, 25 as Z, 26 as AA.
  static func letters(_ rank: Int) -> String {
    var rank = rank
    var name = ""
    repeat {
      name = String(UnicodeScalar(UInt8(65 + rank % 26))) + name
      rank = rank / 26 - 1
    } while rank >= 0
    return name
  }
}
