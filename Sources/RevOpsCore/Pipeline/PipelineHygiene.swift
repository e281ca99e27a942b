/// Whether the opportunities can be trusted: what is doubled, missing, stale, impossible or contradicts itself.
///
/// Source: RevOps Engine, phase 2: the hygiene checks and their thresholds.
public enum PipelineHygiene: Analysis {
  public static let key = "pipeline.hygiene"
  public static let title = "Pipeline hygiene"
  public static let sections = ["pipeline"]
  public static let tables = ["opportunities"]
  public static let optionalTables = ["accounts", "reps", "stage_history"]
  public static let looksAtRepeatedDeals = true
  public static let metrics = [
    "duplicate_rate", "required_field_completeness", "stale_rate", "past_close_rate",
    "loss_reason_completeness", "impossible_date_rate", "contradiction_rate", "crm_data_quality",
  ]

  /// The deals with the rules they are held against.
  public struct Input: Sendable {
    /// What was counted over all deals.
    var deals: HygieneTally
    /// The deals that can be listed, with what they fail: all, or those that stand first.
    var listed: DealFaults
    /// The account records by name, with their domains; those of the deals where there is no table of accounts.
    var accounts: [String]
    var domains: [String?]
    /// The row of the file in which each of them stands, the first where several do.
    var accountRows: [Int]
    /// The table they are from.
    var accountTable: DataTable
    /// The columns by which figures are cut, beside the owner.
    var cuts: [String]
    var benchmarks: Benchmarks

    /// The rows of the deals that can be listed.
    var table: OpportunityTable { listed.table }
    var settings: PipelineSettings { deals.settings }
  }

  /// What a deal is held against.
  enum Check: String, Hashable, Sendable, CaseIterable, Encodable {
    case duplicateDeals = "duplicate_deals"
    case missingFields = "missing_fields"
    case stale
    case pastClose = "past_close"
    case noLossReason = "no_loss_reason"
    case impossibleDates = "impossible_dates"
    case contradictions
    case undatedClosings = "undated_closings"
  }

  /// The figures of one run.
  public struct Result: Sendable, Encodable {
    var deals: Int
    var openDeals: Int
    var duplicateRate: Figure
    var requiredFieldCompleteness: Figure
    var staleRate: Figure
    var pastCloseRate: Figure
    var lossReasonCompleteness: Figure
    var impossibleDateRate: Figure
    var contradictionRate: Figure
    /// Deals that pass every check / deals.
    var crmDataQuality: Figure
    /// One for each check, in a fixed order.
    var checks: [CheckResult]
    /// Account records that stand for one company.
    var duplicateAccounts: [DoubledAccount]
    /// The owners with the most deals to mend first.
    var owners: [Group]
    /// The same by the columns asked for.
    var cuts: [Cut]
    /// How many faults there are, a deal counted once for each check it fails.
    var faults: Int
    /// What is to be mended, the most valuable deal first; with a limit no more than that.
    var rows: [Row]
    /// For each check the row of the table that stands first of those that fail it; what findings point at.
    var worst: [Check: Int]

    enum CodingKeys: String, CodingKey {
      case deals, openDeals = "open_deals", duplicateRate = "duplicate_rate"
      case requiredFieldCompleteness = "required_field_completeness", staleRate = "stale_rate"
      case pastCloseRate = "past_close_rate", lossReasonCompleteness = "loss_reason_completeness"
      case impossibleDateRate = "impossible_date_rate", contradictionRate = "contradiction_rate"
      case crmDataQuality = "crm_data_quality", checks, duplicateAccounts = "duplicate_accounts"
      case owners, cuts, faults, rows
    }
  }

  /// Account records that stand for one company.
  struct DoubledAccount: Hashable, Sendable, Encodable {
    /// Their names.
    var accounts: [String]
    /// What says that they are one: their name, their domain, or their spelling but for a slip.
    var sameBy: [AccountGroups.Reason]
    /// Where each stands in the file.
    var lines: [Int]

    enum CodingKeys: String, CodingKey { case accounts, sameBy = "same_by", lines }
  }

  /// How many deals fail a check.
  struct CheckResult: Hashable, Sendable, Encodable {
    var check: Check
    /// Deals that fail it.
    var count: Figure
    /// Deals that it is asked of.
    var of: Int
    /// count / of.
    var rate: Figure
    /// Whether the threshold of the metric is met; nil where there is none, or no figure.
    var pass: Bool?
    /// What the failing open deals are worth, in currency units.
    var openValue: Figure

    enum CodingKeys: String, CodingKey { case check, count, of, rate, pass, openValue = "open_value" }
  }

  /// The deals of one owner, or one value of another column.
  struct Group: Hashable, Sendable, Encodable {
    /// The value; empty for deals that have none.
    var group: String
    var deals: Int
    /// Deals that fail at least one check.
    var flagged: Int
    /// flagged / deals.
    var rate: Figure
    /// Checks failed, a deal counted once for each.
    var issues: Int
  }

  /// The groups of one column.
  struct Cut: Hashable, Sendable, Encodable {
    var by: String
    var groups: [Group]
  }

  /// One check that one deal fails.
  struct Row: Hashable, Sendable, Encodable {
    var id: String
    /// What the CRM calls the deal; empty where it has no name.
    var name: String
    var owner: String
    /// In currency units.
    var amount: Figure
    var check: Check
    /// What is wrong, in words.
    var detail: String
    /// The columns of the file that are to be mended, with `; ` between them.
    var column: String
    /// What stands in them, likewise; empty where nothing does.
    var found: String
    /// What is to be done.
    var action: String
    /// Its line in the file.
    var line: Int
  }
}
