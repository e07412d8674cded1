// How much memory 10,000 drawings leave behind. Prints resident kilobytes as it goes; after the
// first hundred, when fonts and plugins are loaded, growth per drawing is what Graphviz loses.
import EntenteCore
import EntenteDiagrams
import EntenteFormats

/// Resident memory, on Linux.
func residentKilobytes() throws -> Int {
  let text = String(decoding: try FileBytes.read(path: "/proc/self/status"), as: UTF8.self)
  let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
  return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).compactMap { Int($0) }.first ?? 0
}

func run() throws {
  let day = try EDTFDate("2025-05-09")
  let project = try Project(
    title: "Growth", sources: [Source(id: "s", title: "s")],
    layers: [Layer(id: "D", halfLife: 90)],
    actors: (0..<12).map { Actor(id: "a\($0)", kind: .state, name: "Actor \($0)") },
    claims: (0..<24).map {
      Claim(
        id: "c\($0)", from: "a\($0 % 12)", to: "a\(($0 * 5 + 1) % 12)", layer: "D", when: day,
        score: $0 % 2 == 0 ? -6 : 4, source: "s", says: "x")
    }.filter { $0.from != $0.to })
  let window = Window(day.interval.first ?? CalendarDate(dayNumber: 0))
  let drawing = try Diagram.alignment(try Evidence(project).snapshot(over: window))
  var start = 0
  for count in 1...10_000 {
    _ = try drawing.svg()
    if count == 100 { start = try residentKilobytes() }
    if [100, 1000, 2500, 5000, 10_000].contains(count) {
      let now = try residentKilobytes()
      print("\(count) drawings: \(now) kB, \(now - start) kB since the hundredth")
    }
  }
}

try run()
