extension ForecastSimulation {
  /// Whether the section lists deals.
  public static func isFed(by workspace: Workspace) -> Bool {
    workspace.sections["forecast"]?["deals"].map { !$0.isNotGiven } ?? false
  }

  /// Reads the deals of the `forecast` section.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.forecastSettings()
    guard !settings.deals.isEmpty else {
      throw InputErrors(
        Diagnostic(
          "forecast.no-deals", "'forecast' lists no deals whose outcomes could be weighed",
          hint: "list them under 'forecast: deals:', each with name, amount and probability"))
    }
    let company = workspace.company
    return Input(
      deals: settings.deals, closed: settings.closed, target: settings.target,
      correlation: settings.correlation, trials: settings.trials, seed: settings.seed,
      minorDigits: company.currency.minorDigits, currency: "\(company.currency)")
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    guard result.method == .monteCarlo else { return [] }
    return [
      JSONValue.Member("forecast.trials", .integer(input.trials)),
      JSONValue.Member("forecast.seed", .integer(input.seed)),
      JSONValue.Member("forecast.correlation", .number(input.correlation)),
    ]
  }
}

extension ForecastDeal {
  /// The largest amount of one deal, so that sums of many stay within what can be counted in coins.
  static let largest = 1e11

  /// Reads a deal: `{name, amount, probability, low, high, slip}`.
  init(_ fields: inout Fields) {
    name = fields.text("name")
    amount = Self.amount("amount", &fields, fields.money("amount").units)
    probability = Self.chance("probability", &fields, fields.rate("probability").fraction)
    let low = fields.moneyIfGiven("low")?.units
    let high = fields.moneyIfGiven("high")?.units
    self.low = low.map { Self.amount("low", &fields, $0) } ?? amount
    self.high = high.map { Self.amount("high", &fields, $0) } ?? amount
    let slip = Self.chance("slip", &fields, fields.rate("slip", default: Rate(fraction: 0)).fraction)
    probability *= 1 - slip
    if self.low > amount {
      fields.refuse(
        "low", "forecast.deal-range", "'low' is more than the amount, but it is the least it can be")
    }
    if self.high < amount {
      fields.refuse(
        "high", "forecast.deal-range", "'high' is less than the amount, but it is the most it can be")
    }
  }

  private static func amount(_ key: String, _ fields: inout Fields, _ units: Double) -> Double {
    if units >= 0, units <= largest { return units }
    fields.refuse(key, "forecast.deal-range", "'\(key)' of a deal lies between 0 and 100,000,000,000")
    return 0
  }

  private static func chance(_ key: String, _ fields: inout Fields, _ fraction: Double) -> Double {
    if fraction >= 0, fraction <= 1 { return fraction }
    fields.refuse(key, "forecast.deal-range", "'\(key)' is a chance, and lies between 0% and 100%")
    return 0
  }
}
