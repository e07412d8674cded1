import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits for a file to be saved, in whatever way: written in place, or replaced by a new one of the
/// same name, as editors do to be safe.
///
/// On Linux the system tells (inotify) what happens in the file's folder, since a watch on the file
/// itself would go with the file that is replaced. Everywhere, and for links and network disks of
/// which the system says nothing, the file is also looked at from time to time.
struct FileWatch {
  private let path: String
  private let descriptor: CInt
  private var seen: Mark

  /// What tells one state of a file from another.
  private struct Mark: Equatable {
    var exists = false
    var inode: UInt64 = 0
    var size: Int64 = 0
    var seconds: Int64 = 0
    var nanoseconds: Int64 = 0

    init(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return }
      exists = true
      inode = UInt64(status.st_ino)
      size = Int64(status.st_size)
      #if canImport(Darwin)
        seconds = Int64(status.st_mtimespec.tv_sec)
        nanoseconds = Int64(status.st_mtimespec.tv_nsec)
      #else
        seconds = Int64(status.st_mtim.tv_sec)
        nanoseconds = Int64(status.st_mtim.tv_nsec)
      #endif
    }
  }

  /// Set by Ctrl-C, and by a polite request to end.
  private static let isInterrupted = Atomic<Bool>(false)

  /// Begins to watch.
  ///
  /// - Throws: ``Failure`` where there is no such file.
  init(path: String) throws(Failure) {
    self.path = path
    seen = Mark(path)
    guard seen.exists else {
      throw Failure(status: .unreadableInput, message: "there is no file '\(path)' to watch")
    }
    // A program that starts others may have blocked the signals, and they inherit that.
    var kinds = sigset_t()
    sigemptyset(&kinds)
    for kind in [SIGINT, SIGTERM] {
      signal(kind) { _ in FileWatch.isInterrupted.store(true, ordering: .relaxed) }
      sigaddset(&kinds, kind)
    }
    sigprocmask(SIG_UNBLOCK, &kinds, nil)
    #if canImport(Glibc) || canImport(Musl)
      descriptor = inotify_init1(CInt(O_CLOEXEC | O_NONBLOCK))
      if descriptor >= 0 {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE)
        _ = inotify_add_watch(descriptor, folder, events)
      }
    #else
      descriptor = -1
    #endif
  }

  /// Waits until the file is another than it was, and is no longer being written.
  ///
  /// - Returns: Whether it changed; false where the program was asked to end.
  mutating func waitForChange() -> Bool {
    while !Self.isInterrupted.load(ordering: .relaxed) {
      // Where the system says nothing, a glance now and then has to do.
      let wasTold = rest(milliseconds: descriptor >= 0 ? 400 : 40)
      var mark = Mark(path)
      guard mark != seen, mark.exists else { continue }
      // An editor that writes in pieces is given time to finish; a file that was put there whole
      // needs none, but that can't be told from its first piece.
      for _ in 0..<100 {
        _ = rest(milliseconds: wasTold ? 4 : 15)
        let later = Mark(path)
        if later == mark { break }
        mark = later
      }
      guard mark.exists else { continue }
      seen = mark
      return !Self.isInterrupted.load(ordering: .relaxed)
    }
    return false
  }

  /// Ends the watch.
  func stop() {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Rests until something happens in the folder, but not longer than so long.
  ///
  /// - Returns: Whether something happened.
  private func rest(milliseconds: CInt) -> Bool {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, milliseconds) > 0 else { return false }
    // What happened is read away unseen: the file itself tells more.
    var buffer = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &buffer, buffer.count) > 0 {}
    return true
  }
}
