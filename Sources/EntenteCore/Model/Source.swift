/// Where a claim comes from.
public struct Source: Sendable, Hashable {
  /// The short name by which claims refer to the source.
  public var id: String
  /// The title of the piece.
  public var title: String
  /// Who wrote it.
  public var author: String?
  /// Who published it.
  public var publisher: String?
  /// When it was published.
  public var published: EDTFDate?
  /// Where it can be read.
  public var url: String?
  /// What kind of source: op-ed, news agency, state media, official record …
  public var kind: String?
  /// The country of the publisher.
  public var country: String?
  /// How far the source is trusted, above 0 and up to 1.
  public var reliability: Double
  /// Why it is trusted so far.
  public var reliabilityReason: String?
  /// What part of it was read.
  public var seen: String?
  /// A remark.
  public var note: String?

  /// A source.
  public init(
    id: String, title: String, author: String? = nil, publisher: String? = nil,
    published: EDTFDate? = nil, url: String? = nil, kind: String? = nil, country: String? = nil,
    reliability: Double = 1, reliabilityReason: String? = nil, seen: String? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.author = author
    self.publisher = publisher
    self.published = published
    self.url = url
    self.kind = kind
    self.country = country
    self.reliability = reliability
    self.reliabilityReason = reliabilityReason
    self.seen = seen
    self.note = note
  }
}

extension Source {
  /// The words that make a kind of source a kind of medium.
  public static let mediaWords: Set<String> = [
    "blog", "broadcaster", "magazine", "media", "news", "newspaper", "op-ed", "press", "radio",
    "television",
  ]

  /// Whether the source is a medium: one of the words of its kind is among ``mediaWords``, as in
  /// `state media`, `news agency` or `op-ed`. A source without a kind is none.
  public var isMedium: Bool {
    guard let kind else { return false }
    return kind.lowercased().split(whereSeparator: { " ,;/()".contains($0) }).contains {
      Self.mediaWords.contains(String($0))
    }
  }
}

/// One act or state of affairs that several claims may speak of.
///
/// Claims of one source on the same event, dyad and layer share one weight, so that an act is not
/// counted twice because it was described twice.
public struct Event: Sendable, Hashable {
  /// The short name by which claims refer to the event.
  public var id: String
  /// What happened.
  public var what: String
  /// When it happened.
  public var when: EDTFDate?
  /// A remark.
  public var note: String?

  /// An event.
  public init(id: String, what: String, when: EDTFDate? = nil, note: String? = nil) {
    self.id = id
    self.what = what
    self.when = when
    self.note = note
  }
}
