/// Numbers in running text.
enum FixedPoint {
  /// A number with so many decimals, rounded half away from zero; large ones without any, what is
  /// not finite as a dash.
  ///
  /// - Parameters:
  ///   - decimals: 0…6.
  ///   - signed: whether a plus is written.
  static func text(_ value: Double, decimals: Int = 2, signed: Bool = false) -> String {
    guard value.isFinite else { return "–" }
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    guard value.magnitude * factor < 1e15 else { return "\(value)" }
    let scaled = Int((value.magnitude * factor).rounded())
    let sign = scaled == 0 ? "" : value < 0 ? "−" : signed ? "+" : ""
    let whole = scaled / Int(factor)
    guard decimals > 0 else { return "\(sign)\(whole)" }
    return "\(sign)\(whole).\(CalendarDate.padded(scaled % Int(factor), decimals))"
  }

  /// A number of things, with the plural where it is needed.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
