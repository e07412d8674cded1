/// What changed between two snapshots in how one actor stands towards another, and why.
public struct TieShift: Sendable, Hashable {
  /// What happened to the tie as a whole.
  public enum Kind: String, Sendable, CaseIterable {
    /// There was next to nothing before.
    case born
    /// There is next to nothing after.
    case gone
    /// The net changed sign.
    case flipped
    /// The net moved towards hostility.
    case worsened
    /// The net moved towards cooperation.
    case improved
    /// The net moved by less than the stated minimum.
    case steady
  }

  /// What one claim's part in the tie was and became.
  public struct Change: Sendable, Hashable {
    /// The claim, as a position in the project's claims.
    public let claim: Int
    /// Its layer, as a position in the project's layers.
    public let layer: Int
    /// Its contribution before, or nil where it did not count yet.
    public let before: Contribution?
    /// Its contribution after, or nil where it no longer counts.
    public let after: Contribution?

    /// Its part of the change in tension.
    public var tension: Double { (after?.tension ?? 0) - (before?.tension ?? 0) }
    /// Its part of the change in accord.
    public var accord: Double { (after?.accord ?? 0) - (before?.accord ?? 0) }
    /// Its part of the change in the net.
    public var net: Double { accord - tension }
  }

  /// Who acts, as a position in the project's actors.
  public let source: Int32
  /// Towards whom.
  public let target: Int32
  /// The tie before, or nil.
  public let before: Tie?
  /// The tie after, or nil.
  public let after: Tie?
  /// What happened to it.
  public let kind: Kind
  /// What each claim changed: the largest change of the net first. The changes add up to the
  /// change of the tie exactly.
  public let changes: [Change]

  /// Change of tension, −10…10.
  public var tension: Double { (after?.tension ?? 0) - (before?.tension ?? 0) }
  /// Change of accord, −10…10.
  public var accord: Double { (after?.accord ?? 0) - (before?.accord ?? 0) }
  /// Change of the net, −20…20; negative is towards hostility.
  public var net: Double { (after?.net ?? 0) - (before?.net ?? 0) }
}
