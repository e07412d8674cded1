extension MeasureCatalog {
  /// Measures of balance.
  public static let balance: [Measure] = [
    triadCensus, triangleIndex, directedTriads, walkBalance, walkBalanceEstimate, algebraicConflict,
  ]

  /// Measures of divisions into blocs.
  public static let blocs: [Measure] = [
    signedModularity, leidenBlocs, variationOfInformation, adjustedRand,
  ]

  /// Measures of how alike actors' relations are.
  public static let alignment: [Measure] = [
    cosine, pearson, signorinoRitterS, scottPi, cohenKappa, alignmentMap,
  ]

  /// The undirected signed view of a graph, for a measure.
  static func signedTies(
    _ graph: RelationGraph, for measure: String
  ) throws(MeasureError) -> SignedTies {
    try answer(for: measure) { () throws(SignedTiesError) in try SignedTies(graph) }
  }

  /// Runs a computation and says in its error which measure asked for it.
  static func answer<Value, Failure: Error & CustomStringConvertible & Equatable>(
    for measure: String, _ compute: () throws(Failure) -> Value
  ) throws(MeasureError) -> Value {
    do throws(Failure) {
      return try compute()
    } catch {
      if error as? BalanceError == .cancelled || error as? PartitionError == .cancelled
        || error as? AlignmentError == .cancelled
      {
        throw .cancelled(measure: measure)
      }
      throw .undefined(measure: measure, reason: error.description)
    }
  }

  /// A single value, or an error with the reason why there is none.
  static func column(
    _ measure: String, _ value: Measured
  ) throws(MeasureError) -> Measure.Column {
    switch value {
    case .value(let value): return .init(measure, [value])
    case .undefined(let reason):
      throw .undefined(measure: measure, reason: reason.description)
    }
  }
}
