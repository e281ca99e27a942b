extension Table {
  /// What is to be said of a table that can be used: a guessed encoding, rows cut short, none at all, a mark that
  /// the cells leave open.
  var warnings: [Diagnostic] { notes.warnings + shortRows + noRows }

  private var shortRows: [Diagnostic] {
    guard let line = notes.firstShortLine, let row = firstRow(onLine: line) else { return [] }
    let count = notes.shortRows
    let message =
      count == 1
      ? "this row is cut short; the cells it lacks count as empty"
      : "\(count) rows are cut short, this one first; the cells they lack count as empty"
    return [
      Diagnostic(
        "csv.short-row", message, at: place(row, columns.count - 1), severity: .warning,
        hint: "the header has \(columns.count) columns")
    ]
  }

  private var noRows: [Diagnostic] {
    guard rowCount == 0 else { return [] }
    var warning = refusedWithoutRows
    warning.severity = .warning
    return [warning]
  }

  /// That there is nothing to compute from.
  var refusedWithoutRows: Diagnostic {
    Diagnostic(
      "csv.no-rows", "'\(name)' has a header and no rows", at: place(column: 0),
      hint: "look at the filter of the export")
  }

  /// The row that starts on a line, found by halving, since rows stand in the order of their lines.
  private func firstRow(onLine line: Int) -> Int? {
    var low = 0
    var high = rowCount
    while low < high {
      let middle = low + (high - low) / 2
      if self.line(of: middle) < line { low = middle + 1 } else { high = middle }
    }
    return low < rowCount ? low : nil
  }
}

extension DataTable {
  /// That two columns have the name of one that is read, once for each.
  var doubledColumns: [Diagnostic] {
    let keys = table.columns.map { header in
      let isRenamed = table.notes.renamedColumns.contains(header)
      return ImportKey(isRenamed ? String(header.prefix { $0 != "(" }) : header).text
    }
    return mapping.matches.filter { !source.columns.keys.contains($0.column) }.compactMap { match in
      let name = ImportKey(match.header).text
      guard let other = keys.indices.first(where: { $0 > match.index && keys[$0] == name }) else {
        return nil
      }
      return Diagnostic(
        "csv.doubled-column",
        "two columns are called '\(printable(match.header))': the first is read, this one is not",
        at: table.place(column: other), severity: .warning,
        hint:
          "remove one, or name the right one under 'columns', such as {\(match.column): \"\(printable(table.columns[other]))\"}"
      )
    }
  }

  /// That amounts count as thousands though no cell proves it, once for each column of them.
  var groupedAmounts: [Diagnostic] {
    let home = "amount_home"  // read only where a rate is missing
    return mapping.matches.filter { $0.kind == .amount && $0.column != home }.compactMap { match in
      guard let row = grouped(match.index) else { return nil }
      let cell = printable(table.text(row, match.index))
      return Diagnostic(
        "csv.thousands",
        "'\(cell)' of '\(printable(match.header))' counts in thousands, and no cell proves it",
        at: table.place(row, match.index), severity: .warning,
        hint: table.notes.wayOut(
          "say 'decimal: \(table.usualMark.rawValue)' for this table if it is right",
          "decimal=\(table.usualMark.rawValue)"))
    }
  }

  /// How a file without some of our columns can be read after all: what it calls them, or what cuts its rows.
  func wayOut(without missing: [String]) -> String {
    if isSummary {
      return "this is a summary, matrix or joined report; export its details, with a row for each record"
    }
    if table.lacksNames {
      return "this line looks like a row: put one with the names above it, such as "
        + missing.joined(separator: ",")
    }
    if table.columns.count == 1 {
      let way = "all of it is one column: export it with commas, or say 'separator: semicolon', tab or pipe"
      return table.notes.wayOut(way, "separator=pipe")
    }
    let used = Set(mapping.matches.map(\.index))
    let unread = table.columns.indices.filter { !used.contains($0) }.map {
      "'\(printable(table.columns[$0]))'"
    }
    let way =
      table.notes.settings.map { "name it, such as --set \"\($0).columns.\(missing[0])=Its Header\"" }
      ?? "name it under 'columns', such as {\(missing[0]): \"Its Header\"}"
    guard !unread.isEmpty else { return way }
    let more = unread.count > 8 ? " and \(unread.count - 8) more" : ""
    return way + "; not read: " + unread.prefix(8).joined(separator: ", ") + more
  }

  /// Whether the file has what reports show of groups of records rather than a row for each.
  private var isSummary: Bool {
    let keys = table.columns.map { ImportKey($0).text }
    let sums = ["sumof", "averageof", "recordcount", "subtotal", "grandtotal", "largestof", "smallestof"]
    if keys.contains(where: { key in sums.contains { key.hasPrefix($0) } }) { return true }
    return (0..<min(table.rowCount, 200)).contains { row in
      let key = ImportKey(table.text(row, 0)).text
      return key == "subtotal" || key == "grandtotal" || key == "total"
    }
  }
}
