import RevOpsCore

/// The commands of single deals.
extension CommandSpec {
  static let dealsWinloss = CommandSpec(
    "deals", "winloss",
    summary: "what was won and lost, why and to whom; whom to interview, and who has to hear of it",
    examples: [
      Example("revops deals winloss", "the deals closed in the last twelve months"),
      Example("revops deals winloss --by region", "with the win rate of each region too"),
      Example("revops deals winloss deals.csv", "an export alone"),
    ],
    notes: [
      "deals.winloss.period names other days, size_bands other sizes, interview_share how many count as the most valuable, "
        + "routes the team that hears of a reason, and reviewed the deals whose review was held."
    ],
    runs: WinLoss.self)
}
