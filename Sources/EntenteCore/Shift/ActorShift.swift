/// What changed between two snapshots in how an actor stands to everybody else.
public struct ActorShift: Sendable, Hashable {
  /// The ties in one direction.
  public struct Profile: Sendable, Hashable {
    /// Change of the summed tension.
    public let tension: Double
    /// Change of the summed accord.
    public let accord: Double
    /// How far the profile moved: Σ |change of net| over all others, at least 0.
    public let distance: Double
    /// How far the profile turned: 1 − the cosine of the nets before and after, 0…2; nil where one
    /// of them is empty, so that there is no direction to compare.
    public let turn: Double?

    /// Change of the summed net.
    public var net: Double { accord - tension }
  }

  /// The actor, as a position in the project's list.
  public let actor: Int32
  /// How it stands towards others.
  public let outgoing: Profile
  /// How others stand towards it.
  public let incoming: Profile

  /// How far both profiles moved.
  public var distance: Double { outgoing.distance + incoming.distance }
}
