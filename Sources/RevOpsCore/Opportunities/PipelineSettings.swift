/// The `pipeline` section: what the pipeline's analyses need beside the opportunities themselves.
///
///     pipeline:
///       quota: $1M
///       quotas: {2027-Q1: $1.2M}
///       period: 2026-Q4
///       win_rate: 25%
///       stages:
///         Discovery: {probability: 25%}
///         Negotiation: {probability: 75%, late: true, required: [next_step]}
///         Signed: {outcome: won}
///       forecast_categories: {Probable: best_case}
struct PipelineSettings: Hashable, Sendable {
  var stages = StageRules()
  /// What the company calls its forecast categories.
  var categories = CategoryNames()
  /// What is to be won in the period, in units of the currency shown.
  var quota: Double?
  /// What is to be won in the quarters that have a quota of their own.
  var quotas: [Period: Double] = [:]
  /// The period that coverage is asked for; nil for the fiscal quarter of the day.
  var period: Period?
  /// The share of closed deals that are won; nil to measure it.
  var winRate: Double?
  /// How many times the pipeline that a quota asks for is wanted.
  var safety = 1.0
  /// How many deals are open; nil to count them.
  var opportunities: Double?
  /// What a won deal brings, in units of the currency shown; nil to measure it.
  var averageDeal: Double?
  /// Days from opening a deal to winning it; nil to measure them.
  var cycleDays: Double?
  /// The fields that every open deal needs.
  var required = ["amount", "close_date", "stage", "next_step"]
  /// Days without activity from which an open deal is stale.
  var staleDays = 14
  /// Days without activity from which an open deal counts as untouched.
  var untouchedDays = 30
  /// The tiers of accounts that fit the ideal customer profile.
  var icpTiers = ["A", "B"]
  /// How many of the largest deals a review shows.
  var topDeals = 5
  /// Between which days the pipeline's movement is shown.
  var movement = MovementSettings()
  /// Where its keys stand, for findings.
  var places: [String: Place] = [:]
}

extension PipelineSettings {
  /// The fields that open deals need in any stage.
  var fieldsRequired: [String] { required + stages.fieldsRequired }

  /// Reads the section; its problems stay in `fields`.
  init(_ fields: inout Fields) {
    readStages(&fields)
    for (name, category) in fields.map("forecast_categories", of: .choice(DealCategory.self)) {
      categories.add(name, category)
    }
    quota = Self.positive(&fields, "quota", fields.moneyIfGiven("quota")?.units)
    for (quarter, key, money) in fields.quarters("quotas", fields.map("quotas", of: .money)) {
      quotas[quarter] = Self.positive(&fields, key, money.units)
    }
    period = fields.periodIfGiven("period")
    winRate = Self.share(&fields, "win_rate")
    safety = Self.positive(&fields, "safety", fields.ratio("safety", default: Ratio(1)).value) ?? 1
    if safety == 0 {
      fields.refuse(
        "safety", "decode.wrong-value",
        "'\(fields.path(of: "safety"))' is what the coverage needed is times, and not 0")
    }
    opportunities = fields.countIfGiven("opportunities").map(Double.init)
    averageDeal = Self.positive(&fields, "average_deal", fields.moneyIfGiven("average_deal")?.units)
    cycleDays = Self.positive(&fields, "cycle_days", fields.durationIfGiven("cycle_days")?.days)
    fields.section("hygiene") { hygiene in
      required = Self.columns(&hygiene, "required") ?? required
      staleDays = Self.days(&hygiene, "stale_days") ?? staleDays
    }
    fields.section("health") { health in
      untouchedDays = Self.days(&health, "untouched_days") ?? untouchedDays
      icpTiers = health.listIfGiven("icp_tiers", of: .text) ?? icpTiers
    }
    fields.section("review") { review in
      topDeals = review.value("top_deals", as: .count(in: 1...100), default: topDeals)
    }
    movement = fields.section("movement") { MovementSettings(&$0) }
    for key in ["quota", "period", "win_rate", "stages", "movement"] { places[key] = fields.place(of: key) }
  }

  private mutating func readStages(_ fields: inout Fields) {
    let stages = fields.namedSections("stages") { stage in
      let outcome: DealOutcome? = stage.choiceIfGiven("outcome")
      let rule = StageRule(
        outcome: outcome ?? .open, probability: Self.share(&stage, "probability"),
        isLate: stage.flag("late", default: false), required: Self.columns(&stage, "required") ?? [])
      return (rule: rule, isSettled: outcome != nil)
    }
    for (name, stage) in stages {
      var rule = stage.rule
      // A stage that every vendor ends deals in stays one where only its probability is written.
      if !stage.isSettled { rule.outcome = StageRules().rule(for: name)?.outcome ?? .open }
      self.stages.add(name, rule)
    }
  }

  /// A share of at most all.
  private static func share(_ fields: inout Fields, _ key: String) -> Double? {
    guard let rate = fields.rateIfGiven(key)?.fraction else { return nil }
    guard rate < 0 || rate > 1 else { return rate }
    fields.refuse(
      key, "decode.wrong-value", "'\(fields.path(of: key))' is a share of deals and lies between 0% and 100%")
    return nil
  }

  /// A whole number of days, as a number or a span such as two weeks.
  private static func days(_ fields: inout Fields, _ key: String) -> Int? {
    guard let days = fields.durationIfGiven(key)?.days else { return nil }
    if let whole = Int(exactly: days), whole >= 0 { return whole }
    fields.refuse(key, "decode.wrong-value", "'\(fields.path(of: key))' is a whole number of days, 0 or more")
    return nil
  }

  private static func positive(_ fields: inout Fields, _ key: String, _ value: Double?) -> Double? {
    guard let value, value < 0 else { return value }
    fields.refuse(key, "decode.wrong-value", "'\(fields.path(of: key))' is below zero")
    return nil
  }

  /// Names of columns of the opportunities; any other is refused.
  private static func columns(_ fields: inout Fields, _ key: String) -> [String]? {
    let known = ImportColumn.opportunities.map(\.name)
    guard let names = fields.listIfGiven(key, of: .text) else { return nil }
    for name in names where !known.contains(name) {
      fields.refuse(
        key, "decode.unknown-choice",
        "'\(printable(name))' in '\(fields.path(of: key))' is no column of opportunities",
        hint: didYouMean(name, among: known))
    }
    return names
  }
}

extension Workspace {
  /// What is to be won in a period: what --set says, else the quota of its quarter, else that of the section.
  func quota(_ settings: PipelineSettings, in period: Period) -> Double? {
    let isSet = options.settings.contains { $0.path.text == "pipeline.quota" }
    let own = settings.quotas.first { ($0.key.start, $0.key.end) == (period.start, period.end) }?.value
    return isSet ? settings.quota : own ?? settings.quota
  }

  /// The `pipeline` section; one that is not there leaves every default.
  func pipelineSettings() throws(InputErrors) -> PipelineSettings {
    // Who is told of its keys is told whenever it is read.
    if let pipeline, notes == nil { return pipeline }
    return try decode("pipeline") { PipelineSettings(&$0) }
  }

  /// Keeps the section as it is decoded; what is wrong with it is told where it is read.
  mutating func keepPipelineSettings() {
    if pipeline == nil, notes == nil { pipeline = try? pipelineSettings() }
  }
}
