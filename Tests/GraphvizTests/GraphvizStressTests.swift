import Testing

@testable import Graphviz

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct GraphvizStressTests {
  /// Graphviz crashes when two threads enter it. Tasks on all cores, with errors in between.
  @Test func manyTasksAtOnceGetTheBytesOfOne() async throws {
    let dot = "digraph named { a -> b -> c -> a; b -> d [label=\"−1.5\"]; d -> e; e -> a }"
    let engines: [LayoutEngine] = [.dot, .neato, .sfdp, .circo, .twopi]
    let alone = try engines.map { engine in
      try Graphviz.render(dot, engine: engine, format: .svg).bytes
    }
    let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<16 {
        group.addTask {
          var wrong = 0
          for round in 0..<20 {
            let which = (task + round) % engines.count
            let bytes = try Graphviz.render(dot, engine: engines[which], format: .svg).bytes
            if bytes != alone[which] { wrong += 1 }
            if (try? Graphviz.render("digraph { a -> ", engine: .dot, format: .svg)) != nil {
              wrong += 1
            }
          }
          return wrong
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  #if os(Linux) && compiler(>=6.2)
    /// In a process of its own, because the memory of this one is that of all tests together. Fonts
    /// and plugins fill caches at first, so growth is measured after a warm-up.
    @Test func memoryDoesNotGrowWithTheNumberOfRenders() async {
      await #expect(processExitsWith: .success) {
        func render(_ times: Int) throws {
          let dot =
            "digraph { a [pos=\"0,0\"]; b [pos=\"90,9\"]; a -> b [pos=\"9,1 30,3 50,5 70,7\"] }"
          for _ in 0..<times {
            _ = try Graphviz.render(dot, engine: .nop2, format: .svg)
            _ = try? Graphviz.render("digraph { a -> ", engine: .nop2, format: .svg)
            _ = try? Graphviz.render(
              "digraph { a [label=<<b>x</i>>] }", engine: .dot, format: .svg)
          }
        }
        try render(300)
        let before = residentKilobytes()
        try render(1000)
        // Graphviz itself loses some bytes per graph; a graph of ours that got lost would cost 6 kB.
        let growth = residentKilobytes() - before
        if growth >= 4000 {
          print("grew by \(growth) kB over 3000 renders")
          exit(1)
        }
      }
    }
  #endif
}

#if os(Linux)
  private func residentKilobytes() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 128)
    guard fgets(&buffer, 128, file) != nil else { return 0 }
    let words = String(decoding: buffer.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      .split(separator: " ")
    return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * Int(getpagesize()) / 1024
  }
#endif
