import ArgumentParser
import EntenteCore
import EntenteDiagrams

extension ChartFlags {
  func timeline(
    _ evidence: Evidence, _ asked: ViewFlags, _ options: DiagramOptions
  ) throws(Failure) -> Chart {
    let names = (between ?? "").split(separator: ",").map {
      String($0.drop { $0 == " " })
    }
    guard names.count == 2 else {
      throw Failure(
        status: .usage, message: "--between names two actors, as in --between AZ,RU")
    }
    var ends: [Int32] = []
    for name in names { ends.append(Int32(try evidence.node(meantBy: name))) }
    guard ends[0] != ends[1] else {
      throw Failure(status: .usage, message: "a tie leads from one actor to another")
    }
    let directions = [(ends[0], ends[1]), (ends[1], ends[0])]
    let mentions = directions.flatMap {
      evidence.mentions(of: .tie(from: $0.0, to: $0.1)).map(\.claim)
    }
    let span = try span(evidence, mentions, from: asked.from, to: asked.to)
    let step = try step(over: span)
    var bootstrap = Bootstrap.Options()
    bootstrap.replicates = max(1, replicates)
    bootstrap.seed = options.seed
    var options = options
    options.pins = pins
    do {
      let windows = try step.periods(from: span.first, to: span.last)
      guard windows.count <= 2000 else {
        throw Failure(
          status: .usage,
          message: "the timeline would have \(windows.count) periods: say a longer --every")
      }
      var series: [Series] = []
      for (source, target) in directions {
        series.append(
          try Series(
            of: .tie(from: source, to: target), in: evidence, over: windows,
            intervals: replicates > 0 ? bootstrap : nil))
      }
      return Diagram.timeline(series, in: evidence, every: step, options)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(status: .usage, message: "\(error)")
    }
  }

  /// From the first day asked for to the last; otherwise from the first to the last that the
  /// evidence in question speaks of.
  private func span(
    _ evidence: Evidence, _ claims: [Int], from: Window?, to: Window?
  ) throws(Failure) -> Window {
    let project = evidence.project
    let begun = claims.compactMap {
      project.claims[$0].when.interval.first ?? project.claims[$0].when.interval.last
    }
    guard let first = from?.first ?? begun.min(), let last = to?.last ?? project.latestDay else {
      throw Failure(
        status: .usage, message: "no claim between the two names a date: give --from and --to")
    }
    guard let span = Window(first, last) else {
      throw Failure(status: .usage, message: "the first day \(first) is after the last, \(last)")
    }
    return span
  }

  private func step(over span: Window) throws(Failure) -> Step {
    switch every {
    case .day: return .day
    case .week: return .week
    case .month: return .month
    case .quarter, .year:
      throw Failure(status: .usage, message: "a timeline is by day, week or month")
    case nil:
      let days = span.first.days(until: span.last)
      return days <= 130 ? .day : days <= 900 ? .week : .month
    }
  }
}
