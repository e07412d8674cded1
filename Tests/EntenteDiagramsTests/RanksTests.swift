import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct RanksTests {
  @Test func placesAreOneMoreThanHowManyAreBetter() throws {
    let columns: [[Double?]] = [
      [0.5, 0.2, 0.5, nil, 0.2, 0], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
      [0.3, 0.1 + 0.2, 0.1, 0, 0, nil],
    ]
    let table = RankTable(columns, hasTies: columns.map { $0.map { _ in true } })
    for (values, standings) in zip(columns, table.standings) {
      for (value, standing) in zip(values, standings) {
        let better = value.map { value in values.count { ($0 ?? -1) > value + 1e-9 } + 1 }
        #expect(standing.place == better)
        let same = value.map { value in values.count { abs(($0 ?? -9) - value) < 1e-9 } > 1 }
        #expect(standing.isShared == same ?? false)
      }
    }
    // 0.3 and 0.1 + 0.2 differ by rounding only.
    #expect(table.standings[2][0].place == table.standings[2][1].place)
  }

  @Test func whoHasNoTieHasNoPlace() {
    let table = RankTable([[0.5, 0, 0.1]], hasTies: [[true, false, true]])
    #expect(table.standings[0].map(\.place) == [1, nil, 2])
  }

  @Test func lanesHoldEveryShownActorOnceAndFollowThePlaces() throws {
    let columns: [[Double?]] = [[3, 2, 1, 0], [1, 2, 3, 3], [2, 2, 2, 2], [0, 1, 2, nil]]
    let table = RankTable(columns, hasTies: columns.map { $0.map { _ in true } })
    let lanes = table.lanes([0, 1, 2, 3])
    for (date, lane) in lanes.enumerated() {
      #expect(lane.sorted() == [0, 1, 2, 3])
      let places = lane.map { table.standings[date][$0].place ?? .max }
      #expect(places == places.sorted())
    }
    // All share a place on the third date, and stay as they stood.
    #expect(lanes[2] == lanes[1])
  }

  @Test func onlyTheBestAreShownAndTheRestAreCounted() {
    let table = RankTable([[5, 4, 3, 2, 1]], hasTies: [[true, true, true, true, true]])
    let shown = table.shown(most: 2, always: [4])
    #expect(shown.nodes == [0, 1, 4])
    #expect(shown.omitted == 2)
  }

  @Test func theChartTellsThePlacesOfTheMeasure() throws {
    let evidence = try FoundingCase.evidence()
    let snapshot = evidence.snapshot(over: FoundingCase.after)
    let column = try #require(try MeasureCatalog.strength.columns(of: snapshot.graph).first)
    let chart = try Charts.ranks.get()
    let places = chart.spots.filter { $0.title.contains("19 May 2025") }
    var touched = Set<Int32>()
    for tie in snapshot.ties { touched.formUnion([tie.source, tie.target]) }
    for (node, actor) in snapshot.nodes.enumerated() where touched.contains(Int32(actor)) {
      let name = snapshot.project.actors[actor].name
      let value = try #require(column.values[node])
      let better = snapshot.nodes.indices.count { other in
        touched.contains(Int32(snapshot.nodes[other]))
          && (column.values[other] ?? 0) > value + 1e-9
      }
      #expect(
        places.contains {
          $0.title.hasPrefix("\(name), ") && $0.title.contains("place \(better + 1)")
        })
    }
    // Those without tension share the last place.
    #expect(chart.texts.contains { $0.text.hasPrefix("=") })
    #expect(chart.marks.contains { $0.role == .shared })
  }

  @Test func chosenActorsAreEmphasised() throws {
    var options = DiagramOptions()
    options.emphasis = ["AM"]
    let chart = try Charts.ranks(options)
    let bold = chart.texts.filter { $0.role == .row && $0.isBold && $0.text == "Armenia" }
    #expect(bold.count == 2)
    #expect(chart.texts.contains { $0.text == "chosen" })
  }
}
