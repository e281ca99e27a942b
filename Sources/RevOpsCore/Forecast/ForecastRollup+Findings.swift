extension ForecastRollup {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    let later = input.deals.map { $0.table.findings(after: input.asOf, "revops forecast rollup") } ?? []
    var findings =
      [
        uncategorised(result), nameless(result), strangers(result, input),
        CallerSpellings(input.calls, input.hierarchy).finding("revops forecast rollup"),
        input.hierarchy.divided.finding("revops forecast rollup"),
      ].compactMap(\.self) + later
    let history = ForecastHistory(input.calls, callWeek: nil, asOf: input.asOf)
    findings += history.unfinished.map { unfinished($0, history, input) }
    for period in result.calls {
      if let silent = silent(period, history, input) { findings.append(silent) }
      for person in period.people {
        findings += [
          order(person, period), moved(person, period, input), aboveDeals(person, period),
          passedOn(person, period), unknown(person, period), months(person, period),
        ].compactMap(\.self)
      }
    }
    return findings.sorted { ($0.severity, $0.id, $0.subject) < ($1.severity, $1.id, $1.subject) }
  }

  /// People of the tree whom the table of people does not have.
  private static func strangers(_ result: Result, _ input: Input) -> Finding? {
    let people = result.calls.flatMap(\.people)
    let strangers = people.filter { input.hierarchy.isStranger($0.person) }
    guard let first = strangers.first else { return nil }
    let names = strangers.map(\.person).uniqued().sorted()
    let team = people.first { $0.manager == first.person }?.person
    let near = nearest(to: first.person, among: input.hierarchy.names.values.sorted())
    return Finding(
      "forecast.not-in-reps", .warning, subject: printable(first.person),
      "\(names.count) \(names.count == 1 ? "person calls or is" : "people call or are") called a manager without a "
        + "row in 'reps', so that \(names.count == 1 ? "the call stands" : "their calls stand") at the top",
      evidence: [.init("people", .array(names.map { .string($0) }))]
        + (team.map { [.init("above", .string($0))] } ?? []),
      advice: (near.map { "did you mean '\(printable($0))'? " } ?? "")
        + "Correct the name, or give 'reps' a row with it",
      place: first.place, command: "revops forecast rollup")
  }

  /// Calls that say what is safe and what may come, and not what is promised.
  private static func unfinished(
    _ call: ForecastCall, _ history: ForecastHistory, _ input: Input
  ) -> Finding {
    let earlier = history.open.first { ForecastKey($0) == ForecastKey(call) }
    let instead =
      earlier?.calledOn.map { "the call of \($0) still counts" } ?? "nothing of this call is added up"
    let name = input.hierarchy.name(of: input.hierarchy.key(of: call.person))
    let numbers = [("worst", call.worst), ("best", call.best), ("counted_forecast", earlier?.forecast)]
    return Finding(
      "forecast.no-forecast", .warning, subject: "\(name) \(call.period)",
      "'\(printable(name))' gives a worst or a best case and no forecast for \(call.period): \(instead)",
      evidence: numbers.compactMap { key, value in value.map { JSONValue.Member(key, .number($0)) } },
      advice: "ask for the number that is promised, and fill 'forecast'", place: call.place,
      command: "revops forecast rollup")
  }

  /// Those who carry a quota and have said nothing of a period that others call.
  private static func silent(
    _ period: PeriodCalls, _ history: ForecastHistory, _ input: Input
  ) -> Finding? {
    let unfinished = Set(
      history.unfinished.filter { "\($0.period)" == period.period }.map {
        input.hierarchy.name(of: input.hierarchy.key(of: $0.person))
      })
    let silent = period.notCalled.filter { !unfinished.contains($0.person) }
    guard !silent.isEmpty else { return nil }
    let alone = silent.filter { !$0.isInACall }
    let who = silent.count == 1 ? "1 seller of 'reps' has" : "\(silent.count) sellers of 'reps' have"
    let rest =
      alone.isEmpty
      ? "somebody above calls for all of them"
      : "what \(alone.count == silent.count ? "they" : "\(alone.count) of them") will bring is in no call"
    return Finding(
      "forecast.not-called", alone.isEmpty ? .info : .warning, subject: period.period,
      "\(who) not called \(period.period): \(rest)",
      evidence: [
        .init("people", .array(silent.map { .string($0.person) })),
        .init("in_no_call", .array(alone.map { .string($0.person) })),
      ],
      advice: "ask each for their three numbers; until then the total is that of the others",
      place: (alone.first ?? silent.first)?.place, command: "revops forecast rollup")
  }

  /// The sum of what a period calls needs worst ≤ forecast ≤ best of every call.
  private static func order(_ person: Person, _ period: PeriodCalls) -> Finding? {
    let numbers = [person.worst.value, person.forecast.value, person.best.value].compactMap(\.self)
    guard zip(numbers, numbers.dropFirst()).contains(where: { $0 > $1 }) else { return nil }
    return Finding(
      "forecast.call-order", .warning, subject: subject(person, period),
      "'\(printable(person.person))' calls a worst case, a forecast and a best case that do not rise",
      evidence: evidence([("worst", person.worst), ("forecast", person.forecast), ("best", person.best)]),
      advice: "ask for the three numbers again: what is safe, what is promised, what comes if all goes well",
      place: person.place, command: "revops forecast rollup")
  }

  private static func moved(_ person: Person, _ period: PeriodCalls, _ input: Input) -> Finding? {
    guard let now = person.forecast.value, let last = person.lastForecast.value, !person.isExplained else {
      return nil
    }
    guard person.forecastChange.value.map({ isMoved($0, input) }) ?? (now != last) else { return nil }
    return Finding(
      "forecast.moved-without-deal", .warning, subject: subject(person, period),
      "'\(printable(person.person))' \(now > last ? "raised" : "lowered") the forecast since last week, and no deal says why",
      evidence: evidence([
        ("last_forecast", person.lastForecast), ("forecast", person.forecast),
        ("forecast_change", person.forecastChange),
      ]),
      advice: "ask which deal moved, and put its name beside the call", place: person.place,
      stake: .money(abs(now - last)), command: "revops forecast rollup")
  }

  private static func aboveDeals(_ person: Person, _ period: PeriodCalls) -> Finding? {
    guard let forecast = person.forecast.value, let held = person.held.value, forecast > held else {
      return nil
    }
    let whose = person.heldBy == .named ? "what is won and the deals it names" : "everything won and open"
    return Finding(
      "forecast.above-deals", .warning, subject: subject(person, period),
      "the forecast of '\(printable(person.person))' is more than \(whose) can bring",
      evidence: evidence([("forecast", person.forecast), ("held", person.held), ("closed", person.closed)])
        + (person.dealsDueLater.isEmpty
          ? [] : [.init("deals_due_later", .array(person.dealsDueLater.map { .string($0) }))]),
      advice: "name the deals that are to bring the rest, or call what the named ones hold",
      place: person.place, stake: .money(forecast - held), command: "revops forecast rollup")
  }

  /// A manager whose number is the sum of the team's to the cent has passed it on.
  private static func passedOn(_ person: Person, _ period: PeriodCalls) -> Finding? {
    guard let forecast = person.forecast.value, person.difference.value == 0, forecast > 0 else { return nil }
    return Finding(
      "forecast.passed-on", .info, subject: subject(person, period),
      "'\(printable(person.person))' calls exactly what the team adds up to",
      evidence: evidence([("forecast", person.forecast), ("team_forecast", person.teamForecast)]),
      advice: "ask for the manager's own judgement of the team's calls", place: person.place,
      command: "revops forecast rollup")
  }

  /// The calls of the months make the call of the period, to the coin.
  private static func months(_ person: Person, _ period: PeriodCalls) -> Finding? {
    guard let forecast = person.forecast.value, let months = person.monthsForecast.value,
      abs(months - forecast) >= 0.005
    else { return nil }
    let way = months > forecast ? "less than its months make" : "more than its months make"
    return Finding(
      "forecast.months-differ", .warning, subject: subject(person, period),
      "'\(printable(person.person))' calls \(way) for \(period.period)",
      evidence: [
        .init("forecast", .number(forecast)), .init("months_forecast", .number(months)),
        .init("difference", .number(months - forecast)),
      ],
      advice: "ask which of the two is meant: a month that slipped belongs in both", place: person.place,
      stake: .money(abs(months - forecast)), command: "revops forecast rollup")
  }

  private static func unknown(_ person: Person, _ period: PeriodCalls) -> Finding? {
    guard !person.unknownDeals.isEmpty, person.place != nil else { return nil }
    return Finding(
      "forecast.unknown-deal", .warning, subject: subject(person, period),
      "the call of '\(printable(person.person))' names deals that are not in the table",
      evidence: [.init("unknown_deals", .array(person.unknownDeals.map { .string($0) }))],
      advice: "write ids or names as the CRM has them, several of them with ';' between", place: person.place,
      command: "revops forecast rollup")
  }

  private static func nameless(_ result: Result) -> Finding? {
    let people = Set(
      result.calls.flatMap(\.people).filter { person in
        person.place != nil && person.heldBy != .named && person.forecast.value ?? 0 > 0
      }.map(\.person))
    guard !people.isEmpty else { return nil }
    let who = people.count == 1 ? "1 person calls" : "\(people.count) people call"
    return Finding(
      "forecast.no-named-deals", .info, subject: "forecasts",
      "\(who) a number without naming the deals behind it",
      evidence: [.init("people", .array(people.sorted().map { .string($0) }))],
      advice: "have each forecast name its deals, in the column 'deals' of the forecasts table",
      command: "revops forecast rollup")
  }

  private static func uncategorised(_ result: Result) -> Finding? {
    guard let total = result.total, total.uncategorised > 0 else { return nil }
    let amount = JSONValue.Member("uncategorised", .number(total.uncategorised))
    guard let upside = total.upsideCase.value else {
      return Finding(
        "forecast.uncategorised", .info, subject: "\(result.from)..\(result.to)",
        "the file has no forecast category, so that commit, best case and base are unknown",
        evidence: [amount],
        advice: "export the column of the forecast category; until then the weighted figure is the forecast",
        stake: .money(total.uncategorised), command: "revops forecast rollup")
    }
    return Finding(
      "forecast.uncategorised", .info, subject: "\(result.from)..\(result.to)",
      "open deals of the period are in no forecast category",
      evidence: [amount, .init("upside_case", .number(upside))],
      advice: "have the owners say what each deal is: until then it is in neither base nor upside case",
      stake: .money(total.uncategorised), command: "revops pipeline hygiene")
  }

  private static func subject(_ person: Person, _ period: PeriodCalls) -> String {
    "\(person.person) \(period.period)"
  }

  private static func evidence(_ figures: [(String, Figure)]) -> [JSONValue.Member] {
    figures.compactMap { name, figure in figure.value.map { JSONValue.Member(name, .number($0)) } }
  }
}
