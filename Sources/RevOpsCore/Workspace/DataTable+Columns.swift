extension DataTable {
  /// The id of a row that counts, in the form in which ids are compared; nil where it has none.
  func id(_ row: Int) -> String? { text("id", row).map(RecordID.plain) }

  /// The text of a cell of a row that counts; nil where it says that there is none.
  func text(_ column: String, _ row: Int) -> String? {
    guard let index = mapping[column], rows.indices.contains(row) else { return nil }
    return text(rows[row], index)
  }

  /// A column of text, one for each row that counts; nil for a cell that says there is nothing, and for all of
  /// them where the file has no such column.
  func texts(_ column: String) -> [String?] {
    let all = allTexts(column)
    return isWhole ? all : rows.map { all[$0] }
  }

  /// The same in all rows of the file, those too that a condition leaves out.
  func allTexts(_ column: String) -> [String?] {
    guard let index = mapping[column] else { return Array(repeating: nil, count: table.rowCount) }
    var texts: [String?] = []
    texts.reserveCapacity(table.rowCount)
    table.forEachCell(of: index) { _, cell in texts.append(Self.text(cell)) }
    return texts
  }

  /// A cell of text of any row of the file.
  func anyText(_ column: String, _ row: Int) -> String? { mapping[column].flatMap { text(row, $0) } }

  private func text(_ row: Int, _ column: Int) -> String? {
    table.cell(row, column).withUnsafeBufferPointer(Self.text)
  }

  private static func text(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    Table.isMissing(cell) ? nil : HeaderName.trimmed(String(decoding: cell, as: UTF8.self))
  }

  /// A column of money to the coin in units of the currency shown, one for each row that counts; nil for an empty cell, and
  /// for all of them where the file has no such column.
  ///
  /// - Parameters:
  ///   - column: Our name of it.
  ///   - id: What the problem is called if amounts are in several currencies.
  ///   - company: The currency shown, and the rates.
  /// - Returns: Units for each row, nil where there are none.
  /// - Throws: Each cell that is no amount, and amounts that cannot be added up.
  func values(_ column: String, _ id: String, in company: Company) throws(InputErrors) -> [Double?] {
    guard let index = mapping[column] else { return Array(repeating: nil, count: rowCount) }
    let home = source.currency ?? company.rates.home
    let amounts = try table.amounts(index, decimal: source.decimal, home: home)
    let foreign = amounts.currencies.first { $0 != home }
    guard foreign == nil, let rate = company.shown(Money(1, home))?.units else {
      throw InputErrors(
        Diagnostic(
          id, "'\(table.columns[index])' has amounts in \(foreign ?? home)",
          at: table.place(column: index),
          hint: "put all of them in one currency, and name it with 'currency' on the table"))
    }
    let shown = company.currency
    return rows.map { row in
      let coins = amounts.minorUnits[row]
      guard coins != AmountColumn.missing else { return nil }
      let units = Double(coins) / home.coinsPerUnit
      guard home != shown else { return units }
      return (units * rate * shown.coinsPerUnit).rounded(.toNearestOrEven) / shown.coinsPerUnit
    }
  }

  /// Refuses columns to cut figures by that the file does not have.
  func refuseUnknownCuts(_ cuts: [String], _ id: String) throws(InputErrors) {
    let known = mapping.matches.map(\.column) + table.columns
    let problems = cuts.filter { labels($0) == nil }.map { cut in
      Diagnostic(
        id, "'\(source.file)' has no column '\(printable(cut))' to cut figures by", at: source.place,
        hint: didYouMean(cut, among: known) ?? wordColumns)
    }
    if let errors = InputErrors(problems) { throw errors }
  }

  /// The columns that figures are usually cut by, those of our names that hold words.
  private var wordColumns: String? {
    let known = ImportTable(rawValue: name)?.columns ?? []
    let words = known.filter {
      $0.kind == .text && !["id", "name"].contains($0.name) && mapping[$0.name] != nil
    }
    return words.isEmpty ? nil : "there are: " + words.map(\.name).joined(separator: ", ")
  }
}

extension Workspace {
  /// Refuses to cut figures by columns of a table that the workspace does not give.
  func refuseCuts(_ cuts: [String], without table: String, _ id: String) throws(InputErrors) {
    guard let cut = cuts.first, sources[table] == nil else { return }
    throw InputErrors(
      Diagnostic(
        id, "figures are cut by columns of the table '\(table)', and 'data' does not give it",
        hint: "give the table, or leave out --by \(printable(cut))"))
  }
}
