extension Quota {
  /// What the accounts and the deals of the workspace say of each segment.
  struct MarketData {
    private var accounts: [String: Double]?
    private var deals: OpportunityTable?
    private var closedIn: Period
    private var newDeals: [Bool] = []

    /// Reads the tables that are there; the deals of the last twelve months count.
    init(_ workspace: Workspace) throws(InputErrors) {
      let end = workspace.asOf.date.adding(days: 1)
      closedIn = Period(from: end.adding(months: -12), to: end)
      if let table = workspace.table("accounts"), let labels = table.labels("segment") {
        var counts: [String: Double] = [:]
        for row in labels.codes.indices {
          if let name = labels[row] { counts[ImportKey(name).text, default: 0] += 1 }
        }
        accounts = counts
      }
      guard workspace.table("opportunities") != nil else { return }
      deals = try OpportunityTable.read(from: workspace, try workspace.pipelineSettings())
      let types = deals?.labels("type")
      newDeals = (0..<(deals?.count ?? 0)).map { row in
        types.map { ImportKey($0[row] ?? "").text.hasPrefix("new") } ?? true
      }
    }

    /// What is stated, and for what is not what the data measures.
    func filled(_ stated: Market, _ segment: String) -> Market {
      let key = ImportKey(segment).text
      var market = stated
      market.segment = segment
      func fill(_ figure: inout Figure, _ needs: String, _ measure: () -> Figure?) {
        guard figure.value == nil else { return }
        figure = measure() ?? .absent(because: "needs quota.bottom_up.\(segment).\(needs)")
      }
      fill(&market.accounts, "accounts, or the accounts table with segments") {
        accounts.map { .value($0[key] ?? 0) }
      }
      fill(&market.coverage, "coverage") { nil }
      guard let deals, let labels = deals.labels("segment") else {
        fill(&market.winRate, "win_rate") { nil }
        fill(&market.dealSize, "deal_size") { nil }
        fill(&market.openPipeline, "open_pipeline") { nil }
        return market
      }
      let isHere = labels.names.map { ImportKey($0).text == key }
      func counts(_ row: Int) -> Bool {
        let code = Int(labels.codes[row])
        return newDeals[row] && isHere.indices.contains(code) && isHere[code]
      }
      let record = WinRecord(deals, closedIn: closedIn, where: counts)
      fill(&market.winRate, "win_rate") { record.rate }
      fill(&market.dealSize, "deal_size") { record.averageDeal }
      fill(&market.openPipeline, "open_pipeline") {
        let open = (0..<deals.count).reduce(0.0) { sum, row in
          let isOpen = deals.outcomes[row] == .open && counts(row) && !deals.coins[row].isNaN
          return isOpen ? sum + deals.coins[row] : sum
        }
        return .value(deals.units(open))
      }
      return market
    }
  }
}
