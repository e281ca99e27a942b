/// The track record of calls: how near they came, which way they miss, and who calls how.
///
/// Source: RevOps Engine, phase 4 (MAPE and its grades); Revenue Operating System, verbal forecast (hit rate, best
/// case, worst-case deliverers); RevOps Knowledge Map, block 3 (sandbagging).
public enum ForecastAccuracy: Analysis {
  public static let key = "forecast.accuracy"
  public static let title = "Forecast track record"
  public static let sections = ["forecast"]
  public static let tables = ["forecasts"]
  public static let optionalTables = ["reps", "opportunities"]
  /// Deals are looked at for who reports to whom.
  public static let looksAtRepeatedDeals = true
  public static let metrics = [
    "forecast_accuracy", "forecast_error", "mape", "wmape", "forecast_bias", "hit_rate", "best_case_reached",
    "sandbag_share",
  ]

  /// The calls that count, and how they are judged.
  public struct Input: Sendable {
    var history: ForecastHistory
    var hierarchy: ForecastHierarchy
    var spellings: CallerSpellings
    var definition = AccuracyDefinition.actualToForecast
    var patternPeriods = 3
    var callWeek: Int?
    var benchmarks = Benchmarks()
    var currency = "USD"
  }

  /// The record of all calls together, then by person, by period and call by call.
  public struct Result: Sendable {
    /// The calls of each period added up and scored as one: what the company called.
    ///
    /// A quarter and its months are of one business, so that the periods are of one length.
    var total: TrackRecord
    /// How long those periods are; nil without any.
    var length: String?
    /// The same over the periods of each length called, that of `total` first.
    var byLength: [LengthRecord]
    /// What accuracy is a share of.
    var definition: AccuracyDefinition
    /// By person, the largest error first.
    var people: [Person]
    /// By period, in order of time.
    var byPeriod: [PeriodRecord]
    /// Every scored call.
    var calls: [Call]
    /// What no figure counts.
    var leftOut: [ForecastHistory.LeftOut]
  }

  /// The record of all calls for periods of one length.
  struct LengthRecord: Sendable {
    var length: String
    var record: TrackRecord
  }

  /// A person's record, over periods of one length.
  struct Person: Sendable {
    var person: String
    var length: String
    var pattern: TrackRecord.Pattern?
    var record: TrackRecord
    /// Actual over forecast by period, for a small chart.
    var course: [Double]
  }

  /// What all people called for a period, and what came.
  struct PeriodRecord: Hashable, Sendable, Encodable {
    var period: String
    var length: String
    var calls: Int
    var forecast: Double
    var actual: Double
    var forecastAccuracy: Figure
    var actualToForecast: Figure
    var forecastToActual: Figure
    var forecastError: Figure
  }

  /// One call and what came of it.
  struct Call: Hashable, Sendable, Encodable {
    var person: String
    var period: String
    var calledDate: String?
    var forecast: Double
    var actual: Double
    var forecastAccuracy: Figure
    var actualToForecast: Figure
    var forecastToActual: Figure
    var forecastError: Figure
  }

  public static func compute(_ input: Input) -> Result {
    let history = input.history
    let periods = periodOutcomes(input)
    let byLength = CallLength.parted(history.scored).map { length, _ in
      let outcomes = periods.filter { CallLength($0.period) == length }.map(\.outcome)
      return LengthRecord(length: length.name, record: record(outcomes, input))
    }
    return Result(
      total: byLength.first?.record ?? record([], input), length: byLength.first?.length, byLength: byLength,
      definition: input.definition, people: people(input),
      byPeriod: periods.map { period, calls, outcome in
        PeriodRecord(
          period: "\(period)", length: CallLength(period).name, calls: calls, forecast: outcome.forecast,
          actual: outcome.actual,
          forecastAccuracy: input.definition.accuracy(of: outcome),
          actualToForecast: AccuracyDefinition.actualToForecast.accuracy(of: outcome),
          forecastToActual: AccuracyDefinition.forecastToActual.accuracy(of: outcome),
          forecastError: outcome.error)
      },
      calls: history.scored.compactMap { call in
        CallOutcome(call).map { outcome in
          Call(
            person: call.person, period: "\(call.period)", calledDate: call.calledOn.map { "\($0)" },
            forecast: outcome.forecast, actual: outcome.actual,
            forecastAccuracy: input.definition.accuracy(of: outcome),
            actualToForecast: AccuracyDefinition.actualToForecast.accuracy(of: outcome),
            forecastToActual: AccuracyDefinition.forecastToActual.accuracy(of: outcome),
            forecastError: outcome.error)
        }
      },
      leftOut: history.leftOut)
  }

  private static func record(_ outcomes: [CallOutcome], _ input: Input) -> TrackRecord {
    TrackRecord(outcomes, definition: input.definition, benchmarks: input.benchmarks)
  }

  /// The topmost calls of each period as one.
  private static func periodOutcomes(
    _ input: Input
  ) -> [(period: Period, calls: Int, outcome: CallOutcome)] {
    ForecastHistory.byPeriod(input.history.scored).map { period, calls in
      let outcomes = CallTree(calls, input.hierarchy).topCalls.compactMap { CallOutcome($0) }
      return (period, outcomes.count, CallOutcome(sum: outcomes))
    }
  }

  private static func people(_ input: Input) -> [Person] {
    let people = Dictionary(grouping: input.history.scored, by: \.person).compactMap { person, calls in
      CallLength.parted(calls).first.map { length, calls in
        let outcomes = calls.compactMap { CallOutcome($0) }
        let record = record(outcomes, input)
        return Person(
          person: person, length: length.name, pattern: record.pattern(in: input.patternPeriods),
          record: record,
          course: outcomes.map(\.actualToForecast).filter(\.isFinite))
      }
    }
    return people.sorted { a, b in
      let (x, y) = (a.record.mape.value ?? -1, b.record.mape.value ?? -1)
      return x == y ? a.person < b.person : x > y
    }
  }

  public static func measurements(of result: Result, for input: Input) -> [Measurement] {
    let total = result.total
    let accuracy = Measurement(
      "forecast_accuracy", total.forecastAccuracy, source: "\(key).forecast_accuracy")
    return [
      Measurement("mape", total.mape, source: "\(key).mape"),
      Measurement("wmape", total.wmape, source: "\(key).wmape"),
      Measurement("forecast_bias", total.forecastBias, source: "\(key).forecast_bias"),
      Measurement("hit_rate", total.hitRate, source: "\(key).hit_rate"),
      Measurement("best_case_reached", total.bestCaseReached, source: "\(key).best_case_reached"),
    ] + (result.definition == .actualToForecast ? [accuracy] : [])
  }
}

extension ForecastAccuracy.Result: Encodable {
  enum CodingKeys: String, CodingKey { case length, definition, byLength, people, byPeriod, calls, leftOut }

  /// Writes the figures of the whole as its own, and the parts below them.
  public func encode(to encoder: any Encoder) throws {
    try total.encode(to: encoder)
    var parts = encoder.container(keyedBy: CodingKeys.self)
    try parts.encode(length, forKey: .length)
    try parts.encode(definition.rawValue, forKey: .definition)
    try parts.encode(byLength, forKey: .byLength)
    try parts.encode(people, forKey: .people)
    try parts.encode(byPeriod, forKey: .byPeriod)
    try parts.encode(calls, forKey: .calls)
    try parts.encode(leftOut, forKey: .leftOut)
  }
}

extension ForecastAccuracy.Person: Encodable {
  enum CodingKeys: String, CodingKey { case person, length, pattern }

  func encode(to encoder: any Encoder) throws {
    var own = encoder.container(keyedBy: CodingKeys.self)
    try own.encode(person, forKey: .person)
    try own.encode(length, forKey: .length)
    try own.encode(pattern, forKey: .pattern)
    try record.encode(to: encoder)
  }
}

extension ForecastAccuracy.LengthRecord: Encodable {
  enum CodingKeys: String, CodingKey { case length }

  func encode(to encoder: any Encoder) throws {
    var own = encoder.container(keyedBy: CodingKeys.self)
    try own.encode(length, forKey: .length)
    try record.encode(to: encoder)
  }
}
