/// How many people of other roles a team of sellers brings with it.
public struct SupportRatios: Hashable, Sendable {
  /// Sellers for one sales engineer, at most.
  var aesPerSE: Double
  /// Sellers for one manager.
  var aesPerManager: Double
  /// The part of the pipeline that sales development creates.
  var sdrShare: Double?
  /// The share of opportunities that are won.
  var winRate: Double?
  /// Pipeline that one person in sales development creates a year.
  var pipelinePerSDR: Double?
  /// ARR that customer success looks after, and how much of it one person does.
  var arr: Double?
  var arrPerCSM: Double?
  /// Loaded cost a year by role: ae, se, manager, sdr, csm.
  var costs: [String: Double]

  /// The roles in order, the sellers themselves first; heads are the year's average of sellers, the target is the
  /// year's.
  func roles(heads: Figure, target: Double) -> [SupportRole] {
    [
      role("ae", heads),
      role("se", whole(heads, over: aesPerSE, "")),
      role("manager", whole(heads, over: aesPerManager, "")),
      role("sdr", whole(sdrPipeline(target), over: pipelinePerSDR, "sdr.pipeline_per_sdr")),
      role("csm", whole(given(arr, "csm.arr"), over: arrPerCSM, "csm.arr_per_csm")),
    ]
  }

  private func role(_ id: String, _ heads: Figure) -> SupportRole {
    guard let count = heads.value else { return SupportRole(role: id, heads: heads, loadedCost: heads) }
    return SupportRole(
      role: id, heads: heads,
      loadedCost: costs[id].map { .value($0 * count) } ?? .absent(because: "needs loaded_cost.\(id)"))
  }

  private func sdrPipeline(_ target: Double) -> Figure {
    guard let winRate, winRate > 0 else { return .absent(because: "needs sdr.win_rate") }
    guard let sdrShare else { return .absent(because: "needs sdr.pipeline_share") }
    return .value(target / winRate * sdrShare)
  }

  private func given(_ value: Double?, _ key: String) -> Figure {
    value.map(Figure.value) ?? .absent(because: "needs \(key)")
  }

  private func whole(_ amount: Figure, over each: Double?, _ key: String) -> Figure {
    guard let amount = amount.value else { return amount }
    guard let each, each > 0 else { return .absent(because: "needs \(key)") }
    return .value(wholeUp(amount / each))
  }
}

/// A role of the plan with its heads and their cost in the year.
public struct SupportRole: Hashable, Sendable, Encodable {
  /// ae, se, manager, sdr or csm.
  var role: String
  /// Sellers in person-years, the others in whole people.
  var heads: Figure
  var loadedCost: Figure

  /// What all roles cost together; a role whose heads are not known costs nothing here, one without a cost leaves
  /// the sum open.
  static func cost(of roles: [SupportRole]) -> Figure {
    if let sellers = roles.first, sellers.heads.value == nil { return sellers.heads }
    var sum = 0.0
    for role in roles where role.heads.value != nil {
      guard let cost = role.loadedCost.value else { return role.loadedCost }
      sum += cost
    }
    return .value(sum)
  }

  /// Its name for people.
  var title: String {
    switch role {
    case "ae": "AEs (person-years)"
    case "se": "Sales engineers"
    case "manager": "Managers"
    case "sdr": "SDRs"
    default: "CSMs"
    }
  }
}
