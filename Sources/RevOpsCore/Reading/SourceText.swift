/// A file as it was read, with the name that the user knows it by.
///
/// Positions inside it are byte offsets; `place(_:)` turns them into line and column for people.
public struct SourceText: Sendable {
  /// The path as the user wrote it, `-` for standard input, or `--set` for a value of the command line.
  public let name: String
  /// The bytes of the file, UTF-8 once a reader has accepted them.
  public let bytes: [UInt8]
  private let lineStarts: [UInt32]

  /// Takes the bytes of a file below 4 GiB.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    lineStarts = Self.lineStarts(of: bytes)
  }

  /// Takes text that stands nowhere but on the command line or in a test.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The place of a range of bytes, as people count: lines and columns from 1, columns in Unicode scalars.
  ///
  /// A range that goes on past the end of its first line is cut there. Of a line that is very long, as JSON
  /// without line breaks is, only the part around the range is kept, so that thousands of problems on it fit
  /// into memory.
  public func place(_ range: Range<Int>) -> Place {
    let start = min(max(range.lowerBound, 0), bytes.count)
    let line = lineIndex(of: start)
    let lineStart = Int(lineStarts[line])
    let lineEnd = endOfLine(from: lineStart)
    let end = min(max(range.upperBound, start), max(lineEnd, start))
    let from = max(lineStart, boundary(start - Self.reach))
    let shown = from..<max(from, boundary(min(lineEnd, start + Self.reach)))
    let before = scalarCount(lineStart..<shown.lowerBound)
    return Place(
      file: name,
      line: line + 1,
      column: before + scalarCount(shown.lowerBound..<start) + 1,
      length: scalarCount(start..<end),
      excerpt: String(decoding: bytes[shown], as: UTF8.self),
      excerptColumn: before + 1)
  }

  /// How many bytes of a line are shown to either side of a place: wider than any terminal.
  private static let reach = 4_096

  /// The offset, or where the character begins that it is in the middle of.
  private func boundary(_ offset: Int) -> Int {
    var offset = offset
    for _ in 0..<3 where offset > 0 && offset < bytes.count && bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return max(offset, 0)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Offsets at which lines start; LF, CR and CRLF each end one.
  private static func lineStarts(of bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        guard byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D, index < buffer.count, buffer[index] == 0x0A { index += 1 }
        starts.append(UInt32(truncatingIfNeeded: index))
      }
    }
    return starts
  }
}
