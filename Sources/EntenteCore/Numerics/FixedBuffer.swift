/// A block of numbers of fixed length for hot loops, owned by one place and freed with it.
///
/// Subscripts are checked in debug builds only: the loops that use this take their indices from
/// graphs and labels that were validated when they were made.
struct FixedBuffer<Element: BitwiseCopyable>: ~Copyable {
  let count: Int
  private let base: UnsafeMutablePointer<Element>

  init(repeating value: Element, count: Int) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: count)
  }

  init(_ array: [Element]) {
    count = array.count
    base = .allocate(capacity: max(count, 1))
    array.withUnsafeBufferPointer { source in
      if let address = source.baseAddress { base.initialize(from: address, count: source.count) }
    }
  }

  deinit { base.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  subscript(index: Int32) -> Element {
    @inline(__always) get { self[Int(index)] }
    @inline(__always) nonmutating set { self[Int(index)] = newValue }
  }

  /// The elements from the start up to a place.
  func prefix(_ length: Int) -> [Element] {
    assert(length <= count)
    return Array(UnsafeBufferPointer(start: base, count: length))
  }
}
