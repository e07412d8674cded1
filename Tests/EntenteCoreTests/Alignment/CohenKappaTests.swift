import EntenteCore
import TestSupport
import Testing

@Suite struct CohenKappaTests {
  @Test func equalsTheOracle() throws {
    var defined = 0
    try AlignmentSamples.forEach { seed, profiles, a, b, tag in
      for disagreement in CategoryDisagreement.allCases {
        let value = profiles.cohenKappa(a, b, disagreement: disagreement)
        let expected = BalanceOracle.value(seed, "kappa\(disagreement.rawValue)\(tag)")
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
    #expect(profiles.cohenKappa(0, 1) == .value(1))
    // Finer categories see the difference in strength.
    let fine = try TieCategories(hostileBelow: [-5, 0], friendlyAbove: [0, 5])
    #expect((profiles.cohenKappa(0, 1, categories: fine).value ?? 1) < 1)
  }

  @Test func withoutThirdPartiesOrVariation() throws {
    let pair = try RelationProfiles([RelationGraph(nodeCount: 2, edges: [])])
    #expect(pair.cohenKappa(0, 1) == .undefined(.noThirdParties))
    let three = try RelationProfiles([RelationGraph(nodeCount: 3, edges: [])])
    #expect(three.cohenKappa(0, 1) == .undefined(.noVariation))
  }

  @Test func habitsAreForgiven() throws {
    // Actor 0 is friendly to three of four, actor 1 to one of them: π sees that as disagreement of
    // its own and comes out lower.
    let graph = try RelationGraph(
      nodeCount: 6,
      edges: [
        .init(source: 0, target: 2, net: 1), .init(source: 0, target: 3, net: 1),
        .init(source: 0, target: 4, net: 1), .init(source: 1, target: 2, net: 1),
      ]
    )
    let profiles = try RelationProfiles([graph], directions: .outgoing)
    // Observed disagreement ½; expected by chance ¾ · ¾ + ¼ · ¼ = 10/16, pooled 2 · ½ · ½ = ½.
    #expect(agree(profiles.cohenKappa(0, 1).value, 1 - 0.5 / 0.625))
    #expect(agree(profiles.scottPi(0, 1).value, 0))
  }
}
