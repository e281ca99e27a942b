/// The annual revenue plan as somebody wrote it down; what is not given is absent, with its key.
///
/// A zero that is written is a zero, but for the target of ARR, where it stands for one that nobody has set.
///
/// Source: RevOps Engine, phase 11.
public struct PlanStatement: Sendable {
  var year: Period
  var totalTarget = missing("targets.total_arr_target")
  /// Bookings from new customers and from existing ones, in currency units.
  var newBusiness = missing("targets.new_business")
  var expansion = missing("targets.expansion")
  /// ARR when the year begins.
  var currentARR = missing("current_arr")
  var churn = missing("assumptions.gross_churn_rate")
  /// Expansion as a share of the ARR, where no target is given for it.
  var expansionRate: Double?
  var averageDeal = missing("assumptions.avg_new_deal_size")
  var averageExpansionDeal = missing("assumptions.avg_expansion_deal_size")
  var winRate = missing("assumptions.new_win_rate")
  var expansionWinRate = missing("assumptions.expansion_win_rate")
  /// From opening an opportunity to winning it.
  var cycleDays = missing("assumptions.avg_sales_cycle_new")
  var expansionCycleDays = missing("assumptions.avg_sales_cycle_expansion")
  var sqlToOpp = missing("assumptions.sql_to_opp_rate")
  var mqlToSQL = missing("assumptions.mql_to_sql_rate")
  /// From a lead to the next step; none where they are not given, which is said.
  var sqlToOppDays: Double?
  var mqlToSQLDays: Double?
  /// What feeds the plan: pipeline that is there and is created, leads, accounts within reach.
  var openPipeline: Double?
  var pipelinePerMonth: Double?
  var mqlsPerMonth: Double?
  var accounts: Double?
  var accountCoverage: Double?
  /// The way back after a miss, where the document has one.
  var recovery: RecoveryStatement?
  var team = Team()
  var hireFrom: CalendarDate
  /// Figures that the document states of what is derived here, by path; zeros are left out.
  var stated: [String: StatedFigure] = [:]
  /// Where keys stand, for findings.
  var places: [String: Place] = [:]
  /// Whether expansion was taken from its rate, since no target is given for it.
  var isExpansionByRate = false
  /// Whether the team is that of the workspace's `capacity` section.
  var isTeamOfWorkspace = false

  /// What a figure is whose key is not given.
  static func missing(_ key: String) -> Figure { .absent(because: "needs \(key)") }
}

/// A figure with the place it stands at.
struct StatedFigure: Hashable, Sendable {
  var value: Double
  var place: Place?
}
