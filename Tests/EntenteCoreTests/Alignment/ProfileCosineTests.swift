import EntenteCore
import TestSupport
import Testing

@Suite struct ProfileCosineTests {
  @Test func equalsTheOracle() throws {
    var defined = 0
    try AlignmentSamples.forEach { seed, profiles, a, b, tag in
      let value = profiles.cosine(a, b)
      #expect(agree(value.value, BalanceOracle.value(seed, "cosine" + tag)), "\(seed) \(tag)")
      if value.value != nil { defined += 1 } else { #expect(value.reason == .emptyProfile) }
      if let plain = BalanceOracle.value(seed, "cosineplain" + tag) {
        let unweighted = try RelationProfiles(profiles.layers).cosine(a, b)
        #expect(agree(unweighted.value, plain))
      }
    }
    #expect(defined > 500)
  }

  @Test func onlyProportionsCount() throws {
    let sample = try SeededSignedGraph(seed: 133)
    let own = try RelationProfiles([sample.graph])
    let scaled = try RelationProfiles([sample.graph.scaled(1e200)])
    for other in 1..<Int32(sample.graph.nodeCount) {
      #expect(agree(own.cosine(0, other).value, scaled.cosine(0, other).value))
    }
  }

  @Test func withoutThirdParties() throws {
    let pair = try RelationGraph(nodeCount: 2, edges: [.init(source: 0, target: 1, net: 1)])
    #expect(try RelationProfiles([pair]).cosine(0, 1) == .undefined(.noThirdParties))
  }
}
