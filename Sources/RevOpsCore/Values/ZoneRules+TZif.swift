extension ZoneRules {
  /// Reads the bytes of a compiled zone file; nil for anything else.
  ///
  /// Source: RFC 8536, The Time Zone Information Format. Of a file with both a 32-bit and a 64-bit
  /// block the second is read, and the rule behind it.
  public init?(tzif bytes: [UInt8]) {
    var reader = ByteReader(bytes: bytes)
    guard let first = ZoneHeader(&reader) else { return nil }
    guard first.version >= UInt8(ascii: "2") else {
      self.init(&reader, first, timeSize: 4, rule: nil)
      return
    }
    guard reader.skip(first.blockSize(timeSize: 4)), let second = ZoneHeader(&reader) else { return nil }
    let footer = bytes.dropFirst(reader.position + second.blockSize(timeSize: 8))
    self.init(&reader, second, timeSize: 8, rule: PosixZone(footer: footer))
  }

  /// Reads one block.
  private init?(_ reader: inout ByteReader, _ header: ZoneHeader, timeSize: Int, rule: PosixZone?) {
    var changes: [Int] = []
    for _ in 0..<header.changes {
      guard let time = reader.integer(bytes: timeSize), time > changes.last ?? .min else { return nil }
      changes.append(time)
    }
    guard let indices = reader.take(header.changes), let types = reader.take(header.types * 6) else {
      return nil
    }
    var all: [Int] = []
    for type in 0..<header.types {
      var record = ByteReader(bytes: Array(types.dropFirst(type * 6).prefix(6)))
      guard let offset = record.integer(bytes: 4), abs(offset) < 172_800 else { return nil }
      all.append(offset)
    }
    guard let firstOffset = all.first, indices.allSatisfy({ Int($0) < all.count }) else { return nil }
    self.init(changes: changes, offsets: indices.map { all[Int($0)] }, firstOffset: firstOffset, rule: rule)
  }
}

/// The counts at the head of a block.
private struct ZoneHeader {
  let version: UInt8
  let changes: Int
  let types: Int
  private let characters: Int
  private let leaps: Int
  private let marks: Int

  init?(_ reader: inout ByteReader) {
    guard let head = reader.take(20), head.starts(with: "TZif".utf8) else { return nil }
    version = head[head.startIndex + 4]
    var counts: [Int] = []
    for _ in 0..<6 {
      guard let count = reader.integer(bytes: 4), (0...reader.bytes.count).contains(count) else { return nil }
      counts.append(count)
    }
    (marks, leaps, changes) = (counts[0] + counts[1], counts[2], counts[3])
    (types, characters) = (counts[4], counts[5])
  }

  /// Bytes of the block behind the head.
  func blockSize(timeSize: Int) -> Int {
    changes * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + marks
  }
}

/// Takes numbers, highest byte first, from a list of bytes without ever leaving it.
private struct ByteReader {
  let bytes: [UInt8]
  var position = 0

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= bytes.count - position else { return nil }
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  mutating func skip(_ count: Int) -> Bool { take(count) != nil }

  /// A signed number of four or eight bytes.
  mutating func integer(bytes count: Int) -> Int? {
    guard let taken = take(count) else { return nil }
    let value = taken.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return count == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(truncatingIfNeeded: value))
  }
}
