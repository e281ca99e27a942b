extension PipelineHealth {
  /// Adds up the open deals once for all of them, and once for each column they are cut by.
  ///
  ///     coverage           = pipeline of the period / (quota − won in the period)
  ///     stalled share      = open pipeline without activity for 14 days / open pipeline
  ///     linearity          = pipeline of the last month / pipeline of the period
  ///     concentration      = largest deal / open pipeline
  ///     herfindahl         = ∑ (amount / open pipeline)²
  public static func compute(_ input: Input) -> Result {
    let total = Summary(
      input.deals.total, input, quota: quota(input))
    return Result(
      from: "\(input.period.start)", to: "\(input.period.lastDay)", coverage: total.coverage,
      pace: total.pace, balance: total.balance, quality: total.quality, hygiene: total.hygiene,
      mqlsWaiting: input.mqlsWaiting,
      owners: input.deals.cut(by: "owner").map { groups($0, by: "owner", input) } ?? [],
      cuts: input.cuts.filter { $0 != "owner" }.map { cut in
        Cut(by: cut, groups: input.deals.cut(by: cut).map { groups($0, by: cut, input) } ?? [])
      })
  }

  private static func quota(_ input: Input) -> Figure {
    guard let quota = input.settings.quota else {
      return .absent(because: "needs 'quota' in the section 'pipeline'")
    }
    return input.quotaLack.map { .absent(because: $0) } ?? .value(quota)
  }

  /// The groups of a column, the one with the most open pipeline first.
  private static func groups(_ cut: WordSums<HealthSums>, by column: String, _ input: Input) -> [Group] {
    let names = [""] + cut.names
    let places = cut.sums.indices.filter { cut.sums[$0].faults.deals > 0 }.sorted {
      (cut.sums[$1].open, cut.sums[$1].openDeals, names[$0])
        < (cut.sums[$0].open, cut.sums[$0].openDeals, names[$1])
    }
    return places.map { place in
      let summary = Summary(cut.sums[place], input, quota: quota(of: names[place], column, input))
      return Group(
        group: names[place], coverage: summary.coverage, pace: summary.pace, balance: summary.balance,
        quality: summary.quality, hygiene: summary.hygiene)
    }
  }

  private static func quota(of group: String, _ column: String, _ input: Input) -> Figure {
    guard column == "owner" else { return .absent(because: "quotas are known by owner, not by \(column)") }
    guard !input.quotas.isEmpty else { return .absent(because: "needs quotas in the table 'reps'") }
    guard input.isWholeByOwner else {
      return .absent(because: "quotas are of all deals of an owner, and --where keeps some")
    }
    return input.quotas[group].map { .value($0) }
      ?? .absent(because: "the table 'reps' gives no quota for this owner")
  }
}
