/// A table that the areas know, by the name it has under `data:`.
public enum ImportTable: String, Hashable, Sendable, CaseIterable, Encodable {
  case opportunities
  case stageHistory = "stage_history"
  case leads, touches, accounts, subscriptions, reps, credits, forecasts, activities, snapshots
  case opportunitiesBefore = "opportunities_before"

  /// Its columns, those that are needed first.
  public var columns: [ImportColumn] {
    switch self {
    case .opportunities, .opportunitiesBefore: ImportColumn.opportunities
    case .stageHistory: ImportColumn.stageHistory
    case .leads: ImportColumn.leads
    case .touches: ImportColumn.touches
    case .accounts: ImportColumn.accounts
    case .subscriptions: ImportColumn.subscriptions
    case .reps: ImportColumn.reps
    case .credits: ImportColumn.credits
    case .forecasts: ImportColumn.forecasts
    case .activities: ImportColumn.activities
    case .snapshots: ImportColumn.snapshots
    }
  }
}

/// One column of a table: our name for it, what it holds, and what vendors call it.
public struct ImportColumn: Hashable, Sendable {
  /// What the cells hold.
  public enum Kind: String, Hashable, Sendable, Encodable {
    case text, date, amount, number, rate, flag
  }

  /// The canonical name, as in `--set`, `--where` and `columns:`.
  public var name: String
  /// What the cells hold.
  public var kind: Kind
  /// Whether the table cannot be read without it.
  public var isRequired: Bool
  /// The commands that a file without it cannot serve, or not fully.
  public var feeds: [String]
  /// What each vendor calls it, the preferred header first.
  var aliases: [ImportVendor: [String]]
  /// What others call it; read where the vendor is not known too.
  var otherNames: [String]

  init(
    _ name: String, _ kind: Kind = .text, required: Bool = false, feeds: [String] = [],
    from aliases: [ImportVendor: [String]] = [:], also otherNames: [String] = []
  ) {
    self.name = name
    self.kind = kind
    isRequired = required
    self.feeds = feeds
    self.aliases = aliases
    self.otherNames = otherNames
  }
}
