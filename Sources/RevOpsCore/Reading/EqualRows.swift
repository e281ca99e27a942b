/// Finds rows with equal texts by the numbers of their texts.
struct EqualRows {
  /// Open addressing: one more than the row, or 0.
  private var slots: [Int32]

  init(capacity: Int) {
    var size = 16
    while size < capacity + capacity / 2 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
  }

  /// The row before that has the same text; nil for a new text, whose row is kept.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - keys: The number of each row's text.
  ///   - equal: Whether the texts themselves are equal, asked where the numbers are.
  /// - Returns: That row, or nil.
  @inline(__always)
  mutating func add(_ row: Int, _ keys: [UInt64], equal: (Int, Int) -> Bool) -> Int? {
    var slot = Int(truncatingIfNeeded: keys[row]) & (slots.count - 1)
    while slots[slot] != 0 {
      let other = Int(slots[slot]) - 1
      if keys[other] == keys[row], equal(other, row) { return other }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: row + 1)
    return nil
  }

  /// Every row whose text an earlier row has, with the first of them, in the order of the rows; hands share the numbers.
  ///
  /// - Parameters:
  ///   - keys: The number of each row's text; 0 for a row that is not asked of.
  ///   - machine: Who helps.
  ///   - equal: Whether the texts themselves are equal, asked where the numbers are.
  /// - Returns: The rows.
  static func pairs(
    among keys: [UInt64], _ machine: Machine, equal: @Sendable (Int, Int) -> Bool
  ) -> [(row: Int, first: Int)] {
    let parts = keys.count < 1 << 15 ? 1 : machine.hands
    let results = machine.map(parts) { part in
      func isMine(_ key: UInt64) -> Bool {
        key != 0 && (Int(truncatingIfNeeded: key >> 40) &* parts) >> 24 == part
      }
      var known = EqualRows(capacity: keys.count(where: isMine))
      var pairs: [(row: Int, first: Int)] = []
      for row in keys.indices where isMine(keys[row]) {
        if let first = known.add(row, keys, equal: equal) { pairs.append((row, first)) }
      }
      return pairs
    }
    guard parts > 1 else { return results[0] }
    return results.flatMap(\.self).sorted { $0.row < $1.row }
  }
}
