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
  /// differing from the one before by one actor; divisions into any number of blocs are gone through
  /// as far as what the actors left pay at least allows a better one.
  ///
  /// - Direction, weight, sign: as the signed graph was made. Weights that are no multiples of a
  ///   power of two are compared to about a billionth of their total.
  /// - Parameters:
  ///   - largestBlock: the most actors that a block may have, at most 14.
  ///   - most: how many divisions to list; all are counted.
  /// - Returns: the optima, or nil where a block is larger.
  /// - Complexity: O(2ⁿ · n) for two blocs of a block of n actors; a fraction of a millisecond for 12.
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
      let weights = DenseCosts(block.costs)
      let best = weights.divisionsIntoTwo()
      twoBlocs += best.cost
      found.append((best.masks, block.nodes))
      guard fits else { continue }
      let fit = weights.bestDivision(most: weights.count)
      anyBlocs += fit.cost
      fitting = max(fitting, Int(fit.blocs.max() ?? -1) + 1)
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
