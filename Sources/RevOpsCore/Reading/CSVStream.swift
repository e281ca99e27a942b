/// A CSV file cut while it is read, so that memory grows with what the caller keeps and not with the file.
///
/// For UTF-8 with or without a byte-order mark; a file in another encoding has to be read whole, by `Table`.
struct CSVStream {
  /// The file as the user named it.
  let name: String
  /// The byte between fields.
  let separator: UInt8
  /// Bytes asked for at a time.
  var blockSize = 1 << 18
  /// A record of more bytes is taken for one whose quote is never closed.
  var recordLimit = 1 << 26
  /// The line on which the first record starts.
  var firstLine = 1
  /// Whether the file may begin with a byte-order mark, which is passed over.
  var hasMark = true

  /// The whole records of a block.
  struct Block {
    let name: String
    let bytes: UnsafeRawBufferPointer
    let batch: CSVBatch
    /// How many bytes were read before those of the block.
    let offset: Int

    /// The text of a field.
    func text(_ field: Int, of record: Int) -> String { batch.field(field, of: record).text(in: bytes) }

    /// Where a field stands, with its line as it is in the file.
    func place(_ field: Int, of record: Int) -> Place {
      let range = batch.field(field, of: record).content(in: bytes).range
      return CSVStream.place(
        range, in: bytes, file: name, from: Int(batch.records[record].start), line: batch.records[record].line
      )
    }
  }

  /// Reads to the end of the file.
  ///
  /// - Parameters:
  ///   - read: Fills a part of the room it is given and says how many bytes; 0 at the end of the file.
  ///   - body: Takes the records a block at a time; bytes and records are valid during the call only.
  /// - Returns: The scanner as it ends, with what it counted.
  /// - Throws: The first place that is not CSV or not UTF-8, and what `read` and `body` throw.
  @discardableResult
  func forEach(
    read: (UnsafeMutableRawBufferPointer) throws(InputErrors) -> Int,
    _ body: (Block) throws(InputErrors) -> Void
  ) throws(InputErrors) -> CSVScanner {
    var scanner = CSVScanner(separator: separator, allowsSpaceBeforeQuotes: true)
    scanner.skipLines(firstLine - 1)
    var batch = CSVBatch()
    var offset = 0
    var size = max(blockSize, 8)
    var room = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    defer { room.deallocate() }
    var filled = 0
    var isLast = false
    var isStart = true
    while !isLast {
      while filled < size, !isLast {
        let count = try read(UnsafeMutableRawBufferPointer(rebasing: room[filled..<size]))
        filled += min(max(count, 0), size - filled)
        isLast = count <= 0
      }
      let mark =
        hasMark && isStart && filled >= 3 && room[0] == 0xEF && room[1] == 0xBB && room[2] == 0xBF ? 3 : 0
      isStart = false
      let block = UnsafeRawBufferPointer(rebasing: room[mark..<filled])
      let used = mark + (try cut(block, offset + mark, isLast, &scanner, &batch, body))
      // What is left is the start of a record; one that fills all the room needs more of it.
      let rest = filled - used
      if rest == size {
        guard size < recordLimit else { throw tooLong(block, line: scanner.line) }
        let wider = UnsafeMutableRawBufferPointer.allocate(byteCount: size * 2, alignment: 64)
        wider.copyMemory(from: UnsafeRawBufferPointer(room))
        room.deallocate()
        room = wider
        size *= 2
      } else if used > 0, rest > 0, let base = room.baseAddress {
        base.copyMemory(from: base + used, byteCount: rest)
      }
      filled = rest
      offset += used
    }
    return scanner
  }

  private func cut(
    _ block: UnsafeRawBufferPointer, _ offset: Int, _ isLast: Bool, _ scanner: inout CSVScanner,
    _ batch: inout CSVBatch, _ body: (Block) throws(InputErrors) -> Void
  ) throws(InputErrors) -> Int {
    let line = scanner.line
    let used: Int
    do throws(CSVProblem) {
      used = try scanner.scan(block, isLast: isLast, into: &batch)
    } catch {
      let place = Self.place(error.offset..<(error.offset + 1), in: block, file: name, from: 0, line: line)
      throw InputErrors(error.diagnostic(at: place))
    }
    if !scanner.isASCII,
      let bad = TextEncoding.firstInvalidUTF8(in: UnsafeRawBufferPointer(rebasing: block[..<used]))
    {
      throw InputErrors(
        Diagnostic(
          "csv.encoding", "byte \(hexadecimal(block[bad])) is not UTF-8",
          at: Self.place(bad..<(bad + 1), in: block, file: name, from: 0, line: line),
          hint: "save the file as UTF-8, or name its encoding, such as windows-1252"))
    }
    guard !batch.records.isEmpty else { return used }
    let bytes = UnsafeRawBufferPointer(rebasing: block[..<used])
    try body(Block(name: name, bytes: bytes, batch: batch, offset: offset))
    return used
  }

  private func tooLong(_ block: UnsafeRawBufferPointer, line: Int) -> InputErrors {
    InputErrors(
      Diagnostic(
        "csv.quote", "the record that starts here does not end within \(recordLimit >> 20) MiB",
        at: Self.place(0..<1, in: block, file: name, from: 0, line: line),
        hint: "look for a quote that opens a field and is never closed"))
  }

  /// The place of bytes of a block, counted from an offset at which a line begins.
  ///
  /// The excerpt stops where the block does.
  static func place(
    _ range: Range<Int>, in block: UnsafeRawBufferPointer, file: String, from start: Int, line: Int
  ) -> Place {
    var line = line
    var lineStart = start
    for index in start..<max(min(range.lowerBound, block.count), start) {
      let isHalf = block[index] == CSVByte.cr && index + 1 < block.count && block[index + 1] == CSVByte.lf
      guard block[index] == CSVByte.lf || (block[index] == CSVByte.cr && !isHalf) else { continue }
      line += 1
      lineStart = index + 1
    }
    var lineEnd = lineStart
    while lineEnd < block.count, block[lineEnd] != CSVByte.lf, block[lineEnd] != CSVByte.cr { lineEnd += 1 }
    let end = min(max(range.upperBound, range.lowerBound), max(lineEnd, range.lowerBound), block.count)
    func scalars(_ range: Range<Int>) -> Int { range.count { block[$0] & 0xC0 != 0x80 } }
    return Place(
      file: file, line: line, column: scalars(lineStart..<max(range.lowerBound, lineStart)) + 1,
      length: scalars(min(range.lowerBound, end)..<end),
      excerpt: String(decoding: block[lineStart..<lineEnd], as: UTF8.self))
  }
}
