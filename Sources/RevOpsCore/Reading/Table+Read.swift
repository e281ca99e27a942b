extension Table {
  /// What is known about a file beforehand; what is not is found out.
  public struct Options: Hashable, Sendable {
    /// The byte between cells.
    public var separator: UInt8?
    /// The encoding.
    public var encoding: TextEncoding?
    /// The line of the header, where what stands above it is not recognised.
    public var headerLine: Int?
    /// The path of what `--set` can say of it, where no file says anything: `data.opportunities`; empty where options of
    /// the command say it.
    var settings: String?

    /// Takes what is known.
    public init(
      separator: UInt8? = nil, encoding: TextEncoding? = nil, headerLine: Int? = nil, hasOptions: Bool = false
    ) {
      if hasOptions { settings = "" }
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
    try read(source, options: options, machine: .plain) { _ in ReadingPlan() }.table
  }

  /// Reads an export, and keeps columns of it on the way.
  ///
  /// - Parameters:
  ///   - source: The bytes as they stand in the file.
  ///   - options: What is known about it.
  ///   - machine: Who helps.
  ///   - columns: Says what to keep, of a table that has its header but no row yet.
  /// - Returns: The table and its columns.
  /// - Throws: What is not text, not CSV, or empty; every row with more cells than the header has; and what
  ///   `columns` throws.
  static func read(
    _ source: SourceText, options: Options, machine: Machine,
    keeping columns: (Table) throws(InputErrors) -> ReadingPlan
  ) throws(InputErrors) -> (table: Table, kept: KeptColumns) {
    guard source.bytes.count < Int(Int32.max) else { throw tooLarge(source.name, gibibytes: 2) }
    let decoded = try TextEncoding.decode(source, as: options.encoding, guessing: true)
    var notes = TableNotes()
    notes.settings = options.settings
    notes.encoding = decoded.encoding
    notes.warnings = decoded.warnings(notes)
    let text = decoded.source
    let reader = TableReader(
      bytes: TableBytes(name: text.name, bytes: text.bytes), start: 0, options: options, machine: machine,
      allowsAnyLength: true)
    do throws(InputErrors) {
      return try reader.read(notes, keeping: columns)
    } catch {
      // The whole text is at hand: what is wrong with it is told with its place.
      let declared = CSVSeparator.declared(in: text.bytes)
      let separator =
        options.separator ?? declared?.separator ?? CSVSeparator.ofMostRecords(in: text.bytes)
        ?? CSVByte.comma
      let blocks = CSVBlocks(
        source: text, separator: separator, start: declared?.length ?? 0, allowsSpaceBeforeQuotes: true)
      try blocks.forEach { _, _, _ in }
      throw error
    }
  }

  /// Reads an export part by part, and keeps columns of it on the way.
  ///
  /// - Parameters:
  ///   - name: The file as the user named it.
  ///   - parts: Its parts.
  ///   - options: What is known about it.
  ///   - machine: Who helps.
  ///   - columns: Says what to keep, of a table that has its header but no row yet.
  /// - Returns: The table and its columns; nil for a file that only its whole text can tell how to read, since it
  ///   is not UTF-8 or not CSV.
  /// - Throws: As when it is read whole.
  static func read(
    _ name: String, _ parts: FileParts, options: Options, machine: Machine,
    keeping columns: (Table) throws(InputErrors) -> ReadingPlan
  ) throws(InputErrors) -> (table: Table, kept: KeptColumns)? {
    guard parts.size < Int(UInt32.max) else { throw tooLarge(name, gibibytes: 4) }
    guard options.encoding == nil || options.encoding == .utf8 else { return nil }
    let bytes = TableBytes(name: name, parts: parts)
    let start: Int? = bytes.withBytes(0..<2048) { TextEncoding.startOfUTF8(in: $0) }
    guard let start else { return nil }
    do throws(InputErrors) {
      let reader = TableReader(bytes: bytes, start: start, options: options, machine: machine)
      return try reader.read(TableNotes(settings: options.settings), keeping: columns)
    } catch {
      let isAboutText = error.diagnostics.contains {
        ["csv.quote", "csv.encoding", "csv.not-text"].contains($0.id)
      }
      guard isAboutText else { throw error }
      return nil
    }
  }

  private static func tooLarge(_ name: String, gibibytes: Int) -> InputErrors {
    InputErrors(
      Diagnostic(
        "csv.too-large", "'\(name)' has \(gibibytes) GiB or more", hint: "split it by month or by owner"))
  }
}
