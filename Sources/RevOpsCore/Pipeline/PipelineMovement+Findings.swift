extension PipelineMovement {
  public static func findings(of result: Result, for input: Input) -> [Finding] {
    [
      input.untold.findingOfNoHistory(subject(result), "revops pipeline movement"), differing(result, input),
      removed(result), pushed(result), regressed(result),
      amounts(result),
    ].compactMap(
      \.self)
  }

  /// The history and the opportunities were exported on different days.
  private static func differing(_ result: Result, _ input: Input) -> Finding? {
    guard let first = input.lag.deals.first else { return nil }
    let count = input.lag.deals.count
    let coins = input.currency.coinsPerUnit
    let change = (input.lag.byDeals - input.lag.byHistory) / coins
    return Finding(
      "pipeline.history-differs", .warning, subject: subject(result),
      "\(count) \(count == 1 ? "deal stands" : "deals stand") otherwise in the history than in the opportunities of "
        + "the same day: the bridge ends where the history does",
      evidence: [
        .init("deals", .integer(count)), .init("first", .string(first)),
        .init("end", .number(result.bridge.end)),
        .init("open_by_opportunities", .number((result.bridge.end + change).toTheCoin)),
      ],
      advice:
        "export the history and the opportunities on one day, or end the movement on the day of the older one with "
        + "'pipeline.movement.to'",
      stake: .money(abs(change)), command: "revops pipeline movement")
  }

  private static func subject(_ result: Result) -> String {
    result.period.map { "\($0.from)..\($0.to)" } ?? "all open deals"
  }

  /// Deals that are neither open, nor won, nor lost any more.
  private static func removed(_ result: Result) -> Finding? {
    let count = result.bridge.deals.removed
    guard count > 0, let first = result.deals.first(where: { $0.cause == .removed }) else { return nil }
    return Finding(
      "pipeline.removed-deals", .warning, subject: subject(result),
      "\(count) \(count == 1 ? "deal is" : "deals are") gone that \(count == 1 ? "was" : "were") neither won nor lost",
      evidence: [
        .init("deals", .integer(count)), .init("removed", .number(result.bridge.removed)),
        .init("first", .string(first.id)),
      ],
      advice: "close deals as lost rather than delete them, so that the win rate and the reasons stay true",
      stake: .money(result.bridge.removed), command: "revops pipeline movement")
  }

  /// More went into later periods than was won.
  private static func pushed(_ result: Result) -> Finding? {
    let bridge = result.bridge
    guard bridge.pushedOut > bridge.won else { return nil }
    let count = bridge.deals.pushedOut
    return Finding(
      "pipeline.pushed-out", .warning, subject: subject(result),
      "more pipeline was pushed out of the period than was won in it",
      evidence: [
        .init("pushed_out", .number(bridge.pushedOut)), .init("deals", .integer(count)),
        .init("won", .number(bridge.won)),
      ],
      advice:
        "ask of each pushed deal what the buyer agreed to and by when; disqualify those without an answer",
      stake: .money(bridge.pushedOut), command: "revops pipeline movement")
  }

  /// Deals went back to an earlier stage.
  private static func regressed(_ result: Result) -> Finding? {
    guard let count = result.regressed.value, count > 0 else { return nil }
    return Finding(
      "pipeline.moved-back", .info, subject: subject(result),
      "\(Int(count)) open \(count == 1 ? "deal" : "deals") went back to an earlier stage",
      evidence: [
        .init("regressed", .integer(Int(count))), .init("advanced", .number(result.advanced.value ?? 0)),
      ],
      advice: "hold the exit criteria of the stage they came from against the deals that are in it now",
      command: "revops pipeline movement")
  }

  private static func amounts(_ result: Result) -> Finding? {
    let count = result.missingAmounts
    guard count > 0 else { return nil }
    return Finding(
      "pipeline.missing-amounts", .warning, subject: subject(result),
      "\(count) \(count == 1 ? "deal" : "deals") of the bridge \(count == 1 ? "has" : "have") no amount",
      evidence: [.init("missing_amounts", .integer(count))],
      advice: "have the owners give an amount; until then no sum counts these deals",
      command: "revops pipeline hygiene")
  }
}

extension [String] {
  /// That nothing tells how closed deals stood, of which the stage history has no row; nil where there are none.
  func findingOfNoHistory(_ subject: String, _ command: String) -> Finding? {
    guard let first else { return nil }
    return Finding(
      "pipeline.no-history", .warning, subject: subject,
      "\(count) closed \(count == 1 ? "deal has" : "deals have") no row in the stage history and "
        + "\(count == 1 ? "is" : "are") not in the bridge",
      evidence: [.init("deals", .integer(count)), .init("first", .string(first))],
      advice:
        "export the history of all deals, or compare two exports: 'revops pipeline movement OLD.csv NEW.csv'",
      command: command)
  }
}
