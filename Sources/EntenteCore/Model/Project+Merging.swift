extension Project {
  /// This case with the parts of another added.
  ///
  /// What the other names again keeps its place: sources and layers have to agree in what counts
  /// (reliability; half-life and weight), because which of the two is meant cannot be known. Actors
  /// have to agree in their kind, and keep the names of this case; events keep the words of this
  /// case. An affiliation that is there already is not added twice. Every claim is new; the title,
  /// the description and the estimator stay.
  ///
  /// - Throws: ``ProjectError`` with everything that does not fit.
  /// - Complexity: O(size of both).
  public func merging(_ other: Project) throws(ProjectError) -> Project {
    var problems: [String] = []
    for layer in other.layers {
      guard let index = layerIndex[layer.id] else { continue }
      if layers[index].halfLife != layer.halfLife || layers[index].weight != layer.weight {
        problems.append(
          "layer '\(layer.id)' has another half-life or weight in what is added: give the same "
            + "ones, or another id")
      }
    }
    for source in other.sources {
      guard let index = sourceIndex[source.id] else { continue }
      if sources[index].reliability != source.reliability {
        problems.append(
          "source '\(source.id)' has another reliability in what is added: give the same one, or "
            + "another id")
      }
    }
    for actor in other.actors {
      guard let index = actorIndex[actor.id] else { continue }
      if actors[index].kind != actor.kind {
        problems.append(
          "actor '\(actor.id)' is of kind '\(actors[index].kind.rawValue)' here and "
            + "'\(actor.kind.rawValue)' in what is added")
      }
    }
    for claim in other.claims where claimIndex[claim.id] != nil {
      problems.append("claim '\(claim.id)' is there already: give the added one another id")
    }
    if !problems.isEmpty { throw ProjectError(problems: problems) }
    let known = Set(affiliations)
    return try Project(
      title: title, description: description, estimator: estimator,
      sources: sources + other.sources.filter { sourceIndex[$0.id] == nil },
      layers: layers + other.layers.filter { layerIndex[$0.id] == nil },
      actors: actors + other.actors.filter { actorIndex[$0.id] == nil },
      affiliations: affiliations + other.affiliations.filter { !known.contains($0) },
      events: events + other.events.filter { eventIndex[$0.id] == nil },
      claims: claims + other.claims)
  }
}
