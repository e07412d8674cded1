/// Numbers and dates as a drawing shows them.
enum Numerals {
  /// A fixed number of decimals, with a real minus sign.
  static func decimal(_ value: Double, places: Int) -> String {
    var power = 1
    for _ in 0..<places { power *= 10 }
    let scaled = Int((value.magnitude * Double(power)).rounded())
    var text = String(scaled / power)
    if places > 0 {
      let digits = String(scaled % power)
      text += "." + String(repeating: "0", count: places - digits.utf8.count) + digits
    }
    return (value < 0 && scaled != 0 ? "\u{2212}" : "") + text
  }

  /// A strand's intensity with the sign of its side.
  static func signed(_ value: Double, _ sign: Sign, places: Int) -> String {
    let text = decimal(value, places: places)
    guard text.contains(where: { $0 != "0" && $0 != "." }) else { return text }
    return (sign == .hostile ? "\u{2212}" : "+") + text
  }

  /// A number without trailing zeros.
  static func short(_ value: Double) -> String {
    var text = decimal(value, places: 2)
    while text.contains("."), text.last == "0" || text.last == "." {
      let wasPoint = text.removeLast() == "."
      if wasPoint { break }
    }
    return text
  }

  /// A noun with its number.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
