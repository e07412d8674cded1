// How long all seven views of the founding case take in one process, from the file to the SVG of each,
// the first time and again. The first includes loading Graphviz and its fonts.
//
//     swift run -c release FiguresBench ../../graphs/caucasus-2025.yaml
import EntenteCore
import EntenteDiagrams
import EntenteFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

struct Case {
  let evidence: Evidence
  let before: Window
  let after: Window

  init(path: String) throws {
    let read = ProjectReader.read(bytes: try FileBytes.read(path: path), file: path)
    guard let project = read.project else {
      print("\(path) has errors")
      exit(65)
    }
    func day(_ text: String) throws -> Window {
      Window(try EDTFDate(text).interval.last ?? CalendarDate(dayNumber: 0))
    }
    evidence = try Evidence(project)
    before = try day("2025-05-08")
    after = try day("2025-05-19")
  }

  var shift: Shift { Shift(in: evidence, from: before, to: after) }

  func views() -> [(name: String, draw: () throws -> any Figure)] {
    [
      ("alignment", { try Diagram.alignment(evidence.snapshot(over: after)) }),
      ("shift", { try Diagram.shift(shift) }),
      (
        "multiples",
        {
          let days = [131, 65, 11, 0].map { after.first.advanced(byDays: -$0) }
          return try Diagram.multiples(days.map { evidence.snapshot(over: Window($0)) })
        }
      ),
      (
        "map",
        {
          let windows = [before, after]
          let tables = try windows.map {
            try RelationProfiles([evidence.snapshot(over: $0).graph]).alignment()
          }
          return try Diagram.map(tables, in: evidence, over: windows)
        }
      ),
      ("matrix", { Diagram.matrix(shift) }),
      (
        "timeline",
        {
          let span = try Step.day.periods(
            from: CalendarDate(dayNumber: after.first.dayNumber - 130), to: after.last)
          let (one, other) = (try node("AZ"), try node("RU"))
          let series = try [(one, other), (other, one)].map {
            try Series(of: .tie(from: $0.0, to: $0.1), in: evidence, over: span)
          }
          return Diagram.timeline(series, in: evidence, every: .day)
        }
      ),
      (
        "ranks",
        {
          guard let measure = MeasureCatalog.centrality.first(where: { $0.name == "strength" })
          else { throw Missing() }
          let snapshots = [before, after].map { evidence.snapshot(over: $0) }
          let columns = try snapshots.compactMap { try measure.columns(of: $0.graph).first }
          return Diagram.ranks(columns, of: measure, over: snapshots)
        }
      ),
    ]
  }

  private func node(_ id: String) throws -> Int32 {
    guard
      let node = evidence.nodes.firstIndex(where: { evidence.project.actors[$0].id == id })
    else { throw Missing() }
    return Int32(node)
  }

  struct Missing: Error {}
}

func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let time = try clock.measure(body)
  return Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1000
}

func run() throws {
  guard CommandLine.arguments.count == 2 else {
    print("usage: FiguresBench PROJECT.yaml")
    exit(64)
  }
  for round in ["first", "again"] {
    var total = 0.0
    var founding: Case?
    total += try milliseconds { founding = try Case(path: CommandLine.arguments[1]) }
    print("\(round): reading \(total) ms")
    for view in founding?.views() ?? [] {
      let time = try milliseconds { _ = try view.draw().svg(SVGOptions()) }
      print("\(round): \(view.name) \(time) ms")
      total += time
    }
    print("\(round): all \(total) ms")
  }
}

try run()
