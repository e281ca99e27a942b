extension ForecastAccuracy {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    let whole =
      [error(result), bias(result, input), hits(result, input), bestCase(result, input)]
      + [
        input.spellings.finding("revops forecast accuracy"),
        input.hierarchy.divided.finding("revops forecast accuracy"),
      ]
    return (whole.compactMap(\.self) + result.people.compactMap { pattern($0) })
      .sorted { ($0.severity, $0.id, $0.subject) < ($1.severity, $1.id, $1.subject) }
  }

  private static func error(_ result: Result) -> Finding? {
    guard let mape = result.total.mape.value, let band = result.total.band, band.status != .green else {
      return nil
    }
    return Finding(
      "forecast.error-high", band.status == .red ? .warning : .info, subject: "mape",
      "the forecast misses by more than it may: \(band.level.title)",
      evidence: [.init("mape", .number(mape)), .init("periods", .integer(result.total.periods))],
      advice: "tie categories to evidence in the deals, and go through the largest misses period by period",
      command: "revops forecast accuracy")
  }

  private static func bias(_ result: Result, _ input: Input) -> Finding? {
    guard let bias = result.total.forecastBias.value, result.total.periods >= input.patternPeriods,
      let verdict = input.benchmarks.judge("forecast_bias", bias), verdict.status != .green
    else { return nil }
    let isHigh = bias > 0
    return Finding(
      "forecast.biased", .warning, subject: "forecast_bias",
      isHigh ? "calls promise more than comes, period after period" : "calls promise less than comes",
      evidence: [
        .init("forecast_bias", .number(bias)), .init("called", .number(result.total.called.value ?? 0)),
        .init("actual", .number(result.total.actual.value ?? 0)),
      ],
      advice: "correct today's calls by each person's history: revops forecast calibrate",
      stake: .money(result.total.missed), command: "revops forecast calibrate")
  }

  private static func hits(_ result: Result, _ input: Input) -> Finding? {
    guard let rate = result.total.hitRate.value, result.total.periods >= input.patternPeriods,
      let verdict = input.benchmarks.judge("hit_rate", rate), verdict.status != .green
    else { return nil }
    let below = result.people.filter { person in
      guard person.record.periods >= input.patternPeriods, let rate = person.record.hitRate.value else {
        return false
      }
      return input.benchmarks.judge("hit_rate", rate)?.status != .green
    }
    return Finding(
      "forecast.hit-rate-low", .warning, subject: "hit_rate",
      "too few periods bring what was called",
      evidence: [
        .init("hit_rate", .number(rate)), .init("target", .number(verdict.next?.edge ?? 1)),
        .init("people_below", .array(below.map { .string($0.person) })),
      ],
      advice: "ask for the deal, not the market, behind every call that was missed",
      command: "revops forecast accuracy")
  }

  private static func bestCase(_ result: Result, _ input: Input) -> Finding? {
    guard let rate = result.total.bestCaseReached.value, result.total.periods >= input.patternPeriods,
      let verdict = input.benchmarks.judge("best_case_reached", rate), verdict.status != .green
    else { return nil }
    let isLow = verdict.level == .tooLow
    return Finding(
      "forecast.best-case-unreal", .info, subject: "best_case_reached",
      isLow ? "the best case is seldom or never reached" : "the best case is reached too often to be one",
      evidence: [.init("best_case_reached", .number(rate))],
      advice: isLow
        ? "call as best case what comes about once in four periods"
        : "raise the best case to what comes about once in four periods",
      command: "revops forecast accuracy")
  }

  private static func pattern(_ person: Person) -> Finding? {
    guard let pattern = person.pattern else { return nil }
    let record = person.record
    let name = printable(person.person)
    let evidence: [JSONValue.Member] = [
      .init("called", .number(record.called.value ?? 0)), .init("actual", .number(record.actual.value ?? 0)),
      .init("periods", .integer(record.periods)),
    ]
    switch pattern {
    case .sandbagger:
      return Finding(
        "forecast.sandbagging", .warning, subject: person.person,
        "'\(name)' delivers clearly more than they call in most periods",
        evidence: evidence + [.init("sandbag_share", .number(record.sandbagShare.value ?? 0))],
        advice: "correct the call by the history, and show it rather than accuse",
        stake: .money(record.missed), command: "revops forecast calibrate")
    case .worstCaseDeliverer:
      return Finding(
        "forecast.worst-case-deliverer", .warning, subject: person.person,
        "'\(name)' commits a forecast and delivers the worst case in most periods",
        evidence: evidence + [.init("worst_case_share", .number(record.worstCaseShare.value ?? 0))],
        advice: "have each call name its deals, and explain every miss deal by deal",
        stake: .money(record.missed), command: "revops forecast calibrate")
    }
  }
}
