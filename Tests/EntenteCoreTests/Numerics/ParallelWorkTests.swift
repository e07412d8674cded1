import EntenteCore
import Foundation
import Synchronization
import Testing

/// What kernels that run on several threads promise, seen from outside.
@Suite struct ParallelWorkTests {
  private func graph() throws -> RelationGraph {
    try RandomGraphs.directed(120, probability: 0.05, seed: 21)
  }

  @Test func anyNumberOfThreadsGivesTheSameBits() throws {
    let graph = try graph()
    let partition = (0..<120).map { Int32($0 % 3) }
    for measure in MeasureCatalog.centrality {
      let alone = try measure.columns(of: graph, partition: partition, control: .serial)
      for threads in [2, 7] {
        let shared = try measure.columns(
          of: graph, partition: partition, control: RunControl(threads: threads))
        #expect(alone == shared, "\(measure.name) on \(threads) threads")
      }
    }
  }

  @Test func nothingRunsOnAfterTheAnswer() throws {
    let graph = try graph()
    let late = Atomic<Int>(0)
    for round in 0..<40 {
      let isOver = Over()
      let count = Over()
      let control = RunControl(
        threads: 8,
        isCancelled: {
          if isOver.count > 0 { late.add(1, ordering: .relaxed) }
          count.add()
          // Every other round is stopped midway.
          return round % 2 == 1 && count.count > 20
        },
        progress: { _ in if isOver.count > 0 { late.add(1, ordering: .relaxed) } })
      do {
        _ = try graph.betweenness(length: .reciprocal, control: control)
        #expect(round % 2 == 0)
      } catch {
        #expect(error == .cancelled(measure: "betweenness") && round % 2 == 1)
      }
      isOver.add()
    }
    // Time enough for a helper that had been forgotten.
    Thread.sleep(forTimeInterval: 0.05)
    #expect(late.load(ordering: .relaxed) == 0)
  }

  private final class Over: Sendable {
    private let value = Atomic<Int>(0)
    var count: Int { value.load(ordering: .relaxed) }
    func add() { value.add(1, ordering: .relaxed) }
  }

  #if os(Linux)
    @Test func noThreadsAreLeftBehind() throws {
      func threads() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count
      }
      let graph = try graph()
      let control = RunControl(threads: 16)
      _ = try graph.closeness(control: control)
      let before = try threads()
      for _ in 0..<100 { _ = try graph.closeness(length: .reciprocal, control: control) }
      // The runtime's pool has a thread a core; tests that run beside may wake some of them, and
      // their own few. Threads of our own would be 1,500.
      #expect(try threads() <= before + ProcessInfo.processInfo.activeProcessorCount + 20)
    }
  #endif
}
