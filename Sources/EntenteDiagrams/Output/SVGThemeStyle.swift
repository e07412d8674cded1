/// The style sheet of an SVG that stands inside a page and follows the page's theme.
///
/// Every colour of the light palette becomes a variable. A page sets `--entente-ground` and its like
/// on `:root` to have colours of its own; otherwise they are the dark ones where the reader's system
/// is dark, unless the page says by `data-theme` (or Bootstrap's `data-bs-theme`) which theme it is
/// in. All selectors end in the picture's own class, so that nothing else on the page changes.
enum SVGThemeStyle {
  /// - Parameter hasShades: Whether the shades of a matrix are among the colours.
  static func sheet(scope: String, hasShades: Bool = false) -> String {
    let picture = ".\(scope)"
    func colors(_ palette: Palette) -> [(name: String, color: String)] {
      palette.named + (hasShades ? IntensityRamp(palette).named : [])
    }
    var (light, dark, rules): (String, String, [String]) = ("", "", [])
    var known = Set<String>()
    for (pair, night) in zip(colors(.light), colors(.dark)) {
      let color = pair.color.lowercased()
      light += "--\(pair.name):var(--entente-\(pair.name),\(color));"
      dark += "--\(pair.name):var(--entente-\(pair.name),\(night.color.lowercased()));"
      guard known.insert(color).inserted else { continue }
      for property in ["fill", "stroke"] {
        rules.append("\(picture) [\(property)=\"\(color)\"]{\(property):var(--\(pair.name))}")
      }
    }
    // White is the ground and the inside of actors; the two differ on a dark page.
    rules.append("\(picture) :is(.actor,.sample) [fill=\"#ffffff\"]{fill:var(--node)}")
    func told(_ theme: String) -> String {
      ":root:is([data-theme=\(theme)],[data-bs-theme=\(theme)]) \(picture)"
    }
    return """
      <style>\(picture){\(light)}
      @media (prefers-color-scheme:dark){\(picture){\(dark)}}
      \(told("light")){\(light)}
      \(told("dark")){\(dark)}
      \(rules.joined(separator: "\n"))</style>

      """
  }
}
