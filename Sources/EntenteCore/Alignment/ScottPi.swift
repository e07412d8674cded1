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
