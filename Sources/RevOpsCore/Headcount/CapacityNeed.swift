/// What a target asks of a team, beside what the team can bring.
struct CapacityNeed: Hashable, Sendable {
  /// Fully ramped sellers that the target asks for, before rounding.
  ///
  ///     target / (quota × attainment)
  ///
  /// $5M at $600K and 70 % asks for 11.9.
  var requiredExact: Figure
  /// The same in whole sellers: 12.
  var required: Figure
  /// Target less what the team can bring; below zero where the team can bring more.
  var gap: Figure
  /// What one more seller brings within the year from `hireFrom`, attrition counted.
  var perHire: Figure
  /// Whole sellers to hire on `hireFrom`, beyond those already planned, so that the year's target is met.
  var hiresNeeded: Figure
  /// The first day on which somebody more could start.
  var hireFrom: CalendarDate

  /// - Parameters:
  ///   - team: The team and its rules.
  ///   - year: The fiscal year.
  ///   - target: What it asks for.
  ///   - hireFrom: The first day on which somebody more could start.
  ///   - capacity: What the team can bring in the year.
  init(_ team: Team, in year: Period, target: Figure, hireFrom: CalendarDate, capacity: Figure) {
    self.hireFrom = hireFrom
    gap = target.less(capacity)
    guard team.perRampedSeller > 0 else {
      let missing = team.fullQuota.flatMap { _ in team.expectedAttainment }
      (requiredExact, required, perHire, hiresNeeded) = (missing, missing, missing, missing)
      return
    }
    requiredExact = target.map { $0 / team.perRampedSeller }
    required = requiredExact.map(wholeUp)
    let one = team.only(Team.Hire(start: hireFrom, count: 1))
    let each = MonthModel(one, in: year, target: .value(0)).capacity
    perHire = each
    hiresNeeded = gap.flatMap { gap in
      if !Self.isShort(by: gap, of: target) { return .value(0) }
      return each.flatMap { each in
        each > 0
          ? .value(wholeUp(gap / each))
          : .absent(because: "nobody who starts on \(hireFrom) brings anything within the year")
      }
    }
  }

  /// What to do about a gap: the hires that close it, or why hiring does not.
  static func advice(hires: Figure, by day: String) -> String {
    switch hires {
    case .value(let hires): "hire \(Int(hires)) by \(day), or lower the target"
    case .absent(let reason): "lower the target; how many to hire is not known: \(reason)"
    }
  }

  /// Whether a gap to a target is more than the last digits of arithmetic.
  static func isShort(by gap: Double, of target: Figure) -> Bool { gap > 1e-9 * max(1, target.value ?? 0) }

  /// The first of the month in which somebody more could start: the year's first, or the month after a later day.
  static func firstStart(in year: Period, asOf day: CalendarDate) -> CalendarDate {
    guard day > year.start else { return year.start }
    return day.startOfMonth == day ? day : day.startOfMonth.adding(months: 1)
  }
}
