import EntenteCore

/// A project made from the quadruples between some countries.
///
/// - Each quadruple becomes a claim, dated by its day, on the layer of its relation
///   (``FeedLayer``), with the relation's score on the Goldstein scale.
/// - Rows that are alike in all four words become one claim that says how many they were.
/// - What several actors of one country did to another on one day under one relation is taken for one
///   act (feeds code `Vladimir Putin` and `Russia` from one sentence), so that it weighs once between
///   the states.
/// - All claims have one source, the feed: its rows do not name their publishers, so nothing can be
///   said on how far a result rests on one of them.
public struct QuadrupleImport: Sendable {
  /// What to make.
  public struct Options: Sendable {
    /// Between whom.
    public var directory: ActorDirectory
    /// The first day, or nil for no bound.
    public var from: CalendarDate?
    /// The last day, or nil for no bound.
    public var to: CalendarDate?
    /// Whose table of scores.
    public var scale = CAMEO.Scale.icews
    /// The title of the project, or nil for one made from countries and days.
    public var title: String?
    /// The title of the source.
    public var sourceTitle: String
    /// How far the feed is trusted, above 0 and up to 1.
    public var reliability = 0.7

    /// Options for a feed.
    public init(directory: ActorDirectory, sourceTitle: String) {
      self.directory = directory
      self.sourceTitle = sourceTitle
    }
  }

  /// What became of the rows: `rows` is the sum of the others but `claims`.
  public struct Counts: Sendable, Hashable {
    /// Rows that were read.
    public var rows = 0
    /// Outside the days asked for.
    public var onOtherDays = 0
    /// With an end that belongs to none of the countries.
    public var withOthers = 0
    /// Within one country.
    public var withinOne = 0
    /// Kept, each the first of its kind.
    public var claims = 0
    /// Kept as one more report of a claim.
    public var repeated = 0
  }

  /// A name of which nothing is known, and in how many rows it meets one of the countries.
  public struct Unplaced: Sendable, Hashable {
    /// The name.
    public let name: String
    /// The rows.
    public let rows: Int
  }

  /// The project, or nil where no row is left.
  public let project: Project?
  /// What became of the rows.
  public let counts: Counts
  /// Names of which nothing is known, most frequent first: candidates for a ``Membership``.
  public let unplaced: [Unplaced]

  private struct Kept {
    let quadruple: Quadruple
    let from: Side
    let to: Side
    var reports = 1
  }

  private struct Side {
    let name: String
    let country: Country
    let membership: Membership?

    /// The name within a sentence.
    var words: String { membership == nil ? country.nameInSentence : name }

    var speaks: Bool { membership.map { $0.speaksFor > 0 } ?? true }

    init?(_ name: String, _ place: ActorDirectory.Place) {
      self.name = name
      switch place {
      case .country(let country): (self.country, membership) = (country, nil)
      case .member(let member): (country, membership) = (member.country, member)
      case .elsewhere, .unknown: return nil
      }
    }
  }

  private struct Row: Hashable {
    let date: CalendarDate
    let source: String
    let relation: String
    let target: String
  }

  /// Makes a project.
  ///
  /// - Throws: ``EntenteCore/ProjectError`` where an option lies outside its bounds.
  /// - Complexity: O(n log n) in the number of quadruples.
  public init(_ quadruples: [Quadruple], _ options: Options) throws(ProjectError) {
    var counts = Counts()
    var places: [String: ActorDirectory.Place] = [:]
    func place(_ name: String) -> ActorDirectory.Place {
      if let known = places[name] { return known }
      let place = options.directory.place(of: name)
      places[name] = place
      return place
    }
    var kept: [Kept] = []
    var seen: [Row: Int] = [:]
    var unknown: [String: Int] = [:]
    for quadruple in quadruples {
      counts.rows += 1
      if options.from.map({ quadruple.date < $0 }) ?? false
        || options.to.map({ quadruple.date > $0 }) ?? false
      {
        counts.onOtherDays += 1
        continue
      }
      let ends = [
        (quadruple.source, place(quadruple.source)), (quadruple.target, place(quadruple.target)),
      ]
      let sides = ends.map { Side($0.0, $0.1) }
      guard let from = sides[0], let to = sides[1] else {
        counts.withOthers += 1
        for (end, side) in zip(ends, sides.reversed()) where end.1 == .unknown && side != nil {
          unknown[end.0, default: 0] += 1
        }
        continue
      }
      guard from.country != to.country else {
        counts.withinOne += 1
        continue
      }
      let row = Row(
        date: quadruple.date, source: from.name, relation: quadruple.relation.code, target: to.name)
      if let first = seen[row] {
        kept[first].reports += 1
        counts.repeated += 1
      } else {
        seen[row] = kept.count
        kept.append(Kept(quadruple: quadruple, from: from, to: to))
        counts.claims += 1
      }
    }
    self.counts = counts
    unplaced = unknown.map { Unplaced(name: $0.key, rows: $0.value) }
      .sorted { ($1.rows, $0.name) < ($0.rows, $1.name) }
    kept.sort { ($0.quadruple.date, $0.quadruple.line) < ($1.quadruple.date, $1.quadruple.line) }
    project = kept.isEmpty ? nil : try Self.project(kept, counts, options)
  }

  private static func project(
    _ kept: [Kept], _ counts: Counts, _ options: Options
  ) throws(ProjectError) -> Project {
    var actors: [Actor] = []
    var affiliations: [Affiliation] = []
    var ids: [String: String] = [:]
    let countries = options.directory.countries
    let met = Set(kept.flatMap { [$0.from.country, $0.to.country] })
    for country in countries where met.contains(country) {
      actors.append(Actor(id: country.code, kind: .state, name: country.name))
      ids[country.name] = country.code
    }
    var names = ShortName(besides: countries.map(\.code))
    let sides = kept.flatMap { [$0.from, $0.to] }
    for country in countries {
      let members = Dictionary(
        sides.compactMap(\.membership).filter { $0.country == country }.map { ($0.name, $0) }
      ) { first, _ in first }
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        let id = names.make(from: name)
        ids[name] = id
        actors.append(Actor(id: id, kind: member.kind, name: name))
        affiliations.append(
          Affiliation(
            actor: id, of: country.code, role: member.role, speaksFor: member.speaksFor))
      }
    }
    let acts = acts(kept)
    let events = acts.filter { $0.value.count > 1 }
    let claims = kept.map { kept in
      let (relation, act) = (kept.quadruple.relation, act(of: kept))
      let reports = kept.reports > 1 ? " (\(kept.reports) rows of the feed)" : ""
      return Claim(
        id: "q\(kept.quadruple.line)", from: ids[kept.from.name] ?? kept.from.country.code,
        to: ids[kept.to.name] ?? kept.to.country.code, layer: relation.layer.rawValue,
        when: EDTFDate(kept.quadruple.date),
        score: CAMEO.standard.score(of: relation, on: options.scale), source: "feed",
        locator: "line \(kept.quadruple.line), CAMEO \(relation.code)",
        says: relation.sentence(kept.from.words, kept.to.words) + reports + ".",
        event: act.flatMap { events[$0] == nil ? nil : $0 })
    }
    let used = Set(claims.map(\.layer))
    return try Project(
      title: options.title ?? title(countries.filter(met.contains), kept),
      description: description(counts, options),
      sources: [
        Source(
          id: "feed", title: options.sourceTitle, kind: "event data",
          reliability: options.reliability,
          reliabilityReason: "Coded from news by a machine; nobody has checked the rows.",
          note: "The rows do not name the publishers behind them.")
      ],
      layers: FeedLayer.allCases.map(\.layer).filter { used.contains($0.id) },
      actors: actors, affiliations: affiliations,
      events: events.sorted { $0.key < $1.key }.map { id, members in
        let first = members[0]
        return Event(
          id: id,
          what: first.quadruple.relation.sentence(
            first.from.country.nameInSentence, first.to.country.nameInSentence)
            + ".",
          when: EDTFDate(first.quadruple.date))
      }, claims: claims)
  }

  /// What is taken for one act, or nil where an end speaks for no state.
  private static func act(of kept: Kept) -> String? {
    guard kept.from.speaks, kept.to.speaks else { return nil }
    let quadruple = kept.quadruple
    return
      "\(quadruple.date)-\(quadruple.relation.code)-\(kept.from.country.code)-\(kept.to.country.code)"
  }

  private static func acts(_ kept: [Kept]) -> [String: [Kept]] {
    var acts: [String: [Kept]] = [:]
    for one in kept {
      if let act = act(of: one) { acts[act, default: []].append(one) }
    }
    return acts
  }

  private static func title(_ countries: [Country], _ kept: [Kept]) -> String {
    let days = kept.map(\.quadruple.date)
    let names =
      countries.count > 6 ? "\(countries.count) countries" : list(countries.map(\.nameInSentence))
    guard let first = days.first, let last = days.last else { return names }
    let start = names.prefix(1).uppercased() + names.dropFirst()
    return first == last ? "\(start), \(first)" : "\(start), \(first) to \(last)"
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func description(_ counts: Counts, _ options: Options) -> String {
    let scale = options.scale == .icews ? "ICEWS" : "GDELT"
    return """
      Made by 'entente import quadruples' from \(counts.rows) rows of an event feed. Kept: \
      \(counts.claims + counts.repeated) between \(list(options.directory.countries.map(\.nameInSentence))) \
      as \(counts.claims) claims. Left out: \(counts.withOthers) with an end elsewhere, \
      \(counts.withinOne) within one country, \(counts.onOtherDays) on other days. Scores: \
      Goldstein's scale, \(scale)' table for CAMEO codes. What actors of one country did to another \
      on one day under one relation is taken for one act. Feeds are coded by machines: single rows \
      are often wrong, and what was little reported is missing.
      """
  }
}
