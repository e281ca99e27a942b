/// Where the rows of a table start: all of them, or for a table that a fold took one in each block, from which the
/// others are found by reading on.
struct RowStarts: Sendable {
  /// How many rows there are.
  private(set) var count = 0
  /// Where rows start that are known.
  private var offsets: [UInt32] = []
  /// Their rows; empty where all are known.
  private var rows: [UInt32] = []

  /// None of no rows.
  init() {}

  /// All of some rows.
  init(all offsets: [UInt32]) {
    self.offsets = offsets
    count = offsets.count
  }

  /// Whether some are to be found by reading on.
  var isThin: Bool { offsets.count < count }

  /// Takes those of the next block of rows.
  mutating func append(_ block: [UInt32], isThin: Bool) {
    if isThin {
      if let first = block.first {
        offsets.append(first)
        rows.append(UInt32(truncatingIfNeeded: count))
      }
    } else {
      offsets.reserveMore(block.count)
      offsets += block
    }
    count += block.count
  }

  /// Takes those of the rows behind these.
  mutating func append(_ next: RowStarts) {
    offsets += next.offsets
    let before = UInt32(truncatingIfNeeded: count)
    rows += next.rows.map { $0 + before }
    count += next.count
  }

  /// Where a row starts; or where a row before it does, with the number of rows between.
  subscript(row: Int) -> (offset: Int, rowsOn: Int) {
    guard !rows.isEmpty else { return (Int(offsets[row]), 0) }
    let place = rows.lastPlace(upTo: UInt32(row))
    return (Int(offsets[place]), row - Int(rows[place]))
  }

  /// The last row of those whose starts are known that starts at an offset or before it, and where it does.
  func nearest(before offset: Int) -> (row: Int, offset: Int) {
    guard !offsets.isEmpty else { return (0, offset) }
    let place = offsets.lastPlace(upTo: UInt32(offset))
    return (rows.isEmpty ? place : Int(rows[place]), Int(offsets[place]))
  }
}

extension [UInt32] {
  /// The place of the last of ascending numbers that is no greater than another; the first where all are.
  fileprivate func lastPlace(upTo number: UInt32) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }
}

extension Table {
  /// The bytes from the start of a row to that of the next.
  func record(_ row: Int) -> Range<Int> {
    guard (0..<rowCount).contains(row) else { return 0..<0 }
    let (start, rowsOn) = starts[row]
    if starts.isThin { return record(from: start, rowsOn: rowsOn) }
    return start..<max(start, row + 1 < rowCount ? starts[row + 1].offset : range.upperBound)
  }

  /// The record that stands so many rows behind the one that starts at an offset.
  func record(from start: Int, rowsOn: Int) -> Range<Int> {
    var size = rowsOn == 0 ? 1 << 11 : 1 << 18
    while true {
      let window = start..<min(start + size, range.upperBound)
      let isLast = window.upperBound == range.upperBound
      let found: Range<Int>? = bytes.withBytes(window) { bytes in
        var scanner = CSVScanner(separator: notes.separator, allowsSpaceBeforeQuotes: true)
        var batch = CSVBatch()
        let end = (try? scanner.scan(bytes, isLast: isLast, into: &batch)) ?? bytes.count
        let rows = batch.records.indices.lazy.filter { !batch.isEmpty($0) }.dropFirst(rowsOn)
        guard let row = rows.first else { return nil }
        let next = row + 1 < batch.records.count ? Int(batch.records[row + 1].start) : end
        return start + Int(batch.records[row].start)..<start + next
      }
      if let found { return found }
      if isLast { return 0..<0 }
      size *= 8
    }
  }
}

extension CSVBatch {
  /// Whether nothing is in any cell of a record: only separators stand between its start and its end.
  func isEmpty(_ record: Int) -> Bool {
    let fields = fields(of: record)
    return Int(end(fields.upperBound - 1) & ~Self.quotesBit) - Int(records[record].start) == fields.count - 1
  }
}
