/// Finds the header of a table, then passes over its rows.
struct TableReader {
  let bytes: TableBytes
  /// The first byte behind a byte-order mark.
  let start: Int
  let options: Table.Options
  let machine: Machine
  var allowsAnyLength = false

  /// The first records of a file, and which of them is the header.
  private struct Head {
    var separator: UInt8
    /// Whether a line such as `sep=;` stands above all.
    var isDeclared: Bool
    var records: [TableLayout.Record]
    var header: Int
    /// The bytes of the header, up to the next record.
    var range: Range<Int>
    /// The line behind it.
    var nextLine: Int
    /// Records and lines above it without anything.
    var blankRows: Int

    /// The record below the header.
    var firstRow: TableLayout.Record? {
      records.indices.contains(header + 1) ? records[header + 1] : nil
    }

    /// Whether an empty line parts titles from a header of words.
    var isReport: Bool {
      header > 0 && records[header].line > header + (isDeclared ? 2 : 1)
        && TableLayout.isNames(records[header].cells)
    }
  }

  func read(
    _ notes: TableNotes, keeping columns: (Table) throws(InputErrors) -> ReadingPlan
  ) throws(InputErrors) -> (table: Table, kept: KeptColumns) {
    let head = try head()
    var notes = notes
    let header = head.records[head.header]
    notes.separator = head.separator
    notes.headerLine = header.line
    notes.isReport = head.isReport
    notes.preambleLines = max(head.header == 0 ? (head.isDeclared ? 1 : 0) : header.line - 1, 0)
    let names = names(of: header.cells, &notes)
    func table(_ found: TableScan.Found, end: Int) -> Table {
      Table(
        columns: names, notes: notes, bytes: bytes, starts: found.starts, lines: found.lines,
        range: head.range.upperBound..<end, firstLine: head.nextLine, header: head.range, machine: machine)
    }
    let empty = table(TableScan.Found(), end: bytes.count)
    if let first = head.firstRow, let column = TableLayout.data(in: header.cells, above: first.cells) {
      notes.warnings.append(.noNames(in: empty, column))
    }
    let plan = try columns(empty)
    var folds = plan.folds[...]
    func scan(to end: Int) throws(InputErrors) -> TableScan.Found {
      let requests = folds.isEmpty ? plan.columns : []
      let builders = requests.map { (column: $0.column, builder: $0.form.builder($0.column, of: empty)) }
      let found = try TableScan(
        bytes: bytes, separator: head.separator, range: head.range.upperBound..<end, firstLine: head.nextLine,
        width: names.count, machine: machine, allowsAnyLength: allowsAnyLength,
        fold: folds.first.map { FoldRun($0, of: empty) }
      ).run(builders)
      guard found.fold?.hasGivenUp == true else { return found }
      folds.removeFirst()
      return try scan(to: end)
    }
    var found = try scan(to: bytes.count)
    var end = bytes.count
    notes.blankRows = head.blankRows + found.blankRows
    let all = table(found, end: end)
    let footer = footerStart(all)
    if footer < found.starts.count {
      // Totals and notices are no rows: no column may have seen them.
      notes.footerRows = found.starts.count - footer
      notes.firstFooterLine = all.line(of: footer)
      notes.warnings += loneCells(in: all, from: footer)
      end = all.record(footer).lowerBound
      found = try scan(to: end)
    }
    notes.shortRows = found.shortRows
    notes.firstShortLine = found.firstShortRow.map { found.lines.line(of: $0) }
    let read = table(found, end: end)
    if let errors = read.tooLong(found.longRows) { throw errors }
    var kept = try read.settled(folds.isEmpty ? plan.columns : [], found.builders)
    kept.fold = found.fold?.fold
    return (read, kept)
  }

  private func footerStart(_ table: Table) -> Int {
    var end = table.rowCount
    while end > 0,
      TableLayout.isFooter(
        table.cells(end - 1), width: table.columns.count, usual: usualFill(of: table, above: end - 1))
    {
      end -= 1
    }
    return end
  }

  /// How many cells are filled by the rows above one, as many as are looked at: the middle of their numbers.
  private func usualFill(of table: Table, above row: Int) -> Int {
    let filled = (max(0, row - TableLayout.sample)..<row).map { TableLayout.filled(table.cells($0)).count }
    return filled.isEmpty ? table.columns.count : filled.sorted()[filled.count / 2]
  }

  /// That records below the last row hold one word each, the first of them.
  private func loneCells(in table: Table, from footer: Int) -> [Diagnostic] {
    let lone = (footer..<table.rowCount).filter { TableLayout.mayBeCutOff(table.cells($0)) }
    guard let first = lone.first else { return [] }
    let column = table.cells(first).firstIndex { !Table.isMissing($0) } ?? 0
    let word = printable(table.text(first, column))
    return [
      Diagnostic(
        "csv.lone-cell",
        lone.count == 1
          ? "nothing but '\(word)' stands in this line below the rows; it counts as no row"
          : "nothing but '\(word)' stands in this line below the rows; \(lone.count) such lines count as no rows",
        at: table.place(first, column), severity: .warning,
        hint: "if the file broke off here, export it again; a row needs at least two cells")
    ]
  }

  // MARK: The first records

  private func head() throws(InputErrors) -> Head {
    var size = 1 << 16
    while true {
      let first = bytes.bytes(start..<min(start + size, bytes.count))
      if let head = try head(in: first, isWhole: start + size >= bytes.count) { return head }
      size *= 8
    }
  }

  /// The head of a file by its first bytes; nil where they are too few to tell.
  private func head(in first: [UInt8], isWhole: Bool) throws(InputErrors) -> Head? {
    let declared = CSVSeparator.declared(in: first)
    guard
      let separator = options.separator ?? declared?.separator
        ?? CSVSeparator.ofMostRecords(in: first, isWhole: isWhole)
    else { return nil }
    guard CSVBlocks.isUsable(separator: separator) else { throw CSVBlocks.unusable(separator) }
    let skipped = declared?.length ?? 0
    let cut = try HeadCut(
      first, from: skipped, separator: separator, upTo: options.headerLine, isWhole: isWhole, name: bytes.name
    )
    let isEnough = options.headerLine.map { line in cut.records.contains { $0.line > line } } ?? cut.isEnough
    guard isWhole || isEnough else { return nil }
    guard let header = TableLayout.header(of: cut.records, onLine: options.headerLine) else {
      throw InputErrors(empty(options.headerLine))
    }
    let end = header + 1 < cut.starts.count ? cut.starts[header + 1] : first.count
    // A header that ends where the bytes do may go on.
    guard isWhole || header + 1 < cut.starts.count else { return nil }
    return Head(
      separator: separator, isDeclared: declared != nil, records: cut.records, header: header,
      range: (start + cut.starts[header])..<(start + end),
      nextLine: header + 1 < cut.records.count ? cut.records[header + 1].line : cut.endLine,
      blankRows: cut.blankRows(before: end))
  }

  private func empty(_ headerLine: Int?) -> Diagnostic {
    guard let headerLine else {
      return Diagnostic(
        "csv.empty", "'\(bytes.name)' holds no records", hint: "export it again, with a header row")
    }
    return Diagnostic(
      "csv.empty", "no record of '\(bytes.name)' starts on line \(headerLine)",
      hint: "give the line that holds the column names")
  }

  private func names(of header: [[UInt8]], _ notes: inout TableNotes) -> [String] {
    var taken: Set<String> = []
    var columns: [String] = []
    for (index, cell) in header.enumerated() {
      let written = HeaderName.trimmed(String(decoding: cell, as: UTF8.self))
      let base = written.isEmpty ? "column \(index + 1)" : written
      var name = base
      var copy = 2
      while taken.contains(name) {
        name = "\(base) (\(copy))"
        copy += 1
      }
      if name.utf8.count != base.utf8.count { notes.renamedColumns.append(name) }
      taken.insert(name)
      columns.append(name)
    }
    return columns
  }
}
