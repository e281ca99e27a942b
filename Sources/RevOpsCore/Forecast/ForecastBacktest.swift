/// Which way to forecast would have been best in past periods, judged by what could be known on each day.
///
/// Source: RevOps Engine, phases 4 and 11; RevOps Knowledge Map, block 3 (an independent view beside the call).
public enum ForecastBacktest: Analysis {
  public static let key = "forecast.backtest"
  public static let title = "Forecast backtest"
  public static let sections = ["forecast", "pipeline"]
  public static let optionalTables = ["opportunities", "stage_history", "snapshots", "forecasts", "reps"]
  public static let measures: [String] = []
  public static let findingsOnDemand: [String]? = [
    "forecast.backtest-short", "forecast.method-better", "forecast.range-wrong", "forecast.unrecorded-wins",
  ]
  /// The share of periods that come out between P10 and P90 where the chances are right, by what the two ends mean.
  static let expectedInRange = 0.8
  public static let metrics = ["mape", "wmape", "forecast_bias", "p50", "range_hit_rate"]

  /// What was recorded, and which periods are looked at.
  public struct Input: Sendable {
    var forecaster: PastForecaster
    /// The periods that have ended, in order of time.
    var periods: [Period]
    /// What each of them won, in currency units.
    var actuals: [Double]
    /// Callers who are written in several ways.
    var spellings: CallerSpellings
    /// The owners whom the deals put under several managers.
    var divided: [DealManagers.Owner]
    /// The period that today's figures are of.
    var current: Period
    var isPeriodGiven = true
    var asOf: CalendarDate
    /// Periods from which on methods are compared.
    var leastPeriods = 3
    var benchmarks = Benchmarks()
    var currency = "USD"
    /// Where the section stands.
    var place: Place?
  }

  /// Which method would have been best, and how each did.
  public struct Result: Sendable, Encodable {
    var source: PastDeals.Source
    /// The past periods looked at.
    var periods: Int
    /// The weeks of them, on the last day of each of which every method was asked.
    var cases: Int
    /// The method with the least error over the cases that all methods compared have a figure for.
    var best: BacktestMethod?
    var bestMape: Figure
    var comparedPeriods: Int
    var comparedCases: Int
    /// The share of cases in which the period came out between the simulation's P10 and P90.
    var rangeHitRate: Figure
    /// Won deals that the record does not have.
    var unrecordedWins: Int
    var unrecordedValue: Double
    /// The best first, then those that are not compared.
    var methods: [Record]
    var byWeek: [Week]
    var byPeriod: [PeriodRecord]
    var history: [Case]
    /// What each method says of the current period.
    var now: Case
    /// How the distribution of the current period moved from week to week.
    var course: [Stand]
  }

  /// How one method did.
  struct Record: Hashable, Sendable, Encodable {
    var method: BacktestMethod
    var periods: Int
    var cases: Int
    /// Mean of |actual - figure| / actual over its own cases.
    var mape: Figure
    var wmape: Figure
    /// Above 0 where it promises too much.
    var forecastBias: Figure
    /// Its MAPE over the cases compared.
    var comparedMape: Figure
    /// Why it has no figure in some case, the last such reason.
    var lacks: String?
  }

  /// How the methods did at the end of one week of a period.
  struct Week: Hashable, Sendable, Encodable {
    var week: Int
    /// Periods in which any method has a figure.
    var periods: Int
    var best: BacktestMethod?
    var mape: MethodFigures
  }

  /// How the methods did in one period.
  struct PeriodRecord: Hashable, Sendable, Encodable {
    var period: String
    var from: String
    var to: String
    var actual: Double
    var mape: MethodFigures
    var bias: MethodFigures
    /// The method with the least error over the weeks for which all that are compared have a figure.
    var nearest: BacktestMethod?
    /// How many weeks those are.
    var comparedWeeks: Int
    /// Its error and its bias over them.
    var nearestMape: Figure
    var nearestBias: Figure
  }

  /// What the methods said of a period on one day.
  struct Case: Hashable, Sendable, Encodable {
    var period: String
    /// The week of the period that ended; nil before it began.
    var week: Int?
    var day: String
    /// Nil for a period that has not ended.
    var actual: Double?
    var closed: Figure
    var p10: Figure
    var p90: Figure
    var figures: MethodFigures

    /// What a method said and what came; nil where it said nothing.
    func outcome(_ method: BacktestMethod) -> CallOutcome? {
      guard let said = figures[method].value, let actual else { return nil }
      return CallOutcome(forecast: said, actual: actual)
    }
  }

  /// Where the distribution of the current period stood on one day.
  struct Stand: Hashable, Sendable, Encodable {
    var day: String
    var closed: Figure
    var p10: Figure
    var p50: Figure
    var p90: Figure
  }

  /// The last days of the weeks of a period that end before it does.
  static func weeks(of period: Period) -> [CalendarDate] {
    (1...54).map { period.start.adding(days: 7 * $0 - 1) }.filter { $0 < period.lastDay }
  }

  /// How many weeks back the course of the current period is shown.
  static let courseWeeks = 13

  public static func compute(_ input: Input) -> Result {
    var cases: [Case] = []
    for (period, actual) in zip(input.periods, input.actuals) {
      for (index, day) in weeks(of: period).enumerated() {
        cases.append(Self.case(period, week: index + 1, day, actual: actual, input))
      }
    }
    let comparison = Comparison(cases, least: input.leastPeriods)
    let unknown = input.forecaster.record.unknownWins
    let (course, now) = course(input)
    return Result(
      source: input.forecaster.record.source, periods: input.periods.count, cases: cases.count,
      best: comparison.ranked.first?.method, bestMape: comparison.bestMape,
      comparedPeriods: comparison.periods, comparedCases: comparison.cases.count,
      rangeHitRate: rangeHitRate(cases), unrecordedWins: unknown.deals,
      unrecordedValue: unknown.coins / input.forecaster.coinsPerUnit,
      methods: records(cases, comparison, input), byWeek: byWeek(cases, input.leastPeriods),
      byPeriod: byPeriod(cases, input), history: cases, now: now, course: course)
  }

  private static func `case`(
    _ period: Period, week: Int?, _ day: CalendarDate, actual: Double?, _ input: Input
  ) -> Case {
    let forecast = input.forecaster.forecast(of: period, on: day)
    return Case(
      period: "\(period)", week: week, day: "\(day)", actual: actual, closed: forecast.closed,
      p10: forecast.p10, p90: forecast.p90, figures: forecast.figures)
  }

  /// The current period as it was seen on the same day of each week up to today.
  private static func course(_ input: Input) -> ([Stand], Case) {
    let passed = input.asOf.adding(days: 1) - input.current.start
    let week = passed >= 7 ? passed / 7 : nil
    let now = Self.case(input.current, week: week, input.asOf, actual: nil, input)
    let first = input.forecaster.record.firstDay ?? .latest
    let days = (0..<courseWeeks).reversed().map { input.asOf.adding(days: -7 * $0) }.filter { $0 >= first }
    let stands = days.map { day in
      let seen = day == input.asOf ? now : Self.case(input.current, week: nil, day, actual: nil, input)
      return Stand(
        day: "\(day)", closed: seen.closed, p10: seen.p10, p50: seen.figures[.simulation], p90: seen.p90)
    }
    return (stands, now)
  }

  private static func rangeHitRate(_ cases: [Case]) -> Figure {
    var (inside, all) = (0, 0)
    for one in cases {
      guard let low = one.p10.value, let high = one.p90.value, let actual = one.actual else { continue }
      all += 1
      if low <= actual, actual <= high { inside += 1 }
    }
    guard all > 0 else { return .absent(because: "the simulation has no figure of a past period") }
    return .value(Double(inside) / Double(all))
  }
}
