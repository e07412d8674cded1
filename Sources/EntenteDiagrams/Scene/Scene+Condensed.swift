import EntenteCore

extension Diagram {
  /// Above so many actors a figure of nodes and links shows blocs or states in place of actors.
  public static let mostActors = 200
}

extension Scene {
  /// Into what a scene was condensed.
  struct Condensation: Sendable {
    /// How many actors there are.
    var actors: Int
    /// What stands for them, in words: `12 blocs (by signed modularity, a heuristic)`.
    var wording: String
  }

  /// More blocs than this are not told apart: the rest is drawn as one.
  private static let mostBlocs = 16

  /// The same with one node for every state with its affiliates, or for every bloc where that leaves
  /// too many. Ties between the same two are added up; those inside one are told in its description.
  ///
  /// - Parameters:
  ///   - graph: The ties that blocs are looked for in.
  ///   - nodes: The actor of each node of the graph.
  func condensed(
    _ graph: RelationGraph, nodes: [Int], _ options: DiagramOptions
  ) -> Scene {
    var labels = members.map(\.group)
    let wording: String
    if groups.count <= 60, groups.count > 1 {
      wording = "\(groups.count) states with their affiliates"
    } else {
      labels = blocs(graph, nodes, options.seed)
      let count = Set(labels).count
      wording = "\(count) blocs (by signed modularity, a heuristic)"
    }
    return joined(by: labels, wording, options)
  }

  /// The bloc of each member; the smallest blocs share the last label.
  private func blocs(_ graph: RelationGraph, _ nodes: [Int], _ seed: UInt64) -> [Int] {
    guard let ties = try? SignedTies(graph) else { return members.map { _ in 0 } }
    guard let partition = try? ties.leidenBlocs(seed: seed).partition else {
      return members.map { _ in 0 }
    }
    var blocOf: [Int: Int] = [:]
    for (node, actor) in nodes.enumerated() { blocOf[actor] = Int(partition.labels[node]) }
    let found = members.map { blocOf[$0.actor] ?? -1 }
    var sizes: [Int: Int] = [:]
    for bloc in found { sizes[bloc, default: 0] += 1 }
    let kept = sizes.keys.sorted { (sizes[$1] ?? 0, $0) < (sizes[$0] ?? 0, $1) }
      .prefix(Self.mostBlocs - 1)
    return found.map { kept.firstIndex(of: $0) ?? Self.mostBlocs - 1 }
  }

  private func joined(
    by labels: [Int], _ wording: String, _ options: DiagramOptions
  ) -> Scene {
    var size = [Int: Int]()
    for label in labels { size[label, default: 0] += 1 }
    // Named after the actor with the strongest ties.
    var strength = [Double](repeating: 0, count: members.count)
    for strand in strands {
      strength[strand.source] += strand.peak
      strength[strand.target] += strand.peak
    }
    var head: [Int: Int] = [:]
    for (index, label) in labels.enumerated() {
      if let known = head[label], strength[known] >= strength[index] { continue }
      head[label] = index
    }
    let order = size.keys.sorted { (head[$0] ?? 0, $0) < (head[$1] ?? 0, $1) }
    var position: [Int: Int] = [:]
    for (index, label) in order.enumerated() { position[label] = index }
    let node = labels.map { position[$0] ?? 0 }

    var scene = self
    scene.bonds = []
    scene.condensation = Condensation(actors: members.count, wording: wording)
    scene.strands = sums(between: node, options.minimum)
    scene.members = order.enumerated().map { index, label in
      Self.node(members[head[label] ?? 0], others: (size[label] ?? 1) - 1, group: index)
    }
    scene.groups = order.indices.map { Group(root: $0, members: [$0]) }
    return scene
  }

  private static func node(_ head: Member, others: Int, group: Int) -> Member {
    var member = head
    member.group = group
    member.textSize = nil
    guard others > 0 else { return member }
    member.kind = .group
    let rest = "and \(others) other\(others == 1 ? "" : "s")"
    member.lines = TextMeasure.balanced(head.name, width: 104, size: Metrics.actor) + [rest]
    member.name = "\(head.name) \(rest)"
    let text = member.lines.map { TextMeasure.width($0, size: Metrics.actor) }.max() ?? 0
    member.width = max(text + 30, 70).rounded(.up)
    member.height = (Double(member.lines.count) * Metrics.actor * 1.2 + 18).rounded(.up)
    return member
  }

  /// The strands between the nodes that actors were joined to, added up.
  private func sums(between node: [Int], _ minimum: Double) -> [Strand] {
    struct Key: Hashable {
      var source: Int
      var target: Int
      var sign: Sign
    }
    var sums: [Strand] = []
    var known: [Key: Int] = [:]
    func add(_ strand: Strand, from source: Int, to target: Int) {
      guard source != target else { return }
      let key = Key(source: source, target: target, sign: strand.sign)
      if let index = known[key] {
        sums[index].now += strand.now
        sums[index].before = sums[index].before.map { $0 + (strand.before ?? 0) }
        sums[index].basis = min(sums[index].basis, strand.basis)
        sums[index].claims += strand.claims
      } else {
        known[key] = sums.count
        var sum = strand
        (sum.source, sum.target, sum.isMutual, sum.isMuted) = (source, target, false, false)
        sums.append(sum)
      }
    }
    for strand in strands {
      add(strand, from: node[strand.source], to: node[strand.target])
      if strand.isMutual { add(strand, from: node[strand.target], to: node[strand.source]) }
    }
    for index in sums.indices {
      let strand = sums[index]
      if let before = strand.before {
        sums[index].change = Self.change(before, strand.now, minimum)
      }
    }
    return sums.sorted { ($0.source, $0.target, $0.sign) < ($1.source, $1.target, $1.sign) }
  }
}
