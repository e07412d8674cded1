extension LeidenSearch {
  /// Moves nodes to the bloc where modularity gains most, until no single move gains.
  ///
  /// Nodes wait in a queue; when one moves, those tied to it that are now in another bloc are queued
  /// again.
  ///
  /// - Returns: whether anything moved.
  @discardableResult
  func move(_ graph: borrowing LeidenGraph, _ generator: inout SeededGenerator)
    throws(PartitionError) -> Bool
  {
    let count = graph.nodeCount
    let labels = graph.labels.prefix(count)
    let blocs = FixedBuffer(repeating: SIMD2<Double>.zero, count: count)
    let sizes = FixedBuffer(repeating: Int32(0), count: count)
    for node in 0..<count {
      blocs[labels[node]] += graph.strengths[node]
      sizes[labels[node]] += 1
    }
    // The labels in use, then the free ones; `slot` says where each label stands.
    let listed = FixedBuffer(
      (0..<Int32(count)).filter { sizes[$0] > 0 } + (0..<Int32(count)).filter { sizes[$0] == 0 })
    let slot = FixedBuffer(repeating: Int32(0), count: count)
    for place in 0..<count { slot[listed[place]] = Int32(place) }
    var used = (0..<count).count { sizes[$0] > 0 }
    // A node may join a bloc without a tie to it, where trying all blocs costs no more than a few
    // visits of all ties.
    let budget = max(4_000_000, 4 * graph.neighbors.count)
    let queue = FixedBuffer(Self.order(count, &generator))
    let queued = FixedBuffer(repeating: true, count: count)
    for node in 0..<count { cells[node].visit = -1 }
    var head = 0
    var waiting = count
    var visit: Int32 = 0
    var moved = false
    // Gains above rounding can't go on forever; the limit is for weights that leave only rounding.
    var visits = 200 * count
    while waiting > 0, visits > 0 {
      visits -= 1
      if visits % 4_096 == 0, control.isCancelled() { throw .cancelled }
      let node = queue[head]
      head = head + 1 == count ? 0 : head + 1
      waiting -= 1
      queued[node] = false
      let own = graph.labels[node]
      let strength = graph.strengths[node]
      let expected = chance * strength
      blocs[own] -= strength
      sizes[own] -= 1
      visit = visit == Int32.max ? 0 : visit + 1
      let found = sum(graph, node, visit, from: own)
      var best = own
      let stay = cells[own].weight - (expected * blocs[own]).sum()
      var gain = stay + 1e-12 * (strength.x + strength.y)
      for index in 0..<found {
        let bloc = met[index]
        let value = cells[bloc].weight - (expected * blocs[bloc]).sum()
        if value > gain {
          gain = value
          best = bloc
        }
      }
      if strength.y > 0, used * count <= budget {
        for place in 0..<used where cells[listed[place]].visit != visit {
          let bloc = listed[place]
          let value = -(expected * blocs[bloc]).sum()
          if value > gain {
            gain = value
            best = bloc
          }
        }
      }
      if gain < 0, sizes[own] > 0, used < count {
        best = listed[used]
        used += 1
      }
      blocs[best] += strength
      sizes[best] += 1
      guard best != own else { continue }
      moved = true
      if sizes[own] == 0 {
        blocs[own] = .zero
        used -= 1
        let (place, last) = (slot[own], listed[used])
        listed[place] = last
        listed[used] = own
        slot[last] = place
        slot[own] = Int32(used)
      }
      graph.labels[node] = best
      for position in graph.offsets[Int(node)]..<graph.offsets[Int(node) + 1] {
        let other = graph.neighbors[position]
        if graph.labels[other] != best, !queued[other] {
          queued[other] = true
          var tail = head + waiting
          if tail >= count { tail -= count }
          queue[tail] = other
          waiting += 1
        }
      }
    }
    return moved
  }

  /// A random order of the nodes. In a large graph runs of nodes stay together, because ties that lie
  /// side by side in memory are then read side by side: a third less time, and no worse blocs.
  private static func order(_ count: Int, _ generator: inout SeededGenerator) -> [Int32] {
    let run = count > 4_096 ? 32 : 1
    var result: [Int32] = []
    result.reserveCapacity(count)
    for start in stride(from: 0, to: count, by: run).shuffled(using: &generator) {
      for node in start..<min(start + run, count) { result.append(Int32(node)) }
    }
    return result
  }

  /// Adds up the ties of a node to each bloc, and returns how many blocs it met besides `own`.
  @inline(__always)
  private func sum(
    _ graph: borrowing LeidenGraph, _ node: Int32, _ visit: Int32, from own: Int32
  ) -> Int {
    cells[own] = LeidenCell(weight: 0, visit: visit)
    var found = 0
    for position in graph.offsets[Int(node)]..<graph.offsets[Int(node) + 1] {
      let bloc = graph.labels[graph.neighbors[position]]
      let weight = graph.weights[position]
      if cells[bloc].visit == visit {
        cells[bloc].weight += weight
      } else {
        cells[bloc] = LeidenCell(weight: weight, visit: visit)
        met[found] = bloc
        found += 1
      }
    }
    return found
  }

  /// Joins the nodes of each bloc again from single ones into parts that hold together.
  ///
  /// A node that is still alone joins the part of its own bloc where modularity gains most, if both
  /// are tied to the rest of the bloc by no less than chance.
  ///
  /// - Returns: the part of each node, numbered from 0 without gaps.
  func refine(_ graph: borrowing LeidenGraph) -> [Int32] {
    let count = graph.nodeCount
    let blocs = FixedBuffer(repeating: SIMD2<Double>.zero, count: count)
    // Each part has its strengths, and its ties to the rest of its bloc.
    let parts = FixedBuffer((0..<Int32(count)).map { $0 })
    let strengths = FixedBuffer(graph.strengths.prefix(count))
    let outward = FixedBuffer(repeating: 0.0, count: count)
    let alone = FixedBuffer(repeating: true, count: count)
    for node in 0..<count {
      blocs[graph.labels[node]] += graph.strengths[node]
      cells[node].visit = -1
      var sum = 0.0
      for position in graph.offsets[node]..<graph.offsets[node + 1]
      where graph.labels[graph.neighbors[position]] == graph.labels[node] {
        sum += graph.weights[position]
      }
      outward[node] = sum
    }
    for node in 0..<Int32(count) where alone[node] {
      let label = graph.labels[node]
      let strength = graph.strengths[node]
      let expected = chance * strength
      let whole = blocs[label]
      let toBloc = outward[node]
      guard toBloc >= (expected * (whole - strength)).sum() else { continue }
      var found = 0
      for position in graph.offsets[Int(node)]..<graph.offsets[Int(node) + 1] {
        let other = graph.neighbors[position]
        guard graph.labels[other] == label else { continue }
        let part = parts[other]
        if cells[part].visit == node {
          cells[part].weight += graph.weights[position]
        } else {
          cells[part] = LeidenCell(weight: graph.weights[position], visit: node)
          met[found] = part
          found += 1
        }
      }
      var best = node
      var gain = 1e-12 * (strength.x + strength.y)
      for index in 0..<found {
        let part = met[index]
        let value = cells[part].weight - (expected * strengths[part]).sum()
        guard value > gain else { continue }
        let rest = whole - strengths[part]
        if outward[part] >= (chance * strengths[part] * rest).sum() {
          gain = value
          best = part
        }
      }
      guard best != node else { continue }
      parts[node] = best
      alone[node] = false
      alone[best] = false
      strengths[best] += strength
      outward[best] += toBloc - 2 * cells[best].weight
    }
    return Partition(dense: parts.prefix(count), count: count).labels
  }

  /// The graph whose nodes are the parts, each in the bloc that its members are in.
  func contract(_ graph: borrowing LeidenGraph, parts: [Int32]) -> LeidenGraph {
    let count = graph.nodeCount
    let size = parts.reduce(-1) { max($0, Int($1)) } + 1
    var starts = [Int](repeating: 0, count: size + 1)
    for part in parts { starts[Int(part) + 1] += 1 }
    for part in 0..<size { starts[part + 1] += starts[part] }
    var cursor = starts
    let members = FixedBuffer(repeating: Int32(0), count: count)
    let strengths = FixedBuffer(repeating: SIMD2<Double>.zero, count: size)
    for node in 0..<count {
      let part = Int(parts[node])
      members[cursor[part]] = Int32(node)
      cursor[part] += 1
      strengths[part] += graph.strengths[node]
    }
    for part in 0..<size { cells[part].visit = -1 }
    let partOf = FixedBuffer(parts)
    let neighbors = FixedBuffer(repeating: Int32(0), count: graph.neighbors.count)
    let weights = FixedBuffer(repeating: 0.0, count: graph.neighbors.count)
    var offsets = [0]
    offsets.reserveCapacity(size + 1)
    var length = 0
    for part in 0..<Int32(size) {
      var found = 0
      for place in starts[Int(part)]..<starts[Int(part) + 1] {
        let node = Int(members[place])
        for position in graph.offsets[node]..<graph.offsets[node + 1] {
          let other = partOf[graph.neighbors[position]]
          if other == part { continue }
          if cells[other].visit == part {
            cells[other].weight += graph.weights[position]
          } else {
            cells[other] = LeidenCell(weight: graph.weights[position], visit: part)
            met[found] = other
            found += 1
          }
        }
      }
      for index in 0..<found {
        neighbors[length] = met[index]
        weights[length] = cells[met[index]].weight
        length += 1
      }
      offsets.append(length)
    }
    // The labels of the level below, numbered again so that they are below the number of parts.
    let blocs = Partition(dense: (0..<size).map { graph.labels[members[starts[$0]]] }, count: count)
    return LeidenGraph(
      offsets: offsets, neighbors: FixedBuffer(neighbors.prefix(length)),
      weights: FixedBuffer(weights.prefix(length)), strengths: strengths,
      labels: FixedBuffer(blocs.labels))
  }
}
