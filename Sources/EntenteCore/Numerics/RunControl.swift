/// How a long computation runs: on how many threads, when it stops, and whom it tells.
///
/// Results never depend on the number of threads: work is cut into the same pieces whatever runs
/// them, and the pieces are added up in order.
public struct RunControl: Sendable {
  /// The most threads to use, the caller's included, at least 1. No more than there are cores help.
  public var threads: Int
  /// Asked from time to time, from any thread; true stops the computation with
  /// ``MeasureError/cancelled(measure:)``.
  public var isCancelled: @Sendable () -> Bool
  /// Told the finished share of the work, 0…1, from any thread; nil for silence.
  public var progress: (@Sendable (Double) -> Void)?

  /// A control with the given threads, cancellation and progress.
  public init(
    threads: Int = 8,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (@Sendable (Double) -> Void)? = nil
  ) {
    self.threads = max(1, threads)
    self.isCancelled = isCancelled
    self.progress = progress
  }

  /// The control for so much work, counted in steps of a few nanoseconds: the caller's thread alone
  /// where there is less to do than starting others takes.
  func `for`(work steps: Int) -> RunControl {
    var control = self
    if steps < 100_000 { control.threads = 1 }
    return control
  }

  /// All cores, never cancelled, silent.
  public static let standard = RunControl()

  /// The caller's thread alone.
  public static let serial = RunControl(threads: 1)
}
