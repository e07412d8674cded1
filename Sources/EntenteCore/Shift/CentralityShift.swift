/// How the standing of actors changed between the two sides of a shift: a measure of centrality, and
/// the places that it gives, with ties as ties.
///
/// - Direction, weight, sign: as the measure keeps them. A measure for ties of 0 or more refuses
///   negative ones.
/// - Places: among all actors of the level, also those without a tie, the largest value first; see
///   ``SharedPlace``.
public struct CentralityShift: Sendable {
  /// One column of the measure.
  public struct Column: Sendable, Hashable {
    /// Its name, the measure's own where it has one column only.
    public let name: String
    /// The values before, aligned to dense ids; nil where the measure leaves one open.
    public let before: [Double?]
    /// The values after.
    public let after: [Double?]
    /// The places before.
    public let placesBefore: [SharedPlace?]
    /// The places after.
    public let placesAfter: [SharedPlace?]

    init(_ before: Measure.Column, _ after: Measure.Column) {
      name = after.name
      self.before = before.values
      self.after = after.values
      placesBefore = SharedPlace.places(of: before.values)
      placesAfter = SharedPlace.places(of: after.values)
    }

    /// How far an actor's value changed, or nil where either is open.
    public func change(_ node: Int) -> Double? {
      guard let old = before[node], let new = after[node] else { return nil }
      return new - old
    }
  }

  /// The measure.
  public let measure: Measure
  /// Its columns.
  public let columns: [Column]

  /// The change of a measure over a shift.
  ///
  /// - Parameters:
  ///   - shift: between what.
  ///   - measure: a measure of actors, such as ``MeasureCatalog/strength``.
  ///   - aspect: the intensity to read; nil for the measure's own.
  ///   - partition: the bloc or state of each actor, where the measure needs one.
  ///   - control: stops the work when asked, and tells how far it is.
  /// - Throws: what the measure refuses.
  /// - Complexity: twice that of the measure.
  public init(
    _ shift: Shift, _ measure: Measure = MeasureCatalog.strength, on aspect: TieAspect? = nil,
    partition: [Int32]? = nil, control: RunControl = .standard
  ) throws(MeasureError) {
    let old = try measure.columns(
      of: shift.before.graph, on: aspect, partition: partition, control: control)
    let new = try measure.columns(
      of: shift.after.graph, on: aspect, partition: partition, control: control)
    self.measure = measure
    columns = zip(old, new).map { Column($0, $1) }
  }
}
