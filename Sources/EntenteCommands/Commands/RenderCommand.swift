import ArgumentParser
import EntenteCore
import EntenteDiagrams
import EntenteFormats

extension DiagramOptions.Theme: ExpressibleByArgument {}

/// `entente render`: a diagram as DOT, SVG, PNG or PDF.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws the ties as of a date, or what changed between two.",
    discussion: """
      The file's ending says what is written: .svg, .png, .pdf or .dot. A .dot file holds every \
      position, may be edited by hand, and is drawn again by: neato -n2 -Tsvg FILE.dot

      EXAMPLES
        entente render case.yaml --view alignment --at 2025-05-19 -o who.svg
        entente render case.yaml --view shift --from 2025-05-08 -o shift.pdf
        entente render case.yaml --lang az --no-title --inline -o figure.svg
      """)

  /// What is drawn.
  enum View: String, CaseIterable, ExpressibleByArgument {
    case alignment, shift
  }

  /// What is written.
  enum Picture: String, CaseIterable, ExpressibleByArgument {
    case svg, png, pdf, dot
  }

  @OptionGroup var input: ProjectArgument
  @OptionGroup var flags: EvidenceFlags
  @OptionGroup var layout: LayoutFlags

  @Option(help: "alignment: the ties as of a date; shift: what changed between two.")
  var view: View?

  @Option(help: ArgumentHelp("Alignment as of when: \(Window.help).", valueName: "date"))
  var at: Window?

  @Option(help: ArgumentHelp("Shift from this date …", valueName: "date"))
  var from: Window?

  @Option(
    help: ArgumentHelp("… to this one; the last day of the evidence otherwise.", valueName: "date"))
  var to: Window?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to; standard output where not given or -.", valueName: "file"),
    completion: .file())
  var output: String = "-"

  @Option(
    name: .customLong("format"),
    help: "svg, png, pdf or dot; by the file's ending where not given, else svg.")
  var picture: Picture?

  @Option(help: ArgumentHelp("A title of your own.", valueName: "text"))
  var title: String?

  @Flag(help: "No title, for reports that have captions.")
  var noTitle = false

  @Option(help: ArgumentHelp("Names in this language, as az, ru or hy.", valueName: "tag"))
  var lang: String?

  @Option(help: "light or dark.")
  var theme: DiagramOptions.Theme = .light

  @Flag(help: "SVG for pasting into a page: follows its light or dark theme.")
  var inline = false

  @Option(help: ArgumentHelp("Label only so many ties, the strongest first.", valueName: "count"))
  var labels: Int?

  @Option(
    help: ArgumentHelp(
      "The intensity drawn widest; the least of 1, 2.5, 5, 10 that holds all otherwise.",
      valueName: "points"))
  var fullScale: Double?

  @Option(help: ArgumentHelp("Leave out ties weaker than this.", valueName: "points"))
  var minimum: Double = 0.05

  @Option(help: ArgumentHelp("Width to keep to, in points.", valueName: "points"))
  var width: Double = 690

  @Option(help: ArgumentHelp("Resolution of a PNG.", valueName: "dots per inch"))
  var dpi: Double = 144

  @Option(
    help: ArgumentHelp("Starts the generator that improves the placement.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    if at != nil, from != nil || to != nil {
      throw ValidationError("--at draws an alignment, --from and --to a shift: give one of them")
    }
    if view == .shift, from == nil { throw ValidationError("a shift needs --from") }
    if view == .alignment, from != nil || to != nil {
      throw ValidationError("an alignment is as of one date: give --at")
    }
    if view == nil, to != nil, from == nil { throw ValidationError("--to needs --from") }
    if title != nil, noTitle { throw ValidationError("give --title or --no-title, not both") }
    if inline, wanted != .svg { throw ValidationError("--inline is for SVG") }
    for (name, value, range) in [
      ("--dpi", dpi, 10...1200), ("--width", width, 200...5000),
      ("--full-scale", fullScale ?? 10, 0.01...1000), ("--minimum", minimum, 0.001...1000),
    ] where !range.contains(value) {
      throw ValidationError("\(name) is \(range.lowerBound) to \(range.upperBound)")
    }
    if let labels, labels < 0 { throw ValidationError("--labels is 0 or more") }
  }

  private var wanted: Picture {
    if let picture { return picture }
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return output == "-" ? .svg : Picture(rawValue: ending == "gv" ? "dot" : ending) ?? .svg
  }

  func run() throws {
    try reporting {
      if !layout.lint, picture == nil, output != "-", !hasKnownEnding {
        throw Failure(
          status: .usage,
          message: "'\(output)' does not end in .svg, .png, .pdf or .dot: say which with --format")
      }
      let project = try input.project()
      let evidence = try flags.evidence(of: project)
      let drawing = try drawing(evidence)
      if layout.lint { return try layout.report(on: [drawing], of: evidence) }
      let bytes = try bytes(of: drawing, evidence)
      if output == "-" {
        try Terminal.emit(bytes)
      } else {
        try OutputFile.write(bytes, path: output)
      }
    }
  }

  private var hasKnownEnding: Bool {
    [".svg", ".png", ".pdf", ".dot", ".gv"].contains { output.lowercased().hasSuffix($0) }
  }

  private func drawing(_ evidence: Evidence) throws(Failure) -> Drawing {
    var options = DiagramOptions()
    options.title = noTitle ? .none : title.map { .text($0) } ?? .automatic
    options.language = lang
    options.minimum = minimum
    if let labels { options.labels = labels }
    options.fullScale = fullScale
    options.theme = theme
    options.width = width
    options.seed = seed
    let project = evidence.project
    do {
      if let from {
        let shift = Shift(
          in: evidence, from: from, to: try project.window(to), minimum: minimum)
        try layout.apply(to: &options, [shift.before, shift.after])
        return try Diagram.shift(shift, options)
      }
      let snapshot = evidence.snapshot(over: try project.window(at))
      try layout.apply(to: &options, [snapshot])
      return try Diagram.alignment(snapshot, options)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(status: .internalError, message: "\(error)")
    }
  }

  private func bytes(of drawing: Drawing, _ evidence: Evidence) throws(Failure) -> [UInt8] {
    do {
      switch wanted {
      case .dot: return Array(try drawing.dot().utf8)
      case .png: return try drawing.png(dpi: dpi)
      case .pdf: return try drawing.pdf()
      case .svg:
        var options = SVGOptions()
        options.followsTheme = inline
        options.stamp = [
          .init("tool", "entente \(Entente.version)"),
          .init("view", drawing.view),
          .init("options", evidence.wording),
          .init("seed", String(seed)),
        ]
        return try drawing.svg(options)
      }
    } catch {
      throw Failure(status: .internalError, message: "\(error)")
    }
  }
}
