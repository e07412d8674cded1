import EntenteCore
import Testing

@Suite struct WindowTests {
  @Test func isADayOrAStretchOfDays() throws {
    let (ninth, nineteenth) = (try day("2025-05-09"), try day("2025-05-19"))
    #expect(Window(nineteenth, ninth) == nil)
    #expect(Window(ninth, ninth) == Window(ninth))
    #expect(Window(ninth).isSingleDay)
    #expect(Window(ninth).description == "2025-05-09")
    let stretch = try #require(Window(ninth, nineteenth))
    #expect(!stretch.isSingleDay)
    #expect(stretch.description == "2025-05-09/2025-05-19")
  }
}
