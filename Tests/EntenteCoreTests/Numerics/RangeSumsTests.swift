import EntenteCore
import TestSupport
import Testing

@Suite struct RangeSumsTests {
  @Test func everyRangeIsTheSumOfItsNumbers() {
    var random = SeededGenerator(seed: 5)
    for count in 0...20 {
      let values = (0..<count).map { _ in Double(Int.random(in: 0...9, using: &random)) }
      let sums = RangeSums(values)
      for low in 0...count {
        for high in low...count {
          #expect(sums.sum(low..<high) == values[low..<high].reduce(0, +))
        }
      }
    }
  }

  @Test func aHugeNumberOutsideTheRangeLeavesTheSmallOnesAlone() {
    let sums = RangeSums([1e100, 1, 2, 1e100, 4])
    #expect(sums.sum(1..<3) == 3)
    #expect(sums.sum(4..<5) == 4)
  }
}
