/// The deals that stand behind calls.
struct CallEvidence: Sendable {
  private let table: OpportunityTable?
  /// The row of each deal that a call names, by its id, or by its name where only one has it.
  private var rowOf: [String: Int] = [:]
  private let owners: Labels?
  private let asOf: CalendarDate

  init(_ input: ForecastRollup.Input) {
    table = input.deals?.table
    asOf = input.asOf
    owners = table?.labels("owner")
    let named = Set(input.calls.flatMap(\.deals))
    guard let table, !named.isEmpty else { return }
    let (names, ids) = (table.labels("name"), table.labels("id"))
    var twice: Set<String> = []
    for row in 0..<table.count {
      guard let name = names?[row], named.contains(name) else { continue }
      if rowOf.updateValue(row, forKey: name) != nil { twice.insert(name) }
    }
    for name in twice { rowOf[name] = nil }
    for row in 0..<table.count { if let id = ids?[row], named.contains(id) { rowOf[id] = row } }
  }

  /// The deals of a period by their owners.
  func deals(of period: Period, _ tree: CallTree, _ hierarchy: ForecastHierarchy) -> Deals {
    var deals = Deals(evidence: self, period: period)
    guard let table else { return deals }
    let book = PeriodDeals(table, in: period, by: asOf)
    for row in book.won { deals.add(row, isWon: true, owner: owners?[row].map { hierarchy.key(of: $0) }) }
    for row in book.open { deals.add(row, isWon: false, owner: owners?[row].map { hierarchy.key(of: $0) }) }
    return deals
  }

  /// The deals of one period.
  struct Deals: Sendable {
    let evidence: CallEvidence
    let period: Period
    private var byOwner: [String: CategorySums] = [:]
    private var all = CategorySums()

    init(evidence: CallEvidence, period: Period) { (self.evidence, self.period) = (evidence, period) }

    fileprivate mutating func add(_ row: Int, isWon: Bool, owner: String?) {
      guard let table = evidence.table else { return }
      for key in [owner].compactMap(\.self) {
        if isWon {
          byOwner[key, default: .init()].addWon(table, row)
        } else {
          byOwner[key, default: .init()].addOpen(table, row)
        }
      }
      if isWon { all.addWon(table, row) } else { all.addOpen(table, row) }
    }

    /// What all deals of the period hold at the chances of their categories.
    func weighted(_ chances: CategoryChances) -> Figure {
      evidence.table.map { all.amounts($0, chances).weighted }
        ?? .absent(because: "needs the table 'opportunities'")
    }

    /// What stands behind a person's call.
    struct Behind: Sendable {
      var closed: Figure
      var held: Figure
      var by: ForecastRollup.Holding?
      var unknown: [String] = []
      var later: [String] = []
    }

    /// What a person and their team have won, and the open deals that they name, or else have.
    func behind(_ key: String, _ tree: CallTree) -> Behind {
      guard let table = evidence.table, evidence.owners != nil else {
        let none = Figure.absent(because: "needs the deals with their owners")
        return Behind(closed: none, held: none)
      }
      let people = tree.subtree(key)
      var sums = CategorySums()
      for person in people { if let own = byOwner[person] { sums.add(own) } }
      var behind = Behind(closed: .value(table.units(sums.wonCoins)), held: .value(0))
      let own = tree.calls[key]?.deals ?? []
      let named = own.isEmpty ? people.flatMap { tree.calls[$0]?.deals ?? [] } : own
      guard !named.isEmpty else {
        behind.held = .value(table.units(sums.wonCoins + sums.openCoins))
        behind.by = .open
        return behind
      }
      var coins = sums.wonCoins
      for name in named.uniqued() {
        guard let row = evidence.rowOf[name] else {
          if own.contains(name) { behind.unknown.append(name) }
          continue
        }
        guard table.outcomes[row] == .open else { continue }
        if table.date("close_date", row).map(period.contains) ?? false {
          coins += table.coins[row].isNaN ? 0 : table.coins[row]
        } else {
          behind.later.append(name)
        }
      }
      behind.held = .value(table.units(coins))
      behind.by = .named
      return behind
    }

    /// Whether deals account for the change of a call.
    ///
    /// They do where the reason names one of the table, or where what the deals named now and those named before hold
    /// leaves no change that is too large by itself.
    func explains(_ call: ForecastCall, after last: ForecastCall, isMoved: (Double) -> Bool) -> Bool {
      guard let now = call.forecast, let before = last.forecast else { return false }
      if let reason = call.reason, evidence.names(in: reason) { return true }
      guard !call.deals.isEmpty || !last.deals.isEmpty, let table = evidence.table else { return false }
      func amount(_ deals: [String]) -> Double {
        deals.uniqued().reduce(0) { sum, name in
          guard let row = evidence.rowOf[name], !table.coins[row].isNaN else { return sum }
          return sum + table.units(table.coins[row])
        }
      }
      let moved = amount(call.deals) - amount(last.deals)
      return moved != 0 && before > 0 && !isMoved(abs(now - before - moved) / before)
    }
  }

  /// Whether a text names a deal of the table: its id, its name or its account.
  private func names(in reason: String) -> Bool {
    let text = reason.lowercased()
    guard let table else { return true }
    let words = [table.labels("id"), table.labels("name"), table.labels("account")].compactMap { $0?.names }
    return words.joined().contains { $0.utf8.count > 2 && text.contains($0.lowercased()) }
  }
}
