/// Why an exact answer could not be worked on at all.
///
/// Running out of time is not an error: the result then carries its proven interval.
public enum SolverError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The linear programming library CLP is not installed, or is too old.
  case libraryMissing(reason: String)
  /// The number of blocs is less than 1 or more than there are actors.
  case impossibleBlocCount(Int, actors: Int)
  /// The weight between the two kinds of error is not strictly between 0 and 1.
  case alphaOutOfRange(Double)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .libraryMissing(let reason):
      """
      the linear programming library CLP cannot be opened: install coinor-libclp1 (apt) or clp \
      (brew), or ask for the bound, which needs no library (\(reason))
      """
    case .impossibleBlocCount(let count, let actors):
      "\(count) blocs for \(actors) actors: ask for 1 to \(max(actors, 1))"
    case .alphaOutOfRange(let alpha):
      "alpha is \(alpha): it lies strictly between 0 and 1"
    }
  }
}
