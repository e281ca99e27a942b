/// What one run asks for beside its files: the options that every analysis understands.
public struct RunOptions: Sendable {
  /// The values put in place of those of the files, in order.
  public var settings: [Setting]
  /// Which rows of the data count, as an expression over their columns.
  public var filter: String?
  /// The columns by which figures are cut.
  public var cuts: [String]
  /// The day to compute for.
  public var asOf: CalendarDate?
  /// The currency that all money is shown in.
  public var currency: Currency?

  /// Whether the digests of the files are wanted, which take as long as reading them.
  public var wantsDigests = true
  /// How many rows of a list are wanted at most; nil for all.
  public var limit: Int?
  /// Whether a list is wanted as people are first shown it, rather than whole.
  public var isBrief = false

  /// Makes options; without any the files alone decide.
  public init(
    settings: [Setting] = [], filter: String? = nil, cuts: [String] = [], asOf: CalendarDate? = nil,
    currency: Currency? = nil
  ) {
    self.settings = settings
    self.filter = filter
    self.cuts = cuts
    self.asOf = asOf
    self.currency = currency
  }
}
