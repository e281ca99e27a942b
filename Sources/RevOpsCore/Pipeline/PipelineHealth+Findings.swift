extension PipelineHealth {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    let sums = input.deals.cuts.first?.sums ?? []
    let closedLater = sums.reduce(into: LaterDeals()) { $0.add($1.later) }
    let createdLater = sums.reduce(into: LaterDeals()) { $0.add($1.createdLater) }
    return [
      creationFinding(result, input), negotiationFinding(result, input), concentrationFinding(result, input),
      pushFinding(result), untouchedFinding(result, input), nextStepFinding(result),
      threadFinding(result, input), paceFinding(result), leadFinding(result),
      closedLater.finding(after: input.asOf, coinsPerUnit: input.deals.coinsPerUnit, command),
      createdLater.createdFinding(after: input.asOf, coinsPerUnit: input.deals.coinsPerUnit, command),
      DayView.finding(restored: input.restored, to: input.asOf, command),
    ].compactMap(\.self)
  }

  private static let command = "revops pipeline health"

  private static func creationFinding(_ result: Result, _ input: Input) -> Finding? {
    guard let ratio = result.coverage.pipelineCreatedRatio.value,
      let verdict = input.benchmarks.judge("pipeline_created_ratio", ratio), verdict.status == .red
    else { return nil }
    return Finding(
      "pipeline.thin-creation", .warning, subject: "pipeline created",
      "new pipeline of a month is \(NumberFormat.ratio(ratio)) of that month's quota: \(verdict.level.title)",
      evidence: [.init("pipeline_created_ratio", .number(ratio))],
      advice: "agree on prospecting time and demand programs now; a quarter from now it is late",
      place: input.settings.places["quota"], command: command)
  }

  private static func negotiationFinding(_ result: Result, _ input: Input) -> Finding? {
    guard let share = result.balance.negotiationShare.value,
      let verdict = input.benchmarks.judge("negotiation_share", share), verdict.status == .red
    else { return nil }
    return Finding(
      "pipeline.thin-negotiation", .warning, subject: "negotiation",
      "\(NumberFormat.rate(share)) of the open pipeline is in negotiation: \(verdict.level.title)",
      evidence: [.init("negotiation_share", .number(share))],
      advice: "advance what is in the middle stages before creating more; look for what holds it there",
      command: command)
  }

  private static func concentrationFinding(_ result: Result, _ input: Input) -> Finding? {
    guard let index = result.balance.herfindahl.value, let share = result.balance.concentration.value,
      let verdict = input.benchmarks.judge("herfindahl", index), verdict.status != .green
    else { return nil }
    return Finding(
      "pipeline.concentrated", .warning, subject: "largest deal",
      "few deals make up the pipeline: its largest holds \(NumberFormat.rate(share)) of it",
      evidence: [.init("herfindahl", .number(index)), .init("concentration", .number(share))],
      advice: "plan the period without the largest deal, and put a second sponsor on it",
      stake: result.balance.largestDeal.value.map { .money($0) }, command: command)
  }

  private static func pushFinding(_ result: Result) -> Finding? {
    deals(
      result.pace.pushedCount, result, "pipeline.pushed-deals", "close dates",
      ("was pushed twice or more", "were pushed twice or more"), value: result.pace.pushedValue,
      advice: "have the buyer confirm a date, or move the deal out of the period", worst: \.pace.pushedCount)
  }

  private static func untouchedFinding(_ result: Result, _ input: Input) -> Finding? {
    let days = input.settings.untouchedDays
    return deals(
      result.quality.untouchedCount, result, "pipeline.untouched-deals", "activity",
      ("was not touched for \(days) days", "were not touched for \(days) days"),
      value: result.quality.untouchedValue,
      advice: "re-engage, escalate or disqualify each at the next pipeline review",
      worst: \.quality.untouchedCount)
  }

  private static func nextStepFinding(_ result: Result) -> Finding? {
    deals(
      result.quality.missingNextStepCount, result, "pipeline.no-next-step", "next steps",
      ("has no next step, or one whose day has passed", "have no next step, or one whose day has passed"),
      advice: "agree with the buyer on a step and its day before the next call",
      worst: \.quality.missingNextStepCount)
  }

  private static func threadFinding(_ result: Result, _ input: Input) -> Finding? {
    guard let engaged = result.quality.contactsEngaged.value,
      input.benchmarks.judge("contacts_engaged", engaged)?.status != .green
    else { return nil }
    return deals(
      result.quality.singleThreadedCount, result, "pipeline.single-threaded", "contacts",
      ("hangs on one contact", "hang on one contact"),
      advice: "find a second and a third person at the buyer, the one who signs among them",
      worst: \.quality.singleThreadedCount)
  }

  private static func paceFinding(_ result: Result) -> Finding? {
    guard let ratio = result.pace.stageAgeRatio.value, ratio > 1 else { return nil }
    return Finding(
      "pipeline.slow-stages", .info, subject: "days in stage",
      "open deals have been in their stages \(NumberFormat.ratio(ratio)) as long as won deals took",
      evidence: [.init("stage_age_ratio", .number(ratio))],
      advice: "look at the deals longest in their stage first; what was won did not wait there",
      command: command)
  }

  private static func leadFinding(_ result: Result) -> Finding? {
    guard let waiting = result.mqlsWaiting.value, waiting > 0 else { return nil }
    return Finding(
      "pipeline.leads-waiting", .info, subject: "leads",
      "\(Int(waiting)) qualified \(waiting == 1 ? "lead waits" : "leads wait") to be taken or refused",
      evidence: [.init("mqls_waiting", .number(waiting))],
      advice: "take or refuse each with a reason; untouched leads are pipeline that was paid for",
      command: command)
  }

  /// A finding on open deals, with the owner who has most of them.
  private static func deals(
    _ count: Figure, _ result: Result, _ id: String, _ subject: String, _ fault: (one: String, many: String),
    value: Figure? = nil, advice: String, worst: KeyPath<Group, Figure>
  ) -> Finding? {
    guard let deals = count.value, deals > 0 else { return nil }
    var evidence: [JSONValue.Member] = [
      .init("deals", .number(deals)), .init("of", .integer(result.coverage.openDeals)),
    ]
    let owners = result.owners.filter { !$0.group.isEmpty }
    let most = owners.max { a, b in
      let (x, y) = (a[keyPath: worst].value ?? 0, b[keyPath: worst].value ?? 0)
      return (x, b.group) < (y, a.group)
    }
    if let most, let owned = most[keyPath: worst].value, owned > 0 {
      evidence.append(.init("most", .string("\(most.group), \(Int(owned))")))
    }
    let stake = value?.value.flatMap { $0 > 0 ? Finding.Stake.money($0) : nil }
    return Finding(
      id, .warning, subject: subject,
      "\(Int(deals)) of \(result.coverage.openDeals) open deals \(deals == 1 ? fault.one : fault.many)",
      evidence: evidence, advice: advice, stake: stake, command: command)
  }
}
