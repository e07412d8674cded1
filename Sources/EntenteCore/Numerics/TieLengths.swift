/// Tie lengths 1/weight as whole numbers of a common unit, so that the lengths of two routes are
/// added and compared exactly.
///
/// Sums of floating-point reciprocals depend on the order of addition: 1/3 + 1/3 + 1/3 need not
/// equal 1/1. Here every length is a whole number of units of 1/`scale`. Weights that are fractions
/// p/q with q up to 2²⁰ (so every decimal of up to six places) are recognized; when `scale` can be
/// a common multiple of all p, every length is exact and ``isExact`` holds. Otherwise `scale` is a
/// common multiple of as many p as fit, smallest first, and the other lengths are rounded to the
/// unit, which is at most 2⁻³² of the shortest length. Even then, routes over ties of the same
/// weights in any order are equally long.
package enum TieLengths: Sendable {
  /// Lengths whose longest possible route fits in 62 bits.
  case narrow([Int64], scale: Double, isExact: Bool)
  /// Lengths that need up to 126 bits.
  case wide([Int128], scale: Double, isExact: Bool)

  /// Whether every length is exactly 1/weight.
  package var isExact: Bool {
    switch self {
    case .narrow(_, _, let isExact), .wide(_, _, let isExact): isExact
    }
  }

  /// The lengths for weights above 0 in a graph of so many actors.
  ///
  /// - Throws: ``MeasureError/weightRangeTooWide(measure:smallest:largest:)`` when even 126 bits
  ///   can't hold both the longest route and a unit of 2⁻³² of the shortest length.
  package init(weights: [Double], nodeCount: Int, measure: String) throws(MeasureError) {
    guard let smallest = weights.min(), let largest = weights.max() else {
      self = .narrow([], scale: 1, isExact: true)
      return
    }
    if largest < 0x1p-60 || smallest > 0x1p60 {
      try self.init(weights, around: largest < 1 ? largest : smallest, nodeCount, measure)
      return
    }
    let fractions = weights.map(Fraction.init(exactly:))
    let tops = Set(fractions.compactMap { $0?.numerator }).sorted()
    let allKnown = !fractions.contains { $0 == nil }
    let longestRoute = Double(max(1, nodeCount - 1)) / smallest
    let (narrow, narrowIsWhole) = Self.commonMultiple(of: tops, upTo: 0x1p62 / longestRoute)
    if allKnown, narrowIsWhole {
      self = .narrow(
        Self.scaled(weights, fractions, by: Int64(narrow)),
        scale: narrow,
        isExact: true
      )
      return
    }
    let (wide, wideIsWhole) = Self.commonMultiple(of: tops, upTo: 0x1p126 / longestRoute)
    if allKnown, wideIsWhole {
      self = .wide(
        Self.scaled(weights, fractions, by: Int128(wide)),
        scale: wide,
        isExact: true
      )
      return
    }
    let narrowScale = narrow * max(1, (0x1p62 / longestRoute / narrow).rounded(.down))
    if narrowScale < 0x1p62, narrowScale * longestRoute <= 0x1p62, narrowScale / largest >= 0x1p32 {
      self = .narrow(
        Self.scaled(weights, fractions, by: Int64(narrowScale)),
        scale: narrowScale,
        isExact: false
      )
      return
    }
    let wideScale = wide * max(1, (0x1p126 / longestRoute / wide).rounded(.down))
    guard wideScale < 0x1p126, wideScale * longestRoute <= 0x1p126, wideScale / largest >= 0x1p32
    else {
      throw .weightRangeTooWide(measure: measure, smallest: smallest, largest: largest)
    }
    self = .wide(
      Self.scaled(weights, fractions, by: Int128(wideScale)),
      scale: wideScale,
      isExact: false
    )
  }

  /// The lengths for weights that are all tiny or all huge: weights a power of two larger or
  /// smaller have the same shortest routes, and doubles hold them as exactly.
  private init(
    _ weights: [Double], around middle: Double, _ nodeCount: Int, _ measure: String
  ) throws(MeasureError) {
    let factor = Double(sign: .plus, exponent: -middle.exponent, significand: 1)
    let near = weights.map { $0 * factor }
    let (smallest, largest) = (weights.min() ?? middle, weights.max() ?? middle)
    guard factor.isNormal, near.allSatisfy({ $0.isNormal }) else {
      throw .weightRangeTooWide(measure: measure, smallest: smallest, largest: largest)
    }
    let lengths = try TieLengths(weights: near, nodeCount: nodeCount, measure: measure)
    switch lengths {
    case .narrow(let units, let scale, let isExact):
      self = .narrow(units, scale: scale / factor, isExact: isExact)
    case .wide(let units, let scale, let isExact):
      self = .wide(units, scale: scale / factor, isExact: isExact)
    }
    guard self.scale.isNormal else {
      throw .weightRangeTooWide(measure: measure, smallest: smallest, largest: largest)
    }
  }

  /// Units of length a length of 1 has.
  private var scale: Double {
    switch self {
    case .narrow(_, let scale, _), .wide(_, let scale, _): scale
    }
  }

  /// The least common multiple of as many numbers as stay below a bound, in order, and whether all
  /// of them did.
  private static func commonMultiple(of numbers: [Int64], upTo bound: Double) -> (Double, Bool) {
    var multiple: Int128 = 1
    var all = true
    for number in numbers {
      let shared = gcd(Int128(number), multiple)
      let (next, overflow) = (multiple / shared).multipliedReportingOverflow(by: Int128(number))
      // A scale is kept as a double; one that a double can't hold exactly would not be common.
      if overflow || Double(next) > bound || Int128(exactly: Double(next)) != next {
        all = false
      } else {
        multiple = next
      }
    }
    return (Double(multiple), all)
  }

  private static func scaled<Length: FixedWidthInteger>(
    _ weights: [Double],
    _ fractions: [Fraction?],
    by scale: Length
  ) -> [Length] {
    weights.indices.map { index in
      if let fraction = fractions[index] {
        let (parts, rest) = scale.quotientAndRemainder(dividingBy: Length(fraction.numerator))
        if rest == 0 { return parts * Length(fraction.denominator) }
      }
      return Length((Double(scale) / weights[index]).rounded(.toNearestOrEven))
    }
  }

  private static func gcd(_ first: Int128, _ second: Int128) -> Int128 {
    var (large, small) = (first, second)
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }

  /// A weight as a fraction in lowest terms.
  package struct Fraction: Hashable {
    package let numerator: Int64
    package let denominator: Int64

    /// The fraction with a denominator up to 2²⁰ whose nearest double is the weight, or nil.
    ///
    /// The convergents of the continued fraction are the only candidates: any fraction that close
    /// with so small a denominator is one of them.
    package init?(exactly weight: Double) {
      guard weight > 0, weight < 0x1p32 else { return nil }
      var rest = weight
      var (p0, q0, p1, q1): (Int64, Int64, Int64, Int64) = (0, 1, 1, 0)
      for _ in 0..<40 {
        let whole = rest.rounded(.down)
        guard whole < 0x1p40 else { return nil }
        let step = Int64(whole)
        let (p, pOverflow) = step.multipliedReportingOverflow(by: p1)
        let (q, qOverflow) = step.multipliedReportingOverflow(by: q1)
        guard !pOverflow, !qOverflow, p < 1 << 52, q + q0 <= 1 << 20 else { return nil }
        (p0, q0, p1, q1) = (p1, q1, p + p0, q + q0)
        if Double(p1) / Double(q1) == weight {
          numerator = p1
          denominator = q1
          return
        }
        let part = rest - whole
        guard part > 0 else { return nil }
        rest = 1 / part
      }
      return nil
    }
  }
}
