import Synchronization

/// How far long work is, on a terminal only.
struct Progress {
  private let what: String
  private let total: Int
  private var done = 0

  init(_ what: String, of total: Int) {
    self.what = what
    self.total = total
  }

  mutating func advance() {
    done += 1
    guard total > 1, Terminal.talkIsSeen else { return }
    Terminal.sayInPlace(done < total ? "\(what): \(done) of \(total)" : "")
  }

  /// Tells in whole percent how far one long computation is; nil where nobody would see it.
  static func share(of what: String) -> (@Sendable (Double) -> Void)? {
    guard Terminal.talkIsSeen else { return nil }
    let shown = Shown()
    return { share in
      let percent = Int(share * 100)
      guard shown.percent.exchange(percent, ordering: .relaxed) != percent else { return }
      Terminal.sayInPlace(percent < 100 ? "\(what): \(percent) %" : "")
    }
  }

  /// The percentage that stands on the terminal; several threads may tell theirs.
  private final class Shown: Sendable {
    let percent = Atomic<Int>(-1)
  }
}
