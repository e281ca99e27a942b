/// The plan cut into months and quarters, each stage as much earlier as it takes to reach the next.
///
/// Bookings fall on the months of the year by seasonality. What has to be there before them is counted in an earlier
/// month, by the time to close in whole months, to the nearest; so the calendar may begin before the year does.
/// Whole deals and leads are shared out by largest remainder: their months sum to the year exactly.
struct PlanCalendar: Hashable, Sendable {
  /// A month or a quarter.
  struct Row: Hashable, Sendable, Encodable {
    /// `2026-03` or `FY2026-Q1`.
    var period: String
    /// Bookings to win, in currency units.
    var newBusiness = 0.0
    var expansion = 0.0
    /// New deals to win.
    var deals = 0
    /// Opportunities to open, pipeline to create, and leads to qualify.
    var opps = 0
    var pipeline = 0.0
    var sqls = 0
    var mqls = 0
    /// Expansion deals to win, and opportunities to open for them.
    var expansionDeals = 0
    var expansionOpps = 0
    /// What the team can bring, and what new business asks for beyond it.
    var capacity = 0.0
    var gap = 0.0
    /// ARR that is lost, an even part of the year's each month.
    var churned = 0.0
    /// ARR at the end of it.
    var endingArr = Figure.absent(because: "lies before the plan's year")

    fileprivate mutating func add(_ row: Row) {
      newBusiness += row.newBusiness
      expansion += row.expansion
      deals += row.deals
      opps += row.opps
      pipeline += row.pipeline
      sqls += row.sqls
      mqls += row.mqls
      expansionDeals += row.expansionDeals
      expansionOpps += row.expansionOpps
      capacity += row.capacity
      gap += row.gap
      churned += row.churned
      if row.endingArr.value != nil { endingArr = row.endingArr }
    }
  }

  private(set) var months: [Row] = []
  private(set) var quarters: [Row] = []
  /// All of it, with what has to be there before the year begins.
  private(set) var year: Row

  init(_ plan: PlanStatement, _ derived: PlanDerived, capacity: [MonthModel.Month], fiscal: FiscalCalendar) {
    year = Row(period: "\(plan.year)")
    var rows: [CalendarDate: Row] = [:]
    let weights = plan.team.seasonality
    let firsts = (0..<12).map { plan.year.start.adding(months: $0).startOfMonth }
    func place(_ total: Figure, earlierBy days: Double, _ add: (inout Row, Int) -> Void) {
      let shares = apportion(Int(exactly: total.value ?? 0) ?? 0, by: weights)
      let lag = Int(exactly: TimeSpan(days, .days).count(of: .months).rounded()) ?? 0
      for (first, share) in zip(firsts, shares) where share > 0 || days == 0 {
        let day = first.adding(months: -lag)
        add(&rows[day, default: Row(period: "\(Period.month(containing: day))")], share)
      }
    }
    let toOpp = plan.cycleDays
    let toSQL = toOpp + plan.sqlToOppDays
    place(derived.newDealsNeeded, earlierBy: 0) { $0.deals += $1 }
    place(derived.oppsNeeded, earlierBy: toOpp) {
      $0.opps += $1
      $0.pipeline += Double($1) * plan.averageDeal
    }
    place(derived.sqlsNeeded, earlierBy: toSQL) { $0.sqls += $1 }
    place(derived.mqlsNeeded, earlierBy: toSQL + plan.mqlToSQLDays) { $0.mqls += $1 }
    place(derived.expansionDealsNeeded, earlierBy: 0) { $0.expansionDeals += $1 }
    place(derived.expansionOppsNeeded, earlierBy: plan.expansionCycleDays) { $0.expansionOpps += $1 }
    for (index, first) in firsts.enumerated() {
      rows[first]?.newBusiness += plan.newBusiness * weights[index] / 12
      rows[first]?.expansion += plan.expansion * weights[index] / 12
      rows[first]?.capacity += capacity[index].capacity
      rows[first]?.gap += plan.newBusiness * weights[index] / 12 - capacity[index].capacity
    }
    Self.settleARR(plan, firsts, &rows)
    let days = rows.keys.sorted()
    months = days.compactMap { rows[$0] }
    for day in days {
      let name = "\(fiscal.quarter(containing: day))"
      if quarters.last?.period != name { quarters.append(Row(period: name)) }
      if let row = rows[day] {
        quarters[quarters.count - 1].add(row)
        year.add(row)
      }
    }
  }

  /// The ARR at the end of each month: what was there, less churn, plus what comes.
  private static func settleARR(
    _ plan: PlanStatement, _ firsts: [CalendarDate], _ rows: inout [CalendarDate: Row]
  ) {
    var arr = plan.currentARR
    for first in firsts {
      guard var row = rows[first] else { continue }
      if let current = plan.currentARR, let before = arr {
        row.churned = current * plan.churn / 12
        arr = before - row.churned + row.expansion + row.newBusiness
      }
      row.endingArr = arr.map { .value($0) } ?? .absent(because: "needs current_arr")
      rows[first] = row
    }
  }
}
