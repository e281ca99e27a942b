/// The amounts of a column in one currency, as areas add them up, one for each row of the file.
struct ShownAmounts: Sendable {
  /// In the smallest coin, half to even; `AmountColumn.missing` where there is none.
  var coins: [Int64]
  /// The currency.
  var currency: Currency
  /// Why the amount of a row has no worth in it.
  var faults: [Int: AmountFault] = [:]
}

/// Why an amount has no worth in another currency.
struct AmountFault: Error, Hashable, Sendable {
  var id: String
  var message: String
  var hint: String
  /// The column of the file that says so.
  var column: Int

  init(id: String, message: String, hint: String, column: Int) {
    self.id = id
    self.message = message
    self.hint = hint
    self.column = column
  }

  /// That the cell of an amount names one currency and its row another.
  init(_ own: Currency, beside said: Currency, _ column: Int) {
    self.init(
      id: "pipeline.two-currencies", message: "this amount is in \(own), and its row says \(said)",
      hint: "correct the cell or the column of the currency", column: column)
  }

  /// That a dollar sign stands in the history of a deal that is in no dollar.
  init(_ own: Currency, ofDealIn stated: Currency, _ column: Int) {
    self.init(
      id: "pipeline.two-currencies",
      message: "this amount is in \(own) by its sign, and the opportunities have its deal in \(stated)",
      hint: "leave the sign out, or write a code if it was \(own) then, such as \(own) 100", column: column)
  }

  /// The problem of a row of the file.
  func diagnostic(at row: Int, in table: Table) -> Diagnostic {
    Diagnostic(id, message, at: table.place(row, column), hint: hint)
  }
}

extension DataTable {
  /// A column of amounts in one currency.
  ///
  ///     coins = amount × rate of its currency / rate of the wanted one
  ///
  /// An amount is in the currency its cell names, else its row's, else the table's, else the company's. Where there is
  /// no rate from it, what the CRM has made of the amount counts.
  ///
  /// - Parameters:
  ///   - match: Which of our columns.
  ///   - currency: The currency wanted.
  ///   - rates: What others are worth.
  /// - Returns: An amount for each row of the file.
  /// - Throws: Each cell that is no amount.
  func shownAmounts(
    _ match: ImportMapping.Match, in currency: Currency, _ rates: ExchangeRates
  ) throws(InputErrors) -> ShownAmounts {
    let isConverted = match.column == "amount_home"
    let home = isConverted ? rates.home : source.currency ?? rates.home
    let byRow = isConverted ? nil : rowCurrencies()
    // Cells without a currency are read with the digits of the finest that any row has.
    let unit = home.orFiner(byRow?.finest)
    guard case .amounts(let read) = try column(match.index, as: .amounts(source.decimal, home: unit)) else {
      return ShownAmounts(coins: [], currency: currency)
    }
    let named = read.currencies.isEmpty ? [:] : namedCurrencies(match.index, unit)
    var shown = ShownAmounts(coins: read.minorUnits, currency: currency)
    if byRow == nil, named.isEmpty, home == currency { return shown }
    var converted: ShownAmounts?
    if match.column == "amount", let other = mapping.matches.first(where: { $0.column == "amount_home" }),
      rates.rate(of: currency) != nil
    {
      converted = try? shownAmounts(other, in: currency, rates)
    }
    for (row, units) in read.minorUnits.enumerated() where units != AmountColumn.missing {
      let own = named[row]
      switch own.map({ settled($0, byRow?.of(row), row, match.index) }) ?? byRow?.of(row) ?? .success(home) {
      case .failure(let fault):
        shown.coins[row] = AmountColumn.missing
        shown.faults[row] = fault
      case .success(let other):
        let perUnit = (own ?? unit).coinsPerUnit
        if other == currency {
          guard other.coinsPerUnit != perUnit else { continue }
          let coins = (Double(units) * other.coinsPerUnit / perUnit).rounded(.toNearestOrEven)
          shown.coins[row] = Int64(exactly: coins) ?? AmountColumn.missing
        } else if let from = rates.rate(of: other), let to = rates.rate(of: currency) {
          let worth = Double(units) / perUnit * (from.double / to.double)
          let coins = (worth * currency.coinsPerUnit).rounded(.toNearestOrEven)
          shown.coins[row] = Int64(exactly: coins) ?? AmountColumn.missing
        } else {
          shown.coins[row] = converted?.coins[row] ?? AmountColumn.missing
          guard shown.coins[row] == AmountColumn.missing else { continue }
          shown.faults[row] = AmountFault(
            id: "pipeline.no-rate",
            message: "an amount is in '\(other)', and there is no rate from it to \(rates.home)",
            hint:
              "give 1 \(other) in \(rates.home) under company.fx, such as {\(other): 1.1}; or say company.currency: \(other)",
            column: own == nil ? mapping["currency"] ?? match.index : match.index)
        }
      }
    }
    return shown
  }

  /// The currency of an amount whose cell names one, beside what its row says.
  ///
  /// A dollar sign alone is that of the row's dollar, be it Canadian or Australian.
  func settled(
    _ own: Currency, _ said: Result<Currency, AmountFault>?, _ row: Int, _ column: Int
  ) -> Result<Currency, AmountFault> {
    guard case .success(let said)? = said, said != own else { return .success(own) }
    if own.isDollar, said.isDollar, hasSignAlone(row, column) { return .success(said) }
    return .failure(AmountFault(own, beside: said, column))
  }

  /// The currency of an amount of a history whose cell names one, beside what the opportunities say of its deal.
  ///
  /// A deal may have been in another currency, so that a code or the sign of one alone is believed. A dollar sign is that
  /// of the deal's dollar, and that of nobody where the deal is in no dollar.
  func settled(
    _ own: Currency, ofDeal stated: @autoclosure () -> Currency?, _ row: Int, _ column: Int
  ) -> Result<Currency, AmountFault> {
    guard own.isDollar, hasSignAlone(row, column), let stated = stated(), stated != own else {
      return .success(own)
    }
    return stated.isDollar ? .success(stated) : .failure(AmountFault(own, ofDealIn: stated, column))
  }

  /// Whether a cell has no letter, and so no more than the sign of a currency.
  private func hasSignAlone(_ row: Int, _ column: Int) -> Bool {
    !table.text(row, column).utf8.contains { 0x61...0x7A ~= $0 | 0x20 }
  }

  /// Tells the currency that a row of the file names, nil for none, and that with the most digits; nil for a file without
  /// a column that does.
  func rowCurrencies() -> (of: (Int) -> Result<Currency, AmountFault>?, finest: Currency?)? {
    guard let index = mapping["currency"], case .labels(let labels)? = try? column(index, as: .labels) else {
      return nil
    }
    let known = (0..<labels.words.count).map { code -> Result<Currency, AmountFault> in
      let name = labels.words.text(code)
      if let currency = Currency(named: name) { return .success(currency) }
      return .failure(
        AmountFault(
          id: "pipeline.unknown-currency", message: "'\(printable(name))' is no ISO 4217 currency code",
          hint: "write a code such as USD or EUR", column: index))
    }
    let finest = known.compactMap { try? $0.get() }.max { $0.minorDigits < $1.minorDigits }
    func currency(_ row: Int) -> Result<Currency, AmountFault>? {
      labels.codes[row] == LabelColumn.missing ? nil : known[Int(labels.codes[row])]
    }
    return (currency, finest)
  }

  /// The currencies that cells of a column of amounts name, by row of the file.
  func namedCurrencies(_ column: Int, _ home: Currency) -> [Int: Currency] {
    let mark = source.decimal ?? table.decimalMark(of: column).mark
    let style = NumberStyle(decimalMark: mark, allowsExportForms: true)
    var byRow: [Int: Currency] = [:]
    table.forEachCell(of: column) { row, bytes in
      guard let currency = try? CellAmount(bytes, home: home, style: style).currency else { return }
      byRow[row] = currency
    }
    return byRow
  }
}
