/// What an export is: whose, what of, how it is to be read, and what it lacks.
///
/// A function of the table alone, so that the same file is always told to be the same.
public struct ImportInspection: Hashable, Sendable, Encodable {
  /// A column of dates and which of its numbers is the day.
  public struct Dates: Hashable, Sendable, Encodable {
    /// Our name, or the file's where we have none.
    public var column: String
    /// The file's name.
    public var header: String
    /// What the cells say.
    public var order: DateOrderProof.Verdict
    /// The cell that proves it, or two that leave it open.
    public var examples: [DateOrderProof.Example]
  }

  /// A column of dates some of which have a time of day.
  public struct Times: Hashable, Sendable, Encodable {
    /// Our name.
    public var column: String
    /// The file's name.
    public var header: String
    /// Moments with an offset from UTC, which count for their day in the company's zone.
    public var withOffset: Int
    /// Times without one, which count for the day that is written.
    public var withoutOffset: Int
    /// The first of the former, else of the latter.
    public var example: DateOrderProof.Example
  }

  /// Ids that stand on several rows.
  public struct Repeats: Hashable, Sendable, Encodable {
    /// How many of them.
    public var ids: Int
    /// The rows that repeat one of an earlier row.
    public var rows: Int
    /// The lines of the first ten of these.
    public var lines: [Int]
  }

  /// A column of numbers and the mark before its decimals.
  public struct Numbers: Hashable, Sendable, Encodable {
    /// Our name.
    public var column: String
    /// The file's name.
    public var header: String
    /// What the cells say.
    public var decimal: DecimalProof.Verdict
    /// The mark that is taken.
    public var readAs: String
    /// The cells that show it.
    public var examples: [DecimalProof.Example]
  }

  /// A column of rates and what its numbers count.
  public struct Rates: Hashable, Sendable, Encodable {
    /// Our name.
    public var column: String
    /// The file's name.
    public var header: String
    /// Whether a number without `%` counts hundredths.
    public var isPercent: Bool
    /// What shows it.
    public var because: String
  }

  /// A stage as it is written and on how many rows.
  public struct Stage: Hashable, Sendable, Encodable {
    /// The stage.
    public var stage: String
    /// Rows that hold it.
    public var rows: Int
    /// How its deals seem to have ended: won where the file gives each a chance of 1, lost where it gives each one of 0.
    var ending: DealOutcome?

    enum CodingKeys: CodingKey { case stage, rows }
  }

  /// A word of a column and on how many rows it stands.
  public struct Word: Hashable, Sendable, Encodable {
    /// The word; empty for rows without one.
    public var name: String
    /// Rows that hold it.
    public var rows: Int
  }

  /// A column that the file lacks.
  public struct Missing: Hashable, Sendable, Encodable {
    /// Our name.
    public var column: String
    /// Whether the table cannot be read without it.
    public var isRequired: Bool
    /// The commands that need it for all or some of their figures.
    public var feeds: [String]
  }

  /// The file as the user named it.
  public var file: String
  /// What it is a table of; absent where nothing speaks for one.
  public var table: ImportTable?
  /// Whose export it is.
  public var vendor: ImportVendor
  /// The headers that tell.
  public var vendorEvidence: [String]
  /// Rows below the header.
  public var rows: Int
  /// Columns of the file.
  public var columns: Int
  /// How the file was read, and what was left out.
  public var reading: TableNotes
  /// Rows that the CRM has deleted, which nothing counts; null where no column says it.
  public var deletedRows: Int?
  /// Ids on several rows; null without a column of ids.
  public var repeats: Repeats?
  /// Which column stands for which of ours.
  public var mapping: [ImportMapping.Match]
  /// Columns of deals that say when they entered and left a stage, which is read as their history.
  public var stageDates: [String]
  /// Columns of the file that nothing reads.
  public var unused: [String]
  /// What the file lacks, what is needed first.
  public var missing: [Missing]
  /// The columns of dates.
  public var dates: [Dates]
  /// Those of them with times of day.
  public var times: [Times]
  /// The columns of money and numbers.
  public var numbers: [Numbers]
  /// The columns of rates.
  public var rates: [Rates]
  /// Distinct stages, the most frequent first.
  public var stages: [Stage]
  /// Distinct owners, those of most rows first.
  public var owners: [Word]
  /// The currencies of amounts, by their column or as cells name them; those of most rows first.
  public var currencies: [Word]
  /// Distinct forecast categories, the most frequent first.
  public var categories: [Word]
  /// The commands that cannot run over this file, since a column that they need is missing.
  public var disabled: [String]
  /// Lines for `revops.yaml`; empty where no table was recognised.
  public var data: String
}

extension ImportInspection {
  /// Looks at a table.
  ///
  /// - Parameters:
  ///   - file: The table as read.
  ///   - wanted: What it is to be read as; nil to tell by its columns.
  ///   - given: Our column names to the file's, where the user has said so.
  /// - Returns: What it is.
  /// - Throws: A name under `given` that is no column of ours or not in the file.
  public static func inspect(
    _ file: Table, as wanted: ImportTable? = nil, given: [String: String] = [:]
  ) throws(InputErrors) -> ImportInspection {
    let vendor = ImportVendor.detect(file.columns)
    let table = wanted ?? ImportMapping.table(of: file)
    let mapping: ImportMapping?
    if let table {
      mapping = try .find(in: file, as: table, given: given, vendor: vendor)
    } else {
      mapping = nil
    }
    let stageDates = table == .opportunities ? StageHistory.columns(among: file.columns) : []
    let used = Set((mapping?.matches.map(\.index) ?? []) + stageDates)
    var inspection = ImportInspection(
      file: file.name, table: table, vendor: vendor, vendorEvidence: vendor.evidence(file.columns),
      rows: file.rowCount, columns: file.columns.count, reading: file.notes,
      deletedRows: deletedRows(of: file, mapping),
      repeats: mapping?["id"].map { repeats(of: file, $0) }, mapping: mapping?.matches ?? [],
      stageDates: stageDates.map { file.columns[$0] },
      unused: file.columns.indices.filter { !used.contains($0) }.map { file.columns[$0] },
      missing: (mapping?.missing ?? []).map {
        Missing(column: $0.name, isRequired: $0.isRequired, feeds: $0.feeds)
      },
      dates: [], times: [], numbers: [], rates: [], stages: [], owners: [], currencies: [], categories: [],
      disabled: [],
      data: "")
    for match in inspection.mapping { inspection.look(at: match, in: file) }
    if let stage = mapping?["stage"] {
      let endings = inspection.endings(of: file, stage)
      inspection.stages = Self.words(of: file, stage).map {
        Stage(stage: $0.name, rows: $0.rows, ending: endings[$0.name])
      }
    }
    if let owner = mapping?["owner"] { inspection.owners = Self.words(of: file, owner) }
    if let category = mapping?["forecast_category"] {
      inspection.categories = Self.words(of: file, category)
    }
    inspection.currencies = mapping.map { Self.currencies(of: file, $0) } ?? []
    if let table, inspection.missing.contains(where: \.isRequired) {
      // One that does without the table is refused too where the file is given to it.
      let reading = AnalysisRegistry.standard.analyses.filter {
        ($0.tables + $0.optionalTables).contains(table.rawValue)
      }
      inspection.disabled = reading.map { $0.key.replacing(".", with: " ") }
    }
    if let mapping { inspection.data = ImportBlock(inspection: inspection, table: mapping.table).text }
    return inspection
  }

  private mutating func look(at match: ImportMapping.Match, in file: Table) {
    switch match.kind {
    case .date:
      let proof = file.dateOrder(of: match.index)
      dates.append(
        Dates(column: match.column, header: match.header, order: proof.verdict, examples: proof.examples))
      if let times = Times(of: match, in: file) { self.times.append(times) }
    case .amount, .number:
      let proof = file.decimalMark(of: match.index)
      numbers.append(
        Numbers(
          column: match.column, header: match.header, decimal: proof.verdict, readAs: proof.mark.rawValue,
          examples: proof.examples))
    case .rate:
      let scale = RateScale(of: match, in: file, vendor: vendor)
      rates.append(
        Rates(column: match.column, header: match.header, isPercent: scale.isPercent, because: scale.because))
    case .text, .flag: break
    }
  }

  /// The stages of whose rows each has a chance of 1, or each one of 0.
  private func endings(of file: Table, _ stage: Int) -> [String: DealOutcome] {
    guard let match = mapping.first(where: { $0.column == "probability" }),
      let chances = try? file.numbers(match.index)
    else { return [:] }
    let isPercent = rates.first { $0.column == match.column }?.isPercent == true
    var known: [String: Set<Double>] = [:]
    for row in 0..<file.rowCount {
      known[HeaderName.trimmed(file.text(row, stage)), default: []].insert(chances[row])
    }
    return known.compactMapValues { chances in
      if chances == [0] { return .lost }
      return chances == [isPercent ? 100 : 1] ? .won : nil
    }
  }

  /// How many rows the CRM has deleted; nil where no column says it, or a status says it of none.
  private static func deletedRows(of file: Table, _ mapping: ImportMapping?) -> Int? {
    func count(_ mark: DeletionMark) -> Int {
      (0..<file.rowCount).count { mark.says(file.text($0, mark.column)) }
    }
    if let bin = DeletionMark.recycleBin(of: file) { return count(bin) }
    return mapping.flatMap(DeletionMark.status).map(count).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func repeats(of file: Table, _ column: Int) -> Repeats {
    var rows: [String: Int] = [:]
    var repeating: [Int] = []
    for row in 0..<file.rowCount where !file.isMissing(row, column) {
      let id = RecordID.plain(HeaderName.trimmed(file.text(row, column)))
      rows[id, default: 0] += 1
      if rows[id] ?? 0 > 1 { repeating.append(row) }
    }
    return Repeats(
      ids: rows.values.count { $0 > 1 }, rows: repeating.count,
      lines: repeating.prefix(10).map { file.line(of: $0) })
  }

  /// Distinct texts of a column with their rows: the most frequent first, then by the alphabet.
  private static func words(of file: Table, _ column: Int) -> [Word] {
    var counts: [[UInt8]: Int] = [:]
    for row in 0..<file.rowCount { counts[Table.trimmed(Array(file.cell(row, column))), default: 0] += 1 }
    return sorted(counts.map { Word(name: String(decoding: $0.key, as: UTF8.self), rows: $0.value) })
  }

  private static func sorted(_ words: [Word]) -> [Word] {
    words.sorted { ($1.rows, $0.name) < ($0.rows, $1.name) }
  }

  /// The currencies that a column of them says, else those that the cells of amounts name.
  private static func currencies(of file: Table, _ mapping: ImportMapping) -> [Word] {
    if let column = mapping["currency"] { return words(of: file, column) }
    guard let column = mapping["amount"] else { return [] }
    let style = NumberStyle(decimalMark: file.decimalMark(of: column).mark, allowsExportForms: true)
    var counts: [String: Int] = [:]
    file.forEachCell(of: column) { _, bytes in
      guard let currency = try? CellAmount(bytes, home: .usd, style: style).currency else { return }
      counts["\(currency)", default: 0] += 1
    }
    return sorted(counts.map { Word(name: $0.key, rows: $0.value) })
  }
}

extension ImportInspection.Times {
  /// Counts the times of a column; nil where it has none.
  init?(of match: ImportMapping.Match, in file: Table) {
    var (with, without) = (0, 0)
    var first: (with: Int?, without: Int?)
    file.forEachCell(of: match.index) { row, bytes in
      guard let date = TableDate(bytes) else { return }
      if date.hasOffset {
        with += 1
        first.with = first.with ?? row
      } else if date.seconds > 0 {
        without += 1
        first.without = first.without ?? row
      }
    }
    guard let row = first.with ?? first.without else { return nil }
    self.init(
      column: match.column, header: match.header, withOffset: with, withoutOffset: without,
      example: .init(line: file.line(of: row), text: file.text(row, match.index), row: row))
  }
}

/// Whether the numbers of a rate column count hundredths, and what shows it.
public struct RateScale: Hashable, Sendable {
  /// Whether a number without `%` counts hundredths.
  public var isPercent: Bool
  /// What shows it, as a clause.
  public var because: String

  /// Settles it by the header, by the vendor's habit, else by the largest number.
  ///
  /// - Parameters:
  ///   - match: The column.
  ///   - file: The table it stands in.
  ///   - vendor: Whose export it is.
  public init(of match: ImportMapping.Match, in file: Table, vendor: ImportVendor) {
    if match.header.utf8.contains(UInt8(ascii: "%")) {
      self.init(true, "the header has a % sign")
      return
    }
    switch vendor {
    case .salesforceAPI, .salesforceReport, .pipedrive, .dynamics:
      self.init(true, "\(vendor.title) counts from 0 to 100")
    case .hubspotLabels, .hubspotNames:
      self.init(false, "\(vendor.title) counts from 0 to 1")
    case .zoho, .generic:
      let largest = (try? file.numbers(match.index))?.filter { !$0.isNaN }.max()
      self =
        largest.map(RateScale.init(largest:))
        ?? RateScale(false, "each cell has its own % sign, or none has a number")
    }
  }

  private init(largest: Double) {
    if largest > 1 {
      self.init(true, "there are numbers above 1")
    } else {
      self.init(false, "no number is above 1")
    }
  }

  private init(_ isPercent: Bool, _ because: String) {
    self.isPercent = isPercent
    self.because = because
  }
}
