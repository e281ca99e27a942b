/// The `recovery` block of a plan: what was missed, what is asked for, and the deals that are to make up for it.
struct RecoveryStatement: Hashable, Sendable {
  /// The period that is to make up for the miss.
  var period: Period?
  /// What the period before fell short by, or what it was to bring, in currency units.
  var miss: Double?
  var lastTarget: Double?
  /// What the period itself is to bring.
  var target: Double?
  /// What it has brought so far.
  var closed: Double?
  /// The types of deals that count; empty for all.
  var types: [String] = []
  var named: [Named] = []
  /// Pipeline that is due in the period beside the named deals, and pipeline created a month.
  var openPipeline: Double?
  var pipelinePerMonth: Double?
  var winRate: Double?
  var averageDeal: Double?
  var cycleDays: Double?
  /// The most that a lever is taken to move within the period, as a share of what it is.
  var reach = 0.2
  /// Where keys stand, for findings and refusals.
  var places: [String: Place] = [:]

  /// A deal that the recovery rests on.
  struct Named: Hashable, Sendable {
    /// Its id in the table of opportunities, where there is one.
    var id: String?
    var name: String?
    var amount: Double?
    var close: CalendarDate?
    var owner: String?
    /// What is to be done, and by when.
    var action: String?
    var actionDay: CalendarDate?
    var place: Place?
  }

  init() {}

  init(_ fields: inout Fields) {
    period = fields.periodIfGiven("period")
    miss = fields.amountIfGiven("miss")
    lastTarget = fields.amountIfGiven("last_target")
    target = fields.amountIfGiven("target")
    closed = fields.amountIfGiven("closed")
    types = fields.list("types", of: .text)
    named = fields.sections("named") { deal in
      Named(
        id: deal.textIfGiven("deal"), name: deal.textIfGiven("name"), amount: deal.amountIfGiven("amount"),
        close: deal.dateIfGiven("close_date"), owner: deal.textIfGiven("owner"),
        action: deal.textIfGiven("action"), actionDay: deal.dateIfGiven("by"), place: deal.place(of: "deal"))
    }
    openPipeline = fields.amountIfGiven("open_pipeline")
    pipelinePerMonth = fields.amountIfGiven("pipeline_per_month")
    winRate = fields.shareIfGiven("win_rate")
    averageDeal = fields.amountIfGiven("average_deal")
    cycleDays = fields.daysIfGiven("cycle_days")
    reach = fields.rateIfGiven("reach").map { fields.notNegative($0.fraction, "reach") } ?? reach
    for key in ["period", "miss", "target", "named"] { places[key] = fields.place(of: key) }
  }
}
