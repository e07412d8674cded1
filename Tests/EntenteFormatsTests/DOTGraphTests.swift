import EntenteFormats
import Graphviz
import Testing

@Suite struct DOTGraphTests {
  @Test func statementsKeepTheirOrderAndAttributesAreSorted() throws {
    let graph = DOTGraph(
      name: "rift", attributes: ["splines": .token("true"), "bgcolor": .token("#FFFFFF")],
      nodeDefaults: ["fontsize": .number(11)],
      statements: [
        .comment("who against whom"),
        .node("RU", ["width": .number(1.3333), "label": .label("Russia")]),
        .node("1news", ["label": .markup(DOTMarkup([.init("1news.az", isBold: true, size: 9)]))]),
        .subgraph("cluster_a", ["label": .label("A")], [.node("AZ")]),
        .edge("AZ", "RU", ["URL": .link("https://example.org/?a=1&b=2")]),
      ])
    #expect(
      try graph.text() == """
        digraph rift {
          graph [bgcolor="#FFFFFF", splines=true]
          node [fontsize=11]
          // who against whom
          RU [label="Russia", width=1.33]
          "1news" [label=<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0">\
        <TR><TD ALIGN="CENTER"><FONT POINT-SIZE="9"><B>1news.az</B></FONT></TD></TR></TABLE>>]
          subgraph cluster_a {
            graph [label="A"]
            AZ
          }
          AZ -> RU [URL="https://example.org/?a=1&amp;b=2"]
        }

        """)
  }

  @Test(arguments: ["node", "Graph", "STRICT", "a b", "1news", "", "a-b", "Əliyev", "a\"b", "a\\"])
  func namesThatNeedQuotesGetThem(name: String) throws {
    #expect(try DOTText.identifier(name).hasPrefix("\""))
  }

  @Test func labelsInOneStyleBecomePlain() throws {
    func node(_ lines: [DOTMarkup.Line], _ alignment: DOTMarkup.Alignment) -> DOTGraph.Statement {
      .node("a", ["label": .markup(DOTMarkup(lines, alignment: alignment, width: 90))])
    }
    func text(_ statement: DOTGraph.Statement) throws -> String {
      try DOTGraph(
        name: "g", nodeDefaults: ["fontname": .token("Arial,sans-serif")],
        statements: [.subgraph("s", [:], [statement])]
      ).withPlainLabels().text().split(separator: "\n")[3].description
    }
    #expect(
      try text(node([.init("A \\N & \"b\"", size: 9), .init("c", size: 9)], .center))
        == #"    a [fontsize=9, label="A \\N &amp; \"b\"\nc"]"#)
    #expect(
      try text(
        node(
          [.init("A", isBold: true, color: "#B2182B"), .init("b", isBold: true, color: "#B2182B")],
          .left))
        == ##"    a [fontcolor="#B2182B", fontname="Arial,sans-serif Bold", label="A\lb\l"]"##)
    // Lines that differ can't be told apart in a plain label.
    #expect(try text(node([.init("A", isBold: true), .init("b")], .left)).contains("<TABLE"))
    #expect(throws: DOTError.self) { try text(node([.init("A\nb")], .left)) }
    #expect(try text(.edge("a", "b")) == "    a -> b")
  }

  @Test func undirectedGraphsUseTheOtherArrow() throws {
    let graph = DOTGraph(name: "g", isDirected: false, statements: [.edge("a", "b")])
    #expect(try graph.text() == "graph g {\n  a -- b\n}\n")
  }

  @Test func theSameGraphGivesTheSameText() throws {
    let attributes = Dictionary(
      uniqueKeysWithValues: "abcdefghijklmnopqrstuvwxyz".map { (String($0), DOTValue.number(1)) })
    let first = try DOTGraph(name: "g", statements: [.node("n", attributes)]).text()
    for _ in 0..<20 {
      var shuffled = DOTGraph.Attributes()
      for (key, value) in attributes.shuffled() { shuffled[key] = value }
      #expect(try DOTGraph(name: "g", statements: [.node("n", shuffled)]).text() == first)
    }
  }

  @Test func badNamesAndNumbersAreRefused() {
    func text(_ name: String, _ value: DOTValue) throws(DOTError) -> String {
      try DOTGraph(name: "g", statements: [.node("n", [name: value])]).text()
    }
    #expect(throws: DOTError.badAttributeName("a=b, c")) { try text("a=b, c", .number(1)) }
    #expect(throws: DOTError.notFinite(attribute: "width")) { try text("width", .number(.nan)) }
    #expect(throws: DOTError.badToken("a\\N")) { try text("shape", .token("a\\N")) }
  }
}

@Suite struct DOTTextTests {
  @Test(arguments: [
    (0, "0"), (-0.001, "0"), (0.005, "0.01"), (1.5, "1.5"), (-2.25, "-2.25"), (100, "100"),
    (0.999, "1"), (12.3449, "12.34"), (-0.05, "-0.05"),
  ])
  func numbersAreShort(value: Double, text: String) throws {
    #expect(try DOTText.number(value) == text)
  }

  @Test func wholeNumbersHaveNoPoint() throws {
    #expect(try DOTText.number(12.6, places: 0) == "13")
    #expect(try DOTText.number(-0.4, places: 0) == "0")
    #expect(try DOTText.number(0.1234, places: 4) == "0.1234")
  }

  @Test(arguments: [
    "\u{0}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{202E}abc", "\u{2066}", "\u{2028}",
    "\u{FFFE}", "\t", "\r",
  ])
  func hidingCharactersAreRefusedEverywhere(text: String) {
    #expect(throws: DOTError.self) { try DOTText.label(text) }
    #expect(throws: DOTError.self) { try DOTText.markup(text) }
    #expect(throws: DOTError.self) { try DOTText.identifier(text) }
    #expect(throws: DOTError.self) { try DOTText.link("https://a/" + text) }
  }

  @Test func marksThatScriptsNeedAreAllowed() throws {
    #expect(try DOTText.label("ا\u{200C}ب\u{200F}") == "\"ا\u{200C}ب\u{200F}\"")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd",
    " https://a", "//example.org", "https://a b", "https://a\"b", "",
  ])
  func otherLinksAreRefused(address: String) {
    #expect(throws: DOTError.self) { try DOTText.link(address) }
  }

  @Test(arguments: ["https://a/b", "http://a", "mailto:a@b", "#c01", "HTTPS://A"])
  func usualLinksPass(address: String) throws {
    #expect(try DOTText.link(address) == "\"\(address)\"")
  }

  @Test func messagesDoNotRepeatTheForbiddenCharacter() {
    let error = DOTError.forbiddenCharacter(code: 0x202E, text: "a\u{202E}b")
    #expect(error.description.contains("U+202E"))
    #expect(!error.description.unicodeScalars.contains("\u{202E}"))
  }

  /// What Graphviz shows is what was given, for everything that it would otherwise interpret.
  @Test(arguments: [
    "\\N", "\\G \\E \\L", "a\\", "&lt;", "&#60;", "&amp;", "a & b", "<b>x</b>", "\"q\"", "{a|b}",
    "İlham Əliyev", "Владимир Путин", "Նիկոլ", "საქართველო", "علیاف", "אבג", "−2.5 → −7.0",
  ])
  func graphvizShowsExactlyTheText(text: String) throws {
    let graph = DOTGraph(
      name: "g",
      statements: [
        .node("plain", ["label": .label(text)]),
        .node("marked", ["label": .markup(DOTMarkup([.init(text)]))]),
        .node(text),
      ])
    let svg = String(
      decoding: try Graphviz.render(try graph.text(), engine: .dot, format: .svg).bytes,
      as: UTF8.self)
    #expect(texts(of: svg).prefix(2) == [text, text])
  }

  private func texts(of svg: String) -> [String] {
    svg.split(separator: "\n").filter { $0.hasPrefix("<text") }.map { line in
      let inner = line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
      var text = String(inner)
      for (entity, character) in [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#45;", "-"), ("&#39;", "'"),
        ("&#160;", " "), ("&amp;", "&"),
      ] {
        text = text.split(separator: entity, omittingEmptySubsequences: false)
          .joined(separator: character)
      }
      return text
    }
  }
}
