/// A heap of places by distance, least first.
struct DistanceHeap {
  private var items: [(length: Double, place: Int32)] = []

  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  mutating func push(_ length: Double, _ place: Int32) {
    items.append((length, place))
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard length < items[parent].length else { break }
      items[child] = items[parent]
      child = parent
    }
    items[child] = (length, place)
  }

  mutating func pop() -> (length: Double, place: Int32)? {
    guard let top = items.first, let last = items.popLast() else { return nil }
    if items.isEmpty { return top }
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < items.count else { break }
      if child + 1 < items.count, items[child + 1].length < items[child].length { child += 1 }
      guard items[child].length < last.length else { break }
      items[parent] = items[child]
      parent = child
    }
    items[parent] = last
    return top
  }
}
