extension Demand {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepOpportunities()
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    let words = ["type", "source", "segment", "region"] + workspace.options.cuts
    return ["opportunities": OpportunityTable.columns + ColumnUse.uses(.labels, of: words)]
  }

  /// Whether there is a section, with deals or without.
  public static func isFed(by workspace: Workspace) -> Bool { workspace.has("demand") }

  /// Reads the `demand` section, and the deals where there are any.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let settings = try workspace.pipelineSettings()
    let table =
      workspace.table("opportunities") == nil
      ? nil : try OpportunityTable.read(from: workspace, settings)
    if let table { try table.data.refuseUnknownCuts(workspace.options.cuts, "demand.no-cut") }
    try workspace.refuseCuts(workspace.options.cuts, without: "opportunities", "demand.no-cut")
    let targets = try workspace.planTargets()
    return try workspace.decode("demand") { fields in
      var reader = Reader(workspace: workspace, pipeline: settings, table: table, planned: targets)
      return reader.input(&fields)
    }
  }
}

/// Reads the section beside the deals.
private struct Reader {
  let workspace: Workspace
  let pipeline: PipelineSettings
  let table: OpportunityTable?
  let planned: PlanTargets?
  var deals = Demand.Deals()

  mutating func input(_ fields: inout Fields) -> Demand.Input {
    let company = workspace.company
    let asOf = workspace.asOf.date
    let end = asOf.adding(days: 1)
    let period = fields.periodIfGiven("period") ?? Period(from: end.adding(months: -12), to: end)
    let types = fields.list("types", of: .text)
    let sources = self.sources(&fields)
    let quarters = coming(after: asOf)
    let stated = stated(&fields)
    let open = open(&fields, quarters)
    let targets = targets(&fields, quarters)
    if let table {
      deals = Demand.Deals(table, types: types, sources, period, quarters, cuts: workspace.options.cuts)
    }
    let created = stated.isEmpty ? deals.created : stated
    let mixes = mixes(&fields, created)
    let shares = segmentShares(&fields, created)
    let record = table.map {
      WinRecord($0, closedIn: Period(from: end.adding(months: -12), to: end), where: deals.counts)
    }
    let winRate = fields.shareIfGiven("win_rate") ?? pipeline.winRate
    let cycle = fields.daysIfGiven("cycle_days") ?? pipeline.cycleDays
    var input = Demand.Input(
      period: period, asOf: asOf, created: created, isCreatedKnown: table != nil || !stated.isEmpty,
      mixes: mixes, segmentShares: shares, regionShares: regionShares(&fields),
      quarters: zip(quarters, targets).enumerated().map { index, pair in
        Demand.Quarter(
          period: pair.0, target: pair.1.figure,
          open: open[index] ?? (deals.open.indices.contains(index) ? deals.open[index] : nil),
          openBySegment: open[index] == nil && table != nil ? deals.openBySegment[index] : nil,
          openByRegion: open[index] == nil && table != nil ? deals.openByRegion[index] : nil,
          place: pair.1.place)
      },
      winRate: winRate.map { .value($0) } ?? record?.rate ?? .absent(because: "needs demand.win_rate"),
      isWinRateMeasured: winRate == nil,
      safety: fields.notNegative(fields.ratioIfGiven("safety")?.value ?? 1, "safety"),
      cycleDays: cycle.map { .value($0) } ?? record?.cycleDays ?? .absent(because: "needs demand.cycle_days"),
      pipelineTarget: fields.moneyIfGiven("pipeline_target").map {
        fields.notNegative($0.units, "pipeline_target")
      },
      tolerance: fields.shareIfGiven("tolerance") ?? 0.05, missingAmounts: deals.missingAmounts,
      cuts: deals.cuts, currency: "\(company.currency)", benchmarks: company.benchmarks, places: [:])
    if table == nil, stated.isEmpty, open.isEmpty {
      fields.add(
        Diagnostic(
          "demand.no-deals", "nothing says what pipeline there is", at: fields.place(of: "created"),
          hint: "give the table 'opportunities', or 'created' and 'open' in the section"
        ).asLack)
    }
    for key in ["sources", "mix", "targets", "segments", "regions"] where fields.given(key) != nil {
      input.places[key] = fields.keyPlace(of: key)
    }
    for segment in Set(created.map(\.segment)) {
      guard
        let stated = fields.given("mix")?.entries.first(where: {
          ImportKey($0.key.text).text == ImportKey(segment).text
        })
      else { continue }
      input.places["mix.\(segment)"] = stated.value.place
    }
    return input
  }

  /// The three fiscal quarters after the one of a day.
  private func coming(after day: CalendarDate) -> [Period] {
    let fiscal = workspace.company.fiscal
    let now = fiscal.quarter(containing: day)
    return (1...3).compactMap { fiscal.period(now, offsetBy: $0) }
  }

  private func sources(_ fields: inout Fields) -> DemandSources {
    var sources = DemandSources()
    fields.section("sources") { section in
      for source in DemandSource.allCases {
        for word in section.list(source.rawValue, of: .text) where !sources.add(word, source) {
          section.refuse(
            source.rawValue, "demand.source-twice", "'\(printable(word))' stands for two sources")
        }
      }
    }
    return sources
  }

  /// Pipeline by segment and source as the document states it.
  private func stated(_ fields: inout Fields) -> [Demand.Cell] {
    fields.namedSections("created") { section in
      DemandSource.allCases.map { source in
        (source, section.notNegative(section.moneyIfGiven(source.rawValue)?.units ?? 0, source.rawValue))
      }
    }.flatMap { segment, amounts in
      amounts.map {
        Demand.Cell(segment: segment, source: $0.0, word: $0.0.rawValue, deals: 0, amount: $0.1)
      }
    }
  }

  /// Open pipeline by coming quarter as the document states it.
  private func open(_ fields: inout Fields, _ quarters: [Period]) -> [Int: [DemandSource?: Double]] {
    var open: [Int: [DemandSource?: Double]] = [:]
    let stated = fields.namedSections("open") { section in
      DemandSource.allCases.map { source in
        (source, section.notNegative(section.moneyIfGiven(source.rawValue)?.units ?? 0, source.rawValue))
      }
    }
    for (quarter, _, amounts) in fields.quarters("open", stated) {
      guard let index = quarters.firstIndex(where: { $0.start == quarter.start }) else { continue }
      open[index] = Dictionary(amounts.map { (Optional($0.0), $0.1) }) { $1 }
    }
    return open
  }

  /// What each coming quarter is to bring: stated, else the plan's new business.
  private func targets(
    _ fields: inout Fields, _ quarters: [Period]
  ) -> [(figure: Figure, place: Place?)] {
    var stated: [Int: (Figure, Place?)] = [:]
    for (quarter, key, value) in fields.quarters("targets", fields.map("targets", of: .money)) {
      guard let index = quarters.firstIndex(where: { $0.start == quarter.start }) else { continue }
      stated[index] = (.value(fields.notNegative(value.units, key)), fields.place(of: key))
    }
    return quarters.enumerated().map { index, quarter in
      if let (figure, place) = stated[index] { return (figure, place) }
      let absent = Figure.absent(because: "needs its target under demand.targets, or a plan of its year")
      return (planned?.target(of: quarter) ?? absent, nil)
    }
  }

  /// The planned mix of each segment: stated, else the benchmarks'.
  private func mixes(_ fields: inout Fields, _ created: [Demand.Cell]) -> [String: DemandMix] {
    let stated = fields.namedSections("mix") { section in
      DemandMix(
        shares: Dictionary(
          DemandSource.allCases.map { ($0, section.shareIfGiven($0.rawValue) ?? 0) }, uniquingKeysWith: { $1 }
        ))
    }
    var own: [String: DemandMix] = [:]
    for (name, mix) in stated {
      let sum = mix.shares.values.reduce(0, +)
      if !fields.isRecording, abs(sum - 1) > 0.0005 {
        fields.refuse(
          "mix.\(name)", "demand.mix-sum",
          "the shares of '\(printable(name))' sum to \(NumberFormat.rate(sum)), and 100% is wanted")
      }
      own[ImportKey(name).text] = mix
    }
    var mixes: [String: DemandMix] = [:]
    for segment in Set(created.map(\.segment) + stated.map(\.name)) {
      mixes[segment] =
        own[ImportKey(segment).text] ?? DemandMix.usual(of: segment, workspace.company.benchmarks)
    }
    return mixes
  }

  /// What part of the targets each segment carries: stated, else that of the pipeline created.
  private func segmentShares(
    _ fields: inout Fields, _ created: [Demand.Cell]
  ) -> [(segment: String, share: Double)] {
    var amounts: [String: Double] = [:]
    for cell in created { amounts[cell.segment, default: 0] += cell.amount }
    return parts(&fields, "segments", amounts)
  }

  /// The same of each region.
  private func regionShares(_ fields: inout Fields) -> [(segment: String, share: Double)] {
    parts(&fields, "regions", deals.createdByRegion ?? [:])
  }

  /// Shares as they are stated under a key, else by what was created.
  private func parts(
    _ fields: inout Fields, _ key: String, _ created: [String: Double]
  ) -> [(segment: String, share: Double)] {
    let stated = fields.map(key, of: .rate).map { name, rate in
      let known = created.keys.first { ImportKey($0).text == ImportKey(name).text }
      return (segment: known ?? name, share: max(0, rate.fraction))
    }
    guard stated.isEmpty else {
      let sum = stated.reduce(0) { $0 + $1.share }
      if abs(sum - 1) > 0.0005 {
        fields.refuse(
          key, "demand.mix-sum",
          "the \(key)' shares sum to \(NumberFormat.rate(sum)), and 100% is wanted")
      }
      return stated
    }
    let names = created.keys.sorted()
    let sum = names.reduce(0) { $0 + (created[$1] ?? 0) }
    return sum > 0 ? names.map { ($0, (created[$0] ?? 0) / sum) } : []
  }
}

extension Demand {
  /// Of the coming quarters the next one counts.
  public static func measurements(of result: Result, for input: Input) -> [Measurement] {
    result.quarters.prefix(1).map {
      Measurement("sufficiency", $0.sufficiency, source: "demand.quarters[0].sufficiency")
    }
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("demand.period", .string("\(result.from)..\(result.to)"))
    ]
    if input.isWinRateMeasured, result.winRate.value != nil {
      members.append(.init("demand.win_rate", "measured over 12 months"))
    }
    for key in ["segments", "regions"] where input.places[key] == nil {
      members.append(.init("demand.\(key)", "by the pipeline created"))
    }
    return members
  }
}
