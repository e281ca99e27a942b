extension PlanRecovery {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    [course(result, input), late(result, input)].compactMap(\.self)
      + result.namedDeals.flatMap { named($0, result, input) }
  }

  /// A path that does not lead there, or only with levers moved.
  private static func course(_ result: Result, _ input: Input) -> Finding? {
    guard let shortfall = result.recoveryShortfall.value, result.verdict != .onCourse else { return nil }
    let money = NumberFormat.compactMoney(shortfall, input.currency)
    let reach = NumberFormat.rate(input.reach)
    let all = result.combinations.first { $0.levers.count == RecoveryLever.allCases.count }?.share
    let evidence: [JSONValue.Member] = [
      .init("expected", .number(result.expected.value ?? 0)), .init("shortfall", .number(shortfall)),
      .init("all_levers", all?.value.map { .number($0) } ?? .null),
    ]
    let place = input.places["target"] ?? input.places["period"]
    guard result.verdict == .notCredible else {
      let one = result.levers.first(where: \.withinReach).flatMap { lever in
        lever.change.value.map {
          ": \(lever.lever.title.lowercased()) alone, moved by \(NumberFormat.rate(abs($0))), is enough"
        }
      }
      let some = result.combinations.filter(\.withinReach).min { $0.levers.count < $1.levers.count }
      let names = some.map { $0.levers.map { $0.title.lowercased() }.joined(separator: " and ") }
      let enough = one ?? names.map { ": \($0) together are enough" } ?? ""
      return Finding(
        "recovery.short", .warning, subject: result.period,
        "\(result.period) lacks \(money) to make up for the miss, unless something changes",
        evidence: evidence,
        advice: "give each lever that is to move an owner and a date" + enough,
        place: place, stake: .money(shortfall), command: "revops plan recover")
    }
    return Finding(
      "recovery.not-credible", .warning, subject: result.period,
      "\(result.period) lacks \(money), and all levers moved by \(reach) do not close it",
      evidence: evidence,
      advice: "spread the gap over more than one period, lower the target, or name more deals",
      place: place, stake: .money(shortfall), command: "revops plan recover")
  }

  /// A period in which no deal that is opened now can still close.
  private static func late(_ result: Result, _ input: Input) -> Finding? {
    guard let months = result.monthsToCreate.value, months <= 0, let day = result.openBy,
      let missing = result.pipelineToCreate.value, missing > 0
    else { return nil }
    return Finding(
      "recovery.too-late", .warning, subject: result.period,
      "pipeline of \(NumberFormat.compactMoney(missing, input.currency)) is missing, and what is opened after \(day) closes too late",
      evidence: [
        .init("open_by", .string(day)), .init("cycle_days", .number(result.cycleDays.value ?? 0)),
        .init("pipeline_to_create", .number(missing)),
      ],
      advice: "win more of what is open, or shorten its cycle: new pipeline is for the period after",
      place: input.places["period"], stake: .money(missing), command: "revops plan recover")
  }

  /// What keeps a named deal from being one that the path can rest on.
  private static func named(_ deal: NamedDeal, _ result: Result, _ input: Input) -> [Finding] {
    let name = "'\(printable(deal.deal))'"
    let place = deal.place ?? input.places["named"]
    switch deal.standing {
    case .won: return []
    case .closed, .late:
      let why =
        deal.standing == .late
        ? "closes on \(deal.closeDate ?? ""), outside \(result.period)" : "is not open any more"
      return [
        Finding(
          "recovery.named-gone", .warning, subject: deal.deal,
          "the named deal \(name) \(why): it does not count",
          evidence: [.init("standing", .string(deal.standing.rawValue))],
          advice: "name another deal, or say by when this one closes and what is done for it", place: place,
          stake: deal.amount.value.map { .money($0) }, command: "revops plan recover")
      ]
    case .open:
      guard !deal.missing.isEmpty else { return [] }
      let list =
        deal.missing.count > 1
        ? deal.missing.dropLast().joined(separator: ", ") + " and " + deal.missing[deal.missing.count - 1]
        : deal.missing[0]
      return [
        Finding(
          "recovery.named-loose", .warning, subject: deal.deal, "the named deal \(name) has not \(list)",
          evidence: [.init("missing", .array(deal.missing.map { .string($0) }))],
          advice: "a path to the target is made of named deals with owners and dated actions", place: place,
          stake: deal.amount.value.map { .money($0) }, command: "revops plan recover")
      ]
    }
  }
}

/// What `revops explain` says of each finding and refusal of the recovery plan.
enum RecoveryPages {
  static let all: [ExplainPage] = [
    ExplainPage(
      id: "recovery.short", title: "A recovery that needs a lever moved",
      what:
        "Named deals, open pipeline and what is usually created and won bring less than the miss and the target together.",
      why:
        "A plan that only hopes repeats the miss, and a quarter later there are two of them to make up for.",
      example:
        "A miss of $200K, a target of $900K, $300K named: $2M of pipeline at 25% bring $500K, and $300K are missing.",
      remedy: "Choose a lever of the list, give it an owner and a date, and run the command again each week.",
      limits:
        "Levers are moved alone or all by one share; plan.recovery.reach says how far counts as possible."),
    ExplainPage(
      id: "recovery.not-credible", title: "A recovery that does not add up",
      what: "All four levers moved by the reach together still leave a gap.",
      why: "A path that is not credible in figures costs the quarter and the trust in the next plan.",
      example: "Deal size, win rate, new pipeline and speed each 20% better bring $900K of $1.4M.",
      remedy: "Spread the gap over two periods, lower the target, or find deals that can be named.",
      limits: "The reach is 20% unless plan.recovery.reach says otherwise."),
    ExplainPage(
      id: "recovery.too-late", title: "Pipeline that would come too late",
      what: "Pipeline is missing, and a deal opened from now on closes after the period by the usual cycle.",
      why: "Campaigns for this quarter are then spent on the next one, and nobody tells the board.",
      example: "A cycle of 74 days: what is opened after 17 November closes after the end of January.",
      remedy: "Work on what is open, or on its cycle; plan new pipeline for the period after.",
      limits: "Goes by the mean cycle; some deals are faster."),
    ExplainPage(
      id: "recovery.named-gone", title: "A named deal that cannot help",
      what: "A deal that the recovery names is closed already, or is due outside the period.",
      why: "It is counted in heads and not in figures: the gap is larger than everybody thinks.",
      example: "OPP-00553, lost last week, among the five that are to save the quarter.",
      remedy: "Name another deal, or state `close_date` with what is done to pull it in.",
      limits: "A deal that is not in the opportunities is taken at its word."),
    ExplainPage(
      id: "recovery.named-loose", title: "A named deal that nobody has to win",
      what: "A named deal lacks an amount, an owner, an action or a day for it.",
      why: "A recovery is named deals, dated actions and named owners; the rest is a wish.",
      example: "{name: Acme, amount: $120K} without an owner.",
      remedy: "Fill `owner`, `action` and `by`, or the next step and its date in the CRM.",
      limits: "What the action is worth nobody checks."),
    ExplainPage(
      id: "recovery.unknown", title: "A recovery without its figures",
      what: "The miss, the target or what is closed so far is stated nowhere, and cannot be derived.",
      why: "A gap of nothing known would look like no gap.",
      example: "A workspace without opportunities, and a block `recovery` without `miss`.",
      remedy:
        "State miss, target and closed under plan.recovery, or give last_target beside the opportunities.",
      limits: "None."),
    ExplainPage(
      id: "recovery.unnamed", title: "A named deal without a name",
      what: "An entry under plan.recovery.named has neither `deal` nor `name`.",
      why: "Nobody could say later whether it was won.", example: "'- {amount: $50K}'.",
      remedy: "Write its id in the opportunities, or a name.", limits: "None."),
    ExplainPage(
      id: "recovery.named-twice", title: "One deal named twice",
      what: "Two entries under plan.recovery.named are the same deal.",
      why: "Its amount would close the gap twice.", example: "OPP-00612 in both teams' lists.",
      remedy: "Keep one of them.", limits: "Told by the id, or by the name as it is written."),
    ExplainPage(
      id: "recovery.unknown-deal", title: "A named deal that there is not",
      what: "The id of a named deal is not in the table of opportunities.",
      why: "Its amount and its stage would be somebody's memory.", example: "'OPP-612' for 'OPP-00612'.",
      remedy: "Correct the id, or give the deal a `name` instead of an id.", limits: "None."),
  ]
}
