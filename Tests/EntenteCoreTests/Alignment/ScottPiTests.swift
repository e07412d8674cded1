import EntenteCore
import TestSupport
import Testing

@Suite struct ScottPiTests {
  @Test func equalsTheOracle() throws {
    var defined = 0
    try AlignmentSamples.forEach { seed, profiles, a, b, tag in
      for disagreement in CategoryDisagreement.allCases {
        let value = profiles.scottPi(a, b, disagreement: disagreement)
        let expected = BalanceOracle.value(seed, "pi\(disagreement.rawValue)\(tag)")
        #expect(agree(value.value, expected), "\(seed) \(tag) \(disagreement)")
        if value.value != nil { defined += 1 } else { #expect(value.reason == .noVariation) }
      }
    }
    #expect(defined > 1_500)
  }

  @Test func likeRelationsAgreeFully() throws {
    let graph = try RelationGraph(
      nodeCount: 4,
      edges: [
        .init(source: 0, target: 2, net: 3), .init(source: 1, target: 2, net: 9),
        .init(source: 0, target: 3, net: -1), .init(source: 1, target: 3, net: -2),
      ]
    )
    let profiles = try RelationProfiles([graph])
    #expect(profiles.scottPi(0, 1) == .value(1))
    // Finer categories see the difference in strength.
    let fine = try TieCategories(hostileBelow: [-5, 0], friendlyAbove: [0, 5])
    #expect((profiles.scottPi(0, 1, categories: fine).value ?? 1) < 1)
  }

  @Test func withoutThirdPartiesOrVariation() throws {
    let pair = try RelationProfiles([RelationGraph(nodeCount: 2, edges: [])])
    #expect(pair.scottPi(0, 1) == .undefined(.noThirdParties))
    let three = try RelationProfiles([RelationGraph(nodeCount: 3, edges: [])])
    #expect(three.scottPi(0, 1) == .undefined(.noVariation))
  }
}
