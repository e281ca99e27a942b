/// A document in the making: what the YAML and the JSON reader both write to.
struct Tape {
  /// How many levels deep values may be nested.
  ///
  /// Far more than a person writes, and few enough for code that walks a tree by recursion on the half
  /// megabyte of stack that a secondary thread may have.
  static let depthLimit = 512

  /// How many keys that stand twice are told apart; a file with more has one cause.
  static let duplicateLimit = 20

  private(set) var entries: [Document.Entry] = []
  private(set) var decoded: [UInt8] = []

  /// Makes room for the values of a file of so many bytes; what is not used costs no memory.
  init(byteCount: Int) {
    entries.reserveCapacity(byteCount / 4 + 8)
  }

  /// Takes a scalar whose text stands in the source.
  mutating func append(_ kind: Node.Kind, _ range: Range<Int>, quoted: Bool = false) {
    entries.append(
      Document.Entry(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        length: UInt32(truncatingIfNeeded: range.count), extra: 0,
        kind: kind, form: quoted ? .quoted : .plain, source: 0))
  }

  /// Takes a scalar whose text is what was decoded since `beginText`.
  mutating func append(_ kind: Node.Kind, _ range: Range<Int>, textAt start: Int) {
    let count = decoded.count - start - 4
    for index in 0..<4 { decoded[start + index] = UInt8(truncatingIfNeeded: count >> (8 * index)) }
    entries.append(
      Document.Entry(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        length: UInt32(truncatingIfNeeded: range.count),
        extra: UInt32(truncatingIfNeeded: start), kind: kind, form: .decoded, source: 0))
  }

  /// Begins a decoded text and says where.
  mutating func beginText() -> Int {
    let start = decoded.count
    decoded.append(contentsOf: repeatElement(0, count: 4))
    return start
  }

  /// Where the text begun last ends as yet.
  var textEnd: Int { decoded.count }

  /// Drops what the text begun last has beyond an earlier end.
  mutating func cutText(to end: Int) { decoded.removeLast(decoded.count - end) }

  /// Adds one byte to the text begun last.
  mutating func addText(_ byte: UInt8) { decoded.append(byte) }

  /// Adds bytes to the text begun last.
  mutating func addText(_ bytes: some Sequence<UInt8>) { decoded.append(contentsOf: bytes) }

  /// Begins a collection and says where; `close` tells how much belongs to it.
  mutating func open(_ kind: Node.Kind, at start: Int) -> Int {
    entries.append(
      Document.Entry(
        start: UInt32(truncatingIfNeeded: start), length: 0, extra: 1, kind: kind, form: .plain, source: 0))
    return entries.count - 1
  }

  /// Ends a collection with the byte after it.
  mutating func close(_ index: Int, end: Int) {
    entries[index].extra = UInt32(truncatingIfNeeded: entries.count - index)
    entries[index].length = UInt32(truncatingIfNeeded: end - Int(entries[index].start))
  }

  /// Takes the values of an entry once more at the end, as an alias asks.
  mutating func repeatValue(at index: Int) {
    let span = entries[index].span
    for offset in 0..<span { entries.append(entries[index + offset]) }
  }

  /// How many bytes the texts of a value have.
  func textSize(of index: Int) -> Int {
    var size = 0
    for entry in entries[index..<(index + entries[index].span)]
    where entry.kind != .sequence && entry.kind != .mapping {
      size += entry.form == .decoded ? decodedCount(at: Int(entry.extra)) : Int(entry.length)
    }
    return size
  }

  private func decodedCount(at start: Int) -> Int {
    decoded.withUnsafeBytes { bytes in
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
    }
  }

  /// How many levels a value has: 1 for a scalar.
  func depth(of index: Int) -> Int {
    var ends: [Int] = []
    var deepest = 1
    for current in index..<(index + entries[index].span) {
      while let end = ends.last, end <= current { ends.removeLast() }
      ends.append(current + entries[current].span)
      deepest = max(deepest, ends.count)
    }
    return deepest
  }

  /// The text of a scalar, given the source it was read from.
  func withText<Result>(
    of index: Int, in source: UnsafeBufferPointer<UInt8>, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let entry = entries[index]
    let start = Int(entry.start)
    let end = start + Int(entry.length)
    switch entry.form {
    case .plain: return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(source)[start..<end]))
    case .quoted:
      return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(source)[(start + 1)..<(end - 1)]))
    case .decoded:
      let text = Int(entry.extra)
      return decoded.withUnsafeBytes { bytes in
        let count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: text, as: UInt32.self)))
        return body(UnsafeRawBufferPointer(rebasing: bytes[(text + 4)..<(text + 4 + count)]))
      }
    }
  }
}
