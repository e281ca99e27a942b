/// A number for the text of each row, to find equal ones without keeping the texts; zero where there is none.
///
/// Equal texts have equal numbers. Two that differ nearly never do, so that whoever finds equal numbers looks at
/// the texts themselves.
struct KeyBuilder: ColumnBuilder {
  private let column: Int
  /// Whether case, accents, blanks and punctuation do not count; else cells are ids, compared as `RecordID` does.
  let isPlain: Bool
  private var keys: [UInt64] = []
  private var damaged = BadCells()

  init(column: Int, isPlain: Bool) {
    self.column = column
    self.isPlain = isPlain
  }

  mutating func add(_ cells: ColumnCells) {
    let isPlain = isPlain
    let before = keys.count
    var plain = PlainText()
    var damaged: [Int] = []
    keys.extend(by: cells.count, of: 0) { room in
      var row = 0
      cells.forEach { bytes in
        if !Table.isMissing(bytes) {
          let word = Table.trimmed(bytes)
          room[row] = isPlain ? plain.hash(of: word) : TextHash.of(RecordID.plain(word))
          if !isPlain, RecordID.isDamaged(word) { damaged.append(before + row) }
        }
        row += 1
      }
    }
    for row in damaged { self.damaged.add(row) }
  }

  mutating func clear() { keys.removeAll(keepingCapacity: true) }

  mutating func append(_ next: any ColumnBuilder) {
    guard let next = next as? KeyBuilder else { return }
    damaged.append(next.damaged, rows: keys.count)
    keys += next.keys
  }

  func outcome(in table: Table) -> ColumnOutcome {
    let problems = damaged.refused(column, of: table, "csv.damaged-id") { _ in
      ("an id is wanted, and this is what a spreadsheet made of one", RecordID.wayOut)
    }
    return problems.map { .wrong($0) } ?? .kept(.keys(keys))
  }
}

/// The number of a text as `plainKey` writes it, by its bytes where they are ASCII.
struct PlainText {
  private var letters = [UInt8](repeating: 0, count: 64)
  private let classes = Self.classes

  mutating func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    // '&' becomes three letters, all else at most one.
    if letters.count < bytes.count * 3 + 1 { letters = [UInt8](repeating: 0, count: bytes.count * 3 + 1) }
    var count = 0
    let classes = classes
    let isPlain = letters.withUnsafeMutableBufferPointer { room in
      classes.withUnsafeBufferPointer { classes in
        for byte in bytes {
          let letter = classes[Int(byte)]
          guard letter != 1 else { return false }
          // One that does not count is written over by the next.
          room[count] = letter
          count += letter > 1 ? 1 : 0
        }
        return true
      }
    }
    guard isPlain else {
      var text = Array(plainKey(String(decoding: bytes, as: UTF8.self)).utf8)
      return text.withUnsafeMutableBufferPointer { TextHash.of(UnsafeBufferPointer($0)) }
    }
    return letters.withUnsafeBufferPointer { TextHash.of(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  /// For each byte the small letter or digit that it counts as, 0 for one that does not count, and 1 for one that
  /// only the full rules know: `&` and what is not ASCII.
  private static let classes: [UInt8] = (0..<256).map { value in
    switch UInt8(value) {
    case 0x30...0x39, 0x61...0x7A: UInt8(value)
    case 0x41...0x5A: UInt8(value) | 0x20
    case UInt8(ascii: "&"), 0x80...0xFF: 1
    default: 0
    }
  }
}
