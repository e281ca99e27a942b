/// What somebody said a period would bring, and what came.
struct ForecastCall: Hashable, Sendable {
  /// Who called.
  var person: String
  /// Whose call contains this one; nil where nobody's does.
  var manager: String?
  /// What was called.
  var period: Period
  /// When; nil where the table does not say.
  var calledOn: CalendarDate?
  /// The number promised; nil where the row gives none.
  var forecast: Double?
  /// What is safe whatever happens.
  var worst: Double?
  /// What comes if all goes well.
  var best: Double?
  /// What came.
  var actual: Double?
  /// Where the row stands.
  var place: Place
}

extension Workspace {
  /// The rows of the `forecasts` table as calls, in the order of the file.
  func forecastCalls() throws(InputErrors) -> [ForecastCall] {
    guard let table = table("forecasts") else { return [] }
    var reader = ForecastCallReader(table: table, company: company)
    let calls = reader.calls()
    if let errors = InputErrors(reader.problems.uniqued()) { throw errors }
    return calls
  }
}

/// Reads calls out of a table, and keeps every problem of it.
private struct ForecastCallReader {
  let table: DataTable
  let company: Company
  var problems: [Diagnostic] = []

  mutating func calls() -> [ForecastCall] {
    let people = required("person")
    let periods = periods()
    let managers = texts("manager")
    let dates = dates()
    let (forecasts, worsts) = (amounts("forecast"), amounts("worst"))
    let (bests, actuals) = (amounts("best"), amounts("actual"))
    guard problems.isEmpty else { return [] }
    var calls: [ForecastCall] = []
    for row in table.rows.indices {
      guard let person = people[row], let period = periods[row] else { continue }
      calls.append(
        ForecastCall(
          person: person, manager: managers[row], period: period, calledOn: dates[row],
          forecast: forecasts[row], worst: worsts[row], best: bests[row], actual: actuals[row],
          place: table.table.place(row: table.rows[row])))
    }
    refuseContradictions(calls)
    return calls
  }

  /// A column of text, nil for a cell that says there is nothing.
  private func texts(_ name: String) -> [String?] {
    guard let column = table.mapping[name] else { return Array(repeating: nil, count: table.rowCount) }
    return table.rows.map { row in
      guard !table.table.isMissing(row, column) else { return nil }
      return HeaderName.trimmed(table.table.text(row, column))
    }
  }

  /// A column of text in which every row has to say something.
  private mutating func required(_ name: String) -> [String?] {
    let texts = texts(name)
    for (index, text) in texts.enumerated() where text == nil {
      let place = table.table.place(row: table.rows[index])
      problems.append(Diagnostic("forecast.row", "the row names no \(name)", at: place))
    }
    return texts
  }

  private mutating func periods() -> [Period?] {
    let texts = required("period")
    guard let column = table.mapping["period"] else { return texts.map { _ in nil } }
    var periods: [Period?] = []
    for (index, text) in texts.enumerated() {
      do throws(QuantityError) {
        periods.append(
          try text.map { text throws(QuantityError) in
            try Period.parse(text, fiscal: company.fiscal)
          })
      } catch {
        let place = table.table.place(table.rows[index], column)
        let message = error.message(for: table.table.columns[column])
        problems.append(Diagnostic("forecast.period", message, at: place, hint: error.hint))
        periods.append(nil)
      }
    }
    return periods
  }

  private mutating func dates() -> [CalendarDate?] {
    do throws(InputErrors) {
      if let dates = try table.dates("called_date") { return dates }
    } catch {
      problems += error.diagnostics
    }
    return Array(repeating: nil, count: table.rowCount)
  }

  /// A column of money in units of the currency that is shown.
  private mutating func amounts(_ name: String) -> [Double?] {
    let none = [Double?](repeating: nil, count: table.rowCount)
    guard let column = table.mapping[name] else { return none }
    let home = table.source.currency ?? company.rates.home
    do throws(InputErrors) {
      let amounts = try table.table.amounts(column, decimal: table.source.decimal, home: home)
      let foreign = amounts.currencies.first { $0 != home }
      guard foreign == nil, let rate = company.shown(Money(1, home))?.units else {
        problems.append(unplaced(foreign ?? home, column))
        return none
      }
      let scale = rate / power(10, Double(home.minorDigits))
      return table.rows.map { row in
        let units = amounts.minorUnits[row]
        return units == AmountColumn.missing ? nil : Double(units) * scale
      }
    } catch {
      problems += error.diagnostics
      return none
    }
  }

  private func unplaced(_ currency: Currency, _ column: Int) -> Diagnostic {
    Diagnostic(
      "forecast.currency", "'\(table.table.columns[column])' has amounts in \(currency)",
      at: table.table.place(column: column),
      hint: "put all calls in one currency, and name it with 'currency' on the table")
  }

  /// Two rows of one person and period that do not say which call counts, or what came.
  private mutating func refuseContradictions(_ calls: [ForecastCall]) {
    var first: [ForecastKey: ForecastCall] = [:]
    for call in calls {
      guard let earlier = first[ForecastKey(call)] else {
        first[ForecastKey(call)] = call
        continue
      }
      let whose = "'\(printable(call.person))' for \(call.period)"
      if call.calledOn == nil || earlier.calledOn == nil {
        problems.append(
          Diagnostic(
            "forecast.undated", "there are two calls of \(whose), and no date says which is the later",
            at: call.place, hint: "fill 'called_date' in both rows",
            notes: [.init("the other one is here", at: earlier.place)]))
      }
      if let actual = call.actual, let other = earlier.actual, actual != other {
        problems.append(
          Diagnostic(
            "forecast.actuals-differ", "two rows of \(whose) say different things of what came",
            at: call.place, notes: [.init("the other one is here", at: earlier.place)]))
      }
      if earlier.actual == nil { first[ForecastKey(call)]?.actual = call.actual }
    }
  }
}

/// A person and a period.
struct ForecastKey: Hashable {
  var person: String
  var start: CalendarDate
  var end: CalendarDate

  init(_ call: ForecastCall) {
    (person, start, end) = (call.person, call.period.start, call.period.end)
  }
}
