/// A kind of relation, such as diplomatic, rhetorical, economic or security.
public struct Layer: Sendable, Hashable {
  /// The short name by which claims refer to the layer.
  public var id: String
  /// The name that is shown.
  public var label: String
  /// After how many days an event counts half, or nil where evidence never fades.
  public var halfLife: Double?
  /// How much the layer counts where layers are pooled, relative to the others; at least 0.
  public var weight: Double
  /// A remark.
  public var note: String?

  /// A layer.
  public init(
    id: String, label: String? = nil, halfLife: Double?, weight: Double = 1, note: String? = nil
  ) {
    self.id = id
    self.label = label ?? id
    self.halfLife = halfLife
    self.weight = weight
    self.note = note
  }
}
