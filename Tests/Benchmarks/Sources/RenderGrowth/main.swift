// How much memory 10,000 drawings of the founding case leave behind, as SVG, and 1,000 as PNG and PDF.
// Prints resident kilobytes as it goes; after the first hundred, when fonts and plugins are loaded,
// growth per drawing is what gets lost. Ends with 1 where it is 20 MB or more.
//
//     swift run -c release RenderGrowth ../../graphs/caucasus-2025.yaml
import EntenteCore
import EntenteDiagrams
import EntenteFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Resident memory, on Linux.
func residentKilobytes() throws -> Int {
  let text = String(decoding: try FileBytes.read(path: "/proc/self/status"), as: UTF8.self)
  let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
  return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).compactMap { Int($0) }.first ?? 0
}

/// What so many drawings leave behind, in kilobytes.
func growth(_ name: String, _ count: Int, _ draw: () throws -> Void) throws -> Int {
  for _ in 0..<100 { try draw() }
  let start = try residentKilobytes()
  for done in 1...count {
    try draw()
    if done % (count / 4) == 0 {
      print(
        "\(name): \(done) drawings after the first hundred: \(try residentKilobytes() - start) kB more"
      )
    }
  }
  return try residentKilobytes() - start
}

func run() throws -> Int32 {
  guard CommandLine.arguments.count == 2 else {
    print("usage: RenderGrowth PROJECT.yaml")
    return 64
  }
  let path = CommandLine.arguments[1]
  let read = ProjectReader.read(bytes: try FileBytes.read(path: path), file: path)
  guard let project = read.project else {
    print("\(path) has errors")
    return 65
  }
  let evidence = try Evidence(project)
  func day(_ text: String) throws -> Window {
    Window(try EDTFDate(text).interval.last ?? CalendarDate(dayNumber: 0))
  }
  let drawing = try Diagram.shift(
    Shift(in: evidence, from: try day("2025-05-08"), to: try day("2025-05-19")))
  let svg = try growth("SVG", 10_000) { _ = try drawing.svg() }
  let png = try growth("PNG", 1000) { _ = try drawing.png(dpi: 72) }
  let pdf = try growth("PDF", 1000) { _ = try drawing.pdf() }
  return max(svg, png, pdf) < 20_000 ? 0 : 1
}

exit(try run())
