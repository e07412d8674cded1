import EntenteCore

/// Projects made at random from a seed, with everything that the estimator has a rule for: shared
/// events, contested and mutual claims, chains and cycles of affiliations with dates, several
/// voices, layers without weight or half-life, open and imprecise dates.
public struct RandomProject {
  /// Which claims and layers are made.
  public enum Fading: Sendable {
    /// Some layers never fade, and some claims are open at an end.
    case some
    /// Every layer fades, and every claim ends.
    case all
  }

  private var random: SeededGenerator
  private let fading: Fading

  /// The first day on which anything may happen: 2024-01-01.
  public static let firstDay = CalendarDate(dayNumber: 19_723)
  /// Over how many days it may happen.
  public static let days = 730

  /// A project. The same seed gives the same project.
  public static func make(
    seed: UInt64, claims: Int? = nil, fading: Fading = .some
  ) throws -> Project {
    var maker = RandomProject(random: SeededGenerator(seed: seed), fading: fading)
    return try maker.project(claims)
  }

  private mutating func day() -> CalendarDate {
    Self.firstDay.advanced(byDays: Int.random(in: 0..<Self.days, using: &random))
  }

  private mutating func date() throws -> EDTFDate {
    let (first, second) = (day(), day())
    let (early, late) = (min(first, second), max(first, second))
    let month = String(first.description.prefix(7))
    switch Int.random(in: 0..<(fading == .all ? 6 : 8), using: &random) {
    case 0, 1: return EDTFDate(first)
    case 2: return try EDTFDate("\(early)/\(late)")
    case 3: return try EDTFDate("\(first)/\(first.advanced(byDays: 12))")
    case 4: return try EDTFDate(month)
    case 5: return try EDTFDate("../\(first)")
    case 6: return try EDTFDate("\(first)/..")
    default: return try EDTFDate(String(month.prefix(4)))
    }
  }

  private mutating func interval() -> DateInterval {
    let (first, second) = (day(), day())
    let made =
      switch Int.random(in: 0..<6, using: &random) {
      case 0: DateInterval(nil, first)
      case 1: DateInterval(first, nil)
      case 2: DateInterval(min(first, second), max(first, second))
      default: DateInterval?.none
      }
    return made ?? .always
  }

  private mutating func project(_ claimCount: Int?) throws -> Project {
    let layers = makeLayers()
    let sources = try makeSources()
    let actors = makeActors()
    let events = (0..<Int.random(in: 1...4, using: &random)).map { Event(id: "e\($0)", what: "") }
    let count = claimCount ?? Int.random(in: 1...40, using: &random)
    var claims: [Claim] = []
    for number in 0..<count {
      claims.append(try makeClaim(number, layers, sources, actors, events))
    }
    return try Project(
      title: "random", sources: sources, layers: layers, actors: actors,
      affiliations: makeAffiliations(actors), events: events, claims: claims)
  }

  private mutating func makeLayers() -> [Layer] {
    (0..<Int.random(in: 1...4, using: &random)).map {
      let halfLife = Double.random(in: 5...400, using: &random)
      return Layer(
        id: "l\($0)", halfLife: fading == .some && random.chance(0.2) ? nil : halfLife,
        // The first layer always counts, so that the weights are never all 0.
        weight: $0 == 0 ? 1 : random.pick(0, 1, 2.5))
    }
  }

  private mutating func makeSources() throws -> [Source] {
    var sources: [Source] = []
    for number in 0..<Int.random(in: 1...5, using: &random) {
      sources.append(
        Source(
          id: "q\(number)", title: "", published: random.chance(0.7) ? try date() : nil,
          reliability: Double.random(in: 0.1...1, using: &random)))
    }
    return sources
  }

  private mutating func makeActors() -> [Actor] {
    var actors: [Actor] = []
    for (kind, atLeast, atMost) in [
      (Actor.Kind.state, 2, 4), (.person, 1, 4), (.outlet, 0, 4), (.organization, 0, 2),
      (.group, 0, 3),
    ] {
      for number in 0..<Int.random(in: atLeast...atMost, using: &random) {
        actors.append(Actor(id: "\(kind.rawValue)\(number)", kind: kind, name: ""))
      }
    }
    return actors.shuffled(using: &random)
  }

  private mutating func makeAffiliations(_ actors: [Actor]) -> [Affiliation] {
    var affiliations: [Affiliation] = []
    for actor in actors {
      let most = actor.kind == .state || actor.kind == .organization ? 1 : 3
      for _ in 0..<Int.random(in: 0...most, using: &random) {
        let whole = actors[Int.random(in: 0..<actors.count, using: &random)]
        guard whole.id != actor.id else { continue }
        affiliations.append(
          Affiliation(
            actor: actor.id, of: whole.id, role: "", during: interval(),
            speaksFor: random.pick(0, 0.3, 0.5, 0.8, 1, 1)))
      }
    }
    return affiliations
  }

  private mutating func makeClaim(
    _ number: Int, _ layers: [Layer], _ sources: [Source], _ actors: [Actor], _ events: [Event]
  ) throws -> Claim {
    let ends = actors.shuffled(using: &random)
    let score = random.pick(Double.random(in: -10...10, using: &random), -10, 10, 0, -4, 6)
    let below = max(-10, score - Double.random(in: 0...3, using: &random))
    let above = min(10, score + Double.random(in: 0...3, using: &random))
    return Claim(
      id: "c\(number)", from: ends[0].id, to: ends[1].id, isMutual: random.chance(0.15),
      layer: layers[Int.random(in: 0..<layers.count, using: &random)].id,
      family: random.pick(.event, .condition), when: try date(),
      published: random.chance(0.4) ? try date() : nil, score: score,
      range: random.chance(0.7) ? below...above : nil,
      basis: random.pick(.stated, .interpreted, .implied),
      confidence: random.pick(1, 0.7, 0.4, 0.05),
      source: sources[Int.random(in: 0..<sources.count, using: &random)].id, says: "",
      event: random.chance(0.5)
        ? events[Int.random(in: 0..<events.count, using: &random)].id : nil,
      contradicts: number > 0 && random.chance(0.2)
        ? ["c\(Int.random(in: 0..<number, using: &random))"] : [])
  }
}
