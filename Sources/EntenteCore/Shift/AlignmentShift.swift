/// Who moved toward whom: how the likeness of two actors' relations to all others changed.
///
/// - Direction: both, each an entry of its own. Weight, sign: the net, kept.
/// - Layers are compared side by side, each with its weight, so that likeness on one is not made up
///   by another.
/// - The direct tie between the two plays no part.
public struct AlignmentShift: Sendable {
  /// Two actors that can be compared on both sides.
  public struct Pair: Sendable, Hashable {
    /// The one, as a dense id.
    public let first: Int32
    /// The other, larger.
    public let second: Int32
    /// How alike they were.
    public let before: Double
    /// How alike they are.
    public let after: Double

    /// Above 0 where they came closer.
    public var change: Double { after - before }
  }

  /// Somebody that an actor came closer to or moved away from.
  public struct Move: Sendable, Hashable {
    /// The other, as a dense id.
    public let other: Int32
    /// The change of likeness.
    public let change: Double
  }

  /// How profiles are compared.
  public let similarity: ProfileSimilarity
  /// All pairs with a value on both sides, the largest change first.
  public let pairs: [Pair]

  /// The change of alignment over a shift.
  ///
  /// - Parameters:
  ///   - shift: between what.
  ///   - similarity: the measure, by default the cosine.
  ///   - control: stops the work when asked, and tells how far it is.
  /// - Throws: ``AlignmentError`` for a scale that the ties do not fit, or if cancelled.
  /// - Complexity: O(layers · claims + actors · (actors² + ties)).
  public init(
    _ shift: Shift, by similarity: ProfileSimilarity = .cosine, control: RunControl = .standard
  ) throws(AlignmentError) {
    let evidence = shift.after.evidence
    let project = shift.project
    let asked = project.layers.filter { evidence.options.layers?.contains($0.id) ?? true }
    var layers: [Evidence] = []
    var weights: [Double] = []
    for layer in asked where asked.count > 1 {
      var options = evidence.options
      options.layers = [layer.id]
      // Cannot fail: the options were good for all layers together.
      guard let single = try? Evidence(project, options) else { continue }
      layers.append(single)
      weights.append(layer.weight)
    }
    if layers.isEmpty {
      layers = [evidence]
      weights = [1]
    }
    func table(_ window: Window) throws(AlignmentError) -> AlignmentTable {
      let profiles = try RelationProfiles(
        layers.map { $0.snapshot(over: window).graph },
        layerWeights: weights)
      return try profiles.alignment(by: similarity, control: control)
    }
    let (old, new) = (try table(shift.before.window), try table(shift.after.window))
    var pairs: [Pair] = []
    for first in 0..<Int32(old.nodeCount) {
      for second in (first + 1)..<max(first + 1, Int32(old.nodeCount)) {
        if let before = old[first, second].value, let after = new[first, second].value {
          pairs.append(Pair(first: first, second: second, before: before, after: after))
        }
      }
    }
    self.similarity = similarity
    self.pairs = pairs.sorted {
      ($1.change.magnitude, $0.first, $0.second) < ($0.change.magnitude, $1.first, $1.second)
    }
  }

  /// Whom each actor came closer to and moved away from, the largest changes first.
  ///
  /// - Parameters:
  ///   - nodeCount: how many actors there are.
  ///   - minimum: what counts as nothing.
  /// - Complexity: O(pairs).
  public func moves(
    nodeCount: Int, minimum: Double = 0.05
  ) -> [(toward: [Move], away: [Move])] {
    var moves = [(toward: [Move], away: [Move])](repeating: ([], []), count: nodeCount)
    for pair in pairs where pair.change.magnitude >= minimum && pair.change != 0 {
      for (one, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
        let move = Move(other: other, change: pair.change)
        if pair.change > 0 {
          moves[Int(one)].toward.append(move)
        } else {
          moves[Int(one)].away.append(move)
        }
      }
    }
    return moves
  }
}
