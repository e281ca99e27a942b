/// Who the data says is in the team, and what they were credited with.
struct Roster: Sendable {
  var sellers: [Seller] = []
  var credits: [SellerCredit]?
  var asOf: CalendarDate
  /// A fit made before, with what it was made of.
  private var fitted: (roles: [String], fit: RampFit)?

  init(sellers: [Seller] = [], credits: [SellerCredit]? = nil, asOf: CalendarDate) {
    (self.sellers, self.credits, self.asOf) = (sellers, credits, asOf)
  }

  /// The ramp that the credits of some roles show; nil without credits or people.
  func fit(of roles: [String], leastSellers: Int) -> RampFit? {
    if let fitted, fitted.roles == roles, fitted.fit.leastSellers == leastSellers { return fitted.fit }
    guard let credits, !sellers.isEmpty else { return nil }
    let ever = Period(from: .earliest, to: .latest)
    let keys = Set(sellers.carriers(of: roles, in: ever).map(\.key))
    return RampFit(
      joined.filter { keys.contains($0.key) }, credits, asOf: asOf, leastSellers: leastSellers)
  }

  /// Keeps the fit of some roles for those who ask for it next.
  mutating func keepFit(of roles: [String], leastSellers: Int) {
    fitted = fit(of: roles, leastSellers: leastSellers).map { (roles, $0) }
  }

  /// The people who carry a quota in a period, each once: who moved is taken from their first day to their last, with
  /// the quota of their last row, and away in between.
  func people(of roles: [String], in period: Period) -> [Team.Person] {
    let carriers = Set(sellers.carriers(of: roles, in: period).map(\.key))
    return joined.filter { carriers.contains($0.key) }.map { seller in
      Team.Person(
        name: seller.name, start: seller.start, lastDay: seller.lastDay, quota: seller.quota,
        role: seller.role, segment: seller.segment, leaves: seller.leaves)
    }
  }

  /// The rows of each person as one.
  var joined: [Seller] {
    var order: [String] = []
    var rows: [String: [Seller]] = [:]
    for seller in sellers {
      if rows[seller.key] == nil { order.append(seller.key) }
      rows[seller.key, default: []].append(seller)
    }
    return order.compactMap { key in
      let stints = (rows[key] ?? []).sorted { ($0.start ?? .earliest) < ($1.start ?? .earliest) }
      guard var seller = stints.last, let first = stints.first else { return nil }
      seller.start = first.start
      seller.leaves = stints.flatMap(\.leaves)
      for (before, after) in zip(stints, stints.dropFirst()) {
        guard let last = before.lastDay?.adding(days: 1), let next = after.start, last < next else {
          continue
        }
        seller.leaves.append(Period(from: last, to: next))
      }
      return seller
    }
  }
}

extension Workspace {
  /// The people and credits of the tables; empty without them.
  func roster() throws(InputErrors) -> Roster {
    if let keptRoster { return keptRoster }
    return Roster(sellers: try sellers(), credits: try sellerCredits(), asOf: asOf.date)
  }

  /// The same, where it has been kept.
  var keptRoster: Roster? { kept["roster"] as? Roster }

  /// Keeps the people and the ramp that the section `capacity` asks of them.
  mutating func keepRoster() {
    guard keptRoster == nil, var roster = try? roster() else { return }
    var fields = fields(of: "capacity")
    let team = Team(&fields)
    roster.keepFit(of: team.roles, leastSellers: team.leastSellers)
    kept["roster"] = roster
  }
}

extension Team {
  /// Takes from the data what the section leaves out: people where it names none and no number of them, and the ramp
  /// where it gives none and the data shows one.
  mutating func complete(from roster: Roster, in year: Period) {
    if ramped == 0, !namesPeople, !roster.sellers.isEmpty {
      people = roster.people(of: roles, in: year)
      isFromTable = !people.isEmpty
    }
    guard var fit = roster.fit(of: roles, leastSellers: leastSellers) else { return }
    if !isRampGiven, let fitted = fit.ramp {
      ramp = fitted
      fit.isUsed = true
    }
    rampFit = fit
  }
}
