extension PipelineHealth {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepOpportunities()
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    [
      "opportunities": OpportunityTable.columns + [ColumnUse("next_step", .filled)]
        + OpportunityTable.columnsOfFaults(workspace)
        + ColumnUse.uses(.labels, of: ["icp_tier"] + workspace.options.cuts),
      "leads": ColumnUse.uses(.dates, of: ["mql_date"] + settling)
        + [ColumnUse("rejection_reason", .labels)],
      "stage_history": ColumnUse.uses(.labels, of: ["opportunity_id", "stage"])
        + ColumnUse.uses(.dates, of: ["entered_at", "exited_at"]),
    ]
  }

  /// The columns of the leads whose days say that somebody has taken care of one.
  private static let settling = ["sal_date", "accepted_at", "rejected_at", "sql_date", "opportunity_date"]

  /// Deals are added up while their file is read, but where what they are held against is told by other tables.
  public static func folds(in workspace: Workspace) -> [String: FoldMaker] {
    guard workspace.options.filter == nil,
      workspace.sources["stage_history"] == nil, let settings = try? workspace.pipelineSettings()
    else { return [:] }
    let company = workspace.company
    let cuts = workspace.options.cuts
    let terms = terms(settings, workspace)
    let uses =
      OpportunityTable.columns + [ColumnUse("next_step", .filled), ColumnUse("icp_tier", .labels)]
      + OpportunityTable.columnsOfGaps(settings)
    let maker = FoldMaker { file, mapping, source in
      // When deals came into their stages is told by all rows together.
      StageHistory.isColumns(file.columns)
        ? nil
        : DealFold<HealthTally>(file, mapping, source, company: company, cuts: cuts, uses) { columns, data in
          HealthTally(by: columns, of: data, in: company.currency, terms)
        }
    }
    return ["opportunities": maker]
  }

  /// Reads the deals, and from other tables what they give: medians of stages, leads in wait, quotas of people.
  ///
  /// Without a period it is the fiscal quarter of the day.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.pipelineSettings()
    if let deals = tallied(workspace, terms(settings, workspace)) { return try input(deals, workspace) }
    var workspace = workspace
    try workspace.keep(columns(in: workspace)["opportunities"] ?? [], of: "opportunities")
    return try input(
      of: OpportunityTable.read(from: workspace, settings, keepsLaterDeals: true), workspace)
  }

  /// The same of a table that is read already.
  static func input(of table: OpportunityTable, _ workspace: Workspace) throws(InputErrors) -> Input {
    try table.refuseUnknownCuts(workspace.options.cuts)
    let settings = try workspace.pipelineSettings()
    var terms = terms(settings, workspace)
    var table = table
    if var history = try StageHistory.read(from: workspace, settings) {
      history.complete(
        from: DealRegister(firstRowsOf: table), workspace.stageOutcomes(of: table, settings))
      terms.medians = stageMedians(history, of: table, settings.stages, by: terms.asOf)
      table.takeEntries(from: history, by: terms.asOf)
    }
    let owner = table.has("owner") ? ["owner"] : []
    let cuts = (owner + workspace.options.cuts).uniqued()
    var deals = HealthTally(by: cuts, of: table.data, in: table.currency, terms)
    if table.stageEntries != nil { deals.find("stage_entered_date") }
    let (faults, codes) = deals.take(table)
    for row in DealCopies(of: table.data, DealKeys(of: table), hasRepeatedIDs: false).rows {
      deals.addCopy(
        codes.map { $0.isEmpty ? Labels.missing : $0[row] }, isFlagged: !faults.marks[row].isEmpty)
    }
    for (index, cut) in cuts.enumerated() { deals.name(index, table.labels(cut)?.names ?? []) }
    var input = try input(deals, workspace)
    input.restored = table.view.restored
    return input
  }

  private static func input(_ deals: HealthTally, _ workspace: Workspace) throws(InputErrors) -> Input {
    Input(
      deals: deals, quotas: try quotas(workspace, deals.terms.period),
      quotaLack: workspace.lack(of: "pipeline.quota"), isWholeByOwner: workspace.keepsWholeOwners,
      mqlsWaiting: try mqlsWaiting(workspace.table("leads")), cuts: workspace.options.cuts,
      benchmarks: workspace.company.benchmarks)
  }

  private static func terms(_ settings: PipelineSettings, _ workspace: Workspace) -> HealthTerms {
    let asOf = workspace.asOf.date
    let period = settings.period ?? workspace.company.fiscal.quarter(containing: asOf)
    var settings = settings
    settings.quota = workspace.quota(settings, in: period)
    return HealthTerms(settings: settings, period: period, asOf: asOf)
  }

  /// What was added up while the file was read; nil where nothing was, or something is to be said of the rows.
  private static func tallied(_ workspace: Workspace, _ terms: HealthTerms) -> HealthTally? {
    guard let data = workspace.table("opportunities"), data.table.rowCount > 0,
      let fold = data.fold as? DealFold<HealthTally>, data.isWhole, fold.company == workspace.company,
      fold.tally.terms == terms, let deals = fold.finished(data),
      workspace.options.cuts.allSatisfy({ deals.cut(by: $0) != nil })
    else { return nil }
    guard let reps = workspace.table("reps"), let owners = deals.cut(by: "owner") else { return deals }
    return OpportunityReader.unplaced(owners.names, among: reps).isEmpty ? deals : nil
  }

  /// The median days that won deals spent in each stage, by the stage's key.
  ///
  /// A stage ends on the day the history says, else when the next one begins; an open one that is the last of a deal
  /// ends when the deal was won.
  static func stageMedians(
    _ history: StageHistory, of table: OpportunityTable, _ stages: StageRules, by day: CalendarDate
  ) -> [String: Double] {
    let ids = table.data.texts("id")
    let won = Set(
      ids.indices.filter { table.outcomes[$0] == .won }.compactMap { ids[$0].map(RecordID.plain) })
    var days: [String: [Int]] = [:]
    for deal in history.deals where won.contains(RecordID.plain(deal.id)) {
      let stays = deal.stays(through: day)
      for (index, stay) in stays.enumerated() {
        let next =
          index + 1 < stays.count
          ? stays[index + 1].day : deal.ending(by: day, in: stages.rule(for: stay.stage)?.outcome)?.day
        guard let start = stay.day, let end = stay.exitDay ?? next, end <= day else { continue }
        days[ImportKey(stay.stage).text, default: []].append(max(0, end - start))
      }
    }
    return days.compactMapValues(median)
  }

  private static func median(_ values: [Int]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Leads that were qualified and neither taken, refused nor turned into a deal since.
  private static func mqlsWaiting(_ leads: DataTable?) throws(InputErrors) -> Figure {
    guard let leads else { return .absent(because: "needs the table 'leads'") }
    guard let qualified = try leads.dates("mql_date") else {
      return .absent(because: "needs the column 'mql_date' of the leads")
    }
    var isSettled = [Bool](repeating: false, count: leads.rowCount)
    for column in settling {
      for (row, date) in (try leads.dates(column) ?? []).enumerated() where date != nil {
        isSettled[row] = true
      }
    }
    for (row, code) in (leads.labels("rejection_reason")?.codes ?? []).enumerated()
    where code != Labels.missing {
      isSettled[row] = true
    }
    return .value(Double(qualified.indices.count { qualified[$0] != nil && !isSettled[$0] }))
  }

  /// What the period asks of each person, by name and by id: its share of the quota of a year.
  private static func quotas(_ workspace: Workspace, _ period: Period) throws(InputErrors) -> [String: Double]
  {
    guard let reps = workspace.table("reps"), let column = reps.mapping["quota"] else { return [:] }
    let company = workspace.company
    let home = reps.source.currency ?? company.rates.home
    let amounts = try reps.table.amounts(column, decimal: reps.source.decimal, home: home)
    guard let rate = company.rates.rate(of: home), let shown = company.rates.rate(of: company.currency) else {
      return [:]
    }
    let share = period.kind.months.map { $0 / 12 } ?? Double(period.days) / 365.25
    var quotas: [String: Double] = [:]
    for key in ["id", "name"] {
      guard let labels = reps.labels(key) else { continue }
      for (row, fileRow) in reps.rows.enumerated() where amounts.minorUnits[fileRow] != AmountColumn.missing {
        guard let name = labels[row] else { continue }
        let units = Double(amounts.minorUnits[fileRow]) / home.coinsPerUnit
        quotas[name] = units * share * (rate.double / shown.double)
      }
    }
    return quotas
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if input.settings.period == nil {
      members.append(JSONValue.Member("period", .string("\(result.from)..\(result.to)")))
    }
    members += [
      JSONValue.Member("stale_days", .integer(input.settings.staleDays)),
      JSONValue.Member("untouched_days", .integer(input.settings.untouchedDays)),
      JSONValue.Member("icp_tiers", .array(input.settings.icpTiers.map(JSONValue.string))),
    ]
    if !input.quotas.isEmpty {
      members.append(
        JSONValue.Member("owner_quotas", .string("the period's share of 'quota' a year in 'reps'")))
    }
    return members
  }

  public static func measurements(of result: Result, for input: Input) -> [Measurement] {
    let figures: [(String, String, Figure)] = [
      ("stalled_share", "pace", result.pace.stalledShare), ("days_in_stage", "pace", result.pace.daysInStage),
      ("stage_age_ratio", "pace", result.pace.stageAgeRatio),
      ("linearity", "balance", result.balance.linearity),
      ("early_stage_share", "balance", result.balance.earlyStageShare),
      ("mid_stage_share", "balance", result.balance.midStageShare),
      ("late_stage_share", "balance", result.balance.lateStageShare),
      ("negotiation_share", "balance", result.balance.negotiationShare),
      ("concentration", "balance", result.balance.concentration),
      ("herfindahl", "balance", result.balance.herfindahl),
      ("zero_amount_share", "quality", result.quality.zeroAmountShare),
      ("untouched_share", "quality", result.quality.untouchedShare),
      ("missing_next_step_share", "quality", result.quality.missingNextStepShare),
      ("icp_share", "quality", result.quality.icpShare),
      ("single_threaded_share", "quality", result.quality.singleThreadedShare),
      ("contacts_engaged", "quality", result.quality.contactsEngaged),
      ("pipeline_created_ratio", "coverage", result.coverage.pipelineCreatedRatio),
    ]
    return figures.map { Measurement($0.0, $0.2, source: "pipeline.health.\($0.1).\($0.0)") }
      + [Measurement("mqls_waiting", result.mqlsWaiting, source: "pipeline.health.mqls_waiting")]
  }
}
