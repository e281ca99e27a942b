extension PipelineHygiene {
  /// Holds every deal against the checks, and every account against the others.
  public static func compute(_ input: Input) -> Result {
    let table = input.table
    let faults = DealFaults(
      table, input.settings, asOf: input.asOf,
      copies: DealCopies(of: table.data, DealKeys(of: table), hasRepeatedIDs: true))
    let groups = AccountGroups(names: input.accounts, domains: input.domains)
    let all = FaultSums.of(faults, by: nil)[0]
    let checks = Check.allCases.map { result(of: $0, all, faults, input) }
    func rate(_ check: Check) -> Figure {
      checks.first { $0.check == check }?.rate ?? .absent(because: "not checked")
    }
    return Result(
      deals: table.count, openDeals: table.outcomes.count { $0 == .open },
      duplicateRate: share(groups.duplicates, input.accounts.count, "needs accounts with names"),
      requiredFieldCompleteness: share(
        faults.fieldsFilled, faults.fieldsRequired, "no open deal has a field to fill"),
      staleRate: rate(.stale), pastCloseRate: rate(.pastClose),
      lossReasonCompleteness: rate(.noLossReason).complement,
      impossibleDateRate: rate(.impossibleDates), contradictionRate: rate(.contradictions),
      crmDataQuality: share(table.count - all.flagged, table.count, "there are no deals"), checks: checks,
      duplicateAccounts: doubled(groups, input),
      owners: self.groups(by: "owner", faults),
      cuts: input.cuts.map { Cut(by: $0, groups: self.groups(by: $0, faults)) },
      faults: all.issues, rows: FaultList(faults, extent(all.issues, input)).rows,
      worst: FaultList.worst(faults))
  }

  /// How many faults are listed: all, or so many as were asked for, or as people are shown.
  private static func extent(_ faults: Int, _ input: Input) -> FaultList.Extent {
    if let limit = input.limit { return .first(limit) }
    return input.isBrief && faults > shownWhole ? .ofEach(shownPerCheck) : .all
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

  private static func result(
    of check: Check, _ sums: FaultSums, _ faults: DealFaults, _ input: Input
  ) -> CheckResult {
    let count = sums.counts[check.place]
    let of = faults.asked[check] ?? 0
    let rate = share(count, of, faults.disabled[check] ?? "there is no deal to ask it of")
    var pass: Bool?
    if let metric = check.metric {
      let figure =
        check == .missingFields
        ? share(faults.fieldsFilled, faults.fieldsRequired, "")
        : check == .noLossReason ? rate.complement : rate
      pass = figure.value.flatMap { input.benchmarks.judge(metric, $0) }.map { $0.status == .green }
    }
    func asked(_ value: Double) -> Figure {
      faults.disabled[check].map { .absent(because: $0) } ?? .value(value)
    }
    return CheckResult(
      check: check, count: asked(Double(count)), of: of, rate: rate, pass: pass,
      openValue: asked(input.table.units(faults.openCoins(check))))
  }

  /// The deals of each value of a column, those with the most to mend first.
  private static func groups(by column: String, _ faults: DealFaults) -> [Group] {
    guard let labels = faults.table.labels(column) else { return [] }
    let sums = FaultSums.of(faults, by: labels)
    let groups = sums.indices.filter { sums[$0].deals > 0 }.map { index in
      Group(
        group: labels.name(ofGroup: index), deals: sums[index].deals,
        flagged: sums[index].flagged, rate: share(sums[index].flagged, sums[index].deals, ""),
        issues: sums[index].issues)
    }
    return groups.sorted { ($1.flagged, $1.issues, $0.group) < ($0.flagged, $0.issues, $1.group) }
  }
}

/// How many of some deals fail which checks.
struct FaultSums: Sendable {
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
    var bits = marks.rawValue
    guard bits != 0 else { return }
    flagged += 1
    while bits != 0 {
      counts[bits.trailingZeroBitCount] += 1
      bits &= bits - 1
    }
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

extension FaultSums {
  /// The sums of each word of a column, in its order, the last for deals without one; or one for all deals.
  static func of(_ faults: DealFaults, by labels: Labels?) -> [FaultSums] {
    var sums = [FaultSums](repeating: FaultSums(), count: (labels?.names.count ?? 0) + 1)
    for row in faults.marks.indices {
      let code = labels.map { Int($0.codes[row]) } ?? 0
      sums[code < 0 ? sums.count - 1 : code].add(faults.marks[row])
    }
    return sums
  }
}

extension DealFaults {
  /// What the open deals that fail a check are worth, in coins.
  fileprivate func openCoins(_ check: Check) -> Double {
    let mark = Marks(check)
    return table.coins.indices.reduce(0) { sum, row in
      let counts = table.outcomes[row] == .open && !table.coins[row].isNaN && marks[row].contains(mark)
      return counts ? sum + table.coins[row] : sum
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
