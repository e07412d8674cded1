/// The kinds of problems that reading a project file can find.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // The text.
  /// Bytes that are not UTF-8.
  case invalidEncoding = "invalid-encoding"
  /// A control character, a bidirectional override or a non-character.
  case forbiddenCharacter = "forbidden-character"
  /// Nothing but blanks and comments.
  case emptyFile = "empty-file"
  /// The file is larger than the limit.
  case fileTooLarge = "file-too-large"

  // The syntax.
  /// Not YAML.
  case syntax = "syntax"
  /// A feature of YAML that project files do not use: tags, directives, merge keys, several documents.
  case unsupportedSyntax = "unsupported-syntax"
  /// Lists and mappings nested too deeply.
  case nestingTooDeep = "nesting-too-deep"
  /// More values than the limit.
  case tooManyNodes = "too-many-nodes"
  /// An alias without an anchor, one that contains itself, or aliases that multiply.
  case badAlias = "bad-alias"
  /// The same key or id twice.
  case duplicateKey = "duplicate-key"

  // The structure.
  /// A format version that this program does not read.
  case unsupportedVersion = "unsupported-version"
  /// A key that means nothing here.
  case unknownKey = "unknown-key"
  /// A key that has to be there.
  case missingKey = "missing-key"
  /// A key without a value.
  case missingValue = "missing-value"
  /// A list where text is wanted, text where a number is wanted, and so on.
  case wrongType = "wrong-type"
  /// A word that is none of the known ones.
  case unknownWord = "unknown-word"
  /// An id with characters that ids do not have.
  case badIdentifier = "bad-identifier"
  /// Text over the limit for its key.
  case textTooLong = "text-too-long"
  /// A number outside its range, or not finite.
  case outOfRange = "out-of-range"
  /// Not a date, or a date that the calendar does not have.
  case badDate = "bad-date"
  /// An address that is not http, https or mailto.
  case badURL = "bad-url"

  // The meaning.
  /// An id that nothing in the project has.
  case danglingReference = "dangling-reference"
  /// An interval or range whose end comes before its start.
  case reversedInterval = "reversed-interval"
  /// A score outside its own range.
  case scoreOutsideRange = "score-outside-range"
  /// A claim from an actor to itself, an affiliation or a contradiction with itself.
  case selfReference = "self-reference"
  /// Affiliations that lead back to where they started.
  case affiliationCycle = "affiliation-cycle"
  /// An affiliation valid at no date of its actor's claims.
  case affiliationCoversNothing = "affiliation-covers-nothing"
  /// All layers have weight zero.
  case noLayerWeight = "no-layer-weight"
  /// A project without actors or without claims.
  case emptyProject = "empty-project"

  // Legal, but suspicious.
  /// All claims rest on one source.
  case singleSource = "single-source"
  /// An actor that no claim and no affiliation names.
  case unusedActor = "unused-actor"
  /// A layer without claims.
  case unusedLayer = "unused-layer"
  /// A source without claims.
  case unusedSource = "unused-source"
  /// An event without claims.
  case unusedEvent = "unused-event"
  /// An affiliation whose actor makes no claim and receives none.
  case unusedAffiliation = "unused-affiliation"
  /// A contradiction that only one of its claims states.
  case oneSidedContradiction = "one-sided-contradiction"
  /// A claim dated after its publication.
  case publishedBeforeEvent = "published-before-event"
  /// An event that has no end, so that it never fades.
  case endlessEvent = "endless-event"
  /// A half-life on a layer on which nothing ever begins to fade.
  case idleHalfLife = "idle-half-life"
  /// Claims on a layer that weighs nothing where layers are pooled.
  case weightlessLayer = "weightless-layer"
  /// A claim that says the same as another one, and counts a second time.
  case repeatedClaim = "repeated-claim"
  /// A quotation that is long enough to be a matter of rights.
  case longQuote = "long-quote"
  /// A key that has no effect beside another.
  case unusedKey = "unused-key"
  /// Ids that differ only in capital and small letters.
  case similarIdentifiers = "similar-identifiers"

  /// Whether a file with such a problem can be used.
  public var severity: Diagnostic.Severity {
    switch self {
    case .singleSource, .unusedActor, .unusedLayer, .unusedSource, .unusedEvent,
      .unusedAffiliation, .oneSidedContradiction, .publishedBeforeEvent, .endlessEvent,
      .idleHalfLife, .weightlessLayer, .repeatedClaim, .longQuote, .unusedKey,
      .similarIdentifiers:
      .warning
    default: .error
    }
  }
}
