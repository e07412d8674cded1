import EntenteCore
import TestSupport
import Testing

@Suite struct SignorinoRitterSTests {
  @Test func equalsTheOracle() throws {
    try AlignmentSamples.forEach { seed, profiles, a, b, tag in
      let expected = BalanceOracle.value(seed, "s" + tag)
      #expect(expected != nil)
      let found = try profiles.signorinoRitterS(a, b)
      #expect(agree(found.value, expected), "\(seed) \(tag)")
    }
  }

  @Test func byHand() throws {
    // Third parties 2 and 3, outgoing: |10 − 0| and |−10 − 10| on a scale of length 20.
    let graph = try RelationGraph(
      nodeCount: 4,
      edges: [
        .init(source: 0, target: 2, net: 10), .init(source: 0, target: 3, net: -10),
        .init(source: 1, target: 3, net: 10),
      ]
    )
    let profiles = try RelationProfiles([graph], directions: .outgoing)
    #expect(profiles.defaultScale == -10...10)
    #expect(agree(try profiles.signorinoRitterS(0, 1).value, 1 - 2 * (10.0 + 20) / 40))
    // A scale twice as long halves the distance.
    #expect(agree(try profiles.signorinoRitterS(0, 1, scale: -20...20).value, 1 - 30.0 / 40))
    #expect(try RelationProfiles([graph], aspect: .tension).defaultScale == 0...10)
  }

  @Test func refusesScalesThatDontFit() throws {
    let graph = try RelationGraph(
      nodeCount: 3,
      edges: [.init(source: 0, target: 2, net: 12)]
    )
    let profiles = try RelationProfiles([graph])
    #expect(throws: AlignmentError.outsideScale(value: 12, lowest: -10, highest: 10)) {
      try profiles.signorinoRitterS(0, 1)
    }
    for scale in [1.0...5.0, 0...0, 0 ... .infinity] {
      #expect(throws: AlignmentError.self) { try profiles.signorinoRitterS(0, 1, scale: scale) }
    }
    let pair = try RelationGraph(nodeCount: 2, edges: [])
    #expect(
      try RelationProfiles([pair]).signorinoRitterS(0, 1) == .undefined(.noThirdParties)
    )
  }
}
