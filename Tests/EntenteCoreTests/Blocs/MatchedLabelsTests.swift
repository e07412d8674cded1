import EntenteCore
import TestSupport
import Testing

@Suite struct MatchedLabelsTests {
  @Test func keepsAsManyActorsAsScipy() throws {
    for seed in BalanceOracle.seeds {
      let sample = try SeededSignedGraph(seed: seed)
      let first = Partition(labels: sample.firstLabels)
      let second = Partition(labels: sample.secondLabels)
      let matched = try first.matched(to: second)
      let used = matched.compactMap { $0 }
      #expect(Set(used).count == used.count)
      let kept = zip(first.labels, second.labels).count { matched[Int($0)] == $1 }
      #expect(Double(kept) == BalanceOracle.value(seed, "overlap"), "seed \(seed)")
      #expect(try first.matched(to: first) == (0..<Int32(first.blocCount)).map { $0 })
    }
  }

  @Test func labelsLastAsLongAsTheirBloc() throws {
    let series = [
      Partition(labels: ["A", "A", "A", "B", "B", "B"]),
      Partition(labels: ["C", "A", "A", "B", "B", "B"]),
      Partition(labels: ["C", "A", "A", "A", "A", "B"]),
      Partition(labels: ["A", "A", "A", "A", "B", "B"]),
    ]
    #expect(
      try Partition.persistentLabels(series) == [
        [0, 0, 0, 1, 1, 1], [2, 0, 0, 1, 1, 1], [2, 0, 0, 0, 0, 1], [0, 0, 0, 0, 1, 1],
      ]
    )
    #expect(try Partition.persistentLabels([]) == [])
  }

  @Test func blocsThatShareNobodyAreNotMatched() throws {
    let earlier = Partition(labels: [0, 0, 1])
    #expect(try Partition(labels: [0, 0, 0]).matched(to: earlier) == [0])
    #expect(try Partition(labels: [0, 1, 2]).matched(to: earlier).compactMap { $0 }.count == 2)
    #expect(throws: PartitionError.differentActors(1, 3)) {
      try Partition.whole(1).matched(to: earlier)
    }
  }
}
