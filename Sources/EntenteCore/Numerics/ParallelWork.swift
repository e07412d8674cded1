import Synchronization

/// Runs independent pieces of work on the caller's thread and on helpers from the concurrency
/// runtime's pool, and returns when the last piece is done.
///
/// The caller works too, so there is progress even where the pool has no thread to spare, and the
/// call may be made from synchronous and asynchronous code alike. A helper that has not begun when
/// the work runs out finds its door closed and does nothing; one that is at work is waited for. So
/// nothing runs on after the call, and no thread is made that the runtime would not have anyway.
package enum ParallelWork {
  /// The results of `jobs` pieces of work in order, or nil when the control asked to stop.
  ///
  /// `body` is given the number of the piece and a function that long pieces ask whether to give
  /// up; what it returns after giving up is thrown away.
  package static func map<Result: Sendable>(
    jobs: Int,
    control: RunControl,
    _ body: @escaping @Sendable (_ job: Int, _ shouldStop: () -> Bool) -> Result
  ) -> [Result]? {
    let board = Board<Result>(jobs: jobs, control: control)
    let helpers = min(control.threads, jobs) - 1
    guard helpers > 0 else {
      board.work(body)
      return board.collect()
    }
    let doors = (0..<helpers).map { _ in Door { board.work(body) } }
    for door in doors {
      Task.detached { door.enter() }
    }
    board.work(body)
    for door in doors { door.close() }
    return board.collect()
  }

  /// Lets one helper in, once; closing waits for a helper that is inside.
  private final class Door: Sendable {
    private let work: Mutex<(@Sendable () -> Void)?>

    init(_ work: @escaping @Sendable () -> Void) {
      self.work = Mutex(work)
    }

    func enter() {
      work.withLock { action in
        action?()
        action = nil
      }
    }

    func close() {
      work.withLock { $0 = nil }
    }
  }

  /// Hands out the pieces and keeps their results.
  private final class Board<Result: Sendable>: Sendable {
    private let jobs: Int
    private let control: RunControl
    private let next = Atomic<Int>(0)
    private let stopped = Atomic<Bool>(false)
    private let results: Mutex<(slots: [Result?], done: Int)>

    init(jobs: Int, control: RunControl) {
      self.jobs = jobs
      self.control = control
      results = Mutex((Array(repeating: nil, count: jobs), 0))
    }

    func work(_ body: @Sendable (Int, () -> Bool) -> Result) {
      while !shouldStop() {
        let job = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard job < jobs else { return }
        let result = body(job, shouldStop)
        let done = results.withLock { state in
          state.slots[job] = result
          state.done += 1
          return state.done
        }
        control.progress?(Double(done) / Double(jobs))
      }
    }

    func shouldStop() -> Bool {
      if stopped.load(ordering: .relaxed) { return true }
      guard control.isCancelled() else { return false }
      stopped.store(true, ordering: .relaxed)
      return true
    }

    func collect() -> [Result]? {
      if stopped.load(ordering: .relaxed) { return nil }
      let collected = results.withLock { $0.slots.compactMap { $0 } }
      return collected.count == jobs ? collected : nil
    }
  }
}
