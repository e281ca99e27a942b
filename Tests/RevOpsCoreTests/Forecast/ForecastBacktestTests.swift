import Foundation
import Testing

@testable import RevOpsCore

/// What each method would have said of past periods.
@Suite struct ForecastBacktestTests {
  // MARK: Against others' figures

  /// Tests/Oracles/forecast_backtest.py: pandas over the example's files, cut to what each week's last day knew.
  private static let oracle:
    [(BacktestMethod, periods: Int, weeks: Int, mape: Double, wmape: Double, bias: Double)] = [
      (.called, 4, 15, 0.12129025895998323, 0.10785397091223567, 0.10785397091223567),
      (.calibrated, 4, 15, 0.07907122078466268, 0.07813582081685343, -0.007853384299637533),
      (.commit, 6, 77, 0.17610276873330935, 0.1721850774354416, -0.10913059876033994),
      (.category, 6, 77, 0.3063075113509911, 0.29059967802819137, 0.2760788148605016),
      (.weighted, 6, 77, 0.21248663845712537, 0.19994229490369378, 0.15969612203095285),
      (.stageHistory, 6, 60, 0.3858265174279739, 0.3600525826294842, 0.3600525826294842),
      (.simulation, 6, 77, 0.18646884044906406, 0.17372299154946846, 0.11071115867302267),
      (.conversion, 5, 64, 0.19917076034908993, 0.1809425456268911, 0.09468984424452699),
      (.runRate, 6, 73, 0.25718278722198523, 0.26236305203195054, -0.07773630599382418),
    ]

  @Test func theExampleIsAsPandasFinds() throws {
    let result = try Deals.northwind(ForecastBacktest.self)
    #expect(result.source == .history && result.periods == 6 && result.cases == 77)
    for (method, periods, weeks, mape, wmape, bias) in Self.oracle {
      let record = try #require(result.methods.first { $0.method == method })
      #expect((record.periods, record.cases) == (periods, weeks), "\(method)")
      for (found, wanted) in [(record.mape, mape), (record.wmape, wmape), (record.forecastBias, bias)] {
        #expect(abs((found.value ?? .nan) - wanted) < 1e-9, "\(method)")  // sums of 77 quotients
      }
    }
    #expect(result.best == .commit && (result.comparedCases, result.comparedPeriods) == (59, 5))
    #expect(abs((result.bestMape.value ?? 0) - 0.11135864860184051) < 1e-9)
    let order: [BacktestMethod] = [
      .commit, .simulation, .conversion, .weighted, .runRate, .category, .stageHistory, .called, .calibrated,
    ]
    #expect(result.methods.map(\.method) == order)
    #expect(abs((result.rangeHitRate.value ?? 0) - 0.6753246753246753) < 1e-12)
    #expect(result.byPeriod.map(\.actual) == [925_400, 956_400, 728_600, 1_431_900, 1_005_200, 834_700])
    let week = try #require(result.history.first { $0.period == "FY2027-Q2" && $0.week == 10 })
    #expect(week.closed == .value(769_400) && (week.p10, week.p90) == (.value(984_000), .value(1_240_200)))
    let said: [(BacktestMethod, Double)] = [
      (.called, 1_149_400), (.calibrated, 1_079_047.1255442114), (.commit, 1_016_600),
      (.category, 1_258_164.8321915069), (.weighted, 1_144_630), (.stageHistory, 1_246_002.984128684),
      (.simulation, 1_099_800), (.conversion, 1_060_567.0819076132), (.runRate, 1_105_952.1739130435),
    ]
    for (method, figure) in said {
      #expect(abs((week.figures[method].value ?? .nan) - figure) < 1e-6, "\(method)")
    }
    #expect(
      result.now.figures[.commit] == .value(571_400) && result.now.figures[.simulation] == .value(929_900))
  }

  // MARK: By hand

  /// A is won on 20 July after six weeks in commit, B is pushed out of the quarter and lost, C came and was won in
  /// June, D came and was won in July.
  private static let history = """
    opportunity_id,stage,amount,close_date,entered_at,forecast_category
    A,Proposal,100,2026-08-10,2026-04-01,commit
    B,Discovery,200,2026-09-01,2026-05-01,pipeline
    C,Proposal,50,2026-06-20,2026-06-01,pipeline
    C,Closed Won,50,2026-06-20,2026-06-20,closed
    B,Discovery,200,2026-11-01,2026-07-05,pipeline
    D,Discovery,40,2026-07-30,2026-07-10,best_case
    A,Closed Won,100,2026-07-20,2026-07-20,closed
    D,Closed Won,40,2026-07-30,2026-07-30,closed
    B,Closed Lost,200,2026-09-10,2026-09-10,closed

    """
  private static let calls = """
    person,period,called_on,forecast,actual
    Ana,2026-Q2,2026-04-10,40,50
    Ana,2026-Q3,2026-07-03,120,140
    Ana,2026-Q3,2026-07-18,130,140

    """
  private static let tables = ["stage_history": history, "forecasts": calls]

  @Test func aQuarterWorkedByHand() throws {
    let result = try Backtests.result(Self.tables, asOf: "2026-09-30")
    #expect(result.byPeriod.map(\.period) == ["FY2026-Q2", "FY2026-Q3"])
    #expect(result.byPeriod.map(\.actual) == [50, 140])
    let first = try #require(result.history.first { $0.period == "FY2026-Q3" && $0.week == 1 })
    #expect(first.day == "2026-07-07" && first.closed == .value(0))
    #expect(first.figures[.called] == .value(120))
    // 50 came of 40: 1.25, a fifth of it counts beside four periods called to the dollar.
    #expect(abs((first.figures[.calibrated].value ?? 0) - 126) < 1e-9)
    // Of A and B only A is still due in the quarter.
    #expect(first.figures[.commit] == .value(100) && first.figures[.category] == .value(90))
    #expect(first.figures[.weighted] == .value(50))
    let thin = "needs 30 closed deals that were in 'Proposal', there were 1"
    #expect(first.figures[.stageHistory] == .absent(because: thin))
    // On 7 April A was open, and C won after that day of its quarter: 50 / 100 of the 300 open now.
    #expect(first.figures[.conversion] == .value(150))
    // 50 in 92 days, 85 days left.
    #expect(abs((first.figures[.runRate].value ?? 0) - 50.0 / 92 * 85) < 1e-9)
    // A or not at even odds, and C's kind once on average: 18% bring 0, 37% up to 50, 64% up to 100, 86% up to 150.
    #expect((first.p10, first.figures[.simulation], first.p90) == (.value(0), .value(100), .value(200)))
    let third = try #require(result.history.first { $0.period == "FY2026-Q3" && $0.week == 3 })
    #expect(third.closed == .value(100) && third.figures[.commit] == .value(100))
    #expect(third.figures[.category] == .value(124) && third.figures[.weighted] == .value(110))
    #expect(third.figures[.called] == .value(130))
    let weighted = try #require(result.byPeriod.last?.mape[.weighted].value)
    // 50 in week 1; in week 2 D is open too, 60; 110 in weeks 3 and 4; from 30 July on 140, which is week 5.
    #expect(abs(weighted - (90 + 80 + 30 + 30) / 140.0 / 13) < 1e-12)
  }

  /// A case in which 100 came, and what the calls and the commit had said of it.
  private static func said(_ period: String, _ week: Int, called: Double?, commit: Double?)
    -> ForecastBacktest.Case
  {
    var figures = MethodFigures()
    if let called { figures[.called] = .value(called) }
    if let commit { figures[.commit] = .value(commit) }
    let none = Figure.absent(because: "not asked for here")
    return ForecastBacktest.Case(
      period: period, week: week, day: "\(week)", actual: 100, closed: none, p10: none, p90: none,
      figures: figures)
  }

  /// By hand: commit misses by 50% in weeks 1 and 2, when nobody has called, and by 10% in weeks 3 and 4, when the calls
  /// miss by 20%.
  ///
  /// Over its own weeks it misses by 30%, over those of both by 10%, and is the nearer one.
  @Test func nearestIsAskedOverTheSameWeeks() throws {
    let input = try Backtests.input(Self.tables, asOf: "2026-09-30")
    let weeks: [(called: Double?, commit: Double)] = [(nil, 50), (nil, 50), (80, 90), (80, 90)]
    let cases = zip(1..., weeks).map {
      Self.said("FY2026-Q3", $0, called: $1.called, commit: $1.commit)
    }
    let record = try #require(ForecastBacktest.byPeriod(cases, input).last)
    #expect(abs((record.mape[.commit].value ?? 0) - 0.3) < 1e-12 && record.mape[.called] == .value(0.2))
    #expect(record.nearest == .commit && record.comparedWeeks == 2)
    #expect(abs((record.nearestMape.value ?? 0) - 0.1) < 1e-12)
    #expect(abs((record.nearestBias.value ?? 0) + 0.1) < 1e-12)
  }

  /// By hand: the calls miss by 0, 30 and 30%, commit by 25, 25 and 90%, in three periods each of which two are the same:
  /// there the calls miss by 30% and commit by 25%.
  @Test func theBestOfAWeekIsAskedOverTheSamePeriods() throws {
    let cases = [
      Self.said("A", 1, called: 100, commit: nil), Self.said("B", 1, called: 70, commit: 75),
      Self.said("C", 1, called: 70, commit: 75), Self.said("D", 1, called: nil, commit: 10),
    ]
    #expect(ForecastBacktest.byWeek(cases, 2).map(\.best) == [.commit])
    #expect(ForecastBacktest.byWeek(cases, 3).map(\.best) == [nil])
  }

  @Test func twoPeriodsAreTooFew() throws {
    let input = try Backtests.input(Self.tables, asOf: "2026-09-30")
    let result = ForecastBacktest.compute(input)
    #expect(result.best == nil)
    #expect(result.bestMape == .absent(because: "needs 3 past periods with figures, there are fewer"))
    #expect(ForecastBacktest.findings(of: result, for: input).map(\.id) == ["forecast.backtest-short"])
    let enough = try Backtests.result(Self.tables, asOf: "2026-09-30", forecast: "pattern_periods: 2")
    #expect(enough.best != nil && enough.comparedPeriods == 2)
  }

  @Test func theCallsOfMonthsMakeTheirQuarter() throws {
    let calls = """
      person,period,called_on,forecast,actual
      Ana,2026-07,2026-07-02,30,140
      Ana,2026-08,2026-07-04,20,0
      Ana,2026-09,2026-07-25,10,0
      Undated,2026-Q3,,999,

      """
    let result = try Backtests.result(
      ["stage_history": Self.history, "forecasts": calls], asOf: "2026-09-30")
    func called(_ week: Int) -> Figure? {
      result.history.first { $0.period == "FY2026-Q3" && $0.week == week }?.figures[.called]
    }
    #expect(called(3) == .absent(because: "nobody had called FY2026-Q3 or its month 2026-09"))
    #expect(called(4) == .value(60))
    // July has brought 140 by then.
    #expect(called(5) == .value(170))
  }

  // MARK: What is lacking is said

  @Test func aHistoryWithoutCategoriesSaysWhatItCannot() throws {
    let result = try Backtests.result(
      ["stage_history": Self.history.replacing("forecast_category", with: "note")], asOf: "2026-09-30")
    let reason = Figure.absent(because: "needs the column 'forecast_category' in 'stage_history'")
    #expect(result.methods.first { $0.method == .commit }?.mape == reason)
    #expect(result.methods.first { $0.method == .category }?.mape == reason)
    #expect(
      result.methods.first { $0.method == .called }?.mape == .absent(because: "needs the table 'forecasts'"))
    #expect(result.methods.first { $0.method == .weighted }?.mape.value != nil)
    let dateless = try Backtests.result(
      ["stage_history": Self.history.replacing("close_date", with: "note")], asOf: "2026-09-30")
    #expect(
      dateless.methods.first { $0.method == .weighted }?.mape
        == .absent(because: "needs the column 'close_date' in 'stage_history'"))
  }

  @Test func callsAloneAreHeldAgainstWhatWasWon() throws {
    let deals = "id,stage,amount,close_date,created_date\nA,Closed Won,140,2026-07-20,2026-04-01\n"
    let result = try Backtests.result(["opportunities": deals, "forecasts": Self.calls], asOf: "2026-09-30")
    #expect(result.source == .opportunities)
    #expect(result.history.first { $0.period == "FY2026-Q3" }?.figures[.called] == .value(120))
    #expect(
      result.methods.first { $0.method == .weighted }?.mape
        == .absent(because: "needs 'stage_history' or 'snapshots'"))
  }

  @Test func whatCannotBeAskedIsRefused() {
    let bare = problems { () throws(InputErrors) in
      try Backtests.input(["opportunities": "id,stage,amount,close_date\nA,Discovery,1,2026-01-01\n"])
    }
    #expect(bare.first?.contains("nothing says how deals stood") == true, "\(bare)")
    let cut = problems { () throws(InputErrors) in try Backtests.input(Self.tables, by: ["owner"]) }
    #expect(cut.first?.contains("not cut by 'owner'") == true, "\(cut)")
  }

  @Test func winsThatTheHistoryLacksAreAFinding() throws {
    let deals = "id,stage,amount,close_date,created_date\nZ,Closed Won,70,2026-07-20,2026-04-01\n"
    let input = try Backtests.input(
      ["stage_history": Self.history, "opportunities": deals], asOf: "2026-09-30")
    let result = ForecastBacktest.compute(input)
    #expect((result.unrecordedWins, result.unrecordedValue) == (1, 70))
    #expect(
      ForecastBacktest.findings(of: result, for: input).contains { $0.id == "forecast.unrecorded-wins" })
  }

  // MARK: Laws

  private static func tables(_ deals: [Backtests.Deal], _ calls: [String]) -> [String: String] {
    [
      "stage_history": Movements.csv(Backtests.historyHeader, Backtests.history(deals)),
      "opportunities": Movements.csv(Backtests.exportHeader, Backtests.export(deals)),
      "forecasts": Movements.csv(Backtests.callHeader, calls),
    ]
  }

  /// Files cut after a day say of that day what the whole files do.
  @Test func nothingRecordedLaterShows() throws {
    var generator = SplitMix64(seed: 41)
    for round in 0..<6 {
      let deals = Backtests.random(&generator, deals: 90)
      let calls = Backtests.calls(&generator)
      let whole = try Backtests.result(Self.tables(deals, Backtests.rows(calls)))
      for one in [whole.history.randomElement(using: &generator), whole.history.last].compactMap(\.self) {
        let last = day(one.day)
        var cut = [
          "stage_history": Movements.csv(Backtests.historyHeader, Backtests.history(deals, through: last)),
          "forecasts": Movements.csv(Backtests.callHeader, Backtests.rows(calls, through: last)),
        ]
        if round % 2 == 0 {
          cut["opportunities"] = Movements.csv(Backtests.exportHeader, Backtests.export(deals, on: last))
        }
        let seen = try Backtests.result(cut, asOf: one.day).now
        #expect(seen.period == one.period && seen.week == one.week)
        #expect((seen.closed, seen.p10, seen.p90) == (one.closed, one.p10, one.p90))
        #expect(seen.figures == one.figures, "\(one.period) week \(one.week ?? 0)")
      }
    }
  }

  @Test func noOrderOfRowsShows() throws {
    var generator = SplitMix64(seed: 42)
    let deals = Backtests.random(&generator, deals: 80)
    let calls = Backtests.rows(Backtests.calls(&generator))
    let whole = try Backtests.result(Self.tables(deals, calls))
    let shuffled = try Backtests.result([
      "stage_history": Movements.csv(
        Backtests.historyHeader, Backtests.history(deals).shuffled(using: &generator)),
      "opportunities": Movements.csv(
        Backtests.exportHeader, Backtests.export(deals).shuffled(using: &generator)),
      "forecasts": Movements.csv(Backtests.callHeader, calls.shuffled(using: &generator)),
    ])
    #expect(whole.history == shuffled.history && whole.methods == shuffled.methods)
    #expect(whole.now == shuffled.now && whole.best == shuffled.best)
  }

  /// A row a field says what a row a change of the deal says.
  @Test func historiesOfBothKindsSayTheSame() throws {
    var generator = SplitMix64(seed: 43)
    for _ in 0..<4 {
      let deals = Backtests.random(&generator, deals: 70)
      var tables = Self.tables(deals, Backtests.rows(Backtests.calls(&generator)))
      let byRow = try Backtests.result(tables)
      tables["stage_history"] = Movements.csv(Backtests.fieldHeader, Backtests.fields(deals))
      let byField = try Backtests.result(tables)
      #expect(byRow.history == byField.history && byRow.now == byField.now)
      #expect(byField.unrecordedWins == 0)
    }
  }

  /// Snapshots of the last day of every week, with the opportunities for the days deals were closed.
  @Test func weeklySnapshotsSayTheSameOfOpenDeals() throws {
    var generator = SplitMix64(seed: 44)
    let deals = Backtests.random(&generator, deals: 90)
    let history = try Backtests.result(Self.tables(deals, []))
    let days = Set(history.history.map(\.day))
    let rows = days.sorted().flatMap { text in
      Backtests.export(deals, on: day(text)).filter { !$0.contains("Closed") }.map { "\(text),\($0)" }
    }
    let snapshots = try Backtests.result([
      "snapshots": Movements.csv("snapshot_date," + Backtests.exportHeader, rows),
      "opportunities": Movements.csv(Backtests.exportHeader, Backtests.export(deals)),
    ])
    #expect(snapshots.source == .snapshots && snapshots.cases == history.cases)
    for (a, b) in zip(history.history, snapshots.history) {
      #expect(a.closed == b.closed && a.day == b.day)
      for method in [BacktestMethod.commit, .weighted] { #expect(a.figures[method] == b.figures[method]) }
    }
    let missing = try Backtests.result([
      "snapshots": Movements.csv(
        "snapshot_date," + Backtests.exportHeader, rows.filter { $0 < "2026-08-20" }),
      "opportunities": Movements.csv(Backtests.exportHeader, Backtests.export(deals)),
    ])
    #expect(
      missing.history.last?.figures[.weighted]
        == .absent(because: "no snapshot was taken in the week before \(missing.history.last?.day ?? "")"))
  }

  /// Deals that all come in on the day and at the amount they were called at leave no method that weighs them an error.
  @Test func whatCameAsForecastHasNoError() throws {
    var generator = SplitMix64(seed: 45)
    var rows: [String] = []
    var sums = ["2026-Q3": 0, "2026-Q4": 0]
    for index in 0..<60 {
      let amount = 100 * Int.random(in: 1..<1_000, using: &generator)
      let close = day("2026-07-01").adding(days: Int.random(in: 0..<184, using: &generator))
      let opened = index == 0 ? day("2026-07-01").adding(days: -1) : day("2026-06-01")
      rows.append("D\(index),Sure,\(amount),\(close),\(opened),commit")
      rows.append("D\(index),Closed Won,\(amount),\(close),\(close),closed")
      sums[close < day("2026-10-01") ? "2026-Q3" : "2026-Q4", default: 0] += amount
    }
    let result = try Backtests.result(
      [
        "stage_history": Movements.csv(Backtests.historyHeader, rows),
        "forecasts": Movements.csv(
          Backtests.callHeader, sums.map { "Ana,\($0.key),2026-06-01,\($0.value),\($0.value)" }),
      ], forecast: "probabilities: {commit: 100%}, pattern_periods: 2",
      pipeline: "stages: {Sure: {probability: 100%}}")
    #expect(result.periods == 2 && result.bestMape == .value(0))
    for method in [BacktestMethod.called, .calibrated, .commit, .category, .weighted, .simulation] {
      let record = try #require(result.methods.first { $0.method == method })
      #expect(record.mape == .value(0) && record.forecastBias == .value(0) && record.cases > 20, "\(method)")
    }
    #expect(result.rangeHitRate == .value(1))
  }
}
