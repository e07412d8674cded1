import ArgumentParser
import EntenteCore
import EntenteDiagrams
import EntenteFormats

/// Where the actors of a figure stand, across figures and revisions.
struct LockFlags: ParsableArguments {
  @Flag(
    help: """
      Keep every actor's place in the file CASE.layout.yaml beside the project: written by the first \
      figure for all dates of the evidence, grown by later ones, to be edited by hand.
      """)
  var lock = false

  @Option(
    name: .customLong("layout"),
    help: ArgumentHelp(
      "Take the places from this file, which is only read; newcomers are placed between.",
      valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var layoutFile: String?

  func validate() throws {
    if lock, layoutFile != nil { throw ValidationError("give --lock or --layout, not both") }
  }

  /// Sets the places that are to be kept, and writes the lock file where there is something new.
  func apply(
    to options: inout DiagramOptions, _ snapshots: [Snapshot], project file: String
  ) throws {
    guard lock || layoutFile != nil, let first = snapshots.first else { return }
    guard first.nodes.count <= Diagram.mostActors else {
      throw Failure(
        status: .usage,
        message:
          "places are kept for up to \(Diagram.mostActors) actors, and here are \(first.nodes.count)"
      )
    }
    let path = try layoutFile ?? Self.path(beside: file)
    let level = first.evidence.options.level.rawValue
    var known = LayoutFile()
    if layoutFile != nil || FileBytes.exists(path: path) { known = try Self.read(path) }
    let kept = known.levels[level] ?? [:]
    let before = FrozenLayout(
      places: kept.mapValues {
        FrozenLayout.Place(Point($0.x, $0.y), isPinned: $0.isPinned)
      })
    let layout = try Diagram.layout(
      of: snapshots + (lock ? Self.ends(of: first.evidence) : []), keeping: before, options)
    options.stand(on: layout)
    guard lock else { return }
    known.levels[level] = layout.places.mapValues {
      LayoutFile.Place(x: $0.point.x, y: $0.point.y, isPinned: $0.isPinned)
    }
    let bytes = Array(known.text.utf8)
    if layout != before { try OutputFile.write(bytes, path: path) }
  }

  /// `case.yaml` has `case.layout.yaml` beside it.
  static func path(beside file: String) throws(Failure) -> String {
    guard file != "-" else {
      throw Failure(
        status: .usage, message: "--lock needs a project file to keep the places beside")
    }
    for ending in [".yaml", ".yml"] where file.hasSuffix(ending) {
      return file.dropLast(ending.count) + ".layout.yaml"
    }
    return file + ".layout.yaml"
  }

  private static func read(_ path: String) throws(Failure) -> LayoutFile {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(path: path)
    } catch {
      throw Failure(status: .unreadableInput, message: error.description)
    }
    let (layout, report) = LayoutReader.read(bytes: bytes, file: path)
    guard let layout else {
      Terminal.say(report.text(style: .init(color: Terminal.hasColor)))
      throw Failure(
        status: .invalidInput,
        message: "\(path) was not used, because it has errors: mend or delete it")
    }
    return layout
  }

  /// The ends of all months of the evidence, at most sixty of them, so that a first layout has a
  /// place for everybody.
  private static func ends(of evidence: Evidence) -> [Snapshot] {
    let days = evidence.project.claims.compactMap {
      $0.when.interval.last ?? $0.when.interval.first
    }
    guard let first = days.min(), let last = days.max() else { return [] }
    let span = Int(last.dayNumber - first.dayNumber)
    let step = max(30, span / 60 + 1)
    return stride(from: 0, through: span + step - 1, by: step).map {
      evidence.snapshot(over: Window(min(first.advanced(byDays: $0), last)))
    }
  }
}
