extension SignedTies {
  /// The actors of each connected component of two actors or more, ascending, with whether it is
  /// balanced: whether its actors fall into two sides with every positive tie inside a side and every
  /// negative tie between the sides.
  ///
  /// - Complexity: O(actors + ties).
  func tiedComponents() -> (components: [[Int32]], balanced: [Bool], places: [Int32]) {
    let (labels, count) = components()
    var members = [[Int32]](repeating: [], count: count)
    var places = [Int32](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      places[node] = Int32(members[Int(labels[node])].count)
      members[Int(labels[node])].append(Int32(node))
    }
    let tied = members.filter { $0.count > 1 }
    var side = [Int8](repeating: 0, count: nodeCount)
    var stack: [Int32] = []
    let balanced = tied.map { component in
      var holds = true
      side[Int(component[0])] = 1
      stack.append(component[0])
      while let node = stack.popLast() {
        for position in ties(of: node) {
          let other = Int(neighbors[position])
          let expected = weights[position] > 0 ? side[Int(node)] : -side[Int(node)]
          if side[other] == 0 {
            side[other] = expected
            stack.append(Int32(other))
          } else if side[other] != expected {
            holds = false
          }
        }
      }
      return holds
    }
    return (tied, balanced, places)
  }

  /// Whether every connected component falls into two sides with every positive tie inside a side
  /// and every negative tie between the sides; true for a graph without ties.
  ///
  /// Reference: Harary 1953, doi:10.1307/mmj/1028989917.
  ///
  /// - Complexity: O(actors + ties).
  public var isBalanced: Bool { tiedComponents().balanced.allSatisfy(\.self) }
}
