import Foundation
import Testing

/// What `balance` and `blocs` say when a limit or Ctrl-C ends the search.
@Suite struct LimitCommandTests {
  /// Random signs among a hundred actors: hours of proof.
  private func writeHardProject(to folder: URL) throws {
    var state: UInt64 = 4
    func below(_ count: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % count)
    }
    var text = """
      entente: 1
      title: Random signs
      scale: goldstein
      sources: {drawn: {title: Drawn at random, published: 2020, reliability: 1}}
      layers: {relations: {label: Relations, half-life: none}}
      actors:

      """
    for actor in 0..<100 { text += "  a\(actor): {kind: group, name: A\(actor)}\n" }
    text += "claims:\n"
    var seen = Set<Int>()
    while seen.count < 600 {
      let (a, b) = (below(100), below(100))
      guard a < b, seen.insert(100 * a + b).inserted else { continue }
      let score = below(2) == 0 ? 5 : -5
      text += """
          c\(a)-\(b): {from: a\(a), to: a\(b), mutual: true, layer: relations, family: condition, \
        when: 2020/.., score: \(score), source: drawn, says: Drawn.}

        """
    }
    try text.write(to: folder.appending(path: "hard.yaml"), atomically: true, encoding: .utf8)
  }

  private func run(_ script: String) throws -> Sandbox.Outcome {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try writeHardProject(to: sandbox.folder)
    return try sandbox.run(script, in: sandbox.folder)
  }

  /// Checks that a sentence gives an interval with a reason, and returns its ends.
  private func interval(in text: String, reason: String) throws -> (Double, Double) {
    let match = try #require(
      text.firstMatch(of: /between ([0-9.]+) and ([0-9.]+) \(([a-z ]+)\)/), "\(text)")
    #expect(match.3 == reason)
    let ends = (try #require(Double(match.1)), try #require(Double(match.2)))
    #expect(ends.0 > 0 && ends.0 < ends.1, "\(text)")
    return ends
  }

  /// Sends SIGINT once the program listens for it, which the second bit of the signals caught tells
  /// where there is /proc; elsewhere a few seconds have to do.
  private let interrupted = """
    & pid=$!
    if [ -r /proc/$pid/status ]; then
      until grep -q '^SigCgt:.*[2367abef]$' /proc/$pid/status; do sleep 0.05; done
    else
      sleep 4
    fi
    sleep 0.3
    kill -INT $pid
    wait $pid
    """

  @Test(arguments: [
    "balance hard.yaml --format csv", "blocs hard.yaml --format json",
    "blocs hard.yaml --blocs 3 --format json",
    "blocs hard.yaml --blocs free --weighted --format json",
  ]) func controlCGivesTheBestSoFar(command: String) throws {
    let start = ContinuousClock.now
    let outcome = try run("entente \(command) --time-limit 90 \(interrupted)")
    #expect(outcome.status == 0, "\(outcome.talk)")
    _ = try interval(in: outcome.output, reason: "interrupted")
    #expect(start.duration(to: .now) < .seconds(120), "far beyond what a busy machine explains")
  }

  @Test func aTimeLimitGivesAnInterval() throws {
    let outcome = try run("entente balance hard.yaml --time-limit 0.5 --format csv")
    #expect(outcome.status == 0, "\(outcome.talk)")
    let (lower, upper) = try interval(in: outcome.output, reason: "time limit")
    // The optimum lies between 160 and 200 for signs drawn like these.
    #expect(lower > 20 && upper > 140 && upper < 220)
    #expect(outcome.output.contains("a sample: the index is not proven"))
  }

  @Test func aNodeLimitGivesTheSameIntervalEachTime() throws {
    let outcome = try run(
      """
      entente blocs hard.yaml --node-limit 0 --format json > first
      entente blocs hard.yaml --node-limit 0 --format json > second
      cmp first second
      cat first
      """)
    #expect(outcome.status == 0, "\(outcome.talk)")
    _ = try interval(in: outcome.output, reason: "node limit")
    let refused = try run("entente balance graphs/tribes.yaml --node-limit -1")
    #expect(refused.status == 64)
  }
}
