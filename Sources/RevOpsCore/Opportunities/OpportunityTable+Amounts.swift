extension OpportunityReader {
  /// The amounts in the smallest coin of the currency shown, half to even; not a number where there is none.
  ///
  ///     coins = amount × rate of its currency / rate of the currency shown
  ///
  /// An amount is in the currency its cell names, else its row's, else the table's, else the company's.
  mutating func coins() -> [Double] {
    guard let column = data.mapping["amount"] else {
      return [Double](repeating: .nan, count: data.rowCount)
    }
    let home = data.source.currency ?? company.rates.home
    let currencies = rowCurrencies(home)
    // Cells without a currency are read with the digits of the finest that any row has.
    let unit = currencies?.finest ?? home
    let read: AmountColumn
    do throws(InputErrors) {
      guard
        case .amounts(let amounts) = try data.column(column, as: .amounts(data.source.decimal, home: unit))
      else { return [] }
      read = amounts
    } catch {
      problems += error.diagnostics
      return []
    }
    if currencies == nil, read.currencies.isEmpty, home == company.currency {
      func coins(_ units: Int64) -> Double { units == AmountColumn.missing ? .nan : Double(units) }
      return data.isWhole
        ? read.minorUnits.map(coins) : data.rows.map { coins(read.minorUnits[$0]) }
    }
    var factors: [Currency: Double] = [:]
    let named = read.currencies.isEmpty ? [:] : namedCurrencies(column, unit)
    let digits = company.currency.coinsPerUnit
    var converted: [Double]?
    return data.rows.indices.map { row in
      let coins = read.minorUnits[data.rows[row]]
      guard coins != AmountColumn.missing else { return .nan }
      let own = named[row]
      let said = currencies?.byRow[row]
      let isSaid = currencies.map { $0.isSaid(row) } ?? false
      let currency =
        own.map { settled($0, isSaid ? said : nil, row, column) } ?? said ?? home
      // A quotient of whole numbers is exact to the half coin, which a product with a rate need not be.
      if currency == company.currency { return rounded(Double(coins) * digits / (own ?? unit).coinsPerUnit) }
      let units = Double(coins) / (own ?? unit).coinsPerUnit
      if own == nil,
        let worth = self.currencies?.deals[row].flatMap({ self.currencies?.known.worth(of: $0) }),
        let shown = company.rates.rate(of: company.currency)
      {
        return rounded(units * worth / shown.double * digits)
      }
      if factors[currency] == nil, company.rates.rate(of: currency) == nil, data.has("amount_home") {
        // Without a rate of ours, what the CRM made of the amount counts.
        converted = converted ?? self.converted()
        if let coins = converted?[row], !coins.isNaN { return coins }
      }
      guard let factor = factors[currency] ?? factor(of: currency, row) else { return .nan }
      factors[currency] = factor
      return rounded(units * factor * digits)
    }
  }

  /// The currency of an amount whose cell names one; where its row or its deal names another, that is refused.
  private mutating func settled(_ own: Currency, _ said: Currency?, _ row: Int, _ column: Int) -> Currency {
    let fileRow = data.rows[row]
    let settled =
      said == nil
      ? data.settled(own, ofDeal: statedCurrency(row), fileRow, column)
      : data.settled(own, said.map { .success($0) }, fileRow, column)
    switch settled {
    case .success(let currency): return currency
    case .failure(let fault):
      if problems.count(where: { $0.id == fault.id }) < CellProblems.listed {
        problems.append(fault.diagnostic(at: data.rows[row], in: data.table))
      }
      return own
    }
  }

  private func rounded(_ coins: Double) -> Double { coins.rounded(.toNearestOrEven) }

  /// The amounts as the CRM has converted them to the company's currency, in coins of the one that is shown; not a
  /// number where a cell has none.
  private mutating func converted() -> [Double] {
    let home = company.rates.home
    guard let column = data.mapping["amount_home"], let shown = company.rates.rate(of: company.currency)
    else {
      return []
    }
    do throws(InputErrors) {
      let amounts = try data.table.amounts(column, decimal: data.source.decimal, home: home)
      refuseOtherCurrencies(among: amounts.currencies, column, home)
      let scale = company.currency.coinsPerUnit / home.coinsPerUnit / shown.double
      return data.rows.map { row in
        let coins = amounts.minorUnits[row]
        return coins == AmountColumn.missing ? .nan : (Double(coins) * scale).rounded(.toNearestOrEven)
      }
    } catch {
      problems += error.diagnostics
      return [Double](repeating: .nan, count: data.rowCount)
    }
  }

  /// Refuses converted amounts in another currency than the company's, by their cells or by the column beside them
  /// that says it.
  private mutating func refuseOtherCurrencies(among named: [Currency], _ column: Int, _ home: Currency) {
    let header = data.table.columns[column]
    var other: (name: String, place: Place)?
    if let named = named.first(where: { $0 != home }) {
      other = ("\(named)", data.table.place(column: column))
    }
    let key = ImportKey(header).text + "currency"
    if let said = data.table.columns.firstIndex(where: { ImportKey($0).text == key }) {
      let row = data.rows.first { row in
        !data.table.isMissing(row, said) && Currency(HeaderName.trimmed(data.table.text(row, said))) != home
      }
      if let row { other = (printable(data.table.text(row, said)), data.table.place(row, said)) }
    }
    guard let other else { return }
    problems.append(
      Diagnostic(
        "pipeline.converted-currency",
        "'\(printable(header))' is in '\(other.name)', and \(home) is wanted", at: other.place,
        hint: "say what it is with 'company.currency', or give the rates of the amounts under company.fx"))
  }

  /// Units of the currency shown for one of another; a currency without a rate is refused once.
  private mutating func factor(of currency: Currency, _ row: Int) -> Double? {
    guard let rate = company.rates.rate(of: currency), let shown = company.rates.rate(of: company.currency)
    else {
      let home = company.rates.home
      let isTold = problems.contains { $0.id == "pipeline.no-rate" && $0.message.contains("'\(currency)'") }
      guard !isTold else { return nil }
      add(
        "pipeline.no-rate", "an amount is in '\(currency)', and there is no rate from it to \(home)", row,
        data.has("currency") ? "currency" : "amount",
        hint:
          "give 1 \(currency) in \(home) under company.fx, such as {\(currency): 1.1}; or say company.currency: \(currency)"
      )
      return nil
    }
    return rate.double / shown.double
  }

  /// The currency that each row names, else its deal has, with the finest of them and whether a row names it; nil for a
  /// file without either.
  private mutating func rowCurrencies(_ home: Currency) -> (
    byRow: [Currency], finest: Currency, isSaid: (Int) -> Bool
  )? {
    let ofDeals = currencies.map { known in known.deals.map { $0.map { known.known[$0] } ?? home } }
    func finest(_ all: some Sequence<Currency>) -> Currency {
      all.reduce(home) { $0.orFiner($1) }
    }
    guard let labels = data.labels("currency") else {
      return ofDeals.map { ($0, finest($0), { _ in false }) }
    }
    var known: [Currency] = []
    for (code, name) in labels.names.enumerated() {
      if let currency = Currency(named: name) {
        known.append(currency)
      } else {
        known.append(home)
        add(
          "pipeline.unknown-currency", "'\(printable(name))' is no ISO 4217 currency code",
          labels.firstRows[code], "currency", hint: "write a code such as USD or EUR")
      }
    }
    let byRow = labels.codes.indices.map { row in
      labels.codes[row] == Labels.missing ? ofDeals?[row] ?? home : known[Int(labels.codes[row])]
    }
    return (byRow, finest(known + (ofDeals ?? [])), { labels.codes[$0] != Labels.missing })
  }

  /// The currencies that cells of the amounts name, by row.
  private func namedCurrencies(_ column: Int, _ home: Currency) -> [Int: Currency] {
    let byFileRow = data.namedCurrencies(column, home)
    var byRow: [Int: Currency] = [:]
    for (row, fileRow) in data.rows.enumerated() { byRow[row] = byFileRow[fileRow] }
    return byRow
  }

  /// The chance of each deal: its stage's where the workspace gives one, else its own, else the one that the
  /// vendor delivers the stage with; a closed deal's is 1 or 0 by its stage.
  mutating func probabilities(_ stages: Labels, _ known: [StageRule?]) -> [Double] {
    let own = ownProbabilities()
    let isGiven = !rules.isEmpty
    let chances = known.map { $0?.probability ?? .nan }
    return data.rows.indices.map { row in
      let code = Int(stages.codes.indices.contains(row) ? stages.codes[row] : Labels.missing)
      let byStage = chances.indices.contains(code) ? chances[code] : .nan
      if isGiven, !byStage.isNaN { return byStage }
      if let own, !own[data.rows[row]].isNaN { return own[data.rows[row]] }
      return byStage
    }
  }

  /// Refuses chances that may be fractions where they count as hundredths.
  ///
  /// Among numbers above 1 a fraction may be either; where a vendor writes hundredths, a column of fractions alone was
  /// made by someone else.
  private func refuseFractions(
    _ column: Int, of own: [Double], isPercent: Bool?, plain: () throws(InputErrors) -> [Double]
  ) throws(InputErrors) {
    func isSmall(_ chance: Double) -> Bool { chance > 0 && chance < 0.01 }
    let isHeaded = data.table.columns[column].utf8.contains(UInt8(ascii: "%"))
    guard isPercent != false, !isHeaded, let row = data.rows.first(where: { isSmall(own[$0]) }),
      isPercent == nil || !data.rows.contains(where: { own[$0] > 0.01 })
    else { return }
    let plain = try plain()
    // A cell with a percent sign says what it is.
    guard plain[row] != own[row] else { return }
    throw InputErrors(
      Diagnostic(
        "pipeline.probability-scale",
        "'\(printable(data.table.text(row, column)))' may be meant as a fraction or as hundredths, a hundred times less",
        at: data.table.place(row, column),
        hint: "write all chances with a percent sign, or name the column with one: 'Probability (%)'"))
  }

  /// The column of chances as fractions; nil for a file without one.
  ///
  /// A number counts hundredths where the header has a percent sign or the vendor writes them so; HubSpot writes
  /// fractions; in another file they are hundredths where one is above 1.
  private mutating func ownProbabilities() -> [Double]? {
    guard let column = data.mapping["probability"] else { return nil }
    let isPercent = data.mapping.hasChancesInPercent(in: data.table)
    func rates(isPercent: Bool) throws(InputErrors) -> [Double] {
      let form = ColumnForm.rates(data.source.decimal, isPercent: isPercent)
      guard case .numbers(let rates) = try data.column(column, as: form) else { return [] }
      return rates
    }
    do throws(InputErrors) {
      var own = try rates(isPercent: isPercent ?? false)
      let plain = own
      if isPercent == nil, own.contains(where: { $0 > 1 }) { own = try rates(isPercent: true) }
      try refuseFractions(column, of: own, isPercent: isPercent) { () throws(InputErrors) in
        isPercent == true ? try rates(isPercent: false) : plain
      }
      var outside = CellProblems(table: data.table, column: column)
      for row in data.rows where own[row] < 0 || own[row] > 1 {
        outside.add(row, "pipeline.probability", "a chance to be won lies between 0% and 100%")
      }
      if let errors = outside.errors { throw errors }
      return own
    } catch {
      problems += error.diagnostics
      return nil
    }
  }
}
