/// Why a measure gave no answer. Every case says what to do.
public enum MeasureError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The measure is defined for weights of at least 0, and this tie has a negative one.
  case negativeWeight(measure: String, aspect: TieAspect, source: Int32, target: Int32)
  /// The measure can't be read on this aspect of the ties.
  case aspectRefused(measure: String, aspect: TieAspect, accepted: [TieAspect])
  /// The iteration was stopped before its result was as exact as asked.
  case notConverged(measure: String, iterations: Int, residual: Double, tolerance: Double)
  /// A parameter is outside the values that make sense.
  case unusableParameter(measure: String, parameter: String, value: Double, allowed: String)
  /// A list that goes with the actors has another length than the graph.
  case wrongLength(measure: String, parameter: String, given: Int, expected: Int)
  /// The definition has no answer on this graph.
  case undefined(measure: String, reason: String)
  /// The weights are so far apart that lengths can't be compared exactly.
  case weightRangeTooWide(measure: String, smallest: Double, largest: Double)
  /// There are more shortest paths between two actors than a double can count.
  case pathCountOverflow(measure: String)
  /// Sums of the weights are larger than a double can be.
  case weightOverflow(measure: String)
  /// The caller asked to stop.
  case cancelled(measure: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .negativeWeight(let measure, let aspect, let source, let target):
      "\(measure) needs weights of 0 or more, but the \(aspect.rawValue) of the tie from actor \(source) to \(target) is negative: use accord or tension"
    case .aspectRefused(let measure, let aspect, let accepted):
      "\(measure) does not run on \(aspect.rawValue): use \(accepted.map(\.rawValue).joined(separator: " or "))"
    case .notConverged(let measure, let iterations, let residual, let tolerance):
      "\(measure) did not converge: after \(iterations) iterations the residual is \(residual) and should be \(tolerance) or less; allow more iterations or a larger tolerance"
    case .unusableParameter(let measure, let parameter, let value, let allowed):
      "\(measure): \(parameter) is \(value) but must be \(allowed)"
    case .wrongLength(let measure, let parameter, let given, let expected):
      "\(measure): \(parameter) has \(given) entries but the graph has \(expected) actors"
    case .undefined(let measure, let reason):
      "\(measure) is undefined on this graph: \(reason)"
    case .weightRangeTooWide(let measure, let smallest, let largest):
      "\(measure): weights from \(smallest) to \(largest) are too far apart to compare lengths exactly: drop the weakest ties or use the unweighted measure"
    case .pathCountOverflow(let measure):
      "\(measure): two actors are joined by more shortest paths than can be counted (over 1e308)"
    case .weightOverflow(let measure):
      "\(measure): the weights are so large that their sums overflow: divide them all by the same number"
    case .cancelled(let measure):
      "\(measure) was cancelled"
    }
  }
}
