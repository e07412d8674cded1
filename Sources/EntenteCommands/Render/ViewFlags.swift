import ArgumentParser
import EntenteCore

/// What is drawn: the view, its dates, and which ties are too weak for it.
struct ViewFlags: ParsableArguments {
  @Option(
    help: """
      alignment: the ties as of a date; shift: what changed between two; multiples: several dates side \
      by side; map: who is aligned with whom; matrix: all ties of a date or of two; timeline: the ties \
      between two actors; ranks: who gained weight.
      """)
  var view: RenderView?

  @Option(help: ArgumentHelp("Alignment or matrix as of when: \(Window.help).", valueName: "date"))
  var at: Window?

  @Option(help: ArgumentHelp("Anything else from this date …", valueName: "date"))
  var from: Window?

  @Option(
    help: ArgumentHelp("… to this one; the last day of the evidence otherwise.", valueName: "date"))
  var to: Window?

  @Option(help: ArgumentHelp("Leave out ties weaker than this.", valueName: "points"))
  var minimum: Double = 0.05

  @OptionGroup var several: SeveralDates
  @OptionGroup var layout: LayoutFlags
  @OptionGroup var map: MapFlags
  @OptionGroup(title: "What is drawn in a matrix, a timeline or ranks") var charts: ChartFlags

  /// The view that was asked for, or the one that the dates are of.
  var chosen: RenderView { view ?? (from == nil ? .alignment : .shift) }

  func validate() throws {
    if at != nil, from != nil || to != nil {
      throw ValidationError("--at is one date, --from and --to are two: give one of them")
    }
    if several.dates != nil, chosen != .multiples {
      throw ValidationError("--dates are for multiples: add --view multiples")
    }
    switch chosen.dates {
    case .one:
      if view != nil, from != nil || to != nil {
        throw ValidationError("\(chosen.phrase) is as of one date: give --at")
      }
      if to != nil { throw ValidationError("--to needs --from") }
    case .several: try several.check(self)
    case .oneOrTwo:
      if to != nil, from == nil { throw ValidationError("--to needs --from") }
    case .span:
      if at != nil { throw ValidationError("\(chosen.phrase) runs --from a day --to another") }
    case .two:
      if from == nil { throw ValidationError("\(chosen.phrase) needs --from") }
    }
    try charts.validate(for: chosen)
    guard (0.001...1000).contains(minimum) else {
      throw ValidationError("--minimum is 0.001 to 1000")
    }
  }
}
