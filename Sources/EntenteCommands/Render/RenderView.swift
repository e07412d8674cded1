import ArgumentParser
import EntenteCore
import EntenteDiagrams

/// What can be drawn. A new view is a case here, what it asks for in `dates`, and how it is made in
/// `figure`.
enum RenderView: String, CaseIterable, ExpressibleByArgument {
  case alignment, shift, multiples, map, matrix, timeline, ranks

  /// Which dates a view is asked for with.
  enum Dates {
    /// `--at`, or the last day of the evidence.
    case one
    /// `--from` and `--to`, or the last day of the evidence for the second.
    case two
    /// `--dates`, or `--every` with `--from` and `--to`.
    case several
    /// `--at`, or `--from` and `--to`, or the last day of the evidence.
    case oneOrTwo
    /// All days from `--from` to `--to`, or all that the evidence speaks of.
    case span
  }

  var dates: Dates {
    switch self {
    case .alignment: .one
    case .shift: .two
    case .multiples: .several
    case .map: .oneOrTwo
    case .matrix: .oneOrTwo
    case .timeline, .ranks: .span
    }
  }

  /// What it is called in messages.
  var phrase: String {
    switch self {
    case .alignment: "an alignment"
    case .shift: "a shift"
    case .multiples: "a figure of multiples"
    case .map: "a map"
    case .matrix: "a matrix"
    case .timeline: "a timeline"
    case .ranks: "a chart of ranks"
    }
  }

  /// Draws the view.
  func figure(
    of evidence: Evidence, _ asked: ViewFlags, _ options: DiagramOptions, file: String
  ) throws -> any Figure {
    let project = evidence.project
    var options = options
    switch self {
    case .alignment:
      let snapshot = evidence.snapshot(over: try project.window(asked.at))
      try asked.layout.apply(to: &options, [snapshot], asked.charts, project: file)
      return try Diagram.alignment(snapshot, options)
    case .shift:
      guard let from = asked.from else {
        throw Failure(status: .usage, message: "a shift needs --from")
      }
      let shift = Shift(
        in: evidence, from: from, to: try project.window(asked.to), minimum: asked.minimum)
      try asked.layout.apply(
        to: &options, [shift.before, shift.after], asked.charts, project: file)
      return try Diagram.shift(shift, options)
    case .multiples:
      let snapshots = try asked.several.windows(asked, in: project).map(evidence.snapshot(over:))
      try asked.layout.apply(to: &options, snapshots, asked.charts, project: file)
      return try Diagram.multiples(snapshots, options)
    case .map: return try asked.map.figure(of: evidence, asked, options)
    case .matrix: return try asked.charts.matrix(evidence, asked, options)
    case .timeline: return try asked.charts.timeline(evidence, asked, options)
    case .ranks: return try asked.charts.ranks(evidence, asked, options)
    }
  }
}
