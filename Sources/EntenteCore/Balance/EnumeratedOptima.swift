/// All best divisions of a small signed graph, found by looking at every one.
///
/// Nothing is estimated: what stands here is proven by enumeration, and needs no library. Larger
/// graphs are for the solver.
public struct EnumeratedOptima: Sendable, Hashable {
  /// The frustration index: what the best two blocs pay, in weight.
  public let index: Double
  /// How many best divisions into two there are, `Int.max` where more than can be counted. Parts of
  /// the graph without a line between them may be turned round against each other freely; such
  /// variants count as one.
  public let count: Int
  /// Best divisions into two: the bloc, 0 or 1, of each actor. Those that differ from the first in
  /// one block of the graph come before those that differ in several.
  public let divisions: [[Int32]]
  /// The least number of blocs whose best division pays as little as any number of blocs can; 0
  /// without actors.
  public let fittingBlocs: Int
  /// What that division pays, in weight.
  public let fittingIndex: Double

  /// Whether ``divisions`` are all of them.
  public var isComplete: Bool { divisions.count == count }
}

extension SignedTies {
  /// The best divisions into two blocs, and how many blocs fit best, by enumeration.
  ///
  /// The graph falls into biconnected blocks, which share one actor at most, so that each can be
  /// looked at alone. Of a block with n actors all 2ⁿ⁻¹ divisions into two are gone through, each
  /// differing from the one before by one actor; the best division into any number of blocs is put
  /// together from those of its subsets.
  ///
  /// - Direction, weight, sign: as the signed graph was made. Weights that are no multiples of a
  ///   power of two are compared to about a billionth of their total.
  /// - Parameters:
  ///   - largestBlock: the most actors that a block may have, at most 14.
  ///   - most: how many divisions to list; all are counted.
  /// - Returns: the optima, or nil where a block is larger.
  /// - Complexity: O(3ⁿ) for a block of n actors, which is under a millisecond for 10.
  ///
  /// Example: a triangle with one negative line has index 1, three best divisions into two, and
  /// fits one bloc as well as two.
  ///
  /// References: Harary 1959, doi:10.1002/bs.3830040405; Davis 1967,
  /// doi:10.1177/001872676702000206.
  public func enumeratedOptima(largestBlock: Int = 12, most: Int = 100) -> EnumeratedOptima? {
    enumeratedOptima(largestBlock: largestBlock, most: most, fits: true)
  }

  /// The same; without `fits` the divisions into two only, which is much the smaller part of the work.
  func enumeratedOptima(
    largestBlock: Int = 12, most: Int, fits: Bool
  ) -> EnumeratedOptima? {
    let scale = CostScale(self)
    let blocks = scale.costs.blocks()
    guard blocks.allSatisfy({ $0.nodes.count <= min(largestBlock, 14) }) else { return nil }
    var found: [(masks: [UInt32], nodes: [Int32])] = []
    var twoBlocs: Int64 = 0
    var anyBlocs: Int64 = 0
    var fitting = min(1, nodeCount)
    for block in blocks {
      let weights = BlockWeights(block.costs)
      let best = weights.divisionsIntoTwo()
      twoBlocs += best.cost
      found.append((best.masks, block.nodes))
      let fit = fits ? weights.divisionIntoAny() : (cost: 0, blocs: 0)
      anyBlocs += fit.cost
      fitting = max(fitting, fit.blocs)
    }
    var count = 1
    for block in found { count = saturatingProduct(count, block.masks.count) }
    return EnumeratedOptima(
      index: Double(twoBlocs) * scale.unit + scale.base, count: count,
      divisions: divisions(found, most: max(1, most)), fittingBlocs: fitting,
      fittingIndex: Double(anyBlocs) * scale.unit + scale.base)
  }

  /// Puts the divisions of blocks together: the first, then those that differ in one block, then
  /// the others.
  private func divisions(
    _ blocks: [(masks: [UInt32], nodes: [Int32])], most: Int
  ) -> [[Int32]] {
    var choices: [[Int]] = [Array(repeating: 0, count: blocks.count)]
    for (place, block) in blocks.enumerated() {
      for option in block.masks.indices.dropFirst() where choices.count < most {
        choices.append(choices[0])
        choices[choices.count - 1][place] = option
      }
    }
    let varying = blocks.indices.filter { blocks[$0].masks.count > 1 }
    var choice = choices[0]
    // Counting through all choices; what was listed above is passed over.
    while choices.count < most,
      let step = varying.first(where: { choice[$0] + 1 < blocks[$0].masks.count })
    {
      for place in varying.prefix(while: { $0 != step }) { choice[place] = 0 }
      choice[step] += 1
      if choice.count(where: { $0 > 0 }) > 1 { choices.append(choice) }
    }
    return choices.map { choice in
      var sides = SideForest(count: nodeCount)
      for (block, option) in zip(blocks, choice) {
        for place in block.nodes.indices.dropFirst() {
          sides.join(
            block.nodes[0], block.nodes[place],
            opposite: block.masks[option] >> (UInt32(place) - 1) & 1 == 1)
        }
      }
      return sides.sides()
    }
  }
}

/// The signed costs of one block as a square table.
private struct BlockWeights {
  let count: Int
  let table: [Int64]
  /// What parting all actors pays.
  let positive: Int64

  init(_ costs: SignedCosts) {
    count = costs.nodeCount
    var table = [Int64](repeating: 0, count: count * count)
    var positive: Int64 = 0
    for edge in 0..<costs.edgeCount {
      let (first, second) = (Int(costs.first[edge]), Int(costs.second[edge]))
      table[first * count + second] = costs.weight[edge]
      table[second * count + first] = costs.weight[edge]
      positive += max(0, costs.weight[edge])
    }
    self.table = table
    self.positive = positive
  }

  /// The best divisions into two, ascending; bit `v − 1` is set where actor `v` is not with actor 0.
  func divisionsIntoTwo() -> (masks: [UInt32], cost: Int64) {
    var cost: Int64 = 0
    for weight in table where weight < 0 { cost -= weight }
    cost /= 2
    var best = cost
    var masks: [UInt32] = [0]
    var mask: UInt32 = 0
    for step in 1..<(UInt32(1) << UInt32(max(0, count - 1))) {
      // The Gray code turns the actor of the lowest bit that is set in the step.
      let turned = Int(step.trailingZeroBitCount) + 1
      let own = mask >> (UInt32(turned) - 1) & 1
      var change = table[turned * count] * (own == 0 ? 1 : -1)
      for other in 1..<count where other != turned {
        let together = mask >> (UInt32(other) - 1) & 1 == own
        change += together ? table[turned * count + other] : -table[turned * count + other]
      }
      cost += change
      mask ^= 1 << (UInt32(turned) - 1)
      if cost < best {
        best = cost
        masks = [mask]
      } else if cost == best {
        masks.append(mask)
      }
    }
    return (masks.sorted(), best)
  }

  /// The least cost of a division into any number of blocs, and the least number that attains it.
  func divisionIntoAny() -> (cost: Int64, blocs: Int) {
    let all = 1 << count
    var inside = [Int64](repeating: 0, count: all)
    // What a division saves against parting all, times 64, less its number of blocs: the largest
    // saves most with fewest blocs.
    var best = [Int64](repeating: 0, count: all)
    for set in 1..<all {
      let lowest = set.trailingZeroBitCount
      let rest = set & (set - 1)
      var sum = inside[rest]
      for other in (lowest + 1)..<max(lowest + 1, count) where rest >> other & 1 == 1 {
        sum += table[lowest * count + other]
      }
      inside[set] = sum
      // The bloc of the lowest actor: with any of the rest.
      var found = Int64.min
      var others = rest
      while true {
        let bloc = others | 1 << lowest
        found = max(found, inside[bloc] * 64 - 1 + best[set ^ bloc])
        if others == 0 { break }
        others = (others - 1) & rest
      }
      best[set] = found
    }
    // Dividing down leaves the number of blocs as what is missing to the next multiple.
    let saved = (best[all - 1] + 63) >> 6
    return (positive - saved, Int(saved * 64 - best[all - 1]))
  }
}
