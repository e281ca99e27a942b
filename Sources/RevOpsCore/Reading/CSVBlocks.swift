/// A file that lies in memory whole, cut block by block.
struct CSVBlocks {
  let source: SourceText
  let separator: UInt8
  /// The offset at which the records begin.
  var start = 0
  /// Whether `, "text"` is a quoted field.
  var allowsSpaceBeforeQuotes = false
  /// Bytes cut at a time: what a batch takes in memory is in proportion to it.
  var blockSize = 1 << 18

  /// The separator may be any byte but those that have another meaning.
  static func isUsable(separator: UInt8) -> Bool {
    separator != CSVByte.quote && separator != CSVByte.lf && separator != CSVByte.cr && separator != 0
      && separator < 0x80
  }

  /// What to say of a byte that has another meaning.
  static func unusable(_ separator: UInt8) -> InputErrors {
    InputErrors(
      Diagnostic(
        "csv.separator", "a \(CSVSeparator.name(separator)) cannot separate fields",
        hint: "give one character, such as ',' or ';'"))
  }

  /// Hands over all records, a batch at a time.
  ///
  /// - Parameter body: Takes a block's bytes, its records, and the offset of the block in the source.
  /// - Returns: The scanner as it ends, with what it counted.
  /// - Throws: The first place that is not CSV.
  @discardableResult
  func forEach(
    _ body: (_ block: UnsafeRawBufferPointer, _ batch: CSVBatch, _ offset: Int) -> Void
  ) throws(InputErrors) -> CSVScanner {
    guard Self.isUsable(separator: separator) else {
      throw Self.unusable(separator)
    }
    var scanner = CSVScanner(separator: separator, allowsSpaceBeforeQuotes: allowsSpaceBeforeQuotes)
    scanner.skipLines(start > 0 ? 1 : 0)
    var problem: CSVProblem?
    source.bytes.withUnsafeBytes { all in
      do throws(CSVProblem) {
        try run(all, &scanner, body)
      } catch {
        problem = error
      }
    }
    if let problem { throw InputErrors(problem.diagnostic(in: source)) }
    return scanner
  }

  private func run(
    _ all: UnsafeRawBufferPointer, _ scanner: inout CSVScanner,
    _ body: (UnsafeRawBufferPointer, CSVBatch, Int) -> Void
  ) throws(CSVProblem) {
    var batch = CSVBatch()
    var offset = start
    var size = blockSize
    while offset < all.count {
      let end = min(offset + size, all.count)
      let block = UnsafeRawBufferPointer(rebasing: all[offset..<end])
      do throws(CSVProblem) {
        let used = try scanner.scan(block, isLast: end == all.count, into: &batch)
        body(block, batch, offset)
        // A record longer than a block: the next one has to hold it.
        size = used == 0 ? size * 2 : blockSize
        offset += used
        if end == all.count { return }
      } catch {
        throw CSVProblem(kind: error.kind, offset: offset + error.offset)
      }
    }
  }
}

extension CSVProblem {
  /// What to tell the user about it.
  func diagnostic(in source: SourceText) -> Diagnostic {
    diagnostic(at: source.place(offset..<(offset + 1)))
  }

  func diagnostic(at place: Place) -> Diagnostic {
    switch kind {
    case .quoteInside:
      return Diagnostic(
        "csv.quote", "a quote stands inside a field that does not begin with one", at: place,
        hint: "put the whole field in quotes and write each quote in it twice")
    case .afterQuote:
      return Diagnostic(
        "csv.quote", "text follows the quote that closes a field", at: place,
        hint: "a separator or a line end is wanted here; a quote inside quotes is written twice")
    case .unclosedQuote:
      return Diagnostic(
        "csv.quote", "a quote opens a field here and none closes it", at: place,
        hint: "the file ends inside this field")
    case .zeroByte:
      return Diagnostic(
        "csv.not-text", "a zero byte, which no text holds", at: place,
        hint: "export the table again, as CSV (UTF-8)")
    }
  }
}

/// Finds the records that have more fields than the first one.
struct CSVWidthCheck {
  /// Beyond this many the rest is counted only.
  static let listed = 20

  let source: SourceText
  let separator: UInt8
  /// How many fields a record may have; nil until the first one has come.
  var width: Int?
  /// The line of the record that set the width.
  var headerLine: Int
  private var diagnostics: [Diagnostic] = []
  private var unlisted = 0

  init(source: SourceText, separator: UInt8, width: Int? = nil, headerLine: Int = 1) {
    self.source = source
    self.separator = separator
    self.width = width
    self.headerLine = headerLine
  }

  /// Looks at one record; `offset` is its block's in the source.
  mutating func check(_ record: Int, of batch: CSVBatch, offset: Int) {
    let count = batch.fields(of: record).count
    guard let width else {
      width = count
      headerLine = batch.records[record].line
      return
    }
    guard count > width else { return }
    let extra = batch.field(width, of: record)
    add(count: count, extra: (offset + extra.start)..<(offset + extra.end))
  }

  /// Takes one record that is too long, and the range of its first extra field.
  mutating func add(count: Int, extra: Range<Int>) {
    guard diagnostics.count < Self.listed else {
      unlisted += 1
      return
    }
    diagnostics.append(
      Diagnostic(
        "csv.long-row", "this record has \(count) fields, the one on line \(headerLine) has \(width ?? 0)",
        at: source.place(extra),
        hint:
          "put a field that holds a \(CSVSeparator.name(separator)) in quotes, or give the line of the names "
          + "with --header-line"))
  }

  /// All problems found, or nil.
  var errors: InputErrors? {
    var all = diagnostics
    if unlisted > 0 {
      all.append(.more("\(unlisted) more records have more fields than the first one", than: all))
    }
    return InputErrors(all)
  }
}
