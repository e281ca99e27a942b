/// Which byte stands between the fields of a file that does not say.
enum CSVSeparator {
  /// What exports use, the likeliest first.
  static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]

  /// How a separator is called in messages and notes.
  static func name(_ separator: UInt8) -> String {
    switch separator {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case 0x09: "tab"
    case UInt8(ascii: "|"): "pipe"
    default: "'\(Unicode.Scalar(separator))'"
    }
  }

  /// The separator that the first record speaks for: it cuts it and most of the next ones alike.
  ///
  /// Of several the one that most records agree on, then the one with more fields, then the likelier one. A
  /// first record that none of them cuts is a table of one column, read as one of commas.
  static func ofFirstRecord(in bytes: [UInt8]) -> UInt8 {
    best(in: bytes, isWhole: true) { counts in counts.first ?? 0 } ?? candidates[0]
  }

  /// The separator that gives most of the first records the same number of fields, wherever the table starts.
  ///
  /// Nil where the bytes are only the beginning of a file and too few to tell.
  static func ofMostRecords(in bytes: [UInt8], isWhole: Bool = true) -> UInt8? {
    best(in: bytes, isWhole: isWhole) { counts in
      let tally = Dictionary(counts.filter { $0 > 1 }.map { ($0, 1) }, uniquingKeysWith: +)
      return tally.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }
  }

  /// The separator of a first line such as `sep=;`, as Excel writes and reads it, and the length of the line.
  static func declared(in bytes: [UInt8]) -> (separator: UInt8, length: Int)? {
    guard bytes.count >= 5, beginsDeclaration(bytes) else { return nil }
    var end = 5
    guard bytes[4] != CSVByte.cr, bytes[4] != CSVByte.lf else { return nil }
    guard end < bytes.count else { return (bytes[4], end) }
    if bytes[end] == CSVByte.cr { end += 1 }
    if end < bytes.count, bytes[end] == CSVByte.lf { end += 1 }
    return end > 5 ? (bytes[4], end) : nil
  }

  /// Whether text begins with `sep=`, in any case.
  static func beginsDeclaration(_ text: some Sequence<UInt8>) -> Bool {
    text.prefix(4).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }.elementsEqual("sep=".utf8)
  }

  private static func best(in bytes: [UInt8], isWhole: Bool, width: ([Int]) -> Int) -> UInt8? {
    var best: (separator: UInt8, agreeing: Int, width: Int) = (candidates[0], 0, 0)
    for separator in candidates {
      guard let counts = fieldCounts(in: bytes, isWhole: isWhole, separator: separator) else { return nil }
      let width = width(counts)
      guard width > 1 else { continue }
      let agreeing = counts.count { $0 == width } * 1000 / counts.count
      if (agreeing, width) > (best.agreeing, best.width) { best = (separator, agreeing, width) }
    }
    return best.separator
  }

  /// How many fields each of the first 50 records has; none where the quotes do not fit this separator, nil where
  /// so many records are not there yet.
  private static func fieldCounts(in bytes: [UInt8], isWhole: Bool, separator: UInt8) -> [Int]? {
    var scanner = CSVScanner(separator: separator, allowsSpaceBeforeQuotes: true)
    var batch = CSVBatch()
    var size = 1 << 14
    while true {
      let isAll = size >= bytes.count
      let isLast = isAll && isWhole
      let used: Int? = bytes.withUnsafeBytes { all in
        try? scanner.scan(UnsafeRawBufferPointer(rebasing: all.prefix(size)), isLast: isLast, into: &batch)
      }
      if used == nil { return [] }
      if isLast || batch.records.count >= 50 { break }
      if isAll { return nil }
      scanner = CSVScanner(separator: separator, allowsSpaceBeforeQuotes: true)
      size *= 8
    }
    return batch.records.indices.prefix(50).map { batch.fields(of: $0).count }
  }
}
