/// Finds keys that a mapping has twice, byte for byte.
///
/// The work is in proportion to the mapping, whatever its keys: many keys go through a table under the
/// standard library's hash, which is seeded anew in each process, so that no file can make it slow.
struct KeyCheck {
  private var keys: [Int] = []
  private var marks: [UInt64] = []
  private var table: [UInt32] = []

  /// The pairs of equal keys of a mapping that is closed: entry of the first, entry of a later one.
  mutating func duplicates(
    in mapping: Int, of tape: borrowing Tape, source: UnsafeBufferPointer<UInt8>
  ) -> [(first: Int, later: Int)] {
    keys.removeAll(keepingCapacity: true)
    var index = mapping + 1
    let end = mapping + tape.entries[mapping].span
    while index < end {
      keys.append(index)
      index += 1
      index += tape.entries[index].span
    }
    guard keys.count > 1 else { return [] }
    return keys.count <= 16 ? compareAll(tape, source) : compareHashed(tape, source)
  }

  private mutating func compareAll(
    _ tape: borrowing Tape, _ source: UnsafeBufferPointer<UInt8>
  ) -> [(first: Int, later: Int)] {
    marks.removeAll(keepingCapacity: true)
    var found: [(first: Int, later: Int)] = []
    for key in keys {
      let mark = tape.withText(of: key, in: source, Self.mark)
      for (position, other) in marks.enumerated() where other == mark {
        guard Self.areEqual(keys[position], key, tape, source) else { continue }
        found.append((keys[position], key))
        break
      }
      marks.append(mark)
    }
    return found
  }

  private mutating func compareHashed(
    _ tape: borrowing Tape, _ source: UnsafeBufferPointer<UInt8>
  ) -> [(first: Int, later: Int)] {
    var size = 64
    while size < keys.count * 2 { size *= 2 }
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(UInt32.max, count: size))
    var found: [(first: Int, later: Int)] = []
    for key in keys {
      var slot = tape.withText(of: key, in: source) { text in
        var hasher = Hasher()
        hasher.combine(bytes: text)
        return hasher.finalize()
      }
      slot &= size - 1
      while table[slot] != .max, !Self.areEqual(Int(table[slot]), key, tape, source) {
        slot = (slot + 1) & (size - 1)
      }
      if table[slot] == .max {
        table[slot] = UInt32(truncatingIfNeeded: key)
      } else {
        found.append((Int(table[slot]), key))
      }
    }
    return found
  }

  /// Equal for equal texts, and nearly always different for different ones: length, start and end.
  private static func mark(of text: UnsafeRawBufferPointer) -> UInt64 {
    let count = text.count
    if count >= 8 {
      let start = text.loadUnaligned(as: UInt64.self)
      let end = text.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      return start ^ (end << 7 | end >> 57) ^ UInt64(truncatingIfNeeded: count) << 56
    }
    var mark = UInt64(truncatingIfNeeded: count)
    for byte in text { mark = mark << 8 | UInt64(byte) }
    return mark
  }

  private static func areEqual(
    _ a: Int, _ b: Int, _ tape: borrowing Tape, _ source: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    tape.withText(of: a, in: source) { first in
      tape.withText(of: b, in: source) { second in
        first.count == second.count && first.elementsEqual(second)
      }
    }
  }
}
