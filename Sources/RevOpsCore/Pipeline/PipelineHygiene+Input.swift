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

  /// Reads the deals, and the accounts where there are any.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.pipelineSettings()
    let table = try OpportunityTable.read(from: workspace, settings, keepsLaterDeals: true)
    var input = Input(
      table: table, settings: settings, accounts: [], domains: [], accountRows: [],
      accountTable: workspace.table("accounts") ?? table.data, cuts: workspace.options.cuts,
      limit: workspace.options.limit, isBrief: workspace.options.isBrief, asOf: workspace.asOf.date,
      benchmarks: workspace.company.benchmarks)
    try table.refuseUnknownCuts(workspace.options.cuts)
    if let accounts = workspace.table("accounts"), accounts.has("name") {
      let domains = accounts.texts("domain")
      for (row, name) in accounts.texts("name").enumerated() {
        guard let name else { continue }
        input.accounts.append(name)
        input.domains.append(domains[row])
        input.accountRows.append(accounts.rows[row])
      }
    } else {
      let labels = table.labels("account")
      input.accounts = labels?.names ?? []
      input.accountRows = (labels?.firstRows ?? []).map { table.data.rows[$0] }
      input.accountTable = table.data
      input.domains = [String?](repeating: nil, count: input.accounts.count)
    }
    return input
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
