/// What a group claims: its extent along four axes, with the padding of its hull. That contains
/// the hull, so that groups which are apart here have hulls that are.
struct HullExtent {
  private var low = SIMD4<Float>(repeating: .infinity)
  private var high = SIMD4<Float>(repeating: -.infinity)

  /// The extents along all axes together.
  var size: Float { (high - low).sum() }

  /// Takes in a box around a point, given by half its sizes.
  mutating func cover(_ x: Float, _ y: Float, halfWidth w: Float, halfHeight h: Float) {
    let diagonal: Float = 0.70710678
    let center = SIMD4(x, y, (x + y) * diagonal, (x - y) * diagonal)
    let reach = SIMD4(w, h, (w + h) * diagonal, (w + h) * diagonal)
    low = Self.lesser(low, center - reach)
    high = Self.greater(high, center + reach)
  }

  /// How deep two extents lie in each other along the axis where that is least; 0 or less apart.
  func depth(in other: HullExtent) -> Float {
    let overlap = Self.lesser(high - other.low, other.high - low)
    return min(min(overlap[0], overlap[1]), min(overlap[2], overlap[3]))
  }

  // The library's pointwise minimum goes through the lanes one by one.
  @inline(__always)
  private static func lesser(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
    a.replacing(with: b, where: b .< a)
  }

  @inline(__always)
  private static func greater(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
    a.replacing(with: b, where: b .> a)
  }
}
