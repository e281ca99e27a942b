/// Whom the rows of the deals name as the manager of each owner.
struct DealManagers {
  /// An owner with the manager that most rows name, of equally many the first by name.
  struct Owner: Hashable, Sendable {
    var name: String
    var manager: String
    /// How many rows name that manager.
    var rows: Int
    /// How many rows name another one.
    var others: Int
    /// The manager whom most of those name.
    var other: String?
    /// Where the first row that names the manager does; for an owner with several, the first that names another.
    var place: Place
  }

  /// The owners whom some row puts under somebody else, in the order in which the file names them.
  private(set) var owners: [Owner] = []

  /// No owners.
  init() {}

  /// Looks at all rows, also those that repeat a deal or that a condition leaves out.
  init(_ deals: DataTable) {
    let deals = deals.withAllRows
    guard let above = deals.labels("manager"), let names = deals.labels("owner") else { return }
    var counts: [[Int32: (rows: Int, first: Int)]] = names.names.map { _ in [:] }
    for row in deals.rows.indices {
      let owner = Int(names.codes[row])
      guard names.names.indices.contains(owner), let manager = above[row], manager != names.names[owner]
      else {
        continue
      }
      counts[owner][above.codes[row], default: (0, row)].rows += 1
    }
    for (name, found) in zip(names.names, counts) where !found.isEmpty {
      let ranked = found.map { (name: above.names[Int($0.key)], $0.value.rows, $0.value.first) }
        .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.name < $1.name }
      let rest = ranked.dropFirst()
      let row = deals.rows[(rest.first ?? ranked[0]).2]
      let column = deals.mapping["manager"] ?? 0
      owners.append(
        Owner(
          name: name, manager: ranked[0].name, rows: ranked[0].1, others: rest.reduce(0) { $0 + $1.1 },
          other: rest.first?.name, place: deals.table.place(row, column)))
    }
  }
}

extension [DealManagers.Owner] {
  /// What to say of owners whom the deals put under several managers; nil where there is none.
  func finding(_ command: String) -> Finding? {
    guard let first else { return nil }
    let (who, counts) = count == 1 ? ("1 owner stands", "counts") : ("\(count) owners stand", "count")
    return Finding(
      "forecast.two-managers", .warning, subject: printable(first.name),
      "\(who) under several managers in the deals, and \(counts) under the one that most rows name",
      evidence: [
        .init("manager", .string(first.manager)), .init("rows", .integer(first.rows)),
        .init("other", .string(first.other ?? "")), .init("other_rows", .integer(first.others)),
      ],
      advice: "say whom each of them reports to in the table 'reps', or in the calls",
      place: first.place, command: command)
  }
}
