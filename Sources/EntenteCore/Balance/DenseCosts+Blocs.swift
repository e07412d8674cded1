extension DenseCosts {
  /// The best division into several blocs, with as few blocs as do it.
  ///
  /// Nodes are taken in one after the other, the last two first, then one more each time: what the
  /// nodes still to come pay among themselves is then known exactly, and with what each of them pays
  /// at least towards those already placed it bounds every attempt from below.
  ///
  /// - Parameters:
  ///   - most: the most blocs, at least 1.
  ///   - least: the fewest blocs, none of them empty; at most the number of nodes.
  /// - Returns: the bloc of each node, numbered in the order of their first nodes, and what they pay.
  /// - Complexity: exponential; some thousands of attempts for 12 nodes.
  ///
  /// Reference: Verfaillie, Lemaître & Schiex 1996, Russian doll search for solving constraint
  /// optimization problems, AAAI-96.
  package func bestDivision(most: Int, least: Int = 0) -> (blocs: [Int32], cost: Int64) {
    guard count > 0 else { return ([], 0) }
    var search = NestedSearch(self, most: min(max(most, 1), count), least: min(least, count))
    search.run()
    return search.best
  }

  /// All divisions into several blocs that pay as little as the best, with as few blocs as that.
  ///
  /// - Parameters:
  ///   - most: the most blocs, at least 1.
  ///   - least: the fewest blocs, none of them empty; at most the number of nodes.
  ///   - slack: by how much more a division may pay and still count as best.
  ///   - limit: how many to collect at most.
  /// - Returns: the blocs of each division, numbered in the order of their first nodes, the divisions in
  ///   ascending order; what the best pays; and whether there are no more.
  /// - Complexity: that of ``bestDivision(most:least:)``, and of each division that is found.
  package func bestDivisions(
    most: Int, least: Int = 0, slack: Int64 = 0, limit: Int
  ) -> (divisions: [[Int32]], cost: Int64, isComplete: Bool) {
    guard count > 0 else { return ([[]], 0, true) }
    var search = NestedSearch(self, most: min(max(most, 1), count), least: min(least, count))
    search.run()
    let cost = search.best.cost
    let found = search.all(slack: slack, limit: limit + 1)
    let divisions = found.prefix(limit).sorted { $0.lexicographicallyPrecedes($1) }
    return (divisions, cost, found.count <= limit)
  }
}

/// A search through the divisions of the last nodes of an order, of ever more of them.
private struct NestedSearch {
  private let count: Int
  private let most: Int
  private let least: Int
  /// Nodes with the largest costs first: they decide most.
  private let order: [Int]
  private let table: [Int64]
  /// What the nodes from each place on pay among themselves at least.
  private var inner: [Int64]
  /// The best division of the nodes looked at, by place.
  private var labels: [Int]
  private var rank = Int64.max

  /// The attempt: the bloc of each place, and what holds each place to each bloc.
  private var trial: [Int]
  private var pull: [Int64]
  private var positive: [Int64]
  private var first = 0
  /// What is collected once the best is known, and what it may pay with how many blocs.
  private var wanted: (count: Int, cost: Int64, blocs: Int)?
  private var found: [[Int32]] = []

  init(_ costs: DenseCosts, most: Int, least: Int) {
    let count = costs.count
    self.count = count
    self.most = most
    self.least = least
    let sums = (0..<count).map { node in
      (0..<count).reduce(Int64(0)) { $0 + abs(costs.table[node * count + $1]) }
    }
    let order = (0..<count).sorted { sums[$0] != sums[$1] ? sums[$0] > sums[$1] : $0 < $1 }
    self.order = order
    var table = [Int64](repeating: 0, count: count * count)
    for place in 0..<count {
      for other in 0..<count {
        table[place * count + other] = costs.table[order[place] * count + order[other]]
      }
    }
    self.table = table
    inner = [Int64](repeating: 0, count: count + 1)
    labels = [Int](repeating: 0, count: count)
    trial = labels
    pull = [Int64](repeating: 0, count: count * most)
    positive = [Int64](repeating: 0, count: count)
  }

  /// The best division of all nodes, in their own order.
  var best: (blocs: [Int32], cost: Int64) { (inOwnOrder(labels), rank >> 6) }

  private func inOwnOrder(_ labels: [Int]) -> [Int32] {
    var blocs = [Int32](repeating: 0, count: count)
    for place in 0..<count { blocs[order[place]] = Int32(labels[place]) }
    return blocs.inOrderOfAppearance()
  }

  /// All that pay as little as the best, after ``run()``, up to a limit.
  mutating func all(slack: Int64, limit: Int) -> [[Int32]] {
    wanted = (limit, rank >> 6 + slack, Int(rank & 63))
    place(0, used: 0, cost: 0)
    return found
  }

  mutating func run() {
    for start in (0..<count).reversed() {
      first = start
      // What was best without the new node, and the node where it fits best, is a good start.
      rank = start == 0 && least > 1 ? .max : startingRank()
      place(start, used: 0, cost: 0)
      inner[start] = rank >> 6
    }
  }

  /// Costs before numbers of blocs, which count for all nodes only.
  private func rank(_ cost: Int64, _ used: Int) -> Int64 {
    cost << 6 + (first == 0 ? Int64(used) : 0)
  }

  /// Whether what pays at least so much is of no use.
  private func isHopeless(_ cost: Int64, _ used: Int) -> Bool {
    guard let wanted else { return rank(cost, used) >= rank }
    return cost > wanted.cost || used > wanted.blocs || found.count >= wanted.count
  }

  private mutating func startingRank() -> Int64 {
    let used = ((first + 1)..<max(count, first + 1)).reduce(0) { max($0, labels[$1] + 1) }
    var pulls = [Int64](repeating: 0, count: used + 1)
    var positive: Int64 = 0
    for other in (first + 1)..<max(count, first + 1) {
      let weight = table[first * count + other]
      pulls[labels[other]] += weight
      positive += max(0, weight)
    }
    if used == most { pulls.removeLast() }
    let choice = pulls.indices.max { pulls[$0] < pulls[$1] } ?? 0
    labels[first] = choice
    return rank(inner[first + 1] + positive - pulls[choice], max(used, choice + 1))
  }

  /// Tries all blocs for the node at a place, and for those after it.
  private mutating func place(_ node: Int, used: Int, cost: Int64) {
    if node == count {
      guard used >= least || first > 0, !isHopeless(cost, used) else { return }
      if wanted != nil {
        found.append(inOwnOrder(trial))
        return
      }
      rank = rank(cost, used)
      labels.replaceSubrange(first..., with: trial[first...])
      return
    }
    if first == 0, used + count - node < least { return }
    for bloc in 0..<min(used + 1, most) {
      let paid = cost + positive[node] - pull[node * most + bloc]
      let now = max(used, bloc + 1)
      if isHopeless(paid + inner[node + 1], now) { continue }
      trial[node] = bloc
      var bound = paid + inner[node + 1]
      for later in (node + 1)..<max(count, node + 1) {
        let weight = table[node * count + later]
        pull[later * most + bloc] += weight
        positive[later] += max(0, weight)
        // Where the number of blocs allows it, a bloc of one's own parts from everybody.
        var strongest = now < most ? 0 : Int64.min
        for other in 0..<now { strongest = max(strongest, pull[later * most + other]) }
        bound += positive[later] - strongest
      }
      if !isHopeless(bound, now) { place(node + 1, used: now, cost: paid) }
      for later in (node + 1)..<max(count, node + 1) {
        let weight = table[node * count + later]
        pull[later * most + bloc] -= weight
        positive[later] -= max(0, weight)
      }
    }
  }
}
