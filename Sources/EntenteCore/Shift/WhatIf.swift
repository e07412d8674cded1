/// The same shift on two evidences, side by side: as it is, and with something left out, added or
/// estimated otherwise.
///
/// ```swift
/// var without = evidence.options
/// without.withoutSources = ["ahmed-2025"]
/// let comparison = WhatIf(
///   evidence, otherwise: try Evidence(project, without), from: may8, to: may19)
/// // or with a fragment: try Evidence(project.merging(fragment), evidence.options)
/// ```
///
/// The two may be of different projects; actors are matched by id.
///
/// - Direction, weight, sign: as in ``Shift``.
/// - Complexity: that of two shifts.
public struct WhatIf: Sendable {
  /// One tie under both.
  public struct Row: Sendable, Hashable {
    /// Who acts, by id.
    public let source: String
    /// Towards whom, by id.
    public let target: String
    /// The tie's shift as it is, or nil where it has none.
    public let asIs: TieShift?
    /// The tie's shift otherwise, or nil where it has none.
    public let otherwise: TieShift?

    /// By how much the change of the net differs: otherwise minus as it is.
    public var difference: Double { (otherwise?.net ?? 0) - (asIs?.net ?? 0) }
    /// By how much the net after differs.
    public var differenceAfter: Double {
      (otherwise?.after?.net ?? 0) - (asIs?.after?.net ?? 0)
    }
    /// Whether the change of the net has another sign; none counts as neither.
    public var isReversed: Bool { (asIs?.net ?? 0) * (otherwise?.net ?? 0) < 0 }
  }

  /// The shift as it is.
  public let asIs: Shift
  /// The shift otherwise.
  public let otherwise: Shift
  /// The ties of either, the largest difference first.
  public let rows: [Row]

  /// Both shifts between the same windows.
  ///
  /// - Parameters:
  ///   - evidence: as it is.
  ///   - other: the changed evidence.
  ///   - first: the side before.
  ///   - second: the side after.
  ///   - minimum: what counts as nothing, in points of the scale.
  public init(
    _ evidence: Evidence, otherwise other: Evidence, from first: Window, to second: Window,
    minimum: Double = 0.05
  ) {
    asIs = Shift(in: evidence, from: first, to: second, minimum: minimum)
    otherwise = Shift(in: other, from: first, to: second, minimum: minimum)
    rows = Self.rows(asIs, otherwise)
  }

  private static func rows(_ asIs: Shift, _ otherwise: Shift) -> [Row] {
    var pairs: [ActorPair: (TieShift?, TieShift?)] = [:]
    for tie in asIs.ties { pairs[ActorPair(tie, asIs.project), default: (nil, nil)].0 = tie }
    for tie in otherwise.ties {
      pairs[ActorPair(tie, otherwise.project), default: (nil, nil)].1 = tie
    }
    return pairs.map {
      Row(source: $0.key.source, target: $0.key.target, asIs: $0.value.0, otherwise: $0.value.1)
    }.sorted {
      ($1.difference.magnitude, $0.source, $0.target)
        < ($0.difference.magnitude, $1.source, $1.target)
    }
  }
}

/// Two actors by id, in order.
struct ActorPair: Hashable {
  var source: String
  var target: String

  init(_ source: String, _ target: String) {
    self.source = source
    self.target = target
  }

  init(_ tie: TieShift, _ project: Project) {
    self.init(project.actors[Int(tie.source)].id, project.actors[Int(tie.target)].id)
  }
}
