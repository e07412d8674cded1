import EntenteCore

/// How many blocs a partition may have.
public enum BlocCount: Sendable, Hashable {
  /// Exactly this many, none empty.
  case exactly(Int)
  /// As many as are best, but no more than this.
  case atMost(Int)
  /// As many as are best.
  case free

  /// The most blocs allowed among some actors.
  func most(of actors: Int) -> Int {
    switch self {
    case .exactly(let count), .atMost(let count): min(count, max(actors, 1))
    case .free: max(actors, 1)
    }
  }

  /// The fewest blocs allowed.
  var least: Int {
    if case .exactly(let count) = self { count } else { 0 }
  }
}

/// The k-bloc line index as a partition problem.
///
/// With `x = 1` for a pair that is parted, every path between the ends of an edge obeys
/// `x(edge) ≤ Σ x(path)`. Columns are frustrated edges, so `x` is the column itself for a positive
/// edge and 1 less the column for a negative one. Where the number of blocs binds, any k + 1 nodes
/// have a pair that is together, and any spanning forest is cut often enough for the least number;
/// pairs without an edge get a column without cost when such a row needs them.
///
/// References: Grötschel & Wakabayashi 1989, doi:10.1007/BF01589097; Chopra & Rao 1993,
/// doi:10.1007/BF01581239.
final class BlocModel: CutModel {
  private(set) var costs: [Int64]
  private let graph: SignedCosts
  private let most: Int
  private let least: Int
  private var first: [Int32]
  private var second: [Int32]
  private var isNegative: [Bool]
  /// For each node its pairs: the other node and the column.
  private var pairs: [[(node: Int32, column: Int32)]]
  private var columnOf: [UInt64: Int32] = [:]
  private var distance: [Double]
  private var via: [Int32]
  private var heap = DistanceHeap()

  init(graph: SignedCosts, most: Int, least: Int) {
    self.graph = graph
    self.most = most
    self.least = least
    costs = graph.weight.map { abs($0) }
    first = graph.first
    second = graph.second
    isNegative = graph.weight.map { $0 < 0 }
    pairs = Array(repeating: [], count: graph.nodeCount)
    distance = [Double](repeating: .infinity, count: graph.nodeCount)
    via = [Int32](repeating: -1, count: graph.nodeCount)
    for column in first.indices { register(Int32(column)) }
  }

  private func register(_ column: Int32) {
    let a = first[Int(column)]
    let b = second[Int(column)]
    pairs[Int(a)].append((b, column))
    pairs[Int(b)].append((a, column))
    columnOf[UInt64(UInt32(a)) << 32 | UInt64(UInt32(b))] = column
  }

  /// The column of a pair, made where there is none.
  private func column(_ a: Int32, _ b: Int32) -> Int32 {
    let key = UInt64(UInt32(min(a, b))) << 32 | UInt64(UInt32(max(a, b)))
    if let known = columnOf[key] { return known }
    let column = Int32(costs.count)
    costs.append(0)
    first.append(min(a, b))
    second.append(max(a, b))
    isNegative.append(false)
    register(column)
    return column
  }

  /// How far a pair is parted at a point: 0 together, 1 apart.
  private func parted(_ column: Int, _ values: [Double]) -> Double {
    isNegative[column] ? 1 - values[column] : values[column]
  }

  /// A row `Σ x(up) − Σ x(down) ≥ bound` in terms of the columns.
  private func row(up: [Int32], down: [Int32], bound: Int32) -> CutRow {
    var plus: [Int32] = []
    var minus: [Int32] = []
    var bound = bound
    for column in up {
      if isNegative[Int(column)] {
        minus.append(column)
        bound -= 1
      } else {
        plus.append(column)
      }
    }
    for column in down {
      if isNegative[Int(column)] {
        plus.append(column)
        bound += 1
      } else {
        minus.append(column)
      }
    }
    return CutRow(plus: plus.sorted(), minus: minus.sorted(), bound: bound)
  }

  func startingRows() -> [CutRow] { [] }

  func propagate(_ fixed: inout [Int8]) -> Bool {
    guard fixed.contains(where: { $0 >= 0 }) else { return true }
    var groups = SideForest(count: graph.nodeCount)
    for column in fixed.indices where fixed[column] >= 0 {
      let together = (fixed[column] == 1) == isNegative[column]
      if together { groups.join(first[column], second[column], opposite: false) }
    }
    var separated = Set<UInt64>()
    func key(_ a: Int32, _ b: Int32) -> UInt64 {
      UInt64(UInt32(min(a, b))) << 32 | UInt64(UInt32(max(a, b)))
    }
    for column in fixed.indices where fixed[column] >= 0 {
      guard (fixed[column] == 1) != isNegative[column] else { continue }
      let a = groups.find(first[column]).root
      let b = groups.find(second[column]).root
      if a == b { return false }
      separated.insert(key(a, b))
    }
    for column in fixed.indices where fixed[column] < 0 {
      let a = groups.find(first[column]).root
      let b = groups.find(second[column]).root
      if a == b {
        fixed[column] = isNegative[column] ? 1 : 0
      } else if separated.contains(key(a, b)) {
        fixed[column] = isNegative[column] ? 0 : 1
      }
    }
    return true
  }

  func violatedRows(at values: [Double], stop: () -> Bool) -> [CutRow] {
    var found: [(violation: Double, row: CutRow)] = []
    let enough = max(300, 2 * costs.count)
    for node in 0..<graph.nodeCount {
      if stop() { break }
      search(from: node, values) { found.append(($0, $1)) }
      if found.count >= 3 * enough { break }
    }
    if let forest = forestRow(values) { found.append(forest) }
    if let clique = cliqueRow(values) { found.append(clique) }
    let order = found.indices.sorted {
      found[$0].violation != found[$1].violation
        ? found[$0].violation > found[$1].violation : $0 < $1
    }
    var seen = Set<CutRow>()
    return order.prefix(enough).compactMap {
      seen.insert(found[$0].row).inserted ? found[$0].row : nil
    }
  }

  /// Shortest paths from a node, against the pairs that claim to be further apart.
  private func search(
    from root: Int, _ values: [Double], emit: (Double, CutRow) -> Void
  ) {
    let least = UnbalancedCycles.leastViolation
    var reach = 0.0
    for (node, column) in pairs[root] where Int(node) > root {
      reach = max(reach, parted(Int(column), values))
    }
    reach -= least
    guard reach > 0 else { return }
    var touched = [root]
    distance[root] = 0
    heap.push(0, Int32(root))
    while let (length, top) = heap.pop() {
      let place = Int(top)
      if length > distance[place] { continue }
      for (node, column) in pairs[place] {
        // A small toll on every step prefers short paths, which make strong rows.
        let next = length + max(0, parted(Int(column), values)) + 1e-7
        guard next < reach, next < distance[Int(node)] else { continue }
        if distance[Int(node)] == .infinity { touched.append(Int(node)) }
        distance[Int(node)] = next
        via[Int(node)] = column
        heap.push(next, node)
      }
    }
    for (node, column) in pairs[root] where Int(node) > root {
      let claimed = parted(Int(column), values)
      guard distance[Int(node)] < claimed - least, via[Int(node)] != column else { continue }
      var path: [Int32] = []
      var place = node
      while Int(place) != root {
        let step = via[Int(place)]
        path.append(step)
        place = first[Int(step)] == place ? second[Int(step)] : first[Int(step)]
      }
      emit(claimed - distance[Int(node)], row(up: path, down: [column], bound: 0))
    }
    for place in touched {
      distance[place] = .infinity
      via[place] = -1
    }
    heap.removeAll()
  }

  /// A spanning forest that is cut less often than the least number of blocs asks for.
  private func forestRow(_ values: [Double]) -> (Double, CutRow)? {
    guard least > 1 else { return nil }
    let order = costs.indices.sorted {
      let a = parted($0, values)
      let b = parted($1, values)
      return a != b ? a < b : $0 < $1
    }
    var groups = SideForest(count: graph.nodeCount)
    var tree: [Int32] = []
    var sum = 0.0
    for column in order {
      let a = groups.find(first[column]).root
      guard a != groups.find(second[column]).root else { continue }
      groups.join(first[column], second[column], opposite: false)
      tree.append(Int32(column))
      sum += parted(column, values)
    }
    let needed = Double(least - (graph.nodeCount - tree.count))
    guard sum < needed - UnbalancedCycles.leastViolation else { return nil }
    return (needed - sum, row(up: tree, down: [], bound: Int32(needed)))
  }

  /// Greedily, k + 1 nodes with all pairs known that are parted too much in all.
  private func cliqueRow(_ values: [Double]) -> (Double, CutRow)? {
    guard most + 1 <= graph.nodeCount else { return nil }
    var best: (Double, CutRow)?
    for root in 0..<graph.nodeCount {
      var chosen = [Int32(root)]
      var columns: [Int32] = []
      var together = 0.0
      var joinable: [Int32: (sum: Double, columns: [Int32])] = [:]
      for (node, column) in pairs[root] {
        joinable[node] = (1 - parted(Int(column), values), [column])
      }
      while chosen.count <= most {
        let next = joinable.min {
          $0.value.sum != $1.value.sum ? $0.value.sum < $1.value.sum : $0.key < $1.key
        }
        guard let next, together + next.value.sum < 1 - UnbalancedCycles.leastViolation else {
          break
        }
        chosen.append(next.key)
        together += next.value.sum
        columns += next.value.columns
        var narrowed: [Int32: (sum: Double, columns: [Int32])] = [:]
        for (node, column) in pairs[Int(next.key)] {
          guard let known = joinable[node], node != next.key else { continue }
          narrowed[node] = (
            known.sum + 1 - parted(Int(column), values), known.columns + [column]
          )
        }
        joinable = narrowed
      }
      if chosen.count == most + 1, together < (best.map { 1 - $0.0 } ?? 1) {
        best = (1 - together, clique(columns))
      }
    }
    return best
  }

  /// Among k + 1 nodes at least one pair is together.
  private func clique(_ columns: [Int32]) -> CutRow {
    row(up: [], down: columns, bound: 1 - Int32(columns.count))
  }

  func partition(near values: [Double]) -> (blocs: [Int32], cost: Int64) {
    let blocs = graph.blocs(
      merging: groups(values, threshold: 0.5), most: most, least: least)
    return (blocs, graph.cost(of: blocs))
  }

  func point(of blocs: [Int32]) -> [Double] {
    first.indices.map { column in
      let together = blocs[Int(first[column])] == blocs[Int(second[column])]
      return together == isNegative[column] ? 1 : 0
    }
  }

  func copy() -> (any CutModel)? { nil }

  /// Nodes joined by pairs that are nearer together than apart.
  private func groups(_ values: [Double], threshold: Double) -> [Int32] {
    var forest = SideForest(count: graph.nodeCount)
    for column in costs.indices where parted(column, values) < threshold {
      forest.join(first[column], second[column], opposite: false)
    }
    return (0..<Int32(graph.nodeCount)).map { forest.find($0).root }.inOrderOfAppearance()
  }

  func refine(at values: [Double]) -> [CutRow] {
    let blocs = graph.blocs(
      merging: groups(values, threshold: 0.5), most: most, least: least)
    var cost: Int64 = 0
    for column in costs.indices where values[column] > 0.5 { cost += costs[column] }
    // Groups that share a bloc at no cost are no offence.
    if graph.cost(of: blocs) <= cost { return [] }
    let labels = groups(values, threshold: 0.5)
    var members: [Int32: Int32] = [:]
    for (node, label) in labels.enumerated() where members[label] == nil {
      members[label] = Int32(node)
    }
    // One node of each group, those with the heaviest negative ties first.
    let candidates = members.values.sorted {
      let a = pairs[Int($0)].reduce(0) { $0 + (isNegative[Int($1.column)] ? 1 : 0) }
      let b = pairs[Int($1)].reduce(0) { $0 + (isNegative[Int($1.column)] ? 1 : 0) }
      return a != b ? a > b : $0 < $1
    }
    let chosen = candidates.prefix(most + 1)
    guard chosen.count == most + 1 else { return [] }
    var columns: [Int32] = []
    for (index, a) in chosen.enumerated() {
      for b in chosen.dropFirst(index + 1) { columns.append(column(a, b)) }
    }
    return [clique(columns)]
  }
}
