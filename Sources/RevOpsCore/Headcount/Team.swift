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
  }

  /// Sellers who are to start on a day.
  struct Hire: Hashable, Sendable {
    var start: CalendarDate
    var count: Int
    /// Their quota a year, where it is not the team's.
    var quota: Double?
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

  /// What a fully ramped seller is expected to book in a year.
  var perRampedSeller: Double { quota * attainment }

  /// The part of the team's people that leaves in a month: 1 - (1 - a)^(1/12).
  var monthlyAttrition: Double { 1 - power(1 - attrition, 1.0 / 12) }

  /// The same rules with nobody in the team but some who start on a day.
  func only(_ hire: Hire) -> Team {
    var team = self
    (team.ramped, team.people, team.hires) = (0, [], [hire])
    return team
  }
}
