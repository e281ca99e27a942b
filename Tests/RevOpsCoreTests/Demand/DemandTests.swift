import Testing

@testable import RevOpsCore

/// Demand from the text of the section and the deals to its findings.
@Suite struct DemandTests {
  static func outcome(
    _ section: String, deals: String? = nil, more: String = "", options: RunOptions = RunOptions()
  ) throws(InputErrors) -> Outcome {
    var files = ["demand.yaml": section]
    if let deals { files["deals.csv"] = deals }
    files["revops.yaml"] =
      "company: {as_of: 2026-03-31}\ndemand: demand.yaml\n"
      + (deals == nil ? "" : "data: {opportunities: deals.csv}\n")
      + "pipeline: {stages: {Discovery: {outcome: open}}}\n" + more
    return try AnyAnalysis(Demand.self).run(try workspace(files, options: options))
  }

  static func rows(_ value: JSONValue?) -> [JSONValue] {
    guard case .array(let rows)? = value else { return [] }
    return rows
  }

  static func numbers(_ rows: [JSONValue], _ field: String) -> [Double] {
    rows.map { ForecastAccuracyTests.number($0[field]) ?? .nan }
  }

  /// Ten deals created in the twelve months: 400 of enterprise pipeline, 100 of mid-market; two closed, one won.
  static let deals = """
    id,segment,source,type,region,stage,amount,created_date,close_date
    1,Enterprise,Self-sourced,new,EMEA,Discovery,100,2026-01-01,2026-05-01
    2,Enterprise,SDR,new,EMEA,Discovery,100,2026-01-01,2026-08-01
    3,Enterprise,Webinar,new,US,Discovery,100,2026-01-01,2026-08-02
    4,Enterprise,Partner,new,US,Closed Won,100,2025-12-01,2026-01-30
    5,Mid-Market,SDR,new,US,Closed Lost,40,2025-12-01,2026-02-01
    6,Mid-Market,Outbound,new,US,Discovery,60,2026-02-01,2026-12-31
    7,Enterprise,SDR,new,US,Discovery,900,2025-01-01,2027-02-01
    8,Enterprise,SDR,new,US,Discovery,,2026-01-01,2026-06-01
    """

  @Test func sharesFollowTheSourcesOfTheCRM() throws {
    let outcome = try Self.outcome("{targets: {2026-Q2: 100}}", deals: Self.deals)
    let segments = Self.rows(outcome.result["segments"])
    #expect(segments.map { $0["segment"] } == ["Enterprise", "Mid-Market"])
    #expect(Self.numbers(Self.rows(segments[0]["sources"]), "actual_share") == [0.25, 0.25, 0.25, 0.25])
    #expect(Self.numbers(Self.rows(segments[0]["sources"]), "planned_share") == [0.55, 0.3, 0.1, 0.05])
    // |25 - 55| + |25 - 30| + |25 - 10| + |25 - 5| = 70 points, half of them are 35.
    let accuracy = try #require(ForecastAccuracyTests.number(segments[0]["source_mix_accuracy"]))
    #expect(abs(accuracy - 0.65) < 1e-12)
    // Mid-Market: SDRs 40 %, and 60 % that may be anybody's.
    #expect(
      Self.numbers(Self.rows(segments[1]["sources"]), "actual_share") == [0, 0.4, 0, 0, 0.6])
    #expect(Self.rows(outcome.result["unmapped"]).map { $0["source"] } == ["Outbound"])
    #expect(outcome.result["missing_amounts"] == .integer(1))
    #expect(ForecastAccuracyTests.number(outcome.result["created"]) == 500)
  }

  @Test func aQuarterNeedsItsTargetOverTheWinRate() throws {
    let outcome = try Self.outcome(
      "{targets: {2026-Q2: 100, 2026-Q3: 30}, segments: {Enterprise: 100%}, safety: 1.5}", deals: Self.deals)
    let quarters = Self.rows(outcome.result["quarters"])
    // One won of two closed: 100 / 50 % × 1.5 = 300; deal 8 has no amount.
    #expect(Self.numbers(quarters, "needed").prefix(2) == [300, 90])
    #expect(Self.numbers(quarters, "have") == [100, 200, 60])
    #expect(Self.numbers(quarters, "gap").prefix(2) == [200, -110])
    #expect(quarters[2]["gap"] == .null)
    // 55, 30, 10 and 5 % of 300.
    let parts = Self.rows(quarters[0]["sources"])
    for (found, expected) in zip(Self.numbers(parts, "needed"), [165.0, 90, 30, 15]) {
      #expect(abs(found - expected) < 1e-9)
    }
    #expect(Self.numbers(parts, "have") == [100, 0, 0, 0])
    // 60 days from 2025-12-01 to 2026-01-30: to close by the last of June a deal is opened by 1 May, 31 days from now.
    #expect(quarters[0]["create_by"] == "2026-05-01")
    let rate = try #require(ForecastAccuracyTests.number(quarters[0]["per_month"]))
    #expect(abs(rate - 200 / (31 / 30.4375)) < 1e-9)
    #expect(outcome.findings.map(\.id).first == "demand.insufficient")
    #expect(outcome.findings[0].subject == "2026-Q2" || outcome.findings[0].subject == "FY2026-Q2")
  }

  /// Of 300 needed in Q2 enterprise carries 80 % by what it created, 400 of 500, and has deal 1; EMEA 40 %, created 200
  /// of 500.
  ///
  /// SDRs bring 30 % of the enterprise pipeline.
  @Test func aQuarterIsCutBySegmentAndRegion() throws {
    let outcome = try Self.outcome(
      "{targets: {2026-Q2: 100}, safety: 1.5, regions: {EMEA: 60%, US: 40%}}", deals: Self.deals)
    let quarter = Self.rows(outcome.result["quarters"])[0]
    let segments = Self.rows(quarter["segments"])
    #expect(segments.map { $0["group"] } == ["Enterprise", "Mid-Market"])
    #expect(Self.numbers(segments, "needed") == [240, 60])
    #expect(Self.numbers(segments, "have") == [100, 0])
    #expect(Self.numbers(segments, "gap") == [140, 60])
    let parts = Self.rows(segments[0]["sources"])
    #expect(abs(Self.numbers(parts, "needed")[1] - 72) < 1e-9)
    #expect(Self.numbers(parts, "have") == [100, 0, 0, 0])
    let regions = Self.rows(quarter["regions"])
    #expect(regions.map { $0["group"] } == ["EMEA", "US"])
    #expect(Self.numbers(regions, "needed") == [180, 120])
    #expect(Self.numbers(regions, "have") == [100, 0])
    let measured = try Self.outcome("{targets: {2026-Q2: 100}, safety: 1.5}", deals: Self.deals)
    let shares = Self.rows(Self.rows(measured.result["quarters"])[0]["regions"])
    #expect(shares.map { $0["group"] } == ["US", "EMEA"] && Self.numbers(shares, "share") == [0.6, 0.4])
  }

  @Test func thePlanGivesTheTargetsThatTheSectionDoesNot() throws {
    let plan = """
      plan: {fiscal_year: 2026, targets: {new_business: 1200}}
      capacity: {seasonality: [1, 1, 1, 0.5, 0.5, 0.5, 1, 1, 1, 1.5, 1.5, 1.5]}
      """
    let outcome = try Self.outcome("{targets: {2026-Q3: 77}}", deals: Self.deals, more: plan)
    #expect(Self.numbers(Self.rows(outcome.result["quarters"]), "target") == [150, 77, 450])
  }

  @Test func aDocumentAloneIsEnough() throws {
    let section = """
      created:
        Strategic: {sales: 700, sdr: 200, marketing: 100}
        SMB: {marketing: 100}
      open:
        2026-Q2: {sales: 500, sdr: 100}
      targets: {2026-Q2: 250}
      mix: {SMB: {marketing: 100%}}
      win_rate: 25%
      cycle_days: 92
      pipeline_target: 2200
      """
    let outcome = try Self.outcome(section)
    // Strategic is off by 10 + 5 + 5 points, SMB by none: weighed by 1,000 and 100 of pipeline.
    let accuracy = try #require(ForecastAccuracyTests.number(outcome.result["source_mix_accuracy"]))
    #expect(abs(accuracy - (1 - 0.1 * 1000 / 1100)) < 1e-12)
    #expect(ForecastAccuracyTests.number(outcome.result["created_to_plan"]) == 0.5)
    let marketing = try #require(ForecastAccuracyTests.number(outcome.result["marketing_contribution"]))
    #expect(abs(marketing - 200.0 / 2200) < 1e-12)
    let quarter = Self.rows(outcome.result["quarters"])[0]
    #expect(ForecastAccuracyTests.number(quarter["gap"]) == 400)
    #expect(quarter["per_month"] == .null)  // what is opened tomorrow closes in July
    #expect(
      outcome.findings.map(\.id) == ["demand.insufficient", "demand.source-short"])
    #expect(outcome.findings[1].subject == "Strategic sales")
  }

  @Test func whatIsNotKnownIsNotNothing() throws {
    #expect(
      problems { () throws(InputErrors) in try Self.outcome("{targets: {2026-Q2: 250}}") } == [
        "demand.yaml:1:1: nothing says what pipeline there is (give the table 'opportunities', or 'created' and 'open' in the section)"
      ])
    let open = try Self.outcome(
      "{open: {2026-Q2: {sales: 100}}, win_rate: 50%, targets: {2026-Q2: 80, 2026-Q3: 80}}")
    #expect(open.result["created"] == .null)
    let quarters = Self.rows(open.result["quarters"])
    #expect(ForecastAccuracyTests.number(quarters[0]["gap"]) == 60)
    #expect(quarters[1]["have"] == .null && quarters[1]["gap"] == .null)
  }

  @Test func figuresAreCutByColumnsOfTheDeals() throws {
    let outcome = try Self.outcome("{}", deals: Self.deals, options: RunOptions(cuts: ["region"]))
    let groups = Self.rows(Self.rows(outcome.result["cuts"])[0]["groups"])
    #expect(groups.map { $0["group"] } == ["US", "EMEA"])
    #expect(Self.numbers(groups, "created") == [300, 200])
    #expect(groups[0]["open"] == .array([.number(0), .number(100), .number(60)]))
  }

  @Test func wrongInputHasAPlace() {
    let section = """
      sources: {sales: [Outbound], sdr: [outbound]}
      mix: {SMB: {sales: 60%, sdr: 30%}}
      targets: {Q1: 100}
      segments: {SMB: 80%}
      tolerance: 120%
      """
    #expect(
      problems { () throws(InputErrors) in try Self.outcome(section, deals: Self.deals) } == [
        "demand.yaml:1:35: 'outbound' stands for two sources",
        "demand.yaml:3:11: 'Q1' is no quarter of the fiscal year (write it as FY2027-Q1 or 2027-Q1)",
        "demand.yaml:2:12: the shares of 'SMB' sum to 90.0%, and 100% is wanted",
        "demand.yaml:4:11: the segments' shares sum to 80.0%, and 100% is wanted",
        "demand.yaml:5:12: 'demand.tolerance' is a share and lies between 0% and 100%",
      ])
  }

  /// The figures of Tests/Oracles/demand.py, which works them from the files in Python.
  @Test func theExampleIsWhatPythonWorksOut() throws {
    let loaded = try Northwind.workspace(registry: AnalysisRegistry([]))
    let outcome = try AnyAnalysis(Demand.self).run(loaded)
    let accuracy = try #require(ForecastAccuracyTests.number(outcome.result["source_mix_accuracy"]))
    #expect(abs(accuracy - 0.7858847110944075) < 1e-12)
    let quarters = Self.rows(outcome.result["quarters"])
    let needed = [4185087.7192982454, 5408421.052631579, 5228140.350877193]
    for (found, expected) in zip(Self.numbers(quarters, "needed"), needed) {
      #expect(abs(found - expected) < 1e-6)
    }
    #expect(Self.numbers(quarters, "have") == [2_736_800, 818_000, 0])
    let parts = Self.rows(quarters[1]["sources"])
    let sales = [2264788.442397656, 1850558.9057633064, 895930.7512507458, 397142.9532198708]
    for (found, expected) in zip(Self.numbers(parts, "needed"), sales) {
      #expect(abs(found - expected) < 1e-6)
    }
    #expect(Self.numbers(parts, "have") == [414_700, 84_800, 235_100, 83_400])
  }

  /// The Revenue Operating System's table, which the catalogue's bands hold.
  @Test(arguments: [
    ("Strategic", [0.8, 0.15, 0.05, 0]), ("Enterprise", [0.55, 0.3, 0.1, 0.05]),
    ("Mid-Market", [0.3, 0.4, 0.2, 0.1]),
  ])
  func theUsualMixIsThatOfTheBands(segment: String, expected: [Double]) throws {
    let mix = try #require(DemandMix.usual(of: segment, Benchmarks()))
    #expect(DemandSource.allCases.map { mix.shares[$0] } == expected)
    #expect(DemandMix.usual(of: "SMB", Benchmarks()) == nil)
  }

  @Test func partsSumToTheirWhole() {
    var random = SplitMix64(seed: 41)
    for _ in 0..<200 {
      let segments = (0..<Int.random(in: 1...4, using: &random)).map { "S\($0)" }
      var mixes: [String: DemandMix] = [:]
      for segment in segments {
        let raw = DemandSource.allCases.map { _ in Double.random(in: 0.01...1, using: &random) }
        let sum = raw.reduce(0, +)
        mixes[segment] = DemandMix(
          shares: Dictionary(zip(DemandSource.allCases, raw.map { $0 / sum })) { $1 })
      }
      let cells = segments.flatMap { segment in
        (DemandSource.allCases.map(Optional.some) + [nil]).map { source in
          Demand.Cell(
            segment: segment, source: source, word: "w", deals: 1,
            amount: Double(Int.random(in: 0...1_000_000, using: &random)))
        }
      }
      let weights = segments.map { _ in Double.random(in: 0.1...1, using: &random) }
      let open: [DemandSource?: Double] = [
        .sales: Double.random(in: 0...1e6, using: &random), nil: Double.random(in: 0...1e6, using: &random),
      ]
      let fiscal = FiscalCalendar()
      let input = Demand.Input(
        period: fiscal.year(containing: day("2026-01-01")), asOf: day("2026-03-31"), created: cells,
        isCreatedKnown: true,
        mixes: mixes, segmentShares: zip(segments, weights).map { ($0, $1 / weights.reduce(0, +)) },
        quarters: [
          Demand.Quarter(
            period: fiscal.quarter(containing: day("2026-05-01")),
            target: .value(Double.random(in: 1...1e7, using: &random)), open: open,
            openBySegment: [segments[0]: open, "other": [nil: 0]])
        ], winRate: .value(Double.random(in: 0.05...0.9, using: &random)), isWinRateMeasured: false,
        safety: 1,
        cycleDays: .value(30), pipelineTarget: nil, tolerance: 0.05, missingAmounts: 0, cuts: [],
        currency: "USD", benchmarks: Benchmarks(), places: [:])
      let result = Demand.compute(input)
      let quarter = result.quarters[0]
      // Sums of a few amounts of millions.
      let needed = quarter.sources.reduce(0) { $0 + ($1.needed.value ?? .nan) }
      #expect(abs(needed - (quarter.needed.value ?? .nan)) < 1e-6 * max(1, needed))
      let groups = quarter.segments
      #expect(abs(groups.reduce(0) { $0 + ($1.needed.value ?? .nan) } - needed) < 1e-6 * max(1, needed))
      #expect(abs(groups.reduce(0) { $0 + ($1.have.value ?? .nan) } - (quarter.have.value ?? .nan)) < 1e-6)
      for group in groups where group.group != "other" {
        #expect(
          abs(group.sources.reduce(0) { $0 + ($1.needed.value ?? .nan) } - (group.needed.value ?? .nan))
            < 1e-6
            * max(1, needed))
      }
      #expect(
        abs(quarter.sources.reduce(0) { $0 + ($1.have.value ?? .nan) } - (quarter.have.value ?? .nan)) < 1e-6)
      #expect(abs(result.sources.reduce(0) { $0 + $1.created } - (result.created.value ?? .nan)) < 1e-6)
      #expect(abs(result.segments.reduce(0) { $0 + $1.created } - (result.created.value ?? .nan)) < 1e-6)
      for segment in result.segments where segment.created > 0 {
        #expect(abs(segment.sources.reduce(0) { $0 + ($1.actualShare.value ?? .nan) } - 1) < 1e-12)
        #expect(abs(segment.sources.reduce(0) { $0 + ($1.gap.value ?? .nan) }) < 1e-6)
        #expect((0...1).contains(segment.sourceMixAccuracy.value ?? -1))
      }
    }
  }

  @Test(arguments: DemandPages.all.map(\.id))
  func everyPageIsFound(id: String) { #expect(Explanations.page(id) != nil) }
}
