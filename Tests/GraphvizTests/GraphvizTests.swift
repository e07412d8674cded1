import Testing

@testable import Graphviz

private let sample = """
  digraph shift {
    RU [label="Russia", pos="0,0"]
    AZ [label="Azərbaycan", pos="200,40"]
    RU -> AZ [label="−3.5", pos="30,6 80,20 120,30 160,36"]
  }
  """

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

@Suite struct GraphvizTests {
  @Test(arguments: LayoutEngine.allCases)
  func everyEngineDraws(engine: LayoutEngine) throws {
    let svg = text(try Graphviz.render(sample, engine: engine, format: .svg).bytes)
    #expect(svg.contains("<svg"))
    #expect(svg.contains("Azərbaycan"))
  }

  @Test func everyFormatHasItsSignature() throws {
    let starts: [(OutputFormat, [UInt8])] = [
      (.svg, Array("<?xml".utf8)), (.png, [0x89, 0x50, 0x4E, 0x47]), (.pdf, Array("%PDF".utf8)),
      (.plain, Array("graph ".utf8)), (.dot, Array("digraph shift".utf8)),
      (.xdot, Array("digraph shift".utf8)),
    ]
    #expect(starts.count == OutputFormat.allCases.count)
    for (format, start) in starts {
      let bytes = try Graphviz.render(sample, engine: .neato, format: format).bytes
      #expect(Array(bytes.prefix(start.count)) == start, "\(format)")
    }
  }

  @Test func nop2KeepsPositionsInPoints() throws {
    let nodes = try Graphviz.layout(sample, engine: .nop2).nodes
    #expect(nodes.map(\.name) == ["RU", "AZ"])
    #expect(abs(nodes[1].x - nodes[0].x - 200) < 0.1)
    #expect(abs(nodes[1].y - nodes[0].y - 40) < 0.1)
  }

  @Test func layoutReadsNamesThatNeedQuotes() throws {
    let layout = try Graphviz.layout(
      #"graph { "a \"b\" c" -- "Əliyev" -- "1news.az" }"#, engine: .neato)
    #expect(layout.nodes.map(\.name) == [#"a "b" c"#, "Əliyev", "1news.az"])
    #expect(layout.nodes.allSatisfy { $0.width > 0 && $0.height > 0 })
    #expect(layout.size.width > 0)
  }

  @Test func resolutionScalesTheBitmap() throws {
    func size(_ dpi: Double) throws -> (Int, Int) {
      let png = try Graphviz.render(sample, engine: .nop2, format: .png, dpi: dpi).bytes
      func number(_ at: Int) -> Int { png[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
      return (number(16), number(20))
    }
    let small = try size(72)
    let large = try size(288)
    #expect(abs(large.0 - 4 * small.0) <= 4)
    #expect(abs(large.1 - 4 * small.1) <= 4)
  }

  @Test(arguments: [OutputFormat.svg, .png, .pdf])
  func sameInputSameBytes(format: OutputFormat) throws {
    let first = try Graphviz.render(sample, engine: .neato, format: format, created: 1_746_748_800)
    let again = try Graphviz.render(sample, engine: .neato, format: format, created: 1_746_748_800)
    #expect(first == again)
  }

  @Test func pdfCarriesTheGivenDate() throws {
    let pdf = try Graphviz.render(sample, engine: .dot, format: .pdf, created: 1_746_748_800).bytes
    let readable = String(decoding: pdf.filter { $0 < 0x80 }, as: UTF8.self)
    #expect(readable.contains("/CreationDate (D:20250509000000Z"))
  }
}

@Suite struct GraphvizErrorTests {
  private func failure(_ dot: String, limits: RenderLimits = RenderLimits()) -> GraphvizError? {
    do throws(GraphvizError) {
      _ = try Graphviz.render(dot, engine: .dot, format: .svg, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func malformedTextNamesItsLine() {
    guard case .malformed(let line, let messages) = failure("digraph {\n  a -> b;\n  c -> -> d\n}")
    else {
      Issue.record("no error")
      return
    }
    #expect(line == 3)
    #expect(messages.joined().contains("syntax error"))
  }

  @Test func theLineCountStartsAfreshAfterAnError() {
    for _ in 0..<3 {
      guard case .malformed(let line, _) = failure("digraph {\n a -> \n") else {
        Issue.record("no error")
        return
      }
      #expect(line == 3)
    }
  }

  @Test(arguments: ["", "   ", "/* nothing */", "<svg/>"])
  func textWithoutAGraphIsRefused(dot: String) {
    guard case .malformed = failure(dot) else {
      Issue.record("accepted \(dot)")
      return
    }
  }

  @Test(arguments: [
    "digraph { a } digraph { b }", "digraph { a }\ndigraph { b }", "digraph { a } } ]",
  ])
  func whatFollowsTheGraphDoesNotReachTheNextText(dot: String) throws {
    #expect(try Graphviz.layout(dot, engine: .dot).nodes.map(\.name) == ["a"])
    #expect(try Graphviz.layout("digraph { c }", engine: .dot).nodes.map(\.name) == ["c"])
  }

  @Test func anOpenStringDoesNotSpoilTheNextText() throws {
    #expect(failure("digraph { a [label=\"open") != nil)
    #expect(failure("digraph { a [label=<open") != nil)
    #expect(failure("digraph { /* open") != nil)
    #expect(try Graphviz.layout("digraph { shown }", engine: .dot).nodes.map(\.name) == ["shown"])
  }

  @Test func brokenMarkupAndPositionsAreRejected() {
    guard case .rejected(let messages) = failure("digraph { a [label=<<b>x</i>>] }") else {
      Issue.record("no error")
      return
    }
    #expect(messages.joined().contains("mismatched tag"))
    // Messages of one call do not reach the next.
    #expect(failure("digraph { a }") == nil)
  }

  @Test func zeroBytesAreRefused() {
    #expect(failure("digraph {\n a\u{0} }") == .malformed(line: 2, messages: ["a zero byte"]))
  }

  @Test func warningsAreHandedOver() throws {
    let rendering = try Graphviz.render("digraph { a [shape=nosuch] }", engine: .dot, format: .svg)
    #expect(rendering.warnings.count == 1)
    #expect(rendering.warnings[0].contains("nosuch"))
  }

  @Test func limitsHoldBeforeMemoryIsSpent() {
    let dot = "graph { a -- b -- c }"
    #expect(
      failure(dot, limits: RenderLimits(bytes: 5))
        == .tooLarge(what: "DOT text (bytes)", size: 21, limit: 5))
    #expect(
      failure(dot, limits: RenderLimits(nodes: 2))
        == .tooLarge(what: "number of nodes", size: 3, limit: 2))
    #expect(
      failure(dot, limits: RenderLimits(edges: 1))
        == .tooLarge(what: "number of edges", size: 2, limit: 1))
    #expect(throws: GraphvizError.self) {
      try Graphviz.render(
        #"graph { a [pos="0,0"]; b [pos="900000,900000"] }"#, engine: .nop2, format: .png)
    }
    #expect(throws: GraphvizError.self) {
      try Graphviz.render(dot, engine: .dot, format: .png, dpi: .infinity)
    }
  }

  @Test func aMissingLibrarySaysWhatToInstall() {
    do throws(GraphvizError) {
      _ = try GraphvizLibrary.open(["libno-such-graphviz.so.0"])
      Issue.record("opened")
    } catch {
      #expect(error == .libraryMissing(tried: ["libno-such-graphviz.so.0"]))
      #expect(error.description.contains("apt-get install graphviz"))
      #expect(error.description.contains("brew install graphviz"))
    }
  }

  #if os(Linux)
    @Test func aLibraryThatIsNotGraphvizIsNamed() {
      do throws(GraphvizError) {
        _ = try GraphvizLibrary.open(["libc.so.6"])
        Issue.record("opened")
      } catch {
        #expect(error == .libraryUnsuitable(path: "libc.so.6", missing: "gvContext"))
      }
    }
  #endif
}
