extension WinLoss {
  /// The deals that call for an interview: the most valuable, and those lost to a competitor.
  struct Interviews {
    private(set) var threshold: Figure
    private(set) var list: [Interview] = []

    init(_ deals: ClosedDeals) {
      let table = deals.table
      let amounts = deals.rows.map { table.coins[$0] }.filter { !$0.isNaN }.sorted(by: >)
      let count = Int((deals.settings.interviewShare * Double(amounts.count)).rounded(.up))
      let edge = count > 0 ? amounts[min(count, amounts.count) - 1] : .infinity
      threshold =
        count > 0 ? .value(table.units(edge)) : .absent(because: "needs closed deals with amounts")
      let names = table.labels("name")
      let owners = table.labels("owner")
      for row in deals.rows {
        let coins = table.coins[row]
        // All deals of the amount at the edge are in, so that the order of rows decides nothing.
        let isLarge = !coins.isNaN && coins >= edge
        let isCompetitive = deals.isCompetitiveLoss(row)
        guard isLarge || isCompetitive else { continue }
        let id = deals.id(row) ?? ""
        list.append(
          Interview(
            id: id, name: names?[row] ?? "", owner: owners?[row] ?? "", outcome: table.outcomes[row],
            amount: coins.isNaN ? .absent(because: "the amount is missing") : .value(table.units(coins)),
            closed: table.closedDate(row).map { "\($0)" } ?? "", competitor: deals.competitors?[row] ?? "",
            reason: table.outcomes[row] == .lost ? deals.reasons?[row] ?? "" : "", isLarge: isLarge,
            isCompetitive: isCompetitive, isReviewed: deals.settings.reviewed?.contains(DealKey(id)) ?? false)
        )
      }
      list.sort { a, b in
        let (x, y) = (a.amount.value ?? -1, b.amount.value ?? -1)
        return x != y ? x > y : a.id < b.id
      }
    }

    /// Reviews held of those due.
    func coverage(_ settings: WinLossSettings) -> Figure {
      guard settings.reviewed != nil else {
        return .absent(because: "needs 'deals.winloss.reviewed', the deals whose review was held")
      }
      guard !list.isEmpty else { return .absent(because: "no deal calls for a review") }
      return .value(Double(list.count { $0.isReviewed }) / Double(list.count))
    }
  }

  /// What each team has to hear: the reasons it can act on, and where deals are won more or less often.
  static func insights(_ deals: ClosedDeals, _ reasons: [Reason], _ patterns: [Pattern]) -> [Insight] {
    let lost = Dictionary(grouping: deals.rows.filter { deals.table.outcomes[$0] == .lost }) {
      deals.reasons?[$0] ?? ""
    }
    let ofReasons = reasons.compactMap { reason -> Insight? in
      guard let team = reason.team else { return nil }
      return Insight(
        team: team, about: "lost: \(reason.reason)", deals: reason.deals, value: reason.value,
        action: action(of: team), examples: examples(lost[reason.reason] ?? [], deals))
    }
    let ofPatterns = patterns.filter { !$0.group.isEmpty }.map { pattern -> Insight in
      let labels = deals.labels(pattern.by)
      let rows = deals.rows.filter { labels?[$0] == pattern.group }
      let sum = rows.reduce(into: ClosedDeals.Sum()) { $0.add(deals.table.coins[$1]) }
      return Insight(
        team: team(of: pattern), about: "\(pattern.by) \(pattern.group)", deals: sum.deals,
        value: sum.value(in: deals.table), action: action(of: pattern), examples: examples(rows, deals))
    }.filter { $0.deals > 0 }
    return (ofReasons + ofPatterns).sorted { a, b in
      (b.value.orLeast, a.about, a.team.rawValue) < (a.value.orLeast, b.about, b.team.rawValue)
    }
  }

  private static func examples(_ rows: [Int], _ deals: ClosedDeals) -> [String] {
    rows.map { (coins: deals.table.coins[$0], id: deals.id($0) ?? "") }
      .sorted { a, b in
        let (x, y) = (a.coins.isNaN ? -1 : a.coins, b.coins.isNaN ? -1 : b.coins)
        return x != y ? x > y : a.id < b.id
      }
      .prefix(3).map(\.id)
  }

  private static func team(of pattern: Pattern) -> Team {
    switch pattern.by {
    case "owner", "manager", "size": .sales
    case "competitor", "product": .product
    default: .marketing
    }
  }

  private static func action(of team: Team) -> String {
    switch team {
    case .sales: "make the objection a topic of coaching, and put the answer that won into the playbook"
    case .product: "weigh the gap or the price against the roadmap and the packages"
    case .marketing: "correct the message in campaigns and material"
    }
  }

  private static func action(of pattern: Pattern) -> String {
    let rate = NumberFormat.rate(pattern.winRate)
    return switch (team(of: pattern), pattern.isAbove) {
    case (.sales, true): "wins \(rate): have the others hear how"
    case (.sales, false): "wins \(rate): look for the skill or the stage that is missing"
    case (.product, true): "wins \(rate): keep what sets us apart here"
    case (.product, false): "wins \(rate): name the capability that is missing here"
    case (.marketing, true): "wins \(rate): say louder what convinces here"
    case (.marketing, false): "wins \(rate): look at message, targeting and quality here"
    }
  }
}
