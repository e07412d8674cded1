import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct TimelineTests {
  @Test func stepsHaveTheValuesOfTheSeries() throws {
    let series = try Charts.series(.week)
    let evidence = try FoundingCase.evidence(.state)
    let maker = TimelineChart(series, in: evidence, every: .week, DiagramOptions())
    let chart = maker.chart()
    let steps = chart.marks.filter { $0.role == .step }
    // The samples of the legend are short.
    let lines = steps.filter { ($0.points.map(\.x).max() ?? 0) - $0.points[0].x > 30 }
    var expected: [[Double]] = []
    for one in series {
      for sign in Sign.allCases {
        let values = one.points.filter { $0.ties > 0 }.map {
          sign == .hostile ? -$0.tension : $0.accord
        }
        if values.contains(where: { $0 != 0 }) { expected.append(values) }
      }
    }
    #expect(lines.count == expected.count)
    for (line, values) in zip(lines, expected) {
      // Heights are values times the unit; only their differences are known outside the chart.
      let heights = line.points.map(\.y)
      let low = try #require(heights.min())
      let least = try #require(values.min())
      let drawn = Set(heights.map { Int((($0 - low) / maker.scale.unit * 1e6).rounded()) })
      let wanted = Set(values.map { Int((($0 - least) * 1e6).rounded()) })
      #expect(drawn == wanted)
    }
  }

  @Test func pinsAreNumberedByDayAndStandInTheKey() throws {
    let chart = try Charts.timeline.get()
    let pins = chart.spots.filter { $0.role == "pin" }
    #expect(!pins.isEmpty)
    let numbers = chart.texts.filter { $0.role == .pin }.compactMap { Int($0.text) }
    // Once above the panels and once in the key.
    for number in 1...pins.count { #expect(numbers.count { $0 == number } == 2) }
    let sorted = pins.map(\.box.center.x)
    #expect(sorted == sorted.sorted())
    for (pin, next) in zip(pins, pins.dropFirst()) {
      #expect(next.box.center.x - pin.box.center.x >= TimelineChart.pinSize)
    }
    #expect(chart.texts.contains { $0.role == .key && $0.text.hasPrefix("9 May 2025") })
  }

  @Test func claimsOnOneEventAreOnePin() throws {
    let evidence = try FoundingCase.evidence(.state)
    let days = try #require(Window(FoundingCase.day(2024, 1, 1), FoundingCase.day(2025, 12, 31)))
    let pins = TimelinePin.chosen(
      from: [.tie(from: 1, to: 0)], in: evidence, within: days, most: 50)
    let project = evidence.project
    let events = pins.flatMap { pin in
      Set(pin.claims.compactMap { project.claims[$0].event })
    }
    #expect(Set(events).count == events.count)
    let few = TimelinePin.chosen(
      from: [.tie(from: 1, to: 0)], in: evidence, within: days, most: 2)
    #expect(few.count == 2)
    let best = pins.map(\.salience).sorted(by: >).prefix(2)
    #expect(few.map(\.salience).sorted(by: >) == Array(best))
  }

  @Test func oneSourceHasNoRibbonAndSaysSo() throws {
    let chart = try Charts.timeline.get()
    #expect(!chart.marks.contains { $0.role == .ribbon })
    var options = Bootstrap.Options()
    options.replicates = 20
    let evidence = try FoundingCase.evidence(.state)
    let windows = try Step.month.periods(
      from: FoundingCase.day(2025, 4, 1), to: FoundingCase.day(2025, 5, 19))
    let series = try Series(
      of: .tie(from: 1, to: 0), in: evidence, over: windows, intervals: options)
    let told = Diagram.timeline([series], in: evidence, every: .month)
    #expect(told.texts.contains { $0.text.contains("from one source") })
  }

  @Test func intervalsBecomeARibbonAroundTheSteps() throws {
    let project = try Project(
      title: "t",
      sources: ["s", "t", "u"].map { Source(id: $0, title: $0) },
      layers: [Layer(id: "D", halfLife: 90)],
      actors: ["a", "b"].map { Actor(id: $0, kind: .state, name: $0) },
      claims: try [("s", -8.0), ("t", -2), ("u", 3)].enumerated().map {
        Claim(
          id: "c\($0.offset)", from: "a", to: "b", layer: "D",
          when: try EDTFDate("2025-03-0\($0.offset + 1)"), score: $0.element.1,
          source: $0.element.0, says: "x")
      })
    let evidence = try Evidence(project)
    let windows = try Step.week.periods(
      from: FoundingCase.day(2025, 3, 1), to: FoundingCase.day(2025, 4, 30))
    var options = Bootstrap.Options()
    options.replicates = 200
    let series = try Series(
      of: .tie(from: 0, to: 1), in: evidence, over: windows, intervals: options)
    let chart = Diagram.timeline([series], in: evidence, every: .week)
    let ribbons = chart.marks.filter { $0.role == .ribbon }
    #expect(ribbons.count == 3)
    #expect(chart.texts.contains { $0.text.contains("3 sources are drawn anew") })
  }

  @Test func titlesTellHowALineWent() throws {
    let chart = try Charts.timeline.get()
    #expect(chart.title.contains("tension rose from"))
    #expect(chart.title.contains("Azerbaijan"))
  }

  @Test func spreadPlacesKeepOrderDistanceAndRange() {
    var generator = SplitMix(state: 3)
    for count in 1...30 {
      let wanted = (0..<count).map { _ in Double(generator.next() % 1000) / 10 }.sorted()
      let places = Spread.places(wanted, gap: 4, within: 0...100)
      #expect(places.count == count)
      let gap = min(4, 100 / Double(max(1, count - 1)))
      for (a, b) in zip(places, places.dropFirst()) { #expect(b - a >= gap - 1e-9) }
      #expect(places[0] >= -1e-9)
      #expect(places[count - 1] <= 100 + 1e-9)
    }
    // Nothing moves that has room.
    #expect(Spread.places([1, 20, 50], gap: 5, within: 0...60) == [1, 20, 50])
    // Two that want one place move apart alike.
    #expect(Spread.places([10, 10], gap: 4, within: 0...60) == [8, 12])
  }

  private struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
