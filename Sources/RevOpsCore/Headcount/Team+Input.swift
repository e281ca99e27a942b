extension Team {
  /// Reads the team of a section; the keys of the RevOps Engine's `capacity` block are among them.
  init(_ fields: inout Fields) {
    ramped = fields.count("aes_at_full_ramp", default: 0)
    quota = Self.notNegative(&fields, "quota_per_ae", fields.moneyIfGiven("quota_per_ae")?.units ?? 0)
    attainment = Self.notNegative(
      &fields, "expected_attainment", fields.rateIfGiven("expected_attainment")?.fraction ?? 0)
    attrition = Self.notNegative(&fields, "attrition", fields.rateIfGiven("attrition")?.fraction ?? 0)
    if attrition >= 1 {
      fields.refuse("attrition", Self.badValue, "'attrition' is a share of a team below 100%")
    }
    ramp = Self.ramp(&fields)
    timeToFill = fields.durationIfGiven("time_to_fill")
    if let span = timeToFill { _ = Self.notNegative(&fields, "time_to_fill", span.amount) }
    seasonality = Self.seasonality(&fields)
    people = fields.sections("people", Self.person)
    hires = fields.sections("hires", Self.hire)
  }

  private static let badValue = "decode.wrong-value"

  private static func notNegative(_ fields: inout Fields, _ key: String, _ value: Double) -> Double {
    if value < 0 { fields.refuse(key, badValue, "'\(key)' cannot be negative") }
    return max(0, value)
  }

  private static func ramp(_ fields: inout Fields) -> Ramp {
    guard let rates = fields.listIfGiven("ramp", of: .rate) else { return .standard }
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
    let person = Person(
      name: fields.text("name"), start: fields.dateIfGiven("start_date"),
      lastDay: fields.dateIfGiven("end_date"), quota: fields.moneyIfGiven("quota")?.units)
    _ = notNegative(&fields, "quota", person.quota ?? 0)
    if let start = person.start, let lastDay = person.lastDay, lastDay < start {
      fields.refuse("end_date", badValue, "'\(printable(person.name))' leaves before the start")
    }
    return person
  }

  private static func hire(_ fields: inout Fields) -> Hire {
    let hire = Hire(
      start: fields.date("start_date"), count: fields.count("count", default: 1),
      quota: fields.moneyIfGiven("quota")?.units)
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

extension Workspace {
  /// The team that the workspace's `capacity` section describes, for areas that count on it; nil without one.
  ///
  /// What else the section holds is read and judged where it belongs.
  func statedTeam() throws(InputErrors) -> Team? {
    guard has("capacity") else { return nil }
    var fields = fields(of: "capacity")
    let team = Team(&fields)
    if let errors = InputErrors(fields.problems) { throw errors }
    return team
  }
}
