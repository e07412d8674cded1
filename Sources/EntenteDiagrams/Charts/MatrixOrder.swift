import EntenteCore

/// Blocs to order a matrix by, and what is known about them.
public struct MatrixBlocs: Hashable, Sendable {
  /// The bloc of every node of the evidence, in the order of ``Evidence/nodes``.
  public var partition: Partition
  /// Nodes that could as well be in another bloc.
  public var undecided: Set<Int32>
  /// How the blocs were found, as the subtitle says it: `blocs of least frustration (proven)`.
  public var wording: String

  /// Blocs that were found elsewhere.
  public init(partition: Partition, undecided: Set<Int32> = [], wording: String) {
    self.partition = partition
    self.undecided = undecided
    self.wording = wording
  }

  /// Blocs of high signed modularity: quick, and not proven best.
  public init(heuristicOf graph: RelationGraph) {
    // The parameters are the defaults, which are not refused, and nobody cancels.
    let found = try? SignedTies(graph).leidenBlocs()
    self.init(
      partition: found?.partition ?? .whole(graph.nodeCount),
      wording: "blocs by signed modularity (heuristic)")
  }
}

/// In what order the actors stand in a matrix: bloc by bloc, and in a bloc state by state, each with
/// those that belong to it.
struct MatrixOrder {
  /// Members of a scene that stand together.
  struct Row: Hashable {
    /// The member, as a position in the scene's members.
    var member: Int
    /// Positions of the bloc and of the group, from 0 in the order of the rows.
    var bloc: Int
    var group: Int
    /// Whether it stands under the actor that it belongs to.
    var isAffiliate: Bool
  }

  private(set) var rows: [Row] = []
  private(set) var blocCount = 0

  /// - Parameter labels: The bloc of each member.
  init(_ scene: Scene, labels: [Int32]) {
    var intensity = [Double](repeating: 0, count: scene.members.count)
    for strand in scene.strands {
      intensity[strand.source] += strand.peak
      intensity[strand.target] += strand.peak
    }
    // A whole without ties of its own stands with those that belong to it.
    var labels = labels
    for group in scene.groups where intensity[group.root] == 0 {
      if let first = group.members.first(where: { intensity[$0] > 0 }) {
        labels[group.root] = labels[first]
      }
    }
    var members: [Int32: [Int]] = [:]
    for index in scene.members.indices { members[labels[index], default: []].append(index) }
    let blocs = members.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    blocCount = blocs.count
    var group = 0
    for (bloc, inside) in blocs.enumerated() {
      var parts: [Int: [Int]] = [:]
      for member in inside { parts[scene.members[member].group, default: []].append(member) }
      func total(_ part: [Int]) -> Double { part.reduce(0) { $0 + intensity[$1] } }
      let ordered = parts.sorted { (total($1.value), $0.key) < (total($0.value), $1.key) }
      for (key, part) in ordered {
        let root = scene.groups[key].root
        let hasRoot = part.contains(root)
        let sorted = part.sorted { a, b in
          if a == root || b == root { return a == root }
          return (intensity[b], a) < (intensity[a], b)
        }
        for member in sorted {
          rows.append(
            Row(member: member, bloc: bloc, group: group, isAffiliate: hasRoot && member != root))
        }
        group += 1
      }
    }
  }
}
