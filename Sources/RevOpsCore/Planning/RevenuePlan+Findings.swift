extension RevenuePlan {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    [incomplete(result, input)].compactMap(\.self) + capped(result, input)
      + [short(result, input)].compactMap(\.self) + mixed(result, input)
      + [twoTeams(result, input)].compactMap(\.self) + stated(result, input)
  }

  /// A plan that leaves out what its last figure rests on, so that little of it can be judged.
  private static func incomplete(_ result: Result, _ input: Input) -> Finding? {
    let arr = result.arr
    let parts = [
      arr.current, input.plan.churn, arr.newBusiness, arr.expansion, result.derived.newDealsNeeded,
      result.derived.oppsNeeded, arr.carriedNewBusiness,
    ]
    let half = PlanConstraint.halfGiven(input.plan, result.constraints).map(\.cap)
    let isOpen = arr.carriedArr.value == nil || arr.plannedArr.value == nil
    let needs = ((isOpen ? parts : []) + half).compactMap(\.reason).map { reason in
      reason.hasPrefix("needs ") ? String(reason.dropFirst("needs ".count)) : reason
    }.uniqued()
    guard !needs.isEmpty else { return nil }
    return Finding(
      "plan.incomplete", .info, subject: "plan", "the plan leaves out \(needs.joined(separator: ", "))",
      advice: "give what is missing: until then nobody can say where the year ends or what caps it",
      command: "revops plan")
  }

  /// A team written into the plan that brings something else than the one under `capacity`.
  private static func twoTeams(_ result: Result, _ input: Input) -> Finding? {
    guard let other = input.otherTeam else { return nil }
    let capacity = MonthModel(other, in: input.plan.year, target: .value(0)).capacity
    guard let brings = capacity.value, let own = result.capacity.productiveCapacity.value,
      abs(brings - own) >= 0.5
    else { return nil }
    return Finding(
      "plan.two-teams", .warning, subject: "capacity",
      "the plan's own team brings something else than the team of the section 'capacity'",
      evidence: [.init("plan", .number(own)), .init("capacity", .number(brings))],
      advice: "take the team out of the plan, so that it is written once",
      place: input.plan.places["capacity"], command: "revops capacity")
  }

  /// Whether one amount lies above another by more than the last digits of arithmetic.
  private static func exceeds(_ a: Double, _ b: Double) -> Bool { a - b > 1e-9 * max(1, abs(a)) }

  /// Every part of the engine that carries less than the target, the tightest first.
  private static func capped(_ result: Result, _ input: Input) -> [Finding] {
    guard let target = result.targets.newBusiness.value else { return [] }
    let short = result.constraints.filter { exceeds(target, $0.cap.value ?? target) }
    return short.sorted { ($0.cap.value ?? 0) < ($1.cap.value ?? 0) }.map { constraint in
      let cap = constraint.cap.value ?? 0
      return Finding(
        "plan.capped", .warning, subject: constraint.constraint.rawValue,
        "\(constraint.constraint.title.lowercased()) carries less than the new business planned",
        evidence: [
          .init("target", .number(target)), .init("cap", .number(cap)), .init("gap", .number(target - cap)),
        ],
        advice: advice(constraint.constraint, result), place: input.plan.places["new_business"],
        stake: .money(target - cap), command: "revops plan")
    }
  }

  private static func advice(_ kind: PlanConstraint.Kind, _ result: Result) -> String {
    switch kind {
    case .capacity:
      CapacityNeed.advice(hires: result.capacity.hiresNeeded, by: result.capacity.hireFrom)
    case .pipeline: "create more pipeline each month, or win more of it"
    case .leads: "raise the supply of leads or what becomes of them, or open another source"
    case .territory: "add accounts to the territories, or cover more of them"
    }
  }

  private static func short(_ result: Result, _ input: Input) -> Finding? {
    guard let gap = result.arr.gap.value, let planned = result.arr.plannedArr.value,
      let target = result.targets.totalArrTarget.value, exceeds(target, planned)
    else { return nil }
    return Finding(
      "plan.target-missed", .warning, subject: "total_arr_target",
      "the plan's own figures end below its ARR target",
      evidence: [.init("planned_arr", .number(planned)), .init("gap", .number(gap))],
      advice: "raise new business or expansion, lower churn, or lower the target",
      place: input.plan.places["total_arr_target"], stake: .money(gap), command: "revops plan")
  }

  /// A quotient without the last digits of arithmetic, which would put 66% over 22% above three.
  static func settled(_ quotient: Double) -> Double { (quotient * 1e12).rounded() / 1e12 }

  private static func mixed(_ result: Result, _ input: Input) -> [Finding] {
    var findings: [Finding] = []
    if let share = result.mix.newBusinessShare.value,
      let verdict = input.benchmarks.judge("new_business_share", settled(share)), verdict.status != .green
    {
      let much = verdict.level == .tooHigh
      findings.append(
        Finding(
          "plan.mix", .info, subject: "new_business",
          "\(much ? "more" : "less") of the growth than usual is to come from new customers",
          evidence: [.init("new_business_share", .number(share))],
          advice: much
            ? "see what existing customers could buy" : "see whether existing customers can grow so far",
          place: input.plan.places["new_business"], command: "revops explain new_business_share"))
    }
    if let multiple = result.mix.expansionWinMultiple.value,
      let verdict = input.benchmarks.judge("expansion_win_multiple", settled(multiple)),
      verdict.status != .green
    {
      findings.append(
        Finding(
          "plan.expansion-win-rate", .info, subject: "expansion_win_rate",
          "expansion deals are planned to be won unusually \(verdict.level == .tooHigh ? "often" : "seldom") "
            + "beside new ones",
          evidence: [.init("expansion_win_multiple", .number(multiple))],
          advice: "compare with the deals closed last year", place: input.plan.places["expansion_win_rate"],
          command: "revops explain expansion_win_multiple"))
    }
    return findings
  }

  /// Figures written into the document that do not follow from it.
  private static func stated(_ result: Result, _ input: Input) -> [Finding] {
    let derived = result.derived
    let computed: [(String, Double?)] = [
      ("derived.new_deals_needed", derived.newDealsNeeded.value),
      ("derived.opps_needed", derived.oppsNeeded.value),
      ("derived.sqls_needed", derived.sqlsNeeded.value), ("derived.mqls_needed", derived.mqlsNeeded.value),
      ("derived.pipeline_needed", derived.pipelineNeeded.value),
      ("capacity.productive_capacity", result.capacity.productiveCapacity.value),
      ("capacity.gap", result.capacity.gap.value),
      ("capacity.hires_needed", result.capacity.hiresNeeded.value),
    ]
    return computed.compactMap { key, value in
      guard let value, let stated = input.plan.stated[key], abs(stated.value - value) >= 0.5 else {
        return nil
      }
      return Finding(
        "plan.stated-differs", .warning, subject: key, "'\(key)' does not follow from the rest of the plan",
        evidence: [.init("stated", .number(stated.value)), .init("computed", .number(value))],
        advice: "leave it at 0 and let it be computed, or correct the assumptions", place: stated.place,
        command: "revops plan")
    }
  }
}

/// What `revops explain` says of each finding of the plan.
enum PlanPages {
  static let all: [ExplainPage] = [
    ExplainPage(
      id: "plan.incomplete", title: "A plan that leaves out what its figures rest on",
      what: "ARR, churn, targets, deal size, win rate or supply are not given, so that the year has no end.",
      why: "A check over a plan that says little passes for want of figures, and looks like one that holds.",
      example: "A plan of current ARR and new business alone: churn, expansion and deal size are unknown.",
      remedy: "Give what the finding names, be it a zero: an expansion of 0 is a statement.",
      limits: "A part of `supply` that is left out whole is not missed: leads or territory can stay out."),
    ExplainPage(
      id: "plan.capped", title: "A part of the engine cannot carry the plan",
      what: "Sellers, pipeline, leads or accounts carry less new business than the plan wants.",
      why: "The tightest of the four decides what is booked; money spent on the others changes nothing.",
      example: "Sellers for $4M and a pipeline that yields $3.1M: the plan is worth $3.1M.",
      remedy: "Widen the constraint with the largest gap first, then look again.",
      limits: "A constraint without its inputs under `supply` is not judged."),
    ExplainPage(
      id: "plan.target-missed", title: "The plan ends below its own target",
      what: "ARR less churn plus expansion and new business is below `total_arr_target`.",
      why: "The target is announced, the parts are what teams are held to: nobody owns the difference.",
      example: "$12M less 8 % plus $1.6M and $3M makes $15.6M, and the target is $16M.",
      remedy: "Let the parts add up to the target, or lower it.",
      limits:
        "Churn is taken on the ARR of the first day; new contracts are taken not to churn within the year."),
    ExplainPage(
      id: "plan.mix", title: "An unusual mix of new business and expansion",
      what: "The share of net new ARR from new customers lies outside the usual range.",
      why: "A plan that leans on one side fails with it.",
      example: "90 % from new customers in a company of a thousand accounts.",
      remedy:
        "See what the smaller side could carry; if the mix is meant, put your own band in the company's benchmarks.",
      limits: "Young companies have few customers to expand, and old ones few left to win."),
    ExplainPage(
      id: "plan.expansion-win-rate", title: "An unusual win rate of expansion",
      what: "Expansion is planned to be won far more or less often beside new business than is usual.",
      why: "The pipeline that expansion asks for follows from it.",
      example: "25 % for new business and 90 % for expansion.",
      remedy: "Measure both on last year's closed deals.",
      limits: "Renewals counted as expansion raise it."),
    ExplainPage(
      id: "plan.two-teams", title: "A team that is written twice",
      what:
        "The plan's `capacity` block and the workspace's section `capacity` describe teams that bring different bookings.",
      why: "Somebody hired, or left, in one of the two; whoever reads the other plans with the wrong team.",
      example: "Eight ramped sellers in the plan, and a table of people of whom one leaves in June.",
      remedy: "Take the people and numbers out of the plan's block: it then counts on the section's team.",
      limits: "The plan goes by its own block where there is one."),
    ExplainPage(
      id: "plan.stated-differs", title: "A figure in the plan does not follow from it",
      what: "A figure under `derived` or `capacity` differs from what the document's own assumptions give.",
      why: "Somebody changed an assumption and not what hangs on it; both cannot be the plan.",
      example: "`opps_needed: 300` beside 80 deals at 25 %, which are 320.",
      remedy: "Leave the figure at 0, or correct the assumption.",
      limits: "Differences below one half are rounding."),
  ]
}
