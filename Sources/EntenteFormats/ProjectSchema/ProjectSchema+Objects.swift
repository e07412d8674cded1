import EntenteCore

extension ProjectSchema {
  static let note = Field.optional("note", .text(limit: 10_000), "A remark for readers.")

  /// The whole file.
  public static let project = Object(
    name: "project",
    summary: "A case: who stood how to whom, and which source says so.",
    fields: [
      .required("entente", .version, "The version of the file format."),
      .required("title", .line(limit: 300), "What the case is about."),
      .optional("description", .text(limit: 10_000), "A longer description."),
      .optional(
        "scale",
        .word([
          Word(
            text: "goldstein",
            summary: "The conflict–cooperation scale from −10, hostile, to 10, cooperative.")
        ]), "The scale of the scores.", fallback: "goldstein"),
      .optional(
        "estimator", .object(estimator), "How claims become ties where nothing else is asked for."),
      .optional(
        "confidence", .object(confidence), "What the words for confidence are worth as numbers."),
      .required("sources", .table(source, .source, minimum: 1), "Where the claims come from."),
      .required("layers", .table(layer, .layer, minimum: 1), "The kinds of relations."),
      .required("actors", .table(actor, .actor, minimum: 2), "Who acts, and on whom."),
      .optional("affiliations", .objects(affiliation), "Who belongs to whom."),
      .optional("events", .table(event, .event, minimum: 0), "Acts that several claims speak of."),
      .required("claims", .table(claim, .claim, minimum: 1), "The evidence."),
    ])

  static let estimator = Object(
    name: "estimator",
    summary: "How the scores of claims are put together.",
    fields: [
      .required(
        "name",
        .word([
          Word(
            text: "posterior", summary: "The mean under a neutral prior; fades with the evidence."),
          Word(text: "sum", summary: "The weighted sum; unbounded."),
          Word(text: "mean", summary: "The weighted mean; does not fade."),
        ]), "The estimator."),
      .optional(
        "prior", .number(Bounds(0, excluded: true, 1000)),
        "How many claims the neutral prior is worth; for posterior only.", fallback: "1"),
    ])

  static let share = Bounds(0, excluded: true, 1)

  static let confidenceWords = [
    Word(text: "high", summary: "The source clearly makes the claim."),
    Word(text: "medium", summary: "It probably does."),
    Word(text: "low", summary: "It may be read otherwise."),
  ]

  /// What the words are worth where a file does not say.
  public static let confidenceDefaults: [String: Double] = ["high": 1, "medium": 0.7, "low": 0.4]

  static let confidence = Object(
    name: "confidence",
    summary: "Numbers above 0 and up to 1 for the words.",
    fields: [
      .optional("high", .number(share), "What high is worth.", fallback: "1"),
      .optional("medium", .number(share), "What medium is worth.", fallback: "0.7"),
      .optional("low", .number(share), "What low is worth.", fallback: "0.4"),
    ])

  static let source = Object(
    name: "source",
    summary: "Where claims come from.",
    fields: [
      .required("title", .line(limit: 500), "The title of the piece."),
      .optional("author", .line(limit: 300), "Who wrote it."),
      .optional("publisher", .line(limit: 300), "Who published it."),
      .optional("published", .date, "When it was published."),
      .optional("url", .address, "Where it can be read."),
      .optional(
        "kind", .line(limit: 100), "What kind of source: op-ed, news agency, official record …"),
      .optional("country", .line(limit: 100), "The country of the publisher."),
      .optional(
        "reliability", .number(share), "How far it is trusted, above 0 and up to 1.",
        fallback: "1"),
      .optional("reliability-reason", .text(limit: 2_000), "Why it is trusted so far."),
      .optional("seen", .line(limit: 500), "What part of it was read."),
      note,
    ])

  static let layer = Object(
    name: "layer",
    summary: "A kind of relation.",
    fields: [
      .optional("label", .line(limit: 100), "The name that is shown; the id where left out."),
      .required(
        "half-life",
        .numberOrWord(
          Bounds(0, excluded: true, 1_000_000),
          [Word(text: "none", summary: "Evidence never fades.")]),
        "After how many days an event counts half."),
      .optional(
        "weight", .number(Bounds(0, 1_000_000)),
        "How much the layer counts where layers are pooled, relative to the others.",
        fallback: "1"),
      note,
    ])

  static let actor = Object(
    name: "actor",
    summary: "Somebody or something that acts on others.",
    fields: [
      .required(
        "kind",
        .word([
          Word(text: "state", summary: "A state."),
          Word(text: "person", summary: "A person."),
          Word(text: "outlet", summary: "A medium, or the media of a country as a whole."),
          Word(text: "organization", summary: "A ministry, company, party, international body."),
          Word(text: "group", summary: "A loosely bounded set of people."),
        ]), "What kind of actor it is."),
      .required("name", .line(limit: 200), "The name that is shown."),
      .optional("names", .names, "The name in other languages, by language tag: az, ru, hy …"),
      .optional(
        "aliases", .list(.line(limit: 200), count: 0...100, isDistinct: true),
        "Other names under which sources speak of the actor."),
      note,
    ])

  static let affiliation = Object(
    name: "affiliation",
    summary: "That one actor belongs to another, and how far it speaks for it.",
    fields: [
      .required("actor", .reference(.actor), "The actor that belongs."),
      .required("of", .reference(.actor), "The actor that it belongs to."),
      .required("role", .line(limit: 200), "In what capacity: president, member, outlet …"),
      .optional("during", .date, "When this holds; always where left out."),
      .required(
        "speaks-for", .number(Bounds(0, 1)),
        "How far what the one does counts as the other's act, 0 to 1."),
      note,
    ])

  static let event = Object(
    name: "event",
    summary: "One act or state of affairs that several claims may speak of.",
    fields: [
      .required("what", .text(limit: 1_000), "What happened."),
      .optional("when", .date, "When it happened."),
      note,
    ])
}
