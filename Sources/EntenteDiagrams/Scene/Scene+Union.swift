import EntenteCore

extension Scene {
  /// All actors and ties of several dates, each tie as strong as it ever is.
  init(union snapshots: [Snapshot], _ options: DiagramOptions) {
    struct Key: Hashable {
      var source: Int
      var target: Int
      var sign: Sign
    }
    var strands: [Strand] = []
    var position: [Key: Int] = [:]
    for snapshot in snapshots {
      for strand in Self.strands(of: snapshot, options).strands {
        let key = Key(source: strand.source, target: strand.target, sign: strand.sign)
        if let known = position[key] {
          strands[known].now = max(strands[known].now, strand.now)
          strands[known].basis = min(strands[known].basis, strand.basis)
          strands[known].claims = max(strands[known].claims, strand.claims)
        } else {
          position[key] = strands.count
          strands.append(strand)
        }
      }
    }
    strands.sort { ($0.source, $0.target, $0.sign) < ($1.source, $1.target, $1.sign) }
    let project = snapshots[0].project
    self.init(
      project, nodes: snapshots[0].nodes, strands, omitted: 0, isShift: false,
      windows: snapshots.map(\.window), options)
  }

  /// The same actors with the ties of one date. Who has none then is absent.
  func panel(of snapshot: Snapshot, _ options: DiagramOptions) -> Scene {
    var scene = self
    var position: [Int: Int] = [:]
    for (index, member) in members.enumerated() { position[member.actor] = index }
    let (strands, omitted) = Self.strands(of: snapshot, options)
    scene.strands = strands.compactMap { strand in
      guard let source = position[strand.source], let target = position[strand.target] else {
        return nil
      }
      var strand = strand
      strand.source = source
      strand.target = target
      return strand
    }
    scene.omitted = omitted
    scene.joinMutualStrands()
    if let blocs = options.blocs {
      scene.show(blocs, asHulls: options.hulls == .blocs, .of(options.language))
    }
    for index in scene.members.indices { scene.members[index].state = .ordinary }
    scene.emphasize(options.emphasis)
    var isPresent = [Bool](repeating: false, count: members.count)
    for strand in scene.strands {
      isPresent[strand.source] = true
      isPresent[strand.target] = true
    }
    // The root of a group is there with any of its members.
    for group in groups where group.members.contains(where: { isPresent[$0] }) {
      isPresent[group.root] = true
    }
    for index in scene.members.indices where !isPresent[index] {
      scene.members[index].state = .absent
    }
    return scene
  }
}
