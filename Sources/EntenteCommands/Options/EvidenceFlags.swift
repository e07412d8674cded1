import ArgumentParser
import EntenteCore
import EntenteFormats

extension Level: NamedArgument {}
extension Claim.Basis: NamedArgument {}
extension OutputFormat: NamedArgument {}

/// The name of an estimator as an argument.
enum EstimatorName: String, NamedArgument {
  case posterior, sum, mean
}

/// Which claims count, and how they become ties.
struct EvidenceFlags: ParsableArguments {
  @Option(help: "Between whom: actor, state, or media (states, and media as a whole).")
  var level: Level = .actor

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only this layer; give it again for more.", valueName: "id"))
  var layer: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only claims on this basis; give it again for more.", valueName: "basis"))
  var basis: [Claim.Basis] = []

  @Option(help: "posterior, sum or mean; the project's own where not given.")
  var estimator: EstimatorName?

  @Option(
    help: ArgumentHelp(
      "How many claims the neutral prior is worth (posterior).", valueName: "claims"))
  var prior: Double?

  @Option(help: ArgumentHelp("Leave out what was not public on this day.", valueName: "day"))
  var asKnownOn: CalendarDate?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Follow this claim, and leave out what contradicts it.", valueName: "claim"))
  var reading: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Leave out this claim, source or actor.", valueName: "id"))
  var without: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Leave out claims whose source is a medium of this country, as sources give it.",
      valueName: "country"))
  var dropCountryMedia: [String] = []

  func evidence(of project: Project) throws(Failure) -> Evidence {
    var options = EvidenceOptions()
    options.level = level
    options.layers = layer.isEmpty ? nil : Set(layer)
    if !basis.isEmpty { options.bases = Set(basis) }
    options.estimator = try chosenEstimator(project)
    options.asKnownOn = asKnownOn
    options.readings = Set(reading)
    options.withoutMediaOf = Set(dropCountryMedia)
    for name in without {
      let places = [
        project.claimIndex[name] != nil, project.sourceIndex[name] != nil,
        project.actorIndex[name] != nil,
      ]
      guard places.contains(true) else {
        let known =
          Array(project.claimIndex.keys) + Array(project.sourceIndex.keys)
          + Array(project.actorIndex.keys)
        throw Failure(
          status: .usage,
          message: "the project has no claim, source or actor '\(name)'\(Self.hint(name, known))")
      }
      guard places.filter({ $0 }).count == 1 else {
        throw Failure(
          status: .usage,
          message: "'\(name)' names more than one of claim, source and actor: rename one of them")
      }
      if places[0] { options.withoutClaims.insert(name) }
      if places[1] { options.withoutSources.insert(name) }
      if places[2] { options.withoutActors.insert(name) }
    }
    do {
      return try Evidence(project, options)
    } catch {
      throw Failure(status: .usage, message: error.description)
    }
  }

  /// Whether anything is asked for beyond whom and on which layers.
  var changeEvidence: Bool {
    !basis.isEmpty || estimator != nil || prior != nil || asKnownOn != nil || !reading.isEmpty
      || !without.isEmpty || !dropCountryMedia.isEmpty
  }

  /// The same level and layers, with all claims and the project's own estimator.
  var asIs: EvidenceFlags {
    var flags = self
    flags.basis = []
    flags.estimator = nil
    flags.prior = nil
    flags.asKnownOn = nil
    flags.reading = []
    flags.without = []
    flags.dropCountryMedia = []
    return flags
  }

  static func hint(_ name: String, _ known: [String]) -> String {
    Suggestion.closest(to: name, among: known.sorted()).map { ": did you mean '\($0)'?" } ?? ""
  }

  private func chosenEstimator(_ project: Project) throws(Failure) -> Estimator? {
    let chosen: Estimator?
    switch estimator {
    case .sum: chosen = .sum
    case .mean: chosen = .mean
    case .posterior:
      if case .posterior(let own) = project.estimator {
        chosen = .posterior(prior: prior ?? own)
      } else {
        chosen = .posterior(prior: prior ?? 1)
      }
    case nil: chosen = prior.map { .posterior(prior: $0) }
    }
    if prior != nil, estimator == .sum || estimator == .mean {
      throw Failure(
        status: .usage, message: "--prior goes with the posterior estimator; sum and mean have none"
      )
    }
    if let problem = chosen?.problem { throw Failure(status: .usage, message: problem) }
    return chosen
  }
}

extension Evidence {
  /// What was asked for, by name.
  var parameters: [String: JSONValue] {
    var parameters: [String: JSONValue] = [
      "asKnownOn": .optional(options.asKnownOn?.description),
      "bases": .array(options.bases.sorted().map { .string($0.rawValue) }),
      "estimator": .string(estimator.name),
      "layers": .array(
        project.layers.map(\.id).filter { options.layers?.contains($0) ?? true }.map {
          .string($0)
        }),
      "level": .string(options.level.rawValue),
      "readings": .array(options.readings.sorted().map { .string($0) }),
      "without": .array(
        options.withoutClaims.union(options.withoutSources).union(options.withoutActors).sorted()
          .map { .string($0) }),
      "withoutMediaOf": .array(options.withoutMediaOf.sorted().map { .string($0) }),
    ]
    if case .posterior(let prior) = estimator { parameters["prior"] = .number(prior) }
    return parameters
  }

  /// The same for people: `between states, pooled layers, posterior estimator (prior 1)`.
  var wording: String {
    let between =
      switch options.level {
      case .actor: "between actors"
      case .state: "between states"
      case .media: "between states and media"
      }
    let layers =
      options.layers.map { chosen in
        (chosen.count == 1 ? "layer " : "layers ") + chosen.sorted().joined(separator: ", ")
      } ?? (project.layers.count == 1 ? "one layer" : "\(project.layers.count) layers pooled")
    var parts = [between, layers]
    if options.bases.count < Claim.Basis.allCases.count {
      parts.append(
        options.bases.sorted().map(\.rawValue).joined(separator: " and ") + " claims only")
    }
    if let day = options.asKnownOn { parts.append("as known on \(day)") }
    if !options.readings.isEmpty {
      parts.append("reading " + options.readings.sorted().joined(separator: ", "))
    }
    let left = options.withoutClaims.union(options.withoutSources).union(options.withoutActors)
    if !left.isEmpty { parts.append("without " + left.sorted().joined(separator: ", ")) }
    if !options.withoutMediaOf.isEmpty {
      parts.append("without media of " + options.withoutMediaOf.sorted().joined(separator: ", "))
    }
    if case .posterior(let prior) = estimator {
      parts.append("posterior mean, prior worth \(Table.Cell.number(prior, decimals: 0).json.text)")
    } else {
      parts.append("\(estimator.name) estimator")
    }
    return parts.joined(separator: " · ")
  }

  /// How many claims count, and why others do not, in one sentence.
  var accountingNote: String {
    let sources = Set(project.claims.map(\.source)).count
    var text =
      "\(accounting.used) of \(Counted.text(accounting.claims, "claim")) from \(Counted.text(sources, "source")) count"
    let reasons: [(Int, String)] = [
      (accounting.otherLayers, "on other layers"), (accounting.otherBases, "on other bases"),
      (accounting.notYetKnown, "not yet known"), (accounting.leftOut, "left out as asked"),
      (accounting.mediaLeftOut, "from media that are left out"),
      (accounting.withoutVoice, "with an end that speaks for nobody here"),
      (accounting.insideOneActor, "inside one state"),
    ]
    let told = reasons.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !told.isEmpty { text += "; not counted: " + told.joined(separator: ", ") }
    return text + "."
  }

  /// What a careful reader of any result should know.
  var caveats: [String] {
    var notes = [accountingNote]
    let used = Set(project.claims.map(\.source))
    if used.count == 1, let source = project.sources.first(where: { used.contains($0.id) }) {
      notes.append("All of it rests on 1 source: \(source.citation).")
    }
    for country in options.withoutMediaOf.sorted() {
      let dropped = project.sources.filter { $0.isMedium && $0.country == country }
      guard !dropped.isEmpty else {
        notes.append("No source is a medium of \(country): nothing is left out as such.")
        continue
      }
      let ids = Set(dropped.map(\.id))
      let kinds = Set(dropped.compactMap(\.kind)).sorted().joined(separator: ", ")
      let claims = project.claims.count { ids.contains($0.source) }
      notes.append(
        "Left out as media of \(country): \(Counted.text(dropped.count, "source")) (\(kinds)) with \(Counted.text(claims, "claim")), whoever they are about; other sources of \(country) stay."
      )
    }
    if accounting.withoutPublicationDate > 0 {
      notes.append(
        "\(Counted.text(accounting.withoutPublicationDate, "claim")) without a publication date taken as known when the act happened."
      )
    }
    return notes
  }
}

/// `1 claim`, `2 claims`.
enum Counted {
  static func text(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
