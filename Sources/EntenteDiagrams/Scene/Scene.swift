import EntenteCore

/// What is to be drawn, before anything has a place.
struct Scene: Sendable {
  /// An actor that appears.
  struct Member: Sendable {
    /// Its position in the project's actors.
    var actor: Int
    var id: String
    var kind: Actor.Kind
    var name: String
    /// The name in lines that fit.
    var lines: [String]
    var width: Double
    var height: Double
    /// The group that it belongs to, as a position in `groups`.
    var group: Int
    /// How it is drawn.
    var state = State.ordinary
    /// The size of its name; nil is the usual one.
    var textSize: Double?
  }

  /// How an actor is drawn.
  enum State: Sendable, Hashable {
    case ordinary
    /// Grey, because others are emphasised.
    case muted
    /// Grey and dashed, because it has no tie at the date of the panel.
    case absent
  }

  /// Actors that belong to one root. A group of one has no hull.
  struct Group: Sendable {
    var root: Int
    var members: [Int]
    /// What the hull is called; by the root where nil.
    var name: String?

    /// Whether a hull is drawn: around several actors, and around a bloc even if it is one actor's,
    /// since one without a hull could be in either bloc.
    var hasHull: Bool { members.count > 1 || name != nil }
  }

  /// One side (hostile or cooperative) of the tie from one actor to another.
  struct Strand: Sendable {
    var source: Int
    var target: Int
    var sign: Sign
    /// The intensity on the earlier date; nil where the drawing has one date only.
    var before: Double?
    /// The intensity on the date of the drawing, or on the later one.
    var now: Double
    /// Half of the 95 % interval that the ranges of its claims' scores leave, on the date of the
    /// drawing.
    var margin = 0.0
    /// Where its weightiest claim can be read.
    var link: String?
    /// The strongest basis of its claims.
    var basis: Claim.Basis
    var claims: Int
    /// What happened to it between the dates.
    var change: Change
    /// Whether it stands for both directions.
    var isMutual = false
    /// Whether it stands against the blocs that are shown.
    var isFrustrated = false
    /// Whether it touches none of the actors that are emphasised.
    var isMuted = false

    /// How wide it is at most.
    var peak: Double { max(before ?? 0, now) }
    /// What it is ranked by when only some can be labelled.
    var salience: Double { before.map { abs(now - $0) } ?? now }
  }

  /// What happened to a strand.
  enum Change: Sendable, Hashable {
    case none, born, gone, grew, shrank, steady
  }

  /// That one actor belongs to another.
  struct Bond: Sendable {
    var member: Int
    var whole: Int
  }

  var members: [Member]
  var groups: [Group]
  var strands: [Strand]
  var bonds: [Bond]
  /// Strands too weak to draw.
  var omitted: Int
  var isShift: Bool
  /// What stands for actors where there are too many.
  var condensation: Condensation?
}

extension Scene {
  /// The scene of one date.
  init(_ snapshot: Snapshot, _ options: DiagramOptions) {
    let (strands, omitted) = Self.strands(of: snapshot, options)
    self.init(
      snapshot.project, nodes: snapshot.nodes, strands, omitted: omitted, isShift: false,
      windows: [snapshot.window], options)
  }

  /// The strands of one date, with actors by their positions in the project, and how many are too
  /// weak.
  static func strands(
    of snapshot: Snapshot, _ options: DiagramOptions
  ) -> (strands: [Strand], omitted: Int) {
    var strands: [Strand] = []
    var omitted = 0
    for tie in snapshot.ties {
      for sign in Sign.allCases {
        let value = Self.value(tie, sign)
        guard value >= options.minimum else {
          if value > 0 { omitted += 1 }
          continue
        }
        let part = Self.part(of: tie, sign, in: snapshot)
        strands.append(
          Strand(
            source: Int(tie.source), target: Int(tie.target), sign: sign, before: nil, now: value,
            margin: part.margin, link: part.link, basis: part.basis, claims: part.claims,
            change: .none))
      }
    }
    return (strands, omitted)
  }

  /// The scene of two dates.
  init(_ shift: Shift, _ options: DiagramOptions) {
    var strands: [Strand] = []
    var omitted = 0
    let ties = shift.ties.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    for tie in ties {
      for sign in Sign.allCases {
        let before = tie.before.map { Self.value($0, sign) } ?? 0
        let now = tie.after.map { Self.value($0, sign) } ?? 0
        guard max(before, now) >= shift.minimum else {
          if max(before, now) > 0 { omitted += 1 }
          continue
        }
        let after = tie.after.map { Self.part(of: $0, sign, in: shift.after) }
        let earlier = tie.before.map { Self.part(of: $0, sign, in: shift.before) }
        let parts = [after, earlier].compactMap { $0 }.filter { $0.claims > 0 }
        strands.append(
          Strand(
            source: Int(tie.source), target: Int(tie.target), sign: sign, before: before, now: now,
            margin: after?.margin ?? 0, link: parts.first?.link,
            basis: parts.first?.basis ?? .implied,
            claims: parts.first?.claims ?? 0,
            change: Self.change(before, now, shift.minimum)))
      }
    }
    self.init(
      shift.project, nodes: shift.after.nodes, strands, omitted: omitted, isShift: true,
      windows: [shift.before.window, shift.after.window], options)
  }

  private static func value(_ tie: Tie, _ sign: Sign) -> Double {
    sign == .hostile ? tie.tension : tie.accord
  }

  /// The strongest basis and the number of the claims on one side of a tie, and how sure it is.
  private static func part(
    of tie: Tie, _ sign: Sign, in snapshot: Snapshot
  ) -> (basis: Claim.Basis, claims: Int, margin: Double, link: String?) {
    var basis = Claim.Basis.implied
    var claims = Set<Int>()
    var variance = 0.0
    var weightiest: (amount: Double, link: String)?
    for contribution in snapshot.contributions(to: tie) {
      let amount = sign == .hostile ? contribution.tension : contribution.accord
      guard amount > 0 else { continue }
      let claim = snapshot.project.claims[contribution.claim]
      basis = min(basis, claim.basis)
      claims.insert(contribution.claim)
      if amount > weightiest?.amount ?? 0,
        let source = snapshot.project.sourceIndex[claim.source],
        let link = snapshot.project.sources[source].url
      {
        weightiest = (amount, link)
      }
      // As in `Tie.margin`: a range is the 95 % interval of a score.
      let half = claim.range.map { ($0.upperBound - $0.lowerBound) / 2 } ?? 0
      variance += contribution.share * contribution.share * half * half
    }
    return (basis, claims.count, variance.squareRoot(), weightiest?.link)
  }

  static func change(_ before: Double, _ now: Double, _ minimum: Double) -> Change {
    if before < minimum { return .born }
    if now < minimum { return .gone }
    if abs(now - before) < minimum { return .steady }
    return now > before ? .grew : .shrank
  }

  /// Joins the strands' actors with those that they belong to, and numbers them.
  init(
    _ project: Project, nodes: [Int], _ strands: [Strand], omitted: Int, isShift: Bool,
    windows: [Window], _ options: DiagramOptions
  ) {
    let wholes = Self.wholes(project, nodes: Set(nodes), windows)
    var shown = Set<Int>()
    for strand in strands {
      for end in [strand.source, strand.target] {
        shown.insert(end)
        shown.insert(Self.root(of: end, wholes))
      }
    }
    let order = shown.sorted()
    var position: [Int: Int] = [:]
    for (index, actor) in order.enumerated() { position[actor] = index }

    var groups: [Group] = []
    var groupOfRoot: [Int: Int] = [:]
    var members: [Member] = []
    for actor in order {
      let root = Self.root(of: actor, wholes)
      let group = groupOfRoot[root] ?? groups.count
      if group == groups.count {
        groupOfRoot[root] = group
        groups.append(Group(root: position[root] ?? 0, members: []))
      }
      groups[group].members.append(members.count)
      members.append(
        Self.member(project.actors[actor], actor, group, options, isSmall: order.count > 60))
    }
    self.members = members
    self.groups = groups
    self.strands = strands.map { strand in
      var strand = strand
      strand.source = position[strand.source] ?? 0
      strand.target = position[strand.target] ?? 0
      return strand
    }
    bonds = order.enumerated().compactMap { index, actor in
      // The nearest whole that is shown: a whole without ties of its own is passed over.
      var whole = wholes[actor]
      var steps = 0
      while let next = whole, position[next] == nil, steps < order.count + wholes.count {
        whole = wholes[next]
        steps += 1
      }
      guard let whole, let end = position[whole], end != index else { return nil }
      return Bond(member: index, whole: end)
    }
    self.omitted = omitted
    self.isShift = isShift
    // Before the blocs, because a mutual strand stands against them once.
    joinMutualStrands()
    if let blocs = options.blocs {
      show(blocs, asHulls: options.hulls == .blocs, .of(options.language))
    }
    if options.hulls == .none || (options.hulls == .blocs && options.blocs == nil) { ungroup() }
    emphasize(options.emphasis)
  }

  /// What each actor belongs to during the windows: where it belongs to several, what it speaks for
  /// most, and among equals what is listed first.
  private static func wholes(
    _ project: Project, nodes: Set<Int>, _ windows: [Window]
  ) -> [Int: Int] {
    var wholes: [Int: Int] = [:]
    var voices: [Int: Double] = [:]
    for affiliation in project.affiliations {
      guard let actor = project.actorIndex[affiliation.actor],
        let whole = project.actorIndex[affiliation.of], nodes.contains(actor),
        nodes.contains(whole),
        windows.contains(where: { window in
          DateInterval(window.first, window.last).map(affiliation.during.overlaps) ?? false
        })
      else { continue }
      if affiliation.speaksFor > voices[actor] ?? -1 {
        wholes[actor] = whole
        voices[actor] = affiliation.speaksFor
      }
    }
    return wholes
  }

  /// The end of the chain of wholes. A circle has no end; its smallest member stands for it.
  private static func root(of actor: Int, _ wholes: [Int: Int]) -> Int {
    var path = [actor]
    while let next = wholes[path[path.count - 1]] {
      if let start = path.firstIndex(of: next) { return path[start...].min() ?? actor }
      path.append(next)
    }
    return path[path.count - 1]
  }

  private static func member(
    _ actor: Actor, _ index: Int, _ group: Int, _ options: DiagramOptions, isSmall: Bool
  ) -> Member {
    let name = actor.shownName(in: options.language)
    let isState = actor.kind == .state
    let isSmall = isSmall || options.isCompact
    let size =
      isSmall
      ? (isState ? Metrics.smallState : Metrics.smallActor)
      : (isState ? Metrics.state : Metrics.actor)
    let lines = TextMeasure.balanced(
      name, width: isSmall ? 82 : 104, size: size, isBold: isState,
      atMost: 6)
    let text = lines.map { TextMeasure.width($0, size: size, isBold: isState) }.max() ?? 0
    let height = Double(lines.count) * size * 1.2
    // Small actors have less room around their names.
    let less = isSmall ? 0.6 : 1
    let (width, room): (Double, Double) =
      switch actor.kind {
      case .state: (max(text + 26 * less, 64 * less), height + 16 * less)
      // A text fits an ellipse that is wider by about the square root of two.
      case .person: (max(text * 1.22 + 16 * less, 60 * less), height * 1.18 + 16 * less)
      case .outlet: (max(text + 24 * less, 56 * less), height + 15 * less)
      case .organization: (max(text + 34 * less, 64 * less), height + 16 * less)
      case .group: (max(text + 26 * less, 64 * less), height + 16 * less)
      }
    return Member(
      actor: index, id: actor.id, kind: actor.kind, name: name, lines: lines,
      width: width.rounded(.up), height: room.rounded(.up), group: group,
      textSize: isSmall ? size : nil)
  }
}
