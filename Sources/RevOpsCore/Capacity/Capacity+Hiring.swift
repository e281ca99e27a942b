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
    /// The most that can start in one month: sellers, or where roles are named all of them together.
    var mostPerMonth: Int?
    /// The roles that may be hired; the sellers alone unless the section names them.
    var roles: [HiredRole]
    /// Whether the section names them.
    var namesRoles: Bool
    /// The most that hires may cost within the year, in any month of it, and in any quarter.
    var budget: Double?
    var budgetPerMonth: Double?
    var budgetPerQuarter: Double?
    /// The spans of which each is to reach its target.
    var meets: Span
    /// From today to the first day on which somebody more could start.
    var recruitingLead: TimeSpan?

    init(_ fields: inout Fields) {
      costPerHire = fields.amountIfGiven("cost_per_hire") ?? 0
      namesRoles = fields.given("roles") != nil
      roles = HiredRole.list(&fields)
      mostPerMonth =
        namesRoles ? fields.countIfGiven("max_hires_per_month") : fields.count("max_hires_per_month")
      budget = fields.amountIfGiven("budget")
      budgetPerMonth = fields.amountIfGiven("budget_per_month")
      budgetPerQuarter = fields.amountIfGiven("budget_per_quarter")
      meets = fields.choice("meets", default: .year)
      recruitingLead = fields.durationIfGiven("recruiting_lead")
      if let lead = recruitingLead, lead.amount < 0 {
        fields.refuse("recruiting_lead", "decode.wrong-value", "'recruiting_lead' cannot be negative")
      }
    }

    /// The sellers as the one role that is hired where the section names none.
    static func seller(_ mostPerMonth: Int) -> HiredRole {
      HiredRole(name: "ae", mostPerMonth: mostPerMonth, of: [], heads: 0)
    }
  }

  /// The sellers to hire beyond those planned, at least cost; nil unless asked for.
  ///
  /// Hires start on the first of a month and thin by attrition; unlike today's team they have nobody
  /// follow them, since whom to hire is what the plan decides.
  static func hiring(_ input: Input, _ model: MonthModel) -> HiringPlan.Solution? {
    guard let hiring = input.hiring else { return nil }
    if let unknown = input.team.unknown { return .none(because: unknown) }
    for role in hiring.roles where role.loadedCost == nil {
      return .none(because: "needs loaded_cost.\(role.name)")
    }
    let targets = stride(from: 0, to: model.months.count, by: hiring.meets.months).map { first in
      let span = first..<min(first + hiring.meets.months, model.months.count)
      let names = [model.months[span.lowerBound].month, model.months[span.upperBound - 1].month]
      return HiringPlan.Target(
        span.count > 1 ? names.joined(separator: " to ") : names[0], months: span,
        amount: span.reduce(0) { $0 + (model.months[$1].target.value ?? 0) })
    }
    var plan = HiringPlan(
      months: model.months.count, roles: roles(hiring, input, model),
      targets: targets.map { target in
        var target = target
        target.roles = hiring.roles.filter(\.sells).map(\.name)
        return target
      }, supports: supports(hiring), seasons: input.team.seasonality,
      mostHires: hiring.namesRoles ? hiring.mostPerMonth : nil, budget: hiring.budget)
    plan.minima = minima(hiring, input)
    plan.spending = spending(hiring, model)
    return plan.solved()
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
      let starts = hiring.hires.map { $0.byMonth[month] }
      guard starts.contains(where: { $0 > 0 }) else { return nil }
      return [.text(result.months[month].month)]
        + starts.map { $0 > 0 ? .count(.value(Double($0))) : .blank }
    }
    if !rows.isEmpty {
      let columns: [Report.Column] =
        hiring.hires.count > 1
        ? [.init("month", "Month")] + hiring.hires.map { .init($0.role, title(of: $0.role)) }
        : [.init("month", "Month"), .init("hires", "Sellers who start")]
      let total =
        [Report.Cell.text("all")] + hiring.hires.map { .count(.value(Double($0.total))) }
      blocks.append(
        .table(.init("starts", columns: columns, rows: rows, total: hiring.hires.count > 1 ? total : nil)))
    }
    if let rule = result.ruleHires, hiring.hires.count <= 1 {
      let columns: [Report.Column] = [
        .init("plan", "Plan"), .init("hires", "Hires"), .init("cost", "Cost"), .init("gap", "Year's gap"),
      ]
      let cheapest: Figure = hiring.cost.value == nil ? hiring.cost : .value(Double(total))
      let gap = hiring.cost.value == nil ? hiring.cost : result.gap.less(hiring.carried)
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

  /// A role's name for people: short ones are abbreviations.
  private static func title(of role: String) -> String {
    role.count <= 3 ? role.uppercased() : role.prefix(1).uppercased() + role.dropFirst()
  }
}
