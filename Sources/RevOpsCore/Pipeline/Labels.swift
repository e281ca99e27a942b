/// A column of words: each distinct word once, and a number for every row.
///
/// Words are told apart by their bytes alone. Names stand in the order in which they come up.
struct Labels: Hashable, Sendable {
  /// The number of a row without a word.
  static let missing: Int32 = -1

  /// The distinct words.
  private(set) var names: [String] = []
  /// One for each row: the index of its word in `names`, or `missing`.
  private(set) var codes: [Int32] = []
  /// The row in which each word comes up first.
  private(set) var firstRows: [Int] = []

  /// The word of a row, or nil where it has none.
  subscript(row: Int) -> String? {
    guard codes.indices.contains(row), names.indices.contains(Int(codes[row])) else { return nil }
    return names[Int(codes[row])]
  }

  /// How many rows have a word.
  var filled: Int { codes.count { $0 != Self.missing } }
}

extension DataTable {
  /// A column of words by our name or the file's, one for each row that counts; nil where the file has none.
  func labels(_ column: String) -> Labels? {
    guard let index = mapping[column] ?? table.column(named: column) else { return nil }
    var interner = Interner()
    var numbers = [Int32](repeating: Labels.missing, count: table.rowCount)
    table.forEachCell(of: index) { row, bytes in
      if !Table.isMissing(bytes) { numbers[row] = interner.number(of: bytes) }
    }
    return Labels(rows.lazy.map { numbers[$0] }, words: interner.words)
  }
}

extension Labels {
  /// Keeps the words that the rows use, in the order in which they use them.
  fileprivate init(_ numbers: some Sequence<Int32>, words: [[UInt8]]) {
    var renumbered = [Int32](repeating: Labels.missing, count: words.count)
    for (row, number) in numbers.enumerated() {
      guard number != Labels.missing else {
        codes.append(Labels.missing)
        continue
      }
      if renumbered[Int(number)] == Labels.missing {
        renumbered[Int(number)] = Int32(names.count)
        names.append(String(decoding: words[Int(number)], as: UTF8.self))
        firstRows.append(row)
      }
      codes.append(renumbered[Int(number)])
    }
  }
}

/// Gives each distinct word a number, without making a string of every cell.
private struct Interner {
  private(set) var words: [[UInt8]] = []
  private var hashes: [UInt64] = []
  /// Open addressing: one more than the number of the word, or 0.
  private var slots = [Int32](repeating: 0, count: 64)

  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, words[number].elementsEqual(bytes) { return Int32(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    words.append(Array(bytes))
    hashes.append(hash)
    slots[slot] = Int32(words.count)
    if words.count * 2 > slots.count { grow() }
    return Int32(words.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  /// FNV-1a with its high bits folded into the low ones, which choose the slot.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}
