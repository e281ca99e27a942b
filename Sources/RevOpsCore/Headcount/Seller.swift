/// Somebody of the `reps` table, for the days that one row of it speaks of.
///
/// Who moved to another manager or segment has a row for each place, told apart by their dates.
struct Seller: Hashable, Sendable {
  /// What tells people apart: the id, else the name.
  var key: String
  var name: String
  var role: String?
  var segment: String?
  /// The manager's name where the table has their row, else what the cell says.
  var manager: String?
  var start: CalendarDate?
  /// The last day at work here, where it is known.
  var lastDay: CalendarDate?
  /// What they are to book in a year, in currency units.
  var quota: Double?
  /// What they earn in a year at quota.
  var ote: Double?
  /// What their accounts could buy in a year.
  var potential: Double?
  /// Days away, such as parental leave.
  var leaves: [Period]
  /// Which row that counts it is.
  var row: Int
  var place: Place?

  /// The days from the first to the last, within a period; none where they do not overlap.
  func days(in period: Period) -> Period {
    Period(
      from: max(period.start, start ?? .earliest),
      to: min(period.end, lastDay?.adding(days: 1) ?? .latest))
  }

  /// Days at work within a period, leaves taken off.
  func daysPresent(in period: Period) -> Int {
    let there = days(in: period)
    return there.days - leaves.reduce(0) { $0 + $1.overlap(with: there).days }
  }
}

extension Period {
  /// The days that lie in both.
  func overlap(with other: Period) -> Period {
    Period(from: max(start, other.start), to: min(end, other.end))
  }

  /// Its length in years: that of a year, a quarter or a month is what it is called.
  var years: Double {
    switch kind {
    case .year, .fiscalYear: 1
    case .quarter, .fiscalQuarter: 0.25
    case .month: 1.0 / 12
    case .days: Double(days) / 365
    }
  }
}

extension [Seller] {
  /// Those who carry a quota themselves, within a period: of the roles that are named, else whoever has a quota
  /// and is nobody's manager.
  func carriers(of roles: [String], in period: Period) -> [Seller] {
    let wanted = Set(roles.map { ImportKey($0).text })
    let managers = Set(compactMap(\.manager))
    let knowsQuotas = contains { $0.quota != nil }
    return filter { seller in
      guard seller.days(in: period).days > 0 else { return false }
      guard wanted.isEmpty else { return seller.role.map { wanted.contains(ImportKey($0).text) } ?? false }
      return !managers.contains(seller.name) && (!knowsQuotas || (seller.quota ?? 0) > 0)
    }
  }
}

extension Workspace {
  /// The rows of the `reps` table, in the order of the file; none where the workspace has no such table.
  func sellers() throws(InputErrors) -> [Seller] {
    if let roster = keptRoster { return roster.sellers }
    guard let table = table("reps") else { return [] }
    var reader = SellerReader(table: table, company: company)
    let sellers = reader.sellers()
    if let errors = InputErrors(reader.problems.uniqued()) { throw errors }
    return sellers
  }
}

/// What the rows of people call those whom their cells of managers mean.
private struct ManagerNames {
  private var byID: [String: String] = [:]
  private var bySpelling: [[Substring]: Set<String>] = [:]

  /// A manager's row names them even where a condition leaves it out.
  init(_ table: DataTable) {
    for (id, name) in zip(table.allTexts("id"), table.allTexts("name")) {
      guard let name else { continue }
      if let id { byID[RecordID.plain(id)] = name }
      bySpelling[Labels.plain(name), default: []].insert(name)
    }
  }

  /// The name of the row with an id, else of the only people whose name differs in letter case and blanks alone; what
  /// the cell says where there is none.
  func name(of manager: String) -> String {
    if let name = byID[RecordID.plain(manager)] { return name }
    let alike = bySpelling[Labels.plain(manager)] ?? []
    return alike.count == 1 ? alike.first ?? manager : manager
  }
}

/// Reads people out of a table, and keeps every problem of it.
private struct SellerReader {
  let table: DataTable
  let company: Company
  var problems: [Diagnostic] = []

  mutating func sellers() -> [Seller] {
    let names = table.texts("name")
    let ids = table.texts("id")
    let (roles, segments) = (table.texts("role"), table.texts("segment"))
    let managers = table.texts("manager")
    let (starts, ends) = (dates("start_date"), dates("end_date"))
    let (leaves, returns) = (dates("leave_start"), dates("leave_end"))
    let (quotas, otes) = (amounts("quota"), amounts("ote"))
    let potentials = amounts("potential")
    let managerNames = ManagerNames(table)
    var sellers: [Seller] = []
    for row in table.rows.indices {
      guard let name = names[row] else {
        refuse(row, "reps.no-name", "the row names nobody")
        continue
      }
      var seller = Seller(
        key: ids[row].map(RecordID.plain) ?? name, name: name, role: roles[row], segment: segments[row],
        manager: managers[row].map { managerNames.name(of: $0) }, start: starts[row],
        lastDay: ends[row],
        quota: quotas[row], ote: otes[row], potential: potentials[row], leaves: [], row: row,
        place: table.table.place(row: table.rows[row]))
      if let first = leaves[row] {
        let end = returns[row]?.adding(days: 1) ?? .latest
        seller.leaves = [Period(from: first, to: end)]
      }
      check(seller, leaves[row], returns[row])
      sellers.append(seller)
    }
    refuseOverlaps(sellers)
    return sellers
  }

  private mutating func check(_ seller: Seller, _ leave: CalendarDate?, _ back: CalendarDate?) {
    if let start = seller.start, let last = seller.lastDay, last < start {
      refuse(seller.row, "reps.dates-swapped", "'\(printable(seller.name))' leaves before the start")
    }
    if let back, back < leave ?? .latest {
      refuse(
        seller.row, "reps.dates-swapped", "the leave of '\(printable(seller.name))' ends before it begins")
    }
    if min(seller.quota ?? 0, seller.ote ?? 0, seller.potential ?? 0) < 0 {
      refuse(
        seller.row, "reps.below-zero",
        "'\(printable(seller.name))' has a quota, an OTE or a potential below zero")
    }
  }

  private mutating func refuse(_ row: Int, _ id: String, _ message: String, notes: [Diagnostic.Note] = []) {
    problems.append(
      Diagnostic(id, message, at: table.table.place(row: table.rows[row]), notes: notes))
  }

  /// Two rows that have one person in two places on one day.
  private mutating func refuseOverlaps(_ sellers: [Seller]) {
    let ever = Period(from: .earliest, to: .latest)
    var earlier: [String: [Seller]] = [:]
    for seller in sellers {
      if let other = earlier[seller.key]?.first(where: {
        $0.days(in: ever).overlap(with: seller.days(in: ever)).days > 0
      }) {
        let note = other.place.map { Diagnostic.Note("the other row is here", at: $0) }
        refuse(
          seller.row, "reps.two-places", "'\(printable(seller.name))' has two rows for the same days",
          notes: note.map { [$0] } ?? [])
      }
      earlier[seller.key, default: []].append(seller)
    }
  }

  private mutating func dates(_ name: String) -> [CalendarDate?] {
    do throws(InputErrors) {
      if let dates = try table.dates(name) { return dates }
    } catch {
      problems += error.diagnostics
    }
    return Array(repeating: nil, count: table.rowCount)
  }

  private mutating func amounts(_ name: String) -> [Double?] {
    do throws(InputErrors) { return try table.values(name, "reps.mixed-currencies", in: company) } catch {
      problems += error.diagnostics
      return Array(repeating: nil, count: table.rowCount)
    }
  }
}
