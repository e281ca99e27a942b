extension Capacity {
  public static func keep(in workspace: inout Workspace) {
    workspace.keepRoster()
  }

  /// Reads the `capacity` section, and from the tables what it leaves out.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    let roster = try workspace.roster()
    let planned = try workspace.planned()
    return try workspace.decode("capacity") { fields in input(&fields, workspace, roster, planned) }
  }

  private static func input(
    _ fields: inout Fields, _ workspace: Workspace, _ roster: Roster,
    _ planned: Planned
  ) -> Input {
    let day = workspace.asOf.date
    let year =
      fields.valueIfGiven("fiscal_year", as: .fiscalYear) ?? planned.year
      ?? workspace.company.fiscal.year(containing: day)
    let stated = fields.moneyIfGiven("target")?.units ?? planned.newBusiness
    if stated == nil {
      let message = "neither 'capacity.target' nor 'plan.targets.new_business' is given"
      let hint = "write what the team is to bring in the year, such as target: $5M"
      fields.add(
        Diagnostic("capacity.no-target", message, at: fields.place(of: "target"), hint: hint).asLack)
    }
    let target = stated ?? 0
    if target < 0 { fields.refuse("target", "decode.wrong-value", "'target' cannot be negative") }
    var team = Team(&fields)
    team.complete(from: roster, in: year)
    refuseUnknownRoles(&fields, team, roster)
    var hiring = fields.sectionIfGiven("hiring") { Hiring(&$0) }
    let soonest = hiring?.recruitingLead.map { day.adding($0) } ?? day
    let ratios = support(&fields)
    settle(&hiring, &fields, team, ratios, target: max(0, target))
    var input = Input(
      year: year, asOf: day, target: max(0, target), team: team,
      hireFrom: team.hireFrom ?? CapacityNeed.firstStart(in: year, asOf: soonest), support: ratios,
      hiring: hiring, pay: fields.sectionIfGiven("pay") { Pay(&$0) },
      currency: "\(workspace.company.currency)", benchmarks: workspace.company.benchmarks, places: [:],
      isAttritionGiven: fields.node("attrition") != nil)
    for key in ["target", "quota_per_ae", "ramp", "attrition", "aes_per_se", "hiring"] {
      input.places[key] = fields.place(of: key)
    }
    if fields.given("target") == nil { input.places["target"] = planned.place }
    return input
  }

  /// Fills in what the roles to hire do not say, and refuses one that neither sells nor is there for anybody.
  private static func settle(
    _ hiring: inout Hiring?, _ fields: inout Fields, _ team: Team, _ support: SupportRatios, target: Double
  ) {
    guard var found = hiring else { return }
    if !found.namesRoles { found.roles = [Hiring.seller(found.mostPerMonth ?? 0)] }
    for index in found.roles.indices { found.roles[index].complete(from: team, support, target: target) }
    let names = found.roles.map(\.name)
    for role in found.roles where found.namesRoles {
      let node = fields.given("hiring")?["roles"]?[role.name]
      func refuse(_ message: String, hint: String?) {
        fields.add(Diagnostic("capacity.hired-role", message, at: node?.place, hint: hint))
      }
      let name = printable(role.name)
      if !role.sells, role.oneFor == nil, role.atLeast == nil {
        refuse(
          "'\(name)' has no quota, and is there for nobody",
          hint: "give it a quota, one_for with a number of sellers, or at_least")
      }
      if role.sells, role.oneFor != nil || role.atLeast != nil {
        refuse("'\(name)' has a quota, and is to follow others", hint: "take one of the two out")
      }
      if role.oneFor == 0 { refuse("'\(name)' is one for nobody", hint: "one_for has to be more than 0") }
      for other in role.of where !names.contains(other) {
        refuse(
          "'\(name)' is there for '\(printable(other))', which is no role of hiring.roles",
          hint: didYouMean(other, among: names))
      }
    }
    hiring = found
  }

  /// A rule of a role that nobody has would quietly hold for no one.
  private static func refuseUnknownRoles(_ fields: inout Fields, _ team: Team, _ roster: Roster) {
    let known =
      team.people.flatMap { [$0.role, $0.segment] } + team.hires.map(\.role)
      + roster.sellers.flatMap { [$0.role, $0.segment] }
    let names = known.compactMap(\.self)
    let asked = team.rules.map { ("by_role.\($0.name)", $0.name) } + team.roles.map { ("roles", $0) }
    for (key, name) in asked where !names.contains(where: { ImportKey($0).text == ImportKey(name).text }) {
      let message = "nobody has the role or segment '\(printable(name))'"
      let hint = didYouMean(name, among: names)
      if key == "roles" {
        fields.refuse(key, "capacity.unknown-role", message, hint: hint)
      } else {
        fields.refuseKey(key, "capacity.unknown-role", message, hint: hint)
      }
    }
  }

  private static func support(_ fields: inout Fields) -> SupportRatios {
    var support = SupportRatios(
      aesPerSE: positive(&fields, "aes_per_se", default: 4),
      aesPerManager: positive(&fields, "aes_per_manager", default: 8), costs: [:])
    fields.section("sdr") { sdr in
      support.sdrShare = sdr.shareIfGiven("pipeline_share")
      support.winRate = sdr.shareIfGiven("win_rate")
      support.pipelinePerSDR = sdr.amountIfGiven("pipeline_per_sdr")
    }
    fields.section("csm") { csm in
      support.arr = csm.amountIfGiven("arr")
      support.arrPerCSM = csm.amountIfGiven("arr_per_csm")
    }
    fields.section("loaded_cost") { costs in
      for role in ["ae", "se", "manager", "sdr", "csm"] {
        support.costs[role] = costs.amountIfGiven(role)
      }
    }
    return support
  }

  /// How many sellers share one person of another role.
  private static func positive(_ fields: inout Fields, _ key: String, default fallback: Double) -> Double {
    let value = fields.numberIfGiven(key) ?? fallback
    guard value > 0 else {
      fields.refuse(key, "decode.wrong-value", "'\(key)' has to be more than 0")
      return fallback
    }
    return value
  }
}
