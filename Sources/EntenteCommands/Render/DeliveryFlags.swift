import ArgumentParser

/// Where it goes: file, format, resolution, or all files that a kind of document needs.
struct DeliveryFlags: ParsableArguments {
  /// What is written.
  enum Picture: String, CaseIterable, ExpressibleByArgument {
    case svg, png, pdf, dot, txt
  }

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to; standard output where not given or -.", valueName: "file"),
    completion: .file())
  var output: String = "-"

  @Option(
    name: .customLong("format"),
    help: "svg, png, pdf, dot, or txt (the ties in words); by the file's ending else, or svg.")
  var picture: Picture?

  @Option(
    name: .customLong("for"),
    help: """
      The files for html, github, quarto, latex, typst or docx, with what to paste into the \
      document on standard output. They are named by --output without its ending, or by the \
      project file and the view.
      """)
  var target: RenderTarget?

  @Flag(help: "SVG for pasting into a page: follows its light or dark theme.")
  var inline = false

  @Option(
    help: ArgumentHelp(
      "Resolution of a PNG; 144 where not given, and 300 for docx.", valueName: "dots per inch"))
  var dpi: Double?

  func validate() throws {
    if target != nil, picture != nil || inline {
      throw ValidationError("--for decides on formats itself: leave out --format and --inline")
    }
    if inline, let wanted = try? wanted, wanted != .svg {
      throw ValidationError("--inline is for SVG")
    }
    if let dpi, !(10...1200).contains(dpi) { throw ValidationError("--dpi is 10 to 1200") }
  }

  /// The picture that is written, by its format or the file's ending.
  var wanted: Picture {
    get throws(Failure) {
      if target != nil { return .svg }
      if let picture { return picture }
      if output == "-" { return .svg }
      guard output.contains("."), let picture = Self.picture(endingOf: output) else {
        throw Failure(
          status: .usage,
          message:
            "'\(output)' does not end in .svg, .png, .pdf, .dot or .txt: say which with --format")
      }
      return picture
    }
  }

  private static func picture(endingOf path: String) -> Picture? {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return Picture(rawValue: ending == "gv" ? "dot" : ending)
  }

  /// The name that the files of a target begin with: the output without an ending that it may have,
  /// or the project file's name and the view's.
  func base(project file: String, view: RenderView) -> String {
    func withoutEnding(_ path: String, _ endings: [String]) -> String {
      let lower = path.lowercased()
      let ending = endings.first { lower.hasSuffix($0) && path.count > $0.count }
      return String(path.dropLast(ending?.count ?? 0))
    }
    guard output == "-" else {
      return withoutEnding(output, [".svg", ".png", ".pdf", ".html", ".dot", ".gv"])
    }
    let name = file.split(separator: "/").last.map(String.init) ?? "project"
    return
      (file == "-" ? "project" : withoutEnding(name, [".yaml", ".yml"])) + "-\(view.rawValue)"
  }
}
