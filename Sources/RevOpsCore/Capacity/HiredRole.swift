extension Capacity {
  /// A role that the hiring plan may hire, as the section `hiring.roles` describes it.
  struct HiredRole: Hashable, Sendable {
    var name: String
    /// A full quota a year for a role that sells; nil for one that is there for others.
    var quota: Double?
    var ramp: Ramp?
    var attrition: Double?
    /// Loaded cost a year; nil to take that of `loaded_cost`.
    var loadedCost: Double?
    var costPerHire: Double?
    var mostPerMonth: Int
    var recruitingLead: TimeSpan?
    /// How many heads of other roles one of this role is there for, and which these are; empty for all that sell.
    var oneFor: Double?
    var of: [String]
    /// How many have to be there in any case, and from which day.
    var atLeast: Double?
    var from: CalendarDate?
    /// How many are there today, of a role that does not sell.
    var heads: Double

    /// Whether it carries a part of the target.
    var sells: Bool { quota != nil }

    static func list(_ fields: inout Fields) -> [HiredRole] {
      fields.namedSections("roles") { role in
        HiredRole(
          name: "", quota: role.amountIfGiven("quota"), ramp: Team.ramp(&role),
          attrition: role.shareIfGiven("attrition"), loadedCost: role.amountIfGiven("loaded_cost"),
          costPerHire: role.amountIfGiven("cost_per_hire"),
          mostPerMonth: role.count("max_hires_per_month", default: 1),
          recruitingLead: role.durationIfGiven("recruiting_lead"),
          oneFor: role.numberIfGiven("one_for").map { role.notNegative($0, "one_for") },
          of: role.list("of", of: .text),
          atLeast: role.numberIfGiven("at_least").map { role.notNegative($0, "at_least") },
          from: role.dateIfGiven("from"),
          heads: role.numberIfGiven("heads").map { role.notNegative($0, "heads") } ?? 0)
      }.map { name, role in
        var role = role
        role.name = name
        return role
      }
    }

    /// Takes from the rest of the section what the role does not say: the sellers' quota, the ratio and the cost of
    /// the roles that follow, the people that the pipeline and the ARR ask for.
    mutating func complete(from team: Team, _ support: SupportRatios, target: Double) {
      let rule = team.rules.first { ImportKey($0.name).text == ImportKey(name).text }
      loadedCost = loadedCost ?? support.costs[name]
      guard oneFor == nil, atLeast == nil else { return }
      switch name {
      case "se": oneFor = support.aesPerSE
      case "manager": oneFor = support.aesPerManager
      case "sdr", "csm":
        let follows = support.roles(heads: .value(0), target: target).first { $0.role == name }
        atLeast = follows?.heads.value
      default:
        quota = quota ?? rule?.quota ?? (name == "ae" ? team.quota : nil)
        ramp = ramp ?? rule?.ramp
      }
    }
  }

  /// The roles to hire with what holds for each; the sellers alone where none are named.
  ///
  /// Today's sellers stand in the first role that sells: what they bring counts for the target and they for the
  /// ratios, whatever they are called.
  static func roles(_ hiring: Hiring, _ input: Input, _ model: MonthModel) -> [HiringPlan.Role] {
    let team = input.team
    var isFirst = true
    return hiring.roles.map { role in
      let attrition =
        role.attrition.map { 1 - power(1 - min(0.999999, $0), 1.0 / 12) } ?? team.monthlyAttrition
      let lead = role.recruitingLead.map { lead in
        input.monthsUntil(CapacityNeed.firstStart(in: input.year, asOf: input.asOf.adding(lead)))
      }
      var found = HiringPlan.Role(
        role.name, heads: role.sells ? 0 : role.heads,
        capacity: role.sells ? (role.quota ?? 0) * team.attainment / 12 : 0,
        ramp: role.sells ? (role.ramp ?? team.ramp).shares : [], monthlyAttrition: attrition,
        monthlyPay: (role.loadedCost ?? 0) / 12, hireCost: role.costPerHire ?? hiring.costPerHire,
        mostHires: role.mostPerMonth, recruitingLead: lead ?? input.monthsUntil(input.hireFrom))
      if role.sells, isFirst {
        isFirst = false
        found.capacityByMonth = model.months.map { $0.capacity.value ?? 0 }
        found.headsByMonth = model.months.map { $0.heads.value ?? 0 }
      }
      return found
    }
  }

  /// The ratios that the roles keep to one another.
  static func supports(_ hiring: Hiring) -> [HiringPlan.Support] {
    let sellers = hiring.roles.filter(\.sells).map(\.name)
    return hiring.roles.compactMap { role in
      role.oneFor.map { HiringPlan.Support(role.name, for: role.of.isEmpty ? sellers : role.of, ratio: $0) }
    }
  }

  /// The people who have to be there in any case.
  static func minima(_ hiring: Hiring, _ input: Input) -> [HiringPlan.Minimum] {
    hiring.roles.compactMap { role in
      role.atLeast.map { heads in
        HiringPlan.Minimum(role.name, heads: heads, from: role.from.map(input.monthsUntil) ?? 0)
      }
    }
  }

  /// The budgets of single months and quarters.
  static func spending(_ hiring: Hiring, _ model: MonthModel) -> [HiringPlan.Spending] {
    let names = model.months.map(\.month)
    let months = hiring.budgetPerMonth.map { amount in
      names.indices.map { HiringPlan.Spending(names[$0], months: $0..<($0 + 1), amount: amount) }
    }
    let quarters = hiring.budgetPerQuarter.map { amount in
      stride(from: 0, to: names.count, by: 3).map { first in
        let end = min(first + 3, names.count)
        return HiringPlan.Spending(
          "\(names[first]) to \(names[end - 1])", months: first..<end, amount: amount)
      }
    }
    return (months ?? []) + (quarters ?? [])
  }
}

extension Capacity.Input {
  /// Months of the year that begin before a day.
  func monthsUntil(_ day: CalendarDate) -> Int {
    (0..<12).first { year.start.adding(months: $0) >= day } ?? 12
  }
}
