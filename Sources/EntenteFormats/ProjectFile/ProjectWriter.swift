import EntenteCore

/// Writes project files.
public enum ProjectWriter {
  /// A project as the text of a project file.
  ///
  /// Keys stand in the order of the schema, entries in the order of the project; what equals its
  /// default is left out. Reading the text gives an equal project, as long as the project's texts
  /// are such as a file may hold (see ``ForbiddenCharacter``; no line feed at their end).
  ///
  /// - Complexity: linear in the size of the project.
  public static func text(of project: Project) -> String {
    var output = YAMLOutput()
    output.text += "# yaml-language-server: $schema=entente.schema.json\n"
    output.line("entente", String(ProjectSchema.version))
    output.line("title", YAMLOutput.scalar(project.title))
    output.line("description", project.description.map(YAMLOutput.scalar))
    output.line("scale", "goldstein")
    output.line("estimator", estimator(project.estimator))
    output.section("sources", project.sources) { write($0, to: &$1) }
    output.section("layers", project.layers) { write($0, to: &$1) }
    output.section("actors", project.actors) { write($0, to: &$1) }
    if !project.affiliations.isEmpty {
      output.text += "\naffiliations:\n"
      for affiliation in project.affiliations { write(affiliation, to: &output) }
    }
    if !project.events.isEmpty {
      output.section("events", project.events) { write($0, to: &$1) }
    }
    output.section("claims", project.claims) { write($0, to: &$1) }
    return output.text
  }

  private static func estimator(_ estimator: Estimator) -> String {
    switch estimator {
    case .posterior(let prior): "{name: posterior, prior: \(YAMLOutput.number(prior))}"
    case .sum: "{name: sum}"
    case .mean: "{name: mean}"
    }
  }

  private static func write(_ source: Source, to output: inout YAMLOutput) {
    output.entry(
      source.id,
      [
        ("title", YAMLOutput.scalar(source.title)),
        ("author", source.author.map(YAMLOutput.scalar)),
        ("publisher", source.publisher.map(YAMLOutput.scalar)),
        ("published", source.published?.text),
        ("url", source.url.map(YAMLOutput.scalar)),
        ("kind", source.kind.map(YAMLOutput.scalar)),
        ("country", source.country.map(YAMLOutput.scalar)),
        ("reliability", YAMLOutput.number(source.reliability)),
        ("reliability-reason", source.reliabilityReason.map(YAMLOutput.scalar)),
        ("seen", source.seen.map(YAMLOutput.scalar)),
        ("note", source.note.map(YAMLOutput.scalar)),
      ])
  }

  private static func write(_ layer: Layer, to output: inout YAMLOutput) {
    output.entry(
      layer.id,
      [
        ("label", layer.label == layer.id ? nil : YAMLOutput.scalar(layer.label)),
        ("half-life", layer.halfLife.map(YAMLOutput.number) ?? "none"),
        ("weight", YAMLOutput.number(layer.weight)),
        ("note", layer.note.map(YAMLOutput.scalar)),
      ])
  }

  private static func write(_ actor: Actor, to output: inout YAMLOutput) {
    let names = actor.names.sorted { $0.key < $1.key }
      .map { "\(YAMLOutput.scalar($0.key)): \(YAMLOutput.scalar($0.value))" }
    output.entry(
      actor.id,
      [
        ("kind", actor.kind.rawValue),
        ("name", YAMLOutput.scalar(actor.name)),
        ("names", names.isEmpty ? nil : "{\(names.joined(separator: ", "))}"),
        ("aliases", YAMLOutput.list(actor.aliases)),
        ("note", actor.note.map(YAMLOutput.scalar)),
      ])
  }

  private static func write(_ affiliation: Affiliation, to output: inout YAMLOutput) {
    output.item([
      ("actor", YAMLOutput.scalar(affiliation.actor)),
      ("of", YAMLOutput.scalar(affiliation.of)),
      ("role", YAMLOutput.scalar(affiliation.role)),
      ("during", affiliation.during == .always ? nil : affiliation.during.description),
      ("speaks-for", YAMLOutput.number(affiliation.speaksFor)),
      ("note", affiliation.note.map(YAMLOutput.scalar)),
    ])
  }

  private static func write(_ event: Event, to output: inout YAMLOutput) {
    output.entry(
      event.id,
      [
        ("what", YAMLOutput.scalar(event.what)),
        ("when", event.when?.text),
        ("note", event.note.map(YAMLOutput.scalar)),
      ])
  }

  private static func write(_ claim: Claim, to output: inout YAMLOutput) {
    let range = claim.range.map {
      "[\(YAMLOutput.number($0.lowerBound)), \(YAMLOutput.number($0.upperBound))]"
    }
    let word = ProjectSchema.confidenceDefaults.first { $0.value == claim.confidence }?.key
    output.entry(
      claim.id,
      [
        ("from", YAMLOutput.scalar(claim.from)),
        ("to", YAMLOutput.scalar(claim.to)),
        ("mutual", claim.isMutual ? "true" : nil),
        ("layer", YAMLOutput.scalar(claim.layer)),
        ("family", claim.family.rawValue),
        ("when", claim.when.text),
        ("date-basis", claim.dateBasis.rawValue),
        ("published", claim.published?.text),
        ("score", YAMLOutput.number(claim.score)),
        ("range", range),
        ("basis", claim.basis.rawValue),
        ("confidence", word ?? YAMLOutput.number(claim.confidence)),
        ("source", YAMLOutput.scalar(claim.source)),
        ("locator", claim.locator.map(YAMLOutput.scalar)),
        ("event", claim.event.map(YAMLOutput.scalar)),
        ("contradicts", YAMLOutput.list(claim.contradicts)),
        ("implied", claim.implied?.rawValue),
        ("says", YAMLOutput.scalar(claim.says)),
        ("quote", claim.quote.map(YAMLOutput.scalar)),
        ("note", claim.note.map(YAMLOutput.scalar)),
      ])
  }
}
