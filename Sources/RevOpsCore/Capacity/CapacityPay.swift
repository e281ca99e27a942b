extension Capacity {
  /// How sellers are paid.
  struct Pay: Hashable, Sendable {
    /// On-target earnings a year, in currency units.
    var ote: Double
    /// The part of it that depends on attainment.
    var variable: Double

    init(_ fields: inout Fields) {
      ote = fields.money("ote").units
      variable = fields.rate("variable").fraction
      if ote < 0 { fields.refuse("ote", "decode.wrong-value", "'ote' cannot be negative") }
      if !(0...1).contains(variable) {
        fields.refuse("variable", "decode.wrong-value", "'variable' is a share of pay, from 0% to 100%")
      }
    }
  }

  /// What sellers are paid in the year, without accelerators: the fixed part to everybody, the variable part at the
  /// attainment expected, and to those in their ramp at the share that the ramp gives.
  ///
  ///     comp cost = OTE × ((1 - variable) × person-years + variable × attainment × ramped-rep years)
  static func compCost(_ input: Input, _ model: MonthModel) -> Figure {
    guard let pay = input.pay else { return .absent(because: "needs 'pay' with ote and variable") }
    let paid = model.sum(\.rre).times(input.team.expectedAttainment)
    return model.sum(\.heads).flatMap { heads in
      paid.map { pay.ote * ((1 - pay.variable) * heads + pay.variable * $0) / 12 }
    }
  }
}

/// What the rule of thumb hires beside the cheapest plan.
public struct RuleHires: Hashable, Sendable, Encodable {
  /// The rule's upper number of sellers, less those there and those planned.
  var hires: Figure
  /// What they cost within the year, all starting as early as somebody can.
  var cost: Figure
  /// What the team then brings in the year.
  var capacity: Figure
  /// The target less that.
  var gap: Figure
}

extension Capacity {
  /// The rule's hires priced and carried like the plan's; nil unless hires are asked for.
  static func ruleHires(_ input: Input, _ model: MonthModel, _ need: CapacityNeed) -> RuleHires? {
    guard let hiring = input.hiring else { return nil }
    let rule = RuleOfThumb(required: need.requiredExact, ramp: input.team.ramp)
    let planned = Double(input.team.hires.reduce(0) { $0 + $1.count })
    let there = (model.months.first?.heads ?? .value(0)).map { $0 + planned }
    let hires = rule.high.less(there).map { max(0, wholeUp($0)) }
    let one = MonthModel(
      input.team.only(Team.Hire(start: input.hireFrom, count: 1)), in: input.year, target: .value(0))
    let capacity = model.capacity.adding(hires.times(one.capacity))
    let each: Figure =
      input.support.costs["ae"].map { cost in one.sum(\.heads).map { hiring.costPerHire + cost / 12 * $0 } }
      ?? .absent(because: "needs loaded_cost.ae")
    return RuleHires(
      hires: hires, cost: hires.times(each), capacity: capacity,
      gap: capacity.map { input.target - $0 })
  }
}
