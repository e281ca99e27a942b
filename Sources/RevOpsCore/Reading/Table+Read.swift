extension Table {
  /// What is known about a file beforehand; what is not is found out.
  public struct Options: Hashable, Sendable {
    /// The byte between cells.
    public var separator: UInt8?
    /// The encoding.
    public var encoding: TextEncoding?
    /// The line of the header, where what stands above it is not recognised.
    public var headerLine: Int?

    /// Takes what is known.
    public init(separator: UInt8? = nil, encoding: TextEncoding? = nil, headerLine: Int? = nil) {
      self.separator = separator
      self.encoding = encoding
      self.headerLine = headerLine
    }
  }

  /// Reads an export.
  ///
  /// - Parameters:
  ///   - source: The bytes as they stand in the file.
  ///   - options: What is known about it.
  /// - Returns: The table.
  /// - Throws: What is not text, not CSV, or empty; every row with more cells than the header has.
  public static func read(_ source: SourceText, options: Options = Options()) throws(InputErrors) -> Table {
    guard source.bytes.count < Int(Int32.max) else {
      throw InputErrors(
        Diagnostic(
          "csv.too-large", "'\(source.name)' has 2 GiB or more", hint: "split it by month or by owner"))
    }
    let decoded = try TextEncoding.decode(source, as: options.encoding, guessing: true)
    let declared = CSVSeparator.declared(in: decoded.source.bytes)
    let separator =
      options.separator ?? declared?.separator ?? CSVSeparator.ofMostRecords(in: decoded.source.bytes)
    let blocks = CSVBlocks(
      source: decoded.source, separator: separator, start: declared?.length ?? 0,
      allowsSpaceBeforeQuotes: true)
    var builder = Builder(source: decoded.source, separator: separator)
    builder.notes.encoding = decoded.encoding
    builder.notes.warnings = decoded.warnings
    let scanner = try blocks.forEach { _, batch, offset in builder.append(batch, offset: offset) }
    builder.notes.blankRows += scanner.blankLines
    return try builder.table(headerLine: options.headerLine, linesBefore: declared == nil ? 0 : 1)
  }

  /// The records of a file while it is not known yet which is the header.
  struct Builder {
    let source: SourceText
    let separator: UInt8
    var notes = TableNotes()
    var rows: [Row] = []
    var ends: [UInt32] = []

    init(source: SourceText, separator: UInt8) {
      self.source = source
      self.separator = separator
      notes.separator = separator
    }

    mutating func append(_ batch: CSVBatch, offset: Int) {
      let shift = UInt32(truncatingIfNeeded: offset)
      for record in batch.records.indices {
        let fields = batch.fields(of: record)
        let start = batch.records[record].start
        let firstCell = ends.count
        var isEmpty = true
        var last = start
        for index in fields {
          let end = batch.ends[index]
          isEmpty = isEmpty && end == last
          last = end + 1
          ends.append(end + shift)
        }
        if isEmpty {
          notes.blankRows += 1
          ends.removeLast(fields.count)
          continue
        }
        rows.append(
          Row(
            start: start + shift, firstCell: UInt32(truncatingIfNeeded: firstCell),
            cellCount: UInt32(truncatingIfNeeded: fields.count),
            line: UInt32(truncatingIfNeeded: batch.records[record].line)))
      }
    }

    /// Tells header, rows and what stands around them apart.
    mutating func table(headerLine: Int?, linesBefore: Int) throws(InputErrors) -> Table {
      let probe = Table(source: source, columns: [], notes: notes, rows: rows, ends: ends, header: nil)
      guard let header = TableLayout(records: probe).header(onLine: headerLine) else {
        throw InputErrors(empty(headerLine))
      }
      let first = rows[header]
      notes.headerLine = Int(first.line)
      notes.preambleLines = max(header == 0 ? linesBefore : Int(first.line) - 1, 0)
      let footer = TableLayout(records: probe).footerStart(after: header)
      notes.footerRows = rows.count - footer
      try checkWidths(header: header, end: footer)
      let columns = names(of: header, in: probe)
      return Table(
        source: source, columns: columns, notes: notes, rows: Array(rows[(header + 1)..<footer]), ends: ends,
        header: first)
    }

    private func empty(_ headerLine: Int?) -> Diagnostic {
      guard let headerLine else {
        return Diagnostic(
          "csv.empty", "'\(source.name)' holds no records", hint: "export it again, with a header row")
      }
      return Diagnostic(
        "csv.empty", "no record of '\(source.name)' starts on line \(headerLine)",
        hint: "give the line that holds the column names")
    }

    /// Counts short rows and refuses long ones.
    private mutating func checkWidths(header: Int, end: Int) throws(InputErrors) {
      let width = rows[header].cellCount
      var check = CSVWidthCheck(
        source: source, separator: separator, width: Int(width), headerLine: Int(rows[header].line))
      for row in rows[(header + 1)..<end] where row.cellCount != width {
        if row.cellCount < width {
          notes.shortRows += 1
          notes.firstShortLine = notes.firstShortLine ?? Int(row.line)
          continue
        }
        // Empty cells past the header hold nothing that could be lost.
        let extra = Int(row.firstCell + width)
        let range = Int(ends[extra - 1] & ~CSVBatch.quotesBit)..<Int(ends[extra] & ~CSVBatch.quotesBit)
        if !hasOnlySeparators(from: range.lowerBound, cells: Int(row.cellCount - width), first: extra) {
          check.add(count: Int(row.cellCount), extra: (range.lowerBound + 1)..<range.upperBound)
        }
      }
      if let errors = check.errors { throw errors }
    }

    private func hasOnlySeparators(from end: Int, cells: Int, first: Int) -> Bool {
      Int(ends[first + cells - 1] & ~CSVBatch.quotesBit) == end + cells
    }

    private mutating func names(of header: Int, in probe: Table) -> [String] {
      var taken: Set<String> = []
      var columns: [String] = []
      for index in 0..<Int(rows[header].cellCount) {
        let written = HeaderName.trimmed(probe.text(header, index))
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
}

/// What a header cell is called once invisible characters around it are gone.
enum HeaderName {
  /// Leaves out blanks, no-break spaces, zero-width characters and byte-order marks at both ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isInvisible($0) }),
      let last = scalars.lastIndex(where: { !isInvisible($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x200B...0x200F, 0x2060, 0x202F, 0xFEFF: true
    default: false
    }
  }
}
