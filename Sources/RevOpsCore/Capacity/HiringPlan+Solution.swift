extension HiringPlan {
  /// The cheapest hires found, and how far they are proved.
  public struct Solution: Hashable, Sendable, Encodable {
    /// The hires of one role.
    public struct Hires: Hashable, Sendable, Encodable {
      /// The role's name.
      public var role: String
      /// Hires in each month.
      public var byMonth: [Int]
      /// Hires in all.
      public var total: Int
    }

    /// The hires of each role, in the order of the roles; empty where there is no plan.
    public var hires: [Hires]
    /// What they carry over the plan, in the targets' unit.
    public var carried: Figure
    /// What they cost over the plan.
    public var cost: Figure
    /// No plan costs less than this.
    public var bound: Figure
    /// How much of the cost may be too much: (cost − bound) / cost.
    public var gap: Figure
    /// Whether no cheaper plan exists.
    public var proved: Bool
    /// The budget less the cost; below zero where the cheapest hires cost more, and there is no plan.
    public var budgetLeft: Figure
    /// What is lost if everyone's first possible start is a month later.
    public var monthLater: Figure

    /// No plan, with the reason.
    static func none(because reason: String) -> Solution {
      let absent = Figure.absent(because: reason)
      return Solution(
        hires: [], carried: absent, cost: absent, bound: absent, gap: absent, proved: false,
        budgetLeft: absent,
        monthLater: absent)
    }
  }

  /// Hires at least cost, with the price of starting a month later.
  ///
  /// The answer depends on the plan alone: the search is limited by how many nodes it looks at, fewer for a
  /// large plan, and what it could not prove is told by the bound and the gap.
  public func solved() -> Solution {
    var solution = cheapest
    guard solution.proved, let cost = solution.cost.value else {
      solution.monthLater = .absent(because: "needs a plan that is proved to be the cheapest")
      return solution
    }
    // What waiting costs is asked apart from whether there is the money for it.
    var later = self
    later.budget = nil
    for index in roles.indices { later.roles[index].recruitingLead = max(roles[index].recruitingLead, 0) + 1 }
    let other = later.cheapest
    switch other.cost {
    case .value(let price) where other.proved: solution.monthLater = .value(max(price - cost, 0))
    case .value: solution.monthLater = .absent(because: "the cheapest plan from a month later was not proved")
    case .absent(let reason): solution.monthLater = .absent(because: "a month later \(reason)")
    }
    return solution
  }

  /// The cheapest plan from the months as they are, within every limit of spending and the budget.
  ///
  /// Limits of single months and quarters are rows that tie all roles together, and seldom bind: the plan is
  /// solved without them first, and what keeps them anyway is the cheapest with them too.
  private var cheapest: Solution {
    var best = cheapest(of: program)
    if best.cost.value != nil, let broken = broken(by: best.hires) {
      var limited = program
      limited.rows += spending.map(row)
      let within = cheapest(of: limited)
      guard within.cost.value != nil else {
        return .none(
          because: "no hires keep the budget of '\(broken.limit.name)': without it the cheapest spend "
            + "\((broken.limit.amount + broken.excess).brief) there, \(broken.excess.brief) more")
      }
      best = within
    }
    if let budget, let cost = best.cost.value, cost > budget + Self.tolerance(budget) {
      return .beyond(budget, best, cost: cost)
    }
    return best
  }

  private func cheapest(of program: IntegerProgram) -> Solution {
    switch program.solve(nodes: Self.nodes(for: program)) {
    case .impossible: return .none(because: obstacle)
    case .unfinished: return .none(because: "no plan was found within the limit of the search")
    case .solved(let choice, let cost, let bound, let proved):
      let hires = roles.enumerated().map { role, limits in
        let byMonth = Array(choice[(role * months)..<((role + 1) * months)])
        return Solution.Hires(role: limits.name, byMonth: byMonth, total: byMonth.reduce(0, +))
      }
      return Solution(
        hires: hires, carried: .value(carried(by: hires)),
        cost: .value(cost), bound: .value(bound), gap: .value(cost > 0 ? max(cost - bound, 0) / cost : 0),
        proved: proved,
        budgetLeft: budget.map { .value($0 - cost) } ?? .absent(because: "needs a 'budget'"),
        monthLater: .absent(because: "not asked for"))
    }
  }

  /// What hires carry from their start to the end of the plan.
  private func carried(by hires: [Solution.Hires]) -> Double {
    hires.enumerated().reduce(0) { sum, entry in
      entry.element.byMonth.enumerated().reduce(sum) { sum, start in
        guard start.element > 0 else { return sum }
        let each = (start.offset..<months).reduce(0) {
          $0 + capacity(of: entry.offset, in: $1, tenure: $1 - start.offset)
        }
        return sum + Double(start.element) * each
      }
    }
  }

  /// Nodes whose tables take about as much work together for a plan of any size.
  private static func nodes(for program: IntegerProgram) -> Int {
    let cells = max(program.costs.count * program.rows.count, 1)
    return min(max(400_000_000 / cells, 100), 60_000)
  }

  /// Why no plan meets every target: the first one missed by hiring all that can be, or all together.
  private var obstacle: String {
    let program = program
    for (target, row) in zip(targets, program.rows) {
      let most = row.terms.reduce(0) { $0 + $1.weight * program.most[$1.choice] }
      guard most < row.lower else { continue }
      let reach = most + carried(of: target)
      return
        "no hiring reaches the target '\(target.name)' of \(target.amount.brief): as many and as early as "
        + "allowed carry \(reach.brief)"
    }
    return "no hiring meets every target, ratio and limit together"
  }
}

extension Double {
  /// The number to two places where it has any, its thousands parted.
  var brief: String {
    let cents = (self * 100).rounded() / 100
    return NumberFormat.number(cents, places: cents.rounded() == cents ? 0 : 2)
  }
}
