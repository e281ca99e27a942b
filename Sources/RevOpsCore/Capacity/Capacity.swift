/// Whether the team can carry the year's target: its months with ramp and attrition, and the hires that are missing.
///
/// Source: RevOps Engine, phases 6 and 11; Field Manual, module 1, on planning.
public enum Capacity: Analysis {
  public static let key = "capacity"
  public static let title = "Sales capacity"
  public static let sections = ["capacity", "plan"]
  public static let optionalTables = ["reps", "credits"]
  public static let metrics = [
    "required_aes", "heads", "ramped_heads", "ramping_heads", "rre", "productive_capacity", "capacity_gap",
    "hires_needed", "loaded_cost", "cost_of_capacity",
  ]
  public static let measures: [String] = []

  /// The section, decoded.
  public struct Input: Hashable, Sendable {
    var year: Period
    var asOf: CalendarDate
    var target: Double
    var team: Team
    var hireFrom: CalendarDate
    var support: SupportRatios
    /// What the cheapest hires keep to, where they are asked for.
    var hiring: Hiring?
    /// How sellers are paid, where it is given.
    var pay: Pay?
    var currency: String
    var benchmarks: Benchmarks
    /// Where the keys stand that findings point at.
    var places: [String: Place]
    var isAttritionGiven: Bool
  }

  /// What the team can bring against what is asked.
  public struct Result: Encodable, Sendable {
    var fiscalYear: String
    /// Currency units.
    var target: Double
    /// A full quota a year.
    var quotaPerAe: Figure
    var expectedAttainment: Figure
    /// Fully ramped sellers that the target asks for.
    var requiredAes: Figure
    /// Expected bookings of the year.
    var productiveCapacity: Figure
    /// Target less capacity.
    var gap: Figure
    /// Hires beyond those planned, all starting on `hireFrom`.
    var hiresNeeded: Figure
    var hireFrom: String
    /// What one of them brings within the year.
    var capacityPerHire: Figure
    /// Sellers at the start and the end of the year, in expectation.
    var headsFirstMonth: Figure
    var headsLastMonth: Figure
    /// Ramped-rep years: the mean of the months' ramped-rep equivalents.
    var rre: Figure
    /// Expected and named leavers of the year.
    var leavers: Figure
    var ruleOfThumb: RuleOfThumb
    var roles: [SupportRole]
    /// What the team and its support cost in the year; absent without costs.
    var loadedCost: Figure
    /// Cost for each currency unit of capacity.
    var costOfCapacity: Figure
    /// What sellers are paid in the year at the attainment expected.
    var compCost: Figure
    /// The ramp that the credits show; null without credits.
    var rampFit: RampFit?
    /// The cheapest hires by month, where they are asked for.
    var hiring: HiringPlan.Solution?
    /// What the rule of thumb would hire in its place; null unless hires are asked for.
    var ruleHires: RuleHires?
    var months: [MonthModel.Month]
  }

  public static func compute(_ input: Input) -> Result {
    let model = MonthModel(input.team, in: input.year, target: .value(input.target))
    let need = CapacityNeed(
      input.team, in: input.year, target: .value(input.target), hireFrom: input.hireFrom,
      capacity: model.capacity)
    let roles = input.support.roles(heads: model.sum(\.heads).map { $0 / 12 }, target: input.target)
    let cost = SupportRole.cost(of: roles)
    return Result(
      fiscalYear: "\(input.year)", target: input.target, quotaPerAe: input.team.fullQuota,
      expectedAttainment: input.team.expectedAttainment, requiredAes: need.required,
      productiveCapacity: model.capacity, gap: need.gap, hiresNeeded: need.hiresNeeded,
      hireFrom: "\(need.hireFrom)", capacityPerHire: need.perHire,
      headsFirstMonth: model.months.first?.heads ?? .value(0),
      headsLastMonth: model.months.last?.heads ?? .value(0),
      rre: model.sum(\.rre).map { $0 / 12 }, leavers: model.sum(\.leavers),
      ruleOfThumb: RuleOfThumb(required: need.requiredExact, ramp: input.team.ramp), roles: roles,
      loadedCost: cost, costOfCapacity: Self.costOfCapacity(cost, model.capacity),
      compCost: compCost(input, model), rampFit: input.team.rampFit, hiring: hiring(input, model),
      ruleHires: ruleHires(input, model, need), months: model.months)
  }

  private static func costOfCapacity(_ cost: Figure, _ capacity: Figure) -> Figure {
    capacity.flatMap { capacity in
      capacity > 0 ? cost.map { $0 / capacity } : .absent(because: "the team has no capacity")
    }
  }

  public static func assumptions(of result: Result, for input: Input) -> [JSONValue.Member] {
    var assumed: [JSONValue.Member] = []
    if !input.team.isRampGiven {
      assumed.append(.init("capacity.ramp", .array(input.team.ramp.shares.map(JSONValue.number))))
    }
    if input.team.isFromTable { assumed.append(.init("capacity.people", "the reps table")) }
    if !input.isAttritionGiven { assumed.append(.init("capacity.attrition", 0)) }
    return assumed
  }
}

/// The field's rule for hires, beside what the ramp says.
///
/// For 12 sellers at full ramp the rule hires 14 to 15. It holds where most are ramped already: hires who all
/// start on the year's first day bring 8.25 of 12 months by the standard ramp, so that 11.9 ramped-rep years
/// ask for 17.3 of them, 18, before anybody leaves.
///
/// Source: RevOps Engine, phase 6.
public struct RuleOfThumb: Hashable, Sendable, Encodable {
  /// What the rule hires, at least and at most.
  var low: Figure
  var high: Figure
  /// Full months that a hire of the first day brings in the year.
  var firstYearMonths: Double
  /// Hires on the first day that the target asks for where nobody is there yet, before rounding and in whole.
  var dayOneExact: Figure
  var dayOneHires: Figure

  init(required: Figure, ramp: Ramp) {
    firstYearMonths = ramp.firstYearMonths
    guard let exact = required.value else {
      (low, high, dayOneExact, dayOneHires) = (required, required, required, required)
      return
    }
    let whole = wholeUp(exact)
    low = .value(wholeUp(whole * 14 / 12))
    high = .value(wholeUp(whole * 15 / 12))
    guard firstYearMonths > 0 else {
      dayOneExact = .absent(because: "a hire brings nothing within the first year of this ramp")
      dayOneHires = dayOneExact
      return
    }
    dayOneExact = .value(exact * 12 / firstYearMonths)
    dayOneHires = .value(wholeUp(exact * 12 / firstYearMonths))
  }
}
