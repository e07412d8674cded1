import EntenteCore
import EntenteDiagrams
import EntenteFormats

/// One order to draw: what, how and where to. Asked again, it draws the project anew.
struct RenderJob {
  let flags: EvidenceFlags
  let what: ViewFlags
  let look: LookFlags
  let delivery: DeliveryFlags
  /// The project file, beside which places are kept.
  let file: String

  /// Draws a project and writes what was asked for.
  func run(_ project: Project) throws {
    // A bad name is told before anything is drawn.
    let wanted = try delivery.wanted
    let evidence = try flags.evidence(of: project)
    let figure = try figure(of: evidence)
    if what.layout.lint { return try what.layout.report(on: figure, of: evidence) }
    let bytes = try bytes(of: figure, as: wanted, evidence)
    if delivery.output == "-" {
      try Terminal.emit(bytes)
    } else {
      try OutputFile.write(bytes, path: delivery.output)
    }
  }

  private func figure(of evidence: Evidence) throws(Failure) -> any Figure {
    do {
      return try what.chosen.figure(of: evidence, what, look.options(what), file: file)
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
      case .png: return try figure.png(dpi: delivery.dpi)
      case .pdf: return try figure.pdf()
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
}
