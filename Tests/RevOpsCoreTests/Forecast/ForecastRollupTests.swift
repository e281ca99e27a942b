import Foundation
import Testing

@testable import RevOpsCore

/// Categories and calls of a period, level by level.
@Suite struct ForecastRollupTests {
  static func outcome(_ files: [String: String], options: RunOptions = RunOptions()) throws(InputErrors)
    -> Outcome
  {
    try AnyAnalysis(ForecastRollup.self).run(try workspace(files, options: options))
  }

  /// A workspace of deals alone, some of them owned by Ana and Bo, in January to March.
  static func deals(_ rows: [String], _ forecast: String = "", by cuts: [String] = [], more: String = "")
    throws(InputErrors) -> Outcome
  {
    try outcome(
      [
        "revops.yaml": """
        company: {as_of: 2026-02-15}
        data: {opportunities: deals.csv\(more.isEmpty ? "" : ", snapshots: snapshots.csv")}
        pipeline: {stages: {Open: {outcome: open, probability: 50%}, Won: {outcome: won}, Lost: {outcome: lost}}}
        forecast: {\(forecast)}
        """,
        "deals.csv": (["id,owner,stage,amount,close_date,forecast_category"] + rows).joined(separator: "\n"),
        "snapshots.csv": more,
      ], options: RunOptions(cuts: cuts))
  }

  /// The fixture of a team of two levels, worked by hand.
  static func team(where filter: String? = nil, _ edit: (String) -> String = { $0 }) throws(InputErrors)
    -> Outcome
  {
    let folder = URL(fileURLWithPath: #filePath + "/../../../revopsTests/Fixtures/forecast-call").standardized
    var files: [String: String] = [:]
    for name in ["revops.yaml", "people.csv", "deals.csv", "calls.csv"] {
      files[name] = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map(edit)
    }
    return try outcome(files, options: RunOptions(filter: filter))
  }

  static func person(_ outcome: Outcome, _ name: String) -> JSONValue? {
    guard case .array(let periods)? = outcome.result["calls"],
      case .array(let people)? = periods.first?["people"]
    else { return nil }
    return people.first { $0["person"] == .string(name) }
  }

  /// Sums and win rates by pandas over the example's files.
  @Test func theExampleAddsUpToWhatPandasFinds() throws {
    let result = try Deals.northwind(ForecastRollup.self)
    let total = try #require(result.total)
    #expect(
      [.value(total.closed), total.commit, total.bestCase] == [.value(0), .value(571_400), .value(274_300)])
    #expect(
      [total.pipeline, total.upside, total.omitted] == [.value(1_750_800), .value(140_300), .value(0)])
    #expect(total.deals == 45 && total.base == .value(571_400) && total.upsideCase == .value(845_700))
    // Closed deals that once stood in the category, by snapshots and stage history, and those of them won.
    let counted: [(ForecastCategory, Int, Double)] = [
      (.commit, 210, 131), (.bestCase, 295, 130), (.pipeline, 549, 136),
    ]
    for (category, closed, won) in counted {
      let found = try #require(result.categories.first { $0.category == category })
      #expect(
        found.closedDeals == closed && found.basis == .history && found.probability == won / Double(closed))
    }
    let parts: [(Double, Double)] = [
      (571_400, 131.0 / 210), (274_300, 130.0 / 295), (1_750_800, 136.0 / 549),
    ]
    let expected = parts.reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs((total.weighted.value ?? 0) - expected) < 1e-6)
  }

  /// By hand: 100 is won and 200 is open at one half; what is in commit nobody has said.
  @Test func aFileWithoutCategoriesHasNoCommitRatherThanNone() throws {
    let outcome = try Self.outcome([
      "revops.yaml": """
      company: {as_of: 2026-02-15}
      data: {opportunities: deals.csv}
      pipeline: {stages: {Open: {outcome: open, probability: 50%}, Won: {outcome: won}}}
      forecast: {target: 400}
      """,
      "deals.csv": "id,owner,stage,amount,close_date\nA,Ana,Won,100,2026-02-01\nB,Bo,Open,200,2026-03-01",
    ])
    for key in ["commit", "best_case", "pipeline", "upside", "omitted", "base", "upside_case", "gap"] {
      #expect(outcome.result[key] == .null, "\(key)")
      #expect(
        outcome.absent.first(where: { $0.key == key })?.value == "needs the column 'forecast_category'",
        "\(key)")
    }
    let known = ["closed", "uncategorised", "weighted"].map {
      ForecastAccuracyTests.number(outcome.result[$0])
    }
    #expect(known == [100, 200, 200])
    #expect(outcome.result["categories"] == .array([]))
    #expect(outcome.findings.map(\.id) == ["forecast.uncategorised"])
  }

  @Test func aTeamsCallsStandUnderTheirManagers() throws {
    let outcome = try Self.team()
    let result = outcome.result
    let figures = ["closed", "commit", "best_case", "uncategorised", "base", "upside_case", "gap"]
    #expect(
      figures.map { ForecastAccuracyTests.number(result[$0]) }
        == [60_000, 240_000, 40_000, 20_000, 300_000, 340_000, 200_000])
    // 60 + 0.9 × 240 + 0.6 × 40 + 0.5 × 20
    #expect(abs((ForecastAccuracyTests.number(result["weighted"]) ?? 0) - 310_000) < 1e-6)
    guard case .array(let periods)? = result["calls"] else { return #expect(Bool(false), "no calls") }
    #expect(periods.count == 1 && periods[0]["forecast"] == .number(260_000))
    #expect(abs((ForecastAccuracyTests.number(periods[0]["variance"]) ?? 0) - 50_000) < 1e-6)
    let max = try #require(Self.person(outcome, "Max"))
    #expect(max["manager"] == "Vera" && max["level"] == .integer(1))
    #expect(max["team_forecast"] == .number(380_000) && max["difference"] == .number(-120_000))
    #expect(max["team_worst"] == .number(210_000) && max["team_best"] == .number(380_000))
    #expect(max["quota"] == .number(300_000) && max["gap"] == .number(40_000))
    // The team names 90, Cedar, 40, and Delta, 150; 60 is won, and Max has Fir, 20, himself.
    #expect(max["closed"] == .number(60_000) && max["held"] == .number(360_000))
    let bo = try #require(Self.person(outcome, "Bo"))
    #expect(bo["held"] == .number(150_000) && bo["deals_due_later"] == .array(["D5"]))
  }

  @Test func whatACallLacksIsAFinding() throws {
    let found = try Self.team().findings.map { "\($0.id) \($0.subject)" }
    #expect(
      found == [
        "forecast.above-deals Bo 2026-Q3", "forecast.call-order Bo 2026-Q3",
        "forecast.moved-without-deal Bo 2026-Q3", "forecast.unknown-deal Bo 2026-Q3",
        "forecast.passed-on Vera 2026-Q3", "forecast.uncategorised 2026-07-01..2026-09-30",
      ])
  }

  /// Ana's change is that of Cedar, Max's reason names Delta; without either both have moved for nothing.
  @Test func aDealExplainsAChange() throws {
    let bare = try Self.team {
      $0.replacing("D2;D3", with: "D2").replacing("Delta platform waits", with: "it waits")
    }
    let moved = bare.findings.filter { $0.id == "forecast.moved-without-deal" }.map(\.subject)
    #expect(moved == ["Ana 2026-Q3", "Bo 2026-Q3", "Max 2026-Q3"])
    // A tenth needs no deal: 300 to 270.
    let tenth = try Self.team {
      $0.replacing(
        "2026-07-30,140000,260000,370000,,Delta platform waits",
        with: "2026-07-30,140000,270000,370000,,it waits")
    }
    #expect(
      !tenth.findings.contains { $0.id == "forecast.moved-without-deal" && $0.subject == "Max 2026-Q3" })
  }

  @Test func peopleInACircleAreRefused() {
    let found = problems { () throws(InputErrors) in
      try Self.team { $0.replacing("1,Vera,,", with: "1,Vera,Ana,") }
    }
    #expect(found.first?.contains("'Vera' reports to themselves over 'Ana' and 'Max'") == true, "\(found)")
  }

  /// Bo calls nothing, and his deal D4 stands behind Max's call all the same.
  ///
  /// His D5 is due after the quarter. Ana names D2 and D3 and has won D1; D6 is Max's own.
  @Test func whatTheTeamHasStandsBehindItsManagersCallWhoeverCalls() throws {
    let outcome = try Self.team { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("Bo,") }.joined(separator: "\n")
    }
    let max = try #require(Self.person(outcome, "Max"))
    #expect(max["held"] == .number(60_000 + 90_000 + 40_000 + 150_000 + 20_000))
    #expect(max["closed"] == .number(60_000))
  }

  @Test func aCallIsNotHeldAgainstSomeOfTheDeals() throws {
    let whole = try #require(Self.person(try Self.team(), "Ana"))
    #expect(whole["held"] == .number(190_000))
    let folder = try Self.team(where: "owner = 'Bo'")
    let part = try #require(Self.person(folder, "Ana"))
    #expect(part["held"] == .null && part["forecast"] == .number(190_000))
    #expect(folder.result["target"] == .null)
    #expect(!folder.findings.contains { $0.id == "forecast.above-deals" })
  }

  @Test func aManagerWhomNobodyKnowsIsTold() throws {
    #expect(!(try Self.team().findings.contains { $0.id == "forecast.not-in-reps" }))
    let outcome = try Self.team { $0.replacing("3,Ana,2,", with: "3,Ana,Maxx,") }
    let finding = try #require(outcome.findings.first { $0.id == "forecast.not-in-reps" })
    #expect(finding.subject == "Maxx")
    #expect(finding.advice.hasPrefix("did you mean 'Max'?"))
  }

  /// By hand: Ana is under Vera, who calls, through Max, Cy under nobody, and E has no owner.
  ///
  /// Ana has won 50 and has 100 open at 50%, which makes 100 against Vera's 120: 20 less. Cy's 400 and the 80 of nobody
  /// weigh 240 and are in no call; all deals weigh 340.
  @Test func theCallsAreHeldAgainstTheDealsOfThoseWhoCall() throws {
    let outcome = try Self.outcome([
      "revops.yaml": """
      company: {as_of: 2026-02-15}
      data: {opportunities: deals.csv, forecasts: calls.csv, reps: people.csv}
      pipeline: {stages: {Open: {outcome: open, probability: 50%}, Won: {outcome: won}}}
      """,
      "deals.csv": """
      id,owner,stage,amount,close_date
      A,Ana,Won,50,2026-02-01
      B,Ana,Open,100,2026-03-01
      C,Cy,Open,400,2026-03-01
      E,,Open,80,2026-03-01
      """,
      "calls.csv": "person,period,called_on,worst,forecast,best\nVera,2026-Q1,2026-02-14,100,120,150",
      "people.csv": "name,manager\nVera,\nMax,Vera\nAna,Max\nCy,",
    ])
    guard case .array(let periods)? = outcome.result["calls"], let period = periods.first else {
      return #expect(Bool(false), "no calls")
    }
    let figures = ["weighted", "weighted_called", "weighted_uncalled", "variance"].map {
      ForecastAccuracyTests.number(period[$0])
    }
    #expect(figures == [340, 100, 240, -20])
    #expect(period["uncalled_owners"] == .array(["Cy"]))
    // Half of 80 is nobody's, and not Cy's.
    #expect(ForecastAccuracyTests.number(period["weighted_ownerless"]) == 40)
    #expect(
      TextRenderer.render(outcome.report, RenderOptions()).contains("deals of Cy, and those without an owner")
    )
  }

  /// By hand: Ana's call of 30 July stands by her id, 3; it is still later than that of the week before, by name.
  @Test func aCallByIdFollowsOneByName() throws {
    let outcome = try Self.team { $0.replacing("Ana,2026-Q3,2026-07-30", with: "3,2026-Q3,2026-07-30") }
    let ana = try #require(Self.person(outcome, "Ana"))
    #expect(ana["forecast"] == .number(190_000) && ana["last_forecast"] == .number(150_000))
  }

  /// Vera is at the top, and her worst case is what the total lacks.
  @Test func aMissingWorstCaseSaysWhoseItIs() throws {
    let outcome = try Self.team {
      $0.replacing("Vera,2026-Q3,2026-07-30,140000", with: "Vera,2026-Q3,2026-07-30,")
    }
    guard case .array(let periods)? = outcome.result["calls"] else { return #expect(Bool(false), "no calls") }
    #expect(periods[0]["worst"] == .null && periods[0]["forecast"] == .number(260_000))
    let reason = outcome.absent.first { $0.key == "calls[0].worst" }?.value
    #expect(reason == "'Vera' gives no worst case", "\(outcome.absent.map(\.key))")
  }

  /// By hand: Ana's last row has 60 and 200 and no forecast, so that her 150 of the week before still counts under Max;
  /// Bo's only row has none, and he is in no team's sum: Max's team calls 150.
  @Test func aCallWithoutItsForecastIsTold() throws {
    let outcome = try Self.team { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("Bo,2026-Q3,2026-07-23") }.joined(separator: "\n")
        .replacing("2026-07-30,60000,190000,200000", with: "2026-07-30,60000,,200000")
        .replacing("2026-07-30,150000,190000,180000", with: "2026-07-30,150000,,180000")
    }
    let found = outcome.findings.filter { $0.id == "forecast.no-forecast" }
    #expect(found.map(\.subject) == ["Ana 2026-Q3", "Bo 2026-Q3"])
    #expect(found.map(\.place?.line) == [3, 4])
    #expect(
      found.first?.evidence == [
        .init("worst", .number(60_000)), .init("best", .number(200_000)),
        .init("counted_forecast", .number(150_000)),
      ])
    #expect(found.last?.message.hasSuffix("nothing of this call is added up") == true)
    let max = try #require(Self.person(outcome, "Max"))
    #expect(max["team_forecast"] == .number(150_000))
    // Bo has said something: he is not among those who have not called.
    #expect(!outcome.findings.contains { $0.id == "forecast.not-called" })
    #expect(found.allSatisfy { Explanations.page($0.id) != nil })
  }

  /// By hand: Cy and Di have quotas and no calls.
  ///
  /// Vera calls for Cy; Di reports to nobody. Fay has no quota.
  @Test func sellersWhoHaveNotCalledAreNamed() throws {
    let reps = "5,Cy,Max,600000\n6,Di,,600000\n7,Fay,Max,\n"
    let outcome = try Self.team { $0.replacing("4,Bo,Max,600000\n", with: "4,Bo,Max,600000\n" + reps) }
    let found = try #require(outcome.findings.first { $0.id == "forecast.not-called" })
    #expect(found.severity == .warning && found.subject == "2026-Q3" && found.place?.line == 7)
    #expect(
      found.evidence == [
        .init("people", .array(["Cy", "Di"])), .init("in_no_call", .array(["Di"])),
      ])
    let below = try Self.team {
      $0.replacing("4,Bo,Max,600000\n", with: "4,Bo,Max,600000\n5,Cy,Max,600000\n")
    }
    #expect(below.findings.first { $0.id == "forecast.not-called" }?.severity == .info)
    // Where only managers call, nobody below them is asked.
    let managers = try Self.team { text in
      text.split(separator: "\n").filter { !$0.hasPrefix("Ana,") && !$0.hasPrefix("Bo,") }
        .joined(separator: "\n")
    }
    #expect(!managers.findings.contains { $0.id == "forecast.not-called" })
    #expect(Explanations.page("forecast.not-called") != nil)
  }

  /// 29 closed deals leave the preset, 30 replace it; a deal seen twice in a category counts once.
  @Test(arguments: [(29, 0.6, "preset"), (30, 0.2, "history")])
  func historyReplacesAPresetFromThirtyDealsOn(count: Int, expected: Double, basis: String) throws {
    let rows = (1...count).map { "\($0),Ana,\($0 % 5 == 0 ? "Won" : "Lost"),10,2025-12-01,closed" }
    let seen = ["2025-11-01", "2025-11-08"].flatMap { day in
      (1...count).map { "\(day),\($0),Open,10,2025-12-01,Best Case" }
    }
    let header = "snapshot_date,id,stage,amount,close_date,forecast_category"
    let open = "90,Ana,Open,1000,2026-03-01,best_case"
    let result = try Self.deals(rows + [open], more: ([header] + seen).joined(separator: "\n")).result
    guard case .array(let categories)? = result["categories"] else { return #expect(Bool(false)) }
    let best = try #require(categories.first { $0["category"] == "best_case" })
    #expect(best["probability"] == .number(expected) && best["basis"] == .string(basis))
    #expect(best["closed_deals"] == .integer(count))
    #expect(result["weighted"] == .number(1_000 * expected))
  }

  @Test func thePresetOfTheKnowledgeMapCountsUpsideAboveThePipeline() throws {
    let rows = ["1,Ana,Open,100,2026-03-01,upside", "2,Ana,Open,100,2026-03-01,pipeline"]
    let standard = try Self.deals(rows).result["weighted"]
    let map = try Self.deals(rows, "probabilities: {preset: knowledge_map}").result["weighted"]
    let own = try Self.deals(rows, "probabilities: {upside: 45%}").result["weighted"]
    #expect(standard == .number(20) && map == .number(50) && own == .number(65))
  }

  static let categories = ["commit", "best_case", "Most Likely", "pipeline", "upside", "omitted", ""]

  /// Whatever the deals: parts add up to the whole, weighted stays below all of it, and no order of rows shows.
  @Test func partsAddUpToTheWhole() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<25 {
      let rows = (0..<Int.random(in: 1...60, using: &random)).map { index in
        let stage = ["Open", "Open", "Won", "Lost"][Int.random(in: 0..<4, using: &random)]
        let category = Self.categories[Int.random(in: 0..<7, using: &random)]
        let close = day("2025-12-15").adding(days: Int.random(in: 0..<120, using: &random))
        let owner = ["Ana", "Bo", ""][Int.random(in: 0..<3, using: &random)]
        let cents = Int.random(in: 100...9_999_999, using: &random)
        return
          "\(index),\(owner),\(stage),\(cents / 100).\(cents % 100 / 10)\(cents % 10),\(close),\(category)"
      }
      let result = try Self.deals(rows, by: ["owner"]).result
      #expect(try Self.deals(rows.shuffled(using: &random), by: ["owner"]).result == result)
      func number(_ value: JSONValue?, _ key: String) -> Double {
        ForecastAccuracyTests.number(value?[key]) ?? .nan
      }
      guard case .array(let cuts)? = result["cuts"], case .array(let groups)? = cuts.first?["groups"] else {
        return #expect(Bool(false), "no groups")
      }
      for key in [
        "deals", "closed", "commit", "best_case", "pipeline", "upside", "omitted", "base", "weighted",
      ] {
        let sum = groups.reduce(0) { $0 + number($1, key) }
        #expect(abs(sum - number(result, key)) < 1e-6, "\(key)")  // cents in doubles, up to 60 additions
      }
      let open = ["commit", "best_case", "pipeline", "upside", "omitted", "uncategorised"].reduce(0) {
        $0 + number(result, $1)
      }
      #expect(number(result, "weighted") <= number(result, "closed") + open + 1e-6)
      #expect(number(result, "base") <= number(result, "upside_case"))
    }
  }

  /// Where managers call nothing the top is the sum of all who call, through any depth.
  @Test func callsAddUpThroughAnyDepth() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<20 {
      let count = Int.random(in: 2...30, using: &random)
      let managers = (0..<count).map { $0 == 0 ? "" : "P\(Int.random(in: 0..<$0, using: &random))" }
      let above = Set(managers)
      let callers = (0..<count).filter { !above.contains("P\($0)") }
      let amounts = callers.map { _ in Int.random(in: 0...500_000, using: &random) }
      let calls = zip(callers, amounts).map { "P\($0),2026-Q1,\($1),\($1),\($1)" }.shuffled(using: &random)
      let people = zip(0..., managers).map { "P\($0),\($1)" }
      let result = try Self.outcome([
        "revops.yaml": "company: {as_of: 2026-02-01}\ndata: {forecasts: calls.csv, reps: people.csv}",
        "calls.csv": (["person,period,worst,forecast,best"] + calls).joined(separator: "\n"),
        "people.csv": (["name,manager"] + people).joined(separator: "\n"),
      ]).result
      guard case .array(let periods)? = result["calls"], case .array(let shown)? = periods.first?["people"]
      else {
        return #expect(Bool(false), "no calls")
      }
      #expect(ForecastAccuracyTests.number(periods[0]["forecast"]) == Double(amounts.reduce(0, +)))
      #expect(shown.count == count && shown.first?["person"] == "P0")
      #expect(result["base"] == nil && periods[0]["weighted"] == .null)
    }
  }
}
