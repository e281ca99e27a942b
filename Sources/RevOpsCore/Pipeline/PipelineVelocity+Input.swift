extension PipelineVelocity {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepOpportunities()
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    ["opportunities": OpportunityTable.columns + ColumnUse.uses(.labels, of: workspace.options.cuts)]
  }

  /// With a section that states a factor or a table that measures it.
  public static func isFed(by workspace: Workspace) -> Bool {
    if workspace.sources["opportunities"] != nil { return true }
    let section = workspace.sections["pipeline"]
    return ["opportunities", "average_deal", "cycle_days"].contains { section?[$0] != nil }
  }

  /// Reads the factors: what the section states counts, and the opportunities say the rest.
  ///
  /// Without a table all four have to be stated.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    var fields = workspace.fields(of: "pipeline")
    let settings = PipelineSettings(&fields)
    if workspace.sources["opportunities"] == nil {
      _ = (fields.count("opportunities"), fields.rate("win_rate"))
      _ = (fields.money("average_deal"), fields.duration("cycle_days"))
      fields.problems = fields.problems.uniqued()
    }
    try fields.finish()
    var input = Input(
      opportunities: settings.opportunities ?? 0, winRate: figure(settings.winRate),
      averageDeal: figure(settings.averageDeal), cycleDays: figure(settings.cycleDays), measured: [],
      benchmarks: workspace.company.benchmarks, currency: "\(workspace.company.currency)")
    let cuts = workspace.options.cuts
    try workspace.refuseCuts(cuts, without: "opportunities", "pipeline.no-cut")
    guard workspace.sources["opportunities"] != nil else { return input }
    let table = try OpportunityTable.read(from: workspace, settings)
    try table.refuseUnknownCuts(cuts)
    let asOf = workspace.asOf.date
    input.measure(table, settings, asOf)
    input.later = table.findings(after: asOf, "revops pipeline velocity")
    input.cuts = cuts.compactMap { factors(of: table, by: $0, input.window) }
    return input
  }

  /// The factors of each value of a column, of those alone that have deals.
  private static func factors(of table: OpportunityTable, by column: String, _ window: Period?) -> CutFactors?
  {
    guard let labels = table.labels(column), let window else { return nil }
    var open = [Int](repeating: 0, count: labels.names.count + 1)
    for row in 0..<table.count where table.outcomes[row] == .open { open[labels.group(of: row)] += 1 }
    let records = WinRecord.groups(table, by: labels, closedIn: window)
    let groups = records.indices.compactMap { index -> CutFactors.Group? in
      let record = records[index]
      guard open[index] + record.won + record.lost > 0 else { return nil }
      return CutFactors.Group(name: labels.name(ofGroup: index), open: open[index], record: record)
    }
    return CutFactors(by: column, groups: groups)
  }

  private static func figure(_ stated: Double?) -> Figure {
    stated.map { .value($0) } ?? .absent(because: "not stated")
  }
}

extension PipelineVelocity.Input {
  /// Fills in what the section does not state: open deals, and the record of the deals closed in the last twelve
  /// months up to the day.
  fileprivate mutating func measure(
    _ table: OpportunityTable, _ settings: PipelineSettings, _ asOf: CalendarDate
  ) {
    let end = asOf.adding(days: 1)
    let window = Period(from: end.adding(months: -12), to: end)
    let record = WinRecord(table, closedIn: window)
    self.window = window
    self.record = record
    if settings.opportunities == nil {
      opportunities = Double(table.outcomes.count { $0 == .open })
      measured.append("opportunities")
    }
    if settings.winRate == nil { take("win_rate", \.winRate, record.rate) }
    if settings.averageDeal == nil { take("average_deal", \.averageDeal, record.averageDeal) }
    if settings.cycleDays == nil { take("cycle_days", \.cycleDays, record.cycleDays) }
  }

  private mutating func take(_ key: String, _ path: WritableKeyPath<Self, Figure>, _ figure: Figure) {
    self[keyPath: path] = figure
    measured.append(key)
  }
}
