/// A small seeded generator: the same seed gives the same numbers on every machine.
///
/// Reference: Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that starts from a seed.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  @inlinable
  package mutating func next() -> UInt64 { advance() }

  @usableFromInline
  package mutating func advance() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number from 0 up to but not including `bound`, which is at least 1.
  package mutating func below(_ bound: Int) -> Int {
    Int(advance().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number from 0 up to but not including 1.
  package mutating func unit() -> Double { Double(advance() >> 11) * 0x1p-53 }
}
