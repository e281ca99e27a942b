extension PipelineReview {
  /// The largest open deals of the period, each with what its own data says against it.
  static func topDeals(_ input: Input) -> [TopDeal] {
    let table = input.table
    let due = (0..<table.count).filter { row in
      table.outcomes[row] == .open && !table.coins[row].isNaN
        && (table.date("close_date", row).map(input.health.period.contains) ?? false)
    }
    let ordered = due.map { (row: $0, coins: table.coins[$0], id: input.now.ids[$0] ?? "") }
      .sorted { a, b in a.coins != b.coins ? a.coins > b.coins : a.id < b.id }
    let owners = table.labels("owner")
    return ordered.prefix(input.topCount).map { row, coins, id in
      TopDeal(
        id: id, name: table.text("name", row) ?? "", owner: owners?[row] ?? "", amount: table.units(coins),
        stage: table.stages[row] ?? "", nextStep: table.text("next_step", row) ?? "",
        nextStepDate: table.date("next_step_date", row).map { "\($0)" },
        closeDate: table.date("close_date", row).map { "\($0)" }, risks: risks(row, id, input),
        line: table.line(row))
    }
  }

  /// What the data of a deal says against its closing as planned.
  private static func risks(_ row: Int, _ id: String, _ input: Input) -> [String] {
    let table = input.table
    let asOf = input.health.asOf
    var risks: [String] = []
    if let close = table.date("close_date", row), close < asOf { risks.append("was to close on \(close)") }
    if let step = table.date("next_step_date", row), step < asOf {
      risks.append("its next step was due on \(step)")
    } else if table.has("next_step"), table.text("next_step", row) == nil {
      risks.append("no next step")
    }
    if let last = table.date("last_activity_date", row), asOf - last >= input.health.settings.staleDays {
      risks.append("no activity for \(asOf - last) days")
    }
    if let pushes = table.pushes?[row], pushes >= 2 { risks.append("pushed \(Int(pushes)) times") }
    if let contacts = table.contacts?[row], contacts <= 1 { risks.append("one contact") }
    if let days = longInStage(row, input) { risks.append(days) }
    return risks + moves(row, id, input)
  }

  /// How long a deal is in its stage, where that is twice what won deals took.
  private static func longInStage(_ row: Int, _ input: Input) -> String? {
    let table = input.table
    guard let stage = table.stages[row], let median = input.health.medians?[ImportKey(stage).text],
      median > 0,
      let entered = table.date("stage_entered_date", row), entered <= input.health.asOf
    else { return nil }
    let days = input.health.asOf - entered
    guard Double(days) >= 2 * median else { return nil }
    return "\(days) days in its stage, won deals took \(NumberFormat.number(median, places: 0))"
  }

  /// What changed for the worse since the day compared with.
  private static func moves(_ row: Int, _ id: String, _ input: Input) -> [String] {
    let table = input.table
    guard let before = input.before?.states[DealKey(id)], before.outcome == .open else { return [] }
    var moves: [String] = []
    if let then = before.close, let now = table.date("close_date", row), now > then {
      moves.append("pushed from \(then)")
    }
    if let stage = table.stages[row], let now = input.stages.rank(of: stage),
      let then = input.stages.rank(of: before.stage), now < then
    {
      moves.append("back from \(before.stage)")
    }
    if table.coins[row] < before.worth { moves.append("its amount fell") }
    return moves
  }

  /// What to do: first what is wrong with the deals that matter most, then what health finds.
  static func actions(_ deals: [TopDeal], _ findings: [Finding]) -> [Action] {
    let ofDeals = deals.filter { !$0.risks.isEmpty }.map { deal in
      (
        about: deal.id, owner: deal.owner,
        action: "settle it with the buyer: " + deal.risks.joined(separator: "; ")
      )
    }
    let ofFindings = findings.sorted { a, b in (a.severity, a.id, a.subject) < (b.severity, b.id, b.subject) }
      .map { finding in (about: finding.id, owner: "", action: finding.advice) }
    return (ofDeals + ofFindings).enumerated().map { index, action in
      Action(rank: index + 1, about: action.about, owner: action.owner, action: action.action)
    }
  }
}
