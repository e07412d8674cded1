import EntenteCore
import TestSupport
import Testing

@testable import EntenteDiagrams

/// A hundred figures of 3 to 25 actors with names of all lengths: nothing covers anything.
@Suite struct RandomSceneTests {
  /// Ten at a time, so that they run beside each other.
  @Test(arguments: 0..<10) func nothingCoversAnything(ten: UInt64) throws {
    for seed in ten * 10..<ten * 10 + 10 {
      let project = try Self.project(seed: seed)
      let evidence = try Evidence(project)
      let drawing = try Diagram.alignment(evidence.snapshot(over: Window(Self.day)))
      let cost = drawing.cost()
      #expect(cost.nodeOverlaps == 0, "seed \(seed)")
      #expect(cost.chipOverlaps == 0, "seed \(seed)")
      #expect(cost.chipsOnNodes == 0, "seed \(seed)")
      #expect(cost.hullIntrusions == 0 && cost.hullEscapes == 0, "seed \(seed)")
      #expect(cost.cutOff == 0, "seed \(seed)")
      #expect(drawing.strands.count > 1 && drawing.nodes.count > 1, "seed \(seed)")
    }
  }

  private static let day = FoundingCase.day(2025, 6, 1)

  /// Most have few actors, since a debug build takes a second for ten; some have up to 25.
  static func count(_ generator: inout SeededGenerator, seed: UInt64) -> Int {
    seed % 20 == 19 ? 16 + generator.below(10) : 3 + generator.below(7)
  }

  static func project(seed: UInt64) throws -> Project {
    var generator = SeededGenerator(seed: 7_000 + seed)
    let count = count(&generator, seed: seed)
    let words = ["Baku", "Ministry", "of", "Foreign", "Affairs", "Trans-Caucasian", "TV", "Union"]
    var actors: [Actor] = []
    var affiliations: [Affiliation] = []
    for number in 0..<count {
      let kind: Actor.Kind =
        number < 2 ? .state : generator.pick(.state, .person, .outlet, .organization, .group)
      let name = (0...generator.below(4)).map { _ in words[generator.below(words.count)] }
      actors.append(Actor(id: "a\(number)", kind: kind, name: name.joined(separator: " ")))
      if kind != .state, generator.chance(0.6) {
        affiliations.append(
          Affiliation(
            actor: "a\(number)", of: "a\(generator.below(2))", role: "", speaksFor: 0.5))
      }
    }
    var claims: [Claim] = []
    for number in 0..<(count + generator.below(count)) {
      let from = generator.below(count)
      let to = (from + 1 + generator.below(count - 1)) % count
      let score = Double(1 + generator.below(10)) * (generator.chance(0.5) ? -1 : 1)
      claims.append(
        Claim(
          id: "c\(number)", from: "a\(from)", to: "a\(to)", isMutual: generator.chance(0.2),
          layer: "D", when: EDTFDate(day), score: score,
          basis: generator.pick(.stated, .interpreted, .implied), source: "s", says: "x"))
    }
    return try Project(
      title: "Seed \(seed)", sources: [Source(id: "s", title: "s")],
      layers: [Layer(id: "D", halfLife: 90)], actors: actors, affiliations: affiliations,
      claims: claims)
  }
}
