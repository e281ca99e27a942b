/// The calls of one period, each under the manager that it goes up to.
struct CallTree: Sendable {
  /// The three numbers of a call, or why there are none.
  struct Numbers: Hashable, Sendable {
    var worst: Figure
    var forecast: Figure
    var best: Figure

    init(worst: Figure, forecast: Figure, best: Figure) {
      (self.worst, self.forecast, self.best) = (worst, forecast, best)
    }

    /// What a person calls; where a number is missing its reason says whose.
    init(_ call: ForecastCall?, of person: String) {
      func figure(_ value: Double?, _ name: String) -> Figure {
        value.map { .value($0) }
          ?? .absent(
            because: "'\(printable(person))' " + (call == nil ? "calls nothing" : "gives no \(name)"))
      }
      worst = figure(call?.worst, "worst case")
      forecast = figure(call?.forecast, "forecast")
      best = figure(call?.best, "best case")
    }
  }

  /// The call of each person who calls, by key.
  let calls: [String: ForecastCall]
  /// The calls that are part of no other, in the order given: nobody above those people calls.
  let topCalls: [ForecastCall]
  /// Who reported to whom in the period.
  let hierarchy: ForecastHierarchy
  /// Everybody who calls or is above somebody who does: managers before their teams, those by name.
  private(set) var order: [String] = []
  /// Those who report to nobody.
  private(set) var roots: [String] = []
  private var reports: [String: [String]] = [:]

  init(_ latest: [ForecastCall], _ people: ForecastHierarchy) {
    let hierarchy = people.during(latest)
    let calls = Dictionary(latest.map { (hierarchy.key(of: $0.person), $0) }) { first, _ in first }
    let callers = Set(calls.keys)
    topCalls = latest.filter { call in
      let key = hierarchy.key(of: call.person)
      return calls[key] == call && !hierarchy.isPart(key, ofAny: callers)
    }
    (self.calls, self.hierarchy) = (calls, hierarchy)
    var everybody = Set(calls.keys)
    for person in calls.keys { everybody.formUnion(hierarchy.above(person)) }
    for person in everybody {
      if let manager = hierarchy.managers[person] { reports[manager, default: []].append(person) }
    }
    func sorted(_ people: some Collection<String>) -> [String] {
      people.sorted { (hierarchy.name(of: $0), $0) < (hierarchy.name(of: $1), $1) }
    }
    for manager in reports.keys { reports[manager] = sorted(reports[manager] ?? []) }
    roots = sorted(everybody.filter { hierarchy.managers[$0] == nil })
    var next = Array(roots.reversed())
    while let person = next.popLast() {
      order.append(person)
      next += (reports[person] ?? []).reversed()
    }
  }

  /// Those who report to somebody.
  func team(of key: String) -> [String] { reports[key] ?? [] }

  /// Somebody with everybody below them.
  func subtree(_ key: String) -> [String] { [key] + team(of: key).flatMap(subtree) }

  /// What a person's number is for those above: their own call, else what their team calls.
  func effective(_ key: String) -> Numbers { calls[key] == nil ? team(key) : own(key) }

  /// What a person calls.
  func own(_ key: String) -> Numbers { Numbers(calls[key], of: hierarchy.name(of: key)) }

  /// What the topmost calls come to together.
  var total: Numbers {
    func sum(_ part: (ForecastCall) -> Double?, _ name: String) -> Figure {
      let lacking = topCalls.filter { part($0) == nil }
      guard let first = lacking.first else {
        return .value(topCalls.reduce(0) { $0 + (part($1) ?? 0) }.toTheCoin)
      }
      let who = "'\(printable(hierarchy.name(of: hierarchy.key(of: first.person))))'"
      let more = lacking.count == 2 ? " and 1 other give" : " and \(lacking.count - 1) others give"
      return .absent(because: who + (lacking.count == 1 ? " gives" : more) + " no \(name)")
    }
    return Numbers(
      worst: sum(\.worst, "worst case"), forecast: sum(\.forecast, "forecast"), best: sum(\.best, "best case")
    )
  }

  /// What those who report to a person call together.
  func team(_ key: String) -> Numbers {
    let team = team(of: key).map(effective)
    guard !team.isEmpty else {
      let none = Figure.absent(
        because: "'\(printable(hierarchy.name(of: key)))' has no team that calls")
      return Numbers(worst: none, forecast: none, best: none)
    }
    return Numbers(
      worst: Self.sum(team.map(\.worst)), forecast: Self.sum(team.map(\.forecast)),
      best: Self.sum(team.map(\.best)))
  }

  /// The sum to the coin, or why one of them is missing.
  static func sum(_ figures: [Figure]) -> Figure {
    figures.reduce(Figure.value(0)) { $0.adding($1) }.map(\.toTheCoin)
  }
}
