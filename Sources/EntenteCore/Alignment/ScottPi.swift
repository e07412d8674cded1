extension RelationProfiles {
  /// Scott's π: how far two actors agree, in categories of ties, beyond what the habits of the two
  /// together would give by chance.
  ///
  /// As ``cohenKappa(_:_:categories:disagreement:)``, but the difference to expect by chance is that
  /// of two draws from the pooled categories of both. κ makes allowance for two actors that differ in
  /// how many ties they have; π counts such a difference as disagreement.
  ///
  /// - Direction, weight, sign: as the profiles keep them; ties are sorted into categories, by default
  ///   hostile, none and friendly.
  ///
  /// ```swift
  /// let pi = profiles.scottPi(0, 1).value
  /// ```
  ///
  /// - Parameters:
  ///   - first: one actor.
  ///   - second: another actor.
  ///   - categories: the cuts between categories; by default the three signs.
  ///   - disagreement: how much categories differ; by default the number of steps between them.
  /// - Returns: −1 to 1; 1 for full agreement, 0 for as much as by chance; undefined without third
  ///   parties, and if both put all of them in one and the same category.
  /// - Complexity: O(actors + ties of both + categories²).
  ///
  /// References: Scott 1955, doi:10.1086/266577; Häge 2011, doi:10.1093/pan/mpr023.
  public func scottPi(
    _ first: Int32, _ second: Int32, categories: TieCategories = .signs,
    disagreement: CategoryDisagreement = .absolute
  ) -> Measured {
    chanceCorrected(first, second, categories, disagreement, pooled: true)
  }
}

extension MeasureCatalog {
  /// Profiles compared beyond pooled chance.
  public static let scottPi = Measure(
    name: "scott-pi", title: "Scott's pi",
    definition:
      "The agreement of two actors' ties to third parties, sorted into categories, beyond what two draws from the categories of both together would give.",
    direction: "both directions, each an entry of its own; one alone on request",
    weight: "sorted into categories: hostile, none, friendly, or by cuts of the user's own",
    sign:
      "kept: shared enemies count as shared friends do",
    defaultAspect: .net, acceptedAspects: TieAspect.allCases,
    range: "-1 to 1; 0 is chance; undefined if both put all third parties in one category",
    complexity: "time O(n + degree of both) a pair",
    references: [
      .init(
        "Scott 1955, Reliability of content analysis, Public Opinion Quarterly 19",
        doi: "10.1086/266577"),
      .init(
        "Häge 2011, Choice or circumstance? Adjusting measures of foreign policy similarity for chance agreement, Political Analysis 19",
        doi: "10.1093/pan/mpr023"),
    ], scope: .system)
}
