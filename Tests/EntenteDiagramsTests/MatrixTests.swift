import EntenteCore
import Testing

@testable import EntenteDiagrams

@Suite struct MatrixTests {
  @Test func everyTieHasACellThatTellsItsValuesAndClaims() throws {
    let shift = try FoundingCase.shift()
    let chart = try Charts.matrix.get()
    let cells = chart.spots.filter { $0.role == "cell" }
    let shown = shift.ties.filter { tie in
      [tie.before, tie.after].compactMap { $0 }.contains {
        max($0.tension, $0.accord) >= shift.minimum
      }
    }
    #expect(cells.count == shown.count)
    for tie in shown {
      let names = [tie.source, tie.target].map { shift.project.actors[Int($0)].name }
      let title = try #require(
        cells.first { $0.title.hasPrefix("\(names[0]) \u{2192} \(names[1]).") }?.title)
      for side in [tie.before, tie.after] {
        let tension = Numerals.decimal(side?.tension ?? 0, places: 2)
        let accord = Numerals.decimal(side?.accord ?? 0, places: 2)
        #expect(title.contains("tension \(tension), accord \(accord), net"))
      }
      for claim in [tie.after].compactMap({ $0 }).flatMap({
        shift.after.contributions(to: $0)
      }) {
        #expect(title.contains(shift.project.claims[claim.claim].id) || title.contains(" more."))
      }
    }
  }

  @Test func aTieOfBothSignsShowsBoth() throws {
    let snapshot = try FoundingCase.evidence().snapshot(over: FoundingCase.after)
    let mixed = snapshot.ties.filter { min($0.tension, $0.accord) >= 0.05 }
    #expect(!mixed.isEmpty)
    let sides = snapshot.ties.reduce(0) { count, tie in
      count + (tie.tension >= 0.05 ? 1 : 0) + (tie.accord >= 0.05 ? 1 : 0)
    }
    let chart = try Charts.date.get()
    // The shades in the legend are squares of their own, as many as there are classes.
    #expect(
      chart.marks.count { $0.role == .cell } == sides + 2 * IntensityRamp.classes + 2)
  }

  @Test func theSidesOfACellFillItWithoutOverlap() {
    let box = Box(center: Point(5, 5), width: 10, height: 10)
    func area(_ points: [Point]) -> Double {
      abs(
        zip(points, points.dropFirst() + points.prefix(1)).reduce(0) {
          $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
        })
    }
    func side(_ sign: Sign, _ isBefore: Bool, _ isMixed: Bool) -> MatrixCell.Side {
      MatrixCell.Side(sign: sign, isBefore: isBefore, value: 1, isMixed: isMixed)
    }
    func corners(_ side: MatrixCell.Side, _ isShift: Bool) -> [Point] {
      MatrixCell.corners(side, isShift: isShift, in: box)
    }
    #expect(area(corners(side(.hostile, false, false), false)) == 100)
    for sign in Sign.allCases {
      #expect(area(corners(side(sign, false, true), false)) == 50)
      for isBefore in [true, false] {
        #expect(area(corners(side(sign, isBefore, false), true)) == 50)
        #expect(area(corners(side(sign, isBefore, true), true)) == 25)
      }
    }
    // Before lies to the upper left of the centre, tension to the upper right.
    func middle(_ points: [Point]) -> Point {
      points.reduce(Point(0, 0), +) * (1 / Double(points.count))
    }
    let before = middle(corners(side(.hostile, true, false), true))
    #expect(before.x < 5 && before.y > 5)
    let tension = middle(corners(side(.hostile, false, true), false))
    #expect(tension.x > 5 && tension.y > 5)
  }

  @Test func rowsStandBlocByBlocAndStateByState() throws {
    let scene = Scene(try FoundingCase.shift(), DiagramOptions())
    let labels = scene.members.indices.map { Int32($0 % 2) }
    let rows = MatrixOrder(scene, labels: labels).rows
    #expect(rows.map(\.member).sorted() == Array(scene.members.indices))
    func isContiguous(_ keys: [Int]) -> Bool {
      var seen = Set<Int>()
      return zip(keys, [nil] + keys.map { $0 }).allSatisfy { key, before in
        key == before || seen.insert(key).inserted
      }
    }
    #expect(isContiguous(rows.map(\.bloc)))
    #expect(isContiguous(rows.map(\.group)))
    let whole = MatrixOrder(scene, labels: scene.members.map { _ in 0 })
    #expect(whole.blocCount == 1)
    // An actor stands above those that belong to it.
    for (row, next) in zip(whole.rows, whole.rows.dropFirst()) where next.isAffiliate {
      #expect(row.group == next.group)
    }
  }

  @Test func signsAreToldWithoutColour() throws {
    for cell in [4.0, 8, 12, 40] {
      let box = Box(center: Point(0, 0), width: cell, height: cell).corners
      let marks = Sign.allCases.map {
        MatrixCellPainter.cue(
          $0, at: Point(0, 0), box, cell: cell, color: "#000000", ground: "#FFFFFF")
      }
      #expect(marks[0].count != marks[1].count)
    }
    // Numbers have signs.
    let values = try Charts.states.get().texts.filter { $0.role == .value }.map(\.text)
    #expect(!values.isEmpty)
    #expect(values.allSatisfy { $0.hasPrefix("\u{2212}") || $0.hasPrefix("+") })
  }

  @Test func largeMatricesStayLegible() throws {
    let project = try Self.project(actors: 200, claims: 2000)
    let snapshot = try Evidence(project).snapshot(over: Window(FoundingCase.day(2025, 5, 9)))
    let chart = Diagram.matrix(snapshot)
    let rows = chart.texts.filter { $0.role == .row }
    #expect(rows.allSatisfy { $0.size >= 4.8 })
    for text in chart.texts { #expect(text.box.minX >= 0 && text.box.maxX <= chart.width) }
    let sizes = chart.spots.map(\.box.width)
    #expect(try #require(sizes.min()) >= 6)
    #expect(chart.height < 1600)
  }

  @Test func linksLeadToSourcesThatMayBeLinked() throws {
    let project = try Self.project(actors: 3, claims: 2)
    let snapshot = try Evidence(project).snapshot(over: Window(FoundingCase.day(2025, 5, 9)))
    let chart = Diagram.matrix(snapshot)
    #expect(chart.spots.allSatisfy { $0.link == "https://example.org/a" })
    #expect(
      String(decoding: try chart.svg(), as: UTF8.self).contains(
        "href=\"https://example.org/a\""))
  }

  @Test func textsOnShadesCanBeRead() {
    for theme in DiagramOptions.Theme.allCases {
      let ramp = IntensityRamp(Palette.of(theme))
      for sign in Sign.allCases {
        for level in 0..<IntensityRamp.classes {
          for vision in ColorVision.allCases {
            let contrast = vision.contrast(ramp.color(sign, level), ramp.text(on: level))
            #expect(contrast >= 4.5, "\(theme) \(sign) \(level) \(vision)")
          }
        }
      }
    }
  }

  static func project(actors: Int, claims: Int) throws -> Project {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var made: [Claim] = []
    for index in 0..<claims {
      let from = index % actors
      let to = (from + 1 + next(actors - 1)) % actors
      made.append(
        Claim(
          id: "c\(index)", from: "a\(from)", to: "a\(to)", layer: "D",
          when: try EDTFDate("2025-05-09"), score: Double(next(19) - 9) + 0.5, source: "s",
          says: "x"))
    }
    return try Project(
      title: "t", sources: [Source(id: "s", title: "s", url: "https://example.org/a")],
      layers: [Layer(id: "D", halfLife: 90)],
      actors: (0..<actors).map { Actor(id: "a\($0)", kind: .state, name: "Actor number \($0)") },
      claims: made)
  }
}
