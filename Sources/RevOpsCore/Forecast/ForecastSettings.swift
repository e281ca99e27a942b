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
  }
}

extension Workspace {
  /// What the `forecast` section says; defaults where there is none.
  func forecastSettings() throws(InputErrors) -> ForecastSettings {
    try decode("forecast") { ForecastSettings(&$0) }
  }
}
