extension Capacity {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    [shortfall(result, input), lateRamp(result, input), slowRamp(input), thinSupport(input)].compactMap(
      \.self)
  }

  private static func shortfall(_ result: Result, _ input: Input) -> Finding? {
    guard result.gap > 1e-9 * max(1, result.target) else { return nil }
    let hires = result.hiresNeeded.value.map { "hire \(Int($0)) by \(result.hireFrom)" }
    return Finding(
      "capacity.short", .warning, subject: result.fiscalYear, "the team cannot carry the target",
      evidence: [
        .init("target", .number(result.target)),
        .init("productive_capacity", .number(result.productiveCapacity)), .init("gap", .number(result.gap)),
      ],
      advice: "\(hires ?? "hiring comes too late for this year"), or lower the target",
      place: input.places["target"], stake: .money(result.gap), command: "revops capacity")
  }

  /// Months in which the plan runs behind though the year as a whole is covered.
  private static func lateRamp(_ result: Result, _ input: Input) -> Finding? {
    guard result.gap <= 1e-9 * max(1, result.target) else { return nil }
    let worst = result.months.max { $0.cumulativeGap < $1.cumulativeGap }
    guard let worst, worst.cumulativeGap > 1e-9 * max(1, result.target) else { return nil }
    return Finding(
      "capacity.late", .info, subject: worst.month,
      "the year is covered, but until \(worst.month) the team runs behind its target",
      evidence: [.init("cumulative_gap", .number(worst.cumulativeGap))],
      advice: "start hires earlier, or plan the target by season", place: input.places["target"],
      stake: .money(worst.cumulativeGap), command: "revops capacity")
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
      id: "capacity.se-thin", title: "Too few sales engineers",
      what: "`aes_per_se` plans more sellers for one sales engineer than is usual.",
      why: "Deals wait for a demo, and win rates fall where no engineer is there.",
      example: "`aes_per_se: 6`.",
      remedy: "Plan one for at most four sellers.",
      limits: "A product that sells without a technical proof needs fewer."),
  ]
}
