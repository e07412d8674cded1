/// Which directions of an actor's ties make up its profile.
public enum ProfileDirections: String, Sendable, Hashable, CaseIterable {
  /// What it does to others and what they do to it, apart.
  case both
  /// What it does to others.
  case outgoing
  /// What others do to it.
  case incoming
}

/// The relations of every actor to everybody else, ready to be compared.
///
/// An actor's profile has one entry for each third party, layer and direction. When two actors are
/// compared, the two themselves are left out: only **third parties** count, so n − 2 of them, each
/// with one entry for every layer and direction. How the two stand to each other is given beside, see
/// ``direct(_:_:)``. No tie is an entry of 0.
///
/// - Direction: by default both, each an entry of its own.
/// - Weight: by default the net; tension or accord alone on request. Layers and third parties may
///   have weights of importance, which multiply their entries' weight in every measure.
/// - Sign: kept.
///
/// ```swift
/// let profiles = try RelationProfiles([diplomatic, economic], layerWeights: [2, 1])
/// print(profiles.cosine(0, 1), profiles.direct(0, 1))
/// ```
///
/// Memory: 16 bytes for each tie and direction, 32 bytes an actor, and the graphs themselves.
public struct RelationProfiles: Sendable {
  /// How many actors there are.
  public let nodeCount: Int
  /// The layers, on the same actors.
  public let layers: [RelationGraph]
  /// The intensity that is read.
  public let aspect: TieAspect
  /// The directions that count.
  public let directions: ProfileDirections
  /// The importance of each layer, at least 0.
  public let layerWeights: [Double]
  /// The importance of each actor as a third party, at least 0.
  public let actorWeights: [Double]

  /// `offsets[a]..<offsets[a + 1]` are the entries of `a` that a tie stands behind.
  let offsets: [Int]
  /// Third party times ``slots`` plus slot of each entry, ascending for each actor.
  let keys: [Int]
  /// The value of each entry.
  let values: [Double]
  /// How many entries there are for each third party: layers times directions.
  let slots: Int
  /// The importance of each slot.
  let slotWeights: [Double]
  /// The largest absolute value of all, or 1 without any.
  let unit: Double
  /// The importance of all third parties but two.
  private let thirdParties: RangeSums
  /// How many actors have importance.
  private let weightyCount: Int

  /// Collects the profiles of all actors.
  ///
  /// - Parameters:
  ///   - layers: one graph or several, on the same actors.
  ///   - aspect: net by default.
  ///   - directions: both by default.
  ///   - layerWeights: the importance of each layer, 0 or more and finite; all 1 if nil.
  ///   - actorWeights: the importance of each actor as a third party; all 1 if nil.
  /// - Throws: ``AlignmentError`` for no layer, layers of different size, or unusable weights.
  /// - Complexity: O(actors + ties log ties).
  public init(
    _ layers: [RelationGraph], aspect: TieAspect = .net, directions: ProfileDirections = .both,
    layerWeights: [Double]? = nil, actorWeights: [Double]? = nil
  ) throws(AlignmentError) {
    guard let first = layers.first else { throw .noLayers }
    for layer in layers where layer.nodeCount != first.nodeCount {
      throw .differentActors(first.nodeCount, layer.nodeCount)
    }
    let layerWeights = layerWeights ?? [Double](repeating: 1, count: layers.count)
    let actorWeights = actorWeights ?? [Double](repeating: 1, count: first.nodeCount)
    guard layerWeights.count == layers.count else {
      throw .wrongNumberOfWeights(given: layerWeights.count, needed: layers.count)
    }
    guard actorWeights.count == first.nodeCount else {
      throw .wrongNumberOfWeights(given: actorWeights.count, needed: first.nodeCount)
    }
    for weight in layerWeights + actorWeights where !(weight >= 0 && weight <= 1e100) {
      throw .unusableWeight(weight)
    }
    let ways = directions == .both ? 2 : 1
    let slots = layers.count * ways
    var offsets = [0]
    var keys: [Int] = []
    var values: [Double] = []
    var largest = 0.0
    for node in 0..<first.nodeCount {
      var entries: [(key: Int, value: Double)] = []
      for (rank, layer) in layers.enumerated() {
        if directions != .incoming {
          for tie in layer.ties(from: Int32(node)) {
            entries.append(
              (Int(layer.targets[tie]) * slots + rank * ways, layer.weight(tie, aspect)))
          }
        }
        if directions != .outgoing {
          for arrival in layer.arrivals(at: Int32(node)) {
            entries.append(
              (
                Int(layer.inSources[arrival]) * slots + rank * ways + ways - 1,
                layer.weight(Int(layer.inTies[arrival]), aspect)
              ))
          }
        }
      }
      entries.sort { $0.key < $1.key }
      for entry in entries where entry.value != 0 {
        keys.append(entry.key)
        values.append(entry.value)
        largest = max(largest, abs(entry.value))
      }
      offsets.append(keys.count)
    }
    self.nodeCount = first.nodeCount
    self.layers = layers
    self.aspect = aspect
    self.directions = directions
    self.layerWeights = layerWeights
    self.actorWeights = actorWeights
    self.offsets = offsets
    self.keys = keys
    self.values = values
    self.slots = slots
    self.slotWeights = (0..<slots).map { layerWeights[$0 / ways] }
    self.unit = largest > 0 ? largest : 1
    thirdParties = RangeSums(actorWeights)
    weightyCount = actorWeights.count { $0 > 0 }
  }

  /// How the two actors stand to each other: the mean over the layers, under the layer weights, of
  /// the tie in each direction. A layer without the tie counts as 0; nil where no layer with weight
  /// has the tie.
  public func direct(_ first: Int32, _ second: Int32) -> (there: Double?, back: Double?) {
    (direct(from: first, to: second), direct(from: second, to: first))
  }

  private func direct(from source: Int32, to target: Int32) -> Double? {
    let all = layerWeights.reduce(0, +)
    var sum: Double?
    for (layer, weight) in zip(layers, layerWeights) where weight > 0 {
      if let tie = layer.tie(from: source, to: target) {
        sum = (sum ?? 0) + layer.weight(tie, aspect) * (weight / all)
      }
    }
    return sum
  }
}

extension RelationProfiles {
  /// The entries of two actors on third parties: those where either has a tie, one by one, and how
  /// many and how much weight there are where both have none.
  struct Comparison {
    var entries: [(first: Double, second: Double, weight: Double)] = []
    var absentCount = 0
    var absentWeight = 0.0
    /// Whether no entry has weight.
    var isEmpty: Bool { entries.isEmpty && absentCount == 0 }
  }

  /// - Complexity: O(ties of both + log actors).
  func compare(_ first: Int32, _ second: Int32) -> Comparison {
    var result = Comparison()
    var left = offsets[Int(first)]
    var right = offsets[Int(second)]
    let leftEnd = offsets[Int(first) + 1]
    let rightEnd = offsets[Int(second) + 1]
    var metWeight = 0.0
    while left < leftEnd || right < rightEnd {
      let a = left < leftEnd ? keys[left] : Int.max
      let b = right < rightEnd ? keys[right] : Int.max
      let key = min(a, b)
      var mine = 0.0
      var theirs = 0.0
      if a == key {
        mine = values[left]
        left += 1
      }
      if b == key {
        theirs = values[right]
        right += 1
      }
      let third = key / slots
      if third == Int(first) || third == Int(second) { continue }
      let weight = actorWeights[third] * slotWeights[key % slots]
      if weight > 0 {
        result.entries.append((mine, theirs, weight))
        metWeight += weight
      }
    }
    // Entries without weight are none at all; of the others, those not met are absent on both sides.
    let countedSlots = slotWeights.count { $0 > 0 }
    var thirds = weightyCount
    if actorWeights[Int(first)] > 0 { thirds -= 1 }
    if second != first, actorWeights[Int(second)] > 0 { thirds -= 1 }
    result.absentCount = thirds * countedSlots - result.entries.count
    // The count says exactly whether any is left; the difference of sums would leave rounding.
    if result.absentCount > 0 {
      let (low, high) = (Int(min(first, second)), Int(max(first, second)))
      let thirdWeight =
        thirdParties.sum(0..<low) + thirdParties.sum(min(low + 1, high)..<high)
        + thirdParties.sum(high + 1..<nodeCount)
      result.absentWeight = max(
        thirdWeight * slotWeights.reduce(0, +) - metWeight, Double.leastNormalMagnitude)
    }
    return result
  }
}

/// Why profiles could not be compared.
public enum AlignmentError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No graph was given.
  case noLayers
  /// Two layers have different numbers of actors.
  case differentActors(Int, Int)
  /// As many weights are needed as there are layers, or actors.
  case wrongNumberOfWeights(given: Int, needed: Int)
  /// A weight is negative, not finite, or above 10¹⁰⁰.
  case unusableWeight(Double)
  /// The scale is empty or doesn't hold 0, the value of no tie.
  case unusableScale(Double, Double)
  /// A tie lies outside the scale.
  case outsideScale(value: Double, lowest: Double, highest: Double)
  /// The cuts are not ascending, not finite, or on the wrong side of 0.
  case unusableCuts([Double])
  /// A map has one or two dimensions.
  case unusableDimensions(Int)
  /// A reference actor is not an actor of the graph, or there are more of them than dimensions.
  case unusableReference([Int32])
  /// The eigenvalues were not found.
  case eigenvalues(EigenError)
  /// A table of all pairs, or a map, of so many actors would not fit into memory.
  case tooManyActors(Int, most: Int)
  /// The caller asked to stop.
  case cancelled

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .noLayers: "no layer was given: give one graph or more"
    case .differentActors(let first, let second):
      "layers of \(first) and \(second) actors: all layers must have the same actors"
    case .wrongNumberOfWeights(let given, let needed): "\(given) weights where \(needed) are needed"
    case .unusableWeight(let value): "weight \(value): weights are finite and 0 or more"
    case .unusableScale(let low, let high):
      "scale \(low)…\(high): it must be finite, ascending and hold 0, the value of no tie"
    case .outsideScale(let value, let low, let high):
      "a tie of \(value) lies outside the scale \(low)…\(high): widen the scale"
    case .unusableCuts(let cuts):
      "cuts \(cuts): hostile cuts are ascending and at most 0, friendly cuts ascending and at least 0"
    case .unusableDimensions(let count): "\(count) dimensions: a map has 1 or 2"
    case .unusableReference(let actors):
      "reference actors \(actors): at most one for each dimension, each an actor of the graph"
    case .eigenvalues(let error): error.description
    case .tooManyActors(let count, let most):
      "\(count) actors: a table of all pairs holds \(most) at most; compare one actor with the others instead"
    case .cancelled: "cancelled"
    }
  }
}
