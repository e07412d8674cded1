import ArgumentParser
import EntenteCore
import EntenteDiagrams

extension ChartFlags {
  func ranks(
    _ evidence: Evidence, _ asked: ViewFlags, _ options: DiagramOptions
  ) throws(Failure) -> Chart {
    let project = evidence.project
    let parts = centrality.split(separator: ":", maxSplits: 1).map(String.init)
    let name = parts.first ?? ""
    guard let measure = MeasureCatalog.centrality.first(where: { $0.name == name }) else {
      let names = MeasureCatalog.centrality.map(\.name)
      throw Failure(
        status: .usage,
        message: "there is no centrality measure '\(name)'\(EvidenceFlags.hint(name, names))")
    }
    let begun = project.claims.compactMap { $0.when.interval.first ?? $0.when.interval.last }
    guard let first = asked.from?.first ?? begun.min(),
      let last = asked.to?.last ?? project.latestDay
    else {
      throw Failure(status: .usage, message: "the project names no date: give --from and --to")
    }
    guard first <= last else {
      throw Failure(status: .usage, message: "the first day \(first) is after the last, \(last)")
    }
    var dates = DateFlags()
    dates.at = nil
    dates.every = every ?? Self.period(first, last)
    dates.from = first
    dates.to = last
    let windows = try dates.windows(in: project)
    guard windows.count <= 400 else {
      throw Failure(
        status: .usage,
        message: "the ranks would have \(windows.count) dates: say a longer --every")
    }
    var options = options
    options.top = top
    for actor in emphasise.flatMap({ $0.split(separator: ",").map(String.init) }) {
      options.emphasis.insert(project.actors[try evidence.node(meantBy: actor)].id)
    }
    let states = project.states(of: evidence.nodes)
    do {
      var columns: [Measure.Column] = []
      var snapshots: [Snapshot] = []
      for window in windows {
        let snapshot = evidence.snapshot(over: window)
        let found = try measure.columns(of: snapshot.graph, on: on, partition: states)
        let chosen =
          parts.count > 1 ? found.first { $0.name == parts[1] } : found.first
        guard let chosen else {
          throw Failure(
            status: .usage,
            message:
              "\(name) has no column '\(parts[1])': say one of \(found.map(\.name).joined(separator: ", "))"
          )
        }
        columns.append(chosen)
        snapshots.append(snapshot)
      }
      return Diagram.ranks(columns, of: measure, on: on, over: snapshots, options)
    } catch let failure as Failure {
      throw failure
    } catch let error as MeasureError {
      throw Failure(status: .invalidInput, message: "\(error)")
    } catch {
      throw Failure(status: .internalError, message: "\(error)")
    }
  }

  /// A step that gives a handful of dates.
  private static func period(_ first: CalendarDate, _ last: CalendarDate) -> DateFlags.Period {
    switch first.days(until: last) {
    case ..<32: .day
    case ..<130: .week
    case ..<1000: .month
    case ..<3000: .quarter
    default: .year
    }
  }
}
