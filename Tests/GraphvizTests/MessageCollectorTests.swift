import Testing

@testable import Graphviz

@Suite struct MessageCollectorTests {
  @Test func levelsAreToldApartAndContinuationsJoined() {
    let messages = Messages(
      """
      Warning: using box for unknown shape foo
      Error: mismatched tag in line 1
      ... x</i> ...
      in label of node b
      """)
    #expect(messages.warnings == ["using box for unknown shape foo"])
    #expect(messages.errors == ["mismatched tag in line 1 ... x</i> ... in label of node b"])
    #expect(messages.line == 1)
    #expect(!messages.namesMissingPlugin)
  }

  @Test func missingPluginsAreRecognised() {
    let messages = Messages(
      """
      Error: There is no layout engine support for "neato"
      Perhaps "dot -c" needs to be run (with installer's privileges) to register the plugins?
      """)
    #expect(messages.namesMissingPlugin)
    let error = GraphvizError.pluginMissing(wanted: "the layout", messages: messages.errors)
    #expect(error.description.contains("Run \"dot -c\""))
  }
}
