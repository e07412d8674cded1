/// Which nodes are known to be on the same side, or on opposite sides, of each other.
///
/// Union by size with path halving; each node remembers whether it is opposite to its parent.
package struct SideForest: Sendable {
  private var parent: [Int32]
  private var opposite: [Bool]
  private var size: [Int32]

  /// Nothing is known about `count` nodes.
  package init(count: Int) {
    parent = (0..<Int32(count)).map { $0 }
    opposite = [Bool](repeating: false, count: count)
    size = [Int32](repeating: 1, count: count)
  }

  /// The representative of a node's group, and whether the node is opposite to it.
  package mutating func find(_ node: Int32) -> (root: Int32, isOpposite: Bool) {
    var node = Int(node)
    var flipped = false
    while Int(parent[node]) != node {
      let up = Int(parent[node])
      opposite[node] = opposite[node] != (opposite[up] && Int(parent[up]) != up)
      parent[node] = parent[up]
      flipped = flipped != opposite[node]
      node = Int(parent[node])
    }
    return (Int32(node), flipped)
  }

  /// Puts two nodes together or apart; false where the opposite is known already.
  @discardableResult
  package mutating func join(_ a: Int32, _ b: Int32, opposite apart: Bool) -> Bool {
    let (rootA, flipA) = find(a)
    let (rootB, flipB) = find(b)
    if rootA == rootB { return (flipA != flipB) == apart }
    let (child, top) =
      size[Int(rootA)] < size[Int(rootB)] ? (Int(rootA), Int(rootB)) : (Int(rootB), Int(rootA))
    parent[child] = Int32(top)
    opposite[child] = (flipA != flipB) != apart
    size[top] += size[child]
    return true
  }

  /// Side 0 or 1 for every node: within each group, the smallest node is on side 0.
  package mutating func sides() -> [Int32] {
    var anchor = [Int8](repeating: -1, count: parent.count)
    var result = [Int32](repeating: 0, count: parent.count)
    for node in parent.indices {
      let (root, flipped) = find(Int32(node))
      if anchor[Int(root)] < 0 { anchor[Int(root)] = flipped ? 1 : 0 }
      result[node] = (flipped ? 1 : 0) == anchor[Int(root)] ? 0 : 1
    }
    return result
  }
}
