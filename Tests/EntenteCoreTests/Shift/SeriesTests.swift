import EntenteCore
import TestSupport
import Testing

@Suite struct SeriesTests {
  @Test func valuesAreThoseOfTheSnapshots() throws {
    let project = try RandomProject.make(seed: 3, claims: 80)
    let evidence = try Evidence(project) { $0.level = .state }
    let first = RandomProject.firstDay.advanced(byDays: 300)
    let windows = try Step.month.periods(from: first, to: first.advanced(byDays: 200))
    let snapshots = windows.map { evidence.snapshot(over: $0) }
    let some = try #require(snapshots.last?.ties.first)
    let subjects: [Series.Subject] = [
      .tie(from: some.source, to: some.target), .outgoing(some.source), .incoming(some.target),
      .system,
    ]
    for subject in subjects {
      let series = try Series(of: subject, in: evidence, over: windows, intervals: nil)
      for (point, snapshot) in zip(series.points, snapshots) {
        let ties = snapshot.ties.filter {
          switch subject {
          case .tie(let source, let target): $0.source == source && $0.target == target
          case .outgoing(let actor): $0.source == actor
          case .incoming(let actor): $0.target == actor
          case .system: true
          }
        }
        #expect(point.ties == ties.count)
        #expect(abs(point.tension - ties.reduce(0) { $0 + $1.tension }) < 1e-9)
        #expect(abs(point.net - ties.reduce(0) { $0 + $1.net }) < 1e-9)
      }
    }
  }

  @Test func intervalsHoldTheValuesAndDoNotDependOnThreads() throws {
    let sources = (0..<6).map { Source(id: "s\($0)", title: "") }
    let claims = try (0..<36).map {
      try claim(
        "c\($0)", when: "2025-0\($0 % 6 + 1)-12", score: Double($0 % 11) - 6,
        source: "s\($0 % 6)")
    }
    let evidence = try Evidence(smallProject(claims, sources: sources))
    let windows = try Step.week.periods(from: day("2025-03-01"), to: day("2025-06-01"))
    var options = Bootstrap.Options()
    options.replicates = 200
    let series = try Series(of: .system, in: evidence, over: windows, intervals: options)
    for point in series.points {
      let interval = try #require(point.netInterval.interval)
      #expect(interval.lower <= point.net && point.net <= interval.upper)
    }
    let serial = try Series(
      of: .system, in: evidence, over: windows, intervals: options, control: .serial)
    #expect(serial.points == series.points)
  }

  @Test func oneSourceAndNoSourceSaySo() throws {
    let evidence = try Evidence(smallProject([claim("a")]))
    let windows = [Window(try day("2025-02-01"))]
    let one = try Series(of: .system, in: evidence, over: windows)
    #expect(one.points[0].netInterval == .impossible(.oneSource(0)))
    let none = try Series(of: .tie(from: 1, to: 0), in: evidence, over: windows)
    #expect(none.points[0].netInterval == .impossible(.noSource) && none.points[0].net == 0)
    #expect(try Series(of: .system, in: evidence, over: []).points.isEmpty)
  }

  @Test func periodsFollowTheCalendar() throws {
    let days = try Step.day.periods(from: day("2024-02-28"), to: day("2024-03-01"))
    #expect(days.map(\.description) == ["2024-02-28", "2024-02-29", "2024-03-01"])
    let weeks = try Step.week.periods(from: day("2025-05-08"), to: day("2025-05-20"))
    #expect(
      weeks.map(\.description)
        == ["2025-05-08/2025-05-11", "2025-05-12/2025-05-18", "2025-05-19/2025-05-20"])
    let months = try Step.month.periods(from: day("2024-01-30"), to: day("2024-03-05"))
    #expect(
      months.map(\.description)
        == ["2024-01-30/2024-01-31", "2024-02-01/2024-02-29", "2024-03-01/2024-03-05"])
    // 1969-12-29 was a Monday too, before day 0.
    let early = try Step.week.periods(from: day("1969-12-29"), to: day("1970-01-05"))
    #expect(early.map(\.description) == ["1969-12-29/1970-01-04", "1970-01-05"])
    #expect(throws: MeasureError.self) {
      try Step.day.periods(from: day("2025-01-02"), to: day("2025-01-01"))
    }
    #expect(throws: MeasureError.self) {
      try Step.day.periods(from: day("0001-01-01"), to: day("9999-12-31"))
    }
  }
}
