import EntenteCore
import EntenteFormats
import Testing

@testable import EntenteDiagrams

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct RenderMemoryTests {
  @Test func manyTasksAtOnceGetTheBytesOfOne() async throws {
    let drawing = try DiagramTests.states.get()
    let alone = [try drawing.svg(), try drawing.png(dpi: 72), try drawing.pdf()]
    let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          var wrong = 0
          for round in 0..<6 {
            let which = (task + round) % 3
            let bytes =
              switch which {
              case 0: try drawing.svg()
              case 1: try drawing.png(dpi: 72)
              default: try drawing.pdf()
              }
            if bytes != alone[which] { wrong += 1 }
          }
          return wrong
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  #if os(Linux) && compiler(>=6.2)
    /// In a process of its own, because the memory of this one is that of all tests together. The
    /// benchmark `RenderGrowth` draws 10,000 times; here a few show the same slope:
    /// 20 MB over 10,000 are 160 kB over 80, and what used to leak was 900 kB.
    @Test func drawingTenThousandTimesWouldTakeLessThanTwentyMegabytes() async {
      await #expect(processExitsWith: .success) {
        let drawing = try Diagram.shift(try FoundingCase.shift(.state))
        for _ in 0..<40 { _ = try drawing.svg() }
        let before = try residentKilobytes()
        for _ in 0..<80 { _ = try drawing.svg() }
        let growth = try residentKilobytes() - before
        if growth >= 400 {
          print("grew by \(growth) kB over 80 drawings")
          exit(1)
        }
      }
    }
  #endif
}

#if os(Linux)
  private func residentKilobytes() throws -> Int {
    let text = String(decoding: try FileBytes.read(path: "/proc/self/statm"), as: UTF8.self)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return try #require(pages) * Int(getpagesize()) / 1024
  }
#endif
