import EntenteCore
import EntenteDiagrams
import EntenteFormats

/// One order to draw: what, how and where to. Asked again, it draws the project anew.
struct RenderJob {
  let file: String
  let flags: EvidenceFlags
  let what: ViewFlags
  let look: LookFlags
  let delivery: DeliveryFlags

  /// What came of it.
  struct Result {
    /// The files that were written.
    var files: [String] = []
    /// What to paste into a document.
    var snippet: String?
    /// What the person who runs the command should know.
    var remarks: [String] = []
  }

  /// Draws a project and writes what was asked for: all of it, or nothing where anything fails
  /// before writing.
  func run(_ project: Project) throws -> Result {
    // A bad name is told before anything is drawn.
    let wanted = try delivery.wanted
    let evidence = try flags.evidence(of: project)
    if what.layout.lint {
      try what.layout.report(on: try figure(of: evidence, look.options(what)), of: evidence)
      return Result()
    }
    if let target = delivery.target { return try deliver(target, evidence) }
    let figure = try figure(of: evidence, look.options(what))
    let bytes = try bytes(of: figure, as: wanted, evidence)
    var result = Result(remarks: remarks(figure, project))
    if delivery.output == "-" {
      try Terminal.emit(bytes)
    } else {
      try OutputFile.write(bytes, path: delivery.output)
      result.files = [delivery.output]
    }
    return result
  }

  private func deliver(_ target: RenderTarget, _ evidence: Evidence) throws -> Result {
    let base = delivery.base(project: file, view: what.chosen)
    var options = look.options(what)
    options.hidesTitle = target.hasCaption
    // Word places a picture in its own size.
    if target == .docx, look.width == nil { options.size = .page }
    var first: (any Figure)?
    var files: [(path: String, bytes: [UInt8])] = []
    for part in target.parts {
      options.theme = part.theme ?? look.theme ?? .light
      var figure = try first ?? figure(of: evidence, options)
      if figure.theme != options.theme { figure = try self.figure(of: evidence, options) }
      first = first ?? figure
      files.append((base + part.ending, try bytes(of: figure, part, target, base, evidence)))
    }
    guard let first else { return Result() }
    for file in files { try OutputFile.write(file.bytes, path: file.path) }
    return Result(
      files: files.map(\.path), snippet: Snippet(figure: first, base: base).text(for: target),
      remarks: remarks(first, evidence.project))
  }

  private func bytes(
    of figure: any Figure, _ part: RenderTarget.Part, _ target: RenderTarget, _ base: String,
    _ evidence: Evidence
  ) throws(Failure) -> [UInt8] {
    var options = SVGOptions()
    options.stamp = stamp(figure, evidence)
    options.isFluid = target.isFluid
    // A theme that was asked for stays in a page of another.
    options.followsTheme = part.format == .fragment && look.theme == nil
    do {
      switch part.format {
      case .svg: return try figure.svg(options)
      case .pdf: return try figure.pdf()
      case .png: return try figure.png(dpi: delivery.dpi ?? RenderTarget.printResolution)
      case .fragment:
        let svg = String(decoding: try figure.svg(options), as: UTF8.self)
        return Array(Snippet(figure: figure, base: base).fragment(svg: svg).utf8)
      }
    } catch {
      throw Failure(status: .internalError, message: "\(error)")
    }
  }

  private func figure(
    of evidence: Evidence, _ options: DiagramOptions
  ) throws(Failure) -> any Figure {
    do {
      return try what.chosen.figure(of: evidence, what, options, file: file)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(status: .internalError, message: "\(error)")
    }
  }

  private func bytes(
    of figure: any Figure, as picture: DeliveryFlags.Picture, _ evidence: Evidence
  ) throws(Failure) -> [UInt8] {
    do {
      switch picture {
      case .dot: return Array(try figure.dot().utf8)
      case .png: return try figure.png(dpi: delivery.dpi ?? 144)
      case .pdf: return try figure.pdf()
      case .txt: return Array(figure.text.utf8)
      case .svg:
        var options = SVGOptions()
        options.followsTheme = delivery.inline
        options.stamp = stamp(figure, evidence)
        return try figure.svg(options)
      }
    } catch {
      throw Failure(status: .internalError, message: "\(error)")
    }
  }

  /// What an SVG says about its making.
  private func stamp(_ figure: any Figure, _ evidence: Evidence) -> [SVGOptions.Stamp] {
    [
      .init("tool", "entente \(Entente.version)"), .init("view", figure.view),
      .init("options", evidence.wording), .init("seed", String(look.seed)),
    ]
  }

  private func remarks(_ figure: any Figure, _ project: Project) -> [String] {
    var remarks: [String] = []
    if figure.smallestText < 5.5 {
      let size = FixedPoint.text(figure.smallestText, decimals: 1)
      remarks.append(
        "the smallest letters are \(size) points: ask for a larger --width, or fewer actors")
    }
    if let lang = look.lang, !project.actors.contains(where: { $0.names(for: lang) != nil }) {
      remarks.append("no actor has a name in '\(lang)': the names are the project's own")
    }
    if let actors = (figure as? Drawing)?.condensedActors {
      remarks.append(
        "\(actors) actors are too many to draw one by one, so states or blocs stand for them: "
          + "'--view matrix' shows each")
    }
    return remarks
  }
}

extension Actor {
  /// The name in a language or in the language of its tag without region and script.
  fileprivate func names(for tag: String) -> String? {
    names[tag] ?? names[String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })]
  }
}
