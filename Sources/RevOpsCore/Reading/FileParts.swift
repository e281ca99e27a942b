/// A file of which any part can be read, so that none of it has to stay in memory.
public struct FileParts: Sendable {
  /// How many bytes it had when it was opened.
  public let size: Int
  /// Fills the room with the bytes from an offset on and says how many there were; nil where it cannot be read.
  let read: @Sendable (_ offset: Int, _ room: UnsafeMutableRawBufferPointer) -> Int?

  /// Takes a file that somebody else has opened and keeps open.
  public init(
    size: Int, read: @escaping @Sendable (_ offset: Int, _ room: UnsafeMutableRawBufferPointer) -> Int?
  ) {
    self.size = size
    self.read = read
  }

  /// Fills the room with the bytes from an offset on.
  ///
  /// - Returns: How many there were; fewer than there is room for at the end, or where no more can be read.
  func fill(_ room: UnsafeMutableRawBufferPointer, from offset: Int) -> Int {
    var filled = 0
    while filled < room.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: room[filled...])
      guard let count = read(offset + filled, rest), count > 0 else { break }
      filled += min(count, rest.count)
    }
    return filled
  }
}

/// What the computer lends to the reading of large tables: parts of files, hands, and room on its disk.
///
/// Results are the same whatever it lends. Without anything, files are read whole and by one hand.
public struct Machine: Sendable {
  /// How many pieces of work are done at a time.
  public let hands: Int
  /// Opens a file for reading in parts; nil for what has to be read whole, such as a pipe.
  let open: @Sendable (_ path: String) -> FileParts?
  /// Does pieces of work by their numbers, from 0, and comes back when all are done.
  let share: @Sendable (_ pieces: Int, _ work: @Sendable (Int) -> Void) -> Void
  /// Puts bytes away where they take no memory, until nobody asks for them any more; nil where there is no room.
  let putAway: @Sendable (UnsafeRawBufferPointer) -> FileParts?
  /// A file smaller than this is not shared out.
  var smallestShare = 1 << 20
  /// Bytes read at a time.
  var blockSize = 1 << 18
  /// Bytes that a hand keeps in memory of what grows with a table, before it puts them away.
  var memoryShare = 1 << 21

  /// Takes what the executable found.
  public init(
    hands: Int, open: @escaping @Sendable (_ path: String) -> FileParts?,
    putAway: @escaping @Sendable (UnsafeRawBufferPointer) -> FileParts? = { _ in nil },
    share: @escaping @Sendable (_ pieces: Int, _ work: @Sendable (Int) -> Void) -> Void
  ) {
    self.hands = max(hands, 1)
    self.open = open
    self.putAway = putAway
    self.share = share
  }

  /// What pieces of work come to, in the order of their numbers, whoever did them.
  func map<Value: Sendable>(_ pieces: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
    let results = UnsafeMutablePointer<Value?>.allocate(capacity: pieces)
    results.initialize(repeating: nil, count: pieces)
    defer {
      results.deinitialize(count: pieces)
      results.deallocate()
    }
    // Each hand writes to a place of its own, and all are done before anything is read.
    nonisolated(unsafe) let places = results
    share(pieces) { places[$0] = work($0) }
    return (0..<pieces).compactMap { results[$0].take() }
  }

  /// One hand, and files that are read whole.
  public static let plain = Machine(hands: 1, open: { _ in nil }) { pieces, work in
    for piece in 0..<pieces { work(piece) }
  }
}
