/// A place in an order of values, shared by all that are equal.
///
/// The largest value has place 1. Equal values share the best of their places, and the places they
/// use up are left out: 5, 3, 3, 1 have the places 1, 2, 2, 4.
public struct SharedPlace: Sendable, Hashable {
  /// The place, from 1.
  public let place: Int
  /// How many have it, at least 1.
  public let sharedBy: Int

  /// The place, with `=` where it is shared: `2=`.
  public var description: String { sharedBy > 1 ? "\(place)=" : "\(place)" }

  /// The places of values, the largest first.
  ///
  /// Values that differ by no more than rounding can make, a billionth of the largest absolute value,
  /// are equal, so that the order in which sums were formed decides nothing.
  ///
  /// ```swift
  /// SharedPlace.places(of: [3, 5, nil, 3]).map { $0?.description }  // "2=", "1", nil, "2="
  /// ```
  ///
  /// - Parameter values: nil, or what is not finite, has no place.
  /// - Complexity: O(n log n).
  public static func places(of values: [Double?]) -> [SharedPlace?] {
    let order = values.indices.compactMap { index in
      values[index].flatMap { $0.isFinite ? (index: index, value: $0) : nil }
    }.sorted { ($1.value, $0.index) < ($0.value, $1.index) }
    let slack = 1e-9 * (order.reduce(0) { max($0, $1.value.magnitude) })
    var places = [SharedPlace?](repeating: nil, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, order[start].value - order[end].value <= slack { end += 1 }
      for entry in order[start..<end] {
        places[entry.index] = SharedPlace(place: start + 1, sharedBy: end - start)
      }
      start = end
    }
    return places
  }
}
