/// A division of the actors into blocs.
///
/// Labels are canonical: blocs are numbered in the order of their lowest actor, so two partitions
/// that divide the actors alike are equal, whatever the labels they were made from.
///
/// ```swift
/// Partition(labels: ["north", "south", "north"]) == Partition(labels: [7, 3, 7])  // 0, 1, 0
/// ```
public struct Partition: Sendable, Hashable {
  /// The bloc of each actor, `0..<blocCount`.
  public let labels: [Int32]
  /// How many blocs there are.
  public let blocCount: Int

  /// Makes the labels canonical.
  ///
  /// - Parameter labels: any label for each actor; equal labels mean the same bloc.
  /// - Complexity: O(actors).
  public init<Label: Hashable>(labels: [Label]) {
    var numbers: [Label: Int32] = [:]
    self.labels = labels.map { label in
      if let number = numbers[label] { return number }
      let next = Int32(numbers.count)
      numbers[label] = next
      return next
    }
    blocCount = numbers.count
  }

  /// Makes labels in `0..<count` canonical, without hashing.
  init(dense labels: [Int32], count: Int) {
    var numbers = [Int32](repeating: -1, count: count)
    var next: Int32 = 0
    self.labels = labels.map { label in
      if numbers[Int(label)] < 0 {
        numbers[Int(label)] = next
        next += 1
      }
      return numbers[Int(label)]
    }
    blocCount = Int(next)
  }

  /// All actors in one bloc.
  public static func whole(_ nodeCount: Int) -> Partition {
    Partition(dense: [Int32](repeating: 0, count: nodeCount), count: 1)
  }

  /// Every actor a bloc of its own.
  public static func singletons(_ nodeCount: Int) -> Partition {
    Partition(dense: (0..<Int32(nodeCount)).map { $0 }, count: nodeCount)
  }

  /// How many actors are divided.
  public var nodeCount: Int { labels.count }

  /// How many actors each bloc has.
  public var sizes: [Int] {
    var result = [Int](repeating: 0, count: blocCount)
    for label in labels { result[Int(label)] += 1 }
    return result
  }

  /// The actors of each bloc, ascending.
  public var blocs: [[Int32]] {
    var result = [[Int32]](repeating: [], count: blocCount)
    for (node, label) in labels.enumerated() { result[Int(label)].append(Int32(node)) }
    return result
  }

  /// Whether two actors are in the same bloc.
  @inlinable
  public func together(_ first: Int32, _ second: Int32) -> Bool {
    labels[Int(first)] == labels[Int(second)]
  }

  /// The partition of only some actors, in the order given.
  public func restricted(to nodes: [Int32]) -> Partition {
    Partition(dense: nodes.map { labels[Int($0)] }, count: blocCount)
  }
}

/// The overlap of two partitions of the same actors.
struct PartitionOverlap {
  /// How many actors each bloc of the first partition has.
  let firstSizes: [Int]
  /// How many actors each bloc of the second partition has.
  let secondSizes: [Int]
  /// The pairs of blocs that share actors, with how many, in the order of both labels.
  let cells: [(first: Int, second: Int, count: Int)]

  /// - Complexity: O(actors log actors) without a table of all pairs of blocs.
  init(_ first: Partition, _ second: Partition) throws(PartitionError) {
    guard first.nodeCount == second.nodeCount else {
      throw .differentActors(first.nodeCount, second.nodeCount)
    }
    firstSizes = first.sizes
    secondSizes = second.sizes
    let width = max(second.blocCount, 1)
    let keys = zip(first.labels, second.labels).map { Int($0) * width + Int($1) }.sorted()
    var cells: [(first: Int, second: Int, count: Int)] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      cells.append((keys[start] / width, keys[start] % width, end - start))
      start = end
    }
    self.cells = cells
  }
}

/// Why partitions could not be compared or scored.
public enum PartitionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The two don't divide the same number of actors.
  case differentActors(Int, Int)
  /// The weight of positive or of negative ties is negative or not finite.
  case unusableResolution(Double)
  /// The caller asked to stop.
  case cancelled

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .differentActors(let first, let second):
      "\(first) and \(second) actors: restrict both to the actors they have in common"
    case .unusableResolution(let value):
      "resolution \(value): it is a finite number, 0 or more, 1 by default"
    case .cancelled: "cancelled"
    }
  }
}
