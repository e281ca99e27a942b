/// What was won and lost, why and to whom, which deals call for an interview, and who has to hear of it.
///
/// Source: Revenue Operating System, win/loss analysis: trigger, synthesis, distribution.
public enum WinLoss: Analysis {
  public static let key = "deals.winloss"
  public static let title = "Win/loss analysis"
  public static let sections = ["deals", "pipeline"]
  public static let tables = ["opportunities"]
  public static let optionalTables = ["stage_history"]
  public static let metrics = [
    "win_rate", "late_stage_win_rate", "average_deal", "sales_cycle", "loss_reason_share",
    "loss_reason_completeness", "competitive_win_rate", "win_loss_coverage",
  ]

  /// The deals with what is asked of them.
  public struct Input: Sendable {
    var table: OpportunityTable
    var history: StageHistory?
    var settings: WinLossSettings
    /// The days in which deals were closed.
    var period: Period
    /// The stages of which at least one is late; empty where nothing says their order.
    var lateStages: [String]
    /// The columns to cut by, the usual ones first.
    var cuts: [String]
    var asOf: CalendarDate
    var benchmarks: Benchmarks
  }

  /// The figures of one run, in currency units.
  public struct Result: Sendable, Encodable {
    var from: String
    var to: String
    var won: Int
    var lost: Int
    /// won / (won + lost), with the ends of its 95 % interval.
    var winRate: Figure
    var winRateLow: Figure
    var winRateHigh: Figure
    /// The same by value.
    var winRateByValue: Figure
    var wonValue: Figure
    var lostValue: Figure
    var averageDeal: Figure
    var cycleDays: Figure
    /// The deals won over which it is.
    var cycleDeals: Int
    /// Of the deals closed in the period that had come into a late stage, the share won.
    var lateStageWinRate: Figure
    var lateStageWinRateLow: Figure
    var lateStageWinRateHigh: Figure
    var lateStages: [String]
    /// Losses that give a reason / losses.
    var lossReasonCompleteness: Figure
    /// The reasons of the losses, the most valuable first.
    var reasons: [Reason]
    /// Words that count as one with others, since they differ in letter case and blanks alone.
    var spellings: [Spelling]
    var cuts: [Cut]
    /// Groups that surely win more or less often than all do.
    var patterns: [Pattern]
    /// The amount from which a deal is among the most valuable.
    var interviewThreshold: Figure
    /// The deals that call for an interview, the most valuable first.
    var interviews: [Interview]
    /// Reviews held / deals that call for one.
    var winLossCoverage: Figure
    /// What each team has to hear, the most valuable first.
    var insights: [Insight]
  }

  /// Why deals were lost.
  struct Reason: Hashable, Sendable, Encodable {
    /// The reason; empty for losses without one.
    var reason: String
    var deals: Int
    /// deals / all losses.
    var share: Double
    /// What those with an amount are worth.
    var value: Figure
    /// How many have none.
    var withoutAmount: Int
    /// The team that can act on it; nil where nothing says.
    var team: Team?
  }

  /// A word of a column that is also written with other letter case or blanks.
  struct Spelling: Hashable, Sendable, Encodable {
    var column: String
    /// How it is shown: as most deals have it.
    var shown: String
    /// How others have it.
    var also: [String]
  }

  /// What became of the deals of each value of a column.
  struct Cut: Hashable, Sendable, Encodable {
    var by: String
    var groups: [Group]
  }

  /// What became of the deals of one competitor, segment, size or other value.
  struct Group: Hashable, Sendable, Encodable {
    /// The value; empty for deals that have none.
    var group: String
    var won: Int
    var lost: Int
    var winRate: Figure
    var winRateLow: Figure
    var winRateHigh: Figure
    var winRateByValue: Figure
    var wonValue: Figure
    var lostValue: Figure
  }

  /// A group whose win rate differs from that of all deals, beyond what chance explains.
  struct Pattern: Hashable, Sendable, Encodable {
    var by: String
    var group: String
    var winRate: Double
    var winRateLow: Double
    var winRateHigh: Double
    /// Whether it wins more often.
    var isAbove: Bool
  }

  /// A deal whose buyer, or whose team, is to be asked.
  struct Interview: Hashable, Sendable, Encodable {
    var id: String
    var name: String
    var owner: String
    var outcome: DealOutcome
    var amount: Figure
    var closed: String
    var competitor: String
    var reason: String
    /// Whether it is among the most valuable.
    var isLarge: Bool
    /// Whether it was lost to a competitor.
    var isCompetitive: Bool
    /// Whether it was reviewed.
    var isReviewed: Bool
  }

  /// Who can act on what deals teach.
  enum Team: String, Hashable, Sendable, CaseIterable, Encodable {
    case sales, product, marketing
  }

  /// What one team has to hear.
  struct Insight: Hashable, Sendable, Encodable {
    var team: Team
    /// The reason or group it is about.
    var about: String
    var deals: Int
    var value: Figure
    /// What the team is to do with it.
    var action: String
    /// The most valuable of the deals, by id.
    var examples: [String]
  }
}
