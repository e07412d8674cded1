import ArgumentParser
import EntenteCore
import EntenteDiagrams

/// What can be drawn. A new view is a case here, what it asks for in `dates`, and how it is made in
/// `figure`.
enum RenderView: String, CaseIterable, ExpressibleByArgument {
  case alignment, shift, matrix, timeline, ranks

  /// Which dates a view is asked for with.
  enum Dates {
    /// `--at`, or the last day of the evidence.
    case one
    /// `--from` and `--to`, or the last day of the evidence for the second.
    case two
    /// `--at`, or `--from` and `--to`, or the last day of the evidence.
    case oneOrTwo
    /// All days from `--from` to `--to`, or all that the evidence speaks of.
    case span
  }

  var dates: Dates {
    switch self {
    case .alignment: .one
    case .shift: .two
    case .matrix: .oneOrTwo
    case .timeline, .ranks: .span
    }
  }

  /// What it is called in messages.
  var phrase: String {
    switch self {
    case .alignment: "an alignment"
    case .shift: "a shift"
    case .matrix: "a matrix"
    case .timeline: "a timeline"
    case .ranks: "a chart of ranks"
    }
  }

  /// Draws the view.
  func figure(
    of evidence: Evidence, _ asked: ViewFlags, _ options: DiagramOptions
  ) throws -> any Figure {
    let project = evidence.project
    switch self {
    case .alignment:
      return try Diagram.alignment(
        evidence.snapshot(over: try project.window(asked.at)), options)
    case .shift:
      guard let from = asked.from else {
        throw Failure(status: .usage, message: "a shift needs --from")
      }
      let shift = Shift(
        in: evidence, from: from, to: try project.window(asked.to), minimum: asked.minimum)
      return try Diagram.shift(shift, options)
    case .matrix: return try asked.charts.matrix(evidence, asked, options)
    case .timeline: return try asked.charts.timeline(evidence, asked, options)
    case .ranks: return try asked.charts.ranks(evidence, asked, options)
    }
  }
}
