/// What the `forecast` section says, for every analysis of the area.
struct ForecastSettings: Sendable {
  /// The last call made by the end of this week of a period is scored; without it, of the period's first month.
  var callWeek: Int?
  /// Periods that a habit of calling has to show in before it is named.
  var patternPeriods = 3
  /// Periods called to the dollar that each history is mixed with; 0 takes the history as it is.
  var shrinkage = 4
  /// Today's calls by person, in place of those of the table.
  var calls: [StatedCall] = []
  /// The open deals of the period whose distribution is wanted.
  var deals: [ForecastDeal] = []
  /// What the period has won already, in currency units.
  var closed = 0.0
  /// What the period is to bring.
  var target: Double?
  /// The share of variance that all deals have in common.
  var correlation = 0.0
  /// How often a simulation draws.
  var trials = 100_000
  /// Where its generator starts.
  var seed = 1
  /// The period that the table's deals are weighed for; nil for the fiscal quarter of the day.
  var period: Period?
  /// Whose chance a deal of the table has first.
  var chance = ChanceSource.stage
  /// The chances of the categories where history does not give them.
  var preset = CategoryChances.Preset.engine
  var stated: [ForecastCategory: Double] = [:]
  /// The chance of a deal of the table to be won, but after the period.
  var slip = 0.0
  /// The least and the most that a deal of the table brings, as shares of its amount.
  var spread: (low: Double, high: Double) = (1, 1)
  /// Business yet to be created, where the document states it.
  var created: CreatedAndClosed?
  /// The past periods in which it is counted otherwise.
  var createdPeriods = 4
  /// Which past periods methods are judged by.
  var backtest = BacktestSettings()
  /// Where its keys stand, for findings.
  var places: [String: Place] = [:]

  /// What says how likely a deal of the table is to be won.
  enum ChanceSource: String, Hashable, Sendable, CaseIterable, Encodable {
    case stage, category
  }

  /// A call that stands in the document.
  struct StatedCall: Hashable, Sendable {
    var person: String
    var amount: Double
    var place: Place?
  }
}

extension ForecastSettings {
  /// Reads the section; its problems stay in `fields`.
  init(_ fields: inout Fields) {
    callWeek = fields.valueIfGiven("call_week", as: .count(in: 1...53))
    patternPeriods = fields.value("pattern_periods", as: .count(in: 1...100), default: patternPeriods)
    shrinkage = fields.value("shrinkage", as: .count(in: 0...1_000), default: shrinkage)
    let callsPlace = fields.placeIfGiven("calls")
    calls = fields.map("calls", of: .money).map {
      StatedCall(person: $0.name, amount: $0.value.units, place: callsPlace)
    }
    deals = fields.sections("deals") { ForecastDeal(&$0) }
    closed = fields.money("closed", default: Money(0)).units
    target = fields.amountIfGiven("target")
    correlation = fields.rate("correlation", default: Rate(fraction: 0)).fraction
    trials = fields.value("trials", as: .count(in: 1_000...10_000_000), default: trials)
    seed = fields.count("seed", default: seed)
    readPeriod(&fields)
    backtest = fields.section("backtest") { BacktestSettings(&$0) }
    for key in ["target", "period", "backtest"] { places[key] = fields.place(of: key) }
    places["closed"] = fields.placeIfGiven("closed")
    refuseOutOfRange(&fields)
  }

  /// What the deals of the table need.
  private mutating func readPeriod(_ fields: inout Fields) {
    period = fields.periodIfGiven("period")
    chance = fields.choiceIfGiven("chance") ?? chance
    slip = Self.share(&fields, "slip") ?? 0
    fields.section("probabilities") { chances in
      preset = chances.choiceIfGiven("preset") ?? preset
      for category in ForecastCategory.allCases { stated[category] = Self.share(&chances, category.rawValue) }
    }
    fields.section("spread") { spread in
      let low = spread.rateIfGiven("low")?.fraction ?? 1
      let high = spread.rateIfGiven("high")?.fraction ?? 1
      if low < 0 || low > 1 {
        spread.refuse("low", "forecast.deal-range", "'low' is a share of the amount, from 0% to 100%")
      } else if high < 1 || high > 10 {
        spread.refuse("high", "forecast.deal-range", "'high' is a share of the amount, from 100% to 1,000%")
      } else {
        self.spread = (low, high)
      }
    }
    fields.section("created_and_closed") { readCreated(&$0) }
  }

  private mutating func readCreated(_ fields: inout Fields) {
    createdPeriods = fields.value("periods", as: .count(in: 0...40), default: createdPeriods)
    let deals = fields.numberIfGiven("deals")
    let amount = fields.moneyIfGiven("amount")?.units
    guard deals != nil || amount != nil else { return }
    if let deals, deals < 0 || deals > 100_000 {
      fields.refuse("deals", "forecast.deal-range", "'deals' are as many as are expected, from 0 to 100,000")
    } else if let amount, amount < 0 || amount > ForecastDeal.largest {
      fields.refuse("amount", "forecast.deal-range", "'amount' of a deal lies between 0 and 100,000,000,000")
    } else if let deals, let amount {
      created = CreatedAndClosed(deals: deals, amount: amount)
    } else {
      let given = deals == nil ? "amount" : "deals"
      fields.refuse(
        given, "forecast.created", "'deals' and 'amount' are given together",
        hint: "without both they are counted in the last 'periods' of the table")
    }
  }

  /// A share from none to all.
  private static func share(_ fields: inout Fields, _ key: String) -> Double? {
    guard let rate = fields.rateIfGiven(key)?.fraction else { return nil }
    if rate >= 0, rate <= 1 { return rate }
    fields.refuse(
      key, "forecast.deal-range", "'\(fields.path(of: key))' is a chance, and lies between 0% and 100%")
    return nil
  }

  private mutating func refuseOutOfRange(_ fields: inout Fields) {
    if correlation < 0 || correlation >= 1 {
      fields.refuse(
        "correlation", "forecast.correlation", "a correlation lies between 0% and 100%, and below 100%")
      correlation = 0
    }
    for (key, amount) in [("closed", closed), ("target", target ?? 0)]
    where abs(amount) > ForecastDeal.largest {
      fields.refuse(key, "forecast.deal-range", "'\(key)' is at most 100,000,000,000 either way")
    }
  }
}

extension Workspace {
  /// What the `forecast` section says; defaults where there is none.
  func forecastSettings() throws(InputErrors) -> ForecastSettings {
    try decode("forecast") { ForecastSettings(&$0) }
  }
}
