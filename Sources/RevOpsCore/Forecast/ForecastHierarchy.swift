/// Who reports to whom, to any depth.
struct ForecastHierarchy: Hashable, Sendable {
  /// What people are called, by key.
  private(set) var names: [String: String] = [:]
  private var keyOf: [String: String] = [:]
  /// The manager's key of each person who has one.
  private(set) var managers: [String: String] = [:]
  /// What each person is to book in a year, in currency units.
  private(set) var quotas: [String: Double] = [:]
  /// Those who carry a quota on the day of the run: at work, and nobody's manager.
  private(set) var carriers: [Seller] = []
  /// The owners whom the deals alone put under somebody, and not all of them under the same.
  private(set) var divided: [DealManagers.Owner] = []
  /// The keys of those whom the `reps` table puts under somebody.
  private var placed: Set<String> = []

  /// Puts people under their managers: by the `reps` table, else by the calls, else by the deals.
  ///
  /// - Parameters:
  ///   - sellers: The people on the day of the run and before; the last row of each that has begun counts.
  ///   - calls: Their own column of managers.
  ///   - deals: The table of deals with owners and their managers, all rows of which say it.
  ///   - asOf: The day of the run.
  /// - Throws: People who report to themselves, over others or at once.
  init(
    _ sellers: [Seller], calls: [ForecastCall], deals: DataTable?, asOf: CalendarDate
  ) throws(InputErrors) {
    for seller in sellers {
      names[seller.key] = seller.name
      keyOf[seller.key] = seller.key
      if keyOf[seller.name] == nil { keyOf[seller.name] = seller.key }
    }
    var isSettled: Set<String> = []
    for seller in sellers where seller.start ?? .earliest <= asOf || !isSettled.contains(seller.key) {
      isSettled.insert(seller.key)
      managers[seller.key] = seller.manager.map { key(of: $0) }
      quotas[seller.key] = seller.quota
    }
    placed = Set(managers.keys)
    let today = Period(from: asOf, to: asOf.adding(days: 1))
    carriers = sellers.carriers(of: [], in: today).filter { $0.daysPresent(in: today) > 0 }
    for call in calls {
      guard let manager = call.manager, manager != call.person else { continue }
      add(call.person, under: manager)
    }
    let ofDeals = deals.map { DealManagers($0) } ?? DealManagers()
    for owner in ofDeals.owners where managers[key(of: owner.name)] == nil {
      add(owner.name, under: owner.manager)
      if owner.others > 0 { divided.append(owner) }
    }
    try refuseCircles(sellers, calls, ofDeals)
  }

  /// The same with the managers that the calls of one period name: who moved stood under another one before.
  ///
  /// What the `reps` table says stays, and so does whatever a name would make a circle of.
  func during(_ calls: [ForecastCall]) -> ForecastHierarchy {
    var hierarchy = self
    for call in calls {
      guard let manager = call.manager.map({ key(of: $0) }) else { continue }
      let person = key(of: call.person)
      guard manager != person, !placed.contains(person), !hierarchy.above(manager).contains(person) else {
        continue
      }
      hierarchy.managers[person] = manager
    }
    return hierarchy
  }

  private mutating func add(_ person: String, under manager: String) {
    if managers[key(of: person)] == nil { managers[key(of: person)] = key(of: manager) }
  }

  /// What tells a person apart, however the file calls them.
  func key(of text: String) -> String { keyOf[text] ?? text }

  /// Whether people are known of whom somebody is not one.
  func isStranger(_ key: String) -> Bool { !names.isEmpty && names[self.key(of: key)] == nil }

  /// Calls in which a person who is written by id here and by name there has one of the two, that of the first row.
  func unified(_ calls: [ForecastCall]) -> [ForecastCall] {
    var written: [String: String] = [:]
    return calls.map { call in
      var call = call
      let key = key(of: call.person)
      call.person = written[key] ?? call.person
      written[key] = call.person
      return call
    }
  }

  /// What a person is called.
  func name(of key: String) -> String { names[key] ?? key }

  /// The people above somebody, the nearest first.
  func above(_ key: String) -> [String] {
    var path: [String] = []
    var next = managers[key]
    while let manager = next, path.count <= managers.count {
      path.append(manager)
      next = managers[manager]
    }
    return path
  }

  /// Whether one of some callers is above a person, so that the person's own call is part of theirs.
  ///
  /// Managers in between who call nothing pass on what is called below them.
  func isPart(_ key: String, ofAny callers: Set<String>) -> Bool {
    above(key).contains(where: callers.contains)
  }

  private func refuseCircles(
    _ sellers: [Seller], _ calls: [ForecastCall], _ deals: DealManagers
  ) throws(InputErrors) {
    var circles: [Diagnostic] = []
    var told: Set<String> = []
    for person in managers.keys.sorted() {
      let above = above(person)
      guard above.contains(person), told.insert(person).inserted else { continue }
      told.formUnion(above)
      // Where the manager of the person is said.
      let place =
        sellers.last { $0.key == person }?.place
        ?? calls.first { key(of: $0.person) == person && $0.manager != nil }?.place
        ?? deals.owners.first { key(of: $0.name) == person }?.place
      let path = above.prefix { $0 != person }.map { "'\(printable(name(of: $0)))'" }
      let over = path.isEmpty ? "" : " over " + path.joined(separator: " and ")
      circles.append(
        Diagnostic(
          "forecast.circle", "'\(printable(name(of: person)))' reports to themselves\(over)", at: place,
          hint: "leave the manager of the topmost person empty"))
    }
    if let errors = InputErrors(circles) { throw errors }
  }
}

extension ForecastHierarchy {
  /// The columns of the opportunities that say who reports to whom.
  static let columns = ColumnUse.uses(.labels, of: ["owner", "manager"])
}

extension Workspace {
  /// The calls, and who reports to whom by the `reps` table, else by the calls, else by the opportunities.
  func callsAndHierarchy() throws(InputErrors) -> (calls: [ForecastCall], hierarchy: ForecastHierarchy) {
    let calls = try forecastCalls()
    let hierarchy = try ForecastHierarchy(
      try sellers(), calls: calls, deals: table("opportunities"), asOf: asOf.date)
    return (hierarchy.unified(calls), hierarchy)
  }
}
