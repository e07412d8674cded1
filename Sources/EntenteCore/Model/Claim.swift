/// The evidence: that one actor stood or acted so towards another, on a layer, at a time, says a
/// source.
public struct Claim: Sendable, Hashable {
  /// How a claim behaves in time.
  public enum Family: String, Sendable, CaseIterable {
    /// Something that happened: it counts fully while it happens, and then fades.
    case event
    /// Something that is the case: it counts fully as long as it lasts.
    case condition
  }

  /// How the source carries the claim.
  public enum Basis: String, Sendable, CaseIterable {
    /// The source says it.
    case stated
    /// The source reads it so.
    case interpreted
    /// The coder infers it.
    case implied
  }

  /// Whether the source gives the date.
  public enum DateBasis: String, Sendable, CaseIterable {
    /// The source gives it.
    case stated
    /// The coder infers it.
    case inferred
  }

  /// Which ends of the claim the source only implies.
  public enum ImpliedEnds: String, Sendable, CaseIterable {
    /// The acting side is implied.
    case from
    /// The side acted upon is implied.
    case to
    /// Both are implied.
    case both
  }

  /// The short name of the claim.
  public var id: String
  /// Who acts.
  public var from: String
  /// Towards whom.
  public var to: String
  /// Whether the claim holds in both directions alike.
  public var isMutual: Bool
  /// On which layer.
  public var layer: String
  /// Event or condition.
  public var family: Family
  /// When it happened or held.
  public var when: EDTFDate
  /// Whether the source gives that date.
  public var dateBasis: DateBasis
  /// When the claim became public, or nil where the publication date of its source is meant.
  public var published: EDTFDate?
  /// −10 (most hostile) … +10 (most cooperative), the Goldstein conflict–cooperation scale.
  public var score: Double
  /// Between what bounds the score may lie; read as a 95 % interval.
  public var range: ClosedRange<Double>?
  /// How the source carries the claim.
  public var basis: Basis
  /// How sure it is that the source makes this claim about this act, above 0 and up to 1.
  public var confidence: Double
  /// The source.
  public var source: String
  /// Where in the source: a paragraph, page or time.
  public var locator: String?
  /// The claim in the coder's words.
  public var says: String
  /// A short quotation.
  public var quote: String?
  /// The act that the claim speaks of.
  public var event: String?
  /// Claims that cannot hold together with this one.
  public var contradicts: [String]
  /// Which ends the source only implies.
  public var implied: ImpliedEnds?
  /// A remark.
  public var note: String?

  /// The most hostile and the most cooperative score.
  public static let scale: ClosedRange<Double> = -10...10

  /// A claim.
  public init(
    id: String, from: String, to: String, isMutual: Bool = false, layer: String,
    family: Family = .event, when: EDTFDate, dateBasis: DateBasis = .stated,
    published: EDTFDate? = nil, score: Double, range: ClosedRange<Double>? = nil,
    basis: Basis = .stated, confidence: Double = 1, source: String, locator: String? = nil,
    says: String, quote: String? = nil, event: String? = nil, contradicts: [String] = [],
    implied: ImpliedEnds? = nil, note: String? = nil
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.isMutual = isMutual
    self.layer = layer
    self.family = family
    self.when = when
    self.dateBasis = dateBasis
    self.published = published
    self.score = score
    self.range = range
    self.basis = basis
    self.confidence = confidence
    self.source = source
    self.locator = locator
    self.says = says
    self.quote = quote
    self.event = event
    self.contradicts = contradicts
    self.implied = implied
    self.note = note
  }
}
