/// How the open pipeline of one day became that of another, deal by deal, and how deals go through the stages.
///
/// Source: RevOps Knowledge Map, pipeline movement tracking; Revenue Operating System, pace.
public enum PipelineMovement: Analysis {
  public static let key = "pipeline.movement"
  public static let title = "Pipeline movement"
  public static let sections = ["pipeline"]
  public static let optionalTables = ["snapshots", "stage_history", "opportunities", "opportunities_before"]
  public static let metrics = [
    "pipeline_start", "pipeline_created", "pipeline_pulled_in", "pipeline_reopened", "pipeline_grown",
    "pipeline_shrunk", "pipeline_pushed_out", "pipeline_lost", "pipeline_won", "pipeline_removed",
    "pipeline_end", "advanced_deals", "regressed_deals", "stalled_deals", "slippage_rate",
  ]

  /// The deals on two days, with what is asked of them.
  public struct Input: Sendable {
    var paths: [DealPath]
    var scope: BridgeScope
    /// What the two days are known from.
    var origin: Origin
    /// The columns to cut by, one for each of a path's groups.
    var cuts: [String]
    /// The order of the stages.
    var stages: StageRules
    /// How deals went through the stages; nil without a history.
    var history: StageHistory?
    /// What became of the deals of the history, by the names of their last stages.
    var outcomes: [String: DealOutcome]
    var currency: Currency
    /// Whether the section gives the period.
    var isPeriodGiven: Bool
    /// Whether the first day is the latest of which the earlier export has a record.
    var isFromLearned = false
    /// Closed deals of which the history has no row, so that nobody knows when they were what.
    var untold: [String] = []
    /// Where the history ends elsewhere than the opportunities of the last day.
    var lag = HistoryLag()
  }

  /// Deals that the history has otherwise, on the last day, than the opportunities of that day.
  struct HistoryLag: Sendable {
    private(set) var deals: [String] = []
    /// What they add to the pipeline by each of the two, in coins.
    private(set) var byHistory = 0.0
    private(set) var byDeals = 0.0

    /// Takes a deal; one that differs by no more than the rounding of a conversion is the same.
    mutating func add(_ id: String, _ told: DealState?, _ known: DealState?, in scope: BridgeScope) {
      let isOtherEnd = told.flatMap { told in known.map { $0.outcome != told.outcome } } ?? false
      let (told, known) = (
        scope.holds(told) ? told?.worth : nil, scope.holds(known) ? known?.worth : nil
      )
      guard isOtherEnd || (told == nil) != (known == nil) || abs((told ?? 0) - (known ?? 0)) > 1 else {
        return
      }
      deals.append(id)
      byHistory += told ?? 0
      byDeals += known ?? 0
    }
  }

  /// What says how the pipeline stood on two days.
  enum Origin: String, Hashable, Sendable, CaseIterable, Encodable {
    /// A table of the deals on several days.
    case snapshots
    /// Two exports of the opportunities.
    case exports
    /// The changes of every deal.
    case history
  }

  /// The figures of one run, in currency units.
  public struct Result: Sendable, Encodable {
    /// The first day, at its end; null where the files do not tell it.
    var from: String?
    /// The last day, at its end.
    var to: String
    var origin: Origin
    /// The close dates that count; null for all open deals.
    var period: Span?
    var bridge: Bridge
    /// Deals of the start or the end whose amount is missing, which add nothing.
    var missingAmounts: Int
    /// What was pushed out, without what it had grown by / (start + created + pulled in + reopened).
    var slippageRate: Figure
    /// Deals of the start that are open at the end in a later stage, an earlier one, and the same.
    var advanced: Figure
    var regressed: Figure
    var stalled: Int
    /// The deals of the start by the stage they began in and where they ended.
    var moves: [Move]
    var cuts: [Cut]
    /// How long deals stay in each stage and what becomes of them; empty without a history.
    var stages: [StageRecord]
    /// Where deals go from each stage; empty without a history.
    var conversions: [Conversion]
    /// Every deal that moved, the largest change first.
    var deals: [Change]

    enum CodingKeys: String, CodingKey {
      case from, to, origin, period, bridge, missingAmounts = "missing_amounts"
      case slippageRate = "slippage_rate", advanced, regressed, stalled, moves, cuts, stages, conversions,
        deals
    }
  }

  /// The first and the last day of a stretch of time.
  struct Span: Hashable, Sendable, Encodable {
    var from: String
    var to: String
  }

  /// Deals that went from one stage to another or stayed.
  struct Move: Hashable, Sendable, Encodable {
    var from: String
    /// The stage at the end; empty for a deal that is gone.
    var to: String
    var deals: Int
    /// What they were worth at the start; null where no deal has an amount.
    var value: Double?
  }

  /// The bridges of each value of one column.
  struct Cut: Hashable, Sendable, Encodable {
    var by: String
    var groups: [Group]
  }

  /// The bridge of the deals of one owner, segment or other value.
  struct Group: Hashable, Sendable, Encodable {
    /// The value; empty for deals that have none.
    var group: String
    var bridge: Bridge
  }

  /// One cause that moved one deal.
  struct Change: Hashable, Sendable, Encodable {
    var id: String
    var name: String
    var cause: PipelineBridge.Cause
    /// What it adds, below zero for what it takes off; null where no deal has an amount.
    var change: Double?
    var stageFrom: String
    var stageTo: String
    var closeFrom: String?
    var closeTo: String?

    enum CodingKeys: String, CodingKey {
      case id, name, cause, change, stageFrom = "stage_from", stageTo = "stage_to", closeFrom = "close_from"
      case closeTo = "close_to"
    }
  }
}
