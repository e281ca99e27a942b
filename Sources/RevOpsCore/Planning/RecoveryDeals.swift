/// What the deals of a workspace say of a period that is to make up for the one before.
struct RecoveryDeals {
  let table: OpportunityTable
  private let isOfType: [Bool]
  /// The rows of the deals that are named.
  private let named: Set<Int>

  init(_ table: OpportunityTable, types: [String], named: Set<Int>) {
    self.table = table
    self.named = named
    let wanted = Set(types.map { ImportKey($0).text })
    let kinds = wanted.isEmpty ? nil : table.labels("type")
    isOfType = (0..<table.count).map { row in
      kinds.map { wanted.contains(ImportKey($0[row] ?? "").text) } ?? true
    }
  }

  /// What was won in a period until a day, in currency units.
  func won(in period: Period, until asOf: CalendarDate) -> Double {
    sum { row in
      guard table.outcomes[row] == .won, let day = table.closedDate(row) else { return false }
      return day <= asOf && period.contains(day)
    }
  }

  /// What is open and due in a period beside the named deals.
  func open(in period: Period) -> Double {
    sum { row in
      table.outcomes[row] == .open && !named.contains(row)
        && table.date("close_date", row).map(period.contains) == true
    }
  }

  /// What was created in a period, whatever became of it.
  func created(in period: Period) -> Figure {
    guard table.dates["created_date"] != nil else {
      return .absent(because: "needs the column 'created_date'")
    }
    return .value(sum { table.date("created_date", $0).map(period.contains) == true })
  }

  /// Win rate, deal size and cycle of the deals closed in a period.
  func record(of period: Period) -> WinRecord { WinRecord(table, closedIn: period) { isOfType[$0] } }

  private func sum(_ holds: (Int) -> Bool) -> Double {
    let coins = (0..<table.count).reduce(0) { sum, row in
      isOfType[row] && holds(row) && !table.coins[row].isNaN ? sum + table.coins[row] : sum
    }
    return table.units(coins)
  }
}
