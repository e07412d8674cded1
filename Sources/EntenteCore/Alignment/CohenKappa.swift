extension RelationProfiles {
  /// Cohen's κ: how far two actors agree, in categories of ties, beyond what their own habits would
  /// give by chance.
  ///
  /// `κ = 1 − D / E`: D is the mean difference of the two categories over third parties, layers and
  /// directions; E is the difference to expect if each actor kept its own shares of categories but
  /// dealt them out at random.
  ///
  /// - Direction, weight, sign: as the profiles keep them; ties are sorted into categories, by default
  ///   hostile, none and friendly.
  ///
  /// ```swift
  /// let kappa = profiles.cohenKappa(0, 1, disagreement: .squared).value
  /// ```
  ///
  /// - Parameters:
  ///   - first: one actor.
  ///   - second: another actor.
  ///   - categories: the cuts between categories; by default the three signs.
  ///   - disagreement: how much categories differ; by default the number of steps between them.
  /// - Returns: 1 for full agreement, 0 for as much as by chance, below 0 for less; undefined without
  ///   third parties, and if both put all of them in one and the same category.
  /// - Complexity: O(actors + ties of both + categories²).
  ///
  /// References: Cohen 1968, doi:10.1037/h0026256; Häge 2011, doi:10.1093/pan/mpr023.
  public func cohenKappa(
    _ first: Int32, _ second: Int32, categories: TieCategories = .signs,
    disagreement: CategoryDisagreement = .absolute
  ) -> Measured {
    chanceCorrected(first, second, categories, disagreement, pooled: false)
  }

  /// 1 − observed / expected difference, with the shares of categories kept apart or pooled.
  func chanceCorrected(
    _ first: Int32, _ second: Int32, _ categories: TieCategories,
    _ disagreement: CategoryDisagreement, pooled: Bool
  ) -> Measured {
    guard let table = agreementTable(first, second, categories) else {
      return .undefined(.noThirdParties)
    }
    let count = categories.count
    let all = table.reduce(0, +)
    var mine = [Double](repeating: 0, count: count)
    var theirs = mine
    var observed = 0.0
    for row in 0..<count {
      for column in 0..<count {
        let share = table[row * count + column] / all
        mine[row] += share
        theirs[column] += share
        observed += share * disagreement(row, column)
      }
    }
    if pooled {
      mine = zip(mine, theirs).map { ($0 + $1) / 2 }
      theirs = mine
    }
    var expected = 0.0
    for row in 0..<count {
      for column in 0..<count {
        expected += mine[row] * theirs[column] * disagreement(row, column)
      }
    }
    guard expected > 0 else { return .undefined(.noVariation) }
    return .value(min(1, 1 - observed / expected))
  }
}

extension MeasureCatalog {
  /// Profiles compared beyond chance.
  public static let cohenKappa = Measure(
    name: "cohen-kappa", title: "Cohen's kappa",
    definition:
      "The agreement of two actors' ties to third parties, sorted into categories, beyond what their own shares of categories would give by chance.",
    direction: "both directions, each an entry of its own; one alone on request",
    weight: "sorted into categories: hostile, none, friendly, or by cuts of the user's own",
    sign:
      "kept: shared enemies count as shared friends do",
    defaultAspect: .net, acceptedAspects: TieAspect.allCases,
    range: "up to 1; 0 is chance; undefined if both put all third parties in one category",
    complexity: "time O(n + degree of both) a pair",
    references: [
      .init(
        "Cohen 1968, Weighted kappa, Psychological Bulletin 70",
        doi: "10.1037/h0026256"),
      .init(
        "Häge 2011, Choice or circumstance? Adjusting measures of foreign policy similarity for chance agreement, Political Analysis 19",
        doi: "10.1093/pan/mpr023"),
    ], scope: .system)
}
