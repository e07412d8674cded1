import EntenteCore
import Testing

/// The day that an ISO 8601 text names.
func day(_ text: String) throws -> CalendarDate {
  try #require(EDTFDate(text).interval.first)
}

/// A claim with the fields that a test is not about left plain.
func claim(
  _ id: String, _ from: String = "A", _ to: String = "B", layer: String = "words",
  when: String = "2025-01-01", score: Double = -6, range: ClosedRange<Double>? = nil,
  isMutual: Bool = false, published: String? = nil, basis: Claim.Basis = .stated,
  confidence: Double = 1, source: String = "paper", event: String? = nil,
  contradicts: [String] = []
) throws -> Claim {
  Claim(
    id: id, from: from, to: to, isMutual: isMutual, layer: layer, when: try EDTFDate(when),
    published: try published.map { try EDTFDate($0) }, score: score, range: range, basis: basis,
    confidence: confidence, source: source, says: id, event: event, contradicts: contradicts)
}

/// A project about states A, B and C, a half-life of 30 days for words and none for pacts, two
/// wholly trusted sources and the events `act` and `other`.
func smallProject(
  _ claims: [Claim], actors: [Actor] = [], affiliations: [Affiliation] = [],
  layers: [Layer] = [Layer(id: "words", halfLife: 30), Layer(id: "pacts", halfLife: nil)],
  sources: [Source] = [Source(id: "paper", title: ""), Source(id: "radio", title: "")]
) throws -> Project {
  try Project(
    title: "small", sources: sources, layers: layers,
    actors: ["A", "B", "C"].map { Actor(id: $0, kind: .state, name: $0) } + actors,
    affiliations: affiliations,
    events: [Event(id: "act", what: ""), Event(id: "other", what: "")], claims: claims)
}

extension Project {
  /// Where an actor stands, as snapshots name it.
  func position(_ actor: String) throws -> Int32 {
    Int32(try #require(actorIndex[actor]))
  }
}

extension Snapshot {
  /// The tie between two actors by id.
  func tie(_ source: String, _ target: String) throws -> Tie? {
    tie(from: try project.position(source), to: try project.position(target))
  }

  /// The contributions to a tie by the ids of their claims.
  func parts(of tie: Tie) -> [String: Contribution] {
    Dictionary(
      uniqueKeysWithValues: contributions(to: tie).map { (project.claims[$0.claim].id, $0) })
  }
}

extension Evidence {
  /// The evidence of a project as options say that are set in a closure.
  init(_ project: Project, _ change: (inout EvidenceOptions) -> Void) throws {
    var options = EvidenceOptions()
    change(&options)
    try self.init(project, options)
  }

  /// The ties as of a day.
  func snapshot(on text: String) throws -> Snapshot {
    snapshot(over: Window(try day(text)))
  }
}

/// Whether two numbers differ by less than a tolerance.
func isClose(_ left: Double, _ right: Double, within tolerance: Double = 1e-12) -> Bool {
  (left - right).magnitude <= tolerance
}

/// All estimators.
let estimators: [Estimator] = [
  .posterior(prior: 1), .posterior(prior: 0.01), .posterior(prior: 25), .sum, .mean,
]
