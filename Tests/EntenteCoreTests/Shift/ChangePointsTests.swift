import EntenteCore
import Testing

@Suite struct ChangePointsTests {
  /// The least cost over all segmentations, by going through every place of the last change.
  private func optimum(
    _ count: Int, _ shortest: Int, _ cost: (Int, Int) -> Double
  ) -> [Int] {
    var best = [(cost: Double, breaks: [Int])?](repeating: nil, count: count + 1)
    best[0] = (0, [])
    for end in shortest...count {
      for start in 0...(end - shortest) {
        guard let earlier = best[start] else { continue }
        let value = earlier.cost + cost(start, end)
        if value < best[end]?.cost ?? .infinity {
          best[end] = (value, start == 0 ? [] : earlier.breaks + [start])
        }
      }
    }
    return best[count]?.breaks ?? []
  }

  @Test func fiveHundredSeriesHaveTheBreakPointsOfRuptures() throws {
    var differing = 0
    let rows = try oracleRows("pelt.csv")
    try #require(rows.count == 500)
    for row in rows {
      let seed = try #require(UInt64(row[0]))
      var options = ChangePoints.Options()
      options.cost = try #require(SegmentCost(rawValue: row[1]))
      options.penalty = .manual(try #require(Double(row[3])))
      options.minimumLength = try #require(Int(row[4]))
      options.floor = 1e-6
      let values = oracleSeries(seed, options.cost, count: try #require(Int(row[2])))
      let found = try ChangePoints(values, options).breaks
      let ruptures = row[5].split(separator: " ").compactMap { Int($0) }
      if row[6].isEmpty {
        #expect(found == ruptures, "series \(seed)")
      } else {
        // Here ruptures misses the optimum, as the script shows.
        differing += 1
        #expect(found == row[6].split(separator: " ").compactMap { Int($0) }, "series \(seed)")
      }
    }
    #expect(differing == 1)
  }

  @Test(arguments: [ChangePoints.Penalty.bic, .mbic, .manual(3)])
  func nothingCostsLess(_ penalty: ChangePoints.Penalty) throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      let values = oracleSeries(seed, .mean, count: 60)
      var options = ChangePoints.Options()
      options.penalty = penalty
      options.minimumLength = Int(seed % 4) + 1
      options.noise = 1.5
      let log = naturalLogarithm(60)
      let expected = optimum(60, options.minimumLength) { start, end in
        let part = values[start..<end]
        let mean = part.reduce(0, +) / Double(part.count)
        let squares = part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        switch penalty {
        case .bic: return squares + 2 * log * 1.5
        case .mbic: return squares + 3 * log * 1.5 + 1.5 * naturalLogarithm(Double(part.count))
        case .manual(let value): return squares + value
        }
      }
      #expect(try ChangePoints(values, options).breaks == expected, "seed \(seed)")
    }
  }

  @Test func segmentsTellWhatTheyHold() throws {
    let found = try ChangePoints([0, 0.1, -0.1, 0, 5, 5.1, 4.9, 5])
    #expect(found.breaks == [4])
    #expect(found.segments.map(\.values) == [0..<4, 4..<8])
    #expect(abs(found.segments[1].mean - 5) < 1e-12)
    #expect(abs(found.segments[0].variance - 0.005) < 1e-12)
    #expect(abs(found.cost - 0.04) < 1e-12)
  }

  @Test func changesOfVarianceAreFoundByTheCostThatKnowsThem() throws {
    var random = EntenteCore.SeededGenerator(seed: 5)
    let values = (0..<200).map { (random.unit() - 0.5) * ($0 < 100 ? 1 : 12) }
    var options = ChangePoints.Options()
    options.cost = .meanAndVariance
    let breaks = try ChangePoints(values, options).breaks
    #expect(breaks.count == 1)
    #expect(abs(try #require(breaks.first) - 100) <= 3)
  }

  @Test func nothingIsFoundInWhatDoesNotChange() throws {
    for cost in SegmentCost.allCases {
      var options = ChangePoints.Options()
      options.cost = cost
      for values in [[], [3], [3, 3], [Double](repeating: 2, count: 50)] {
        let found = try ChangePoints(values, options)
        #expect(found.breaks.isEmpty)
        #expect(found.segments.count == (values.isEmpty ? 0 : 1))
        #expect(found.cost.isFinite)
      }
    }
    var called = 0
    for seed in 1...100 as ClosedRange<UInt64> {
      var random = EntenteCore.SeededGenerator(seed: seed)
      let values = (0..<80).map { _ in random.unit() + random.unit() + random.unit() }
      if try !ChangePoints(values).breaks.isEmpty { called += 1 }
    }
    #expect(called <= 5)
  }

  @Test func shiftedAndScaledSeriesChangeAtTheSamePlaces() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let values = oracleSeries(seed, .meanAndVariance, count: 90)
      for cost in [SegmentCost.mean, .meanAndVariance] {
        var options = ChangePoints.Options()
        options.cost = cost
        options.minimumLength = 3
        let breaks = try ChangePoints(values, options).breaks
        #expect(try ChangePoints(values.map { 8 * $0 + 64 }, options).breaks == breaks)
      }
    }
  }

  @Test func unusableInputIsRefused() {
    var options = ChangePoints.Options()
    #expect(throws: MeasureError.self) { try ChangePoints([1, .nan, 2]) }
    #expect(throws: MeasureError.self) { try ChangePoints([1, .infinity]) }
    options.minimumLength = 0
    #expect(throws: MeasureError.self) { try ChangePoints([1, 2], options) }
    options = .init()
    options.cost = .meanAndVariance
    options.minimumLength = 1
    #expect(throws: MeasureError.self) { try ChangePoints([1, 2], options) }
    options = .init()
    options.cost = .count
    #expect(throws: MeasureError.self) { try ChangePoints([1, -2], options) }
    options = .init()
    options.penalty = .manual(0)
    #expect(throws: MeasureError.self) { try ChangePoints([1, 2], options) }
  }
}
