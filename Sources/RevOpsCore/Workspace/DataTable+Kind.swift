extension DataTable {
  /// Why what is given as opportunities is something else, of which each row would count as a deal; nil where it is not.
  ///
  /// Whoever says which columns count, or which rows, knows what the file is.
  ///
  /// - Parameter condition: The condition of the run.
  /// - Returns: Why.
  func otherKind(under condition: String?) -> Diagnostic? {
    guard ["opportunities", "opportunities_before"].contains(name), source.columns.isEmpty,
      source.filter == nil, table.rowCount > 0
    else { return nil }
    if ImportMapping.isStageHistory(table) {
      return Diagnostic(
        "data.other-table",
        "'\(source.file)' is a history: each row is a change of a deal, and would count as a deal",
        at: table.place(column: 0),
        hint:
          "give it as 'stage_history' beside the opportunities, or say under 'columns' where their values stand"
      )
    }
    guard let day = table.snapshotDay, !table.isOfOneDay else { return nil }
    let names = condition.flatMap { try? Expression.parse($0) }?.names.compactMap(\.first) ?? []
    guard !names.contains("snapshot_date"), !names.contains(table.columns[day]) else { return nil }
    let (first, last) = (table.text(0, day), table.text(table.rowCount - 1, day))
    return Diagnostic(
      "data.other-table",
      "'\(source.file)' has deals of several days (\(printable(first)), \(printable(last))), and each row would count "
        + "as a deal", at: table.place(table.rowCount - 1, day),
      hint: "give it as 'snapshots', or keep the rows of one day with 'where'")
  }
}

extension Table {
  /// The column that says of which day a row is, where the table may be one of snapshots.
  fileprivate var snapshotDay: Int? {
    (try? ImportMapping.find(in: self, as: .snapshots))?["snapshot_date"]
  }

  /// Whether its first and last row are of one day, as rows in the order of their days are then all; also where no
  /// column says the day.
  public var isOfOneDay: Bool {
    guard let day = snapshotDay, rowCount > 0 else { return true }
    return text(0, day) == text(rowCount - 1, day)
  }
}
