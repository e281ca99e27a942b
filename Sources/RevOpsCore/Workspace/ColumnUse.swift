/// A column of a table that an analysis will ask for, so that it can be kept while the file is read.
///
/// What is not announced is read when it is asked for, which costs another pass over the file.
public struct ColumnUse: Hashable, Sendable {
  /// Our name, or the file's.
  public var column: String
  /// What it is used as.
  public var form: Form

  /// What a column is used as.
  public enum Form: Hashable, Sendable {
    /// Words, each distinct one once.
    case labels
    /// Whether there is anything.
    case filled
    case dates, amounts, numbers
    /// Chances as fractions.
    case chances
    /// Equal texts; with `plain` those equal but for case, accents and punctuation.
    case keys(plain: Bool)
  }

  /// Announces a column.
  public init(_ column: String, _ form: Form) {
    self.column = column
    self.form = form
  }

  /// Announces several columns of one form.
  static func uses(_ form: Form, of columns: [String]) -> [ColumnUse] { columns.map { ColumnUse($0, form) } }

  /// The column of a file that it stands for, in the form in which a table will be asked for it; nil for none.
  func request(in table: Table, _ mapping: ImportMapping, _ source: TableSource, home: Currency)
    -> ColumnRequest?
  {
    guard let index = mapping[column] ?? table.column(named: column) else { return nil }
    let form: ColumnForm =
      switch form {
      case .labels: .labels
      case .filled: .filled
      case .dates: .dates(source.dateOrder, zone: source.zone)
      case .amounts: .amounts(source.decimal, home: source.currency ?? home)
      case .numbers: .numbers(source.decimal)
      case .chances: .rates(source.decimal, isPercent: mapping.hasChancesInPercent(in: table) ?? false)
      case .keys(let plain): .keys(plain: plain)
      }
    return ColumnRequest(column: index, form: form)
  }
}

extension ImportMapping {
  /// Whether the chances of a file count hundredths: its header has a percent sign, or the vendor writes them so; nil
  /// where only all of them together tell.
  func hasChancesInPercent(in table: Table) -> Bool? {
    guard let column = self["probability"] else { return false }
    if table.columns[column].utf8.contains(UInt8(ascii: "%")) { return true }
    return switch vendor {
    case .salesforceAPI, .salesforceReport, .pipedrive, .dynamics: true
    case .hubspotLabels, .hubspotNames: false
    case .zoho, .generic: nil
    }
  }
}

extension [ColumnUse] {
  /// The columns of a file that these stand for, each once.
  func requests(
    in table: Table, _ mapping: ImportMapping, _ source: TableSource, home: Currency
  ) -> [ColumnRequest] {
    compactMap { $0.request(in: table, mapping, source, home: home) }.uniqued()
  }
}

/// Makes what takes the rows of a table while it is read, so that memory does not grow with its columns.
public struct FoldMaker: Sendable {
  /// The fold for a file with its header read; nil where its columns are wanted whole.
  let make: @Sendable (_ file: Table, _ mapping: ImportMapping, _ source: TableSource) -> (any RowFold)?
}
