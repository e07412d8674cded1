import EntenteCore
import TestSupport
import Testing

@Suite struct SnapshotTests {
  private static let day0 = RandomProject.firstDay

  /// Dates before, within and after the claims, and windows.
  private static let windows: [Window] = {
    let dates = [-400, 0, 90, 365, 640, 730, 1_500].map { Window(day0.advanced(byDays: $0)) }
    let stretches = [(-30, 30), (100, 130), (0, 729)].compactMap {
      Window(day0.advanced(byDays: $0.0), day0.advanced(byDays: $0.1))
    }
    return dates + stretches
  }()

  @Test(arguments: 0..<60, Level.allCases)
  func contributionsAddUpToTheTie(seed: UInt64, level: Level) throws {
    let project = try RandomProject.make(seed: seed)
    for estimator in estimators {
      for layers in [nil] + project.layers.map({ Set([$0.id]) }) {
        let evidence = try Evidence(project) {
          $0.level = level
          $0.estimator = estimator
          $0.layers = layers
        }
        for window in Self.windows { check(evidence.snapshot(over: window), estimator) }
      }
    }
  }

  private func check(_ snapshot: Snapshot, _ estimator: Estimator) {
    var covered = 0
    for tie in snapshot.ties {
      let parts = snapshot.contributions(to: tie)
      #expect(parts.startIndex == covered)
      covered = parts.endIndex
      #expect(!parts.isEmpty)
      #expect(Set(parts.map(\.claim)).count == parts.count, "a claim counts once in a tie")
      #expect(tie.claims == parts.count)
      #expect(isClose(parts.map(\.tension).reduce(0, +), tie.tension))
      #expect(isClose(parts.map(\.accord).reduce(0, +), tie.accord))
      #expect(isClose(parts.map(\.net).reduce(0, +), tie.net))
      for part in parts {
        let score = snapshot.project.claims[part.claim].score
        #expect(part.weight > 0)
        #expect(part.net == part.share * score)
        #expect(min(part.tension, part.accord) == 0 && max(part.tension, part.accord) >= 0)
      }
      #expect(tie.source != tie.target)
      #expect(tie.tension >= 0 && tie.accord >= 0 && tie.variance >= 0)
      #expect(0...1 ~= tie.mixedness)
      if estimator != .sum {
        #expect(tie.tension <= 10 + 1e-12 && tie.accord <= 10 + 1e-12)
        #expect(tie.net.magnitude <= 10 + 1e-12 && tie.intensity <= 10 + 1e-12)
        let interval = tie.interval(under: estimator)
        #expect(interval.lowerBound >= -10 && interval.upperBound <= 10)
      }
    }
    #expect(covered == snapshot.contributions.count)
    #expect(snapshot.activeClaims == Set(snapshot.contributions.map(\.claim)).count)
  }

  @Test(arguments: 0..<40, Level.allCases)
  func agreesWithThePlainDefinition(seed: UInt64, level: Level) throws {
    let project = try RandomProject.make(seed: seed)
    let plain = PlainEstimator(project, level: level)
    for estimator in [Estimator.posterior(prior: 0.3), .sum, .mean] {
      for layers in [nil, Set([project.layers[0].id])] {
        let evidence = try Evidence(project) {
          $0.level = level
          $0.estimator = estimator
          $0.layers = layers
        }
        let nodes = project.actors.indices.filter { plain.isNode(project.actors[$0].id) }
        #expect(evidence.nodes == nodes)
        for window in [Self.windows[3], Self.windows[6], Self.windows[8]] {
          let snapshot = evidence.snapshot(over: window)
          let expected = plain.parts(over: window, estimator: estimator, layers: layers)
          #expect(snapshot.ties.count == expected.count)
          for tie in snapshot.ties {
            let pair = PlainEstimator.Pair(
              source: project.actors[Int(tie.source)].id, target: project.actors[Int(tie.target)].id
            )
            let parts = snapshot.parts(of: tie)
            #expect(parts.keys.sorted() == expected[pair]?.keys.sorted())
            for (claim, part) in parts {
              let other = expected[pair]?[claim] ?? PlainEstimator.Part()
              #expect(isClose(part.weight, other.weight))
              #expect(isClose(part.tension, other.tension))
              #expect(isClose(part.accord, other.accord))
            }
          }
        }
      }
    }
  }

  @Test(arguments: 0..<60, Level.allCases)
  func namesAndOrderDoNotMatter(seed: UInt64, level: Level) throws {
    let project = try RandomProject.make(seed: seed)
    let other = try project.relabelled(seed: seed + 1_000)
    for estimator in [Estimator.posterior(prior: 1), .sum, .mean] {
      let change = { (options: inout EvidenceOptions) in
        options.level = level
        options.estimator = estimator
      }
      let (left, right) = (try Evidence(project, change), try Evidence(other, change))
      #expect(left.accounting == right.accounting)
      for window in Self.windows {
        let (before, after) = (left.snapshot(over: window), right.snapshot(over: window))
        #expect(before.ties.count == after.ties.count)
        #expect(before.activeClaims == after.activeClaims)
        #expect(before.activeSources == after.activeSources)
        for tie in before.ties {
          let twin = try after.tie(
            "\(project.actors[Int(tie.source)].id)-renamed",
            "\(project.actors[Int(tie.target)].id)-renamed")
          let same = try #require(twin)
          #expect(isClose(tie.tension, same.tension))
          #expect(isClose(tie.accord, same.accord))
          #expect(isClose(tie.variance, same.variance))
          #expect(tie.claims == same.claims && tie.sources == same.sources)
          #expect(tie.basis == same.basis)
        }
      }
    }
  }

  @Test(arguments: 0..<40, [Estimator.posterior(prior: 1), .sum])
  func evidenceFadesToNothing(seed: UInt64, estimator: Estimator) throws {
    let project = try RandomProject.make(seed: seed, fading: .all)
    let evidence = try Evidence(project) { $0.estimator = estimator }
    var last = Double.infinity
    for days in [800, 2_000, 5_000, 20_000, 100_000] {
      let snapshot = evidence.snapshot(over: Window(Self.day0.advanced(byDays: days)))
      let largest = snapshot.ties.map { max($0.tension, $0.accord) }.max() ?? 0
      #expect(largest <= last)
      last = largest
    }
    #expect(last < 1e-60)
    // So late that every weight is smaller than any number, there is no tie at all.
    let end = evidence.snapshot(over: Window(CalendarDate.supported.upperBound))
    #expect(end.ties.isEmpty && end.activeClaims == 0 && end.graph.tieCount == 0)
  }

  @Test(arguments: 0..<30, Level.allCases)
  func theGraphHasTheSameTies(seed: UInt64, level: Level) throws {
    let evidence = try Evidence(try RandomProject.make(seed: seed)) { $0.level = level }
    let snapshot = evidence.snapshot(over: Self.windows[4])
    let ties = snapshot.ties
    #expect(ties == ties.sorted { ($0.source, $0.target) < ($1.source, $1.target) })
    #expect(snapshot.graph.nodeCount == snapshot.nodes.count)
    let edges = snapshot.graph.edges
    #expect(edges.map { Int32(snapshot.nodes[Int($0.source)]) } == ties.map(\.source))
    #expect(edges.map { Int32(snapshot.nodes[Int($0.target)]) } == ties.map(\.target))
    #expect(edges.map(\.tension) == ties.map(\.tension))
    #expect(edges.map(\.accord) == ties.map(\.accord))
    let checked = try RelationGraph(nodeCount: snapshot.graph.nodeCount, edges: edges.reversed())
    #expect(checked.edges == edges && checked.inSources == snapshot.graph.inSources)
    for source in snapshot.project.actors.indices {
      for target in snapshot.project.actors.indices {
        let tie = snapshot.tie(from: Int32(source), to: Int32(target))
        #expect(tie == ties.first { Int($0.source) == source && Int($0.target) == target })
      }
    }
  }

  @Test func estimatorsByHand() throws {
    let project = try smallProject([
      try claim("a", score: -6), try claim("b", score: 3, confidence: 0.5),
      try claim("c", layer: "pacts", score: 8),
    ])
    func tie(_ estimator: Estimator, _ layers: Set<String>?) throws -> Tie {
      let evidence = try Evidence(project) {
        $0.estimator = estimator
        $0.layers = layers
      }
      return try #require(try evidence.snapshot(on: "2025-01-01").tie("A", "B"))
    }
    let words = try tie(.posterior(prior: 1), ["words"])
    #expect(isClose(words.tension, 6 / 2.5) && isClose(words.accord, 1.5 / 2.5))
    #expect(isClose(words.mixedness, 2 * 0.6 / 3) && isClose(words.net, -1.8))
    let pooled = try tie(.posterior(prior: 1), nil)
    #expect(isClose(pooled.tension, 1.2) && isClose(pooled.accord, 0.3 + 8 / 4.0))
    let mean = try tie(.mean, ["words"])
    #expect(isClose(mean.tension, 4) && isClose(mean.accord, 1))
    let sum = try tie(.sum, nil)
    #expect(isClose(sum.tension, 3) && isClose(sum.accord, 0.75 + 4))
  }

  @Test func rangesBecomeTheVarianceOfTheNet() throws {
    let project = try smallProject([
      try claim("a", score: -6, range: -8...(-4)), try claim("b", score: 3, range: 0...6),
    ])
    let snapshot = try Evidence(project) { $0.layers = ["words"] }.snapshot(on: "2025-01-01")
    let tie = try #require(try snapshot.tie("A", "B"))
    // Each share is 1/3, and 4 and 6 points are 95 % intervals.
    let deviations = [4.0, 6].map { $0 / (2 * 1.959963984540054) / 3 }
    #expect(isClose(tie.variance, deviations.map { $0 * $0 }.reduce(0, +)))
    let interval = tie.interval(under: .posterior(prior: 1))
    let half = ((4.0 * 4 + 6 * 6) / 36).squareRoot()
    #expect(isClose(interval.lowerBound, -1 - half) && isClose(interval.upperBound, -1 + half))
  }

  @Test func anIntervalNeverLeavesTheScaleOrTurnsOver() throws {
    // Shares that add up to a hair more than 1 leave a net a hair above 10.
    for seed in 0..<300 {
      var random = SeededGenerator(seed: UInt64(seed))
      let claims = try (0..<12).map {
        try claim("c\($0)", score: 10, confidence: Double.random(in: 0.01...1, using: &random))
      }
      let evidence = try Evidence(try smallProject(claims)) {
        $0.estimator = .mean
        $0.layers = ["words"]
      }
      let tie = try #require(try evidence.snapshot(on: "2025-01-01").tie("A", "B"))
      #expect(isClose(tie.net, 10))
      let interval = tie.interval(under: .mean)
      #expect(interval.lowerBound <= 10 && interval.upperBound <= 10)
    }
    // Sums may be far beyond the scale, also where somebody asks for the wrong estimator.
    let claims = try (0..<5).map { try claim("c\($0)", score: 10, range: 8...10) }
    let evidence = try Evidence(try smallProject(claims)) {
      $0.estimator = .sum
      $0.layers = ["words"]
    }
    let tie = try #require(try evidence.snapshot(on: "2025-01-01").tie("A", "B"))
    #expect(tie.net == 50)
    #expect(tie.interval(under: .sum).contains(50))
    #expect(tie.interval(under: .mean) == 10...10)
  }

  @Test func countsClaimsSourcesAndTheStrongestBasis() throws {
    let project = try smallProject([
      try claim("a", basis: .implied), try claim("b", basis: .interpreted, source: "radio"),
      try claim("c", "B", "A", basis: .implied), try claim("d", when: "2026-01-01"),
    ])
    let snapshot = try Evidence(project).snapshot(on: "2025-02-01")
    let there = try #require(try snapshot.tie("A", "B"))
    #expect(there.claims == 2 && there.sources == 2 && there.basis == .interpreted)
    #expect(try snapshot.tie("B", "A")?.basis == .implied)
    #expect(snapshot.activeClaims == 3 && snapshot.activeSources == 2)
    #expect([Claim.Basis.implied, .stated, .interpreted].min() == .stated)
  }
}
