import EntenteFormats
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The standard streams: data on one, talk on the other.
enum Terminal {
  /// Keeps what is written to stdout, and may keep it from being written; talk likewise.
  final class Recorder: Sendable {
    let isSilent: Bool
    /// Whether talk is kept as well, instead of being said.
    let hearsTalk: Bool
    private let kept = Mutex<[UInt8]>([])
    private let heard = Mutex<String>("")

    init(isSilent: Bool, hearsTalk: Bool = false) {
      self.isSilent = isSilent
      self.hearsTalk = hearsTalk
    }

    var bytes: [UInt8] { kept.withLock { $0 } }

    var talk: String { heard.withLock { $0 } }

    func keep(_ bytes: [UInt8]) { kept.withLock { $0 += bytes } }

    func hear(_ text: String) { heard.withLock { $0 += text + "\n" } }
  }

  /// Who listens to stdout, where somebody does.
  @TaskLocal static var recorder: Recorder?

  /// Writes data to stdout.
  static func emit(_ bytes: [UInt8]) throws(Failure) {
    if let recorder {
      recorder.keep(bytes)
      if recorder.isSilent { return }
    }
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes {
        write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if written < 0 {
        if errno == EINTR { continue }
        // The reader has closed its end, as `head` does: there is nobody left to tell.
        if errno == EPIPE { throw Failure(status: .fine, message: "") }
        throw Failure(status: .cannotWrite, message: "cannot write to standard output")
      }
      start += written
    }
  }

  /// Writes data to stdout.
  static func emit(_ text: String) throws(Failure) {
    try emit(Array(text.utf8))
  }

  /// Says something on the current line of the terminal, in place of what was said there before.
  static func sayInPlace(_ text: String) {
    let bytes = Array("\r\u{1B}[K\(text)".utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Whether somebody watches what is said.
  static var talkIsSeen: Bool { isatty(STDERR_FILENO) == 1 }

  /// Says something to the person who runs the command.
  static func say(_ text: String) {
    if let recorder, recorder.hearsTalk { return recorder.hear(text) }
    let bytes = Array((text + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Lets a closed pipe be an ordinary write error.
  static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Whether talk may be coloured: on a terminal that can, unless `NO_COLOR` is set.
  static var hasColor: Bool {
    guard isatty(STDERR_FILENO) == 1 else { return false }
    if let none = getenv("NO_COLOR"), none.pointee != 0 { return false }
    guard let kind = getenv("TERM") else { return false }
    return strcmp(kind, "dumb") != 0
  }

  /// How wide tables are: the terminal's width within bounds, and 80 where stdout is no terminal,
  /// so that the same command gives the same bytes.
  static var width: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else {
      return 80
    }
    return min(max(Int(size.ws_col), 60), 120)
  }
}
