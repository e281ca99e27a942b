/// The plan cut into months and quarters, each stage as much earlier as it takes to reach the next.
///
/// Bookings fall on the months of the year by seasonality. What has to be there before them is counted in an earlier
/// month, by the time to close in whole months, to the nearest; so the calendar may begin before the year does.
/// Whole deals and leads are shared out by largest remainder: their months sum to the year exactly. Where a total or
/// its time to close is not given, no month of it is known.
struct PlanCalendar: Hashable, Sendable {
  /// A month or a quarter.
  struct Row: Hashable, Sendable, Encodable {
    /// `2026-03` or `FY2026-Q1`.
    var period: String
    /// Bookings to win, in currency units.
    var newBusiness = Figure.value(0)
    var expansion = Figure.value(0)
    /// New deals to win.
    var deals = Figure.value(0)
    /// Opportunities to open, pipeline to create, and leads to qualify.
    var opps = Figure.value(0)
    var pipeline = Figure.value(0)
    var sqls = Figure.value(0)
    var mqls = Figure.value(0)
    /// Expansion deals to win, and opportunities to open for them.
    var expansionDeals = Figure.value(0)
    var expansionOpps = Figure.value(0)
    /// What the team can bring, and what new business asks for beyond it.
    var capacity = Figure.value(0)
    var gap = Figure.value(0)
    /// ARR that is lost, an even part of the year's each month.
    var churned = Figure.value(0)
    /// ARR at the end of it.
    var endingArr = Self.before

    private static let before = Figure.absent(because: "lies before the plan's year")

    /// The figures that add up over months.
    fileprivate static var sums: [WritableKeyPath<Row, Figure>] {
      [
        \.newBusiness, \.expansion, \.deals, \.opps, \.pipeline, \.sqls, \.mqls, \.expansionDeals,
        \.expansionOpps, \.capacity, \.gap, \.churned,
      ]
    }

    /// Whether all of it lies before the plan's year.
    var isBefore: Bool { endingArr == Self.before }

    /// Whether anything is known of what has to be opened for the bookings.
    var hasFunnel: Bool {
      [deals, opps, pipeline, sqls, mqls, expansionOpps].contains { $0.value != nil }
    }

    fileprivate mutating func add(_ row: Row) {
      for figure in Self.sums { self[keyPath: figure] = self[keyPath: figure].adding(row[keyPath: figure]) }
      if !row.isBefore { endingArr = row.endingArr }
    }
  }

  private(set) var months: [Row] = []
  private(set) var quarters: [Row] = []
  /// All of it, with what has to be there before the year begins.
  private(set) var year: Row

  init(_ plan: PlanStatement, _ derived: PlanDerived, capacity: [MonthModel.Month], fiscal: FiscalCalendar) {
    year = Row(period: "\(plan.year)")
    let firsts = (0..<12).map { plan.year.start.adding(months: $0).startOfMonth }
    var rows: [CalendarDate: Row] = [:]
    Self.settleBookings(plan, firsts, capacity, &rows)
    let toOpp = plan.cycleDays
    let toSQL = toOpp.map { $0 + (plan.sqlToOppDays ?? 0) }
    let stages: [(WritableKeyPath<Row, Figure>, total: Figure, earlierBy: Figure)] = [
      (\.deals, derived.newDealsNeeded, .value(0)), (\.opps, derived.oppsNeeded, toOpp),
      (\.sqls, derived.sqlsNeeded, toSQL),
      (\.mqls, derived.mqlsNeeded, toSQL.map { $0 + (plan.mqlToSQLDays ?? 0) }),
      (\.expansionDeals, derived.expansionDealsNeeded, .value(0)),
      (\.expansionOpps, derived.expansionOppsNeeded, plan.expansionCycleDays),
    ]
    for (stage, total, lag) in stages {
      guard let count = total.value.flatMap({ Int(exactly: $0) }), let days = lag.value else { continue }
      let months = Int(exactly: TimeSpan(days, .days).count(of: .months).rounded()) ?? 0
      for (first, share) in zip(firsts, apportion(count, by: plan.team.seasonality)) where share > 0 {
        let day = first.adding(months: -months)
        rows[day, default: Row(period: "\(Period.month(containing: day))")][keyPath: stage] = .value(
          Double(share))
      }
    }
    for day in rows.keys {
      for (stage, total, lag) in stages {
        if let unknown = total.reason ?? lag.reason { rows[day]?[keyPath: stage] = .absent(because: unknown) }
      }
      if let opps = rows[day]?.opps { rows[day]?.pipeline = opps.times(plan.averageDeal) }
    }
    sum(rows, by: fiscal)
    for (stage, total, _) in stages { year[keyPath: stage] = total }
    (year.newBusiness, year.expansion) = (plan.newBusiness, plan.expansion)
    year.pipeline = derived.pipelineNeeded
  }

  /// Bookings, what the team brings of them, and the ARR at the end of each month: what was there, less churn, plus
  /// what comes.
  private static func settleBookings(
    _ plan: PlanStatement, _ firsts: [CalendarDate], _ capacity: [MonthModel.Month],
    _ rows: inout [CalendarDate: Row]
  ) {
    let lost = plan.currentARR.times(plan.churn)
    var done = 0.0
    for (index, first) in firsts.enumerated() {
      let weight = plan.team.seasonality[index]
      var row = Row(period: "\(Period.month(containing: first))")
      row.newBusiness = plan.newBusiness.map { $0 * weight / 12 }
      row.expansion = plan.expansion.map { $0 * weight / 12 }
      row.capacity = capacity[index].capacity
      row.gap = row.newBusiness.less(row.capacity)
      row.churned = lost.map { $0 / 12 }
      done += weight
      row.endingArr = plan.currentARR.less(lost.map { $0 * Double(index + 1) / 12 })
        .adding(plan.expansion.map { $0 * done / 12 }).adding(plan.newBusiness.map { $0 * done / 12 })
      rows[first] = row
    }
  }

  private mutating func sum(_ rows: [CalendarDate: Row], by fiscal: FiscalCalendar) {
    for day in rows.keys.sorted() {
      guard let row = rows[day] else { continue }
      months.append(row)
      let name = "\(fiscal.quarter(containing: day))"
      if quarters.last?.period != name { quarters.append(Row(period: name)) }
      quarters[quarters.count - 1].add(row)
      year.add(row)
    }
  }
}
