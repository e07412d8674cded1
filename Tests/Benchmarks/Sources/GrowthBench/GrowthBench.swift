import EntenteCore
import Foundation

/// Times every measure of the catalog on graphs of growing size and takes the memory of each.
///
/// Usage: GrowthBench GRAPH.bin... [--skip measure,measure…]
///
/// The graphs, in ascending order, are as peers/make_graphs.py writes them.
///
/// Prints CSV: measure, actors, ties, seconds (the least of a few runs on two threads), and the bytes
/// by which the peak of resident memory rose above what was there before the first run (Linux). A
/// measure whose next size would take more than a minute, by its growth so far, is left out there;
/// betweenness is taken from 160 sources of the largest graphs and multiplied.
@main enum GrowthBench {
  static let control = RunControl(threads: 2)
  static let patience = 60.0

  static func main() throws {
    var paths = Array(CommandLine.arguments.dropFirst())
    var skipped: Set<String> = []
    if let place = paths.firstIndex(of: "--skip"), place + 1 < paths.count {
      skipped = Set(paths[place + 1].split(separator: ",").map(String.init))
      paths.removeSubrange(place...place + 1)
    }
    guard !paths.isEmpty else {
      print("usage: GrowthBench GRAPH.bin... [--skip measure,measure…]")
      exit(64)
    }
    write(["measure", "actors", "ties", "seconds", "bytes"])
    var history: [String: [Double]] = [:]
    for path in paths {
      let sized = try Sized(path)
      for work in sized.works where !skipped.contains(work.name) {
        let past = history[work.name] ?? []
        if let last = past.last {
          let growth = past.count > 1 ? last / past[past.count - 2] : 30
          guard last * max(growth, 10) / work.factor <= patience else { continue }
        } else if path != paths.first {
          continue
        }
        guard let (seconds, bytes) = try measured(work.run) else { continue }
        history[work.name, default: []].append(seconds * work.factor)
        write([
          work.name, String(sized.actors), String(sized.ties),
          String(format: "%.7f", seconds * work.factor), String(bytes),
        ])
      }
    }
  }

  /// At once, so that a long run can be watched.
  private static func write(_ columns: [String]) {
    FileHandle.standardOutput.write(Data((columns.joined(separator: ",") + "\n").utf8))
  }

  /// Seconds and extra bytes, or nil where the measure has no answer on the graph.
  static func measured(_ run: () throws -> Void) throws -> (Double, Int)? {
    forgetPeak()
    let before = memory("VmRSS:")
    do { try run() } catch {
      FileHandle.standardError.write(Data("no answer: \(error)\n".utf8))
      return nil
    }
    let bytes = max(0, memory("VmHWM:") - before) * 1024
    var least = Double.infinity
    let clock = ContinuousClock()
    let begin = clock.now
    for _ in 0..<20 {
      least = min(least, try clock.measure { try run() } / .seconds(1))
      if clock.now - begin > .milliseconds(400) { break }
    }
    return (least, bytes)
  }

  /// Gives freed memory back and lets the peak of resident memory start from what is left.
  private static func forgetPeak() {
    #if canImport(Glibc)
      // The C library has it, but its module for Swift does not.
      if let address = dlsym(nil, "malloc_trim") {
        typealias Trim = @convention(c) (Int) -> Int32
        _ = unsafeBitCast(address, to: Trim.self)(0)
      }
      try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    #endif
  }

  /// Kilobytes from the status of the process; 0 where there is none to read.
  private static func memory(_ field: String) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(field) })
    else { return 0 }
    return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).compactMap { Int($0) }.first ?? 0
  }
}

/// The same ties twice, all cooperative, and every third of them hostile, for measures with signs.
struct Sized {
  var actors: Int
  var ties: Int
  var works: [(name: String, factor: Double, run: () throws -> Void)] = []

  init(_ path: String) throws {
    let edges = try Self.edges(path)
    let (n, list) = (edges.actors, edges.list)
    actors = n
    ties = list.count
    let friendly = try RelationGraph(nodeCount: n, edges: list)
    let signed = try RelationGraph(
      nodeCount: n,
      edges: list.map { edge in
        guard (edge.source + edge.target) % 3 == 0 else { return edge }
        return .init(source: edge.source, target: edge.target, tension: edge.accord, accord: 0)
      })
    works.append(("relation graph", 1, { _ = try RelationGraph(nodeCount: n, edges: list) }))
    let partition = (0..<n).map { Int32($0 % 8) }
    for measure in MeasureCatalog.all where measure.compute != nil {
      let isWeighted = measure.name == MeasureCatalog.weightedBetweenness.name
      if isWeighted || measure.name == MeasureCatalog.betweenness.name {
        let count = n < 50_000 ? n : 160
        let sources = (0..<count).map { Int32($0 * (n / count)) }
        works.append(
          (
            measure.name, Double(n) / Double(count),
            {
              _ = try friendly.betweenness(
                from: sources, length: isWeighted ? .reciprocal : .hops,
                control: GrowthBench.control)
            }
          ))
        continue
      }
      let graph = measure.defaultAspect == .accord ? friendly : signed
      works.append(
        (
          measure.name, 1,
          {
            _ = try measure.columns(
              of: graph, partition: partition, control: GrowthBench.control)
          }
        ))
    }
  }

  private static func edges(
    _ path: String
  ) throws -> (actors: Int, list: [RelationGraph.Edge]) {
    let data = try Data(contentsOf: URL(filePath: path))
    return data.withUnsafeBytes { bytes in
      func integer(_ index: Int) -> Int32 {
        bytes.loadUnaligned(fromByteOffset: index * 4, as: Int32.self)
      }
      let ties = Int(integer(1))
      let list = (0..<ties).map { tie in
        RelationGraph.Edge(
          source: integer(2 + tie), target: integer(2 + ties + tie), tension: 0,
          accord: bytes.loadUnaligned(fromByteOffset: 8 + ties * 8 + tie * 8, as: Double.self))
      }
      return (Int(integer(0)), list)
    }
  }
}
