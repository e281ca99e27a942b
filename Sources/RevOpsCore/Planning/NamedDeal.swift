extension PlanRecovery {
  /// A deal that the recovery rests on, as the document and the CRM know it.
  struct NamedDeal: Hashable, Sendable, Encodable {
    /// Whether it can still be won in the period.
    enum Standing: String, Hashable, Sendable, Encodable {
      case open
      /// Won in the period already, and counted there.
      case won
      /// Closed otherwise.
      case closed
      /// Due outside the period.
      case late
    }

    var deal: String
    var amount: Figure
    var closeDate: String?
    var owner: String?
    var action: String?
    /// The day by which the action is to be done.
    var by: String?
    var standing: Standing
    /// Where it stands in the document.
    var place: Place?

    enum CodingKeys: String, CodingKey {
      case deal, amount, closeDate = "close_date", owner, action, by, standing
    }

    /// What it brings to the period beside what is closed already.
    var counted: Double { standing == .open ? amount.value ?? 0 : 0 }

    /// What a deal needs to be part of a plan that somebody can be held to.
    var missing: [String] {
      [
        amount.value == nil ? "an amount" : nil, owner == nil ? "an owner" : nil,
        action == nil ? "an action" : nil, by == nil ? "a day for it" : nil,
      ].compactMap(\.self)
    }

    init(_ stated: RecoveryStatement.Named, _ table: OpportunityTable?, _ row: Int?, in period: Period) {
      func text(_ column: String) -> String? { row.flatMap { table?.text(column, $0) } }
      func day(_ column: String) -> CalendarDate? { row.flatMap { table?.date(column, $0) } }
      deal = text("name") ?? stated.name ?? stated.id ?? ""
      let known = row.flatMap { row in
        table.flatMap { $0.coins[row].isNaN ? nil : $0.units($0.coins[row]) }
      }
      amount = (known ?? stated.amount).map { .value($0) } ?? .absent(because: "has no amount")
      let close = stated.close ?? day("close_date")
      closeDate = close.map { "\($0)" }
      owner = stated.owner ?? text("owner")
      action = stated.action ?? text("next_step")
      by = (stated.actionDay ?? day("next_step_date")).map { "\($0)" }
      place = stated.place
      switch row.flatMap({ table?.outcomes[$0] }) {
      case .won:
        let day = row.flatMap { table?.closedDate($0) }
        standing = day.map(period.contains) == true ? .won : .closed
      case .lost: standing = .closed
      case .open, nil: standing = close.map(period.contains) == false ? .late : .open
      }
    }
  }
}
