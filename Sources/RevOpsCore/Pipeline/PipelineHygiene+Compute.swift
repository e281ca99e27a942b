extension PipelineHygiene {
  /// Holds every deal against the checks, and every account against the others.
  public static func compute(_ input: Input) -> Result {
    let table = input.table
    let rules = Rules(input)
    let groups = AccountGroups(names: input.accounts, domains: input.domains)
    let failing = Set(rules.issues.map(\.row))
    let checks = Check.allCases.map { result(of: $0, rules, input) }
    func rate(_ check: Check) -> Figure {
      checks.first { $0.check == check }?.rate ?? .absent(because: "not checked")
    }
    return Result(
      deals: table.count, openDeals: table.outcomes.count { $0 == .open },
      duplicateRate: share(groups.duplicates, input.accounts.count, "needs accounts with names"),
      requiredFieldCompleteness: share(
        rules.fieldsFilled, rules.fieldsRequired, "no open deal has a field to fill"),
      staleRate: rate(.stale), pastCloseRate: rate(.pastClose),
      lossReasonCompleteness: rate(.noLossReason).complement,
      impossibleDateRate: rate(.impossibleDates), contradictionRate: rate(.contradictions),
      crmDataQuality: share(table.count - failing.count, table.count, "there are no deals"), checks: checks,
      duplicateAccounts: groups.groups.map { $0.map { input.accounts[$0] }.sorted() }
        .sorted { $0.lexicographicallyPrecedes($1) },
      owners: self.groups(by: "owner", table, rules.issues),
      cuts: input.cuts.map { Cut(by: $0, groups: self.groups(by: $0, table, rules.issues)) },
      rows: rows(rules.issues, table))
  }

  static func share(_ part: Int, _ whole: Int, _ reason: String) -> Figure {
    whole > 0 ? .value(Double(part) / Double(whole)) : .absent(because: reason)
  }

  private static func result(of check: Check, _ rules: Rules, _ input: Input) -> CheckResult {
    let failing = rules.issues.filter { $0.check == check }
    let asked = rules.asked[check] ?? 0
    let rate = share(failing.count, asked, rules.disabled[check] ?? "there is no deal to ask it of")
    let open = failing.lazy.map(\.row).filter { input.table.outcomes[$0] == .open }
    let coins = open.map { input.table.coins[$0] }.filter { !$0.isNaN }.reduce(0, +)
    var pass: Bool?
    if let metric = check.metric {
      let figure =
        check == .missingFields
        ? share(rules.fieldsFilled, rules.fieldsRequired, "")
        : check == .noLossReason ? rate.complement : rate
      pass = figure.value.flatMap { input.benchmarks.judge(metric, $0) }.map { $0.status == .green }
    }
    return CheckResult(
      check: check, count: failing.count, of: asked, rate: rate, pass: pass,
      openValue: input.table.units(coins))
  }

  /// The deals of each value of a column, those with the most to mend first.
  private static func groups(by column: String, _ table: OpportunityTable, _ issues: [Issue]) -> [Group] {
    guard let labels = table.labels(column) else { return [] }
    // The last place is for deals without a value.
    var deals = [Int](repeating: 0, count: labels.names.count + 1)
    var flagged = deals
    var failed = deals
    func place(_ row: Int) -> Int {
      let code = Int(labels.codes[row])
      return labels.names.indices.contains(code) ? code : labels.names.count
    }
    for row in labels.codes.indices { deals[place(row)] += 1 }
    for row in Set(issues.map(\.row)) { flagged[place(row)] += 1 }
    for issue in issues { failed[place(issue.row)] += 1 }
    let groups = deals.indices.filter { deals[$0] > 0 }.map { index in
      Group(
        group: labels.names.indices.contains(index) ? labels.names[index] : "", deals: deals[index],
        flagged: flagged[index], rate: share(flagged[index], deals[index], ""), issues: failed[index])
    }
    return groups.sorted { ($1.flagged, $1.issues, $0.group) < ($0.flagged, $0.issues, $1.group) }
  }

  /// The issues as rows: the most valuable deal first, then by id and check.
  private static func rows(_ issues: [Issue], _ table: OpportunityTable) -> [Row] {
    let owners = table.labels("owner")
    let order = Dictionary(uniqueKeysWithValues: Check.allCases.enumerated().map { ($1, $0) })
    return issues.map { issue in
      let coins = table.coins[issue.row]
      return Row(
        id: table.text("id", issue.row) ?? "", owner: owners?[issue.row] ?? "",
        amount: coins.isNaN ? .absent(because: "the amount is missing") : .value(table.units(coins)),
        check: issue.check, detail: issue.detail, line: table.line(issue.row))
    }
    .sorted { a, b in
      let (x, y) = (a.amount.value ?? 0, b.amount.value ?? 0)
      if x != y { return x > y }
      return (a.id, order[a.check] ?? 0, a.detail) < (b.id, order[b.check] ?? 0, b.detail)
    }
  }
}

extension Figure {
  /// What is left of one.
  fileprivate var complement: Figure { value.map { .value(1 - $0) } ?? self }
}

extension PipelineHygiene.Check {
  /// The metric whose bands are the check's threshold.
  var metric: String? {
    switch self {
    case .duplicateDeals: nil
    case .missingFields: "required_field_completeness"
    case .stale: "stale_rate"
    case .pastClose: "past_close_rate"
    case .noLossReason: "loss_reason_completeness"
    case .impossibleDates: "impossible_date_rate"
    case .contradictions: "contradiction_rate"
    }
  }

  /// What it finds, for people.
  var title: String {
    switch self {
    case .duplicateDeals: "Doubled deals"
    case .missingFields: "Required field empty"
    case .stale: "Stale"
    case .pastClose: "Past the close date"
    case .noLossReason: "Lost without a reason"
    case .impossibleDates: "Impossible dates"
    case .contradictions: "Contradictions"
    }
  }
}
