extension PipelineHygiene {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepOpportunities()
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    [
      "opportunities": OpportunityTable.columns
        + ColumnUse.uses(.labels, of: workspace.options.cuts)
        + OpportunityTable.columnsOfFaults(workspace)
    ]
  }

  /// Deals are held against the checks while their file is read, where no more of them than a few are listed.
  public static func folds(in workspace: Workspace) -> [String: FoldMaker] {
    guard workspace.options.filter == nil, workspace.sources["stage_history"] == nil,
      let settings = try? workspace.pipelineSettings(), let first = terms(settings, workspace).first
    else { return [:] }
    let (company, cuts, terms) = (workspace.company, workspace.options.cuts, terms(settings, workspace))
    let accounts = workspace.sources["accounts"] == nil ? "account" : nil
    let maker = FoldMaker { file, mapping, source in
      guard !StageHistory.isColumns(file.columns) else { return nil }
      return DealFold<HygieneTally>(
        file, mapping, source, company: company, cuts: cuts,
        OpportunityTable.columns + OpportunityTable.columnsOfGaps(settings),
        words: accounts.map { [$0] } ?? []
      ) { columns, data in
        HygieneTally(by: columns, terms, first: first, accounts: accounts.flatMap { data.has($0) ? $0 : nil })
      }
    }
    return ["opportunities": maker]
  }

  /// Reads the deals, and the accounts where there are any.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.pipelineSettings()
    if let input = tallied(workspace, terms(settings, workspace)) { return input }
    var workspace = workspace
    try workspace.keep(columns(in: workspace)["opportunities"] ?? [], of: "opportunities")
    let table = try OpportunityTable.read(from: workspace, settings, keepsLaterDeals: true)
    try table.refuseUnknownCuts(workspace.options.cuts)
    let faults = DealFaults(
      table, settings, asOf: workspace.asOf.date,
      copies: DealCopies(of: table.data, DealKeys(of: table), hasRepeatedIDs: true))
    let cuts = ((table.has("owner") ? ["owner"] : []) + workspace.options.cuts).uniqued()
    var deals = HygieneTally(by: cuts, terms(settings, workspace))
    deals.add(faults)
    for (index, cut) in cuts.enumerated() { deals.name(index, table.labels(cut)?.names ?? []) }
    let accounts = table.labels("account")
    return input(
      deals, faults, accounts: accounts?.names ?? [],
      (accounts?.firstRows ?? []).map { table.data.rows[$0] }, of: table.data, workspace)
  }

  /// What was counted while the file was read; nil where nothing was, or something is to be said of the rows.
  private static func tallied(_ workspace: Workspace, _ terms: HygieneTerms) -> Input? {
    guard let data = workspace.table("opportunities"), data.table.rowCount > 0, data.isWhole,
      let fold = data.fold as? DealFold<HygieneTally>, fold.company == workspace.company,
      fold.tally.terms == terms, !fold.mayRepeatIDs, let deals = fold.finished(data),
      workspace.options.cuts.allSatisfy({ deals.cut(by: $0) != nil }),
      let listed = deals.listed(data, by: fold)
    else { return nil }
    let owners = deals.cut(by: "owner")?.names ?? []
    // Where an owner stands that is none of the people, or in a second spelling, only the rows tell.
    guard Set(owners.map(Labels.plain)).count == owners.count else { return nil }
    if let reps = workspace.table("reps"), !OpportunityReader.unplaced(owners, among: reps).isEmpty {
      return nil
    }
    // A table of accounts may turn out to have no names.
    guard deals.accounts != nil || !data.has("account") || workspace.table("accounts")?.has("name") == true
    else { return nil }
    return input(
      deals, listed, accounts: deals.accounts?.words.texts ?? [], deals.accounts?.rows ?? [], of: data,
      workspace)
  }

  /// The accounts are those of their table where it has names, else those of the deals.
  private static func input(
    _ deals: HygieneTally, _ listed: DealFaults, accounts names: [String], _ rows: [Int], of data: DataTable,
    _ workspace: Workspace
  ) -> Input {
    var input = Input(
      deals: deals, listed: listed, accounts: names, domains: names.map { _ in nil }, accountRows: rows,
      accountTable: data, cuts: workspace.options.cuts, benchmarks: workspace.company.benchmarks)
    guard let accounts = workspace.table("accounts"), accounts.has("name") else { return input }
    (input.accounts, input.domains, input.accountRows) = ([], [], [])
    input.accountTable = accounts
    let domains = accounts.texts("domain")
    for (row, name) in accounts.texts("name").enumerated() {
      guard let name else { continue }
      input.accounts.append(name)
      input.domains.append(domains[row])
      input.accountRows.append(accounts.rows[row])
    }
    return input
  }

  private static func terms(_ settings: PipelineSettings, _ workspace: Workspace) -> HygieneTerms {
    HygieneTerms(
      settings: settings, asOf: workspace.asOf.date, limit: workspace.options.limit,
      isBrief: workspace.options.isBrief)
  }
}

extension OpportunityTable {
  /// The columns that tell which deals fail which checks.
  static func columnsOfFaults(_ workspace: Workspace) -> [ColumnUse] {
    let settings = (try? workspace.pipelineSettings()) ?? PipelineSettings()
    return columnsOfGaps(settings) + [
      ColumnUse("account", .labels), ColumnUse("id", .keys(plain: false)),
      ColumnUse("name", .keys(plain: true)),
    ]
  }

  /// The columns that a deal must not leave empty.
  static func columnsOfGaps(_ settings: PipelineSettings) -> [ColumnUse] {
    ColumnUse.uses(.filled, of: settings.fieldsRequired + ["loss_reason"])
  }

  /// Refuses columns to cut by that the file does not have.
  func refuseUnknownCuts(_ cuts: [String]) throws(InputErrors) {
    try data.refuseUnknownCuts(cuts, "pipeline.no-cut")
  }
}
