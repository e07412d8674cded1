/// Every measure that can be asked for by name.
///
/// A measure's description stands in the file of its algorithm, as `static let` in an extension of
/// this type; the lists below are the only other place to touch when one is added.
public enum MeasureCatalog {
  /// Measures of the standing of actors.
  public static let centrality: [Measure] = [
    strength, betweenness, weightedBetweenness, closeness, weightedCloseness, eigenvector, katz,
    pageRank, hits, signedEigenvector, pnIndex, coreness, constraint, brokerage,
  ]

  /// Every measure, in the order in which they are listed to the user.
  public static let all: [Measure] = centrality + balance + blocs + alignment

  /// The measure of a name, or nil where there is none.
  public static func measure(named name: String) -> Measure? {
    all.first { $0.name == name }
  }
}
