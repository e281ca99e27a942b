/// The faults of deals one by one: the most valuable deal first, then by id and check.
struct FaultList {
  /// As many as are wanted.
  let rows: [PipelineHygiene.Row]

  init(_ faults: DealFaults, limit: Int?) {
    let table = faults.table
    let chosen = Self.chosen(faults, limit)
    let owners = table.labels("owner")
    var rows: [PipelineHygiene.Row] = []
    for row in chosen {
      let coins = table.coins[row]
      let id = table.text("id", row) ?? ""
      for check in PipelineHygiene.Check.allCases where faults.marks[row].contains(.init(check)) {
        let mended = faults.mended(row, check)
        rows.append(
          PipelineHygiene.Row(
            id: id, name: table.text("name", row) ?? "", owner: owners?[row] ?? "",
            amount: coins.isNaN ? .absent(because: "the amount is missing") : .value(table.units(coins)),
            check: check, detail: faults.details(row, check),
            column: mended.column, found: mended.found, action: check.action, line: table.line(row)))
      }
    }
    rows.sort { a, b in
      let (x, y) = (a.amount.value ?? 0, b.amount.value ?? 0)
      if x != y { return x > y }
      return (a.id, a.check.place, a.detail) < (b.id, b.check.place, b.detail)
    }
    self.rows = limit.map { Array(rows.prefix($0)) } ?? rows
  }

  /// The deals that can be among the first so many: with equal amounts at the end, all of those.
  private static func chosen(_ faults: DealFaults, _ limit: Int?) -> [Int] {
    let failing = faults.marks.indices.filter { !faults.marks[$0].isEmpty }
    guard let limit, limit < failing.count else { return failing }
    let worth = failing.map { faults.table.worth($0) }.sorted(by: >)
    let least = worth[max(limit - 1, 0)]
    return failing.filter { faults.table.worth($0) >= least }
  }

  /// For each check the deal that stands first of those that fail it.
  static func worst(_ faults: DealFaults) -> [PipelineHygiene.Check: Int] {
    let table = faults.table
    var most = [Double](repeating: -.infinity, count: PipelineHygiene.Check.allCases.count)
    var rows = [[Int]](repeating: [], count: most.count)
    for row in faults.marks.indices {
      var bits = faults.marks[row].rawValue
      let worth = bits == 0 ? 0 : table.worth(row)
      while bits != 0 {
        let place = bits.trailingZeroBitCount
        if worth > most[place] {
          most[place] = worth
          rows[place] = [row]
        } else if worth == most[place] {
          rows[place].append(row)
        }
        bits &= bits - 1
      }
    }
    var worst: [PipelineHygiene.Check: Int] = [:]
    for check in PipelineHygiene.Check.allCases {
      let ids = rows[check.place].map { ($0, table.text("id", $0) ?? "") }
      worst[check] = ids.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }
    return worst
  }
}

extension OpportunityTable {
  /// The amount of a deal in coins, nothing for a missing one.
  fileprivate func worth(_ row: Int) -> Double { coins[row].isNaN ? 0 : coins[row] }
}
