/// Whether the pipeline of a period is enough for what is left of its quota.
///
/// Source: RevOps Engine, phase 4; RevOps Knowledge Map, coverage at 1 / win rate; Revenue Operating System,
/// forecast coverage.
public enum PipelineCoverage: Analysis {
  public static let key = "pipeline.coverage"
  public static let title = "Pipeline coverage"
  public static let sections = ["pipeline"]
  public static let tables = ["opportunities"]
  public static let optionalTables = ["reps", "stage_history"]
  public static let metrics = [
    "open_pipeline", "weighted_pipeline", "aged_pipeline", "quota_remaining", "coverage", "coverage_weighted",
    "coverage_aged", "forecast_coverage", "required_pipeline", "pipeline_gap", "win_rate",
  ]

  /// The deals with what is asked of them.
  public struct Input: Sendable {
    var table: OpportunityTable
    var period: Period
    /// In currency units; nil where the section gives none.
    var quota: Double?
    /// Why there is none that these deals can be held against.
    var quotaLack: String?
    /// What is to be won in the quarters that have a quota of their own.
    var quotas: [Period: Double] = [:]
    var winRate: Figure
    /// Whether the win rate is that of the last twelve months' deals.
    var isWinRateMeasured: Bool
    var safety: Double
    /// Whether the section gives the period.
    var isPeriodGiven: Bool
    var cuts: [String]
    var asOf: CalendarDate
    /// How the company cuts its quarters.
    var fiscal: FiscalCalendar
    var benchmarks: Benchmarks
    /// Where the quota stands.
    var place: Place?
  }

  /// The figures of one run, in currency units.
  public struct Result: Sendable, Encodable {
    /// The first and the last day of the period.
    var from: String
    var to: String
    /// Open deals that close in the period.
    var deals: Int
    /// Those of them whose amount is missing, which no sum counts.
    var missingAmounts: Int
    /// Open deals without a close date, which are in no period.
    var undated: Int
    var total: Double
    var weighted: Figure
    /// What is overdue by 30 to 60 days at a half, by more at a quarter.
    var aged: Double
    var commit: Figure
    var quota: Figure
    var won: Double
    var quotaRemaining: Figure
    var winRate: Figure
    var coverageTotal: Figure
    var coverageWeighted: Figure
    var coverageAged: Figure
    var forecastCoverage: Figure
    var required: Figure
    /// What the open pipeline lacks of what is required; below zero for a surplus.
    var gap: Figure
    /// The band of `coverage_total`, at the win rate where that is known.
    var band: Level?
    /// All open deals by the quarter that they are to close in, the first quarter first, with those that have a quota.
    var quarters: [Quarter]
    var cuts: [Cut]

    enum CodingKeys: String, CodingKey {
      case from, to, deals, missingAmounts = "missing_amounts", undated = "undated_deals", total, weighted,
        aged, commit, quota, won
      case quotaRemaining = "quota_remaining", winRate = "win_rate", coverageTotal = "coverage_total"
      case coverageWeighted = "coverage_weighted", coverageAged = "coverage_aged"
      case forecastCoverage = "forecast_coverage", required, gap, band, quarters, cuts
    }
  }

  /// The open deals that are to close in one fiscal quarter, in currency units.
  struct Quarter: Hashable, Sendable, Encodable {
    var quarter: String
    var from: String
    var to: String
    var deals: Int
    var total: Double
    var weighted: Figure
    /// What of it there is for each unit of the quarter's quota that is left.
    var coverageTotal: Figure

    enum CodingKeys: String, CodingKey {
      case quarter, from, to, deals, total, weighted, coverageTotal = "coverage_total"
    }
  }

  /// The pipeline of each value of one column.
  struct Cut: Hashable, Sendable, Encodable {
    var by: String
    var groups: [Group]
  }

  /// The pipeline of one owner, segment or other value, in currency units.
  struct Group: Hashable, Sendable, Encodable {
    /// The value; empty for deals that have none.
    var group: String
    var deals: Int
    var total: Double
    var weighted: Figure
    var aged: Double
    var won: Double
  }

  /// What of an amount counts, so many days after the deal was expected to close.
  ///
  /// All of it up to 29 days, half of it from 30 to 60, a quarter beyond.
  static func share(daysLate: Int) -> Double { daysLate < 30 ? 1 : daysLate <= 60 ? 0.5 : 0.25 }

  /// Adds up the open deals that close in the period and holds them against the quota.
  ///
  ///     quota_remaining = quota − won in the period
  ///     coverage        = pipeline / quota_remaining
  ///     required        = quota_remaining / win_rate × safety
  ///     gap             = required − total
  ///
  /// $1M at 25 % requires $4M. A quota that is met already has no coverage.
  public static func compute(_ input: Input) -> Result {
    let table = input.table
    var sums = Sums()
    for row in 0..<table.count { sums.add(row, of: table, input) }
    let total = table.units(sums.open.coins)
    let won = table.units(sums.won)
    let quota: Figure =
      input.quota.map { .value($0) }
      ?? .absent(because: input.quotaLack ?? "needs 'quota' in the section 'pipeline'")
    let remaining = quota.map { $0 - won }
    func coverage(_ pipeline: Figure) -> Figure { self.coverage(pipeline, of: remaining) }
    let weighted = sums.open.weighted(inUnits: table.units)
    let aged = table.units(sums.aged)
    let commit = sums.commit(table)
    let required = required(remaining, input)
    let coverageTotal = coverage(.value(total))
    return Result(
      from: "\(input.period.start)", to: "\(input.period.lastDay)", deals: sums.open.deals,
      missingAmounts: sums.open.withoutAmount, undated: sums.undated, total: total, weighted: weighted,
      aged: aged, commit: commit,
      quota: quota, won: won, quotaRemaining: remaining, winRate: input.winRate, coverageTotal: coverageTotal,
      coverageWeighted: coverage(weighted), coverageAged: coverage(.value(aged)),
      forecastCoverage: commit.flatMap {
        $0 > 0 ? .value(total / $0) : .absent(because: "no open deal of the period is in commit")
      },
      required: required, gap: required.map { $0 - total }, band: band(of: coverageTotal, input),
      quarters: quarters(input, coverageTotal),
      cuts: input.cuts.map { Cut(by: $0, groups: groups(by: $0, input)) })
  }

  private static func coverage(_ pipeline: Figure, of remaining: Figure) -> Figure {
    guard let left = remaining.value else { return remaining }
    guard left > 0 else { return .absent(because: "the quota of the period is met already") }
    return pipeline.map { $0 / left }
  }

  /// All open deals with a close date by its fiscal quarter, `coverage` being that of the period.
  private static func quarters(_ input: Input, _ coverage: Figure) -> [Quarter] {
    let table = input.table
    let closings = table.closings
    let today = input.fiscal.quarter(containing: input.asOf)
    var sums: [Period: DealSums] = [:]
    for quarter in input.quotas.keys where quarter.start >= today.start { sums[quarter] = DealSums() }
    var wonNow = 0.0
    for row in 0..<table.count {
      if table.outcomes[row] == .open, let close = table.date("close_date", row) {
        sums[input.fiscal.quarter(containing: close), default: DealSums()]
          .add(coins: table.coins[row], chance: table.probabilities[row])
      } else if closings.isWon(row, in: today, by: input.asOf), !table.coins[row].isNaN {
        wonNow += table.coins[row]
      }
    }
    func share(of quarter: Period, _ total: Double) -> Figure {
      if (quarter.start, quarter.end) == (input.period.start, input.period.end) { return coverage }
      guard quarter.start >= today.start else { return .absent(because: "the quarter is over") }
      guard let quota = input.quotas[quarter] else {
        return .absent(because: "needs its quota under 'pipeline.quotas'")
      }
      return self.coverage(.value(total), of: .value(quota - (quarter == today ? table.units(wonNow) : 0)))
    }
    return sums.sorted { $0.key.start < $1.key.start }.map { quarter, sums in
      let total = table.units(sums.coins)
      return Quarter(
        quarter: "\(quarter)", from: "\(quarter.start)", to: "\(quarter.lastDay)", deals: sums.deals,
        total: total, weighted: sums.weighted(inUnits: table.units), coverageTotal: share(of: quarter, total))
    }
  }

  private static func required(_ remaining: Figure, _ input: Input) -> Figure {
    guard let left = remaining.value else { return remaining }
    guard left > 0 else { return .value(0) }
    return input.winRate.flatMap {
      $0 > 0
        ? .value(left / $0 * input.safety) : .absent(because: "no pipeline is enough at a win rate of 0%")
    }
  }

  /// The level of a coverage; the edges lie in proportion to 1 / win rate where that is known.
  private static func band(of coverage: Figure, _ input: Input) -> Level? {
    guard let value = coverage.value else { return nil }
    guard let winRate = input.winRate.value else { return input.benchmarks.judge("coverage", value)?.level }
    return input.benchmarks.coverageBands(winRate: winRate)?.band(of: value)?.level
  }

  /// The groups of a column, the one with the most open pipeline first.
  private static func groups(by column: String, _ input: Input) -> [Group] {
    let table = input.table
    guard let labels = table.labels(column) else { return [] }
    var sums = [Sums](repeating: Sums(), count: labels.names.count + 1)
    for row in labels.codes.indices { sums[labels.group(of: row)].add(row, of: table, input) }
    let groups = sums.indices.filter { sums[$0].open.deals > 0 || sums[$0].won > 0 }.map { index in
      Group(
        group: labels.name(ofGroup: index), deals: sums[index].open.deals,
        total: input.table.units(sums[index].open.coins),
        weighted: sums[index].open.weighted(inUnits: input.table.units),
        aged: input.table.units(sums[index].aged), won: input.table.units(sums[index].won))
    }
    return groups.sorted { ($1.total, $1.won, $0.group) < ($0.total, $0.won, $1.group) }
  }
}
