import CGraphviz
import Synchronization

/// The one owner of libgvc in this process.
///
/// libgvc keeps globals and crashes when two threads enter it, so the context lives behind one lock
/// that is held from reading a graph to closing it. The library is opened on first use, because
/// opening it and making a context takes some milliseconds.
enum GraphvizLibrary {
  /// The entry points and the context, once open. Valid while the lock is held.
  struct Session {
    var entryPoints: entente_gv
    let context: UnsafeMutableRawPointer
    let version: String
  }

  private enum State {
    case unopened
    case open(Session)
    case failed(GraphvizError)
  }

  private static let state = Mutex<State>(.unopened)

  /// Runs `body` with the open library, alone.
  static func withSession<Result: Sendable>(
    _ body: (inout Session) throws(GraphvizError) -> Result
  ) throws(GraphvizError) -> Result {
    let outcome: Swift.Result<Result, GraphvizError> = state.withLock { state in
      if case .unopened = state {
        do throws(GraphvizError) {
          state = .open(try open(candidates))
        } catch {
          state = .failed(error)
        }
      }
      switch state {
      case .open(var session):
        entente_gv_reset(&session.entryPoints)
        MessageCollector.reset()
        do throws(GraphvizError) {
          return .success(try body(&session))
        } catch {
          return .failure(error)
        }
      case .failed(let error):
        return .failure(error)
      case .unopened:
        return .failure(.contextFailed)
      }
    }
    return try outcome.get()
  }

  #if os(macOS)
    static let candidates = [
      "libgvc.dylib", "/opt/homebrew/lib/libgvc.dylib", "/usr/local/lib/libgvc.dylib",
      "/opt/local/lib/libgvc.dylib",
    ]
  #else
    static let candidates = [
      "libgvc.so.6", "libgvc.so.7", "libgvc.so", "/usr/local/lib/libgvc.so",
    ]
  #endif

  /// Opens the first library of the list that can be opened. The list is a parameter for the tests.
  static func open(_ candidates: [String]) throws(GraphvizError) -> Session {
    for path in candidates {
      var entryPoints = entente_gv()
      var missing: UnsafePointer<CChar>?
      switch entente_gv_open(&entryPoints, path, &missing) {
      case Int32(ENTENTE_GV_READY):
        guard let context = entente_gv_context(&entryPoints) else { throw .contextFailed }
        entente_gv_receive(&entryPoints, MessageCollector.receive)
        let version = entente_gv_version(&entryPoints, context).map { String(cString: $0) }
        return Session(entryPoints: entryPoints, context: context, version: version ?? "unknown")
      case Int32(ENTENTE_GV_NO_SYMBOL):
        let name = missing.map { String(cString: $0) } ?? "?"
        throw .libraryUnsuitable(path: path, missing: name)
      default:
        continue
      }
    }
    throw .libraryMissing(tried: candidates)
  }
}
