extension SignedCosts {
  /// Contracts edges that some optimum surely satisfies, until none is left.
  ///
  /// An edge that weighs at least as much as all other edges of one of its ends together can be
  /// satisfied at no loss: moving that end to where the edge wants it gains as much as it can cost.
  /// Nodes of degree 1 and 2 are special cases. What is learned goes into `sides`; with
  /// `positiveOnly` just positive edges are contracted, which is right for any number of blocs.
  ///
  /// - Parameters:
  ///   - nodes: what each node is called in `sides`.
  ///   - sides: receives who is together with whom and who is opposite.
  ///   - positiveOnly: leave negative edges alone.
  /// - Returns: the contracted graph, its nodes, and the cost that contraction made certain.
  /// - Complexity: O(edges · log edges) a round; rounds are few.
  package func contractingDominantEdges(
    nodes: [Int32], sides: inout SideForest, positiveOnly: Bool = false
  ) -> (part: Part, paid: Int64) {
    var part = Part(costs: self, nodes: nodes)
    var paid: Int64 = 0
    while true {
      let graph = part.costs
      var local = SideForest(count: graph.nodeCount)
      var touched = [Bool](repeating: false, count: graph.nodeCount)
      var contracted = false
      for node in 0..<graph.nodeCount where !touched[node] {
        var sum: Int64 = 0
        var heaviest: Int64 = 0
        var best = -1
        for place in graph.offsets[node]..<graph.offsets[node + 1] {
          let weight = graph.weight[Int(graph.edges[place])]
          sum += abs(weight)
          if positiveOnly ? weight > heaviest : abs(weight) > heaviest {
            heaviest = abs(weight)
            best = place
          }
        }
        // A contraction elsewhere only cancels weight among the other edges of this node, so the
        // test stays right as long as the node itself was not merged in this round.
        guard best >= 0, heaviest * 2 >= sum else { continue }
        let other = Int(graph.neighbours[best])
        let apart = graph.weight[Int(graph.edges[best])] < 0
        local.join(Int32(node), Int32(other), opposite: apart)
        sides.join(part.nodes[node], part.nodes[other], opposite: apart)
        touched[node] = true
        touched[other] = true
        contracted = true
      }
      guard contracted else { return (part, paid) }
      var kept: [Int32] = []
      var number = [Int32](repeating: -1, count: graph.nodeCount)
      for node in 0..<Int32(graph.nodeCount) where local.find(node).root == node {
        number[Int(node)] = Int32(kept.count)
        kept.append(node)
      }
      var joined: [(Int32, Int32, Int64)] = []
      var negative: Int64 = 0
      for edge in 0..<graph.edgeCount {
        let (a, flipA) = local.find(graph.first[edge])
        let (b, flipB) = local.find(graph.second[edge])
        let weight = flipA == flipB ? graph.weight[edge] : -graph.weight[edge]
        // With every node on its root's side an edge costs its weight if negative; the same sum
        // over the merged edges shows what merging made certain.
        if weight < 0 { negative -= weight }
        if a != b { joined.append((number[Int(a)], number[Int(b)], weight)) }
      }
      let next = SignedCosts(nodeCount: kept.count, edges: joined)
      for weight in next.weight where weight < 0 { negative += weight }
      paid += negative
      part = Part(costs: next, nodes: kept.map { part.nodes[Int($0)] })
    }
  }
}
