extension ForecastSimulation {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepOpportunities()
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    ["opportunities": OpportunityTable.columns]
  }

  /// Whether the section lists deals, or the data has some.
  public static func isFed(by workspace: Workspace) -> Bool {
    let listed = workspace.sections["forecast"]?["deals"].map { !$0.isNotGiven } ?? false
    return listed || workspace.sources["opportunities"] != nil
  }

  /// Reads the deals of the `forecast` section; where it lists none, those of the table.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.forecastSettings()
    try refuseCuts(workspace.options.cuts)
    let company = workspace.company
    guard settings.deals.isEmpty else {
      return Input(
        deals: settings.deals, closed: settings.closed, target: settings.target,
        correlation: settings.correlation, trials: settings.trials, seed: settings.seed,
        minorDigits: company.currency.minorDigits, currency: "\(company.currency)", created: settings.created,
        place: settings.places["target"], machine: workspace.machine)
    }
    guard workspace.sources["opportunities"] != nil else {
      throw InputErrors(
        Diagnostic(
          "forecast.no-deals", "'forecast' lists no deals whose outcomes could be weighed",
          hint: "list them under 'forecast: deals:', or give the table 'opportunities'"
        ).asLack)
    }
    let table = try OpportunityTable.read(from: workspace, workspace.pipelineSettings())
    let period = settings.period ?? company.fiscal.quarter(containing: workspace.asOf.date)
    var input = input(PeriodDeals(table, in: period, by: workspace.asOf.date), settings, workspace)
    input.isPeriodGiven = settings.period != nil
    let asOf = workspace.asOf.date
    input.later = table.findings(after: asOf, "revops forecast simulate")
    if let place = settings.places["closed"] { input.later.append(closedUnused(place)) }
    return input
  }

  /// That the section says what is closed already, which the table says too.
  private static func closedUnused(_ place: Place) -> Finding {
    Finding(
      "forecast.closed-unused", .warning, subject: "closed",
      "'forecast.closed' is not counted: the deals won in the table 'opportunities' say what is closed",
      advice: "leave it out, or list the open deals beside it under 'forecast.deals'", place: place,
      command: "revops forecast simulate")
  }

  private static func refuseCuts(_ cuts: [String]) throws(InputErrors) {
    guard let cut = cuts.first else { return }
    throw InputErrors(
      Diagnostic(
        "forecast.cut", "a distribution is that of all deals together, and not cut by '\(printable(cut))'",
        hint: "weigh one part alone with --where, such as --where \"owner = 'Ana'\""))
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if let period = input.period, !input.isPeriodGiven {
      members.append(JSONValue.Member("forecast.period", .string("\(period)")))
    }
    if let chance = input.chance {
      members.append(JSONValue.Member("forecast.chance", .string(chance.rawValue)))
      members.append(JSONValue.Member("forecast.slip", .number(input.slip)))
    }
    if let created = input.created, created.isMeasured {
      members.append(JSONValue.Member("forecast.created_and_closed.periods", .integer(created.periods)))
    }
    guard result.method == .monteCarlo else { return members }
    return members + [
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
