import EntenteCore

/// Makes the model's values of records in which nothing was found wrong.
enum ProjectAssembly {
  static func project(_ record: ProjectRecord) throws(ProjectError) -> Project {
    let words = confidence(record.record("confidence"))
    return try Project(
      title: record.text("title") ?? "",
      description: record.text("description"),
      estimator: estimator(record.record("estimator")),
      sources: record.records("sources").compactMap(source),
      layers: record.records("layers").map(layer),
      actors: record.records("actors").compactMap(actor),
      affiliations: record.records("affiliations").compactMap(affiliation),
      events: record.records("events").compactMap(event),
      claims: record.records("claims").compactMap { claim($0, words) })
  }

  private static func estimator(_ record: ProjectRecord?) -> Estimator {
    switch record?.text("name") {
    case "sum": .sum
    case "mean": .mean
    default: .posterior(prior: record?.number("prior") ?? 1)
    }
  }

  private static func confidence(_ record: ProjectRecord?) -> [String: Double] {
    var words = ProjectSchema.confidenceDefaults
    for word in words.keys { words[word] = record?.number(word) ?? words[word] }
    return words
  }

  private static func source(_ record: ProjectRecord) -> Source? {
    guard let title = record.text("title") else { return nil }
    return Source(
      id: record.id, title: title, author: record.text("author"),
      publisher: record.text("publisher"), published: record.date("published"),
      url: record.text("url"), kind: record.text("kind"), country: record.text("country"),
      reliability: record.number("reliability") ?? 1,
      reliabilityReason: record.text("reliability-reason"), seen: record.text("seen"),
      note: record.text("note"))
  }

  private static func layer(_ record: ProjectRecord) -> Layer {
    Layer(
      id: record.id, label: record.text("label"), halfLife: record.number("half-life"),
      weight: record.number("weight") ?? 1, note: record.text("note"))
  }

  private static func actor(_ record: ProjectRecord) -> Actor? {
    guard let kind = record.text("kind").flatMap(Actor.Kind.init), let name = record.text("name")
    else { return nil }
    return Actor(
      id: record.id, kind: kind, name: name, names: record.names("names"),
      aliases: record.texts("aliases").map(\.text), note: record.text("note"))
  }

  private static func affiliation(_ record: ProjectRecord) -> Affiliation? {
    guard let actor = record.text("actor"), let of = record.text("of"),
      let role = record.text("role"), let speaksFor = record.number("speaks-for")
    else { return nil }
    return Affiliation(
      actor: actor, of: of, role: role, during: record.date("during")?.interval ?? .always,
      speaksFor: speaksFor, note: record.text("note"))
  }

  private static func event(_ record: ProjectRecord) -> Event? {
    guard let what = record.text("what") else { return nil }
    return Event(
      id: record.id, what: what, when: record.date("when"), note: record.text("note"))
  }

  private static func claim(_ record: ProjectRecord, _ words: [String: Double]) -> Claim? {
    guard let from = record.text("from"), let to = record.text("to"),
      let layer = record.text("layer"), let when = record.date("when"),
      let score = record.number("score"), let source = record.text("source"),
      let says = record.text("says")
    else { return nil }
    let range = record.pair("range").flatMap { low, high in low <= high ? low...high : nil }
    return Claim(
      id: record.id, from: from, to: to, isMutual: record.flag("mutual") ?? false, layer: layer,
      family: record.text("family").flatMap(Claim.Family.init) ?? .event, when: when,
      dateBasis: record.text("date-basis").flatMap(Claim.DateBasis.init) ?? .stated,
      published: record.date("published"), score: score, range: range,
      basis: record.text("basis").flatMap(Claim.Basis.init) ?? .stated,
      confidence: confidence(of: record, words), source: source,
      locator: record.text("locator"), says: says, quote: record.text("quote"),
      event: record.text("event"), contradicts: record.texts("contradicts").map(\.text),
      implied: record.text("implied").flatMap(Claim.ImpliedEnds.init), note: record.text("note"))
  }

  private static func confidence(of claim: ProjectRecord, _ words: [String: Double]) -> Double {
    claim.number("confidence") ?? words[claim.text("confidence") ?? "high"] ?? 1
  }
}
