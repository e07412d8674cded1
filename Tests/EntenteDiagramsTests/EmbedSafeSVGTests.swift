import EntenteCore
import TestSupport
import Testing

@testable import EntenteDiagrams

@Suite struct EmbedSafeSVGTests {
  private func tokens(_ bytes: [UInt8]) -> [(name: String, attributes: [String: String])] {
    SVGTokens(bytes).compactMap { token in
      if case .open(let name, let attributes, _) = token {
        return (name, Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first })
      }
      return nil
    }
  }

  @Test func theRootDescribesThePicture() throws {
    let drawing = try DiagramTests.shift.get()
    let bytes = try drawing.svg()
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    let root = try #require(tokens(bytes).first)
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["width"] == nil)
    #expect(root.attributes["viewBox"]?.hasPrefix("0.00 0.00 ") == true)
    #expect(root.attributes["aria-label"] == drawing.title)
    #expect(text.contains("<desc"))
    #expect(text.contains(EmbedSafeSVG.escaped(drawing.textAlternative[0])))
  }

  /// Not even the same picture twice on one page can clash.
  @Test func thereAreNoIdsAndAClassOfItsOwn() throws {
    let pictures = [try DiagramTests.shift.get().svg(), try DiagramTests.alignment.get().svg()]
    for bytes in pictures {
      #expect(tokens(bytes).allSatisfy { $0.attributes["id"] == nil })
      #expect(SVGCheck.problems(in: bytes).isEmpty)
    }
    let scopes = pictures.map { bytes in
      tokens(bytes)[0].attributes["class"]?.split(separator: " ").last.map(String.init)
    }
    #expect(scopes[0]?.hasPrefix("en") == true)
    #expect(scopes[0] != scopes[1])
    let groups = tokens(pictures[0]).compactMap { $0.attributes["class"] }
    #expect(groups.contains { $0.hasPrefix("node actor state actor_") })
  }

  @Test func nothingActiveOrForeignIsLeft() throws {
    let bytes = try DiagramTests.shift.get().svg()
    let text = String(decoding: bytes, as: UTF8.self)
    for part in ["<?xml", "<!DOCTYPE", "<!--", "transparent", "xlink", "<script", "javascript"] {
      #expect(!text.contains(part), "\(part)")
    }
    for token in tokens(bytes) {
      #expect(token.name != "script" && token.name != "image" && token.name != "use")
      for name in token.attributes.keys { #expect(!name.lowercased().hasPrefix("on")) }
      #expect(token.attributes["href"] == nil)
    }
  }

  @Test func hostileInputIsMadeHarmless() throws {
    let svg = """
      <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><!-- x --><svg width="8pt" \
      viewBox="0 0 8 8" onload="x()" xmlns:xlink="http://www.w3.org/1999/xlink"><script>alert(1)\
      </script><g id="node1" onclick="x()"><a xlink:href="javascript:x()" xlink:title="t"><text>hi\
      </text></a><a xlink:href="https://a"><path fill="transparent"/></a></g></svg>
      """
    let drawing = try DiagramTests.states.get()
    let result = String(
      decoding: EmbedSafeSVG.rewriting(svg, of: drawing, SVGOptions()), as: UTF8.self)
    for part in ["script", "alert", "onclick", "onload", "javascript", "xlink", "transparent"] {
      #expect(!result.contains(part), "\(part)")
    }
    #expect(result.contains("<a href=\"https://a\"><path fill=\"none\"/></a>"))
    #expect(result.contains("<a><text>hi</text></a>"))
  }

  @Test func everyTieAndActorHasATitleThatSaysSomething() throws {
    let drawing = try DiagramTests.states.get()
    let text = String(decoding: try drawing.svg(), as: UTF8.self)
    for node in drawing.nodes { #expect(text.contains(EmbedSafeSVG.escaped(node.description))) }
    for strand in drawing.strands {
      #expect(text.contains("<title>\(EmbedSafeSVG.escaped(strand.description))</title>"))
    }
    #expect(!text.contains("&#45;&gt;"))
  }

  @Test func optionsSetSizeStampAndTheme() throws {
    let drawing = try DiagramTests.states.get()
    var options = SVGOptions()
    options.isFluid = false
    options.followsTheme = true
    options.stamp = [.init("entente", "0.1"), .init("input", "a<b")]
    let bytes = try drawing.svg(options)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(tokens(bytes)[0].attributes["width"]?.hasSuffix("pt") == true)
    #expect(text.contains("<metadata>entente: 0.1\ninput: a&lt;b</metadata>"))
    #expect(text.contains("prefers-color-scheme:dark"))
    // Rules reach this picture only.
    let style = text.split(separator: "<style>")[1].split(separator: "</style>")[0]
    for rule in style.split(separator: "\n") where !rule.hasPrefix("@media") {
      #expect(rule.hasPrefix(".en") || rule.hasPrefix(":root"), "\(rule)")
      let selector = rule.prefix { $0 != "{" }
      #expect(selector.split(separator: " ").contains { $0.hasPrefix(".en") }, "\(rule)")
    }
  }

  @Test func darkDrawingsUseTheDarkPalette() throws {
    var options = DiagramOptions()
    options.theme = .dark
    let drawing = try Diagram.shift(try FoundingCase.shift(.state), options)
    let text = String(decoding: try drawing.svg(), as: UTF8.self)
    #expect(text.contains("#d6604d"))
    #expect(!text.contains("#b2182b"))
  }
}
