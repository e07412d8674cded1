/// The inner product of two vectors of one length.
///
/// Sixteen partial sums, added up in a fixed order: the processor can work on several at once, and the
/// result is the same on every machine.
func innerProduct(
  _ left: UnsafeBufferPointer<Double>, _ right: UnsafeBufferPointer<Double>
) -> Double {
  precondition(left.count == right.count)
  let (x, y) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
  var first = SIMD8<Double>.zero
  var second = SIMD8<Double>.zero
  let whole = left.count / 16 * 16
  for start in stride(from: 0, to: whole * 8, by: 128) {
    first +=
      x.loadUnaligned(fromByteOffset: start, as: SIMD8<Double>.self)
      * y.loadUnaligned(fromByteOffset: start, as: SIMD8<Double>.self)
    second +=
      x.loadUnaligned(fromByteOffset: start + 64, as: SIMD8<Double>.self)
      * y.loadUnaligned(fromByteOffset: start + 64, as: SIMD8<Double>.self)
  }
  var sum = (first + second).sum()
  for index in whole..<left.count { sum += left[index] * right[index] }
  return sum
}

/// The inner product of two vectors of one length.
func innerProduct(_ left: [Double], _ right: [Double]) -> Double {
  left.withUnsafeBufferPointer { left in
    right.withUnsafeBufferPointer { innerProduct(left, $0) }
  }
}
