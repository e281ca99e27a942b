/// What the workspace's plan wants to win of new business in each month of its year.
struct PlanTargets: Hashable, Sendable {
  var year: Period
  var newBusiness: Double
  var seasonality: [Double]

  /// The target of some months of the year; nil for a period that reaches beyond it or cuts a month.
  func target(of period: Period) -> Figure? {
    let months = period.months
    guard months.first?.start == period.start, months.last?.end == period.end else { return nil }
    var sum = 0.0
    for month in months {
      guard let index = year.months.firstIndex(of: month), index < 12 else { return nil }
      sum += newBusiness * seasonality[index] / 12
    }
    return .value(sum)
  }
}

extension Workspace {
  /// The plan's new business by month, where the workspace has a plan: by the seasons of the plan's own team, else
  /// of the section `capacity`.
  func planTargets() throws(InputErrors) -> PlanTargets? {
    let planned = try planned()
    guard let newBusiness = planned.newBusiness else { return nil }
    var own = Fields(
      fields(of: "plan").given("capacity"), path: "plan.capacity", context: company.fieldContext)
    let ownTeam = Team(&own)
    var section = fields(of: "capacity")
    let team = ownTeam.isEmpty && has("capacity") ? Team(&section) : ownTeam
    return PlanTargets(
      year: planned.year ?? company.fiscal.year(containing: asOf.date), newBusiness: newBusiness,
      seasonality: team.seasonality)
  }
}
