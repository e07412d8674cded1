import EntenteCore
import Testing

@Suite struct PartitionTests {
  @Test func labelsAreCanonical() {
    let partition = Partition(labels: ["x", "y", "x", "z", "y"])
    #expect(partition.labels == [0, 1, 0, 2, 1])
    #expect(partition.blocCount == 3)
    #expect(partition.sizes == [2, 2, 1])
    #expect(partition.blocs == [[0, 2], [1, 4], [3]])
    #expect(partition == Partition(labels: [9, -4, 9, 7, -4]))
    #expect(partition != Partition(labels: [0, 1, 0, 2, 2]))
    #expect(partition.together(1, 4) && !partition.together(0, 1))
    #expect(partition.restricted(to: [4, 3, 1]).labels == [0, 1, 0])
  }

  @Test func extremes() {
    #expect(Partition.whole(3).labels == [0, 0, 0])
    #expect(Partition.singletons(3).labels == [0, 1, 2])
    #expect(Partition.whole(0) == Partition.singletons(0))
    #expect(Partition(labels: [Int]()).blocCount == 0)
  }
}
