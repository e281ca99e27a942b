extension PlanRecovery {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepOpportunities()
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    ["opportunities": OpportunityTable.columns + ColumnUse.uses(.labels, of: ["type"])]
  }

  /// Reads the plan with its block `recovery`, and the deals where there are any.
  ///
  /// What the block does not state is measured from the deals, and else taken from the plan.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.pipelineSettings()
    let plan = try workspace.decode("plan") { RevenuePlan.statement(&$0, workspace) }
    let table =
      workspace.table("opportunities") == nil
      ? nil : try OpportunityTable.read(from: workspace, settings, keepsLaterDeals: true)
    let reader = Reader(
      workspace: workspace, plan: plan, stated: plan.recovery ?? RecoveryStatement(), settings: settings,
      targets: try workspace.planTargets())
    return try reader.input(table)
  }

  /// Puts together what is stated, what the deals show and what the plan assumes.
  private struct Reader {
    let workspace: Workspace
    let plan: PlanStatement
    let stated: RecoveryStatement
    let settings: PipelineSettings
    let targets: PlanTargets?

    /// A quarter of the day after the one that figures are for: what is won on the day itself is known.
    var period: Period {
      stated.period ?? workspace.company.fiscal.quarter(containing: workspace.asOf.date.adding(days: 1))
    }

    func input(_ table: OpportunityTable?) throws(InputErrors) -> Input {
      let asOf = workspace.asOf.date
      let rows = try rows(in: table)
      let deals = table.map { RecoveryDeals($0, types: stated.types, named: Set(rows.compactMap(\.self))) }
      let end = asOf.adding(days: 1)
      let year = Period(from: end.adding(months: -12), to: end)
      let record = deals?.record(of: year)
      var origins: [JSONValue.Member] = []
      func known(_ key: String, _ sources: [(origin: String, figure: Figure?)]) -> Figure {
        var reason: String?
        for (origin, figure) in sources {
          guard let figure else { continue }
          if figure.value != nil {
            if !origin.isEmpty { origins.append(.init("plan.recovery.\(key)", .string(origin))) }
            return figure
          }
          reason = reason ?? figure.reason
        }
        return .absent(because: reason ?? "needs plan.recovery.\(key)")
      }
      let miss = try miss(deals, &origins)
      let target = try target(&origins)
      let measured = "measured over 12 months"
      let closed = known(
        "closed",
        [("", given(stated.closed)), ("the deals", deals.map { .value($0.won(in: period, until: asOf)) })])
      guard let closed = closed.value ?? (period.start > asOf ? 0 : nil) else {
        throw missing(
          "what \(period) has brought so far", "state plan.recovery.closed, or give the opportunities")
      }
      return Input(
        period: period, asOf: asOf, miss: miss, target: target, closed: closed,
        named: zip(stated.named, rows).map { NamedDeal($0, table, $1, in: period) },
        openPipeline: known(
          "open_pipeline",
          [("", given(stated.openPipeline)), ("the deals", deals.map { .value($0.open(in: period)) })]),
        perMonth: known(
          "pipeline_per_month",
          [
            ("", given(stated.pipelinePerMonth)),
            (measured, deals?.created(in: year).map { $0 / Double(year.days) * RecoveryPath.daysPerMonth }),
            ("plan.supply", given(plan.pipelinePerMonth)),
          ]),
        winRate: known(
          "win_rate",
          [
            ("", given(stated.winRate)), ("pipeline.win_rate", given(settings.winRate)),
            (measured, record?.rate), ("plan.assumptions", positive(plan.winRate)),
          ]),
        averageDeal: known(
          "average_deal",
          [
            ("", given(stated.averageDeal)), ("pipeline.average_deal", given(settings.averageDeal)),
            (measured, record?.averageDeal), ("plan.assumptions", positive(plan.averageDeal)),
          ]),
        cycleDays: known(
          "cycle_days",
          [
            ("", given(stated.cycleDays)), ("pipeline.cycle_days", given(settings.cycleDays)),
            (measured, record?.cycleDays), ("plan.assumptions", positive(plan.cycleDays)),
          ]),
        reach: stated.reach, origins: origins, currency: "\(workspace.company.currency)",
        places: stated.places)
    }

    private func given(_ value: Double?) -> Figure? { value.map { .value($0) } }

    /// What the plan assumes, where it is more than nothing.
    private func positive(_ figure: Figure) -> Figure? { figure.orLeast > 0 ? figure : nil }

    /// What the period before fell short by: stated, else its target less what the deals show to be won in it.
    private func miss(
      _ deals: RecoveryDeals?, _ origins: inout [JSONValue.Member]
    ) throws(InputErrors) -> Double {
      if let miss = stated.miss { return miss }
      guard let before = workspace.company.fiscal.period(period, offsetBy: -1), let deals,
        let target = stated.lastTarget ?? targets?.target(of: before)?.value
      else {
        throw missing(
          "by how much the period before \(period) fell short",
          "state plan.recovery.miss, or plan.recovery.last_target beside the opportunities")
      }
      let won = deals.won(in: before, until: workspace.asOf.date)
      origins.append(
        .init("plan.recovery.miss", .string("the target of \(before) less what the deals won in it")))
      return max(0, target - won)
    }

    private func target(_ origins: inout [JSONValue.Member]) throws(InputErrors) -> Double {
      if let target = stated.target { return target }
      guard let target = targets?.target(of: period)?.value else {
        throw missing(
          "what \(period) is to bring",
          "state plan.recovery.target, or a plan whose year the period lies in")
      }
      origins.append(.init("plan.recovery.target", .string("the plan's new business of \(period)")))
      return target
    }

    private func missing(_ what: String, _ hint: String) -> InputErrors {
      let place = workspace.fields(of: "plan").given("recovery")?.place
      return InputErrors(
        Diagnostic("recovery.unknown", "nothing says \(what)", at: place, hint: hint).asLack)
    }

    /// The row of each named deal; nil for one that is only in the document.
    private func rows(in table: OpportunityTable?) throws(InputErrors) -> [Int?] {
      var problems: [Diagnostic] = []
      var seen: [String: Place?] = [:]
      let ids = stated.named.contains { $0.id != nil } ? table?.labels("id") ?? Labels() : Labels()
      var codes: [String: Int] = [:]
      for row in 0..<(table?.count ?? 0) where stated.named.contains(where: { $0.id == ids[row] }) {
        if let id = ids[row], codes[id] == nil { codes[id] = row }
      }
      let rows = stated.named.map { deal -> Int? in
        let name = deal.id ?? deal.name ?? ""
        if name.isEmpty {
          problems.append(
            Diagnostic(
              "recovery.unnamed", "a named deal gives neither 'deal' nor 'name'",
              at: deal.place,
              hint: "write its id in the opportunities, {deal: OPP-1}, or a name and an amount"))
        } else if let first = seen.updateValue(deal.place, forKey: name) {
          problems.append(
            Diagnostic(
              "recovery.named-twice", "'\(printable(name))' is named twice, and would count twice",
              at: deal.place,
              notes: first.map { [Diagnostic.Note("it is named here first", at: $0)] } ?? []))
        }
        guard let id = deal.id else { return nil }
        if table != nil, codes[id] == nil {
          problems.append(
            Diagnostic(
              "recovery.unknown-deal", "no opportunity has the id '\(printable(id))'", at: deal.place,
              hint: didYouMean(id, among: ids.names)))
        }
        return codes[id]
      }
      if let errors = InputErrors(problems.uniqued()) { throw errors }
      return rows
    }
  }
}
