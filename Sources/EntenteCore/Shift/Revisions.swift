/// World or coding: how much of a change between two dates is due to what happened, and how much to
/// what the coder edited between two revisions of a project.
///
/// With *x(r, t)* a tie's net under revision *r* at date *t*, the whole change is
/// *x(new, B) − x(old, A)*. There are two paths from one to the other: first the world moves and then
/// the coder edits, or the other way round. Each part is its mean over both paths:
///
///     world  = ½ [x(old, B) − x(old, A)] + ½ [x(new, B) − x(new, A)]
///     coding = ½ [x(new, A) − x(old, A)] + ½ [x(new, B) − x(old, B)]
///
/// So the order of the two does not matter, and they add up to the whole change. How far the two
/// paths disagree is told too, as ``Part/interaction``: it is what the coder's edits changed about
/// the shift itself.
///
/// The same holds claim by claim, since contributions add up to the tie. Claims and actors are
/// matched by id: a claim that was given another id counts as taken out and added.
///
/// - Direction: of directed ties. Sign: of the net, negative towards hostility.
/// - Complexity: that of four snapshots.
/// - Reference: Shapley 1953, doi:10.1515/9781400881970-018 (the mean over all orders).
public struct Revisions: Sendable {
  /// A change in its two parts.
  public struct Part: Sendable, Hashable {
    /// The net under the old revision, on the earlier side.
    public let oldBefore: Double
    /// The net under the old revision, on the later side.
    public let oldAfter: Double
    /// The net under the new revision, on the earlier side.
    public let newBefore: Double
    /// The net under the new revision, on the later side.
    public let newAfter: Double

    /// The whole change, from the old revision's earlier side to the new one's later side.
    public var total: Double { newAfter - oldBefore }
    /// The part that is due to what happened.
    public var world: Double { ((oldAfter - oldBefore) + (newAfter - newBefore)) / 2 }
    /// The part that is due to the coder's edits.
    public var coding: Double { ((newBefore - oldBefore) + (newAfter - oldAfter)) / 2 }
    /// The shift as the old revision tells it.
    public var oldShift: Double { oldAfter - oldBefore }
    /// The shift as the new revision tells it.
    public var newShift: Double { newAfter - newBefore }
    /// What the edits changed about the shift: the new revision's minus the old one's.
    public var interaction: Double { newShift - oldShift }
  }

  /// One tie.
  public struct Row: Sendable, Hashable {
    /// Who acts, by id.
    public let source: String
    /// Towards whom, by id.
    public let target: String
    /// The tie's change in its two parts.
    public let change: Part
    /// The parts of its claims, by id; they add up to the tie's.
    public let claims: [ClaimPart]
  }

  /// One claim's part in a tie's change.
  public struct ClaimPart: Sendable, Hashable {
    /// The claim, by id.
    public let claim: String
    /// The change of its contribution in its two parts.
    public let change: Part
  }

  /// What the coder did.
  public enum Edit: Sendable, Hashable, CustomStringConvertible {
    /// Something is in the new revision only; its kind and id.
    case added(kind: String, id: String)
    /// Something is in the old revision only.
    case removed(kind: String, id: String)
    /// Something differs between the two.
    case changed(kind: String, id: String)

    /// The edit in words.
    public var description: String {
      switch self {
      case .added(let kind, let id): "\(kind) \(id) added"
      case .removed(let kind, let id): "\(kind) \(id) removed"
      case .changed(let kind, let id): "\(kind) \(id) changed"
      }
    }
  }

  /// The shift as the old revision tells it.
  public let old: Shift
  /// The shift as the new revision tells it.
  public let new: Shift
  /// The ties of either, the largest part that is due to coding first.
  public let rows: [Row]
  /// What the coder did: to the estimator, layers, sources, actors, affiliations, events and claims.
  public let edits: [Edit]

  /// What differs between two revisions and two dates.
  ///
  /// - Parameters:
  ///   - old: the evidence of the old revision.
  ///   - new: the evidence of the new revision, under the same options.
  ///   - first: the earlier side; equal to `second` where only the coding is asked about.
  ///   - second: the later side.
  public init(_ old: Evidence, _ new: Evidence, from first: Window, to second: Window) {
    self.old = Shift(in: old, from: first, to: second, minimum: 0)
    self.new = Shift(in: new, from: first, to: second, minimum: 0)
    edits = Self.edits(old.project, new.project)
    rows = Self.rows(self.old, self.new)
  }

  private static func rows(_ old: Shift, _ new: Shift) -> [Row] {
    var pairs: [ActorPair: (TieShift?, TieShift?)] = [:]
    for tie in old.ties { pairs[ActorPair(tie, old.project), default: (nil, nil)].0 = tie }
    for tie in new.ties { pairs[ActorPair(tie, new.project), default: (nil, nil)].1 = tie }
    return pairs.map { pair, sides in
      Row(
        source: pair.source, target: pair.target,
        change: Part(
          oldBefore: sides.0?.before?.net ?? 0, oldAfter: sides.0?.after?.net ?? 0,
          newBefore: sides.1?.before?.net ?? 0, newAfter: sides.1?.after?.net ?? 0),
        claims: claims(sides.0, sides.1, old.project, new.project))
    }.sorted {
      ($1.change.coding.magnitude, $0.source, $0.target)
        < ($0.change.coding.magnitude, $1.source, $1.target)
    }
  }

  private static func claims(
    _ old: TieShift?, _ new: TieShift?, _ oldProject: Project, _ newProject: Project
  ) -> [ClaimPart] {
    var pairs: [String: (TieShift.Change?, TieShift.Change?)] = [:]
    for change in old?.changes ?? [] {
      pairs[oldProject.claims[change.claim].id, default: (nil, nil)].0 = change
    }
    for change in new?.changes ?? [] {
      pairs[newProject.claims[change.claim].id, default: (nil, nil)].1 = change
    }
    return pairs.map { id, sides in
      ClaimPart(
        claim: id,
        change: Part(
          oldBefore: sides.0?.before?.net ?? 0, oldAfter: sides.0?.after?.net ?? 0,
          newBefore: sides.1?.before?.net ?? 0, newAfter: sides.1?.after?.net ?? 0))
    }.sorted {
      ($1.change.coding.magnitude, $0.claim) < ($0.change.coding.magnitude, $1.claim)
    }
  }

  private static func edits(_ old: Project, _ new: Project) -> [Edit] {
    var edits: [Edit] = []
    if old.estimator != new.estimator { edits.append(.changed(kind: "estimator", id: "")) }
    func compare<Part: Hashable>(_ kind: String, _ old: [(String, Part)], _ new: [(String, Part)]) {
      let before = Dictionary(old) { first, _ in first }
      let after = Dictionary(new) { first, _ in first }
      for id in Set(before.keys).union(after.keys).sorted() {
        switch (before[id], after[id]) {
        case (nil, _?): edits.append(.added(kind: kind, id: id))
        case (_?, nil): edits.append(.removed(kind: kind, id: id))
        case (let left, let right): if left != right { edits.append(.changed(kind: kind, id: id)) }
        }
      }
    }
    compare("layer", old.layers.map { ($0.id, $0) }, new.layers.map { ($0.id, $0) })
    compare("source", old.sources.map { ($0.id, $0) }, new.sources.map { ($0.id, $0) })
    compare("actor", old.actors.map { ($0.id, $0) }, new.actors.map { ($0.id, $0) })
    // An actor may belong to the same whole several times, in turn.
    func affiliations(_ project: Project) -> [(String, [Affiliation])] {
      Dictionary(grouping: project.affiliations) { "\($0.actor) of \($0.of)" }.map { ($0, $1) }
    }
    compare("affiliation", affiliations(old), affiliations(new))
    compare("event", old.events.map { ($0.id, $0) }, new.events.map { ($0.id, $0) })
    compare("claim", old.claims.map { ($0.id, $0) }, new.claims.map { ($0.id, $0) })
    return edits
  }
}
