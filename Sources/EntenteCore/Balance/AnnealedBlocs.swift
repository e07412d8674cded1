import RealModule

extension SignedCosts {
  /// A good partition into several blocs by simulated annealing; no promise that it is best.
  ///
  /// - Parameters:
  ///   - most: the most blocs, at least 1.
  ///   - least: the fewest blocs, none of them empty; at most the number of nodes.
  ///   - seed: the seed of the generator.
  ///   - restarts: how many independent runs.
  ///   - budget: about how many elementary steps to spend in all.
  ///   - stop: asked now and then; true ends the search with what it has.
  package func annealedBlocs(
    most: Int, least: Int, seed: UInt64, restarts: Int = 10, budget: Int = 40_000_000,
    stop: () -> Bool = { false }
  ) -> (blocs: [Int32], cost: Int64) {
    var generator = SeededGenerator(seed: seed)
    var best = blocs(
      merging: [Int32](repeating: 0, count: nodeCount), most: most, least: least, stop: stop)
    var bestCost = cost(of: best)
    guard nodeCount > 1, edgeCount > 0, most > 1, bestCost > 0 else { return (best, bestCost) }
    let sweepWork = 2 * (nodeCount + 2 * edgeCount)
    let sweeps = min(120, budget / (2 * sweepWork))
    guard sweeps >= 4 else { return (best, bestCost) }
    let runs = max(1, min(restarts, budget / (sweepWork * sweeps)))
    for run in 0..<runs where bestCost > 0 && !stop() {
      let spread = run % 2 == 0 ? min(most, 8) : min(most, 3)
      var trial = (0..<nodeCount).map { _ in Int32(generator.below(spread)) }
      trial = blocs(merging: trial, most: most, least: least, stop: stop)
      anneal(&trial, most: most, least: least, sweeps: sweeps, &generator, stop)
      let found = cost(of: trial)
      if found < bestCost {
        bestCost = found
        best = trial
      }
    }
    return (best, bestCost)
  }

  /// A partition between the two numbers of blocs that starts from groups of nodes.
  ///
  /// Groups are kept where the numbers allow it; then single nodes move while that pays, or until
  /// `stop` says so.
  package func blocs(
    merging groups: [Int32], most: Int, least: Int, stop: () -> Bool = { false }
  ) -> [Int32] {
    var state = BlocState(labels: groups, nodeCount: nodeCount)
    while state.count > most { mergeSmallest(&state) }
    if state.count < min(least, nodeCount) {
      // Split off the nodes that their own blocs will miss least.
      let losses = (0..<nodeCount).map { pull($0, state.bloc[$0], state) }
      for node in (0..<nodeCount).sorted(by: { (losses[$0], $0) < (losses[$1], $1) })
      where state.count < least && state.size[Int(state.bloc[node])] > 1 {
        state.move(node, to: state.freeLabel())
      }
    }
    var isImproving = true
    while isImproving {
      isImproving = false
      for node in 0..<nodeCount {
        if node & 4095 == 4095, stop() { return state.canonical() }
        if let better = bestMove(node, &state, most: most, least: least) {
          state.move(node, to: better)
          isImproving = true
        }
      }
    }
    return state.canonical()
  }

  /// Joins the smallest bloc to the one that costs least.
  private func mergeSmallest(_ state: inout BlocState) {
    let used = state.size.indices.filter { state.size[$0] > 0 }
    guard let smallest = used.min(by: { (state.size[$0], $0) < (state.size[$1], $1) }) else {
      return
    }
    var gains: [Int32: Int64] = [:]
    let members = state.bloc.indices.filter { Int(state.bloc[$0]) == smallest }
    for node in members {
      for place in offsets[node]..<offsets[node + 1] {
        gains[state.bloc[Int(neighbours[place])], default: 0] += weight[Int(edges[place])]
      }
    }
    let others = used.filter { $0 != smallest }
    let target = others.max {
      let a = gains[Int32($0)] ?? 0
      let b = gains[Int32($1)] ?? 0
      return a != b ? a < b : $0 > $1
    }
    guard let target else { return }
    for node in members { state.move(node, to: Int32(target)) }
  }

  /// The weight that draws a node to a bloc.
  private func pull(_ node: Int, _ bloc: Int32, _ state: BlocState) -> Int64 {
    var sum: Int64 = 0
    for place in offsets[node]..<offsets[node + 1]
    where state.bloc[Int(neighbours[place])] == bloc { sum += weight[Int(edges[place])] }
    return sum
  }

  /// The bloc that a node gains most by moving to, or nil where staying is as good.
  private func bestMove(_ node: Int, _ state: inout BlocState, most: Int, least: Int) -> Int32? {
    let own = state.bloc[node]
    if state.size[Int(own)] == 1, state.count <= least { return nil }
    var pulls: [(bloc: Int32, sum: Int64)] = []
    var here: Int64 = 0
    for place in offsets[node]..<offsets[node + 1] {
      let bloc = state.bloc[Int(neighbours[place])]
      let value = weight[Int(edges[place])]
      if bloc == own {
        here += value
      } else if let known = pulls.firstIndex(where: { $0.bloc == bloc }) {
        pulls[known].sum += value
      } else {
        pulls.append((bloc, value))
      }
    }
    var best: (bloc: Int32, sum: Int64)?
    for pull in pulls where pull.sum > (best?.sum ?? here) { best = pull }
    if (best?.sum ?? here) < 0 {
      // Nobody here is a friend: a bloc without neighbours, or a new one, costs nothing.
      var seen = 0
      for bloc in state.size.indices where state.size[bloc] > 0 {
        if Int(own) != bloc, !pulls.contains(where: { Int($0.bloc) == bloc }) {
          return Int32(bloc)
        }
        seen += 1
        if seen == state.count { break }
      }
      if state.count < most, state.size[Int(own)] > 1 { return state.freeLabel() }
    }
    return best?.bloc
  }

  private func anneal(
    _ blocs: inout [Int32], most: Int, least: Int, sweeps: Int, _ generator: inout SeededGenerator,
    _ stop: () -> Bool
  ) {
    var state = BlocState(labels: blocs, nodeCount: nodeCount)
    let mean = Double(total) / Double(edgeCount)
    let degree = 2 * Double(edgeCount) / Double(nodeCount)
    var temperature = mean * Double.sqrt(max(degree, 1))
    let factor = Double.exp(Double.log(mean * 0.15 / temperature) / Double(sweeps))
    for sweep in 0..<sweeps {
      for node in 0..<nodeCount {
        let own = state.bloc[node]
        var target = own
        let draw = generator.below(8)
        if draw == 0, state.count < most {
          target = state.freeLabel()
        } else if draw < 3 {
          target = state.bloc[generator.below(nodeCount)]
        } else if offsets[node + 1] > offsets[node] {
          let place = offsets[node] + generator.below(offsets[node + 1] - offsets[node])
          target = state.bloc[Int(neighbours[place])]
        }
        if target == own { continue }
        if state.size[Int(own)] == 1, state.count <= least { continue }
        let rise = pull(node, own, state) - pull(node, target, state)
        if rise > 0, generator.unit() >= Double.exp(-Double(rise) / temperature) { continue }
        state.move(node, to: target)
      }
      temperature *= factor
      if sweep & 7 == 7 || edgeCount > 100_000, stop() { break }
    }
    blocs = self.blocs(merging: state.bloc, most: most, least: least, stop: stop)
  }
}

/// Labels with the size of each, one label a node at most.
private struct BlocState {
  var bloc: [Int32]
  var size: [Int]
  var count: Int
  /// Labels that may be free; those above all used ones are not listed.
  private var emptied: [Int32] = []
  private var next: Int32

  init(labels: [Int32], nodeCount: Int) {
    bloc = labels.inOrderOfAppearance()
    size = [Int](repeating: 0, count: max(nodeCount, 1))
    for label in bloc { size[Int(label)] += 1 }
    count = size.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
    next = Int32(count)
  }

  mutating func move(_ node: Int, to label: Int32) {
    let own = Int(bloc[node])
    size[own] -= 1
    if size[own] == 0 {
      count -= 1
      emptied.append(Int32(own))
    }
    if size[Int(label)] == 0 { count += 1 }
    size[Int(label)] += 1
    bloc[node] = label
  }

  /// A label that no node has; there is one wherever some bloc has two nodes.
  mutating func freeLabel() -> Int32 {
    while let last = emptied.last {
      if size[Int(last)] == 0 { return last }
      emptied.removeLast()
    }
    while size[Int(next)] > 0 { next += 1 }
    return next
  }

  func canonical() -> [Int32] { bloc.inOrderOfAppearance() }
}

extension [Int32] {
  /// The same partition with blocs numbered from 0 in the order of their first members.
  package func inOrderOfAppearance() -> [Int32] {
    var label: [Int32: Int32] = [:]
    return map { old in
      if let known = label[old] { return known }
      let next = Int32(label.count)
      label[old] = next
      return next
    }
  }
}
