extension SignedCosts {
  /// A part of the graph under its own node numbers.
  package struct Part: Sendable {
    /// The part, with nodes `0..<nodes.count`.
    package let costs: SignedCosts
    /// The node of the whole that each node of the part is.
    package let nodes: [Int32]
  }

  /// The biconnected blocks that have an edge, each block before those that hang from it.
  ///
  /// Two blocks share at most one node, so every cycle lies within one block: the least cost of the
  /// whole is the sum over its blocks, and in this order each block meets those before it in at
  /// most one node.
  ///
  /// - Complexity: O(nodes + edges · log edges).
  package func blocks() -> [Part] {
    var depth = [Int32](repeating: -1, count: nodeCount)
    var low = [Int32](repeating: 0, count: nodeCount)
    var cursor = [Int](repeating: 0, count: nodeCount)
    var edgeStack: [Int32] = []
    var result: [[Int32]] = []
    for root in 0..<nodeCount where depth[root] < 0 {
      var path: [(node: Int, via: Int32)] = [(root, -1)]
      depth[root] = 0
      low[root] = 0
      cursor[root] = offsets[root]
      while let (node, via) = path.last {
        if cursor[node] < offsets[node + 1] {
          let edge = edges[cursor[node]]
          let other = Int(neighbours[cursor[node]])
          cursor[node] += 1
          if edge == via { continue }
          if depth[other] < 0 {
            edgeStack.append(edge)
            depth[other] = depth[node] + 1
            low[other] = depth[other]
            cursor[other] = offsets[other]
            path.append((other, edge))
          } else if depth[other] < depth[node] {
            edgeStack.append(edge)
            low[node] = min(low[node], depth[other])
          }
        } else {
          path.removeLast()
          guard let above = path.last?.node else { continue }
          low[above] = min(low[above], low[node])
          if low[node] >= depth[above] {
            var block: [Int32] = []
            while let edge = edgeStack.popLast() {
              block.append(edge)
              if edge == via { break }
            }
            result.append(block)
          }
        }
      }
    }
    // A block is complete only after those that hang from it: reversed, it comes before them.
    var local = [Int32](repeating: -1, count: nodeCount)
    return result.reversed().map { part(ofEdges: $0.sorted(), scratch: &local) }
  }

  /// The connected parts that have an edge, in the order of their smallest nodes.
  package func connectedParts() -> [Part] {
    let (count, of) = components()
    var edgesOf = [[Int32]](repeating: [], count: count)
    for edge in first.indices { edgesOf[Int(of[Int(first[edge])])].append(Int32(edge)) }
    var local = [Int32](repeating: -1, count: nodeCount)
    return edgesOf.filter { !$0.isEmpty }.map { part(ofEdges: $0, scratch: &local) }
  }

  /// The part that some edges make up.
  private func part(ofEdges chosen: [Int32], scratch local: inout [Int32]) -> Part {
    var nodes: [Int32] = []
    for edge in chosen {
      for node in [first[Int(edge)], second[Int(edge)]] where local[Int(node)] < 0 {
        local[Int(node)] = 0
        nodes.append(node)
      }
    }
    nodes.sort()
    for (index, node) in nodes.enumerated() { local[Int(node)] = Int32(index) }
    let costs = SignedCosts(
      nodeCount: nodes.count,
      edges: chosen.map {
        (local[Int(first[Int($0)])], local[Int(second[Int($0)])], weight[Int($0)])
      })
    for node in nodes { local[Int(node)] = -1 }
    return Part(costs: costs, nodes: nodes)
  }

  /// The connected component of each node, numbered from 0 in the order of their smallest nodes.
  package func components() -> (count: Int, of: [Int32]) {
    var component = [Int32](repeating: -1, count: nodeCount)
    var count: Int32 = 0
    var stack: [Int32] = []
    for root in 0..<nodeCount where component[root] < 0 {
      component[root] = count
      stack.append(Int32(root))
      while let node = stack.popLast() {
        for place in offsets[Int(node)]..<offsets[Int(node) + 1]
        where component[Int(neighbours[place])] < 0 {
          component[Int(neighbours[place])] = count
          stack.append(neighbours[place])
        }
      }
      count += 1
    }
    return (Int(count), component)
  }
}
