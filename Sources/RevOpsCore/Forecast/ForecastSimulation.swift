/// The distribution of what a period brings: what is closed, and each open deal won or lost.
///
/// Independent deals of fixed amounts are computed exactly; where amounts can vary or deals rise and fall together they
/// are drawn, with a fixed seed and a stated standard error.
///
/// Source: RevOps Engine, phase 11; RevOps Knowledge Map, block 3 (an independent view beside the call).
public enum ForecastSimulation: Analysis {
  public static let key = "forecast.simulate"
  public static let title = "Forecast distribution"
  public static let sections = ["forecast", "pipeline"]
  public static let optionalTables = ["opportunities", "stage_history"]
  public static let measures: [String] = []
  public static let metrics = [
    "p10", "p25", "p50", "p75", "p90", "forecast_mean", "forecast_sd", "probability_of_target",
  ]

  /// The deals, what is won already and what is to be reached.
  public struct Input: Sendable {
    var deals: [ForecastDeal]
    /// What the period has won already, in currency units.
    var closed = 0.0
    var target: Double?
    /// Why there is none that these deals can be held against.
    var targetLack: String?
    /// The share of variance that all deals have in common, 0 up to and not with 1.
    var correlation = 0.0
    var trials = 100_000
    var seed = 1
    /// Digits of the currency's smallest coin.
    var minorDigits = 2
    var currency = "USD"
    /// Business that is yet to be created; nil where nothing says how much.
    var created: CreatedAndClosed?
    /// The period of the table's deals; nil for deals of the document.
    var period: Period?
    var isPeriodGiven = true
    var leftOut: [LeftOut] = []
    /// Whose chance the table's deals have first; nil for deals of the document.
    var chance: ForecastSettings.ChanceSource?
    var slip = 0.0
    /// What is said of deals closed after the day of the run.
    var later: [Finding] = []
    /// Where the target stands.
    var place: Place?
    /// Who helps to draw.
    var machine = Machine.plain
  }

  /// What the period brings.
  public struct Result: Hashable, Sendable, Encodable {
    var method: Method
    /// The first and the last day of the period; nil for deals of the document.
    var from: String?
    var to: String?
    var closed: Double
    /// The open deals weighed.
    var openDeals: Int
    /// The open deals at their full amounts.
    var open: Double
    /// The open deals, each at its chance.
    var weighted: Double
    /// Deals that are expected to be created and won in what is left of the period.
    var createdDeals: Figure
    /// What they bring on average.
    var createdMean: Figure
    var p10: Double
    var p25: Double
    var p50: Double
    var p75: Double
    var p90: Double
    var mean: Double
    var sd: Double
    var target: Figure
    var probabilityOfTarget: Figure
    /// No percentile is off by more, but for one chance in a million; 0 where the distribution is exact.
    var errorBound: Figure
    /// How often chance was drawn, and how far off that can leave the figures.
    var sampling: Sampling?
    /// The deals by how much they move the chance to reach the target.
    var deals: [Deal]
    /// The chance of equal stretches of outcomes.
    var histogram: [Stretch]
    /// Open deals of the table that are not weighed.
    var leftOut: [LeftOut]
  }

  /// How a distribution was found.
  enum Method: String, Hashable, Sendable, Encodable {
    case exact
    /// Amounts rounded to a step: exact within the error bound.
    case grid
    case monteCarlo = "monte_carlo"
  }

  /// A simulation's size and its standard errors.
  struct Sampling: Hashable, Sendable, Encodable {
    var trials: Int
    var seed: Int
    var p10Error: Double
    var p50Error: Double
    var p90Error: Double
    var probabilityOfTargetError: Figure
  }

  /// A deal and what hangs on it.
  struct Deal: Hashable, Sendable, Encodable {
    var name: String
    var amount: Double
    var probability: Double
    /// The chance to reach the target if it is won.
    var ifWon: Figure
    /// The chance if it is lost.
    var ifLost: Figure
    /// The difference of the two.
    var swing: Figure
  }

  /// A stretch of outcomes, its end not included.
  struct Stretch: Hashable, Sendable, Encodable {
    var from: Double
    var to: Double
    var share: Double
  }

  /// How many stretches of outcomes a picture has at most.
  static let stretches = 12

  public static func compute(_ input: Input) -> Result {
    let isConvolved = input.correlation == 0 && !input.deals.contains(where: \.hasSpread)
    return isConvolved ? convolved(input) : simulated(input)
  }

  /// What a result says whatever the method; mean and spread are those of independent deals.
  static func frame(_ input: Input, _ method: Method) -> Result {
    let deals = input.deals
    let mean = deals.reduce(0) { $0 + $1.probability * $1.mean } + (input.created?.mean ?? 0)
    let variance = deals.reduce(0) { $0 + $1.variance } + (input.created?.variance ?? 0)
    let noTarget = input.targetLack.map { Figure.absent(because: $0) } ?? noTarget
    let unknown = Figure.absent(
      because: "needs 'forecast.created_and_closed', or past periods with creation dates")
    return Result(
      method: method, from: input.period.map { "\($0.start)" }, to: input.period.map { "\($0.lastDay)" },
      closed: input.closed, openDeals: deals.count, open: deals.reduce(0) { $0 + $1.amount },
      weighted: deals.reduce(0) { $0 + $1.probability * $1.amount },
      createdDeals: input.created.map { .value($0.deals) } ?? unknown,
      createdMean: input.created.map { .value($0.mean) } ?? unknown, p10: 0, p25: 0, p50: 0, p75: 0, p90: 0,
      mean: input.closed + mean, sd: variance.squareRoot(),
      target: input.target.map { .value($0) } ?? noTarget, probabilityOfTarget: noTarget,
      errorBound: .value(0), sampling: nil, deals: [], histogram: [], leftOut: input.leftOut)
  }

  static let noTarget = Figure.absent(because: "needs a target")

  /// Deals by the chance they move, the largest first; behind them those that are always won or never, which move none.
  static func ranked(_ deals: [Deal]) -> [Deal] {
    deals.sorted { a, b in
      guard (a.swing.value == nil) == (b.swing.value == nil) else { return a.swing.value != nil }
      let (x, y) = (a.swing.value ?? a.amount * a.probability, b.swing.value ?? b.amount * b.probability)
      return x == y ? a.name < b.name : x > y
    }
  }
}

/// An open deal of the period.
struct ForecastDeal: Hashable, Sendable {
  var name: String
  /// Currency units; of an amount that can vary, the most likely one.
  var amount: Double
  /// The chance to be won within the period.
  var probability: Double
  var low: Double
  var high: Double

  /// Whether the amount can vary.
  var hasSpread: Bool { low < high }
  /// The mean of what it brings if won: (low + amount + high) / 3, the triangular distribution's.
  var mean: Double { hasSpread ? (low + amount + high) / 3 : amount }

  /// The variance of what it brings, won or not.
  ///
  ///     p v + p (1 - p) m²,  v = (l² + a² + h² - l a - l h - a h) / 18
  var variance: Double {
    let (l, a, h) = (low, amount, high)
    let spread = (l * l + a * a + h * h - l * a - l * h - a * h) / 18
    return probability * spread + probability * (1 - probability) * mean * mean
  }
}
