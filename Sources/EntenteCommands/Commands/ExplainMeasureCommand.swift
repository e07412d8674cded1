import ArgumentParser
import EntenteCore
import EntenteFormats
import EntenteSolver

/// `entente explain-measure`: what a measure is, before trusting its numbers.
struct ExplainMeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-measure",
    abstract: "The definition of a measure, what it does with signs, and where it comes from.",
    discussion: """
      Without a name: all measures, one a line.

      EXAMPLES
        entente explain-measure
        entente explain-measure betweenness
      """)

  @Argument(help: "The measure's name.")
  var name: String?

  /// Every measure that the commands give.
  static let measures = MeasureCatalog.all + SolverMeasures.all

  func run() throws {
    try reporting {
      guard let name else {
        let width = Self.measures.map(\.name.count).max() ?? 0
        let lines = Self.measures.map {
          "\(TextWidth.pad($0.name, to: width, right: false))  \($0.title)\n"
        }
        try Terminal.emit(lines.joined())
        return
      }
      guard let measure = Self.measures.first(where: { $0.name == name }) else {
        let known = Self.measures.map(\.name)
        throw Failure(
          status: .usage,
          message: "there is no measure '\(name)'\(EvidenceFlags.hint(name, known))")
      }
      try Terminal.emit(Self.text(measure, width: Terminal.width))
    }
  }

  static func text(_ measure: Measure, width: Int) -> String {
    let accepted = measure.acceptedAspects.map(\.rawValue).joined(separator: ", ")
    var parts = [
      ("Definition", measure.definition), ("Direction", measure.direction),
      ("Weight", measure.weight), ("Sign", measure.sign),
      ("Runs on", measure.defaultAspect?.rawValue ?? "tension and accord apart"),
      ("Accepts", accepted.isEmpty ? "nothing else" : accepted), ("Range", measure.range),
      ("Complexity", measure.complexity),
    ]
    for reference in measure.references {
      let doi = reference.doi.map { ", doi:\($0)" } ?? ""
      parts.append(("Reference", reference.text + doi))
    }
    var lines = ["\(measure.title) (\(measure.name))"]
    for (name, text) in parts {
      let wrapped = TextWidth.wrap(text, to: width - 12)
      for (index, line) in wrapped.enumerated() {
        lines.append(TextWidth.pad(index == 0 ? name : "", to: 12, right: false) + line)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
