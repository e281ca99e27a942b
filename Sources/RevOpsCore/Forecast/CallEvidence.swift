/// The deals that stand behind calls.
struct CallEvidence: Sendable {
  private let table: OpportunityTable?
  /// The row of each deal that a call names, by its id, or by its name where only one has it.
  private var rowOf: [String: Int] = [:]
  private let owners: Labels?
  private let asOf: CalendarDate
  /// Why there are no deals to hold calls against.
  private let lack: String?

  init(_ input: ForecastRollup.Input) {
    // A call is of all deals, also where a condition keeps some of them.
    let isNarrowed = input.deals?.table.data.isNarrowed == true
    table = isNarrowed ? nil : input.deals?.table
    lack = isNarrowed ? "calls are of all deals, and --where keeps some" : nil
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
  func deals(of period: Period, _ tree: CallTree) -> Deals {
    let hierarchy = tree.hierarchy
    var deals = Deals(evidence: self, period: period, hierarchy)
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
    private let hierarchy: ForecastHierarchy
    private var byOwner: [String: Own] = [:]
    private var all = CategorySums()
    private var ownerless = CategorySums()

    /// What somebody has won, and the rows of what they have open.
    private struct Own: Sendable {
      var won = CategorySums()
      var open: [Int] = []
    }

    init(evidence: CallEvidence, period: Period, _ hierarchy: ForecastHierarchy) {
      (self.evidence, self.period, self.hierarchy) = (evidence, period, hierarchy)
    }

    fileprivate mutating func add(_ row: Int, isWon: Bool, owner: String?) {
      guard let table = evidence.table else { return }
      if isWon { all.addWon(table, row) } else { all.addOpen(table, row) }
      guard let owner else {
        if isWon { ownerless.addWon(table, row) } else { ownerless.addOpen(table, row) }
        return
      }
      if isWon {
        byOwner[owner, default: .init()].won.addWon(table, row)
      } else {
        byOwner[owner, default: .init()].open.append(row)
      }
    }

    /// What all deals of the period hold at the chances of their categories.
    func weighted(_ chances: CategoryChances) -> Figure {
      evidence.table.map { all.amounts($0, chances).weighted }
        ?? .absent(because: evidence.lack ?? "needs the table 'opportunities'")
    }

    /// What the deals hold at the chances of their categories, by whether a call is theirs too.
    struct Sides: Sendable {
      /// Of people who call, or above whom somebody does.
      var called: Figure
      /// Of all others, and of nobody.
      var uncalled: Figure
      /// Of nobody alone.
      var ownerless: Figure
      /// Those others, the one with the most first.
      var owners: [String] = []
    }

    /// Parts the deals by whether their owner, or somebody above, calls the period.
    func sides(_ tree: CallTree, _ chances: CategoryChances) -> Sides {
      guard let table = evidence.table, evidence.owners != nil else {
        let missing = evidence.table == nil ? "the table 'opportunities'" : "the deals with their owners"
        let none = Figure.absent(because: evidence.lack ?? "needs \(missing)")
        return Sides(called: none, uncalled: none, ownerless: none)
      }
      let callers = Set(tree.calls.keys)
      var (called, uncalled) = (CategorySums(), ownerless)
      var others: [(owner: String, coins: Double)] = []
      for (owner, own) in byOwner {
        var sums = own.won
        for row in own.open { sums.addOpen(table, row) }
        if callers.contains(owner) || hierarchy.isPart(owner, ofAny: callers) {
          called.add(sums)
        } else {
          uncalled.add(sums)
          others.append((hierarchy.name(of: owner), sums.wonCoins + sums.openCoins))
        }
      }
      others.sort { ($1.coins, $0.owner) < ($0.coins, $1.owner) }
      return Sides(
        called: called.amounts(table, chances).weighted, uncalled: uncalled.amounts(table, chances).weighted,
        ownerless: ownerless.amounts(table, chances).weighted, owners: others.map(\.owner))
    }

    /// What stands behind a person's call.
    struct Behind: Sendable {
      var closed: Figure
      var held: Figure
      var by: ForecastRollup.Holding?
      var unknown: [String] = []
      var later: [String] = []
    }

    /// What a person and everybody below them have won, and what is to close beside.
    ///
    /// That is the open deals which the person's own call names; else those which each of the team names or, naming
    /// none, has, whether they call or not. A deal counts once.
    func behind(_ key: String, _ tree: CallTree) -> Behind {
      guard let table = evidence.table, evidence.owners != nil else {
        let none = Figure.absent(because: evidence.lack ?? "needs the deals with their owners")
        return Behind(closed: none, held: none)
      }
      let team = Set(byOwner.keys).union(tree.calls.keys).filter {
        $0 == key || hierarchy.above($0).contains(key)
      }.sorted()
      var won = CategorySums()
      for person in team { if let own = byOwner[person]?.won { won.add(own) } }
      var behind = Behind(closed: .value(table.units(won.wonCoins)), held: .value(0), by: .open)
      var rows: Set<Int> = []
      let own = tree.calls[key]?.deals ?? []
      for person in own.isEmpty ? team : [key] {
        let named = tree.calls[person]?.deals ?? []
        guard !named.isEmpty else {
          rows.formUnion(byOwner[person]?.open ?? [])
          continue
        }
        behind.by = .named
        for name in named.uniqued() {
          guard let row = evidence.rowOf[name] else {
            if own.contains(name) { behind.unknown.append(name) }
            continue
          }
          guard table.outcomes[row] == .open else { continue }
          if table.date("close_date", row).map(period.contains) ?? false {
            rows.insert(row)
          } else {
            behind.later.append(name)
          }
        }
      }
      let open = rows.sorted().reduce(0.0) { $0 + (table.coins[$1].isNaN ? 0 : table.coins[$1]) }
      behind.held = .value(table.units(won.wonCoins + open))
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
