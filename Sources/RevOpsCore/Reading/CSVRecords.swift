/// A CSV file as the records that stand in it, nothing added and nothing left out but blank lines.
///
/// This is what `convert` reads: the first record is a record like the others, no line is taken for a title or
/// a total, a short record stays short. What RFC 4180 does not allow is refused with its place, and so is a
/// record with more fields than the first one.
public struct CSVRecords: Hashable, Sendable {
  /// The fields of each record.
  public private(set) var rows: [[String]] = []
  /// The separator that was given or found.
  public private(set) var separator: UInt8
  /// What the file was encoded in.
  public private(set) var encoding: TextEncoding
  /// How many lines without any byte were passed over.
  public private(set) var blankLines = 0
  /// What to tell the user, such as that the encoding was guessed.
  public private(set) var warnings: [Diagnostic] = []

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - source: The bytes as they stand in the file.
  ///   - separator: The byte between fields; nil to take a `sep=` line's, else the one that the first record
  ///     speaks for among comma, semicolon, tab and pipe.
  ///   - encoding: The encoding; nil to go by a byte-order mark, else UTF-8.
  ///   - guessing: Whether what is not UTF-8 is read in the encoding that it seems to have, with a warning, unless it
  ///     seems to be damaged.
  /// - Returns: All records.
  /// - Throws: What is not text or not CSV, and every record that has too many fields.
  public static func read(
    _ source: SourceText, separator: UInt8? = nil, encoding: TextEncoding? = nil, guessing: Bool = false
  ) throws(InputErrors) -> CSVRecords {
    let decoded = try TextEncoding.decode(
      source, as: encoding, guessing: guessing && TextEncoding.mayBeWritten(source.bytes))
    let declared = CSVSeparator.declared(in: decoded.source.bytes)
    let separator = separator ?? declared?.separator ?? CSVSeparator.ofFirstRecord(in: decoded.source.bytes)
    var records = CSVRecords(separator: separator, encoding: decoded.encoding)
    records.warnings = decoded.warnings(TableNotes(settings: ""))
    let blocks = CSVBlocks(source: decoded.source, separator: separator, start: declared?.length ?? 0)
    var widths = CSVWidthCheck(source: decoded.source, separator: separator)
    records.blankLines = try blocks.forEach { block, batch, offset in
      for record in batch.records.indices {
        widths.check(record, of: batch, offset: offset)
        let count = batch.fields(of: record).count
        records.rows.append((0..<count).map { batch.field($0, of: record).text(in: block) })
      }
    }.blankLines
    if let errors = widths.errors { throw errors }
    return records
  }

  private init(separator: UInt8, encoding: TextEncoding) {
    self.separator = separator
    self.encoding = encoding
  }
}
