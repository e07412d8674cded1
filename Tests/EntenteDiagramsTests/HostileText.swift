import EntenteCore
import Testing

/// Texts that have broken pictures, pages or programs somewhere, and projects that consist of them.
enum HostileText {
  /// A text in a list of arguments, where it is named by its beginning.
  struct Sample: CustomTestStringConvertible {
    let text: String
    var testDescription: String { "\(text.prefix(30)) (\(text.utf8.count) bytes)" }
    /// Whether it can't be the id of a thing: DOT has no way to write it.
    var isNoId: Bool { text.contains { $0.isNewline || $0 == "\t" } }
  }

  /// Texts that must be shown as they are, or in part, and do nothing.
  static let harmless: [String] = [
    "\"quoted\" 'twice' `thrice`", "]]>", "<![CDATA[x]]>", "<script>alert(1)</script>",
    "</text></svg><script>alert(1)</script>", "<svg onload=alert(1)>", "<b>bold</b> <br/>",
    "\\N \\E \\G \\T \\H \\L", "\\n\\l\\r", "\\", "a\\", "\"]; x [shape=box", "\" onload=\"x()",
    "&#1;", "&#x1;", "&#0;", "&lt;script&gt;", "&amp;amp;", "&nosuch;", "& < > \" '",
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd",
    "<!-- comment -->", "--><x>", "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>&a;",
    "<?xml version=\"1.0\"?>", "<image href=\"https://example.org/x.png\"/>",
    "url(https://example.org/x.svg#y)", "%s%s%n%x", "${HOME} $(id) `id`", "../../etc/passwd",
    "node", "graph", "subgraph", "strict", "-> --", "{|}", "{<port> a|b}", "a:b:ne", "// /* # */",
    "; { } [ ]", "actor_0", "tie_0", "chip 0", "text 1", "corner 1", "",
    " ", "0", "-0", "1e999", "NaN", "true",
    "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466} \u{1F3F3}\u{FE0F}\u{200D}\u{1F308}",
    "e" + String(repeating: "\u{301}", count: 200) + "nd", "ﷺ ﷽", "a\u{200B}b\u{FEFF}c\u{AD}d",
    "İıŞşƏə Ёё Աա Ღღ", "العربية ١٢٣ abc", "עברית 123 abc", "中华人民共和国", "ภาษาไทย", "ไ์์์์",
    "\u{FFFD}\u{E000}", "two\nlines", "three\r\nlines\tand a tab",
    String(repeating: "w", count: 10_000), String(repeating: "many words ", count: 900),
    String(repeating: "<&\"", count: 500), "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
  ]

  /// Texts with characters that must not reach a picture, because they can make it say something else
  /// than its source, or because no SVG can hold them.
  static let refused: [String] = [
    "a\u{202E}b", "a\u{202D}b", "a\u{202A}b\u{202C}", "a\u{2066}b", "a\u{2067}b",
    "a\u{2068}b\u{2069}",
    "a\u{0}b", "a\u{1}b", "a\u{8}b", "a\u{1B}[31mb", "a\u{7F}b", "a\u{9B}b", "a\u{FFF9}b",
    "a\u{FFFE}b",
    "a\u{FFFF}b",
  ]

  /// A project in which the text is the name of a state, of a person, of a source, its author and
  /// publisher, of a layer and of the whole.
  static func project(_ text: String) throws -> Project {
    let day = try EDTFDate("2025-05-09")
    return try Project(
      title: text,
      sources: [Source(id: "s", title: text, author: text, publisher: text, url: text)],
      layers: [Layer(id: "D", label: text, halfLife: 90)],
      actors: [
        Actor(id: "a", kind: .state, name: text), Actor(id: "b", kind: .person, name: text),
        Actor(id: "c", kind: .group, name: "C"),
      ],
      affiliations: [Affiliation(actor: "b", of: "a", role: text, speaksFor: 0.5)],
      claims: [
        Claim(
          id: "1", from: "a", to: "c", layer: "D", when: day, score: -5, source: "s", says: text),
        Claim(
          id: "2", from: "b", to: "c", layer: "D", when: day, score: 5, source: "s", says: text),
      ])
  }

  /// A project in which the text is the id of everything that has one.
  static func projectOfIds(_ text: String) throws -> Project {
    try Project(
      title: "t", sources: [Source(id: text, title: "s")], layers: [Layer(id: text, halfLife: 90)],
      actors: [Actor(id: text, kind: .state, name: "A"), Actor(id: "b", kind: .person, name: "B")],
      affiliations: [Affiliation(actor: "b", of: text, role: "r", speaksFor: 0.5)],
      claims: [
        Claim(
          id: text, from: text, to: "b", layer: text, when: try EDTFDate("2025-05-09"), score: -5,
          source: text, says: "x")
      ])
  }
}
