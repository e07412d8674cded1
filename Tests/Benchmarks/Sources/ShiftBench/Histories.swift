import EntenteCore

/// Simulated cases, each from its seed.
struct Histories {
  private var random: SeededGenerator
  private let start = CalendarDate(dayNumber: 20_089)

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// A day before the middle of the year, and the last day of it.
  var windows: (Window, Window) {
    (Window(start.advanced(byDays: 181)), Window(start.advanced(byDays: 364)))
  }

  /// Ties between pairs of states with claims on random days of a year, scores around a level of the
  /// tie's own; in some ties the level jumps in the middle of the year.
  ///
  /// - Parameters:
  ///   - ties: how many.
  ///   - claims: on each tie.
  ///   - jump: by how much the mean score changes, in points of the scale.
  ///   - jumping: in how many ties, the first ones.
  ///   - sources: how many sources the claims come from.
  mutating func project(
    ties: Int, claims: Int, jump: Double, jumping: Int, sources: Int = 5
  ) throws -> Project {
    var actors: [Actor] = []
    var list: [Claim] = []
    for tie in 0..<ties {
      for side in ["a", "b"] {
        actors.append(Actor(id: "\(side)\(tie)", kind: .state, name: "\(side)\(tie)"))
      }
      let level = -2 + 4 * random.unit()
      for number in 0..<claims {
        let place = random.below(365)
        let moved = tie < jumping && place > 181 ? jump : 0
        list.append(
          claim(
            "c\(tie)-\(number)", "a\(tie)", "b\(tie)", place,
            score: level + moved + 2 * noise(), source: "s\(random.below(sources))"))
      }
    }
    return try project(actors, list, sources)
  }

  /// Claims between random pairs of actors on random days.
  mutating func crowd(actors count: Int, pairs: Int, claims: Int) throws -> Project {
    let actors = (0..<count).map { Actor(id: "a\($0)", kind: .state, name: "a\($0)") }
    var ties: [(Int, Int)] = []
    while ties.count < pairs {
      let (source, target) = (random.below(count), random.below(count))
      if source != target { ties.append((source, target)) }
    }
    let list = (0..<claims).map { number in
      let tie = ties[random.below(pairs)]
      return claim(
        "c\(number)", "a\(tie.0)", "a\(tie.1)", random.below(365), score: 3 * noise(),
        source: "s\(random.below(200))")
    }
    return try project(actors, list, 200)
  }

  /// About normal, with variance 1.
  private mutating func noise() -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + random.unit() }
  }

  private func claim(
    _ id: String, _ from: String, _ to: String, _ place: Int, score: Double, source: String
  ) -> Claim {
    Claim(
      id: id, from: from, to: to, layer: place % 2 == 0 ? "words" : "acts",
      when: EDTFDate(start.advanced(byDays: place)), score: max(-10, min(10, score)),
      source: source, says: id)
  }

  private func project(
    _ actors: [Actor], _ claims: [Claim], _ sources: Int
  ) throws -> Project {
    try Project(
      title: "simulated", sources: (0..<sources).map { Source(id: "s\($0)", title: "") },
      layers: [Layer(id: "words", halfLife: 60), Layer(id: "acts", halfLife: 180)],
      actors: actors, claims: claims)
  }
}
