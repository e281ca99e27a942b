extension Quota {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    [overAssigned(result, input), attaining(result, input), inflated(result, input)].compactMap(\.self)
      + beyondMarket(result, input) + result.people.compactMap { pay($0, input) }
      + [unmatched(input)].compactMap(\.self)
  }

  private static func overAssigned(_ result: Result, _ input: Input) -> Finding? {
    guard let over = result.overAssignment.value,
      let verdict = input.benchmarks.judge("over_assignment", over), verdict.status != .green
    else { return nil }
    let isHigh = verdict.level == .tooHigh
    return Finding(
      "quota.over-assigned", .warning, subject: "over_assignment",
      isHigh
        ? "quotas add up to far more than the target" : "quotas do not add up to the target",
      evidence: [.init("over_assignment", .number(over)), .init("quota_sum", .number(result.quotaSum))],
      advice: isHigh
        ? "lower quota.over_assignment, or say openly that the target is higher"
        : "hand out the whole target",
      place: input.places["over_assignment"], stake: .money(abs(result.quotaSum - result.target)),
      command: "revops quota")
  }

  private static func attaining(_ result: Result, _ input: Input) -> Finding? {
    guard let share = result.attainingShare.value,
      let verdict = input.benchmarks.judge("attaining_share", share), verdict.status != .green
    else { return nil }
    let isLow = verdict.level == .tooLow
    return Finding(
      "quota.few-attain", isLow ? .warning : .info, subject: "attaining_share",
      isLow ? "too few people are likely to reach their quota" : "nearly everybody reaches their quota",
      evidence: [
        .init("attaining_share", .number(share)), .init("mean", .number(result.attainment.mean.value ?? 0)),
        .init("sd", .number(result.attainment.sd.value ?? 0)),
      ],
      advice: isLow
        ? "lower the target or the over-assignment, or hire: pay that nobody reaches drives people away"
        : "raise quotas, or hand out less for the same target",
      place: input.places["target"], command: "revops explain attaining_share")
  }

  /// Quotas that rise by a fifth or more; a warning where no market is named that could carry them.
  private static func inflated(_ result: Result, _ input: Input) -> Finding? {
    guard let growth = result.quotaInflation.value,
      let verdict = input.benchmarks.judge("quota_inflation", growth), verdict.status != .green
    else { return nil }
    let isCarried = (result.bottomUp.cover.value ?? 0) >= 1
    var evidence: [JSONValue.Member] = [.init("quota_inflation", .number(growth))]
    if let cover = result.bottomUp.cover.value { evidence.append(.init("cover", .number(cover))) }
    return Finding(
      "quota.inflated", isCarried ? .info : .warning, subject: "quota",
      isCarried
        ? "quotas rise by a fifth or more, and the accounts carry it"
        : "quotas rise by a fifth or more, and nothing shows a market that carries it",
      evidence: evidence,
      advice: isCarried
        ? "show each seller the accounts behind the new number"
        : "build quotas from accounts and pipeline under quota.bottom_up instead of last year's number",
      place: input.places["target"], command: "revops explain quota_inflation")
  }

  private static func beyondMarket(_ result: Result, _ input: Input) -> [Finding] {
    result.bottomUp.segments.compactMap { segment in
      guard let headroom = segment.headroom.value, headroom < -1e-6 * max(1, segment.quotas) else {
        return nil
      }
      return Finding(
        "quota.beyond-market", .warning, subject: segment.segment,
        "the accounts of '\(printable(segment.segment))' carry less than its quotas",
        evidence: [
          .init("quotas", .number(segment.quotas)),
          .init("territory", .number(segment.territory.value ?? 0)),
        ],
        advice: "move quota to another segment, cover more accounts, or lower the target",
        place: input.places["bottom_up.\(segment.segment)"] ?? input.places["bottom_up"],
        stake: .money(-headroom), command: "revops quota --by segment")
    }
  }

  private static func pay(_ person: Person, _ input: Input) -> Finding? {
    guard person.ramped, let ratio = person.quotaToOte.value,
      let verdict = input.benchmarks.judge("quota_to_ote", ratio, in: person.scope), verdict.status != .green
    else { return nil }
    let isHigh = verdict.level == .tooHigh
    let band = input.benchmarks.bandList(of: "quota_to_ote", in: person.scope)?.bands.compactMap(\.from) ?? []
    return Finding(
      "quota.pay-ratio", .info, subject: person.rep,
      "the quota of '\(printable(person.rep))' is \(NumberFormat.ratio(ratio)) their OTE, "
        + "\(isHigh ? "above" : "below") what is usual for the role",
      evidence: [
        .init("quota_to_ote", .number(ratio)),
        .init("usual", .array(band.map { .number($0) })),
      ],
      advice: isHigh
        ? "lower the quota or raise the pay: few stay for a number out of reach"
        : "raise the quota or see whether the pay is meant", place: person.place,
      command: "revops explain quota_to_ote")
  }

  private static func unmatched(_ input: Input) -> Finding? {
    guard input.unmatchedCredits > 0 else { return nil }
    let count = input.unmatchedCredits
    return Finding(
      "quota.unmatched-credits", .warning, subject: "credits",
      "\(count) \(count == 1 ? "credit belongs" : "credits belong") to nobody of the reps table",
      evidence: [.init("unmatched_credits", .integer(count))],
      advice: "write the rep's id or name as the reps table has it, or add those who left to that table",
      command: "revops inspect")
  }
}
