/// The creation date inside a PDF, the only thing that differs between two runs.
enum PDFDate {
  /// Replaces every `/CreationDate (D:…)` by the given time, at the same length, so that the offsets
  /// in the file's cross-reference table stay right. A PDF whose date lies in a compressed stream
  /// (cairo 1.17.6 and later may write such) is returned as it is.
  static func replacing(in bytes: [UInt8], seconds: Int64) -> [UInt8] {
    let key = Array("/CreationDate (D:".utf8)
    var result = bytes
    var index = 0
    while index + key.count < result.count {
      guard result[index] == key[0], Array(result[index..<(index + key.count)]) == key,
        let end = result[(index + key.count)...].firstIndex(of: UInt8(ascii: ")"))
      else {
        index += 1
        continue
      }
      let start = index + key.count
      // The year is the only obligatory part, so a date may end anywhere; "Z" is padding after that.
      let date = Array(text(seconds).utf8.prefix(end - start))
      result.replaceSubrange(start..<(start + date.count), with: date)
      // A zone such as +01'00' would contradict a time that is in UTC.
      for place in (start + date.count)..<end { result[place] = UInt8(ascii: " ") }
      index = end
    }
    return result
  }

  /// A time as `YYYYMMDDHHmmSSZ`, for the years 0 to 9999.
  static func text(_ seconds: Int64) -> String {
    let bounded = min(max(seconds, -62_167_219_200), 253_402_300_799)
    let day = Int((Double(bounded) / 86_400).rounded(.down))
    let second = Int(bounded) - day * 86_400
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let parts = [
      (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4), (month, 2),
      (dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2),
      (second / 3600, 2), (second / 60 % 60, 2), (second % 60, 2),
    ]
    return parts.map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }.joined() + "Z"
  }
}
