import ArgumentParser
import EntenteCore
import EntenteDiagrams

extension ChartFlags {
  /// Refuses dates that a chart cannot use.
  func validate(for view: RenderCommand.View?, at: Window?) throws {
    switch view {
    case .timeline:
      if at != nil { throw ValidationError("a timeline runs --from a day --to another") }
      if between == nil { throw ValidationError("a timeline needs --between ACTOR,ACTOR") }
      if every == .quarter || every == .year {
        throw ValidationError("a timeline is by day, week or month")
      }
    case .ranks:
      if at != nil { throw ValidationError("ranks run --from a day --to another") }
    case .alignment, .shift, .matrix, nil: break
    }
  }

  func matrix(
    _ evidence: Evidence, at: Window?, from: Window?, to: Window?, _ options: DiagramOptions
  ) throws(Failure) -> Drawing {
    guard let from else {
      let snapshot = evidence.snapshot(over: try evidence.project.window(at))
      return Diagram.matrix(
        snapshot, blocs: try matrixBlocs(snapshot, seed: options.seed), options)
    }
    let shift = Shift(
      in: evidence, from: from, to: try evidence.project.window(to), minimum: options.minimum)
    return Diagram.matrix(
      shift, blocs: try matrixBlocs(shift.after, seed: options.seed), options)
  }
}
