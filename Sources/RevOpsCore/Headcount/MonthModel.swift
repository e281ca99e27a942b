/// A team month by month: who is there, what they can bring, what is asked of them.
///
/// A seller in month k of tenure brings
///
///     ramp(k) × quota / 12 × attainment × seasonality(month)
///
/// for the share of the month that they are there. Months of tenure run from the day of the start, so that a
/// month in which the ramp steps up counts each step by its days. Attrition thins a group by
/// 1 - (1 - a)^(1/12) a month, in expectation, at the month's end; who has a known last day stays until then.
/// Leavers are followed by new hires after `timeToFill`, who ramp and leave like others. Who is away counts as a head
/// and brings nothing; tenure runs on.
struct MonthModel: Hashable, Sendable {
  /// One month.
  struct Month: Hashable, Sendable, Encodable {
    /// `2026-03`.
    var month: String
    /// Sellers employed, in person-months; absent with all that follows where nobody says who is there.
    var heads: Figure
    /// Of them, those through their ramp.
    var ramped: Figure
    /// Of them, those within it.
    var ramping: Figure
    /// Of them, those away.
    var onLeave: Figure
    /// Of them, those who bring anything.
    var productive: Figure
    /// Ramped-rep equivalents: each counted at the share that the ramp gives.
    var rre: Figure
    /// Expected bookings, in currency units; absent where the team does not say what it brings.
    var capacity: Figure
    /// What the plan asks for.
    var target = Figure.value(0)
    /// Target less capacity, of this and all months before.
    var cumulativeGap = Figure.value(0)
    /// Expected and named leavers.
    var leavers: Figure

    fileprivate init(_ span: Period, _ tally: Tally, of team: Team) {
      func people(_ count: Double) -> Figure {
        team.undescribed.map { .absent(because: $0) } ?? .value(count)
      }
      month = "\(Period.month(containing: span.start))"
      heads = people(tally.heads)
      ramped = people(tally.ramped)
      ramping = people(tally.ramping)
      onLeave = people(tally.onLeave)
      productive = people(tally.productive)
      rre = people(tally.rre)
      leavers = people(tally.leavers)
      capacity = team.unknown.map { .absent(because: $0) } ?? .value(tally.bookings)
    }
  }

  /// What is added up over a month's groups.
  fileprivate struct Tally {
    var heads = 0.0
    var ramped = 0.0
    var ramping = 0.0
    var onLeave = 0.0
    var productive = 0.0
    var rre = 0.0
    var leavers = 0.0
    var bookings = 0.0
  }

  /// The twelve months of the year.
  private(set) var months: [Month] = []
  private var groups: [Group]

  /// Walks through the year.
  ///
  /// - Parameters:
  ///   - team: The team and its rules.
  ///   - year: The fiscal year.
  ///   - target: What the year asks for; falls on the months by seasonality.
  init(_ team: Team, in year: Period, target: Figure) {
    groups = Group.all(of: team, from: year)
    var gap = Figure.value(0)
    for index in 0..<12 {
      let start = year.start.adding(months: index)
      let span = Period(from: start, to: index < 11 ? year.start.adding(months: index + 1) : year.end)
      let weight = team.seasonality[index]
      var month = walk(through: span, of: team, weight: weight)
      month.target = target.map { $0 * weight / 12 }
      gap = gap.adding(month.target.less(month.capacity))
      month.cumulativeGap = gap
      months.append(month)
    }
  }

  /// Expected bookings of the year.
  var capacity: Figure { sum(\.capacity) }

  /// The sum of a figure over the year.
  func sum(_ figure: (Month) -> Figure) -> Figure {
    months.reduce(.value(0)) { $0.adding(figure($1)) }
  }

  private mutating func walk(through span: Period, of team: Team, weight: Double) -> Month {
    var month = Tally()
    var vacancies: [(ramp: Ramp, count: Double, quota: Double)] = []
    var followers: [Group] = []
    for index in groups.indices {
      let group = groups[index]
      let presence = group.presence(in: span)
      month.heads += presence.heads
      month.onLeave += presence.away
      month.ramped += presence.ramped
      month.ramping += presence.heads - presence.ramped - presence.away
      month.productive += presence.productive
      month.rre += presence.rre
      month.bookings += presence.rre * group.quota / 12 * team.attainment * weight
      guard group.end == nil else {
        if let end = group.end, span.start < end, end <= span.end {
          month.leavers += group.count
          if let wait = team.timeToFill { followers.append(group.follower(from: end.adding(wait))) }
        }
        continue
      }
      let share = group.count > 0 ? presence.heads / group.count : 0
      let gone = group.count * (1 - power(1 - team.monthlyAttrition, share))
      groups[index].count -= gone
      month.leavers += gone
      if let known = vacancies.firstIndex(where: { $0.ramp == group.ramp }) {
        vacancies[known].count += gone
        vacancies[known].quota += gone * group.quota
      } else {
        vacancies.append((group.ramp, gone, gone * group.quota))
      }
    }
    if let wait = team.timeToFill {
      // Those of one ramp leave together, at the mean of their quotas, so that groups stay few.
      followers += vacancies.filter { $0.count > 0 }.map {
        Group(count: $0.count, start: span.end.adding(wait), quota: $0.quota / $0.count, ramp: $0.ramp)
      }
    }
    groups += followers
    return Month(span, month, of: team)
  }
}

/// Sellers of one start, end and quota.
private struct Group: Hashable, Sendable {
  /// How many, in expectation.
  var count: Double
  /// The first day; nil for those who are ramped.
  var start: CalendarDate?
  /// The day after the last; nil where it is not known.
  var end: CalendarDate?
  var quota: Double
  var ramp: Ramp
  var leaves: [Period] = []

  static func all(of team: Team, from year: Period) -> [Group] {
    var groups = [Group(count: Double(team.ramped), start: nil, quota: team.quota, ramp: team.ramp)]
    groups += team.people.map { person in
      let terms = team.terms(own: person.quota, role: person.role, segment: person.segment)
      return Group(
        count: 1, start: person.start, end: person.lastDay?.adding(days: 1), quota: terms.quota,
        ramp: terms.ramp, leaves: person.leaves)
    }
    groups += team.hires.map { hire in
      let terms = team.terms(own: hire.quota, role: hire.role, segment: nil)
      return Group(count: Double(hire.count), start: hire.start, quota: terms.quota, ramp: terms.ramp)
    }
    return groups.filter { $0.count > 0 && ($0.end ?? .latest) > year.start }
  }

  func follower(from day: CalendarDate) -> Group {
    Group(count: count, start: day, quota: quota, ramp: ramp)
  }

  /// How many are there in a month, in person-months, and how far they are.
  func presence(in month: Period) -> Ramp.Presence {
    guard month.days > 0 else { return Ramp.Presence() }
    let there = Period(from: max(month.start, start ?? .earliest), to: min(month.end, end ?? .latest))
    var presence = ramp.presence(in: there, since: start)
    for leave in leaves {
      let away = ramp.presence(in: leave.overlap(with: there), since: start)
      presence = presence - away
      presence.heads += away.heads
      presence.away += away.heads
    }
    return presence.times(count / Double(month.days))
  }
}
