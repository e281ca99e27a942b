/// How calls came out over periods, each weighing the same unless said.
struct TrackRecord: Hashable, Sendable, Encodable {
  /// Periods that count.
  var periods: Int
  /// The sum of what was called; absent without a period.
  var called: Figure
  /// The sum of what came; absent without a period.
  var actual: Figure
  /// The calls against what came as the company defines accuracy.
  var forecastAccuracy: Figure
  /// Sum of actual over sum of forecast: above 1 the calls were too low.
  var actualToForecast: Figure
  /// Sum of forecast over sum of actual: above 1 the calls promised too much.
  var forecastToActual: Figure
  var mape: Figure
  var wmape: Figure
  /// Above 0 where calls promise too much.
  var forecastBias: Figure
  var hitRate: Figure
  var bestCaseReached: Figure
  /// The share of periods that brought clearly more than was called.
  var sandbagShare: Figure
  /// The share of periods that missed the call and came nearer to the worst case than to the call.
  var worstCaseShare: Figure
  /// Periods that brought nothing, so that no error in percent can be given.
  var zeroActuals: Int
  /// Where the MAPE stands.
  var band: BandVerdict?

  /// How far all calls together were from what came.
  var missed: Double { abs((actual.value ?? 0) - (called.value ?? 0)) }
}

/// What was called and what came.
struct CallOutcome: Hashable, Sendable {
  var forecast: Double
  var actual: Double
  var worst: Double?
  var best: Double?

  init(forecast: Double, actual: Double, worst: Double? = nil, best: Double? = nil) {
    (self.forecast, self.actual, self.worst, self.best) = (forecast, actual, worst, best)
  }

  /// A scored call; nil where a number of it is not known.
  init?(_ call: ForecastCall) {
    guard let forecast = call.forecast, let actual = call.actual else { return nil }
    self.init(forecast: forecast, actual: actual, worst: call.worst, best: call.best)
  }

  /// Several calls as one; a worst or best case only where each has one.
  init(sum outcomes: [CallOutcome]) {
    func sum(_ part: (CallOutcome) -> Double?) -> Double? {
      outcomes.reduce(0.0 as Double?) { total, outcome in
        guard let total, let value = part(outcome) else { return nil }
        return total + value
      }?.toTheCoin
    }
    self.init(
      forecast: outcomes.reduce(0) { $0 + $1.forecast }.toTheCoin,
      actual: outcomes.reduce(0) { $0 + $1.actual }.toTheCoin, worst: sum(\.worst), best: sum(\.best))
  }

  /// How far the call missed, either way: |actual - forecast| / actual.
  var error: Figure {
    guard actual > 0 else { return .absent(because: "needs an actual above 0") }
    return .value(abs(actual - forecast) / actual)
  }

  /// What came as a multiple of what was called; without end where nothing was called and something came.
  var actualToForecast: Double {
    guard forecast <= 0 else { return actual / forecast }
    return actual > 0 ? .infinity : 1
  }

  /// Whether it missed the call and came nearer to the worst case than to the call.
  var isNearWorst: Bool {
    guard let worst, worst < forecast else { return false }
    return actual < (worst + forecast) / 2
  }
}

/// How a forecast and what came of it are set against each other.
enum AccuracyDefinition: String, Hashable, Sendable {
  case actualToForecast = "actual_to_forecast"
  case forecastToActual = "forecast_to_actual"
  case oneLessError = "one_less_error"

  /// The definition as a formula.
  var formula: String {
    switch self {
    case .actualToForecast: "actual / forecast"
    case .forecastToActual: "forecast / actual"
    case .oneLessError: "1 - error"
    }
  }

  func accuracy(of outcome: CallOutcome) -> Figure {
    switch self {
    case .actualToForecast where outcome.forecast <= 0: .absent(because: "needs a forecast above 0")
    case .actualToForecast: .value(outcome.actual / outcome.forecast)
    case _ where outcome.actual <= 0: .absent(because: "needs an actual above 0")
    case .forecastToActual: .value(outcome.forecast / outcome.actual)
    case .oneLessError: .value(1 - abs(outcome.actual - outcome.forecast) / outcome.actual)
    }
  }
}

extension TrackRecord {
  /// Scores calls against what came.
  ///
  ///     MAPE  = mean of |actual - forecast| / actual, over periods with an actual above 0
  ///     WMAPE = sum of |actual - forecast| / sum of actual
  ///     bias  = sum of (forecast - actual) / sum of actual
  ///
  /// - Parameters:
  ///   - outcomes: One for each period.
  ///   - definition: What accuracy means here.
  ///   - benchmarks: The bands in force; they also say from where on a call was clearly too low.
  init(_ outcomes: [CallOutcome], definition: AccuracyDefinition, benchmarks: Benchmarks) {
    let whole = CallOutcome(sum: outcomes)
    func share(_ condition: (CallOutcome) -> Bool, of some: [CallOutcome], lacking reason: String) -> Figure {
      guard !some.isEmpty else { return .absent(because: reason) }
      return .value(Double(some.count { condition($0) }) / Double(some.count))
    }
    func overActual(_ part: (CallOutcome) -> Double) -> Figure {
      guard whole.actual > 0 else { return .absent(because: "needs an actual above 0") }
      return .value(outcomes.reduce(0) { $0 + part($1) } / whole.actual)
    }
    let errors = outcomes.compactMap(\.error.value)
    periods = outcomes.count
    let none = Figure.absent(because: "needs a period that has ended and whose actual is given")
    called = outcomes.isEmpty ? none : .value(whole.forecast)
    actual = outcomes.isEmpty ? none : .value(whole.actual)
    forecastAccuracy = definition.accuracy(of: whole)
    actualToForecast = AccuracyDefinition.actualToForecast.accuracy(of: whole)
    forecastToActual = AccuracyDefinition.forecastToActual.accuracy(of: whole)
    mape =
      errors.isEmpty
      ? .absent(because: "needs a period with an actual above 0")
      : .value(errors.reduce(0, +) / Double(errors.count))
    wmape = overActual { abs($0.actual - $0.forecast) }
    forecastBias = overActual { $0.forecast - $0.actual }
    let noPeriod = "needs a period that has ended and whose actual is given"
    hitRate = share({ $0.actual >= $0.forecast }, of: outcomes, lacking: noPeriod)
    bestCaseReached = share(
      { $0.actual >= $0.best ?? .infinity }, of: outcomes.filter { $0.best != nil },
      lacking: "needs best cases")
    sandbagShare = share(
      { benchmarks.judge("forecast_accuracy", $0.actualToForecast)?.level == .tooHigh }, of: outcomes,
      lacking: noPeriod)
    worstCaseShare = share(
      \.isNearWorst, of: outcomes.filter { $0.worst != nil }, lacking: "needs worst cases")
    zeroActuals = outcomes.count { $0.actual <= 0 }
    band = mape.value.flatMap { benchmarks.judge("mape", $0) }
  }

  /// A way of calling that shows in most periods.
  enum Pattern: String, Hashable, Sendable, Encodable {
    case sandbagger
    case worstCaseDeliverer = "worst_case_deliverer"
  }

  /// The habit that shows in more than half of the periods, of at least so many; nil where none does.
  func pattern(in least: Int) -> Pattern? {
    guard periods >= least else { return nil }
    if (sandbagShare.value ?? 0) > 0.5 { return .sandbagger }
    return (worstCaseShare.value ?? 0) > 0.5 ? .worstCaseDeliverer : nil
  }
}
