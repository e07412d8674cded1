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
}
