/// A column in which an export says which of its rows the CRM has deleted, and the words by which it does.
struct DeletionMark {
  let column: Int
  private let words: [String]

  /// Whether a word of the column says so of its row.
  func says(_ word: String) -> Bool { words.contains(ImportKey(word).text) }

  /// The column of a Salesforce export of all rows that tells those in the recycle bin; nil for a file without it.
  static func recycleBin(of file: Table) -> DeletionMark? {
    file.columns.firstIndex { ImportKey($0).text == "isdeleted" }.map {
      DeletionMark(column: $0, words: ["true", "1"])
    }
  }

  /// The column of a status (Open, Won, Lost), which as Pipedrive has it may be Deleted too; nil for a file without it.
  static func status(in mapping: ImportMapping) -> DeletionMark? {
    guard let column = mapping["is_closed"], mapping["is_won"] == column else { return nil }
    return DeletionMark(column: column, words: ["deleted"])
  }
}

extension DataTable {
  /// Leaves out the rows that the CRM has deleted.
  ///
  /// - Returns: What is to be said of them; nil where there are none.
  /// - Throws: A column that cannot be read.
  mutating func leaveOutDeleted() throws(InputErrors) -> Diagnostic? {
    // A fold that takes deals gives up where a status is none of those that it knows.
    let status = fold is any IdentifyingFold ? nil : DeletionMark.status(in: mapping)
    guard let mark = DeletionMark.recycleBin(of: table) ?? status,
      case .labels(let flags) = try column(mark.column, as: .labels)
    else { return nil }
    let says = (0..<flags.words.count).map { mark.says(flags.words.text($0)) }
    let deleted = flags.codes.indices.filter { flags.codes[$0] >= 0 && says[Int(flags.codes[$0])] }
    guard let first = deleted.first else { return nil }
    self.deleted = Set(deleted)
    leaveOut(self.deleted)
    let rows = deleted.count == 1 ? "1 row is" : "\(deleted.count) rows are"
    return Diagnostic(
      "data.deleted-rows", "\(rows) deleted in the CRM, and counted nowhere",
      at: table.place(first, mark.column),
      severity: .warning, hint: "export without what is deleted to have them gone")
  }
}
