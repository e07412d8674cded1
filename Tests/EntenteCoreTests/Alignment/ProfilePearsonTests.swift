import EntenteCore
import TestSupport
import Testing

@Suite struct ProfilePearsonTests {
  @Test func equalsTheOracle() throws {
    var defined = 0
    try AlignmentSamples.forEach { seed, profiles, a, b, tag in
      let value = profiles.pearson(a, b)
      #expect(
        agree(value.value, BalanceOracle.value(seed, "pearson" + tag), 1e-9),
        "\(seed) \(tag)"
      )
      if value.value != nil { defined += 1 } else { #expect(value.reason == .constantProfile) }
      if let plain = BalanceOracle.value(seed, "pearsonplain" + tag) {
        let unweighted = try RelationProfiles(profiles.layers).pearson(a, b)
        #expect(agree(unweighted.value, plain, 1e-9))
      }
    }
    #expect(defined > 500)
  }

  @Test func aConstantProfileIsNamedNotDivided() throws {
    // 0.1 three times has a mean that isn't exactly 0.1.
    let graph = try RelationGraph(
      nodeCount: 5,
      edges: (Int32(2)..<5).flatMap { third in
        [
          RelationGraph.Edge(source: 0, target: third, net: 0.1),
          RelationGraph.Edge(source: 1, target: third, net: Double(third)),
        ]
      }
    )
    let profiles = try RelationProfiles([graph], directions: .outgoing)
    #expect(profiles.pearson(0, 1) == .undefined(.constantProfile))
    #expect(profiles.cosine(0, 1).value != nil)
    let pair = try RelationGraph(nodeCount: 2, edges: [])
    #expect(try RelationProfiles([pair]).pearson(0, 1) == .undefined(.noThirdParties))
  }

  @Test func scaleDoesNotMatter() throws {
    let sample = try SeededSignedGraph(seed: 134)
    let own = try RelationProfiles([sample.graph])
    let scaled = try RelationProfiles([sample.graph.scaled(1e-200)])
    for other in 1..<Int32(sample.graph.nodeCount) {
      #expect(agree(own.pearson(0, other).value, scaled.pearson(0, other).value))
    }
  }

  @Test func aShiftedProfileCorrelatesFully() throws {
    let values = [(4.0, 5.0), (-2, -1), (0, 1)]
    let graph = try RelationGraph(
      nodeCount: 5,
      edges: values.enumerated().flatMap { third, pair in
        [
          RelationGraph.Edge(source: 0, target: Int32(third + 2), net: pair.0),
          RelationGraph.Edge(source: 1, target: Int32(third + 2), net: pair.1),
        ]
      })
    let profiles = try RelationProfiles([graph], directions: .outgoing)
    #expect(agree(profiles.pearson(0, 1).value, 1, 1e-14))
    #expect(agree(profiles.cosine(0, 1).value, 22 / 540.squareRoot(), 1e-14))
  }
}
