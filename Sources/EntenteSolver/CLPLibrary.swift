import CClp

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The linear programming library CLP, opened when it is first needed.
struct CLPLibrary: @unchecked Sendable {  // Addresses of functions, written once before shared.
  // Unchecked, because raw addresses are not Sendable. The functions keep their state in the model that
  // they are given.
  let functions: EntenteClpFunctions

  /// The version that the library reports.
  var version: String {
    functions.Clp_Version().map { String(cString: $0) } ?? "unknown"
  }

  /// The library under its usual names, opened once per process and never closed.
  static let shared = Result<CLPLibrary, SolverError> { () throws(SolverError) -> CLPLibrary in
    try CLPLibrary(candidates: usualNames)
  }

  #if canImport(Darwin)
    static let usualNames = [
      "libClp.1.dylib", "/opt/homebrew/opt/clp/lib/libClp.1.dylib",
      "/usr/local/opt/clp/lib/libClp.1.dylib",
    ]
  #else
    static let usualNames = ["libClp.so.1", "libClp.so"]
  #endif

  /// Opens the first of the libraries that is there and has every function.
  init(candidates: [String]) throws(SolverError) {
    var reasons: [String] = []
    for name in candidates {
      guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
        reasons.append(dlerror().map { String(cString: $0) } ?? "\(name) cannot be opened")
        continue
      }
      var table = EntenteClpFunctions()
      if let missing = entente_clp_fill(&table, handle) {
        reasons.append("\(name) has no function \(String(cString: missing))")
        dlclose(handle)
        continue
      }
      functions = table
      return
    }
    throw .libraryMissing(reason: reasons.joined(separator: "; "))
  }
}
