/// With what arguments the program was called, so that a result says how to have it again.
enum Invocation {
  /// What stood after `entente`, as it was given; empty where no program was called.
  @TaskLocal static var arguments: [String] = []
}
