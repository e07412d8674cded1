import ArgumentParser
import EntenteCore
import EntenteFormats

/// `entente alignment`: how alike actors' relations to everybody else are.
struct AlignmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alignment",
    abstract: "How alike actors' relations to all others are: who is near whom.",
    discussion: """
      Compares the actors' net ties to and from third parties, layer by layer. s does not allow for \
      agreement by chance; pi and kappa do (Häge 2011, doi:10.1093/pan/mpr023). The direct tie \
      between two actors plays no part and is shown beside. A pair that cannot be compared is left \
      out and counted.

      EXAMPLES
        entente alignment case.yaml --at 2025-05-19 --level state
        entente alignment case.yaml --actor Baku --similarity pearson
        entente alignment case.yaml --map --format csv
        entente alignment case.yaml --map --dimensions 1 --actor Moscow
      """)

  /// The measures of similarity.
  enum Similarity: String, CaseIterable, ExpressibleByArgument {
    case cosine, pearson, s, pi, kappa

    var measure: ProfileSimilarity {
      switch self {
      case .cosine: .cosine
      case .pearson: .pearson
      case .s: .signorinoRitterS()
      case .pi: .scottPi()
      case .kappa: .cohenKappa()
      }
    }

    var title: String {
      switch self {
      case .cosine: "cosine of the profiles, -1 to 1"
      case .pearson: "Pearson correlation of the profiles, -1 to 1"
      case .s: "Signorino and Ritter's S, -1 to 1"
      case .pi: "Scott's pi of hostile, neutral and friendly ties, up to 1"
      case .kappa: "Cohen's kappa of hostile, neutral and friendly ties, up to 1"
      }
    }
  }

  @OptionGroup var input: ProjectArgument
  @OptionGroup var flags: EvidenceFlags
  @OptionGroup var dates: DateFlags

  @Option(help: "cosine, pearson, s, pi or kappa.")
  var similarity: Similarity = .cosine

  @Option(
    help: ArgumentHelp(
      "Only pairs with this actor, nearest first; on a map, who lies on the positive side.",
      valueName: "name"))
  var actor: String?

  @Flag(help: "Places on a map instead of pairs.")
  var map = false

  @Option(help: ArgumentHelp("How many axes the map has, 1 or 2.", valueName: "count"))
  var dimensions: Int = 2

  @Flag(help: "Compare the pooled ties instead of layer by layer.")
  var pooled = false

  @Option(help: "table, json, csv or markdown.")
  var format: OutputFormat = .table

  func validate() throws {
    guard (1...2).contains(dimensions) else { throw ValidationError("--dimensions is 1 or 2") }
  }

  func run() throws {
    try reporting {
      let project = try input.project()
      let evidence = try flags.evidence(of: project)
      let windows = try dates.windows(in: project)
      var layers = [evidence]
      if !pooled, project.layers.count > 1 {
        layers = []
        for layer in project.layers where flags.layer.isEmpty || flags.layer.contains(layer.id) {
          var single = flags
          single.layer = [layer.id]
          layers.append(try single.evidence(of: project))
        }
      }
      let weights = layers.count > 1 ? Self.weights(project, flags.layer) : nil
      var document = Document(
        "alignment", of: evidence, over: windows, dates,
        subtitle: [similarity.title + (layers.count > 1 ? ", layer by layer" : "")])
      document.parameters["similarity"] = .string(similarity.rawValue)
      document.parameters["pooled"] = .bool(layers.count == 1)
      if map { document.parameters["dimensions"] = .number(Double(dimensions)) }
      var undefined = 0
      document.tables = try Document.series("alignment", over: windows) { window in
        let compared = try Compared(
          layers, weights, window, similarity.measure,
          with: map ? nil : chosen(project, evidence.nodes), showsShare: windows.count == 1)
        if let table = compared.table, map {
          return [try places(table, evidence, window, &document.notes)]
        }
        undefined += compared.undefined
        return [pairs(compared.pairs, evidence.snapshot(over: window))]
      }
      if undefined > 0 {
        document.notes.append(
          "\(Counted.text(undefined, "pair")) left out: one of the two has no ties to third parties, or nothing in them varies."
        )
      }
      document.notes += evidence.caveats
      try Terminal.emit(document.text(format, width: Terminal.width))
    }
  }

  private static func weights(_ project: Project, _ asked: [String]) -> [Double] {
    project.layers.filter { asked.isEmpty || asked.contains($0.id) }.map(\.weight)
  }

  /// What was compared: all pairs, or one actor with all others.
  private struct Compared {
    var table: AlignmentTable?
    /// Most alike first.
    var pairs: [(first: Int32, second: Int32, similarity: Double)] = []
    var undefined = 0

    init(
      _ layers: [Evidence], _ weights: [Double]?, _ window: Window, _ similarity: ProfileSimilarity,
      with chosen: Int32?, showsShare: Bool
    ) throws(Failure) {
      let control = RunControl(progress: showsShare ? Progress.share(of: "alignment") : nil)
      do {
        let profiles = try RelationProfiles(
          layers.map { $0.snapshot(over: window).graph }, layerWeights: weights)
        let count = Int32(profiles.nodeCount)
        if let chosen {
          pairs = try profiles.aligned(with: chosen, by: similarity, control: control)
            .map { (chosen, $0.actor, $0.similarity) }
          undefined = Int(count) - 1 - pairs.count
          return
        }
        let table = try profiles.alignment(by: similarity, control: control)
        self.table = table
        for first in 0..<count {
          for second in (first + 1)..<max(count, first + 1) {
            if let value = table[first, second].value {
              pairs.append((first, second, value))
            } else {
              undefined += 1
            }
          }
        }
      } catch {
        throw Failure(status: .invalidInput, message: error.description)
      }
      pairs.sort { ($1.similarity, $0.first, $0.second) < ($0.similarity, $1.first, $1.second) }
    }
  }

  /// All pairs, or those of one actor: the most alike first. The ties beside them are pooled.
  private func pairs(
    _ compared: [(first: Int32, second: Int32, similarity: Double)], _ snapshot: Snapshot
  ) -> Table {
    let project = snapshot.project
    var table = Table(
      key: "pairs", title: "Pairs, the most alike first",
      columns: [
        .data("first"), .data("second"), .init("firstName", "Actor", isFlexible: true),
        .init("secondName", "And", isFlexible: true), .init("similarity", "Similarity"),
        .init("netThere", "Net there"), .init("netBack", "and back"),
      ], whenEmpty: "no two actors can be compared")
    for (first, second, value) in compared {
      let (one, other) = (snapshot.nodes[Int(first)], snapshot.nodes[Int(second)])
      table.rows.append([
        .text(project.actors[one].id), .text(project.actors[other].id),
        .text(project.actors[one].name), .text(project.actors[other].name),
        .signed(value, decimals: 3),
        .signed(snapshot.tie(from: Int32(one), to: Int32(other))?.net, decimals: 2),
        .signed(snapshot.tie(from: Int32(other), to: Int32(one))?.net, decimals: 2),
      ])
    }
    return table
  }

  /// The node of the actor named.
  private func chosen(_ project: Project, _ nodes: [Int]) throws(Failure) -> Int32? {
    guard let actor else { return nil }
    let index = try project.actor(meantBy: actor)
    guard let node = nodes.firstIndex(of: index) else {
      throw Failure(
        status: .usage, message: "\(project.actors[index].name) is no node at this level")
    }
    return Int32(node)
  }

  private func places(
    _ alignment: AlignmentTable, _ evidence: Evidence, _ window: Window, _ notes: inout [String]
  ) throws(Failure) -> Table {
    let map: AlignmentMap
    let reference = try chosen(evidence.project, evidence.nodes).map { [$0] } ?? []
    do {
      map = try alignment.map(dimensions: dimensions, reference: reference)
    } catch {
      throw Failure(status: .invalidInput, message: error.description)
    }
    if map.assumedPairs > 0 {
      notes.append(
        "As of \(window), \(Counted.text(map.assumedPairs, "pair")) could not be compared and count with similarity 0."
      )
    }
    for (axis, name) in ["x", "y"].prefix(dimensions).enumerated()
    where map.isAmbiguous[axis] && map.eigenvalues[axis] > 0 {
      notes.append("As of \(window), another direction would do as well as \(name): don't read it.")
    }
    let shown = map.shown.map { FixedPoint.text(100 * $0, decimals: 0) + " %" }
    var table = Table(
      key: "places",
      title: shown.count > 1
        ? "Places; the axes show \(shown.joined(separator: " and ")) of the comparison"
        : "Places; the axis shows \(shown[0]) of the comparison",
      columns: [
        .data("actor"), .init("name", "Actor", isFlexible: true), .init("x", "x"),
      ] + (dimensions > 1 ? [.init("y", "y")] : []), whenEmpty: "no actor can be placed")
    for (node, place) in map.places.enumerated() {
      guard let place else { continue }
      let actor = evidence.project.actors[evidence.nodes[node]]
      table.rows.append(
        [.text(actor.id), .text(actor.name)] + place.map { .signed($0, decimals: 3) })
    }
    return table
  }
}
