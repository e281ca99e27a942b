extension Capacity {
  /// Reads the `capacity` section.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    try workspace.decode("capacity") { fields in input(&fields, workspace) }
  }

  private static func input(_ fields: inout Fields, _ workspace: Workspace) -> Input {
    let day = workspace.asOf.date
    let year =
      fields.valueIfGiven("fiscal_year", as: .fiscalYear) ?? workspace.company.fiscal.year(containing: day)
    let target = fields.money("target").units
    if target < 0 { fields.refuse("target", "decode.wrong-value", "'target' cannot be negative") }
    let hireFrom = fields.dateIfGiven("hire_from") ?? CapacityNeed.firstStart(in: year, asOf: day)
    var input = Input(
      year: year, target: max(0, target), team: Team(&fields), hireFrom: hireFrom, support: support(&fields),
      hiring: fields.sectionIfGiven("hiring") { Hiring(&$0) },
      currency: "\(workspace.company.currency)", benchmarks: workspace.company.benchmarks, places: [:],
      isRampGiven: fields.node("ramp") != nil, isAttritionGiven: fields.node("attrition") != nil)
    for key in ["target", "quota_per_ae", "ramp", "attrition", "aes_per_se"] {
      input.places[key] = fields.place(of: key)
    }
    return input
  }

  private static func support(_ fields: inout Fields) -> SupportRatios {
    var support = SupportRatios(
      aesPerSE: positive(&fields, "aes_per_se", default: 4),
      aesPerManager: positive(&fields, "aes_per_manager", default: 8), costs: [:])
    fields.section("sdr") { sdr in
      support.sdrShare = sdr.rateIfGiven("pipeline_share")?.fraction
      support.winRate = sdr.rateIfGiven("win_rate")?.fraction
      support.pipelinePerSDR = sdr.moneyIfGiven("pipeline_per_sdr")?.units
    }
    fields.section("csm") { csm in
      support.arr = csm.moneyIfGiven("arr")?.units
      support.arrPerCSM = csm.moneyIfGiven("arr_per_csm")?.units
    }
    fields.section("loaded_cost") { costs in
      for role in ["ae", "se", "manager", "sdr", "csm"] {
        support.costs[role] = costs.moneyIfGiven(role)?.units
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
