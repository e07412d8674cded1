import ArgumentParser
import EntenteDiagrams

/// What a figure is made for: which files that needs, and how they are named.
enum RenderTarget: String, CaseIterable, ExpressibleByArgument {
  case html, github, quarto, latex, typst, docx

  /// A file of a target.
  struct Part {
    enum Format { case fragment, svg, pdf, png }
    /// What follows the name that was asked for.
    var ending: String
    var format: Format
    /// The theme where it is not the one that was asked for.
    var theme: DiagramOptions.Theme?
  }

  /// The files, in the order in which they are written.
  var parts: [Part] {
    switch self {
    case .html: [Part(ending: ".html", format: .fragment)]
    case .github:
      [
        Part(ending: "-light.svg", format: .svg, theme: .light),
        Part(ending: "-dark.svg", format: .svg, theme: .dark),
      ]
    case .quarto, .typst: [Part(ending: ".svg", format: .svg)]
    case .latex: [Part(ending: ".pdf", format: .pdf)]
    case .docx:
      [Part(ending: ".svg", format: .svg), Part(ending: ".png", format: .png)]
    }
  }

  /// Whether title and subtitle go into a caption beside the picture, and not into it.
  var hasCaption: Bool { self != .github }

  /// Whether an SVG fills the place that it is given; Word takes its size from the file.
  var isFluid: Bool { self != .docx }

  /// Pixels per inch of a bitmap, where none are asked for.
  static let printResolution = 300.0
}
