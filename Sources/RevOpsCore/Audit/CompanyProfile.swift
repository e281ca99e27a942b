/// What the audit document says of the company itself.
public struct CompanyStatement: Hashable, Sendable {
  /// A line of business or a part of the world with its share of ARR.
  public struct Part: Hashable, Sendable {
    /// Which.
    var name: String
    /// ARR in currency units.
    var arr: Double?
    /// The currency it sells in, where that is another one.
    var currency: String?
  }

  /// What one of two companies that are being joined means by its words.
  public struct DefinitionSet: Hashable, Sendable {
    /// Whose words.
    var company: String
    /// Definitions by term.
    var terms: [String: String]
  }

  var name: String?
  /// What one US dollar is worth in the currency of the amounts; nil where no rate says it, and it then counts as 1.
  var dollar: Double? = 1
  var arrCurrent: Stated<Double>?
  var arrTarget: Double?
  var stage: Stated<CompanyStage>?
  var model: RevenueModel?
  var pricing: PricingModel = .subscription
  var averageDeal: Double?
  var trailingAnnualUsage: Double?
  var salesCycleDays: Double?
  /// Heads by team: marketing, sales, cs, revops.
  var team: [String: Int] = [:]
  var products: [Part] = []
  var regions: [Part] = []
  /// Definitions by company, where two are being joined.
  var definitionSets: [DefinitionSet] = []
  var pains: [String] = []

  /// What data may measure too: the metric, the key and the statement.
  static let measurable:
    [(metric: String, key: String, value: KeyPath<CompanyStatement, Double?> & Sendable)] = [
      ("average_deal", "avg_deal_size", \.averageDeal), ("sales_cycle", "sales_cycle_days", \.salesCycleDays),
    ]

  /// The stage: by ARR where that is given, else as stated.
  var actualStage: CompanyStage? {
    arrCurrent.map { CompanyStage(arr: $0.value, dollar: dollar ?? 1) } ?? stage?.value
  }
}

/// The company in figures, as far as the document or the data gives them; what was measured counts before what was stated.
public struct CompanyProfile: Hashable, Sendable, Encodable {
  /// A line of business or a part of the world.
  public struct Part: Hashable, Sendable, Encodable {
    /// Which.
    var name: String
    /// ARR in currency units.
    var arr: Figure
    /// Its part of all ARR.
    var share: Figure
    /// The currency it sells in.
    var currency: String?
  }

  /// By ARR where that is given, else as stated.
  var stage: CompanyStage?
  /// As stated.
  var statedStage: CompanyStage?
  var model: RevenueModel?
  var pricing: PricingModel
  /// Currency units a year.
  var arrCurrent: Figure
  var arrTarget: Figure
  /// Growth that the target asks for: target / current - 1.
  var growthNeeded: Figure
  /// What one contract is worth a year: the average deal, or trailing usage where usage is what is sold.
  var contractValue: Figure
  var salesCycleDays: Figure
  /// Heads by team.
  var marketing: Figure
  var sales: Figure
  var cs: Figure
  var revops: Figure
  /// ARR / (marketing + sales + CS + RevOps heads).
  var arrPerHead: Figure
  /// By product line, where there are several.
  var products: [Part]
  /// By region, where there are several.
  var regions: [Part]

  init(_ statement: CompanyStatement, measured: [Audit.Measured]) {
    func figure(_ value: Double?, _ key: String) -> Figure {
      value.map(Figure.value) ?? .absent(because: "needs \(key)")
    }
    func figure(_ metric: String, _ stated: Double?, _ key: String) -> Figure {
      figure(measured.first { $0.metric == metric }?.value ?? stated, key)
    }
    func heads(_ team: String) -> Figure {
      figure(statement.team[team].map(Double.init), "team_size.\(team)")
    }
    let arr = statement.arrCurrent?.value
    stage = statement.actualStage
    statedStage = statement.stage?.value
    model = statement.model
    pricing = statement.pricing
    arrCurrent = figure(arr, "arr_current")
    arrTarget = figure(statement.arrTarget, "arr_target")
    growthNeeded = Self.growth(from: arr, to: statement.arrTarget)
    contractValue =
      statement.pricing == .usageBased
      ? figure(statement.trailingAnnualUsage, "trailing_annual_usage")
      : figure("average_deal", statement.averageDeal, "avg_deal_size")
    salesCycleDays = figure("sales_cycle", statement.salesCycleDays, "sales_cycle_days")
    (marketing, sales, cs, revops) = (heads("marketing"), heads("sales"), heads("cs"), heads("revops"))
    let people = statement.team.values.reduce(0, +)
    switch arr {
    case nil: arrPerHead = .absent(because: "needs arr_current")
    case _ where statement.team.count < 4: arrPerHead = .absent(because: "needs all four of team_size")
    case _ where people == 0: arrPerHead = .absent(because: "needs at least one person in team_size")
    case let arr?: arrPerHead = .value(arr / Double(people))
    }
    products = Self.parts(statement.products, of: arr)
    regions = Self.parts(statement.regions, of: arr)
  }

  private static func growth(from current: Double?, to target: Double?) -> Figure {
    guard let current else { return .absent(because: "needs arr_current") }
    guard let target else { return .absent(because: "needs arr_target") }
    return current > 0
      ? .value((target - current) / current) : .absent(because: "needs an ARR above 0 to grow from")
  }

  private static func parts(_ parts: [CompanyStatement.Part], of total: Double?) -> [Part] {
    parts.map { part in
      let arr: Figure = part.arr.map(Figure.value) ?? .absent(because: "needs its arr")
      var share: Figure = .absent(because: "needs arr_current and its arr")
      if let total, let value = part.arr, total > 0 { share = .value(value / total) }
      return Part(name: part.name, arr: arr, share: share, currency: part.currency)
    }
  }
}
