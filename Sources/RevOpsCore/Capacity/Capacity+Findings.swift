extension Capacity {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    [
      shortfall(result, input), lateRamp(result, input), overBudget(result, input), noHires(result, input),
      slowRamp(input),
      otherRamp(result, input), thinSupport(input),
    ].compactMap(\.self)
  }

  private static func shortfall(_ result: Result, _ input: Input) -> Finding? {
    guard let gap = result.gap.value, let capacity = result.productiveCapacity.value,
      CapacityNeed.isShort(by: gap, of: .value(result.target))
    else { return nil }
    return Finding(
      "capacity.short", .warning, subject: result.fiscalYear, "the team cannot carry the target",
      evidence: [
        .init("target", .number(result.target)),
        .init("productive_capacity", .number(capacity)), .init("gap", .number(gap)),
      ],
      advice: CapacityNeed.advice(hires: result.hiresNeeded, by: result.hireFrom),
      place: input.places["target"], stake: .money(gap), command: "revops capacity")
  }

  /// Months in which the plan runs behind though the year as a whole is covered.
  private static func lateRamp(_ result: Result, _ input: Input) -> Finding? {
    let target = Figure.value(result.target)
    guard let gap = result.gap.value, !CapacityNeed.isShort(by: gap, of: target),
      let worst = result.months.max(by: { $0.cumulativeGap.orLeast < $1.cumulativeGap.orLeast }),
      let behind = worst.cumulativeGap.value, CapacityNeed.isShort(by: behind, of: target)
    else { return nil }
    return Finding(
      "capacity.late", .info, subject: worst.month,
      "the year is covered, but until \(worst.month) the team runs behind its target",
      evidence: [.init("cumulative_gap", .number(behind))],
      advice: "start hires earlier, or plan the target by season", place: input.places["target"],
      stake: .money(behind), command: "revops capacity")
  }

  /// Hires that the section asks for and that nothing allowed can be.
  private static func noHires(_ result: Result, _ input: Input) -> Finding? {
    guard let reason = result.hiring?.cost.reason, result.hiring?.budgetLeft.value == nil else { return nil }
    return Finding(
      "capacity.no-hires", .warning, subject: "hiring", "there is no hiring plan: \(reason)",
      evidence: [.init("reason", .string(reason))],
      advice: "give what is missing, allow more hires or an earlier start, or lower the target",
      place: input.places["hiring"], command: "revops capacity")
  }

  private static func overBudget(_ result: Result, _ input: Input) -> Finding? {
    guard let left = result.hiring?.budgetLeft.value, left < -0.005 else { return nil }
    return Finding(
      "capacity.over-budget", .warning, subject: "hiring",
      "no hiring that carries the target fits the budget",
      evidence: [
        .init("budget", .number(input.hiring?.budget ?? 0)), .init("budget_left", .number(left)),
      ],
      advice:
        "raise the budget, lower the target, or ask for the year to be carried rather than each quarter",
      place: input.places["hiring"], stake: .money(-left), command: "revops capacity")
  }

  /// A ramp that is stated and one that the credits show, a month of productivity or more apart.
  private static func otherRamp(_ result: Result, _ input: Input) -> Finding? {
    guard input.team.isRampGiven, let fitted = result.rampFit?.ramp else { return nil }
    let difference = input.team.ramp.firstYearMonths - fitted.firstYearMonths
    guard abs(difference) >= 1 else { return nil }
    return Finding(
      "capacity.ramp-differs", .warning, subject: "ramp",
      "sellers ramp \(difference > 0 ? "slower" : "faster") than the plan counts with",
      evidence: [
        .init("stated_months", .number(input.team.ramp.firstYearMonths)),
        .init("measured_months", .number(fitted.firstYearMonths)),
      ],
      advice: "leave 'ramp' out, so that the measured one counts, or say what will be different",
      place: input.places["ramp"], command: "revops capacity")
  }

  private static func slowRamp(_ input: Input) -> Finding? {
    let months = Double(input.team.ramp.fullFrom)
    guard let verdict = input.benchmarks.judge("ramp_time", months), verdict.status != .green else {
      return nil
    }
    return Finding(
      "capacity.ramp-slow", .info, subject: "ramp", "sellers need \(Int(months)) months to full productivity",
      evidence: [.init("ramp_time", .number(months))],
      advice: "look at what the fastest did in their first months and teach it",
      place: input.places["ramp"], command: "revops explain ramp_time")
  }

  private static func thinSupport(_ input: Input) -> Finding? {
    let ratio = input.support.aesPerSE
    guard let verdict = input.benchmarks.judge("aes_per_se", ratio), verdict.status != .green else {
      return nil
    }
    return Finding(
      "capacity.se-thin", .warning, subject: "se", "too many sellers share a sales engineer",
      evidence: [.init("aes_per_se", .number(ratio))],
      advice: "plan one sales engineer for at most 4 sellers",
      place: input.places["aes_per_se"], command: "revops explain aes_per_se")
  }
}

/// What `revops explain` says of each finding of the capacity model.
enum CapacityPages {
  static let all: [ExplainPage] = [
    ExplainPage(
      id: "capacity.short", title: "The team cannot carry the target",
      what:
        "Expected bookings of the team, with ramp, attrition and planned hires, are below the year's target.",
      why:
        "A target without the people to reach it is missed in the second half, when it is too late to hire.",
      example: "$5M against eight ramped sellers of $600K at 70 %: $3.36M.",
      remedy:
        "Hire what the finding names, earlier if possible, or lower the target before quotas are handed out.",
      limits: "An expectation: a team of this size can do better or worse by chance."),
    ExplainPage(
      id: "capacity.late", title: "The team runs behind within the year",
      what: "The year is covered, but up to some month the expected bookings lie below the target so far.",
      why: "Quarters are missed although the year would come out, and forecasts are cut in between.",
      example: "Six hires in March cover December and miss the second quarter.",
      remedy: "Start hires earlier, or let `seasonality` say how the year really falls.",
      limits: "Without `seasonality` each month has the same target."),
    ExplainPage(
      id: "capacity.ramp-slow", title: "Sellers ramp slowly",
      what: "The ramp has more months below full productivity than is usual.",
      why:
        "Each month of ramp costs a twelfth of a quota for every hire, and for every one who replaces a leaver.",
      example: "A ramp of nine months.",
      remedy: "Measure what the fastest hires did first; bring it into onboarding.",
      limits: "Long sales cycles ramp longer: a seller cannot close before a first cycle is over."),
    ExplainPage(
      id: "capacity.hired-role", title: "A role that is hired for nothing",
      what:
        "A role under `hiring.roles` neither sells nor is there for others, or both, or for a role that there is not.",
      why: "The cheapest plan would never hire it, or hire it against two purposes.",
      example: "{se: {max_hires_per_month: 1}} in a section of another name than se, manager, sdr or csm.",
      remedy: "Give it a `quota`, or `one_for` with the roles it is there for under `of`, or `at_least`.",
      limits:
        "ae has the team's quota, se and manager the section's ratios, sdr and csm what pipeline and ARR ask for."
    ),
    ExplainPage(
      id: "capacity.over-budget", title: "Hires that cost more than the budget",
      what:
        "The cheapest hires that carry every span asked for cost more than `hiring.budget`, so that there is no plan.",
      why: "None cost less: the target, the budget and the calendar cannot all hold.",
      example: "Two hires in March for $415K where $250K is set aside.",
      remedy: "Raise the budget, lower the target, or let `hiring.meets` be the year.",
      limits: "Cost within the year alone; a hire of the last month costs little here and much next year."),
    ExplainPage(
      id: "capacity.no-hires", title: "No hires that keep every limit",
      what:
        "The targets, ratios, limits of hiring and budgets of months and quarters cannot all hold, or a cost is missing.",
      why: "A plan that exceeds a limit is not one that anybody approved.",
      example: "A quarter of $900K in the first three months of a team whose hires ramp for five.",
      remedy: "Read which target or budget is out of reach and by how much, and change that one.",
      limits: "Names the first span that is out of reach, not all of them."),
    ExplainPage(
      id: "capacity.ramp-differs", title: "A ramp other than the one measured",
      what:
        "The stated ramp and the one fitted from credits differ by a month of productivity or more in the first year.",
      why: "Each month counts for every hire and for everyone who replaces a leaver.",
      example: "A plan with 8.25 months in the first year, where sellers brought 6.5.",
      remedy: "Leave `ramp` out of the section, or say what will be different this year.",
      limits: "Needs several sellers in each month of tenure; large deals make single months jump."),
    ExplainPage(
      id: "capacity.no-target", title: "A capacity without a target",
      what: "Neither `capacity.target` nor `plan.targets.new_business` says what the team is to bring.",
      why: "How many people are enough, and how far the team falls short, are answers to that number.",
      example: "A section `capacity` with a team and its quota, and no plan beside it.",
      remedy: "Write what the team is to bring in the year, such as `target: $5M`.",
      limits: "`check` tells it as a finding and goes on with everything else."),
    ExplainPage(
      id: "capacity.unknown-role", title: "A role that nobody has",
      what: "A name under `by_role` or `roles` is neither a role nor a segment of anybody.",
      why: "Its quota and ramp would hold for no one, unseen.", example: "'by_role: {SBM: {quota: $480K}}'.",
      remedy: "Take the spelling of the reps table or of `people`.", limits: "None."),
    ExplainPage(
      id: "capacity.se-thin", title: "Too few sales engineers",
      what: "`aes_per_se` plans more sellers for one sales engineer than is usual.",
      why: "Deals wait for a demo, and win rates fall where no engineer is there.",
      example: "`aes_per_se: 6`.",
      remedy: "Plan one for at most four sellers.",
      limits: "A product that sells without a technical proof needs fewer."),
  ]
}
