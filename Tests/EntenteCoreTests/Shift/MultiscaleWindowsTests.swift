import EntenteCore
import Testing

@Suite struct MultiscaleWindowsTests {
  private func noise(_ seed: UInt64, _ count: Int) -> [Double] {
    var random = EntenteCore.SeededGenerator(seed: seed)
    return (0..<count).map { _ in (0..<12).reduce(-6.0) { sum, _ in sum + random.unit() } }
  }

  @Test func peaksAreDifferencesOfMeans() throws {
    let values = [0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3.0]
    let peaks = try MultiscaleWindows.peaks(in: values, scales: [3], noise: 0.25)
    // 3 · √(3/2) / 0.5
    #expect(peaks.map(\.position) == [6])
    #expect(abs(peaks[0].z - 7.348469228349534) < 1e-12)
    #expect(abs(peaks[0].change - 3) < 1e-12)
  }

  @Test func shortWindowsFindJumpsAndLongOnesSlightMoves() throws {
    var values = noise(3, 400)
    for index in 100..<400 { values[index] += 6 }
    for index in 250..<400 { values[index] += 1.2 }
    let peaks = try MultiscaleWindows.peaks(in: values, scales: [8, 80], noise: 1)
    #expect(peaks.count == 2)
    #expect(abs(peaks[0].position - 100) <= 1 && peaks[0].scale == 8)
    #expect(abs(peaks[1].position - 250) <= 12 && peaks[1].scale == 80)
  }

  @Test func falseCallsAreRare() throws {
    var called = 0
    for seed in 1...200 as ClosedRange<UInt64> {
      let peaks = try MultiscaleWindows.peaks(in: noise(seed, 120), scales: [7, 30], noise: 1)
      if !peaks.isEmpty { called += 1 }
    }
    #expect(called <= 10)
  }

  @Test func shortAndConstantSeriesShowNothing() throws {
    #expect(try MultiscaleWindows.peaks(in: [], scales: [2]).isEmpty)
    #expect(try MultiscaleWindows.peaks(in: [1, 2, 3], scales: [2]).isEmpty)
    #expect(try MultiscaleWindows.peaks(in: [4, 4, 4, 4, 4, 4], scales: [2, 3]).isEmpty)
    #expect(throws: MeasureError.self) { try MultiscaleWindows.peaks(in: [1, 2], scales: [1]) }
    #expect(throws: MeasureError.self) {
      try MultiscaleWindows.peaks(in: [1, .nan], scales: [2])
    }
    #expect(throws: MeasureError.self) {
      try MultiscaleWindows.peaks(in: [1, 2], scales: [2], level: 1)
    }
  }
}
