/// Tells the header of an export from the titles above it, and its rows from the totals below.
struct TableLayout {
  /// A record: its cells, and the line on which it starts.
  struct Record {
    var cells: [[UInt8]]
    var line: Int
  }

  /// Records above the header that are looked through.
  private static let preambleLimit = 20
  /// Records by which it is told how many cells are usual.
  static let sample = 50

  /// The record that names the columns, among the first ones of a file.
  ///
  /// The first of 21 that fills at least three of four columns, columns being as many as most records have
  /// cells; else the first that fills half of them, since a header may leave names out; else the first of all. Where
  /// that one holds an amount or a day, rows may have more cells than the header: then the first of words before it.
  static func header(of records: [Record], onLine line: Int?) -> Int? {
    if let line { return records.firstIndex { $0.line == line } }
    guard !records.isEmpty else { return nil }
    let width = usualWidth(of: records)
    guard width > 1 else { return 0 }
    let candidates = 0..<min(records.count, preambleLimit + 1)
    let filled = candidates.map { index in
      records[index].cells.count { !HeaderName.trimmed(String(decoding: $0, as: UTF8.self)).isEmpty }
    }
    let header =
      candidates.first { filled[$0] >= 2 && filled[$0] * 4 >= width * 3 }
      ?? candidates.first { filled[$0] >= 2 && filled[$0] * 2 >= width } ?? 0
    guard !isNames(records[header].cells) else { return header }
    return candidates.first { $0 < header && filled[$0] >= 2 && isNames(records[$0].cells) } ?? header
  }

  /// The number of cells that most of the first records have.
  private static func usualWidth(of records: [Record]) -> Int {
    var tally: [Int: Int] = [:]
    for record in records.prefix(sample) { tally[record.cells.count, default: 0] += 1 }
    return tally.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// Cells of a row from which on one that is filled alone makes no record: in a narrower table it may be one with
  /// little to say.
  private static let wide = 5

  /// Whether a record is a total or a notice: known words, one sentence alone, or one cell alone in a wide table.
  ///
  /// One that begins with such words is a row all the same if it fills three of four cells that rows do, and one of
  /// them with other words: a customer may be called Total.
  ///
  /// - Parameters:
  ///   - cells: Its cells.
  ///   - width: How many columns the table has.
  ///   - usual: How many cells the rows above it fill.
  /// - Returns: Whether it is no row.
  static func isFooter(_ cells: [[UInt8]], width: Int, usual: @autoclosure () -> Int) -> Bool {
    let filled = filled(cells)
    guard let first = filled.first else { return false }
    let words = words(first)
    if totals.contains(words) || openings.contains(where: { words.hasPrefix($0) }) {
      return filled.count * 4 < usual() * 3 || filled.dropFirst().allSatisfy(isOfTotals)
    }
    // One word alone may be the id of a record that was cut off; in a wide table that is told.
    return filled.count == 1 && width > 2 && (words.contains(" ") || width >= wide)
  }

  /// Whether a record that is taken for a notice may be one that was cut off: nothing but one word.
  static func mayBeCutOff(_ cells: [[UInt8]]) -> Bool {
    let filled = filled(cells)
    guard filled.count == 1, let only = filled.first else { return false }
    let words = words(only)
    return !words.contains(" ") && !totals.contains(words)
  }

  /// The cells of a record that hold something.
  static func filled(_ cells: [[UInt8]]) -> [[UInt8]] { cells.filter { !Table.isMissing($0) } }

  private static func words(_ cell: [UInt8]) -> String {
    String(decoding: Table.trimmed(cell), as: UTF8.self).lowercased()
  }

  /// Whether a cell may stand in a row of totals: a number, or a word for what was done with them.
  private static func isOfTotals(_ cell: [UInt8]) -> Bool {
    cell.contains { 0x30...0x39 ~= $0 } || totals.contains(words(cell))
      || ["count", "average", "avg"].contains(words(cell))
  }

  /// The first cell of a header that names nothing: an amount or a day like the cell below it.
  ///
  /// Years and the numbers of days, months and quarters are names that reports have.
  static func data(in header: [[UInt8]], above row: [[UInt8]]) -> Int? {
    zip(header, row).map { (Sort(of: $0), Sort(of: $1)) }.firstIndex { $0 != nil && $0 == $1 }
  }

  /// Whether no cell of a header is an amount or a day.
  static func isNames(_ header: [[UInt8]]) -> Bool { header.allSatisfy { Sort(of: $0) == nil } }

  /// What a cell holds that is no name.
  private enum Sort {
    case amount, day

    init?(of cell: [UInt8]) {
      let sort: Sort? = cell.withUnsafeBufferPointer { bytes in
        let style = NumberStyle(allowsExportForms: true)
        guard let amount = try? CellAmount(bytes, home: .usd, style: style) else {
          return TableDate(bytes).map { _ in .day }
        }
        let units = amount.minorUnits / 100
        return 0...31 ~= units || 1900...2100 ~= units ? nil : .amount
      }
      guard let sort else { return nil }
      self = sort
    }
  }

  private static let totals: Set<String> = ["total", "total:", "totals", "subtotal", "subtotal:", "sum"]
  private static let openings = [
    "grand total", "copyright (c)", "copyright ©", "confidential information", "generated by:",
  ]
}

extension Table {
  /// The bytes of a cell without the blanks and other invisible characters around them, as `HeaderName.trimmed` has it.
  @inline(__always)
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = bytes.first, let last = bytes.last else { return bytes }
    // Nearly all cells begin and end in ASCII that is seen.
    if 0x21...0x7E ~= first, 0x21...0x7E ~= last { return bytes }
    return UnsafeBufferPointer(rebasing: bytes[seen(of: bytes)])
  }

  /// The same of the bytes of a cell by themselves.
  static func trimmed(_ cell: [UInt8]) -> [UInt8] {
    cell.withUnsafeBufferPointer { Array(trimmed($0)) }
  }

  @inline(never)
  private static func seen(of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    func isInside(_ at: Int) -> Bool { bytes[at] & 0xC0 == 0x80 }
    var (start, end) = (0, bytes.count)
    while start < end, isInvisible(bytes, at: start) {
      start += 1
      while start < end, isInside(start) { start += 1 }
    }
    while start < end {
      var last = end - 1
      while last > start, isInside(last) { last -= 1 }
      guard isInvisible(bytes, at: last) else { break }
      end = last
    }
    return start..<end
  }

  /// Whether the character that begins at an offset is one that nobody sees.
  private static func isInvisible(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Bool {
    func bits(_ offset: Int) -> UInt32 { UInt32(bytes[at + offset] & 0x3F) }
    let scalar: UInt32
    switch bytes[at] {
    case ..<0x80: scalar = UInt32(bytes[at])
    case 0xC0..<0xE0 where at + 1 < bytes.count: scalar = bits(0) << 6 & 0x7C0 | bits(1)
    case 0xE0..<0xF0 where at + 2 < bytes.count: scalar = (bits(0) & 0xF) << 12 | bits(1) << 6 | bits(2)
    default: return false
    }
    return Unicode.Scalar(scalar).map(HeaderName.isInvisible) ?? false
  }

  /// Whether the bytes of a cell say that there is no value.
  @inline(__always)
  static func isMissing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    // Most cells begin with a letter or a digit, as none of those words but two does.
    if 0x30...0x7A ~= first, first | 0x20 != UInt8(ascii: "n") { return false }
    return isMissingWord(trimmed(bytes))
  }

  @inline(never)
  private static func isMissingWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first else { return true }
    switch first {
    case UInt8(ascii: "-"), 0xE2, UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: "n"), UInt8(ascii: "N"):
      guard word.count <= 4 || (first == UInt8(ascii: "(") && word.count <= 12) else { return false }
      return missingWords.contains(word.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 })
    default:
      return false
    }
  }

  /// Whether the bytes of a cell by themselves say that there is no value.
  static func isMissing(_ cell: some Collection<UInt8>) -> Bool {
    Array(cell).withUnsafeBufferPointer { isMissing($0) }
  }

  private static let missingWords: Set<[UInt8]> = Set(
    ["-", "--", "—", "n/a", "#n/a", "null", "(no value)"].map { Array($0.utf8) })
}
