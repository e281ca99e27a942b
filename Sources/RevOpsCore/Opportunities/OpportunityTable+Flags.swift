extension OpportunityReader {
  /// What the CRM's own flags say of each deal; empty for a file without them.
  ///
  /// One column of status (Open, Won, Lost) says both; else a column says whether the deal is closed and another
  /// whether it is won, and an empty cell of either means no.
  mutating func closingFlags() -> [DealOutcome?] {
    guard let closedColumn = data.mapping["is_closed"] else { return [] }
    guard let closed = data.labels("is_closed") else { return [] }
    if data.mapping["is_won"] == closedColumn {
      let outcomes = words(of: closed, "is_closed", "Open, Won or Lost") { Self.status($0) }
      return closed.codes.map { $0 == Labels.missing ? nil : outcomes[Int($0)] }
    }
    let isClosed = words(of: closed, "is_closed", "true or false") { FlagWord.truth($0) }
    let won = data.labels("is_won")
    let isWon = won.map { words(of: $0, "is_won", "true or false") { FlagWord.truth($0) } }
    return closed.codes.indices.map { row in
      let isClosedRow =
        closed.codes[row] == Labels.missing ? false : isClosed[Int(closed.codes[row])] ?? false
      guard isClosedRow else { return .open }
      guard let won, let isWon else { return nil }
      let isWonRow = won.codes[row] == Labels.missing ? false : isWon[Int(won.codes[row])] ?? false
      return isWonRow ? .won : .lost
    }
  }

  /// What each word of a column means; one that means nothing is refused.
  private mutating func words<Value>(
    of labels: Labels, _ column: String, _ wanted: String, _ read: (String) -> Value?
  ) -> [Value?] {
    let values = labels.names.map { read(ImportKey($0).text) }
    for (code, name) in labels.names.enumerated() where values[code] == nil {
      add(
        "pipeline.unknown-flag", "'\(printable(name))' of '\(column)' is not \(wanted)",
        labels.firstRows[code], column, hint: "mend the cell, or map another column under 'columns'")
    }
    return values
  }

  /// A status in words, or as Dynamics numbers it.
  private static func status(_ word: String) -> DealOutcome? {
    FlagWord.status(word).map { $0.isWon ? .won : $0.isClosed ? .lost : .open }
  }
}
