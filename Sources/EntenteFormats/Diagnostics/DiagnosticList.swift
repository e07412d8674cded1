/// Problems as they are found: a file made of nothing but mistakes must not exhaust memory.
///
/// Errors and warnings are limited apart, so that no number of warnings can hide an error.
public struct DiagnosticList: Sendable {
  /// The problems that were kept, in the order in which they were found.
  public private(set) var kept: [Diagnostic] = []

  /// How many were found beyond the limit.
  public private(set) var dropped = 0

  private var errors = 0
  private var warnings = 0

  /// No problems.
  public init() {}

  /// Whether further errors are only counted; hints need not be worked out then.
  var isFull: Bool { errors >= DiagnosticReport.collectionLimit }

  /// Adds a problem.
  public mutating func append(_ diagnostic: Diagnostic) {
    let isError = diagnostic.severity == .error
    guard (isError ? errors : warnings) < DiagnosticReport.collectionLimit else {
      dropped += 1
      return
    }
    if isError { errors += 1 } else { warnings += 1 }
    kept.append(diagnostic)
  }

  /// Adds what another list holds.
  public mutating func append(_ other: DiagnosticList) {
    for diagnostic in other.kept { append(diagnostic) }
    dropped += other.dropped
  }
}
