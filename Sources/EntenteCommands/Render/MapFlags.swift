import ArgumentParser
import EntenteCore
import EntenteDiagrams

/// What a map needs beyond dates.
struct MapFlags: ParsableArguments {
  @Option(help: "Map: 2 for a plane, 1 for a line with a row for each actor.")
  var dimensions: Int = 2

  @Option(
    help: ArgumentHelp(
      "Map: this actor lies to the right; otherwise who is farthest out does.", valueName: "actor"))
  var reference: String?

  func validate() throws {
    guard (1...2).contains(dimensions) else { throw ValidationError("--dimensions is 1 or 2") }
  }

  /// The map of `--at`, or of `--from` and `--to`.
  func figure(
    of evidence: Evidence, _ asked: ViewFlags, _ options: DiagramOptions
  ) throws -> any Figure {
    let project = evidence.project
    var windows = [try asked.from == nil ? project.window(asked.at) : project.window(asked.to)]
    if let from = asked.from { windows.insert(from, at: 0) }
    let layers = try Self.layers(of: evidence)
    let weights =
      layers.count > 1 ? layers.map { evidence.weight(ofLayer: $0.options.layers?.first) } : nil
    var anchor: [Int32] = []
    if let reference { anchor = [Int32(try evidence.node(meantBy: reference))] }
    do {
      let tables = try windows.map { window in
        try RelationProfiles(
          layers.map { $0.snapshot(over: window).graph }, layerWeights: weights
        ).alignment()
      }
      var options = options
      options.emphasis = try asked.charts.emphasised(in: project)
      return try Diagram.map(
        tables, in: evidence, over: windows, dimensions: dimensions, reference: anchor, options)
    } catch let error as AlignmentError {
      throw Failure(status: .invalidInput, message: error.description)
    }
  }

  /// The same evidence layer by layer, as `entente alignment` compares it.
  private static func layers(of evidence: Evidence) throws -> [Evidence] {
    let project = evidence.project
    let asked = evidence.options.layers
    let chosen = project.layers.filter { asked?.contains($0.id) ?? true }
    guard chosen.count > 1 else { return [evidence] }
    return try chosen.map { layer in
      var options = evidence.options
      options.layers = [layer.id]
      return try Evidence(project, options)
    }
  }
}

extension Evidence {
  fileprivate func weight(ofLayer id: String?) -> Double {
    project.layers.first { $0.id == id }?.weight ?? 1
  }
}
