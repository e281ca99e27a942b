extension PipelineHealth {
  /// Adds up the open deals once for all of them, and once for each column they are cut by.
  ///
  ///     coverage           = pipeline of the period / (quota − won in the period)
  ///     stalled share      = open pipeline without activity for 14 days / open pipeline
  ///     linearity          = pipeline of the last month / pipeline of the period
  ///     concentration      = largest deal / open pipeline
  ///     herfindahl         = ∑ (amount / open pipeline)²
  public static func compute(_ input: Input) -> Result {
    let facts = DealFacts(input)
    let owners = sums(by: "owner", facts, input)
    var all = owners?.sums.first ?? sums(of: facts, input)
    for sums in owners?.sums.dropFirst() ?? [] { all.add(sums) }
    let total = Summary(all, facts, input, quota: input.settings.quota.map { .value($0) } ?? noQuota)
    return Result(
      from: "\(input.period.start)", to: "\(input.period.lastDay)", coverage: total.coverage,
      pace: total.pace, balance: total.balance, quality: total.quality, hygiene: total.hygiene,
      mqlsWaiting: input.mqlsWaiting,
      owners: owners.map { groups($0, by: "owner", facts, input) } ?? [],
      cuts: input.cuts.filter { $0 != "owner" }.map { cut in
        let sums = sums(by: cut, facts, input)
        return Cut(by: cut, groups: sums.map { groups($0, by: cut, facts, input) } ?? [])
      })
  }

  private static var noQuota: Figure { .absent(because: "needs 'quota' in the section 'pipeline'") }

  /// The sums of each word of a column, the last for deals without one; nil where the file has no such column.
  private static func sums(
    by column: String, _ facts: DealFacts, _ input: Input
  ) -> (names: [String], sums: [HealthSums])? {
    guard let labels = input.table.labels(column) else { return nil }
    let faults = FaultSums.of(facts.faults, by: labels)
    var sums = faults.map { HealthSums(faults: $0) }
    for row in labels.codes.indices where facts.marks[row].counts {
      let code = Int(labels.codes[row])
      sums[code < 0 ? sums.count - 1 : code].add(facts, row)
    }
    return (labels.names + [""], sums)
  }

  /// The sums of all deals of a file that does not tell whose they are.
  private static func sums(of facts: DealFacts, _ input: Input) -> HealthSums {
    var sums = HealthSums(faults: FaultSums.of(facts.faults, by: nil)[0])
    for row in 0..<input.table.count { sums.add(facts, row) }
    return sums
  }

  /// The groups of a column, the one with the most open pipeline first.
  private static func groups(
    _ cut: (names: [String], sums: [HealthSums]), by column: String, _ facts: DealFacts, _ input: Input
  ) -> [Group] {
    let groups = cut.sums.indices.filter { cut.sums[$0].faults.deals > 0 }.map { index in
      let name = cut.names[index]
      let summary = Summary(cut.sums[index], facts, input, quota: quota(of: name, column, input))
      return Group(
        group: name, coverage: summary.coverage, pace: summary.pace, balance: summary.balance,
        quality: summary.quality, hygiene: summary.hygiene)
    }
    return groups.sorted {
      ($1.coverage.openPipeline, $1.coverage.openDeals, $0.group)
        < ($0.coverage.openPipeline, $0.coverage.openDeals, $1.group)
    }
  }

  private static func quota(of group: String, _ column: String, _ input: Input) -> Figure {
    guard column == "owner" else { return .absent(because: "quotas are known by owner, not by \(column)") }
    guard !input.quotas.isEmpty else { return .absent(because: "needs quotas in the table 'reps'") }
    return input.quotas[group].map { .value($0) }
      ?? .absent(because: "the table 'reps' gives no quota for this owner")
  }
}
