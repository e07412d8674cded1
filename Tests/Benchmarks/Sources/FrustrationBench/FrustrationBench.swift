import EntenteCore
import EntenteSolver

/// Solves instances given as text and prints one line each, for `peers/frustration_peers.py`.
///
/// Input on stdin: `instance NAME NODES LIMIT_SECONDS`, then one `first second weight` a line, or
/// `first second positive negative` for a pair that is tied both ways, then `end`. Output: `NAME seconds upper lower stop nodes relaxations`. Arguments: `once` to take one run
/// instead of the best of three, `k=3` or `k=free` for the line index of several blocs at α = ½.
@main struct FrustrationBench {
  static func main() throws {
    let isOnce = CommandLine.arguments.contains("once")
    let blocs = CommandLine.arguments.first { $0.hasPrefix("k=") }.map { argument in
      Int(argument.dropFirst(2)).map { BlocCount.exactly($0) } ?? .free
    }
    var name = ""
    var nodes = 0
    var limit = 30.0
    var lines: [SignedTies.Line] = []
    while let text = readLine() {
      let words = text.split(separator: " ")
      switch words.first {
      case "instance":
        name = String(words[1])
        nodes = Int(words[2]) ?? 0
        limit = Double(words[3]) ?? 30
        lines = []
      case "end":
        let graph = try SignedTies(nodeCount: nodes, lines: lines)
        let clock = ContinuousClock()
        var best = Duration.seconds(1_000_000)
        var found: Certificate?
        // The shortest of three, unless one alone takes long.
        for _ in 0..<3 where found == nil || (best < .seconds(2) && !isOnce) {
          let elapsed = try clock.measure {
            let limits = SolverLimits(time: .seconds(limit))
            if let blocs {
              found = try graph.lineIndex(blocs: blocs, limits: limits).certificate
            } else {
              found = try graph.frustration(limits: limits).certificate
            }
          }
          best = min(best, elapsed)
        }
        guard let proof = found else { continue }
        let parts = best.components
        let seconds = Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
        print(
          name, seconds, proof.upper, proof.lower, proof.stop.rawValue, proof.nodes,
          proof.relaxations)
      default:
        guard words.count > 2, let a = Int32(words[0]), let b = Int32(words[1]),
          let weight = Double(words[2])
        else { continue }
        let negative = words.count > 3 ? Double(words[3]) : nil
        lines.append(
          SignedTies.Line(
            first: a, second: b, positive: max(weight, 0), negative: negative ?? max(-weight, 0)))
      }
    }
  }
}
