import EntenteCore

/// The measures that need the solver, as the catalog describes measures.
public enum SolverMeasures {
  /// All of them.
  public static let all: [Measure] = [frustration, lineIndex, strain]

  /// The least weight of ties against two blocs.
  public static let frustration = Measure(
    name: "frustration",
    title: "Frustration index (line index of balance)",
    definition:
      "The least weight of ties that must be ignored for the actors to fall into two blocs with positive ties inside and negative ties between. Exact, with a certificate: proven, or a proven interval where a limit came first.",
    direction: "the two directions between two actors are joined, by the sum of their nets",
    weight: "every line counts 1 by its sign; with weights, the absolute value of its net",
    sign: "the sign of the joined net; a net of 0 takes no side and is left out",
    defaultAspect: .net,
    acceptedAspects: [.net],
    range: "0 (balanced) to less than half of the weight of all ties",
    complexity: "exponential in the worst case; time and node limits hold in any case",
    references: [
      .init(
        "Harary 1959, On the measurement of structural balance, Behavioral Science 4",
        doi: "10.1002/bs.3830040405"),
      .init(
        "Aref, Mason & Wilson 2020, A modeling and computational study of the frustration index in signed networks, Networks 75",
        doi: "10.1002/net.21907"),
    ],
    scope: .system
  )

  /// The least weight of ties against several blocs.
  public static let lineIndex = Measure(
    name: "line-index",
    title: "Line index for several blocs",
    definition:
      "The least of α times the negative weight inside blocs plus 1 − α times the positive weight between them, over all partitions into so many blocs. Exact, with a certificate.",
    direction: "every directed tie counts, or the directions are joined first",
    weight: "every tie counts 1, or its intensity",
    sign: "negative ties belong between blocs, positive ties inside",
    defaultAspect: .net,
    acceptedAspects: [.net],
    range: "0 and up",
    complexity: "exponential in the worst case; time and node limits hold in any case",
    references: [
      .init(
        "Doreian & Mrvar 1996, A partitioning approach to structural balance, Social Networks 18",
        doi: "10.1016/0378-8733(95)00259-6")
    ],
    scope: .system
  )

  /// Where a partition hurts.
  public static let strain = Measure(
    name: "strain",
    title: "Strain",
    definition:
      "The ties and triads that an optimal partition goes against, what each actor has to do with them, and the single tie whose falling silent would lower the frustration index most.",
    direction: "as the frustration index",
    weight: "as the frustration index",
    sign: "positive ties between blocs and negative ties inside are strained",
    defaultAspect: .net,
    acceptedAspects: [.net],
    range: "what ties pay adds up to the index, what actors pay to twice the index",
    complexity: "O(m √m) for a given partition; the greatest relief takes more solves",
    references: [
      .init(
        "Doreian & Mrvar 1996, A partitioning approach to structural balance, Social Networks 18",
        doi: "10.1016/0378-8733(95)00259-6")
    ],
    scope: .tie
  )
}
