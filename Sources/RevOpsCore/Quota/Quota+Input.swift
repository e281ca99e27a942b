extension Quota {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepRoster()
    workspace.keepOpportunities()
  }

  public static func columns(in workspace: Workspace) -> [String: [ColumnUse]] {
    ["opportunities": OpportunityTable.columns + ColumnUse.uses(.labels, of: ["type", "segment"])]
  }

  /// Reads the `quota` section and the people of the `reps` table.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let all = try workspace.sellers()
    let credits = try workspace.sellerCredits()
    let team =
      try workspace.statedTeam(in: workspace.company.fiscal.year(containing: workspace.asOf.date)) ?? Team()
    let measured = try MarketData(workspace)
    try workspace.refuseCuts(workspace.options.cuts, without: "reps", "quota.no-cut")
    if let table = workspace.table("reps") {
      try table.refuseUnknownCuts(workspace.options.cuts, "quota.no-cut")
    }
    let input = try workspace.decode("quota") { fields in
      var input = read(&fields, workspace, all, team)
      input.market = market(&fields, measured, Names(workspace))
      for market in input.market {
        let key = "bottom_up.\(market.segment)"
        input.places[key] = fields.place(of: key)
      }
      input.attainment = attainment(&fields, credits, all, workspace.asOf.date)
      input = finished(input, credits, all, workspace)
      refuseUnknownFactors(&fields, input)
      return input
    }
    return input
  }

  private static func read(
    _ fields: inout Fields, _ workspace: Workspace, _ all: [Seller], _ team: Team
  ) -> Input {
    let company = workspace.company
    let period = fields.periodIfGiven("period") ?? company.fiscal.year(containing: workspace.asOf.date)
    let over = overAssignment(&fields)
    let names = Names(workspace)
    let roles = roles(&fields, names)
    let sellers = all.carriers(of: roles, in: period)
    var input = Input(
      period: period, quarters: quarters(of: period, company.fiscal),
      target: fields.notNegative(fields.money("target").units, "target"),
      unit: fields.notNegative(fields.moneyIfGiven("unit")?.units ?? 1000, "unit"),
      coinsPerUnit: company.currency.coinsPerUnit, factors: factors(&fields), overManagers: over.managers,
      overReps: over.reps, overHigher: over.higher, above: all.chain(in: period), sellers: sellers,
      starts: [:], potentials: potentials(&fields, all, names),
      histories: [:],
      ramp: team.ramp, seasonality: team.seasonality, attainment: Attainment(.none, because: ""), market: [],
      cuts: workspace.options.cuts.map { cut in
        let labels = workspace.table("reps")?.labels(cut)
        return (by: cut, values: sellers.map { labels?[$0.row] })
      },
      unmatchedCredits: 0, isFactorGiven: fields.given("weights") != nil,
      isOverGiven: fields.given("over_assignment") != nil, currency: "\(company.currency)",
      benchmarks: company.benchmarks, places: [:])
    for key in ["target", "over_assignment", "weights", "bottom_up"] {
      input.places[key] = fields.place(of: key)
    }
    for circle in all.circles(in: input.above) {
      let names = circle.names.map { "'\(printable($0))'" }.joined(separator: ", ")
      fields.add(
        Diagnostic(
          "quota.circle",
          circle.names.count == 1
            ? "\(names) reports to themselves" : "\(names) report to one another in a circle",
          at: circle.place, hint: "leave the manager of whoever is at the top empty"))
    }
    let coins =
      input.target * input.coinsPerUnit * (1 + input.overManagers) * (1 + input.overReps)
      * input.overHigher.reduce(1) { $0 * (1 + $1) }
    if coins > mostCoins {
      fields.refuse(
        "target", "decode.wrong-value",
        "'\(fields.path(of: "target"))' is too large to be handed out to the coin")
    }
    let isKnown = !fields.problems.contains { $0.id == "quota.unknown-name" }
    if sellers.isEmpty, isKnown, workspace.table("reps") != nil {
      fields.refuse(
        "period", "quota.nobody", "nobody of the reps table carries a quota in \(period)",
        hint: "name their roles under 'quota.roles', or fill 'quota' and the dates in the table")
    }
    return input
  }

  /// A factor that is asked for, and that nothing is known of for some of the people who are to be weighed by it.
  private static func refuseUnknownFactors(_ fields: inout Fields, _ input: Input) {
    guard input.isFactorGiven, !input.sellers.isEmpty else { return }
    if input.factors.history > 0, input.histories.isEmpty {
      fields.refuse(
        "weights.history", "quota.unknown-factor", "nothing is known of anybody's history",
        hint: "give the table 'credits', or take the factor out")
    }
    let unknown = input.sellers.filter { input.potential(of: $0) == nil }.map(\.name)
    guard input.factors.potential > 0, !unknown.isEmpty else { return }
    let names = unknown.prefix(5).map { "'\(printable($0))'" }.joined(separator: ", ")
    fields.refuse(
      "weights.potential", "quota.unknown-factor",
      "nothing says the potential of \(names)"
        + (unknown.count > 5 ? " and \(unknown.count - 5) more" : ""),
      hint: "state it under quota.potential, or in a column 'potential' of the reps table")
  }

  /// Up to here every coin is a number of its own.
  private static let mostCoins = 9e15

  /// Adds what the rows say together, and the factors where the document names none.
  private static func finished(
    _ input: Input, _ credits: [SellerCredit]?, _ all: [Seller], _ workspace: Workspace
  ) -> Input {
    var input = input
    for seller in all {
      guard let start = seller.start else { continue }
      input.starts[seller.key] = min(input.starts[seller.key] ?? .latest, start)
    }
    input.unmatchedCredits = credits?.unmatched(with: all) ?? 0
    input.histories = histories(credits ?? [], all, until: workspace.asOf.date)
    if !input.isFactorGiven {
      let knowsPotential = input.sellers.allSatisfy { input.potential(of: $0) != nil }
      input.factors = Factors(
        potential: knowsPotential ? 1 : 0, tenure: input.sellers.contains { $0.start != nil } ? 1 : 0,
        history: input.histories.isEmpty ? 0 : 1)
    }
    return input
  }

  /// What each person who was there for at least three months of the last twelve was credited with, as of a year.
  private static func histories(
    _ credits: [SellerCredit], _ all: [Seller], until asOf: CalendarDate
  ) -> [String: Double] {
    guard !credits.isEmpty else { return [:] }
    let end = asOf.adding(days: 1)
    let window = Period(from: end.adding(months: -12), to: end)
    let sums = credits.sums(in: window, of: all)
    var days: [String: Int] = [:]
    for seller in all { days[seller.key, default: 0] += seller.daysPresent(in: window) }
    return days.filter { $0.value >= 90 }.reduce(into: [:]) { histories, entry in
      histories[entry.key] = (sums[entry.key] ?? 0) * Double(window.days) / Double(entry.value)
    }
  }

  /// Credited over quota of each person who carried one through all of the last twelve months.
  private static func attainment(
    _ fields: inout Fields, _ credits: [SellerCredit]?, _ all: [Seller], _ asOf: CalendarDate
  ) -> Attainment {
    let stated = fields.sectionIfGiven("attainment") { section in
      Attainment(
        source: .stated, mean: .value(share(&section, "mean")), sd: .value(share(&section, "sd")), n: 0)
    }
    if let stated { return stated }
    let end = asOf.adding(days: 1)
    let window = Period(from: end.adding(months: -12), to: end)
    let sums = (credits ?? []).sums(in: window, of: all)
    let carriers = all.carriers(of: [], in: window).filter { $0.daysPresent(in: window) == window.days }
    return .measured(
      credits == nil
        ? []
        : carriers.compactMap { seller in
          seller.quota.flatMap { $0 > 0 ? (sums[seller.key] ?? 0) / $0 : nil }
        })
  }

  private static func quarters(of period: Period, _ fiscal: FiscalCalendar) -> [Period] {
    switch period.kind {
    case .fiscalYear(let year): (1...4).compactMap { fiscal.quarter($0, of: year) }
    case .year(let year): (1...4).compactMap { Period.quarter($0, of: year) }
    default: []
    }
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !input.isFactorGiven {
      let used = [
        ("potential", result.weights.potential), ("tenure", result.weights.tenure),
        ("history", result.weights.history),
      ].filter { $0.1 > 0 }
      members.append(.init("quota.weights", .array(used.map { .string($0.0) })))
    }
    if !input.isOverGiven {
      members.append(.init("quota.over_assignment.managers", .number(input.overManagers)))
      members.append(.init("quota.over_assignment.reps", .number(input.overReps)))
    }
    return members
  }
}

// MARK: Single keys

extension Quota {
  /// One rate for sellers, or one for each level.
  private static func overAssignment(
    _ fields: inout Fields
  ) -> (reps: Double, managers: Double, higher: [Double]) {
    if fields.given("over_assignment")?.kind != .mapping {
      let rate = fields.rateIfGiven("over_assignment")?.fraction ?? usualOver
      guard fields.isRecording else { return (fields.notNegative(rate, "over_assignment"), 0, []) }
    }
    return fields.section("over_assignment") { section in
      func over(_ key: String, _ fallback: Double) -> Double {
        section.notNegative(section.rateIfGiven(key)?.fraction ?? fallback, key)
      }
      return (
        over("reps", usualOver), over("managers", 0), (2...mostLines).map { over(Ladder.name(of: $0), 0) }
      )
    }
  }

  /// Lines of managers above one another that an over-assignment can be stated for.
  private static let mostLines = 9

  /// How far sellers' quotas usually add up to more than what is above them.
  private static let usualOver = 0.1

  private static func factors(_ fields: inout Fields) -> Factors {
    fields.section("weights") { section in
      Factors(
        potential: section.notNegative(section.numberIfGiven("potential") ?? 0, "potential"),
        tenure: section.notNegative(section.numberIfGiven("tenure") ?? 0, "tenure"),
        history: section.notNegative(section.numberIfGiven("history") ?? 0, "history"))
    }
  }

  /// What the reps table calls people, roles and segments, in rows too that a condition leaves out; nothing is
  /// unknown where there is no table.
  struct Names {
    var people: [String] = []
    var roles: [String] = []
    var segments: [String] = []
    var isKnown = false

    init(_ workspace: Workspace) {
      guard let table = workspace.table("reps") else { return }
      func words(_ column: String) -> [String] { table.allTexts(column).compactMap(\.self) }
      people = words("name") + words("id")
      (roles, segments, isKnown) = (words("role"), words("segment"), true)
    }

    func miss(_ name: String, in known: KeyPath<Names, [String]>) -> Bool {
      let key = ImportKey(name).text
      return isKnown && !self[keyPath: known].contains { $0 == name || ImportKey($0).text == key }
    }
  }

  private static func roles(_ fields: inout Fields, _ names: Names) -> [String] {
    let roles = fields.list("roles", of: .text)
    for role in roles where names.miss(role, in: \.roles) {
      fields.refuse(
        "roles", "quota.unknown-name", "nobody of the reps table has the role '\(printable(role))'",
        hint: didYouMean(role, among: names.roles))
    }
    return roles
  }

  /// Potential by the id or the name of a person.
  private static func potentials(
    _ fields: inout Fields, _ all: [Seller], _ names: Names
  ) -> [String: Double] {
    var potentials: [String: Double] = [:]
    for (name, value) in fields.map("potential", of: .money) {
      if names.isKnown, !names.people.contains(name) {
        fields.refuseKey(
          "potential.\(name)", "quota.unknown-name",
          "nobody of the reps table is called '\(printable(name))'",
          hint: didYouMean(name, among: names.people))
      }
      let amount = fields.notNegative(value.units, "potential.\(name)")
      for seller in all where seller.key == name || seller.name == name { potentials[seller.key] = amount }
    }
    return potentials
  }

  /// What is stated of each segment, and measured where it is not.
  private static func market(_ fields: inout Fields, _ measured: MarketData, _ names: Names) -> [Market] {
    fields.namedSections("bottom_up") { section -> Market in
      Market(
        segment: "", accounts: given(section.countIfGiven("accounts").map(Double.init)),
        coverage: given(section.shareIfGiven("coverage")),
        winRate: given(section.shareIfGiven("win_rate")),
        dealSize: given(
          section.moneyIfGiven("deal_size").map { section.notNegative($0.units, "deal_size") }),
        openPipeline: given(
          section.moneyIfGiven("open_pipeline").map { section.notNegative($0.units, "open_pipeline") }),
        expansion: section.notNegative(section.moneyIfGiven("expansion")?.units ?? 0, "expansion"))
    }.map { name, stated in
      if names.miss(name, in: \.segments) {
        fields.refuseKey(
          "bottom_up.\(name)", "quota.unknown-name",
          "nobody of the reps table works the segment '\(printable(name))'",
          hint: didYouMean(name, among: names.segments))
      }
      return measured.filled(stated, name)
    }
  }

  private static func given(_ value: Double?) -> Figure {
    value.map { .value($0) } ?? .absent(because: "not stated")
  }

  private static func share(_ fields: inout Fields, _ key: String) -> Double {
    fields.notNegative(fields.rate(key).fraction, key)
  }
}
