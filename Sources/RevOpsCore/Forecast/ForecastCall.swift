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
  /// The deals named behind the forecast, by id or name.
  var deals: [String] = []
  /// Why it is not what was called before.
  var reason: String?
  /// Where the row stands.
  var place: Place

  /// Whether it says what is safe or what may come, and not what is promised.
  var isUnfinished: Bool { forecast == nil && (worst != nil || best != nil) }
}

extension Workspace {
  /// The rows of the `forecasts` table as calls, in the order of the file.
  func forecastCalls() throws(InputErrors) -> [ForecastCall] {
    if let known = kept["forecasts"] as? [ForecastCall] { return known }
    guard let table = table("forecasts") else { return [] }
    var reader = ForecastCallReader(table: table, company: company)
    let calls = reader.calls()
    if let errors = InputErrors(reader.problems.uniqued()) { throw errors }
    return calls
  }

  /// Keeps the calls, which hang on nothing but their table and the company.
  mutating func keepForecastCalls() {
    if let calls = try? forecastCalls() { kept["forecasts"] = calls }
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
    let managers = table.texts("manager")
    let (deals, reasons) = (table.texts("deals"), table.texts("reason"))
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
          deals: Self.words(deals[row] ?? ""), reason: reasons[row],
          place: table.table.place(row: table.rows[row])))
    }
    refuseContradictions(calls)
    return calls
  }

  /// Ids or names with semicolons, bars or line ends between.
  private static func words(_ text: String) -> [String] {
    text.split { $0 == ";" || $0 == "|" || $0.isNewline }.map { HeaderName.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  /// A column of text in which every row has to say something.
  private mutating func required(_ name: String) -> [String?] {
    let texts = table.texts(name)
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
    do throws(InputErrors) {
      return try table.values(name, "forecast.currency", in: company)
    } catch {
      problems += error.diagnostics
      return Array(repeating: nil, count: table.rowCount)
    }
  }

  /// Two calls of one day, unless they say the same.
  private mutating func refuseTwo(_ call: ForecastCall, _ other: ForecastCall, on day: CalendarDate) {
    var same = other
    (same.place, same.actual, same.manager) = (call.place, call.actual, call.manager)
    guard same != call else { return }
    problems.append(
      Diagnostic(
        "forecast.one-day",
        "'\(printable(call.person))' called \(call.period) twice on \(day), and the calls differ",
        at: call.place, hint: "keep the row that counts, or give the later call a later 'called_date'",
        notes: [.init("the other one is here", at: other.place)]))
  }

  /// Two rows of one person and period that do not say which call counts, or what came.
  private mutating func refuseContradictions(_ calls: [ForecastCall]) {
    var first: [ForecastKey: ForecastCall] = [:]
    var ofDay: [DatedKey: ForecastCall] = [:]
    for call in calls {
      if let day = call.calledOn {
        let key = DatedKey(call: ForecastKey(call), day: day)
        if let other = ofDay[key] { refuseTwo(call, other, on: day) } else { ofDay[key] = call }
      }
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

/// A person, a period and the day of a call.
private struct DatedKey: Hashable {
  var call: ForecastKey
  var day: CalendarDate
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
