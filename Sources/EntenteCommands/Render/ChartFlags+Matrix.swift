import ArgumentParser
import EntenteCore
import EntenteDiagrams

extension ChartFlags {
  /// Refuses what a view cannot use.
  func validate(for view: RenderView) throws {
    guard view == .timeline else { return }
    if between == nil { throw ValidationError("a timeline needs --between ACTOR,ACTOR") }
    if every == .quarter || every == .year {
      throw ValidationError("a timeline is by day, week or month")
    }
  }

  func matrix(
    _ evidence: Evidence, _ asked: ViewFlags, _ options: DiagramOptions
  ) throws(Failure) -> Chart {
    guard let from = asked.from else {
      let snapshot = evidence.snapshot(over: try evidence.project.window(asked.at))
      return Diagram.matrix(
        snapshot, blocs: try matrixBlocs(snapshot, seed: options.seed), options)
    }
    let shift = Shift(
      in: evidence, from: from, to: try evidence.project.window(asked.to), minimum: options.minimum)
    return Diagram.matrix(
      shift, blocs: try matrixBlocs(shift.after, seed: options.seed), options)
  }
}
