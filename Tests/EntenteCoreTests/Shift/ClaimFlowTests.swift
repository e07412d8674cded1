import EntenteCore
import Testing

@Suite struct ClaimFlowTests {
  @Test func actsAreCountedOnceWhereTheyBegin() throws {
    let claims = [
      try claim("a", when: "2025-01-05", score: -8, event: "act"),
      try claim("b", when: "2025-01-03", score: -4, source: "radio", event: "act"),
      try claim("c", when: "2025-01-20", score: 6), try claim("d", when: "../2025-01-25"),
      try claim("e", when: "2025-02-02/2025-05-01", score: 0),
      try claim("f", "B", "A", when: "2025-01-09", score: 9),
    ]
    let evidence = try Evidence(smallProject(claims))
    let windows = try Step.month.periods(from: day("2025-01-01"), to: day("2025-03-31"))
    let flow = ClaimFlow(of: .tie(from: 0, to: 1), in: evidence, over: windows)
    #expect(flow.counts == [2, 1, 0])
    #expect(flow.hostileCounts == [1, 0, 0])
    #expect(flow.points.map(\.cooperative) == [1, 0, 0])
    // (−8 − 4 + 6) / 3 claims
    #expect(flow.points.map(\.score) == [-2, 0, nil])
    #expect(flow.scores.values == [-2, 0] && flow.scores.periods == [0, 1])
    #expect(ClaimFlow(of: .system, in: evidence, over: windows).counts == [3, 1, 0])
    #expect(ClaimFlow(of: .outgoing(1), in: evidence, over: windows).counts == [1, 0, 0])
    #expect(ClaimFlow(of: .incoming(2), in: evidence, over: windows).counts == [0, 0, 0])
  }
}
