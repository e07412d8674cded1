import EntenteCore

extension RelationGraph {
  /// The same graph with the actors named in another way: actor `a` becomes `names[a]`.
  public func renamed(_ names: [Int32]) throws -> RelationGraph {
    try RelationGraph(
      nodeCount: nodeCount,
      edges: edges.map {
        Edge(
          source: names[Int($0.source)], target: names[Int($0.target)], tension: $0.tension,
          accord: $0.accord)
      })
  }

  /// The same graph with the sign of all ties turned that join one of `actors` with another actor.
  public func switched(_ actors: Set<Int32>) throws -> RelationGraph {
    try RelationGraph(
      nodeCount: nodeCount,
      edges: edges.map { edge in
        actors.contains(edge.source) == actors.contains(edge.target)
          ? edge
          : Edge(
            source: edge.source, target: edge.target, tension: edge.accord, accord: edge.tension)
      })
  }

  /// The same graph with every intensity multiplied.
  public func scaled(_ factor: Double) throws -> RelationGraph {
    try RelationGraph(
      nodeCount: nodeCount,
      edges: edges.map {
        Edge(
          source: $0.source, target: $0.target, tension: $0.tension * factor,
          accord: $0.accord * factor)
      })
  }

  /// The same graph with every tie turned round.
  public func reversed() throws -> RelationGraph {
    try RelationGraph(
      nodeCount: nodeCount,
      edges: edges.map {
        Edge(source: $0.target, target: $0.source, tension: $0.tension, accord: $0.accord)
      })
  }
}
