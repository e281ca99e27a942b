/// Who the data says is in the team, and what they were credited with.
struct Roster: Sendable {
  var sellers: [Seller] = []
  var credits: [SellerCredit]?
  var asOf: CalendarDate

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
    Roster(sellers: try sellers(), credits: try sellerCredits(), asOf: asOf.date)
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
    guard let credits = roster.credits, !roster.sellers.isEmpty else { return }
    let ever = Period(from: .earliest, to: .latest)
    let keys = Set(roster.sellers.carriers(of: roles, in: ever).map(\.key))
    let carriers = roster.joined.filter { keys.contains($0.key) }
    var fit = RampFit(carriers, credits, asOf: roster.asOf, leastSellers: leastSellers)
    if !isRampGiven, let fitted = fit.ramp {
      ramp = fitted
      fit.isUsed = true
    }
    rampFit = fit
  }
}
