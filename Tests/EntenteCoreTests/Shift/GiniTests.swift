import EntenteCore
import Testing

@Suite struct GiniTests {
  @Test func coefficientsAreHalfTheRelativeMeanDifference() throws {
    var random = EntenteCore.SeededGenerator(seed: 9)
    for count in 1...30 {
      let values = (0..<count).map { _ in random.unit() * random.unit() + 0.001 }
      var differences = 0.0
      for left in values { for right in values { differences += abs(left - right) } }
      let mean = values.reduce(0, +) / Double(count)
      let plain = differences / (2 * Double(count * count) * mean)
      #expect(abs(try #require(Gini.coefficient(values)) - plain) < 1e-12)
    }
    #expect(Gini.coefficient([0, 0, 0, 4]) == 0.75)
    #expect(Gini.coefficient([1, 1, 1, 1]) == 0)
    #expect(Gini.coefficient([1e308, 1e308, 1e308]) == 0)
  }

  @Test func whatCannotBeUnevenHasNone() {
    for values in [[], [0], [0, 0], [1, -1], [1, .nan], [.infinity, 1]] {
      #expect(Gini.coefficient(values) == nil)
    }
  }
}
