/// What is known, on one side of a shift, about the blocs that the ties fall into.
public struct KnownBlocs: Sendable, Hashable {
  /// How many blocs fit, and what is proven about it.
  public struct Fit: Sendable, Hashable {
    /// The least number of blocs whose best division pays as little as any number can.
    public let blocs: Int
    /// What that division pays, in weight.
    public let index: Double

    /// A number of blocs and what it pays.
    public init(blocs: Int, index: Double) {
      self.blocs = blocs
      self.index = index
    }
  }

  /// How many lines there are.
  public let lines: Int
  /// What they weigh.
  public let weight: Double
  /// The connected part of each actor, numbered from 0; −1 for an actor without a line.
  public let parts: [Int32]
  /// Best divisions into two: the bloc of each actor; at least one. Across parts a division says
  /// nothing, since no line stands between them.
  public let divisions: [[Int32]]
  /// Whether these are all of them; otherwise they are a sample.
  public let isComplete: Bool
  /// The frustration index, as far as it is proven: what the best two blocs pay, in weight.
  public let index: ClosedRange<Double>
  /// How many blocs fit, or nil where it is not proven.
  public let fit: Fit?

  /// Whether the frustration index is proven, so that the divisions are the best.
  public let isProven: Bool

  /// The state of a graph from what was found elsewhere.
  ///
  /// - Parameters:
  ///   - graph: the lines.
  ///   - divisions: at least one, each with the bloc of every actor.
  ///   - isComplete: whether these are all the best.
  ///   - index: between what bounds the frustration index lies.
  ///   - isProven: whether the divisions attain it.
  ///   - fit: how many blocs fit, where that is proven.
  public init(
    _ graph: SignedTies, divisions: [[Int32]], isComplete: Bool, index: ClosedRange<Double>,
    isProven: Bool, fit: Fit?
  ) {
    precondition(
      !divisions.isEmpty && divisions.allSatisfy { $0.count == graph.nodeCount },
      "every division has a bloc for each actor")
    var sides = SideForest(count: graph.nodeCount)
    var hasLine = [Bool](repeating: false, count: graph.nodeCount)
    for line in graph.lines {
      sides.join(line.first, line.second, opposite: false)
      hasLine[Int(line.first)] = true
      hasLine[Int(line.second)] = true
    }
    var numbers: [Int32: Int32] = [:]
    parts = hasLine.indices.map { node in
      guard hasLine[node] else { return -1 }
      let root = sides.find(Int32(node)).root
      let number = numbers[root] ?? Int32(numbers.count)
      numbers[root] = number
      return number
    }
    lines = graph.lines.count
    weight = graph.totalWeight
    self.divisions = divisions
    self.isComplete = isComplete
    self.index = index
    self.isProven = isProven
    self.fit = fit
  }

  /// The state of a small graph by enumeration, or nil where it is too large for that.
  ///
  /// - Complexity: that of ``SignedTies/enumeratedOptima(largestBlock:most:)``.
  public init?(enumerating graph: SignedTies, most: Int = 100) {
    self.init(enumerating: graph, most: most, fits: true)
  }

  /// The same, without the number of blocs that fit where it is not asked for.
  init?(enumerating graph: SignedTies, most: Int = 100, fits: Bool) {
    guard let optima = graph.enumeratedOptima(most: most, fits: fits) else { return nil }
    self.init(
      graph, divisions: optima.divisions, isComplete: optima.isComplete,
      index: optima.index...optima.index, isProven: true,
      fit: fits ? Fit(blocs: optima.fittingBlocs, index: optima.fittingIndex) : nil)
  }

  /// The index as a share of all lines' weight turned to 1 for balance: `1 − 2 · index / weight`;
  /// nil where it is not proven or there are no lines.
  public var score: Double? {
    isProven && weight > 0 ? 1 - 2 * index.upperBound / weight : nil
  }

  /// For each actor, who it is bound to: actors of one set stand to each other, together or apart,
  /// the same in every division; `isTurned` says on which of the set's two sides it is. The set is
  /// named by its first actor, −1 for an actor without a line.
  func boundSets() -> [(set: Int32, isTurned: Bool)] {
    var anchors: [Int32: Int] = [:]
    for (node, part) in parts.enumerated() where part >= 0 && anchors[part] == nil {
      anchors[part] = node
    }
    var sets: [[UInt64]: Int32] = [:]
    return parts.enumerated().map { node, part in
      guard part >= 0, let anchor = anchors[part] else { return (-1, false) }
      // On which side of the part's first actor it is, division by division, turned so that it
      // starts with 0: who has the same row is bound.
      let isTurned = divisions[0][node] != divisions[0][anchor]
      var row = [UInt64](repeating: 0, count: divisions.count / 64 + 2)
      row[0] = UInt64(part)
      for (number, division) in divisions.enumerated()
      where (division[node] != division[anchor]) != isTurned {
        row[number / 64 + 1] |= 1 << UInt64(number % 64)
      }
      let set = sets[row] ?? Int32(node)
      sets[row] = set
      return (set, isTurned)
    }
  }

  /// The camps of a division: actors that are connected and in one bloc; nil for actors without a
  /// line.
  func camp(_ division: [Int32], _ node: Int) -> Int32? {
    parts[node] < 0 ? nil : 2 * parts[node] + division[node]
  }
}
