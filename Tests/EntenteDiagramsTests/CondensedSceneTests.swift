import EntenteCore
import TestSupport
import Testing

@testable import EntenteDiagrams

/// More actors than can be drawn: states or blocs stand for them, and the figure says so.
@Suite struct CondensedSceneTests {
  private static let day = Window(FoundingCase.day(2025, 6, 1))

  /// 210 actors in 14 camps, with accord inside a camp and tension between neighbours.
  ///
  /// - Parameter hasStates: Whether each camp is a state with its people, or 15 states of their own.
  private static func snapshot(hasStates: Bool) throws -> Snapshot {
    var actors: [Actor] = []
    var affiliations: [Affiliation] = []
    var claims: [Claim] = []
    func add(_ from: Int, _ to: Int, _ score: Double) throws {
      claims.append(
        Claim(
          id: "c\(claims.count)", from: "a\(from)", to: "a\(to)", layer: "D",
          when: EDTFDate(day.last), score: score, source: "s", says: "x"))
    }
    for number in 0..<210 {
      let (camp, place) = (number / 15, number % 15)
      let isState = !hasStates || place == 0
      actors.append(
        Actor(id: "a\(number)", kind: isState ? .state : .person, name: "Actor \(number)"))
      if !isState {
        affiliations.append(
          Affiliation(actor: "a\(number)", of: "a\(camp * 15)", role: "", speaksFor: 0.5))
      }
      // A ring in each camp, and a chord.
      try add(number, camp * 15 + (place + 1) % 15, 6)
      try add(number, camp * 15 + (place + 4) % 15, 5)
      if place < 3 { try add(number, (number + 15) % 210, -7) }
    }
    let project = try Project(
      title: "Many", sources: [Source(id: "s", title: "s")],
      layers: [Layer(id: "D", halfLife: 90)], actors: actors, affiliations: affiliations,
      claims: claims)
    return try Evidence(project).snapshot(over: day)
  }

  @Test func statesStandForTheirAffiliates() throws {
    let snapshot = try Self.snapshot(hasStates: true)
    let drawing = try Diagram.alignment(snapshot)
    #expect(drawing.condensedActors == 210)
    #expect(drawing.nodes.count == 14)
    #expect(drawing.nodes.allSatisfy { $0.name.hasSuffix("and 14 others") })
    let subtitle = drawing.texts.filter { $0.role == .subtitle }.map(\.text).joined(separator: " ")
    #expect(subtitle.contains("210 actors drawn as 14 states with their affiliates"))
    #expect(subtitle.contains("with the sums of their ties"))
    #expect(drawing.cost().overlaps == 0)
    // Three ties lead from each camp to the next, and one line is as strong as they are together.
    let tie = try #require(snapshot.tie(from: 0, to: 15))
    #expect(drawing.strands.count == 14)
    for strand in drawing.strands {
      #expect(strand.sign == .hostile && abs(strand.now - 3 * tie.tension) < 1e-9)
    }
  }

  @Test func blocsStandForActorsWithoutStates() throws {
    let snapshot = try Self.snapshot(hasStates: false)
    let drawing = try Diagram.alignment(snapshot)
    #expect(drawing.condensedActors == 210)
    #expect((2...16).contains(drawing.nodes.count))
    let subtitle = drawing.texts.filter { $0.role == .subtitle }.map(\.text).joined(separator: " ")
    let count = drawing.nodes.count
    #expect(
      subtitle.contains("210 actors drawn as \(count) blocs (by signed modularity, a heuristic)"))
    // All actors are in one of them.
    let others = drawing.nodes.compactMap { node in
      node.name.firstMatch(of: /and ([0-9]+) others?$/).flatMap { Int($0.1) }
    }
    #expect(others.reduce(0, +) + count == 210)
    #expect(drawing.cost().overlaps == 0)
  }

  @Test func aShiftIsCondensedToo() throws {
    let snapshot = try Self.snapshot(hasStates: true)
    let later = Window(Self.day.last.advanced(byDays: 90))
    let drawing = try Diagram.shift(Shift(in: snapshot.evidence, from: Self.day, to: later))
    #expect(drawing.condensedActors == 210 && drawing.nodes.count == 14)
    // Half as strong after a half-life.
    for strand in drawing.strands {
      let before = try #require(strand.before)
      #expect(strand.now < before && strand.now > 0)
    }
  }

  @Test func twoHundredAreDrawnOneByOne() throws {
    #expect(Diagram.mostActors == 200)
    let scene = Scene(try Self.snapshot(hasStates: true), DiagramOptions())
    #expect(scene.members.count == 210 && scene.condensation == nil)
  }
}
