import EntenteCore

extension Project {
  /// The same case with other ids and every list in another order.
  ///
  /// An id `x` becomes `x-renamed`; which claims, layers and actors are meant stays the same.
  public func relabelled(seed: UInt64) throws -> Project {
    var random = SeededGenerator(seed: seed)
    func name(_ id: String) -> String { "\(id)-renamed" }
    let claims = claims.map { claim in
      var copy = claim
      copy.id = name(claim.id)
      copy.from = name(claim.from)
      copy.to = name(claim.to)
      copy.layer = name(claim.layer)
      copy.source = name(claim.source)
      copy.event = claim.event.map(name)
      copy.contradicts = claim.contradicts.map(name)
      return copy
    }
    let affiliations = affiliations.map { affiliation in
      var copy = affiliation
      copy.actor = name(affiliation.actor)
      copy.of = name(affiliation.of)
      return copy
    }
    return try Project(
      title: title, estimator: estimator,
      sources: renamed(sources, \.id, name).shuffled(using: &random),
      layers: renamed(layers, \.id, name).shuffled(using: &random),
      actors: renamed(actors, \.id, name).shuffled(using: &random),
      affiliations: affiliations.shuffled(using: &random),
      events: renamed(events, \.id, name).shuffled(using: &random),
      claims: claims.shuffled(using: &random))
  }

  private func renamed<Part>(
    _ parts: [Part], _ id: WritableKeyPath<Part, String>, _ name: (String) -> String
  ) -> [Part] {
    parts.map {
      var copy = $0
      copy[keyPath: id] = name($0[keyPath: id])
      return copy
    }
  }
}
