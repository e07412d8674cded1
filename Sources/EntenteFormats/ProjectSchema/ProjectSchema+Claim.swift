import EntenteCore

extension ProjectSchema {
  static let scores = Bounds(Claim.scale.lowerBound, Claim.scale.upperBound)

  static let claim = Object(
    name: "claim",
    summary: "That one actor stood or acted so towards another, at a time, says a source.",
    fields: [
      .required("from", .reference(.actor), "Who acts."),
      .required("to", .reference(.actor), "Towards whom."),
      .optional(
        "mutual", .flag, "Whether the claim holds in both directions alike.", fallback: "false"),
      .required("layer", .reference(.layer), "On which layer."),
      .optional(
        "family",
        .word([
          Word(text: "event", summary: "Something that happened: it fades."),
          Word(text: "condition", summary: "Something that is the case: it counts while it lasts."),
        ]), "How the claim behaves in time.", fallback: "event"),
      .required("when", .date, "When it happened or held."),
      .optional(
        "date-basis",
        .word([
          Word(text: "stated", summary: "The source gives the date."),
          Word(text: "inferred", summary: "The coder infers it."),
        ]), "Whether the source gives that date.", fallback: "stated"),
      .optional(
        "published", .date, "When the claim became public; as its source where left out."),
      .required(
        "score", .number(scores), "From −10, most hostile, to 10, most cooperative."),
      .optional(
        "range", .list(.number(scores), count: 2...2, isDistinct: false),
        "Between what bounds the score may lie: [lowest, highest]."),
      .optional(
        "basis",
        .word([
          Word(text: "stated", summary: "The source says it."),
          Word(text: "interpreted", summary: "The source reads it so."),
          Word(text: "implied", summary: "The coder infers it."),
        ]), "How the source carries the claim.", fallback: "stated"),
      .optional(
        "confidence", .numberOrWord(share, confidenceWords),
        "How sure it is that the source makes this claim about this act.", fallback: "high"),
      .required("source", .reference(.source), "The source."),
      .optional("locator", .line(limit: 300), "Where in the source: a paragraph, page or time."),
      .required("says", .text(limit: 2_000), "The claim in the coder's own words."),
      .optional("quote", .text(limit: 2_000), "A short quotation."),
      .optional("event", .reference(.event), "The act that the claim speaks of."),
      .optional(
        "contradicts", .list(.reference(.claim), count: 0...100, isDistinct: true),
        "Claims that cannot hold together with this one."),
      .optional(
        "implied",
        .word([
          Word(text: "from", summary: "The acting side is implied."),
          Word(text: "to", summary: "The side acted upon is implied."),
          Word(text: "both", summary: "Both are implied."),
        ]), "Which ends the source only implies."),
      note,
    ])
}
