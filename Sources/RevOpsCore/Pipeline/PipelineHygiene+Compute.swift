extension PipelineHygiene {
  /// Judges what was counted, and holds every account against the others.
  public static func compute(_ input: Input) -> Result {
    let deals = input.deals
    let groups = AccountGroups(names: input.accounts, domains: input.domains)
    let all = deals.total
    let checks = Check.allCases.map { result(of: $0, all, input) }
    func rate(_ check: Check) -> Figure {
      checks.first { $0.check == check }?.rate ?? .absent(because: "not checked")
    }
    return Result(
      deals: all.deals, openDeals: deals.openDeals,
      duplicateRate: share(groups.duplicates, input.accounts.count, "needs accounts with names"),
      requiredFieldCompleteness: share(
        deals.fieldsFilled, deals.fieldsRequired, "no open deal has a field to fill"),
      staleRate: rate(.stale), pastCloseRate: rate(.pastClose),
      lossReasonCompleteness: rate(.noLossReason).complement,
      impossibleDateRate: rate(.impossibleDates), contradictionRate: rate(.contradictions),
      crmDataQuality: share(all.deals - all.flagged, all.deals, "there are no deals"), checks: checks,
      duplicateAccounts: doubled(groups, input),
      owners: self.groups(by: "owner", deals),
      cuts: input.cuts.map { Cut(by: $0, groups: self.groups(by: $0, deals)) },
      faults: all.issues, rows: FaultList(input.listed, deals.terms.extent(all.issues)).rows,
      worst: FaultList.worst(input.listed))
  }

  /// The records of each company by name, the companies by the first of them.
  private static func doubled(_ groups: AccountGroups, _ input: Input) -> [DoubledAccount] {
    groups.groups.map { group in
      let records = group.records.sorted { (input.accounts[$0], $0) < (input.accounts[$1], $1) }
      return DoubledAccount(
        accounts: records.map { input.accounts[$0] }, sameBy: group.reasons,
        lines: records.map { input.accountTable.table.line(of: input.accountRows[$0]) })
    }.sorted { $0.accounts.lexicographicallyPrecedes($1.accounts) }
  }

  static func share(_ part: Int, _ whole: Int, _ reason: String) -> Figure {
    whole > 0 ? .value(Double(part) / Double(whole)) : .absent(because: reason)
  }

  private static func result(of check: Check, _ sums: FaultSums, _ input: Input) -> CheckResult {
    let deals = input.deals
    let count = sums.counts[check.place]
    let of = deals.asked(check)
    let rate = share(count, of, deals.disabled[check] ?? "there is no deal to ask it of")
    var pass: Bool?
    if let metric = check.metric {
      let figure =
        check == .missingFields
        ? share(deals.fieldsFilled, deals.fieldsRequired, "")
        : check == .noLossReason ? rate.complement : rate
      pass = figure.value.flatMap { input.benchmarks.judge(metric, $0) }.map { $0.status == .green }
    }
    func asked(_ value: Double) -> Figure {
      deals.disabled[check].map { .absent(because: $0) } ?? .value(value)
    }
    return CheckResult(
      check: check, count: asked(Double(count)), of: of, rate: rate, pass: pass,
      openValue: asked(input.table.units(deals.openCoins(check))))
  }

  /// The deals of each value of a column, those with the most to mend first.
  private static func groups(by column: String, _ deals: HygieneTally) -> [Group] {
    guard let cut = deals.cut(by: column) else { return [] }
    let groups = cut.sums.indices.filter { cut.sums[$0].deals > 0 }.map { place in
      let sums = cut.sums[place]
      return Group(
        group: place == 0 ? "" : cut.names[place - 1], deals: sums.deals, flagged: sums.flagged,
        rate: share(sums.flagged, sums.deals, ""), issues: sums.issues)
    }
    return groups.sorted { ($1.flagged, $1.issues, $0.group) < ($0.flagged, $0.issues, $1.group) }
  }
}

/// How many of some deals fail which checks.
struct FaultSums: Summable {
  private(set) var deals = 0
  /// Deals that fail at least one check.
  private(set) var flagged = 0
  /// Deals that fail each check, by its place.
  private(set) var counts = SIMD8<Int>()

  /// Checks failed, a deal counted once for each.
  var issues: Int { counts.wrappedSum() }

  /// Takes a deal.
  @inline(__always)
  mutating func add(_ marks: DealFaults.Marks) {
    deals += 1
    guard !marks.isEmpty else { return }
    flagged += 1
    marks.forEachPlace { counts[$0] += 1 }
  }

  /// Takes note that a deal that was taken already repeats another.
  mutating func addCopy(isFlagged: Bool) {
    if !isFlagged { flagged += 1 }
    counts[PipelineHygiene.Check.duplicateDeals.place] += 1
  }

  mutating func add(_ other: FaultSums) {
    deals += other.deals
    flagged += other.flagged
    counts &+= other.counts
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
    case .duplicateDeals, .undatedClosings: nil
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
    case .undatedClosings: "Closed without a date"
    }
  }
}
