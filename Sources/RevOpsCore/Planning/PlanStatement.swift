/// The annual revenue plan as somebody wrote it down; zero stands for what is not given yet.
///
/// Source: RevOps Engine, phase 11.
public struct PlanStatement: Sendable {
  var year: Period
  var totalTarget = 0.0
  /// Bookings from new customers and from existing ones, in currency units.
  var newBusiness = 0.0
  var expansion = 0.0
  /// ARR when the year begins; nil where it is not given.
  var currentARR: Double?
  var churn = 0.0
  var expansionRate = 0.0
  var averageDeal = 0.0
  var averageExpansionDeal = 0.0
  var winRate = 0.0
  var expansionWinRate = 0.0
  /// From opening an opportunity to winning it.
  var cycleDays = 0.0
  var expansionCycleDays = 0.0
  var sqlToOpp = 0.0
  var mqlToSQL = 0.0
  var sqlToOppDays = 0.0
  var mqlToSQLDays = 0.0
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
}

/// A figure with the place it stands at.
struct StatedFigure: Hashable, Sendable {
  var value: Double
  var place: Place?
}
