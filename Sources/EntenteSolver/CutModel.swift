/// What a branch-and-cut search needs to know about a problem.
///
/// Columns are edges of a signed graph; 1 means that the edge is frustrated.
protocol CutModel: AnyObject {
  /// What each column costs at 1, at least 0. May grow during the search, never shrink.
  var costs: [Int64] { get }

  /// Rows to begin with.
  func startingRows() -> [CutRow]

  /// Derives what follows from the columns fixed so far; false where they contradict each other.
  func propagate(_ fixed: inout [Int8]) -> Bool

  /// Rows that every partition satisfies and this point does not, worst first.
  func violatedRows(at values: [Double], stop: () -> Bool) -> [CutRow]

  /// A partition that follows the point where it can.
  func partition(near values: [Double]) -> (blocs: [Int32], cost: Int64)

  /// The point that a partition is.
  func point(of blocs: [Int32]) -> [Double]

  /// A model of the same problem for use at the same time, or nil where columns may still grow.
  func copy() -> (any CutModel)?

  /// Called when the point is integral and violates no known row: rows that it violates all the
  /// same, possibly over new columns. Empty where the point is a partition.
  func refine(at values: [Double]) -> [CutRow]
}

/// An open node of the search.
struct CutNode: Sendable {
  /// Per column 0 or 1 where it is fixed, −1 where it is free.
  var fixed: [Int8]
  /// What is known to be a lower bound for everything below this node, in units of cost.
  var bound: Int64
  /// How many decisions led here.
  var depth: Int
  /// The order in which nodes were made, to break ties the same way each time.
  var serial: Int
  /// The parent's basis, where it is known: columns, and the rows in it by their serial numbers.
  var columnBasis: [(constraint: UInt8, w: UInt8)]
  var rowBasis: [Int: UInt8]

  /// The root.
  init(columns: Int) {
    fixed = [Int8](repeating: -1, count: columns)
    bound = 0
    depth = 0
    serial = 0
    columnBasis = []
    rowBasis = [:]
  }

  /// Whether this node is to be looked at before another.
  func precedes(_ other: CutNode) -> Bool {
    if bound != other.bound { return bound < other.bound }
    if depth != other.depth { return depth > other.depth }
    return serial < other.serial
  }
}

/// Open nodes, least bound first.
struct CutNodeQueue {
  private var heap: [CutNode] = []

  var isEmpty: Bool { heap.isEmpty }
  var count: Int { heap.count }
  /// The least bound of all open nodes.
  var leastBound: Int64? { heap.first?.bound }

  mutating func push(_ node: CutNode) {
    heap.append(node)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { break }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> CutNode? {
    guard let top = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2]
        where child < heap.count && heap[child].precedes(heap[least]) { least = child }
        if least == parent { break }
        heap.swapAt(parent, least)
        parent = least
      }
    }
    return top
  }
}
