import EntenteCore

extension MeaningCheck {
  /// What counts for longer, for less or more often than its author may think: nothing in the numbers
  /// shows it.
  mutating func checkFading() {
    var onLayer: [String: [ProjectRecord]] = [:]
    for claim in claims {
      if let layer = claim.text("layer") { onLayer[layer, default: []].append(claim) }
    }
    for layer in project.records("layers") {
      let claims = onLayer[layer.id] ?? []
      guard !claims.isEmpty else { continue }
      if layer.number("weight") == 0, !isOnlyLayer(layer) {
        report(
          .weightlessLayer, at: layer.span("weight"),
          "\(layer.title) weighs 0, so that its \(claims.count) "
            + "\(claims.count == 1 ? "claim counts" : "claims count") for nothing where layers are "
            + "pooled",
          hint: "give it a weight above 0, or ask for it alone")
      }
      guard layer.number("half-life") != nil else { continue }
      let endless = claims.filter(Self.isEndless)
      for claim in endless where claim.text("family") ?? "event" == "event" {
        report(
          .endlessEvent, at: claim.span("when"),
          "\(claim.title) is an event without an end, "
            + "so that it never fades",
          hint: "give the day on which it happened, or write “family: condition” if it lasts")
      }
      if endless.count == claims.count {
        report(
          .idleHalfLife, at: layer.span("half-life"),
          "the half-life of \(layer.title) has no effect: none of its claims ever ends",
          hint: "events fade from their last day on; date them, or write “half-life: none”")
      }
    }
  }

  /// Whether pooling comes to this layer alone, so that its weight plays no part.
  private func isOnlyLayer(_ layer: ProjectRecord) -> Bool {
    !project.records("layers").contains { $0.id != layer.id && $0.number("weight") != 0 }
  }

  private static func isEndless(_ claim: ProjectRecord) -> Bool {
    guard let interval = claim.date("when")?.interval else { return false }
    return interval.last == nil
  }

  /// The same score for the same deed by the same source counts once more for every claim on it,
  /// unless an event holds them together.
  mutating func checkRepetition() {
    struct Deed: Hashable {
      var texts: [String?]
      var when: DateInterval
      var score: Double
    }
    var first: [Deed: ProjectRecord] = [:]
    for claim in claims {
      guard let when = claim.date("when"), let score = claim.number("score") else { continue }
      let deed = Deed(
        texts: ["from", "to", "layer", "source"].map { claim.text($0) }, when: when.interval,
        score: score)
      guard let earlier = first[deed] else {
        first[deed] = claim
        continue
      }
      let events = (earlier.text("event"), claim.text("event"))
      // Under one event they share one weight; under two, they are two deeds.
      if events.0 != nil || events.1 != nil { continue }
      report(
        .repeatedClaim, at: claim.span("when"),
        "\(claim.title) repeats \(earlier.title): who, whom, when, score and source are the same, "
          + "and it counts a second time",
        hint: "name one event in both, so that they share one weight, or delete one of them")
    }
  }
}
