extension PipelineHygiene {
  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    [
      "opportunities": OpportunityTable.columns
        + ColumnUse.uses(.labels, of: ["account", "account_id"] + workspace.options.cuts)
        + ColumnUse.uses(.filled, of: ["amount", "close_date", "stage", "next_step", "loss_reason"])
    ]
  }

  /// Reads the deals, and the accounts where there are any.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.pipelineSettings()
    let table = try OpportunityTable.read(from: workspace, settings)
    var input = Input(
      table: table, settings: settings, accounts: [], domains: [], accountsFrom: "opportunities",
      cuts: workspace.options.cuts, asOf: workspace.asOf.date, benchmarks: workspace.company.benchmarks)
    try table.refuseUnknownCuts(workspace.options.cuts)
    if let accounts = workspace.table("accounts"), let name = accounts.mapping["name"] {
      let domain = accounts.mapping["domain"]
      for row in accounts.rows where !accounts.table.isMissing(row, name) {
        input.accounts.append(accounts.table.text(row, name))
        input.domains.append(
          domain.flatMap { accounts.table.isMissing(row, $0) ? nil : accounts.table.text(row, $0) })
      }
      input.accountsFrom = "accounts"
    } else {
      input.accounts = table.labels("account")?.names ?? []
      input.domains = [String?](repeating: nil, count: input.accounts.count)
    }
    return input
  }
}

extension OpportunityTable {
  /// Refuses columns to cut by that the file does not have.
  func refuseUnknownCuts(_ cuts: [String]) throws(InputErrors) {
    try data.refuseUnknownCuts(cuts, "pipeline.no-cut")
  }
}
