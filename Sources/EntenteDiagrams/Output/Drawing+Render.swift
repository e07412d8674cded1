import EntenteCore
import EntenteFormats
import Graphviz

/// Why a drawing could not be written.
public enum DrawingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A text in it must not be written.
  case text(DOTError)
  /// Graphviz could not draw it.
  case graphviz(GraphvizError)

  /// What went wrong, and what to do.
  public var description: String {
    switch self {
    case .text(let error): error.description
    case .graphviz(let error): error.description
    }
  }
}

extension Drawing {
  /// The drawing as SVG that can be put into a page.
  ///
  /// - Parameter options: How the SVG is to stand in its page.
  /// - Returns: UTF-8; the same bytes for the same drawing and Graphviz version.
  public func svg(_ options: SVGOptions = SVGOptions()) throws(DrawingError) -> [UInt8] {
    let raw = try render(.svg, dpi: nil)
    return EmbedSafeSVG.rewriting(String(decoding: raw, as: UTF8.self), of: self, options)
  }

  /// The drawing as a bitmap.
  ///
  /// - Parameter dpi: Pixels per inch: 96 for screens, 144 for sharp ones, 300 for print.
  public func png(dpi: Double = 144) throws(DrawingError) -> [UInt8] {
    try render(.png, dpi: dpi)
  }

  /// The drawing as PDF, dated by the drawing's last day.
  public func pdf() throws(DrawingError) -> [UInt8] {
    try render(.pdf, dpi: nil)
  }

  private func render(_ format: OutputFormat, dpi: Double?) throws(DrawingError) -> [UInt8] {
    let text: String
    do throws(DOTError) {
      text = try graph(isForPDF: format == .pdf).withPlainLabels().text()
    } catch {
      throw .text(error)
    }
    do throws(GraphvizError) {
      return try Graphviz.render(
        text, engine: .nop2, format: format, dpi: dpi, created: Int64(day.dayNumber) * 86_400
      ).bytes
    } catch {
      throw .graphviz(error)
    }
  }
}
