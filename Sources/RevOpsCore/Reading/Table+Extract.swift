extension Table {
  /// A table of a few of the rows, their cells in memory, each on its line of the file.
  ///
  /// - Parameter offsets: Where the rows start in the file, ascending.
  /// - Returns: The table.
  func extract(startingAt offsets: [Int]) -> Table {
    var bytes = self.bytes.bytes(header)
    let header = 0..<bytes.count
    var starts: [UInt32] = []
    var lines = LineIndex()
    for (index, offset) in offsets.enumerated() {
      lines.append(line: self.lines.line(of: row(startingAt: offset)), row: index)
      starts.append(UInt32(truncatingIfNeeded: bytes.count))
      bytes += self.bytes.bytes(record(from: offset, rowsOn: 0))
      // The last record of a file may end without one.
      if bytes.last != CSVByte.lf, bytes.last != CSVByte.cr { bytes.append(CSVByte.lf) }
    }
    return Table(
      columns: columns, notes: notes, bytes: TableBytes(name: name, bytes: bytes),
      starts: RowStarts(all: starts), lines: lines, range: header.upperBound..<bytes.count,
      firstLine: firstLine, header: header, machine: machine)
  }

  /// The row that starts at an offset.
  private func row(startingAt offset: Int) -> Int {
    let (row, start) = starts.nearest(before: offset)
    guard start < offset else { return row }
    return row
      + bytes.withBytes(start..<offset) { bytes in
        var scanner = CSVScanner(separator: notes.separator, allowsSpaceBeforeQuotes: true)
        var batch = CSVBatch()
        _ = try? scanner.scan(bytes, isLast: true, into: &batch)
        return batch.records.indices.count { !batch.isEmpty($0) }
      }
  }
}
