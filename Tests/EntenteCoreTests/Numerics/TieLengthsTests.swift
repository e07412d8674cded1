import EntenteCore
import Testing

@Suite struct TieLengthsTests {
  @Test func decimalsAndFractionsAreFound() {
    for (weight, top, bottom) in [
      (0.5, 1, 2), (3, 3, 1), (1.7, 17, 10), (10.0 / 3, 10, 3), (0.000001, 1, 1_000_000),
      (9.999999, 9_999_999, 1_000_000), (2.5, 5, 2),
    ] as [(Double, Int64, Int64)] {
      let fraction = TieLengths.Fraction(exactly: weight)
      #expect(fraction?.numerator == top)
      #expect(fraction?.denominator == bottom)
    }
    for weight in [(0.5).squareRoot(), 1e-300, 1e300, Double.pi] {
      #expect(TieLengths.Fraction(exactly: weight) == nil)
    }
  }

  @Test func exactWhereACommonUnitExists() throws {
    let lengths = try TieLengths(weights: [3, 1, 2, 1.7, 0.85], nodeCount: 5, measure: "test")
    guard case .narrow(let values, let scale, true) = lengths else {
      Issue.record("expected exact lengths within 62 bits")
      return
    }
    #expect(scale == 102)
    #expect(values == [34, 102, 51, 60, 120])
  }

  @Test func moreBitsBeforeRounding() throws {
    // The least common multiple of fifteen primes needs more than 62 bits but fewer than 126.
    let primes: [Double] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41]
    guard
      case .wide(let values, let scale, true) = try TieLengths(
        weights: primes,
        nodeCount: 1 << 20,
        measure: "test"
      )
    else {
      Issue.record("expected exact lengths within 126 bits")
      return
    }
    for (value, prime) in zip(values, primes) {
      #expect(value * Int128(prime) == Int128(scale))
    }
  }

  @Test func roundedLengthsKeepTheirPrecisionAndTheOrderOfAddition() throws {
    var generator = SeededGenerator(seed: 5)
    let weights = (0..<1000).map { _ in 1 + 9 * generator.unit() }
    guard
      case .narrow(let values, let scale, false) = try TieLengths(
        weights: weights,
        nodeCount: 10_000,
        measure: "test"
      )
    else {
      Issue.record("expected rounded lengths within 62 bits")
      return
    }
    for (value, weight) in zip(values, weights) {
      #expect(abs(Double(value) / scale * weight - 1) < 0x1p-32)
      #expect(Double(value) * 9_999 < 0x1p62)
    }
  }

  @Test func rangeDecidesBetweenMoreBitsAndRefusal() throws {
    let far = try TieLengths(
      weights: [1e-13, (0.5).squareRoot(), 10],
      nodeCount: 100,
      measure: "t"
    )
    #expect({ if case .wide = far { true } else { false } }())
    #expect(throws: MeasureError.weightRangeTooWide(measure: "t", smallest: 1e-40, largest: 10)) {
      try TieLengths(weights: [1e-40, 10], nodeCount: 3, measure: "t")
    }
  }
}
