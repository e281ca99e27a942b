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
    var all = HealthSums()
    for row in 0..<input.table.count { all.add(facts, row) }
    let total = Summary(all, facts, input, quota: input.settings.quota.map { .value($0) } ?? noQuota)
    return Result(
      from: "\(input.period.start)", to: "\(input.period.lastDay)", coverage: total.coverage,
      pace: total.pace, balance: total.balance, quality: total.quality, mqlsWaiting: input.mqlsWaiting,
      owners: groups(by: "owner", facts, input),
      cuts: input.cuts.filter { $0 != "owner" }.map { Cut(by: $0, groups: groups(by: $0, facts, input)) })
  }

  private static var noQuota: Figure { .absent(because: "needs 'quota' in the section 'pipeline'") }

  /// The groups of a column, the one with the most open pipeline first.
  private static func groups(by column: String, _ facts: DealFacts, _ input: Input) -> [Group] {
    guard let labels = input.table.labels(column) else { return [] }
    // The last place is for deals without a value.
    var sums = [HealthSums](repeating: HealthSums(), count: labels.names.count + 1)
    for row in labels.codes.indices where facts.marks[row].counts {
      let code = Int(labels.codes[row])
      sums[labels.names.indices.contains(code) ? code : labels.names.count].add(facts, row)
    }
    let groups = sums.indices.filter { !sums[$0].isEmpty }.map { index in
      let name = labels.names.indices.contains(index) ? labels.names[index] : ""
      let summary = Summary(sums[index], facts, input, quota: quota(of: name, column, input))
      return Group(
        group: name, coverage: summary.coverage, pace: summary.pace, balance: summary.balance,
        quality: summary.quality)
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
