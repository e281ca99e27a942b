/// A column of words as a file has it: each distinct word once, and a number for every row.
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

  mutating func add(_ cells: ColumnCells) {
    column.codes.reserveMore(cells.count)
    cells.forEach { bytes in
      guard !Table.isMissing(bytes) else {
        column.codes.append(LabelColumn.missing)
        return
      }
      let number = column.words.number(of: bytes)
      if Int(number) == column.firstRows.count { column.firstRows.append(Int32(column.codes.count)) }
      column.codes.append(number)
    }
  }

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

/// Distinct words, each with a number, without a string for any of them.
struct Words: Sendable {
  private var letters: [UInt8] = []
  /// One past the last byte of each word.
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Open addressing: one more than the number of the word beside half of its hash, or 0.
  private var slots = [UInt64](repeating: 0, count: 64)

  /// How many words there are.
  var count: Int { ends.count }

  /// The word of a number.
  func text(_ number: Int) -> String { withBytes(of: number) { String(decoding: $0, as: UTF8.self) } }

  /// Looks at the bytes of a word.
  func withBytes<Value>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    let start = number == 0 ? 0 : ends[number - 1]
    return letters.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[number]])) }
  }

  /// The number of a word, which is a new one for a new word.
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = TextHash.of(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while true {
      let found = slots[slot]
      guard found != 0 else { break }
      // The half of the hash that stands here saves looking at most words that differ.
      if found >> 32 == hash >> 32 {
        let number = Int(found & 0xFFFF_FFFF) - 1
        if equals(number, bytes) { return Int32(truncatingIfNeeded: number) }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    letters.append(contentsOf: bytes)
    ends.append(letters.count)
    hashes.append(hash)
    slots[slot] = Self.entry(hash, ends.count - 1)
    if ends.count * 2 > slots.count { grow() }
    return Int32(truncatingIfNeeded: ends.count - 1)
  }

  @inline(__always)
  private func equals(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == bytes.count else { return false }
    return letters.withUnsafeBufferPointer { TextHash.areEqual($0, from: start, bytes) }
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Self.entry(hash, number)
    }
  }

  private static func entry(_ hash: UInt64, _ number: Int) -> UInt64 {
    (hash & 0xFFFF_FFFF_0000_0000) | UInt64(truncatingIfNeeded: number + 1)
  }
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
    var hash = UInt64(truncatingIfNeeded: bytes.count) ^ first
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
  private static func short(_ raw: UnsafeRawPointer, _ count: Int) -> UInt64 {
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
