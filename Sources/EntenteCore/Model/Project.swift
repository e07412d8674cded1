/// A whole case: its sources, layers, actors, affiliations, events and claims.
///
/// A project is valid by construction: every reference resolves, every score lies on the scale. Its
/// lists keep the order in which they were given; results refer to actors, layers, sources and
/// claims by their position in these lists.
public struct Project: Sendable, Hashable {
  /// What the case is about.
  public let title: String
  /// A longer description.
  public let description: String?
  /// How claims become ties where nothing else is asked for.
  public let estimator: Estimator
  /// The sources.
  public let sources: [Source]
  /// The layers.
  public let layers: [Layer]
  /// The actors.
  public let actors: [Actor]
  /// Who belongs to whom.
  public let affiliations: [Affiliation]
  /// The acts that claims speak of.
  public let events: [Event]
  /// The claims.
  public let claims: [Claim]

  /// Where each actor stands in `actors`.
  public let actorIndex: [String: Int]
  /// Where each layer stands in `layers`.
  public let layerIndex: [String: Int]
  /// Where each source stands in `sources`.
  public let sourceIndex: [String: Int]
  /// Where each event stands in `events`.
  public let eventIndex: [String: Int]
  /// Where each claim stands in `claims`.
  public let claimIndex: [String: Int]

  /// A project from its parts.
  ///
  /// - Throws: ``ProjectError`` that lists every problem.
  /// - Complexity: O(size of the parts).
  public init(
    title: String, description: String? = nil, estimator: Estimator = .posterior(prior: 1),
    sources: [Source], layers: [Layer], actors: [Actor], affiliations: [Affiliation] = [],
    events: [Event] = [], claims: [Claim]
  ) throws(ProjectError) {
    var problems: [String] = []
    func index(_ ids: [String], _ kind: String) -> [String: Int] {
      var result: [String: Int] = [:]
      for (position, id) in ids.enumerated() {
        if result.updateValue(position, forKey: id) != nil {
          problems.append("\(kind) '\(id)' is defined twice")
        }
      }
      return result
    }
    actorIndex = index(actors.map(\.id), "actor")
    layerIndex = index(layers.map(\.id), "layer")
    sourceIndex = index(sources.map(\.id), "source")
    eventIndex = index(events.map(\.id), "event")
    claimIndex = index(claims.map(\.id), "claim")

    if let problem = estimator.problem { problems.append(problem) }
    for layer in layers {
      if let halfLife = layer.halfLife, !(halfLife > 0 && halfLife.isFinite) {
        problems.append("layer '\(layer.id)': the half-life is above 0 days, or none")
      }
      if !(layer.weight >= 0 && layer.weight.isFinite) {
        problems.append("layer '\(layer.id)': the weight is 0 or more")
      }
    }
    if !layers.isEmpty, layers.allSatisfy({ $0.weight == 0 }) {
      problems.append("all layers have weight 0, so that pooling them is undefined")
    }
    for source in sources where !(source.reliability > 0 && source.reliability <= 1) {
      problems.append("source '\(source.id)': the reliability is above 0 and at most 1")
    }
    for affiliation in affiliations {
      let name = "affiliation of '\(affiliation.actor)' with '\(affiliation.of)'"
      for actor in [affiliation.actor, affiliation.of] where actorIndex[actor] == nil {
        problems.append("\(name): there is no actor '\(actor)'")
      }
      if affiliation.actor == affiliation.of {
        problems.append("\(name): an actor does not belong to itself")
      }
      if !(0...1).contains(affiliation.speaksFor) {
        problems.append("\(name): speaks-for is 0 to 1")
      }
    }
    for claim in claims {
      problems += Self.problems(
        of: claim, actorIndex, layerIndex, sourceIndex, eventIndex, claimIndex)
    }
    guard problems.isEmpty else { throw ProjectError(problems: problems) }
    self.title = title
    self.description = description
    self.estimator = estimator
    self.sources = sources
    self.layers = layers
    self.actors = actors
    self.affiliations = affiliations
    self.events = events
    self.claims = claims
  }

  private static func problems(
    of claim: Claim, _ actors: [String: Int], _ layers: [String: Int], _ sources: [String: Int],
    _ events: [String: Int], _ claims: [String: Int]
  ) -> [String] {
    var problems: [String] = []
    for actor in [claim.from, claim.to] where actors[actor] == nil {
      problems.append("there is no actor '\(actor)'")
    }
    if claim.from == claim.to { problems.append("a claim leads from one actor to another") }
    if layers[claim.layer] == nil { problems.append("there is no layer '\(claim.layer)'") }
    if sources[claim.source] == nil { problems.append("there is no source '\(claim.source)'") }
    if let event = claim.event, events[event] == nil {
      problems.append("there is no event '\(event)'")
    }
    for other in claim.contradicts {
      if other == claim.id { problems.append("a claim does not contradict itself") }
      if claims[other] == nil { problems.append("there is no claim '\(other)'") }
    }
    if !Claim.scale.contains(claim.score) { problems.append("the score is −10 to 10") }
    if let range = claim.range {
      if !Claim.scale.contains(range.lowerBound) || !Claim.scale.contains(range.upperBound) {
        problems.append("the range lies between −10 and 10")
      }
      if !range.contains(claim.score) { problems.append("the score lies in its range") }
    }
    if !(claim.confidence > 0 && claim.confidence <= 1) {
      problems.append("the confidence is above 0 and at most 1")
    }
    return problems.map { "claim '\(claim.id)': \($0)" }
  }

  /// The first and the last day that the claims name, or nil where there are none.
  public var extent: ClosedRange<CalendarDate>? {
    var days: [CalendarDate] = []
    for claim in claims {
      if let first = claim.when.interval.first { days.append(first) }
      if let last = claim.when.interval.last { days.append(last) }
    }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }
}

/// Everything that is wrong with the parts of a project.
public struct ProjectError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The problems, in the order of the parts.
  public let problems: [String]

  /// The problems, one a line.
  public var description: String { problems.joined(separator: "\n") }
}
