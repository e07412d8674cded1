import ArgumentParser
import EntenteCore

/// What is drawn: the view, its dates, and which ties are too weak for it.
struct ViewFlags: ParsableArguments {
  @Option(help: "alignment: the ties as of a date; shift: what changed between two; multiples: several dates side by side.")
  var view: RenderView?

  @Option(help: ArgumentHelp("Alignment as of when: \(Window.help).", valueName: "date"))
  var at: Window?

  @Option(help: ArgumentHelp("Shift from this date …", valueName: "date"))
  var from: Window?

  @Option(
    help: ArgumentHelp("… to this one; the last day of the evidence otherwise.", valueName: "date"))
  var to: Window?

  @Option(help: ArgumentHelp("Leave out ties weaker than this.", valueName: "points"))
  var minimum: Double = 0.05

  @OptionGroup var several: SeveralDates
  @OptionGroup var layout: LayoutFlags

  /// The view that was asked for, or the one that the dates are of.
  var chosen: RenderView { view ?? (from == nil ? .alignment : .shift) }

  func validate() throws {
    if at != nil, from != nil || to != nil {
      throw ValidationError("--at draws an alignment, --from and --to a shift: give one of them")
    }
    switch chosen.dates {
    case .one:
      if view != nil, from != nil || to != nil {
        throw ValidationError("\(chosen.phrase) is as of one date: give --at")
      }
      if to != nil { throw ValidationError("--to needs --from") }
    case .several: try several.check(self)
    case .two:
      if from == nil { throw ValidationError("\(chosen.phrase) needs --from") }
    }
    guard (0.001...1000).contains(minimum) else {
      throw ValidationError("--minimum is 0.001 to 1000")
    }
  }
}
