extension Capacity {
  /// What the cheapest hires have to keep to.
  struct Hiring: Hashable, Sendable {
    /// The spans that each have to be covered.
    enum Span: String, CaseIterable, Sendable {
      case month, quarter, year

      var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
      }
    }

    /// What it costs to find and start one, in currency units.
    var costPerHire: Double
    /// The most sellers that can start in one month.
    var mostPerMonth: Int
    /// The most that hires may cost within the year.
    var budget: Double?
    /// The spans of which each is to reach its target.
    var meets: Span
    /// From today to the first day on which somebody more could start.
    var recruitingLead: TimeSpan?

    init(_ fields: inout Fields) {
      costPerHire =
        Self.notNegative(&fields, "cost_per_hire", fields.moneyIfGiven("cost_per_hire")?.units) ?? 0
      mostPerMonth = fields.count("max_hires_per_month")
      budget = Self.notNegative(&fields, "budget", fields.moneyIfGiven("budget")?.units)
      meets = fields.choice("meets", default: .year)
      recruitingLead = fields.durationIfGiven("recruiting_lead")
      if let lead = recruitingLead, lead.amount < 0 {
        fields.refuse("recruiting_lead", "decode.wrong-value", "'recruiting_lead' cannot be negative")
      }
    }

    private static func notNegative(_ fields: inout Fields, _ key: String, _ units: Double?) -> Double? {
      if let units, units < 0 {
        fields.refuse(key, "decode.wrong-value", "'\(key)' cannot be negative")
        return 0
      }
      return units
    }
  }

  /// The sellers to hire beyond those planned, at least cost; nil unless asked for.
  ///
  /// Hires start on the first of a month and thin by attrition; unlike today's team they have nobody
  /// follow them, since whom to hire is what the plan decides.
  static func hiring(_ input: Input, _ model: MonthModel) -> HiringPlan.Solution? {
    guard let hiring = input.hiring else { return nil }
    guard let cost = input.support.costs["ae"] else { return .none(because: "needs loaded_cost.ae") }
    let team = input.team
    var seller = HiringPlan.Role(
      "ae", heads: 0, capacity: team.perRampedSeller / 12, ramp: team.ramp.shares,
      monthlyAttrition: team.monthlyAttrition, monthlyPay: cost / 12, hireCost: hiring.costPerHire,
      mostHires: hiring.mostPerMonth, recruitingLead: lead(input))
    seller.capacityByMonth = model.months.map(\.capacity)
    let targets = stride(from: 0, to: model.months.count, by: hiring.meets.months).map { first in
      let span = first..<min(first + hiring.meets.months, model.months.count)
      let names = [model.months[span.lowerBound].month, model.months[span.upperBound - 1].month]
      return HiringPlan.Target(
        span.count > 1 ? names.joined(separator: " to ") : names[0], months: span,
        amount: span.reduce(0) { $0 + model.months[$1].target })
    }
    let plan = HiringPlan(
      months: model.months.count, roles: [seller], targets: targets, seasons: team.seasonality,
      budget: hiring.budget)
    return plan.solved()
  }

  /// Months of the year that begin before anybody more could start.
  private static func lead(_ input: Input) -> Int {
    (0..<12).first { input.year.start.adding(months: $0) >= input.hireFrom } ?? 12
  }

  /// The cheapest hires as a section of the report, beside what the rule of thumb would hire.
  static func section(_ hiring: HiringPlan.Solution, _ result: Result) -> Report.Section {
    let total = hiring.hires.reduce(0) { $0 + $1.total }
    var blocks: [Report.Block] = [
      .figures([
        .init("cost", "Cost within the year", .money(hiring.cost)),
        .init(
          "bound", "No plan costs less than", .money(hiring.bound),
          verdict: hiring.proved ? .init("proved", .good) : nil),
        .init(
          "budget_left", "Left of the budget", .money(hiring.budgetLeft),
          verdict: (hiring.budgetLeft.value ?? 0) < -0.005 ? .init("over budget", .poor) : nil),
        .init("month_later", "Starting a month later costs", .money(hiring.monthLater)),
      ])
    ]
    let rows: [[Report.Cell]] = result.months.indices.compactMap { month in
      let starts = hiring.hires.reduce(0) { $0 + $1.byMonth[month] }
      return starts > 0 ? [.text(result.months[month].month), .count(.value(Double(starts)))] : nil
    }
    if !rows.isEmpty {
      let columns: [Report.Column] = [.init("month", "Month"), .init("hires", "Sellers who start")]
      blocks.append(.table(.init("starts", columns: columns, rows: rows)))
    }
    if let rule = result.ruleHires {
      let columns: [Report.Column] = [
        .init("plan", "Plan"), .init("hires", "Hires"), .init("cost", "Cost"), .init("gap", "Year's gap"),
      ]
      let cheapest: Figure = hiring.cost.value == nil ? hiring.cost : .value(Double(total))
      let gap: Figure = hiring.cost.value == nil ? hiring.cost : hiring.carried.map { result.gap - $0 }
      blocks.append(
        .table(
          .init(
            "comparison", columns: columns,
            rows: [
              [.text("cheapest"), .count(cheapest), .money(hiring.cost), .money(gap)],
              [.text("rule of thumb"), .count(rule.hires), .money(rule.cost), .money(rule.gap)],
            ])))
    }
    return Report.Section("hiring", "Cheapest hires beyond those planned", blocks)
  }
}
