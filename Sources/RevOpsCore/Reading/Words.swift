/// Distinct words, each with a number, without a string for any of them.
struct Words: Sendable {
  private var letters: [UInt8] = []
  /// One past the last byte of each word.
  private var ends: [Int] = []
  /// Open addressing.
  private var slots = [Slot](repeating: Slot(), count: 64)

  /// A word in the table, by what tells it from others: for certain up to 24 bytes, nearly always beyond.
  fileprivate struct Slot {
    /// Its first eight bytes, or all of them.
    var head: UInt64 = 0
    /// The bytes between the first and the last eight; beyond 24 bytes a number made of all of them.
    var middle: UInt64 = 0
    /// Its last eight bytes.
    var tail: UInt64 = 0
    /// How many there are.
    var count: UInt32 = 0
    /// One more than its number; 0 where no word is.
    var place: UInt32 = 0
  }

  /// How many words there are.
  var count: Int { ends.count }

  /// The word of a number.
  func text(_ number: Int) -> String { withBytes(of: number) { String(decoding: $0, as: UTF8.self) } }

  /// All words by their numbers.
  var texts: [String] { (0..<count).map(text) }

  /// Looks at the bytes of a word.
  func withBytes<Value>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    let start = number == 0 ? 0 : ends[number - 1]
    return letters.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[number]])) }
  }

  /// The number of a word, which is a new one for a new word.
  @inline(__always)
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let word = Slot(bytes)
    var slot = word.place(among: slots.count)
    while slots[slot].place != 0 {
      if slots[slot].isAlike(word) {
        let number = Int(slots[slot].place) - 1
        if bytes.count <= 24 || equals(number, bytes) { return Int32(truncatingIfNeeded: number) }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(bytes, word, in: slot)
  }

  @inline(never)
  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ word: Slot, in slot: Int) -> Int32 {
    letters.append(contentsOf: bytes)
    ends.append(letters.count)
    slots[slot] = word
    slots[slot].place = UInt32(truncatingIfNeeded: ends.count)
    if ends.count * 2 > slots.count { grow() }
    return Int32(truncatingIfNeeded: ends.count - 1)
  }

  @inline(never)
  private func equals(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == bytes.count else { return false }
    return letters.withUnsafeBufferPointer { TextHash.areEqual($0, from: start, bytes) }
  }

  private mutating func grow() {
    let before = slots
    slots = [Slot](repeating: Slot(), count: before.count * 2)
    for entry in before where entry.place != 0 {
      var slot = entry.place(among: slots.count)
      while slots[slot].place != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}

extension Words.Slot {
  @inline(__always)
  fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = UInt32(truncatingIfNeeded: bytes.count)
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    let raw = UnsafeRawPointer(base)
    guard bytes.count >= 8 else {
      head = TextHash.short(raw, bytes.count)
      return
    }
    head = raw.loadUnaligned(as: UInt64.self)
    tail = raw.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    if bytes.count > 24 {
      middle = TextHash.of(bytes)
    } else if bytes.count > 16 {
      middle = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    }
  }

  /// Whether the words are one, as far as this tells.
  @inline(__always)
  fileprivate func isAlike(_ other: Self) -> Bool {
    head == other.head && count == other.count && tail == other.tail && middle == other.middle
  }

  /// Where to look first in a table of a size that is a power of two.
  @inline(__always)
  fileprivate func place(among size: Int) -> Int {
    let front = head ^ UInt64(count) ^ (middle << 23 | middle >> 41)
    return Int(truncatingIfNeeded: TextHash.mixed(front, tail ^ 0x9E37_79B9_7F4A_7C15)) & (size - 1)
  }
}
