/// Cuts blocks of CSV bytes into records and fields, without copying any of them.
///
/// Sixty-four bytes are looked at in one step: a bit mask for each byte that means something, quotes paired by
/// a prefix sum of their bits, and the separators that stand outside quotes walked as set bits. A record that
/// the block does not hold whole is left for the next call. LF, CR and CRLF each end a record, also mixed;
/// blank lines are no records and are counted.
///
/// Source: Langdale & Lemire, VLDB Journal 28 (2019), 941-960, for the masks.
struct CSVScanner {
  /// The byte between fields: not a quote, CR or LF.
  let separator: UInt8
  /// Whether `, "text"` is a quoted field; RFC 4180 knows only `,"text"`.
  let allowsSpaceBeforeQuotes: Bool
  /// The line on which the next record starts, from 1; line breaks inside quotes count.
  private(set) var line = 1
  /// How many lines without any byte were passed over.
  private(set) var blankLines = 0
  /// Whether all bytes seen so far are ASCII; else the caller has to check them.
  private(set) var isASCII = true

  init(separator: UInt8, allowsSpaceBeforeQuotes: Bool = false) {
    self.separator = separator
    self.allowsSpaceBeforeQuotes = allowsSpaceBeforeQuotes
  }

  /// Counts lines that the caller read itself, before the first block.
  mutating func skipLines(_ count: Int) { line += count }

  /// Cuts the whole records of a block of less than 2 GiB.
  ///
  /// - Parameters:
  ///   - block: Bytes that begin where a record begins.
  ///   - isLast: Whether the file ends with this block, so that the last record needs no line end.
  ///   - batch: Takes the records; what it held before is gone.
  /// - Returns: How many bytes belong to the records; the next block begins there.
  /// - Throws: The first byte of the block that is not CSV.
  mutating func scan(
    _ block: UnsafeRawBufferPointer, isLast: Bool, into batch: inout CSVBatch
  ) throws(CSVProblem) -> Int {
    batch.clear(roomFor: block.count + 1)
    guard let base = block.baseAddress, let room = batch.room, let ends = batch.ends else { return 0 }
    // A CR at the very end may be half of a CRLF: it waits for the next block.
    let heldBack = !isLast && block[block.count - 1] == CSVByte.cr ? 1 : 0
    var cut = CSVCut(
      base: base, count: block.count - heldBack, ends: ends, separator: separator, line: line,
      allowsSpace: allowsSpaceBeforeQuotes)
    withExtendedLifetime(room) { cut.run(isLast: isLast, records: &batch.records) }
    batch.fieldCount = cut.recordFields
    line = cut.line
    blankLines += cut.blankLines
    isASCII = isASCII && cut.highBits.max() < 0x80
    if let problem = cut.problem { throw problem }
    return cut.recordStart
  }
}

/// The bytes that mean something in every CSV file.
enum CSVByte {
  static let comma: UInt8 = 0x2C
  static let quote: UInt8 = 0x22
  static let lf: UInt8 = 0x0A
  static let cr: UInt8 = 0x0D
  static let space: UInt8 = 0x20
}

/// What keeps a block from being read, and at which of its bytes.
struct CSVProblem: Error, Hashable {
  enum Kind: Hashable {
    /// A quote inside a field that does not begin with one.
    case quoteInside
    /// Text after the quote that ends a field.
    case afterQuote
    /// A quoted field that the file ends in.
    case unclosedQuote
    /// A zero byte.
    case zeroByte
  }
  var kind: Kind
  var offset: Int
}

/// The records of one block: fields are ranges of its bytes.
struct CSVBatch {
  struct Record {
    /// First byte of the record in the block.
    var start: UInt32
    /// Index of its first field.
    var firstField: UInt32
    /// The line it starts on, from 1.
    var line: Int
  }

  /// One past the last byte of each field; the top bit tells that the field has quotes.
  fileprivate var ends: UnsafeMutablePointer<UInt32>?
  /// What keeps them.
  fileprivate var room: Room?
  /// How many fields there are.
  fileprivate(set) var fieldCount = 0
  /// The records in the order of the file.
  fileprivate(set) var records: [Record] = []

  static let quotesBit: UInt32 = 1 << 31

  /// Memory that nothing is written to before a field ends, since most of what a block could need is never used; a
  /// class, since it has to be given back.
  fileprivate final class Room {
    let start: UnsafeMutablePointer<UInt32>
    let capacity: Int

    init(capacity: Int) {
      start = .allocate(capacity: capacity)
      self.capacity = capacity
    }

    deinit { start.deallocate() }
  }

  /// Looks at the ends of all fields, which are valid during the call only.
  func withEnds(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    withExtendedLifetime(room) { body(UnsafeBufferPointer(start: ends, count: fieldCount)) }
  }

  /// Where a field ends, counted through all records.
  func end(_ field: Int) -> UInt32 {
    guard let ends, 0..<fieldCount ~= field else { preconditionFailure("a field of the batch is asked for") }
    return ends[field]
  }

  /// The indices of a record's fields.
  func fields(of record: Int) -> Range<Int> {
    let next = record + 1 < records.count ? Int(records[record + 1].firstField) : fieldCount
    return Int(records[record].firstField)..<next
  }

  /// The bytes of a field, quotes included; `field` counts from 0 within the record.
  func field(_ field: Int, of record: Int) -> CSVField {
    let start = records[record].start
    let index = Int(records[record].firstField) + field
    let end = end(index)
    return CSVField(
      start: field == 0 ? Int(start) : Int(self.end(index - 1) & ~Self.quotesBit) + 1,
      end: Int(end & ~Self.quotesBit),
      hasQuotes: end & Self.quotesBit != 0)
  }

  fileprivate mutating func clear(roomFor capacity: Int) {
    records.removeAll(keepingCapacity: true)
    fieldCount = 0
    guard room.map({ $0.capacity < capacity }) ?? true else { return }
    let wider = Room(capacity: capacity)
    (room, ends) = (wider, wider.start)
  }
}

/// A field as a range of bytes, quotes included.
struct CSVField: Hashable {
  var start: Int
  var end: Int
  var hasQuotes: Bool
}
