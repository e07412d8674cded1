/// Why a measure of balance could not be computed.
public enum BalanceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// More actors than the method can handle; for an exact method, in one connected component.
  case tooManyActors(Int, limit: Int)
  /// The inverse temperature is not a positive finite number.
  case unusableInverseTemperature(Double)
  /// An estimate was asked for with no probes or no steps.
  case unusableEffort(probes: Int, steps: Int)
  /// The eigenvalues were not found.
  case eigenvalues(EigenError)
  /// The caller asked to stop.
  case cancelled

  /// The reason why eigenvalues are missing, as a reason why the measure is.
  init(_ error: EigenError) {
    self = error == .cancelled ? .cancelled : .eigenvalues(error)
  }

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .tooManyActors(let count, let limit):
      "\(count) actors: the limit is \(limit); raise it if there is one to raise, or use the estimate"
    case .unusableInverseTemperature(let value):
      "inverse temperature \(value): it is a finite number above 0, 1 by default"
    case .unusableEffort(let probes, let steps):
      "\(probes) probes of \(steps) steps: an estimate needs at least 2 probes of at least 1 step"
    case .eigenvalues(let error): error.description
    case .cancelled: "cancelled"
    }
  }
}
