import EntenteCore
import Foundation
import Testing

/// Values of independent libraries on 240 seeded graphs; `oracles/centrality.py` made them.
@Suite struct CentralityOracleTests {
  struct Recorded {
    var family = ""
    var nodeCount = 0
    var edges: [RelationGraph.Edge] = []
    var values: [String: [Double?]] = [:]
  }

  static func load() throws -> [Recorded] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "oracles/centrality.txt")
    var graphs: [Recorded] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      switch words[0] {
      case "graph":
        graphs.append(Recorded(family: String(words[3]), nodeCount: try #require(Int(words[2]))))
      case "tie":
        graphs[graphs.count - 1].edges.append(
          .init(
            source: try #require(Int32(words[1])),
            target: try #require(Int32(words[2])),
            net: try #require(Double(words[3]))
          )
        )
      default:
        graphs[graphs.count - 1].values[String(words[0])] = words.dropFirst().map { Double($0) }
      }
    }
    return graphs
  }

  @Test func everyMeasureAgreesWithIndependentLibraries() throws {
    let graphs = try Self.load()
    #expect(graphs.count == 240)
    var compared: [String: Int] = [:]
    for (number, recorded) in graphs.enumerated() {
      let graph = try RelationGraph(nodeCount: recorded.nodeCount, edges: recorded.edges)
      for (name, expected) in recorded.values {
        let found = try Self.compute(name, graph)
        compared[name, default: 0] += 1
        let agrees = zip(found, expected).allSatisfy { left, right in
          guard let left, let right else { return (left == nil) == (right == nil) }
          return abs(left - right) <= 2e-8 * max(1, abs(right))
        }
        #expect(
          found.count == expected.count && agrees,
          "graph \(number) (\(recorded.family)), \(name): \(found) is not \(expected)"
        )
      }
    }
    // A measure that the file hardly holds would be hardly tested.
    #expect(compared.count == 34)
    for (name, count) in compared { #expect(count >= 100, "\(name) only \(count) times") }
  }

  static func compute(_ name: String, _ graph: RelationGraph) throws -> [Double?] {
    let parts = name.split(separator: "-").map(String.init)
    let isUndirected = parts.contains("undirected")
    let length: TieLength = parts.contains("reciprocal") ? .reciprocal : .hops
    let along: TieDirection = isUndirected ? .undirected : .outgoing
    let status: TieDirection = isUndirected ? .undirected : .incoming
    switch parts[0] {
    case "betweenness":
      return try graph.betweenness(length: length, direction: along)
    case "ordinary", "harmonic":
      let kind = try #require(ClosenessKind(rawValue: parts[0]))
      return try graph.closeness(kind, length: length, direction: along)
    case "eigenvector":
      return try graph.eigenvectorCentrality(direction: status, tolerance: 1e-12).values
    case "katz":
      return try graph.katz(direction: status).values
    case "pagerank":
      return try graph.pageRank().values
    case "authority":
      return try graph.hits(tolerance: 1e-13).authorities
    case "hub":
      return try graph.hits(tolerance: 1e-13).hubs
    case "k":
      let direction = try #require(TieDirection(rawValue: parts[2]))
      return try graph.coreness(direction: direction).map(Double.init)
    case "signed":
      let leading = try #require(LeadingEigenvalue(rawValue: parts[2]))
      return try graph.signedEigenvector(leading: leading).values
    case "pn":
      return try graph.pnIndex(parts[1] == "all" ? .all : parts[1] == "in" ? .incoming : .outgoing)
    case "constraint":
      return try graph.constraint()
    default:
      let roles = try graph.brokerage(between: (0..<graph.nodeCount).map { Int32($0 % 3) })
      let counts: [String: [Int]] = [
        "coordinator": roles.coordinator, "consultant": roles.consultant,
        "gatekeeper": roles.gatekeeper, "representative": roles.representative,
        "liaison": roles.liaison,
      ]
      return try #require(counts[name], "no measure is called \(name)").map(Double.init)
    }
  }
}
