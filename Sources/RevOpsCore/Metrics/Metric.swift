/// One figure of the field: what it means, how it is computed and what counts as good.
///
/// Every metric stands once, in `Catalogue/`; grading, reports, checks and `explain` all read it there.
public struct Metric: Hashable, Sendable, Encodable {
  /// The key of the figure in results, checks and options.
  public let id: String
  /// Its name as a heading.
  public let title: String
  /// The part of the revenue engine it belongs to.
  public internal(set) var area: MetricArea
  /// What a value is measured in; rates are fractions.
  public let unit: MetricUnit
  /// Which way is better.
  public let direction: Direction
  /// Who looks at it, and how often.
  public let tier: MetricTier
  /// The role that answers for it unless the workspace names another.
  public let owner: Role
  /// What it is, in one sentence.
  public let definition: String
  /// How it is computed, in terms of `terms`, by the default definition.
  public let formula: String
  /// What the formula is made of.
  public let terms: [Term]
  /// The definitions in use, the default first; empty where the field has only one.
  public let variants: [Variant]
  /// What counts as good, the list that holds where no scope is known first.
  public internal(set) var bands: [BandList]
  /// Other names people use.
  public let aliases: [String]
  /// Ids of metrics to read beside this one.
  public let related: [String]
  /// The command that computes it; what `explain` shows has none where this version lacks the command.
  public internal(set) var command: String?

  /// A quantity of a formula: its key on the command line and its unit.
  public struct Term: Hashable, Sendable, Encodable {
    public let key: String
    public let unit: MetricUnit
  }

  /// One of several definitions of a metric.
  public struct Variant: Hashable, Sendable, Encodable {
    /// The name by which `--definition` and `company.definitions` pick it.
    public let id: String
    public let formula: String
    public let terms: [Term]
    public let source: String
  }
}

extension Metric {
  /// The command that computes it where this version has it, else the first that reports it.
  var presentCommand: String? {
    guard let command else { return nil }
    let key = String(command.map { $0 == " " ? "." : $0 })
    let analyses = AnalysisRegistry.standard
    guard !["plan.scenarios", "plan.sensitivity"].contains(key), analyses[key] == nil else { return command }
    let other = analyses.analyses.first { $0.metrics.contains(id) }?.key
    return other.map { String($0.map { $0 == "." ? " " : $0 }) }
  }
}

/// Which values of a metric are better.
public enum Direction: String, Hashable, Sendable, Encodable, CaseIterable {
  case higherIsBetter = "higher_is_better"
  case lowerIsBetter = "lower_is_better"
  /// A range is right; both sides of it are not.
  case target
  /// Says nothing about good or bad by itself.
  case neutral
}

/// What a metric's value is measured in.
public enum MetricUnit: String, Hashable, Sendable, Encodable, CaseIterable {
  /// Units of the workspace's currency.
  case money
  case moneyPerDay = "money_per_day"
  /// A fraction: 0.25 is 25 %.
  case rate
  /// A multiple: 3 is 3x.
  case ratio
  /// Percentage points, or points of a scale.
  case points
  case score, count
  case perDay = "per_day"
  case perWeek = "per_week"
  case perMonth = "per_month"
  case perYear = "per_year"
  case minutes, hours
  /// Hours of the company's working time.
  case businessHours = "business_hours"
  case days, months, years
}

/// Who a metric is for.
public enum MetricTier: String, Hashable, Sendable, Encodable, CaseIterable {
  /// Monthly, for the board.
  case board
  /// Weekly, to steer by.
  case operating
  /// On demand, to find a cause.
  case diagnostic
}

/// The part of the revenue engine a metric belongs to.
public enum MetricArea: String, Hashable, Sendable, Encodable, CaseIterable {
  case economics, funnel, leads, pipeline, forecast, planning, capacity, reps, compensation, territory
  case customers, attribution, demand, deals, agreements, data, audit, automation, rhythm

  /// The area as a heading.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
