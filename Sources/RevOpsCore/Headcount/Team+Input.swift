extension Team {
  /// Reads the team of a section; the keys of the RevOps Engine's `capacity` block are among them.
  init(_ fields: inout Fields) {
    ramped = fields.count("aes_at_full_ramp", default: 0)
    isGiven = ["aes_at_full_ramp", "people", "hires"].contains { fields.given($0) != nil }
    quota = Self.notNegative(&fields, "quota_per_ae", fields.moneyIfGiven("quota_per_ae")?.units ?? 0)
    attainment = Self.notNegative(
      &fields, "expected_attainment", fields.rateIfGiven("expected_attainment")?.fraction ?? 0)
    attrition = Self.notNegative(&fields, "attrition", fields.rateIfGiven("attrition")?.fraction ?? 0)
    if attrition >= 1 {
      fields.refuse("attrition", Self.badValue, "'attrition' is a share of a team below 100%")
    }
    isRampGiven = fields.given("ramp") != nil
    ramp = Self.ramp(&fields) ?? .standard
    timeToFill = fields.durationIfGiven("time_to_fill")
    if let span = timeToFill { _ = Self.notNegative(&fields, "time_to_fill", span.amount) }
    seasonality = Self.seasonality(&fields)
    rules = fields.namedSections("by_role") { rule in
      (
        quota: rule.moneyIfGiven("quota").map { Self.notNegative(&rule, "quota", $0.units) },
        ramp: Self.ramp(&rule)
      )
    }.map { Rule(name: $0.name, quota: $0.value.quota, ramp: $0.value.ramp) }
    roles = fields.list("roles", of: .text)
    leastSellers = max(1, fields.count("ramp_least_sellers", default: leastSellers))
    hireFrom = fields.dateIfGiven("hire_from")
    namesPeople = fields.given("people") != nil
    people = fields.sections("people", Self.person)
    hires = fields.sections("hires", Self.hire)
  }

  private static let badValue = "decode.wrong-value"

  private static func notNegative(_ fields: inout Fields, _ key: String, _ value: Double) -> Double {
    if value < 0 { fields.refuse(key, badValue, "'\(key)' cannot be negative") }
    return max(0, value)
  }

  static func ramp(_ fields: inout Fields) -> Ramp? {
    guard let rates = fields.listIfGiven("ramp", of: .rate) else { return nil }
    let shares = rates.map(\.fraction)
    if shares.contains(where: { !(0...1).contains($0) }) {
      fields.refuse("ramp", badValue, "'ramp' has a month outside 0% to 100%")
    }
    return Ramp(shares: shares)
  }

  private static func seasonality(_ fields: inout Fields) -> [Double] {
    let even = [Double](repeating: 1, count: 12)
    guard let weights = fields.listIfGiven("seasonality", of: .number) else { return even }
    let sum = weights.reduce(0, +)
    guard weights.count == 12, abs(sum - 12) <= 0.005, weights.allSatisfy({ $0 >= 0 }) else {
      let found = "\(weights.count) weights that sum to \((sum * 1000).rounded() / 1000)"
      fields.refuse(
        "seasonality", badValue, "'seasonality' has \(found), but twelve that sum to 12 are wanted",
        hint: "one a month of the fiscal year, none below 0; a usual month is 1")
      return even
    }
    return weights.map { $0 * 12 / sum }
  }

  private static func person(_ fields: inout Fields) -> Person {
    var person = Person(
      name: fields.text("name"), start: fields.dateIfGiven("start_date"),
      lastDay: fields.dateIfGiven("end_date"), quota: fields.moneyIfGiven("quota")?.units,
      role: fields.textIfGiven("role"), segment: fields.textIfGiven("segment"))
    let (away, back) = (fields.dateIfGiven("leave_start"), fields.dateIfGiven("leave_end"))
    if let away { person.leaves = [Period(from: away, to: back?.adding(days: 1) ?? .latest)] }
    if let back, back < away ?? .latest {
      fields.refuse(
        "leave_end", badValue, "the leave of '\(printable(person.name))' ends before it begins")
    }
    _ = notNegative(&fields, "quota", person.quota ?? 0)
    if let start = person.start, let lastDay = person.lastDay, lastDay < start {
      fields.refuse("end_date", badValue, "'\(printable(person.name))' leaves before the start")
    }
    return person
  }

  private static func hire(_ fields: inout Fields) -> Hire {
    let hire = Hire(
      start: fields.date("start_date"), count: fields.count("count", default: 1),
      quota: fields.moneyIfGiven("quota")?.units, role: fields.textIfGiven("role"))
    _ = notNegative(&fields, "quota", hire.quota ?? 0)
    return hire
  }
}

extension FieldKind where Value == Period {
  /// A fiscal year, `2026` or `FY26`, by the company's calendar.
  static var fiscalYear: FieldKind {
    let placeholder = Period(from: .earliest, to: .earliest)
    return quantity("fiscal year", "a fiscal year such as 2026 or FY26", placeholder: placeholder) {
      text, context throws(QuantityError) in
      let period = try Period.parse(text, fiscal: context.fiscal)
      switch period.kind {
      case .fiscalYear: return period
      case .year(let year):
        if let fiscal = context.fiscal.year(year) { return fiscal }
      default: break
      }
      throw QuantityError(text, "a fiscal year such as 2026 or FY26 is wanted")
    }
  }
}

/// What the workspace's `plan` asks of a team.
struct Planned: Sendable {
  var year: Period?
  var newBusiness: Double?
  /// Where the new business stands.
  var place: Place?
}

extension Workspace {
  /// The year and the new business of the workspace's `plan`, for a team that states neither.
  func planned() throws(InputErrors) -> Planned {
    var fields = fields(of: "plan")
    let year = fields.valueIfGiven("fiscal_year", as: .fiscalYear)
    var targets = Fields(fields.given("targets"), path: "plan.targets", context: company.fieldContext)
    let newBusiness = targets.moneyIfGiven("new_business")?.units
    if let errors = InputErrors(fields.problems + targets.problems) { throw errors }
    return Planned(year: year, newBusiness: newBusiness, place: targets.place(of: "new_business"))
  }

  /// The team that the workspace's `capacity` section and its tables describe, for areas that count on it; nil
  /// without the section.
  ///
  /// What else the section holds is read and judged where it belongs.
  func statedTeam(in year: Period) throws(InputErrors) -> Team? {
    guard has("capacity") else { return nil }
    var fields = fields(of: "capacity")
    var team = Team(&fields)
    if let errors = InputErrors(fields.problems) { throw errors }
    team.complete(from: try roster(), in: year)
    return team
  }
}
