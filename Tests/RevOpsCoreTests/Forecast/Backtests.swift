@testable import RevOpsCore

/// Records of deals and calls that exist only here.
enum Backtests {
  static let stages =
    "stages: {Discovery: {probability: 25%}, Proposal: {probability: 50%}, Negotiation: {probability: 75%}}"

  /// The backtest of tables, each given as CSV under its name.
  static func result(
    _ tables: [String: String], asOf: String = "2026-12-31", forecast: String = "", pipeline: String = stages,
    where filter: String? = nil
  ) throws(InputErrors) -> ForecastBacktest.Result {
    ForecastBacktest.compute(
      try input(tables, asOf: asOf, forecast: forecast, pipeline: pipeline, where: filter))
  }

  static func input(
    _ tables: [String: String], asOf: String = "2026-12-31", forecast: String = "", pipeline: String = stages,
    by cuts: [String] = [], where filter: String? = nil
  ) throws(InputErrors) -> ForecastBacktest.Input {
    var files = tables.reduce(into: [String: String]()) { $0["\($1.key).csv"] = $1.value }
    files["revops.yaml"] = """
      company: {as_of: \(asOf)}
      pipeline: {\(pipeline)}
      forecast: {\(forecast)}
      data: {\(tables.keys.sorted().map { "\($0): \($0).csv" }.joined(separator: ", "))}
      """
    var workspace = try workspace(files, options: RunOptions(filter: filter, cuts: cuts))
    workspace.readTables(ForecastBacktest.optionalTables)
    if let errors = InputErrors(workspace.problems) { throw errors }
    return try ForecastBacktest.input(from: workspace)
  }

  /// A deal on some days, with what the forecast called it.
  struct Deal {
    var course: Movements.Deal
    var categories: [String]
  }

  /// Random deals over two quarters, in whole thousands so that their distributions stay small; once closed a deal stays
  /// so.
  static func random(_ generator: inout SplitMix64, deals: Int) -> [Deal] {
    let words = ["commit", "best_case", "pipeline", "upside", "omitted"]
    return Movements.random(&generator, deals: deals).map { deal in
      var deal = deal
      if let end = deal.changes.firstIndex(where: { $0.stage.hasPrefix("Closed") }) {
        deal.changes.removeSubrange((end + 1)...)
      }
      for index in deal.changes.indices {
        deal.changes[index].cents = (deal.changes[index].cents / 100_000 + 1) * 100_000
      }
      let categories = deal.changes.map { change in
        change.stage.hasPrefix("Closed")
          ? "closed" : words[Int.random(in: 0..<words.count, using: &generator)]
      }
      return Deal(course: deal, categories: categories)
    }
  }

  static let historyHeader = "opportunity_id,stage,amount,close_date,entered_at,forecast_category"

  /// A row for each change up to a day.
  static func history(_ deals: [Deal], through last: CalendarDate = .latest) -> [String] {
    deals.flatMap { deal in
      zip(deal.course.changes, deal.categories).filter { $0.0.day <= last }.map { change, category in
        "\(deal.course.id),\(change.stage),\(Movements.amount(change.cents)),\(change.close),\(change.day),\(category)"
      }
    }
  }

  static let fieldHeader = "OpportunityId,Field,OldValue,NewValue,CreatedDate"

  /// A row for each change of one field.
  static func fields(_ deals: [Deal]) -> [String] {
    deals.flatMap { deal in
      var rows = ["\(deal.course.id),created,,,\(deal.course.changes[0].day)"]
      let changes = Array(zip(deal.course.changes, deal.categories))
      for (old, new) in zip(changes, changes.dropFirst()) {
        let values = [
          ("StageName", old.0.stage, new.0.stage),
          ("Amount", Movements.amount(old.0.cents), Movements.amount(new.0.cents)),
          ("CloseDate", "\(old.0.close)", "\(new.0.close)"), ("ForecastCategoryName", old.1, new.1),
        ]
        for (name, from, to) in values where from != to {
          rows.append("\(deal.course.id),\(name),\(from),\(to),\(new.0.day)")
        }
      }
      return rows
    }
  }

  static let exportHeader = "id,owner,stage,amount,close_date,created_date,forecast_category"

  /// The opportunities as they are on a day.
  static func export(_ deals: [Deal], on last: CalendarDate = .latest) -> [String] {
    deals.compactMap { deal in
      guard let index = deal.course.changes.lastIndex(where: { $0.day <= last }) else { return nil }
      let (id, now) = (deal.course.id, deal.course.changes[index])
      return
        "\(id),\(deal.course.owner),\(now.stage),\(Movements.amount(now.cents)),\(now.close),\(deal.course.changes[0].day),\(deal.categories[index])"
    }
  }

  static let callHeader = "person,period,called_on,forecast,actual"

  /// Calls of two people for quarters and months; what came stands beside those of ended periods.
  static func calls(_ generator: inout SplitMix64) -> [(
    day: CalendarDate, end: CalendarDate, text: String, actual: Int
  )] {
    let periods = ["2026-Q2", "2026-Q3", "2026-Q4", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]
    return ["Ana", "Bo"].flatMap { person in
      periods.flatMap { text in
        let period =
          (try? Period.parse(text, fiscal: FiscalCalendar())) ?? Period(from: .earliest, to: .latest)
        let actual = Int.random(in: 1..<500_000, using: &generator)
        return (0..<3).map { week in
          let called = Int.random(in: 1..<500_000, using: &generator)
          let on = period.start.adding(days: 7 * week + Int.random(in: 0..<6, using: &generator))
          return (on, period.end, "\(person),\(text),\(on),\(called),", actual)
        }
      }
    }
  }

  /// The rows of calls known on a day.
  static func rows(
    _ calls: [(day: CalendarDate, end: CalendarDate, text: String, actual: Int)],
    through last: CalendarDate = .latest
  ) -> [String] {
    calls.filter { $0.day <= last }.map { $0.text + ($0.end <= last.adding(days: 1) ? "\($0.actual)" : "") }
  }
}
