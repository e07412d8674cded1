import EntenteCore
import TestSupport
import Testing

@Suite struct RelationProfilesTests {
  private func graph(_ list: [(Int32, Int32, Double)], _ count: Int = 4) throws -> RelationGraph {
    try RelationGraph(
      nodeCount: count,
      edges: list.map { .init(source: $0.0, target: $0.1, net: $0.2) }
    )
  }

  @Test func directTiesStandBeside() throws {
    let first = try graph([(0, 1, 4), (1, 0, -2)])
    let second = try graph([(0, 1, 1)])
    let profiles = try RelationProfiles([first, second], layerWeights: [1, 3])
    let direct = profiles.direct(0, 1)
    #expect(direct.there == 4 * 0.25 + 1 * 0.75)
    #expect(direct.back == -0.5)
    #expect(profiles.direct(2, 3).there == nil)
    // The direct tie is no part of what is compared.
    #expect(profiles.cosine(0, 1) == .undefined(.emptyProfile))
  }

  @Test func directionsAndAspectsAreApart() throws {
    let ties = try graph([(0, 2, 1), (1, 2, 1), (2, 0, -1), (2, 1, 1)])
    #expect(try RelationProfiles([ties], directions: .outgoing).cosine(0, 1) == .value(1))
    #expect(try RelationProfiles([ties], directions: .incoming).cosine(0, 1) == .value(-1))
    #expect(try RelationProfiles([ties]).cosine(0, 1) == .value(0))
    // What 0 and 2 feel toward each other is direct; toward 3 neither feels anything.
    #expect(
      try RelationProfiles([ties], aspect: .tension).cosine(0, 1) == .undefined(.emptyProfile)
    )
  }

  @Test func thirdPartiesWithoutWeightDontCount() throws {
    let ties = try graph([(0, 2, 1), (1, 2, 1), (0, 3, 1), (1, 3, -1)])
    #expect(try RelationProfiles([ties]).cosine(0, 1) == .value(0))
    #expect(try RelationProfiles([ties], actorWeights: [1, 1, 1, 0]).cosine(0, 1) == .value(1))
    #expect(
      try RelationProfiles([ties], actorWeights: [1, 1, 0, 0]).cosine(0, 1)
        == .undefined(.noThirdParties)
    )
    #expect(
      try RelationProfiles([ties], layerWeights: [0]).pearson(0, 1) == .undefined(.noThirdParties)
    )
  }

  @Test func importanceFarApartLosesNothing() throws {
    // 0 and 1 agree about 2 and disagree about 3; the weight of 0 itself plays no part.
    let ties = try graph([(0, 2, 1), (1, 2, 1), (0, 3, 1), (1, 3, -1)], 6)
    let plain = try RelationProfiles([ties], directions: .outgoing)
    let heavy = try RelationProfiles(
      [ties], directions: .outgoing, actorWeights: [1e100, 1, 1, 1, 1, 1])
    #expect(
      try plain.signorinoRitterS(0, 1, scale: -1...1)
        == heavy.signorinoRitterS(0, 1, scale: -1...1))
    #expect(plain.pearson(0, 1) == heavy.pearson(0, 1))
  }

  @Test func everythingIsSymmetric() throws {
    try AlignmentSamples.forEach { seed, profiles, a, b, _ in
      guard seed <= 40 else { return }
      #expect(agree(profiles.cosine(a, b).value, profiles.cosine(b, a).value, 1e-14))
      #expect(agree(profiles.pearson(a, b).value, profiles.pearson(b, a).value, 1e-14))
      let (there, back) = try (
        profiles.signorinoRitterS(a, b), profiles.signorinoRitterS(b, a)
      )
      #expect(agree(there.value, back.value, 1e-14))
      #expect(agree(profiles.scottPi(a, b).value, profiles.scottPi(b, a).value, 1e-13))
      #expect(agree(profiles.cohenKappa(a, b).value, profiles.cohenKappa(b, a).value, 1e-13))
    }
  }

  @Test func renamingChangesNothing() throws {
    let sample = try SeededSignedGraph(seed: 133)
    let names = shuffledNames(sample.graph.nodeCount, seed: 1)
    let own = try RelationProfiles([sample.graph])
    let renamed = try RelationProfiles([sample.graph.renamed(names)])
    for b in 1..<Int32(sample.graph.nodeCount) {
      let (x, y) = (names[0], names[Int(b)])
      #expect(agree(own.cosine(0, b).value, renamed.cosine(x, y).value))
      #expect(agree(own.pearson(0, b).value, renamed.pearson(x, y).value))
      #expect(agree(own.scottPi(0, b).value, renamed.scottPi(x, y).value))
    }
  }

  @Test func refusesUnusableInput() throws {
    let ties = try graph([(0, 2, 1)])
    #expect(throws: AlignmentError.noLayers) { try RelationProfiles([]) }
    #expect(throws: AlignmentError.differentActors(4, 3)) {
      try RelationProfiles([ties, graph([], 3)])
    }
    #expect(throws: AlignmentError.wrongNumberOfWeights(given: 2, needed: 1)) {
      try RelationProfiles([ties], layerWeights: [1, 1])
    }
    #expect(throws: AlignmentError.unusableWeight(-1)) {
      try RelationProfiles([ties], actorWeights: [1, -1, 1, 1])
    }
    #expect(throws: AlignmentError.self) { try RelationProfiles([ties], layerWeights: [.nan]) }
  }
}
