/// The pack for the weekly meeting: the forecast and what changed, the deals that matter and their risks, health, what was
/// created, pushed and lost, by owner, and what to do.
///
/// Source: RevOps Engine, phase 4, weekly pipeline review; Revenue Operating System, pipeline review; RevOps Knowledge Map:
/// ask for evidence of progress.
public enum PipelineReview: Analysis {
  public static let key = "pipeline.review"
  public static let title = "Pipeline review"
  public static let sections = ["pipeline"]
  public static let tables = ["opportunities"]
  public static let optionalTables = ["snapshots", "stage_history", "opportunities_before", "leads", "reps"]
  public static let metrics = [
    "open_pipeline", "coverage", "pipeline_created", "opps_created", "stalled_share", "untouched_share",
    "missing_next_step_share", "concentration",
  ]

  /// The deals as they are, and as they were.
  public struct Input: Sendable {
    var table: OpportunityTable
    /// What health is computed from.
    var health: PipelineHealth.Input
    var now: DealRegister
    /// The deals of the day compared with; nil where nothing tells them.
    var before: DealsBefore?
    /// The day compared with, seven days ago where nothing tells it: what happened after it is new.
    var since: CalendarDate
    var stages: StageRules
    /// The columns to cut by, the owner first.
    var cuts: [String]
    /// How many deals are shown.
    var topCount: Int
  }

  /// The figures of one run, in currency units.
  public struct Result: Sendable, Encodable {
    /// The first and the last day of the period.
    var from: String
    var to: String
    /// The day compared with, at its end; null where nothing tells how the pipeline stood.
    var since: String?
    /// Open deals of the period by what the forecast calls them; empty for a file without categories.
    var forecast: [Category]
    /// What the period has won so far.
    var won: Double
    /// won + commit, now and on the day compared with.
    var call: Figure
    var callBefore: Figure
    var callChange: Figure
    var topDeals: [TopDeal]
    var health: Health
    /// What happened since.
    var week: Week
    /// Why deals were lost since, the most valuable reason first.
    var lossReasons: [LossReason]
    /// How the pipeline of the period changed since; null without the day compared with.
    var bridge: PipelineMovement.Bridge?
    var cuts: [Cut]
    /// What to do, most urgent first.
    var actions: [Action]
  }

  /// Open deals of the period in one forecast category.
  struct Category: Hashable, Sendable, Encodable {
    var category: DealCategory
    var deals: Int
    var value: Double
    var valueBefore: Figure
    var change: Figure
  }

  /// One of the largest open deals of the period.
  struct TopDeal: Hashable, Sendable, Encodable {
    var id: String
    var name: String
    var owner: String
    var amount: Double
    var stage: String
    var nextStep: String
    var nextStepDate: String?
    var closeDate: String?
    /// What speaks against it, by its own data.
    var risks: [String]
    let line: Int
  }

  /// The figures of health that a meeting asks for.
  struct Health: Hashable, Sendable, Encodable {
    var coverageTotal: Figure
    /// The coverage that the win rate of the last twelve months asks for: one divided by it.
    var coverageNeeded: Figure
    var openPipeline: Double
    var stalledShare: Figure
    var untouchedShare: Figure
    var missingNextStepShare: Figure
    var pushedShare: Figure
    var concentration: Figure
  }

  /// Deals and their value.
  struct Sum: Hashable, Sendable, Encodable {
    var deals: Int
    var value: Double
  }

  /// Deals and their value, where something tells them.
  struct KnownSum: Hashable, Sendable, Encodable {
    var deals: Figure
    var value: Figure
  }

  /// What happened since the day compared with.
  struct Week: Hashable, Sendable, Encodable {
    /// Created, whenever they close.
    var created: KnownSum
    var won: Sum
    var lost: Sum
    /// Open deals whose close date moved to a later day.
    var pushedDeals: Figure
    var pushedValue: Figure
  }

  /// Why deals were lost since.
  struct LossReason: Hashable, Sendable, Encodable {
    /// The reason; empty for losses without one.
    var reason: String
    var deals: Int
    var value: Double
  }

  /// The review of each value of one column.
  struct Cut: Hashable, Sendable, Encodable {
    var by: String
    var groups: [Group]
  }

  /// The review of one owner, segment or other value.
  struct Group: Hashable, Sendable, Encodable {
    /// The value; empty for deals that have none.
    var group: String
    /// Open deals of the period.
    var open: Sum
    var commit: Figure
    var bestCase: Figure
    /// Won in the period.
    var won: Double
    var week: Week
  }

  /// One thing to do.
  struct Action: Hashable, Sendable, Encodable {
    var rank: Int
    /// The deal or finding it is about.
    var about: String
    /// Who is to do it; empty where it is nobody's alone.
    var owner: String
    var action: String
  }
}

/// The deals as they stood on an earlier day.
struct DealsBefore: Sendable {
  /// The day, at its end; nil where the files do not tell it.
  var day: CalendarDate?
  var states: [DealKey: DealState]
  /// What the forecast called each; nil where nothing tells it.
  var categories: [DealKey: DealCategory]?
  /// Deals of that day that a condition leaves out, or of which nothing tells how they stood.
  var hidden: Set<DealKey> = []
  /// The ids of the latter.
  var untold: [String] = []
  /// Whether the day is the latest of which the earlier export has a record.
  var isDayLearned = false
}
