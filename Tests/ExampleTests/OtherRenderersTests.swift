import Foundation
import TestSupport
import Testing

/// What other programs make of the pictures: librsvg of the SVG, and Poppler of the PDF. Every name
/// must be there as text, and inside its actor. `Tests/Renderers/run` compares more of them, pixel by
/// pixel.
@Suite struct OtherRenderersTests {
  private static let shift = "--view shift --from 2025-05-08 --to 2025-05-19"
  private static let arguments = [
    shift, "--view alignment --at 2025-05-19 --lang az",
    "--view alignment --at 2025-05-19 --lang hy", "--view alignment --at 2025-05-19 --theme dark",
  ]
  private static let hasPoppler = Tool.isHere("pdftotext")

  @Test(
    .enabled(if: hasPoppler, "pdftotext (poppler-utils) is not installed"), arguments: arguments)
  func namesInThePDFAreTextInsideTheirActors(arguments: String) throws {
    try check(arguments, pdf: "entente render case.yaml \(arguments) -o made.pdf")
  }

  @Test(
    .enabled(
      if: hasPoppler && Tool.isHere("rsvg-convert"),
      "rsvg-convert (librsvg2-bin) or pdftotext (poppler-utils) is not installed"),
    arguments: arguments)
  func librsvgSetsNamesInsideTheirActors(arguments: String) throws {
    // 96 pixels are an inch for librsvg, and a unit is a pixel.
    try check(arguments, pdf: "rsvg-convert -f pdf -d 72 -p 72 -o made.pdf made.svg")
  }

  @Test(.enabled(if: Tool.isHere("xmllint"), "xmllint (libxml2-utils) is not installed"))
  func anotherReaderFindsTheXMLWellFormed() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let outcome = try sandbox.run(
      """
      entente render graphs/caucasus-2025.yaml \(Self.shift) --inline -o made.svg
      xmllint --noout --nonet made.svg
      """, in: sandbox.folder)
    #expect(outcome.status == 0 && outcome.talk.isEmpty, "\(outcome.talk)")
  }

  private func check(_ arguments: String, pdf: String) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let outcome = try sandbox.run(
      """
      cp graphs/caucasus-2025.yaml case.yaml
      entente render case.yaml \(arguments) -o made.svg
      \(pdf)
      pdftotext -bbox made.pdf made.xml
      """, in: sandbox.folder)
    #expect(outcome.status == 0, "\(outcome.talk)")
    let svg = [UInt8](try Data(contentsOf: sandbox.folder.appending(path: "made.svg")))
    let words = try Self.words(
      try String(contentsOf: sandbox.folder.appending(path: "made.xml"), encoding: .utf8))
    let labels = try Self.labels(svg)
    #expect(labels.count > 14)
    for label in labels {
      let inside = words.filter {
        label.left <= $0.left && $0.right <= label.right && label.top <= ($0.top + $0.bottom) / 2
          && ($0.top + $0.bottom) / 2 <= label.bottom
      }
      let text = inside.map(\.text).joined()
      #expect(text == label.text, "\(arguments): \(label)")
      guard let left = inside.map(\.left).min(), let right = inside.map(\.right).max() else {
        continue
      }
      #expect(abs((left + right - label.left - label.right) / 2) < 2, "\(arguments): \(label)")
    }
  }

  private struct Placed {
    var text: String
    var left = 0.0
    var top = 0.0
    var right = 0.0
    var bottom = 0.0
  }

  /// The words of a page with their boxes, in points from the top left.
  private static func words(_ page: String) throws -> [Placed] {
    page.matches(
      of:
        /<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*?)<\/word>/
    ).map { match in
      let text = String(match.5).replacing("&amp;", with: "&").replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&apos;", with: "'")
      return Placed(
        text: text, left: Double(match.1) ?? 0, top: Double(match.2) ?? 0,
        right: Double(match.3) ?? 0, bottom: Double(match.4) ?? 0)
    }
  }

  /// The names of actors without their spaces, and the boxes that they belong into.
  private static func labels(_ svg: [UInt8]) throws -> [Placed] {
    var labels: [Placed] = []
    var label: Placed?
    var drop = 0.0
    var isText = false
    for event in try XMLReader.events(in: svg) {
      switch event {
      case .start("g", let attributes):
        let values = Dictionary(uniqueKeysWithValues: attributes.map { ($0.name, $0.value) })
        if let match = values["transform"]?.firstMatch(of: /translate\([-0-9.]+ ([-0-9.]+)\)/) {
          drop = Double(match.1) ?? 0
        }
        let classes = values["class"]?.split(separator: " ") ?? []
        label = classes.contains("actor") ? Placed(text: "") : nil
      case .start(let name, let attributes) where label != nil && label?.right == 0:
        let values = Dictionary(uniqueKeysWithValues: attributes.map { ($0.name, $0.value) })
        func value(_ name: String) -> Double { values[name].flatMap { Double($0) } ?? 0 }
        if name == "ellipse" {
          label?.left = value("cx") - value("rx")
          label?.right = value("cx") + value("rx")
          label?.top = value("cy") - value("ry") + drop
          label?.bottom = value("cy") + value("ry") + drop
        } else if let text = values["points"] ?? values["d"] {
          let numbers = text.matches(of: /-?[0-9.]+/).compactMap { Double($0.output) }
          let xs = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
          let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] + drop }
          label?.left = xs.min() ?? 0
          label?.right = xs.max() ?? 0
          label?.top = ys.min() ?? 0
          label?.bottom = ys.max() ?? 0
        }
      case .start("text", _): isText = true
      case .end("text"): isText = false
      case .text(let text) where isText: label?.text += text.filter { !$0.isWhitespace }
      case .end("g"):
        if let label, !label.text.isEmpty { labels.append(label) }
        label = nil
      default: break
      }
    }
    return labels
  }
}
