/// The first days of months, so that the day of a date is one addition.
struct MonthStarts: Sendable {
  private static let firstYear = 1900
  private static let lastYear = 2199
  /// The first day of each month of those years, and the one after the last.
  private static let all: [Int32] = (firstYear * 12...(lastYear + 1) * 12).map { month in
    CalendarDate(year: month / 12, month: month % 12 + 1, day: 1)?.dayNumber ?? 0
  }

  private let starts = Self.all

  /// The day of a cell like `2026-03-31`, as nearly all are; nil for any other, and outside 1900 to 2199.
  ///
  /// The ten bytes are looked at as two words that overlap: `2026-03-` and `26-03-31`.
  @inline(__always)
  func isoDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard bytes.count == 10, let base = bytes.baseAddress else { return nil }
    let raw = UnsafeRawPointer(base)
    let front = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) ^ 0x2D30_302D_3030_3030
    let back =
      UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 2, as: UInt64.self)) ^ 0x3030_2D30_302D_3030
    // Every byte is a digit by now, or zero where a dash stands.
    guard Self.areDigits(front), Self.areDigits(back), front & 0xFF00_00FF_0000_0000 == 0 else { return nil }
    // In each byte the number of two digits that begins there.
    let (pairs, lastPairs) = (front &* 10 &+ front >> 8, back &* 10 &+ back >> 8)
    func pair(_ pairs: UInt64, _ place: UInt64) -> Int {
      Int(truncatingIfNeeded: (pairs >> (place * 8)) & 0xFF)
    }
    let year = pair(pairs, 0) * 100 + pair(pairs, 2)
    let month = pair(pairs, 5)
    let day = pair(lastPairs, 6)
    guard Self.firstYear...Self.lastYear ~= year, 1...12 ~= month else { return nil }
    let index = (year - Self.firstYear) * 12 + month - 1
    let start = starts[index]
    guard day >= 1, day <= Int(starts[index + 1] - start) else { return nil }
    return start + Int32(truncatingIfNeeded: day - 1)
  }

  /// Whether each byte is 0 to 9.
  @inline(__always)
  private static func areDigits(_ word: UInt64) -> Bool {
    (((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080 == 0
  }
}
