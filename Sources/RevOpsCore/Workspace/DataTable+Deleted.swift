extension DataTable {
  /// The column in which a Salesforce export of all rows says which are in the recycle bin; nil for a file without it.
  static func deletedColumn(of file: Table) -> Int? {
    file.columns.firstIndex { ImportKey($0).text == "isdeleted" }
  }

  /// Whether a word of that column says so of its row.
  static func isDeleted(_ word: String) -> Bool { ["true", "1"].contains(word.lowercased()) }

  /// Leaves out the rows that the CRM has deleted.
  ///
  /// - Returns: What is to be said of them; nil where there are none.
  /// - Throws: A column that cannot be read.
  mutating func leaveOutDeleted() throws(InputErrors) -> Diagnostic? {
    guard let index = Self.deletedColumn(of: table),
      case .labels(let flags) = try column(index, as: .labels)
    else { return nil }
    let isDeleted = (0..<flags.words.count).map { Self.isDeleted(flags.words.text($0)) }
    let deleted = flags.codes.indices.filter { flags.codes[$0] >= 0 && isDeleted[Int(flags.codes[$0])] }
    guard let first = deleted.first else { return nil }
    self.deleted = Set(deleted)
    leaveOut(self.deleted)
    let rows = deleted.count == 1 ? "1 row is" : "\(deleted.count) rows are"
    return Diagnostic(
      "data.deleted-rows", "\(rows) deleted in the CRM, and counted nowhere", at: table.place(first, index),
      severity: .warning, hint: "export without the recycle bin to have them gone")
  }
}
