import EntenteDiagrams

/// What is pasted into a document so that it shows a figure, with its caption and its words for those
/// who can't see it.
struct Snippet {
  let figure: any Figure
  /// The name that was asked for, without an ending.
  let base: String

  func text(for target: RenderTarget) -> String {
    switch target {
    case .html:
      """
      <!-- Paste the content of \(base).html where the figure is to stand. -->

      """
    case .github: github
    case .quarto: quarto
    case .latex: latex
    case .typst: typst
    case .docx: word
    }
  }

  /// Title and subtitle as one text.
  private var caption: String {
    let title = figure.title.hasSuffix(".") ? figure.title : figure.title + "."
    return "\(title) \(figure.subtitle)"
  }

  /// The name as an id: letters, digits and hyphens.
  private var id: String {
    let name = base.split(separator: "/").last.map(String.init) ?? "figure"
    return String(
      name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? Character($0.lowercased()) : "-" })
  }

  // MARK: Each target

  /// A figure that stands in a page: the SVG, its caption, and its ties in words.
  func fragment(svg: String) -> String {
    let words = Words.of(figure.language)
    let language =
      figure.language == "en"
      ? "" : " lang=\"\(Escape.html(figure.language))\"\(words.isRightToLeft ? " dir=\"rtl\"" : "")"
    let items = figure.textAlternative.map { "<li>\(Escape.html($0))</li>\n" }.joined()
    return """
      <figure class="entente-figure"\(language)>
      \(svg)\
      <figcaption>\(Escape.html(caption))</figcaption>
      <details><summary>\(Escape.html(words.inWords))</summary>
      <ul>
      \(items)</ul>
      </details>
      </figure>

      """
  }

  private var github: String {
    """
    <picture>
      <source media="(prefers-color-scheme: dark)" srcset="\(Escape.html(base))-dark.svg">
      <img src="\(Escape.html(base))-light.svg" alt="\(Escape.html(figure.description))">
    </picture>

    <details><summary>\(Escape.html(Words.of(figure.language).inWords))</summary>

    \(figure.textAlternative.map { "- \(Escape.markdown($0))" }.joined(separator: "\n"))

    </details>

    """
  }

  private var quarto: String {
    """
    ![\(Escape.markdown(caption))](\(base).svg){#fig-\(id) fig-alt="\(Escape.attribute(alternative))"}

    """
  }

  private var latex: String {
    """
    \\begin{figure}[htbp]
      \\centering
      \\includegraphics[\(size(latex: true))alt={\(Escape.latex(alternative, isAloud: true))}]{\(base)}
      \\caption{\(Escape.latex(caption))}
      \\label{fig:\(id)}
    \\end{figure}

    """
  }

  private var typst: String {
    """
    #figure(
      image("\(Escape.string(base)).svg"\(size(latex: false)), alt: "\(Escape.string(alternative))"),
      caption: [\(Escape.typst(caption))],
    ) <fig-\(id)>

    """
  }

  private var word: String {
    let (width, height) = (figure.width * figure.scale, figure.height * figure.scale)
    return """
      Insert:   \(base).svg (sharp at any size), or \(base).png where SVG is not taken
      Size:     \(inches(width)) × \(inches(height)) inches
      Caption:  \(caption)
      Alt text: \(alternative)

      """
  }

  /// A figure with a size of its own keeps it; others fill the line.
  private func size(latex: Bool) -> String {
    if figure.scale != 1 { return "" }
    return latex ? "width=\\linewidth, " : ", width: 100%"
  }

  /// All ties in sentences, after what the picture is.
  private var alternative: String {
    figure.textAlternative.count <= 8
      ? figure.description
      : ([firstSentence] + figure.textAlternative).joined(separator: " ")
  }

  private var firstSentence: String {
    guard let first = figure.textAlternative.first,
      let end = figure.description.range(of: first)
    else { return figure.description }
    return String(figure.description[..<end]).trimmed
  }

  private func inches(_ points: Double) -> String {
    let tenths = Int((points / 7.2).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension String {
  /// Where a part begins.
  fileprivate func range(of part: String) -> String.Index? {
    indices.first { self[$0...].hasPrefix(part) }
  }

  /// Without spaces at the end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
