/// One pass over the records of a table: where each starts, and the columns that are to be kept.
///
/// A large file is cut into shares that several hands read at once. Where a share begins has to be guessed, since a
/// line break inside quotes ends no record; each guess is proved by the share before it, which has to end exactly
/// there, outside quotes. Where one is not, all is read again by one hand.
struct TableScan {
  let bytes: TableBytes
  let separator: UInt8
  /// The bytes of the records: from the first row's to the end of the last one's.
  let range: Range<Int>
  /// The line on which the first of them starts.
  let firstLine: Int
  /// How many cells a record is to have.
  let width: Int
  let machine: Machine
  /// A record may have any length; else one of 64 MiB is taken for one whose quote is never closed.
  var allowsAnyLength = false
  /// What takes the rows as they go by.
  var fold: FoldRun?

  /// What a pass found.
  struct Found: Sendable {
    var starts = RowStarts()
    var lines = LineIndex()
    /// Records whose cells are all empty, and lines without any byte.
    var blankRows = 0
    /// Rows with fewer cells than the header, and the first of them.
    var shortRows = 0
    var firstShortRow: Int?
    /// Rows with more cells than the header that hold something in them.
    var longRows: [Int] = []
    /// The line after the last.
    var endLine = 1
    var builders: [any ColumnBuilder] = []
    var fold: FoldRun?
  }

  /// Reads all records.
  func run(_ columns: [(column: Int, builder: any ColumnBuilder)]) throws(InputErrors) -> Found {
    let starts = shareStarts()
    guard starts.count > 1 else { return try read(range, columns) }
    let shares = starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : range.upperBound)
    }
    var results = machine.map(shares.count) { try? read(shares[$0], columns) }
    guard var all = results[0] else { return try read(range, columns) }
    results[0] = nil
    for index in 1..<shares.count {
      guard let next = results[index] else { return try read(range, columns) }
      // Whoever has given up did not read on, so that there is nothing to join.
      if all.fold?.hasGivenUp == true { return all }
      if next.fold?.hasGivenUp == true { return next }
      results[index] = nil
      all.append(next, firstLine: firstLine)
    }
    return all
  }

  // MARK: One share

  private func read(
    _ share: Range<Int>, _ columns: [(column: Int, builder: any ColumnBuilder)]
  ) throws(InputErrors) -> Found {
    var stream = CSVStream(name: bytes.name, separator: separator)
    stream.blockSize = machine.blockSize
    stream.firstLine = firstLine
    stream.hasMark = false
    if allowsAnyLength { stream.recordLimit = .max }
    var found = Found()
    found.builders = columns.map(\.builder)
    found.fold = fold
    var rows: [ColumnCells.Row] = []
    var starts: [UInt32] = []
    var at = share.lowerBound
    func fill(_ room: UnsafeMutableRawBufferPointer) -> Int {
      let count = min(room.count, share.upperBound - at)
      guard count > 0, found.fold?.hasGivenUp != true else { return 0 }
      let filled = bytes.copy(from: at, into: UnsafeMutableRawBufferPointer(rebasing: room[..<count]))
      at += filled
      return filled
    }
    func take(_ block: CSVStream.Block) {
      let offset = share.lowerBound + block.offset
      starts.removeAll(keepingCapacity: true)
      found.take(block, at: offset, width: width, rows: &rows, starts: &starts)
      block.batch.withEnds { ends in
        rows.withUnsafeBufferPointer { rows in
          let cells = ColumnCells(bytes: block.bytes, ends: ends, rows: rows, column: 0)
          for index in columns.indices { found.builders[index].add(cells.of(columns[index].column)) }
          found.fold?.add(cells, starts: starts, end: offset + block.bytes.count)
        }
      }
      found.starts.append(starts, isThin: found.fold != nil)
    }
    let scanner: CSVScanner
    do throws(InputErrors) {
      scanner = try stream.forEach(read: fill, take)
    } catch {
      guard found.fold?.hasGivenUp == true else { throw error }
      return found
    }
    found.fold?.finish()
    found.blankRows += scanner.blankLines
    found.endLine = scanner.line
    return found
  }

  // MARK: Shares

  /// Where the hands begin: at the first record, and at guessed records about equally far apart.
  private func shareStarts() -> [Int] {
    guard machine.hands > 1, range.count >= machine.smallestShare else { return [range.lowerBound] }
    var starts = [range.lowerBound]
    for hand in 1..<machine.hands {
      let from = range.lowerBound + range.count / machine.hands * hand
      guard let start = recordStart(after: from), start > starts[starts.count - 1] else { continue }
      starts.append(start)
    }
    return starts
  }

  /// The first record that seems to start behind an offset.
  private func recordStart(after offset: Int) -> Int? {
    let window = offset..<min(offset + 1 << 16, range.upperBound)
    return bytes.withBytes(window) { bytes in
      let outside = Self.records(bytes, separator, isInside: false)
      let inside = Self.records(bytes, separator, isInside: true)
      func score(_ records: [(start: Int, fields: Int)]) -> Int {
        guard !records.isEmpty else { return 0 }
        return records.count { $0.fields == width } * 1000 / records.count
      }
      let best = score(inside) > score(outside) ? inside : outside
      return best.first.map { offset + $0.start }
    }
  }

  /// The records that lie whole in some bytes, if these begin inside quotes or outside of them.
  private static func records(
    _ bytes: UnsafeRawBufferPointer, _ separator: UInt8, isInside: Bool
  ) -> [(start: Int, fields: Int)] {
    var records: [(start: Int, fields: Int)] = []
    var isInside = isInside
    var start: Int?
    var fields = 1
    for (index, byte) in bytes.enumerated() {
      if byte == CSVByte.quote {
        isInside.toggle()
      } else if !isInside, byte == separator {
        fields += 1
      } else if !isInside, byte == CSVByte.lf {
        if let start { records.append((start, fields)) }
        start = index + 1
        fields = 1
      }
    }
    return records
  }
}

extension TableScan.Found {
  /// Counts the records of a block and leaves out those without anything in them.
  fileprivate mutating func take(
    _ block: CSVStream.Block, at offset: Int, width: Int, rows: inout [ColumnCells.Row],
    starts: inout [UInt32]
  ) {
    rows.removeAll(keepingCapacity: true)
    let before = self.starts.count
    for index in block.batch.records.indices {
      guard !block.batch.isEmpty(index) else {
        blankRows += 1
        continue
      }
      let record = block.batch.records[index]
      let row = ColumnCells.Row(index, of: block.batch)
      if row.cellCount != width {
        count(block.batch.fields(of: index), width, block.batch, before + rows.count)
      }
      lines.append(line: record.line, row: before + rows.count)
      starts.append(UInt32(truncatingIfNeeded: offset + Int(record.start)))
      rows.append(row)
    }
  }

  private mutating func count(_ fields: Range<Int>, _ width: Int, _ batch: CSVBatch, _ row: Int) {
    guard fields.count > width else {
      shortRows += 1
      firstShortRow = firstShortRow ?? row
      return
    }
    // Empty cells past the header hold nothing that could be lost.
    let last = width > 0 ? Int(batch.end(fields.lowerBound + width - 1) & ~CSVBatch.quotesBit) : 0
    let end = Int(batch.end(fields.upperBound - 1) & ~CSVBatch.quotesBit)
    if end != last + fields.count - width { longRows.append(row) }
  }

  /// Takes what the next share found.
  fileprivate mutating func append(_ next: TableScan.Found, firstLine: Int) {
    let before = starts.count
    starts.append(next.starts)
    lines.append(next.lines, rows: before, lines: endLine - firstLine)
    blankRows += next.blankRows
    firstShortRow = firstShortRow ?? next.firstShortRow.map { $0 + before }
    shortRows += next.shortRows
    longRows += next.longRows.map { $0 + before }
    endLine += next.endLine - firstLine
    for index in builders.indices { builders[index].append(next.builders[index]) }
    if let next = next.fold { fold?.append(next) }
  }
}

/// The line of each row: kept only where it is not the one after the row before.
struct LineIndex: Sendable {
  private var rows: [UInt32] = []
  private var lines: [UInt32] = []
  private var expected = -1

  /// Takes the line of the next row.
  mutating func append(line: Int, row: Int) {
    if line != expected {
      rows.append(UInt32(truncatingIfNeeded: row))
      lines.append(UInt32(truncatingIfNeeded: line))
    }
    expected = line + 1
  }

  /// Takes the rows that come behind so many, whose lines were counted from another start.
  mutating func append(_ next: LineIndex, rows before: Int, lines shift: Int) {
    for index in next.rows.indices {
      rows.append(next.rows[index] + UInt32(truncatingIfNeeded: before))
      lines.append(next.lines[index] + UInt32(truncatingIfNeeded: shift))
    }
    expected = next.expected + shift
  }

  /// The line of a row.
  func line(of row: Int) -> Int {
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(rows[middle]) <= row { low = middle } else { high = middle }
    }
    guard rows.indices.contains(low) else { return 0 }
    return Int(lines[low]) + row - Int(rows[low])
  }
}
