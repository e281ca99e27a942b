/// The bytes of a table: in memory, or in a file that is read part by part.
struct TableBytes: Sendable {
  /// The file as the user named it.
  let name: String
  private let store: Store

  private enum Store: Sendable {
    case memory([UInt8])
    case parts(FileParts)
  }

  init(name: String, bytes: [UInt8]) {
    self.name = name
    store = .memory(bytes)
  }

  /// Takes a file in parts; one of a megabyte or less is read at once, so that its cells are looked up in memory.
  init(name: String, parts: FileParts) {
    self.name = name
    guard parts.size <= 1 << 20 else {
      store = .parts(parts)
      return
    }
    let bytes = [UInt8](unsafeUninitializedCapacity: parts.size) { room, count in
      count = parts.fill(UnsafeMutableRawBufferPointer(room), from: 0)
    }
    store = bytes.count == parts.size ? .memory(bytes) : .parts(parts)
  }

  /// How many there are.
  var count: Int {
    switch store {
    case .memory(let bytes): bytes.count
    case .parts(let parts): parts.size
    }
  }

  /// Copies bytes from an offset on into the room.
  ///
  /// - Returns: How many; fewer than there is room for only at the end, or where a file has become shorter.
  func copy(from offset: Int, into room: UnsafeMutableRawBufferPointer) -> Int {
    switch store {
    case .memory(let bytes):
      let end = min(offset + room.count, bytes.count)
      guard offset < end else { return 0 }
      bytes.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<end])) }
      return end - offset
    case .parts(let parts): return parts.fill(room, from: offset)
    }
  }

  /// Looks at a range of bytes, which are valid during the call only; those past the end are left out.
  func withBytes<Value>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    let range = range.clamped(to: 0..<count)
    switch store {
    case .memory(let bytes):
      return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    case .parts:
      return withUnsafeTemporaryAllocation(byteCount: range.count, alignment: 8) { room in
        let filled = copy(from: range.lowerBound, into: room)
        return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<filled]))
      }
    }
  }

  /// The bytes of a range.
  func bytes(_ range: Range<Int>) -> [UInt8] { withBytes(range) { Array($0) } }
}
