extension ForecastBacktest {
  /// The methods that can be held against one another, on the cases that all of them have a figure for.
  struct Comparison: Sendable {
    /// The methods compared with their errors, the least first.
    private(set) var ranked: [(method: BacktestMethod, mape: Double)] = []
    private(set) var cases: [Case] = []
    private(set) var periods = 0
    private(set) var bestMape: Figure

    /// Compares what has a figure in at least so many periods and half as many cases as the method with the most.
    init(_ all: [Case], least: Int) {
      let priced = all.filter { $0.actual ?? 0 > 0 }
      let counts = BacktestMethod.allCases.map { method in priced.count { $0.figures[method].value != nil } }
      let most = counts.max() ?? 0
      let methods = zip(BacktestMethod.allCases, counts).filter { method, count in
        let known = Set(priced.lazy.filter { $0.figures[method].value != nil }.map(\.period))
        return count > 0 && count * 2 >= most && known.count >= least
      }.map(\.0)
      guard !methods.isEmpty else {
        bestMape = .absent(
          because: "needs \(least) past periods with figures, there \(most == 0 ? "are none" : "are fewer")")
        return
      }
      cases = priced.filter { one in methods.allSatisfy { one.figures[$0].value != nil } }
      periods = Set(cases.map(\.period)).count
      guard periods >= least else {
        bestMape = .absent(
          because:
            "needs \(least) past periods in which the methods have figures of the same days, there \(periods == 1 ? "is 1" : "are \(periods)")"
        )
        cases = []
        periods = 0
        return
      }
      let same = cases
      ranked = methods.map { ($0, Self.mape(of: $0, same).value ?? .infinity) }
        .sorted { a, b in a.1 == b.1 ? a.0.rank < b.0.rank : a.1 < b.1 }
      bestMape = .value(ranked[0].mape)
    }

    /// The mean error of a method over cases; those without an actual above 0 have none.
    static func mape(of method: BacktestMethod, _ cases: [Case]) -> Figure {
      let errors = cases.compactMap { $0.outcome(method)?.error.value }
      guard !errors.isEmpty else { return .absent(because: "has no figure of a period that won anything") }
      return .value(errors.reduce(0, +) / Double(errors.count))
    }
  }

  static func records(_ cases: [Case], _ comparison: Comparison, _ input: Input) -> [Record] {
    let records = BacktestMethod.allCases.map { method in
      let outcomes = cases.compactMap { $0.outcome(method) }
      let track = TrackRecord(outcomes, definition: .oneLessError, benchmarks: input.benchmarks)
      let reason = cases.last { $0.figures[method].reason != nil }?.figures[method].reason
      func figure(_ figure: Figure) -> Figure {
        outcomes.isEmpty
          ? .absent(because: reason ?? "needs a past period that the record reaches back to") : figure
      }
      let compared = comparison.ranked.first { $0.method == method }
      return Record(
        method: method, periods: Set(cases.filter { $0.outcome(method) != nil }.map(\.period)).count,
        cases: outcomes.count, mape: figure(track.mape), wmape: figure(track.wmape),
        forecastBias: figure(track.forecastBias),
        comparedMape: compared.map { .value($0.mape) }
          ?? .absent(because: "has too few figures to be compared"), lacks: reason)
    }
    let order = comparison.ranked.map(\.method)
    return order.compactMap { method in records.first { $0.method == method } }
      + records.filter { !order.contains($0.method) }
  }

  /// The methods by the week of the period; the best of those that have a figure in enough periods.
  static func byWeek(_ cases: [Case], _ least: Int) -> [Week] {
    let weeks = Set(cases.compactMap(\.week)).sorted()
    return weeks.map { week in
      let those = cases.filter { $0.week == week }
      var mape = MethodFigures()
      let counts = BacktestMethod.allCases.map { method in
        those.count { $0.outcome(method)?.error.value != nil }
      }
      let most = counts.max() ?? 0
      for method in BacktestMethod.allCases { mape[method] = Comparison.mape(of: method, those) }
      // Of those with the most figures, over the periods that all of them have one of.
      let methods = zip(BacktestMethod.allCases, counts).filter { $0.1 == most && most >= least }.map(\.0)
      let same = those.filter { one in methods.allSatisfy { one.outcome($0)?.error.value != nil } }
      let errors = methods.compactMap { method in
        Comparison.mape(of: method, same).value.map { (method: method, mape: $0) }
      }
      let best = same.count >= least ? errors.min { $0.mape < $1.mape } : nil
      return Week(
        week: week,
        periods: those.count { one in BacktestMethod.allCases.contains { one.outcome($0) != nil } },
        best: best?.method, mape: mape)
    }
  }

  static func byPeriod(_ cases: [Case], _ input: Input) -> [PeriodRecord] {
    zip(input.periods, input.actuals).map { period, actual in
      let those = cases.filter { $0.period == "\(period)" }
      // The nearer the end of a period, the easier it is to say what it brings: weeks that one method lacks count for none.
      let comparison = Comparison(those, least: 1)
      let nearest = comparison.ranked.first?.method
      func bias(_ method: BacktestMethod, _ cases: [Case]) -> Figure {
        TrackRecord(
          cases.compactMap { $0.outcome(method) }, definition: .oneLessError, benchmarks: input.benchmarks
        ).forecastBias
      }
      var record = PeriodRecord(
        period: "\(period)", from: "\(period.start)", to: "\(period.lastDay)", actual: actual,
        mape: MethodFigures(), bias: MethodFigures(), nearest: nearest,
        comparedWeeks: comparison.cases.count, nearestMape: comparison.bestMape,
        nearestBias: nearest.map { bias($0, comparison.cases) }
          ?? .absent(because: "no method is nearest"))
      for method in BacktestMethod.allCases {
        let outcomes = those.compactMap { $0.outcome(method) }
        let reason = those.last { $0.figures[method].reason != nil }?.figures[method].reason
        guard !outcomes.isEmpty else {
          let none = Figure.absent(because: reason ?? "has no week that ends within it")
          (record.mape[method], record.bias[method]) = (none, none)
          continue
        }
        let track = TrackRecord(outcomes, definition: .oneLessError, benchmarks: input.benchmarks)
        (record.mape[method], record.bias[method]) = (track.mape, track.forecastBias)
      }
      return record
    }
  }
}

extension BacktestMethod {
  /// Its place among all, which settles ties.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
