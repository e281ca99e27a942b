/// What the `forecast` section says, for every analysis of the area.
struct ForecastSettings: Hashable, Sendable {
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

  /// A call that stands in the document.
  struct StatedCall: Hashable, Sendable {
    var person: String
    var amount: Double
  }
}

extension ForecastSettings {
  /// Reads the section; its problems stay in `fields`.
  init(_ fields: inout Fields) {
    callWeek = fields.valueIfGiven("call_week", as: .count(in: 1...53))
    patternPeriods = fields.value("pattern_periods", as: .count(in: 1...100), default: patternPeriods)
    shrinkage = fields.value("shrinkage", as: .count(in: 0...1_000), default: shrinkage)
    calls = fields.map("calls", of: .money).map { StatedCall(person: $0.name, amount: $0.value.units) }
    deals = fields.sections("deals") { ForecastDeal(&$0) }
    closed = fields.money("closed", default: Money(0)).units
    target = fields.moneyIfGiven("target")?.units
    correlation = fields.rate("correlation", default: Rate(fraction: 0)).fraction
    trials = fields.value("trials", as: .count(in: 1_000...10_000_000), default: trials)
    seed = fields.count("seed", default: seed)
    refuseOutOfRange(&fields)
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
