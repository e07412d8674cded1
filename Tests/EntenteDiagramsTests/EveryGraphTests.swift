import EntenteCore
import EntenteFormats
import Foundation
import Testing

@testable import EntenteDiagrams

/// Every graph in `graphs/`, in every view that applies to it: nothing covers anything.
@Suite struct EveryGraphTests {
  /// A figure of a graph.
  struct Sample: CustomTestStringConvertible, Sendable {
    var graph: String
    var view: String
    var level = Level.state
    /// As many as the view takes.
    var dates: [String]
    var testDescription: String { "\(graph) \(view) \(level) \(dates.joined(separator: " "))" }
  }

  static let caucasus = "caucasus-2025"
  static let wider = "russia-azerbaijan-2024-2025"
  static let tribes = "tribes"

  /// The tribes have one date, so nothing can be told of a change; all other views of all graphs.
  static let samples: [Sample] = [
    Sample(graph: caucasus, view: "alignment", level: .actor, dates: ["2025-05-19"]),
    Sample(graph: caucasus, view: "alignment", level: .media, dates: ["2025-05-19"]),
    Sample(graph: caucasus, view: "shift", level: .actor, dates: ["2025-05-08", "2025-05-19"]),
    Sample(graph: caucasus, view: "shift", dates: ["2025-05-08", "2025-05-19"]),
    Sample(graph: caucasus, view: "matrix", level: .actor, dates: ["2025-05-08", "2025-05-19"]),
    Sample(graph: caucasus, view: "timeline", dates: ["2025-01-01", "2025-05-19"]),
    Sample(
      graph: caucasus, view: "ranks", level: .actor,
      dates: ["2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31"]),
    Sample(
      graph: caucasus, view: "multiples", dates: ["2024-12-01", "2025-02-28", "2025-05-19"]),
    Sample(graph: caucasus, view: "map", level: .actor, dates: ["2025-05-08", "2025-05-19"]),
    Sample(graph: wider, view: "alignment", dates: ["2025-07-15"]),
    Sample(graph: wider, view: "alignment", level: .actor, dates: ["2025-07-15"]),
    Sample(graph: wider, view: "shift", dates: ["2024-12-24", "2025-08-01"]),
    Sample(graph: wider, view: "shift", level: .actor, dates: ["2024-12-24", "2025-08-01"]),
    Sample(graph: wider, view: "matrix", dates: ["2024-12-24", "2025-08-01"]),
    Sample(graph: wider, view: "matrix", level: .actor, dates: ["2025-08-01"]),
    Sample(graph: wider, view: "timeline", dates: ["2024-11-01", "2025-12-31"]),
    Sample(
      graph: wider, view: "ranks", dates: ["2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30"]),
    Sample(
      graph: wider, view: "multiples",
      dates: ["2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30"]),
    Sample(graph: wider, view: "map", dates: ["2024-12-01", "2025-07-31"]),
    Sample(graph: wider, view: "map", level: .actor, dates: ["2024-12-01", "2025-07-31"]),
    Sample(graph: tribes, view: "alignment", level: .actor, dates: ["1954-12-31"]),
    Sample(graph: tribes, view: "matrix", level: .actor, dates: ["1954-12-31"]),
    Sample(graph: tribes, view: "ranks", level: .actor, dates: ["1954-12-31"]),
    Sample(graph: tribes, view: "map", level: .actor, dates: ["1954-12-31"]),
  ]

  @Test(arguments: samples) func nothingCoversAnything(sample: Sample) throws {
    let figure = try Self.figure(sample)
    let cost = figure.cost()
    #expect(cost.overlaps == 0, "\(cost)")
    #expect(figure.view == sample.view)
    // A figure that shows nothing would have no overlaps either.
    #expect(figure.textAlternative.count > 2)
  }

  @Test func noGraphAndNoViewIsLeftOut() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    let graphs = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    #expect(Set(Self.samples.map(\.graph)) == Set(graphs))
    for graph in graphs {
      let views = Set(Self.samples.filter { $0.graph == graph }.map(\.view))
      let all: Set = ["alignment", "shift", "matrix", "timeline", "ranks", "multiples", "map"]
      let ofOneDate: Set = ["alignment", "matrix", "ranks", "map"]
      #expect(views == (graph == Self.tribes ? ofOneDate : all))
    }
  }

  static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/graphs"

  private static let projects: [String: Result<Project, any Error>] = {
    var projects: [String: Result<Project, any Error>] = [:]
    for graph in Set(samples.map(\.graph)) {
      projects[graph] = Result {
        let path = "\(folder)/\(graph).yaml"
        return try #require(
          ProjectReader.read(bytes: try FileBytes.read(path: path), file: path).project)
      }
    }
    return projects
  }()

  static func project(_ graph: String) throws -> Project {
    try #require(projects[graph]).get()
  }

  static func figure(_ sample: Sample) throws -> any Figure {
    var options = EvidenceOptions()
    options.level = sample.level
    let project = try project(sample.graph)
    let evidence = try Evidence(project, options)
    let windows = try sample.dates.map { Window(try #require(try EDTFDate($0).interval.last)) }
    let snapshots = windows.map { evidence.snapshot(over: $0) }
    switch sample.view {
    case "alignment": return try Diagram.alignment(snapshots[0])
    case "shift":
      return try Diagram.shift(Shift(in: evidence, from: windows[0], to: windows[1]))
    case "matrix":
      return windows.count == 1
        ? Diagram.matrix(snapshots[0])
        : Diagram.matrix(Shift(in: evidence, from: windows[0], to: windows[1]))
    case "timeline":
      let ends = try ["AZ", "RU"].map { id in
        Int32(try #require(project.actors.firstIndex { $0.id == id }))
      }
      let periods = try Step.week.periods(from: windows[0].first, to: windows[1].last)
      var intervals = Bootstrap.Options()
      intervals.replicates = 20
      let series = try [(ends[0], ends[1]), (ends[1], ends[0])].map {
        try Series(
          of: .tie(from: $0.0, to: $0.1), in: evidence, over: periods, intervals: intervals)
      }
      return Diagram.timeline(series, in: evidence, every: .week)
    case "ranks":
      let columns = try snapshots.map {
        try #require(try MeasureCatalog.strength.columns(of: $0.graph).first)
      }
      return Diagram.ranks(columns, of: MeasureCatalog.strength, over: snapshots)
    case "multiples": return try Diagram.multiples(snapshots)
    default:
      let tables = try snapshots.map { try RelationProfiles([$0.graph]).alignment() }
      return try Diagram.map(tables, in: evidence, over: windows)
    }
  }
}
