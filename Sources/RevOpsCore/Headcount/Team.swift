/// The sellers of a plan year, and how they come, learn and leave.
public struct Team: Hashable, Sendable {
  /// A seller known by name.
  struct Person: Hashable, Sendable {
    var name: String
    /// The first day; without one the seller is fully ramped.
    var start: CalendarDate?
    /// The last day at work, where it is known.
    var lastDay: CalendarDate?
    /// Their own quota a year, in currency units.
    var quota: Double?
    var role: String?
    var segment: String?
    /// Days away, such as parental leave.
    var leaves: [Period] = []
  }

  /// Sellers who are to start on a day.
  struct Hire: Hashable, Sendable {
    var start: CalendarDate
    var count: Int
    /// Their quota a year, where it is not the team's.
    var quota: Double?
    var role: String?
  }

  /// What holds for a role or a segment where it differs from the team.
  struct Rule: Hashable, Sendable {
    var name: String
    var quota: Double?
    var ramp: Ramp?
  }

  /// Sellers who are fully ramped when the year begins, beside those known by name.
  var ramped = 0
  var people: [Person] = []
  var hires: [Hire] = []
  /// A full quota a year, in currency units.
  var quota = 0.0
  /// The share of quota that a seller is expected to reach.
  var attainment = 0.0
  var ramp = Ramp.standard
  /// The share of a team that leaves in a year.
  var attrition = 0.0
  /// From a leaver's last day to the first day of the one who follows; nil where nobody follows.
  var timeToFill: TimeSpan?
  /// How the year's business falls on its months: twelve weights that sum to 12.
  var seasonality = [Double](repeating: 1, count: 12)
  /// Rules of roles and segments that differ.
  var rules: [Rule] = []
  /// The roles of the reps table that sell; empty for whoever has a quota and is nobody's manager.
  var roles: [String] = []
  /// How many sellers a fitted ramp needs in each month of tenure.
  var leastSellers = 5
  /// The first day on which somebody more could start, where it is given.
  var hireFrom: CalendarDate?
  /// Whether the section lists people by name, and gives a ramp.
  var namesPeople = false
  var isRampGiven = false
  /// Whether the section says who is there or comes, be it nobody.
  var isGiven = false
  /// Whether the people come from the reps table.
  var isFromTable = false
  /// The ramp that the credits show; nil without credits.
  var rampFit: RampFit?

  /// What a fully ramped seller is expected to book in a year.
  var perRampedSeller: Double { quota * attainment }

  /// A full quota a year; absent where none is given.
  var fullQuota: Figure {
    quota > 0 ? .value(quota) : .absent(because: "needs capacity.quota_per_ae above 0")
  }

  /// The share of quota that a seller is expected to reach; absent where none is given.
  var expectedAttainment: Figure {
    attainment > 0 ? .value(attainment) : .absent(because: "needs capacity.expected_attainment above 0")
  }

  /// The part of the team's people that leaves in a month: 1 - (1 - a)^(1/12).
  var monthlyAttrition: Double { 1 - power(1 - attrition, 1.0 / 12) }

  /// Whether nobody is or comes.
  var isEmpty: Bool { ramped == 0 && people.isEmpty && hires.isEmpty }

  /// Why nobody can say who is there; nil where the files say it, be it nobody.
  var undescribed: String? {
    isEmpty && !isGiven ? "needs capacity.aes_at_full_ramp, people or hires" : nil
  }

  /// Why nobody can say what the team brings; nil where its people, their quotas and their attainment are given.
  var unknown: String? {
    if let undescribed { return undescribed }
    let byName =
      people.contains { statedQuota(own: $0.quota, role: $0.role, segment: $0.segment) == nil }
      || hires.contains { statedQuota(own: $0.quota, role: $0.role, segment: nil) == nil }
    if byName || (quota == 0 && (ramped > 0 || isEmpty)) { return fullQuota.reason }
    return expectedAttainment.reason
  }

  /// The quota and the ramp of somebody: their own, else their segment's, else their role's, else the team's.
  func terms(own quota: Double?, role: String?, segment: String?) -> (quota: Double, ramp: Ramp) {
    (
      statedQuota(own: quota, role: role, segment: segment) ?? 0,
      rules(role: role, segment: segment).lazy.compactMap(\.ramp).first ?? ramp
    )
  }

  private func statedQuota(own: Double?, role: String?, segment: String?) -> Double? {
    own ?? rules(role: role, segment: segment).lazy.compactMap(\.quota).first ?? (quota > 0 ? quota : nil)
  }

  private func rules(role: String?, segment: String?) -> [Rule] {
    [segment, role].compactMap { name in
      name.flatMap { name in rules.first { ImportKey($0.name).text == ImportKey(name).text } }
    }
  }

  /// The same rules with nobody in the team but some who start on a day.
  func only(_ hire: Hire) -> Team {
    var team = self
    (team.ramped, team.people, team.hires) = (0, [], [hire])
    return team
  }
}
