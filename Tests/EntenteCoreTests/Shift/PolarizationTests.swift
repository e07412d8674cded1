import EntenteCore
import Testing

@Suite struct PolarizationTests {
  private func graph(_ ties: [(Int32, Int32, Double)]) throws -> RelationGraph {
    try RelationGraph(
      nodeCount: 6, edges: ties.map { .init(source: $0.0, target: $0.1, net: $0.2) })
  }

  @Test func extremesAreZeroAndOne() throws {
    let split = try graph([(0, 1, 10), (1, 0, 10), (2, 3, -10), (3, 2, -10)])
    #expect(Polarization.variance(split) == 1)
    let alike = try graph([(0, 1, -7), (1, 0, -7), (2, 3, -7), (3, 2, -7)])
    #expect(Polarization.variance(alike) == 0)
  }

  @Test func directionsAreAveragedAndMissingOnesCountAsNothing() throws {
    // Agreements: (6 − 2)/20 = .2, and −4/20 = −.2; their variance is .04.
    let mixed = try graph([(0, 1, 6), (1, 0, -2), (5, 3, -4)])
    #expect(abs(try #require(Polarization.variance(mixed)) - 0.04) < 1e-15)
  }

  @Test func fewerThanTwoPairsHaveNone() throws {
    #expect(Polarization.variance(try graph([])) == nil)
    #expect(Polarization.variance(try graph([(0, 1, 3), (1, 0, 2)])) == nil)
    let beyond = try graph([(0, 1, 500), (1, 0, 500), (2, 3, -500), (3, 2, -500)])
    #expect(Polarization.variance(beyond) == 1)
  }
}
