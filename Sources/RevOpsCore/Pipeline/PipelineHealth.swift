/// Whether the open pipeline is sound: enough, moving, balanced and real, in all and by owner.
///
/// Source: Revenue Operating System, pipeline review: coverage, pace, balance, quality.
public enum PipelineHealth: Analysis {
  public static let key = "pipeline.health"
  public static let title = "Pipeline health"
  public static let sections = ["pipeline"]
  public static let tables = ["opportunities"]
  public static let optionalTables = ["stage_history", "leads", "reps"]
  public static let metrics = [
    "open_pipeline", "weighted_pipeline", "coverage", "coverage_weighted", "forecast_coverage",
    "pipeline_created_ratio", "stalled_share", "days_in_stage", "stage_age_ratio", "push_count",
    "mqls_waiting", "linearity", "early_stage_share", "mid_stage_share", "late_stage_share",
    "negotiation_share", "concentration", "herfindahl", "zero_amount_share", "untouched_share",
    "missing_next_step_share", "icp_share", "single_threaded_share", "contacts_engaged",
  ]

  /// The deals with what they are held against.
  public struct Input: Sendable {
    /// What they add up to.
    var deals: HealthTally
    /// The quota of each owner for the period, in currency units; empty where no table of people gives it.
    var quotas: [String: Double]
    /// Why the quotas of all and of owners cannot be held against the deals that `--where` keeps.
    var quotaLack: String?
    /// Whether all deals of an owner count, or none.
    var isWholeByOwner = true
    /// Qualified leads that nobody has taken or refused; absent without a table that says so.
    var mqlsWaiting: Figure
    /// The columns by which figures are cut, beside the owner.
    var cuts: [String]
    /// Deals that stand as a stage history has them on the day.
    var restored = 0
    var benchmarks: Benchmarks

    var settings: PipelineSettings { deals.terms.settings }
    /// The period that coverage and linearity are asked for.
    var period: Period { deals.terms.period }
    /// The median days that won deals spent in each stage, by its name; nil without a stage history.
    var medians: [String: Double]? { deals.terms.medians }
    var asOf: CalendarDate { deals.terms.asOf }
  }

  /// The figures of one run, in currency units.
  public struct Result: Sendable, Encodable {
    /// The first and the last day of the period.
    var from: String
    var to: String
    var coverage: Coverage
    var pace: Pace
    var balance: Balance
    var quality: Quality
    var hygiene: Hygiene
    /// Qualified leads that sales has neither taken nor refused.
    var mqlsWaiting: Figure
    /// The owners, the one with the most open pipeline first.
    var owners: [Group]
    /// The same by the columns asked for.
    var cuts: [Cut]
  }

  /// Whether there is enough.
  struct Coverage: Hashable, Sendable, Encodable {
    var openDeals: Int
    /// Of all open deals, whenever they close.
    var openPipeline: Double
    /// Of the open deals that close in the period.
    var periodPipeline: Double
    /// The same, each deal at its chance to be won.
    var weighted: Figure
    var won: Double
    var quota: Figure
    var quotaRemaining: Figure
    var coverageTotal: Figure
    var coverageWeighted: Figure
    /// Pipeline of the period for each dollar in commit.
    var forecastCoverage: Figure
    /// What deals created in the last month are worth.
    var pipelineCreated: Figure
    /// That for each dollar of a month's quota.
    var pipelineCreatedRatio: Figure
  }

  /// Whether it moves.
  struct Pace: Hashable, Sendable, Encodable {
    /// Open deals without activity for as long as `pipeline.hygiene.stale_days`.
    var stalledCount: Figure
    var stalledValue: Figure
    /// stalled value / open pipeline.
    var stalledShare: Figure
    /// Days in the stage they are in, on average.
    var daysInStage: Figure
    /// Those days against the days won deals took, by their stages' medians.
    var stageAgeRatio: Figure
    /// Open deals whose close date was moved out twice or more.
    var pushedCount: Figure
    var pushedValue: Figure
    var pushedShare: Figure
  }

  /// Whether it hangs on few deals, a few weeks or early stages.
  struct Balance: Hashable, Sendable, Encodable {
    /// What closes in the last month of the period / what closes in the period.
    var linearity: Figure
    var earlyStageShare: Figure
    var midStageShare: Figure
    var lateStageShare: Figure
    var negotiationShare: Figure
    /// The largest deal / open pipeline.
    var concentration: Figure
    /// The largest deal.
    var largestDeal: Figure
    /// The sum of squared shares.
    var herfindahl: Figure
  }

  /// Whether it is real.
  struct Quality: Hashable, Sendable, Encodable {
    /// Open deals with no amount, or one of zero.
    var zeroAmountCount: Int
    var zeroAmountShare: Figure
    /// Open deals without activity for 30 days.
    var untouchedCount: Figure
    var untouchedValue: Figure
    var untouchedShare: Figure
    /// Open deals with no next step, or one whose day has passed.
    var missingNextStepCount: Figure
    var missingNextStepShare: Figure
    var icpShare: Figure
    var singleThreadedCount: Figure
    var singleThreadedShare: Figure
    /// People of the buyer in a deal, on average.
    var contactsEngaged: Figure
  }

  /// Which deals fail which checks of `pipeline hygiene`, closed ones among them.
  struct Hygiene: Hashable, Sendable, Encodable {
    var deals: Int
    /// Deals that fail at least one check.
    var flagged: Int
    /// flagged / deals.
    var rate: Figure
    /// Checks failed, a deal counted once for each.
    var issues: Int
    var duplicateDeals: Int
    var missingFields: Figure
    var stale: Figure
    var pastClose: Int
    var noLossReason: Figure
    var impossibleDates: Figure
    var contradictions: Figure
    var undatedClosings: Int
  }

  /// The health of one owner's deals, or of one value of another column.
  struct Group: Hashable, Sendable, Encodable {
    /// The value; empty for deals that have none.
    var group: String
    var coverage: Coverage
    var pace: Pace
    var balance: Balance
    var quality: Quality
    var hygiene: Hygiene
  }

  /// The groups of one column.
  struct Cut: Hashable, Sendable, Encodable {
    var by: String
    var groups: [Group]
  }
}
