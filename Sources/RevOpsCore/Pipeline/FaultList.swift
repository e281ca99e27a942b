/// The faults of deals one by one: the most valuable deal first, then by id, line and check.
struct FaultList {
  /// How many are wanted.
  enum Extent: Hashable, Sendable {
    case all
    /// So many.
    case first(Int)
    /// So many of each check.
    case ofEach(Int)
  }

  /// As many as are wanted.
  let rows: [PipelineHygiene.Row]

  init(_ faults: DealFaults, _ extent: Extent) {
    let table = faults.table
    let chosen = Self.chosen(faults, extent)
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
      return (a.id, a.line, a.check.place) < (b.id, b.line, b.check.place)
    }
    switch extent {
    case .all: self.rows = rows
    case .first(let count): self.rows = Array(rows.prefix(count))
    case .ofEach(let count):
      var seen: [PipelineHygiene.Check: Int] = [:]
      self.rows = rows.filter { row in
        seen[row.check, default: 0] += 1
        return seen[row.check, default: 0] <= count
      }
    }
  }

  /// The deals that can be among those wanted.
  private static func chosen(_ faults: DealFaults, _ extent: Extent) -> [Int] {
    let failing = faults.marks.indices.filter { !faults.marks[$0].isEmpty }
    switch extent {
    case .all: return failing
    case .first(let count): return first(count, of: failing, faults.table)
    case .ofEach(let count):
      return Set(
        PipelineHygiene.Check.allCases.flatMap { check in
          first(count, of: failing.filter { faults.marks[$0].contains(.init(check)) }, faults.table)
        }
      ).sorted()
    }
  }

  /// The most valuable so many of some deals; of equals at the end those with the first ids.
  private static func first(_ count: Int, of deals: [Int], _ table: OpportunityTable) -> [Int] {
    guard count < deals.count else { return deals }
    guard count > 0 else { return [] }
    let least = deals.map { table.worth($0) }.sorted(by: >)[count - 1]
    let above = deals.filter { table.worth($0) > least }
    let equal = deals.filter { table.worth($0) == least }.map { (id: table.text("id", $0) ?? "", row: $0) }
    guard above.count + equal.count > count else { return above + equal.map(\.row) }
    // One id may stand in several rows, each with faults of its own.
    let last = equal.map(\.id).sorted()[count - above.count - 1]
    return above + equal.filter { $0.id <= last }.map(\.row)
  }

  /// For each check the deal that stands first of those that fail it.
  static func worst(_ faults: DealFaults) -> [PipelineHygiene.Check: Int] {
    let table = faults.table
    var most = [Double](repeating: -.infinity, count: PipelineHygiene.Check.allCases.count)
    var rows = [[Int]](repeating: [], count: most.count)
    for row in faults.marks.indices {
      let worth = faults.marks[row].isEmpty ? 0 : table.worth(row)
      faults.marks[row].forEachPlace { place in
        if worth > most[place] {
          most[place] = worth
          rows[place] = [row]
        } else if worth == most[place] {
          rows[place].append(row)
        }
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
  func worth(_ row: Int) -> Double { coins[row].isNaN ? 0 : coins[row] }
}
