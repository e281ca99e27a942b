/// A column of words as a file has it, without blanks around them: each distinct word once, and a number for every row.
struct LabelColumn: Sendable {
  /// What stands for a row without a word.
  static let missing: Int32 = -1
  /// The distinct words in the order in which they come up.
  fileprivate(set) var words = Words()
  /// One for each row: the number of its word, or `missing`.
  fileprivate(set) var codes: [Int32] = []
  /// The row in which each word comes up first.
  fileprivate(set) var firstRows: [Int32] = []
}

struct LabelBuilder: ColumnBuilder {
  private var column = LabelColumn()

  /// The words so far.
  var words: Words { column.words }

  mutating func add(_ cells: ColumnCells) {
    var row = Int32(truncatingIfNeeded: column.codes.count)
    var codes = column.codes
    column.codes = []
    codes.extend(by: cells.count, of: LabelColumn.missing) { room in
      var place = 0
      cells.forEach { bytes in
        if !Table.isMissing(bytes) {
          let number = column.words.number(of: Table.trimmed(bytes))
          if Int(number) == column.firstRows.count { column.firstRows.append(row) }
          room[place] = number
        }
        place += 1
        row += 1
      }
    }
    column.codes = codes
  }

  mutating func clear() { column.codes.removeAll(keepingCapacity: true) }

  mutating func append(_ next: any ColumnBuilder) {
    guard let next = (next as? LabelBuilder)?.column else { return }
    let before = Int32(column.codes.count)
    let numbers = next.firstRows.indices.map { index in
      let number = next.words.withBytes(of: index) { column.words.number(of: $0) }
      if Int(number) == column.firstRows.count { column.firstRows.append(before + next.firstRows[index]) }
      return number
    }
    column.codes.reserveMore(next.codes.count)
    for code in next.codes { column.codes.append(code == LabelColumn.missing ? code : numbers[Int(code)]) }
  }

  func outcome(in table: Table) -> ColumnOutcome { .kept(.labels(column)) }
}

/// A number of 64 bits for a text, eight bytes a step.
///
/// Products of two words whose halves are folded together, in the manner of Wang Yi's wyhash.
enum TextHash {
  private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let second: UInt64 = 0xBF58_476D_1CE4_E5B9

  @inline(__always)
  static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// The number of a text.
  @inline(__always)
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return mixed(first, second) }
    let raw = UnsafeRawPointer(base)
    // The length is spread over the word, since `20` and `300` differ in their first bytes by as much as in their lengths.
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* second ^ first
    var at = 0
    while bytes.count - at > 8 {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self), second)
      at += 8
    }
    let tail =
      bytes.count >= 8
      ? raw.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self) : short(raw, bytes.count)
    return mixed(hash ^ tail, first)
  }

  /// The number of a string.
  static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { of($0) }
  }

  /// One to seven bytes as a word.
  @inline(__always)
  static func short(_ raw: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let low = UInt64(raw.loadUnaligned(as: UInt32.self))
      return low | UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) << 32
    }
    let low = UInt64(raw.load(as: UInt8.self))
    let middle = UInt64(raw.load(fromByteOffset: count / 2, as: UInt8.self))
    return low | middle << 8 | UInt64(raw.load(fromByteOffset: count - 1, as: UInt8.self)) << 16
  }

  /// Whether a text stands in other bytes from an offset on; the other bytes reach that far.
  @inline(__always)
  static func areEqual(
    _ other: UnsafeBufferPointer<UInt8>, from start: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let a = other.baseAddress, let b = bytes.baseAddress else { return bytes.isEmpty }
    let (left, right) = (UnsafeRawPointer(a + start), UnsafeRawPointer(b))
    var at = 0
    while at + 8 <= bytes.count {
      guard
        left.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          == right.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      else { return false }
      at += 8
    }
    while at < bytes.count {
      guard left.load(fromByteOffset: at, as: UInt8.self) == right.load(fromByteOffset: at, as: UInt8.self)
      else { return false }
      at += 1
    }
    return true
  }
}
