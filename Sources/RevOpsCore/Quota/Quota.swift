/// A target handed out to managers and sellers, so that the quotas add up at every level.
///
/// Source: RevOps Engine, phases 6 and 9; RevOps Knowledge Map, on quotas that grow without a reason; Revenue
/// Operating System, on how many sellers should reach theirs.
public enum Quota: Analysis {
  public static let key = "quota"
  public static let title = "Quotas"
  public static let sections = ["quota", "capacity", "pipeline"]
  public static let tables = ["reps"]
  public static let optionalTables = ["credits", "accounts", "opportunities", "stage_history"]
  public static let metrics = [
    "quota", "over_assignment", "quota_to_ote", "quota_inflation", "attaining_share", "attainment",
  ]
  public static let measures: [String] = []

  /// Whether the workspace says what is to be handed out, and to whom.
  public static func isFed(by workspace: Workspace) -> Bool {
    workspace.has("quota") && workspace.sources["reps"] != nil
  }

  /// Who is there, and what is handed out by which rules.
  public struct Input: Sendable {
    var period: Period
    /// The fiscal quarters that the period consists of; empty where it is not a year.
    var quarters: [Period]
    /// Currency units.
    var target: Double
    /// What quotas are rounded to, in currency units.
    var unit: Double
    var coinsPerUnit: Double
    var factors: Factors
    /// How far managers' quotas add up to more than the target, and sellers' to more than their manager's.
    var overManagers: Double
    var overReps: Double
    /// The same of each line of managers above, from the second on.
    var overHigher: [Double] = []
    /// Who each person of the table reports to, by name.
    var above: [String: String] = [:]
    /// The assignments: people who carry a quota, those who move with one for each place.
    var sellers: [Seller]
    /// The first day of each person over all their rows.
    var starts: [String: CalendarDate]
    /// What the document states of people's potential in a year, by key.
    var potentials: [String: Double]
    /// What people were credited with in a year, by key.
    var histories: [String: Double]
    var ramp: Ramp
    var seasonality: [Double]
    var attainment: Attainment
    var market: [Market]
    /// The value of each column that figures are cut by, for each assignment.
    var cuts: [(by: String, values: [String?])]
    var unmatchedCredits: Int
    var isFactorGiven: Bool
    var isOverGiven: Bool
    var currency: String
    var benchmarks: Benchmarks
    var places: [String: Place]

    func potential(of seller: Seller) -> Double? { potentials[seller.key] ?? seller.potential }
  }

  /// The quotas and what they mean, in currency units.
  public struct Result: Encodable, Sendable {
    var period: String
    var target: Double
    var unit: Double
    /// The factors in force, in shares of all.
    var weights: Weights
    /// What all sellers' quotas add up to.
    var quotaSum: Double
    /// How far that lies above the target.
    var overAssignment: Figure
    /// How far the quotas lie above those now in force, over people who have one, a year against a year.
    var quotaInflation: Figure
    /// The share of people likely to reach their quota.
    var attainingShare: Figure
    var attainment: Attainment
    /// What the market and the open pipeline carry of all quotas.
    var bottomUp: BottomUp
    var levels: [Rung]
    var managers: [Share]
    var reps: [Assignment]
    var people: [Person]
    var cuts: [Cut]
  }

  struct Weights: Hashable, Sendable, Encodable {
    var potential: Double
    var tenure: Double
    var history: Double
  }

  /// One level of the ladder.
  struct Rung: Hashable, Sendable, Encodable {
    /// `company`, `managers` and the lines above them, or `reps`.
    var level: String
    var count: Int
    var quotas: Double
    /// How far they lie above what is handed to this level, and above the target.
    var overAbove: Figure
    var overTarget: Figure
  }

  /// A manager with what their people carry.
  struct Share: Hashable, Sendable, Encodable {
    /// Empty for people without a manager.
    var manager: String
    /// `managers` for those whose people all sell, else the line above.
    var level: String
    /// Whoever they report to; empty at the top.
    var above: String
    /// The sellers under them, all the way down.
    var reps: Int
    var quota: Double
    /// What those who report to them carry, and what all sellers under them do.
    var reportQuotas: Double
    var repQuotas: Double
    /// How far the former lies above their own quota.
    var overAssignment: Figure
  }

  /// A quota, of one person in one place.
  struct Assignment: Hashable, Sendable, Encodable {
    var rep: String
    var manager: String
    var segment: String
    var from: String
    var to: String
    /// The share of the period at work.
    var present: Double
    /// The share of all weight.
    var weight: Double
    var quota: Double
    /// By fiscal quarter; they sum to the quota.
    var quarters: [Double]
  }

  /// The figures of one value of a column.
  struct Cut: Hashable, Sendable, Encodable {
    var by: String
    var groups: [Group]

    struct Group: Hashable, Sendable, Encodable {
      /// The value; empty for people that have none.
      var group: String
      var reps: Int
      var quota: Double
      var share: Double
    }
  }

  public static func compute(_ input: Input) -> Result {
    let (weights, factors) = weighing(input)
    let ladder = Ladder(input, weights)
    let assignments = assignments(input, weights, ladder)
    let people = people(input, assignments)
    let sum = ladder.units(ladder.reps.reduce(0, +))
    let chances = people.compactMap(\.chance.value)
    return Result(
      period: "\(input.period)", target: input.target, unit: input.unit,
      weights: Weights(potential: factors.potential, tenure: factors.tenure, history: factors.history),
      quotaSum: sum, overAssignment: over(sum, input.target, "needs a target above 0"),
      quotaInflation: inflation(people),
      attainingShare: chances.isEmpty
        ? .absent(because: input.attainment.reason ?? "needs somebody with a quota")
        : .value(chances.reduce(0, +) / Double(chances.count)),
      attainment: input.attainment, bottomUp: BottomUp(input, assignments),
      levels: ladder.levels(input), managers: ladder.shares(input), reps: assignments, people: people,
      cuts: cuts(input, assignments))
  }

  /// How far an amount lies above another.
  static func over(_ amount: Double, _ base: Double, _ reason: String) -> Figure {
    base > 0 ? .value((amount - base) / base) : .absent(because: reason)
  }

  private static func assignments(_ input: Input, _ weights: [Double], _ ladder: Ladder) -> [Assignment] {
    input.sellers.indices.map { index in
      let seller = input.sellers[index]
      let there = seller.days(in: input.period)
      let present = Double(seller.daysPresent(in: input.period))
      return Assignment(
        rep: seller.name, manager: seller.manager ?? "", segment: seller.segment ?? "",
        from: "\(there.start)", to: "\(there.lastDay)",
        present: input.period.days > 0 ? present / Double(input.period.days) : 0, weight: weights[index],
        quota: ladder.units(ladder.reps[index]),
        quarters: ladder.quarters(of: index, input).map(ladder.units))
    }
  }

  private static func cuts(_ input: Input, _ assignments: [Assignment]) -> [Cut] {
    let sum = assignments.reduce(0) { $0 + $1.quota }
    return input.cuts.map { cut in
      var groups: [String: Cut.Group] = [:]
      for (value, assignment) in zip(cut.values, assignments) {
        let name = value ?? ""
        groups[name, default: Cut.Group(group: name, reps: 0, quota: 0, share: 0)].reps += 1
        groups[name]?.quota += assignment.quota
      }
      let ordered = groups.values.sorted { ($1.quota, $0.group) < ($0.quota, $1.group) }
      return Cut(
        by: cut.by,
        groups: ordered.map { group in
          var group = group
          group.share = sum > 0 ? group.quota / sum : 0
          return group
        })
    }
  }
}
