import ArgumentParser

/// Where it goes: file, format, resolution.
struct DeliveryFlags: ParsableArguments {
  /// What is written.
  enum Picture: String, CaseIterable, ExpressibleByArgument {
    case svg, png, pdf, dot
  }

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to; standard output where not given or -.", valueName: "file"),
    completion: .file())
  var output: String = "-"

  @Option(
    name: .customLong("format"),
    help: "svg, png, pdf or dot; by the file's ending where not given, else svg.")
  var picture: Picture?

  @Flag(help: "SVG for pasting into a page: follows its light or dark theme.")
  var inline = false

  @Option(help: ArgumentHelp("Resolution of a PNG.", valueName: "dots per inch"))
  var dpi: Double = 144

  func validate() throws {
    if inline, let wanted = try? wanted, wanted != .svg {
      throw ValidationError("--inline is for SVG")
    }
    guard (10...1200).contains(dpi) else { throw ValidationError("--dpi is 10 to 1200") }
  }

  /// The picture that is written, by its format or the file's ending.
  var wanted: Picture {
    get throws(Failure) {
      if let picture { return picture }
      if output == "-" { return .svg }
      let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard let picture = Picture(rawValue: ending == "gv" ? "dot" : ending), output.contains(".")
      else {
        throw Failure(
          status: .usage,
          message: "'\(output)' does not end in .svg, .png, .pdf or .dot: say which with --format")
      }
      return picture
    }
  }
}
