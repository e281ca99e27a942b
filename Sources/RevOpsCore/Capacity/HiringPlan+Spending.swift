extension HiringPlan {
  /// The most that hires may cost over some months: a month, a quarter, the whole plan.
  public struct Spending: Hashable, Sendable {
    /// Its name for people: `2026 Q1`.
    public var name: String
    /// The months, half-open.
    public var months: Range<Int>
    /// The amount.
    public var amount: Double

    /// Makes a limit of spending.
    public init(_ name: String, months: Range<Int>, amount: Double) {
      self.name = name
      self.months = months
      self.amount = amount
    }
  }

  /// So many heads of a role that have to be there from a month on, whatever others there are.
  public struct Minimum: Hashable, Sendable {
    /// The role's name.
    public var role: String
    /// How many.
    public var heads: Double
    /// The month from which it has to hold.
    public var from: Int

    /// Makes a least number of heads.
    public init(_ role: String, heads: Double, from: Int = 0) {
      self.role = role
      self.heads = heads
      self.from = from
    }
  }

  /// What one hire costs over some months: finding and starting them, and their pay while they are there.
  func cost(ofHiring role: Int, in month: Int, over span: Range<Int>) -> Double {
    let headMonths = (max(month, span.lowerBound)..<max(month, span.lowerBound, span.upperBound)).reduce(0) {
      $0 + kept(role, after: $1 - month)
    }
    return (span.contains(month) ? roles[role].hireCost : 0) + roles[role].monthlyPay * headMonths
  }

  /// What hires cost over some months.
  func spent(on hires: [Solution.Hires], over span: Range<Int>) -> Double {
    hires.enumerated().reduce(0) { sum, entry in
      entry.element.byMonth.enumerated().reduce(sum) { sum, start in
        start.element > 0
          ? sum + Double(start.element) * cost(ofHiring: entry.offset, in: start.offset, over: span) : sum
      }
    }
  }

  /// What hires may cost over the months of a limit.
  func row(_ limit: Spending) -> IntegerProgram.Row {
    let span = limit.months.clamped(to: 0..<months)
    let terms = roles.indices.flatMap { role in
      (0..<span.upperBound).map {
        IntegerProgram.Term(choice: role * months + $0, weight: cost(ofHiring: role, in: $0, over: span))
      }
    }
    return IntegerProgram.Row(terms.filter { $0.weight > 0 }, atMost: limit.amount)
  }

  /// Enough heads of a role in each month from one on.
  func rows(_ minimum: Minimum) -> [IntegerProgram.Row] {
    guard let role = roles.firstIndex(where: { $0.name == minimum.role }) else { return [] }
    return (max(0, minimum.from)..<max(0, minimum.from, months)).map { month in
      let terms = (0...month).map {
        IntegerProgram.Term(choice: role * months + $0, weight: kept(role, after: month - $0))
      }
      return IntegerProgram.Row(terms, atLeast: minimum.heads - heads(of: role, in: month))
    }
  }

  /// The first limit of spending that hires break, and by how much.
  func broken(by hires: [Solution.Hires]) -> (limit: Spending, excess: Double)? {
    for limit in spending {
      let excess = spent(on: hires, over: limit.months.clamped(to: 0..<months)) - limit.amount
      if excess > Self.tolerance(limit.amount) { return (limit, excess) }
    }
    return nil
  }

  /// What arithmetic may add in the last digits.
  static func tolerance(_ amount: Double) -> Double { 1e-6 * max(1, abs(amount)) }
}

extension HiringPlan.Solution {
  /// A plan that costs more than all that there is: no hires, and what is missing.
  static func beyond(_ budget: Double, _ cheapest: HiringPlan.Solution, cost: Double) -> HiringPlan.Solution {
    let price = "\(cheapest.proved ? "the cheapest hires" : "the cheapest hires found") cost \(cost.brief)"
    var none = Self.none(
      because: "\(price), \((cost - budget).brief) more than the budget of \(budget.brief)")
    none.bound = cheapest.bound
    none.proved = cheapest.proved
    none.budgetLeft = .value(budget - cost)
    return none
  }
}
