extension CSVField {
  /// The bytes that the field stands for, and whether doubled quotes among them are one each.
  ///
  /// Quotes around it are left out, with the blanks outside them; a field without quotes is taken whole.
  func content(in bytes: UnsafeRawBufferPointer) -> (range: Range<Int>, hasDoubledQuotes: Bool) {
    guard hasQuotes else { return (start..<end, false) }
    var low = start
    var high = end
    while low < high, bytes[low] == CSVByte.space { low += 1 }
    while high > low, bytes[high - 1] == CSVByte.space { high -= 1 }
    guard high - low >= 2 else { return (start..<end, false) }
    let inner = (low + 1)..<(high - 1)
    return (inner, bytes[inner].contains(CSVByte.quote))
  }

  /// The field's text.
  func text(in bytes: UnsafeRawBufferPointer) -> String {
    let (range, hasDoubledQuotes) = content(in: bytes)
    let raw = UnsafeRawBufferPointer(rebasing: bytes[range])
    guard hasDoubledQuotes else { return String(decoding: raw, as: UTF8.self) }
    return String(decoding: Self.undoubled(raw), as: UTF8.self)
  }

  /// Each pair of quotes as one.
  static func undoubled(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var isSecond = false
    for byte in bytes {
      if byte == CSVByte.quote, isSecond {
        isSecond = false
        continue
      }
      isSecond = byte == CSVByte.quote
      text.append(byte)
    }
    return text
  }
}
