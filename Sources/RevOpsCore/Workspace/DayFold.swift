/// Learns from a file what only all of its rows tell, and what its rows are added up by: the latest day on which
/// something is recorded, and which of day and month comes first.
///
/// It takes the rows in a pass of its own before the one that adds them up, so that their columns are not kept.
struct DayFold: RowFold {
  let requests: [ColumnRequest] = []
  /// The columns of days, with what each tells.
  private var columns: [Told]
  private let zone: ZoneRules
  /// Whether the day is wanted in any case; else the order alone, where dates leave it open.
  private let needsDay: Bool
  private let months = MonthStarts()
  private var rows = 0

  private struct Told: Sendable {
    let index: Int
    let isRecord: Bool
    let given: TableDate.Order?
    var evidence = DateEvidence()
    /// The latest days, by how those that can be read both ways are read.
    var latest: (dmy: Int32, mdy: Int32) = (DateColumn.missing, DateColumn.missing)

    var order: TableDate.Order { given ?? evidence.order ?? .dmy }
  }

  /// The fold for a file that is to be added up.
  init(_ mapping: ImportMapping, _ source: TableSource, needsDay: Bool) {
    zone = source.zone
    self.needsDay = needsDay
    columns = mapping.table.columns.filter { $0.kind == .date }.compactMap { column in
      mapping[column.name].map {
        Told(index: $0, isRecord: DataTable.records.contains(column.name), given: source.dateOrder)
      }
    }
  }

  mutating func add(_ part: TablePart) -> Bool {
    let isFirst = rows == 0
    for index in columns.indices {
      guard add(part.cells.of(columns[index].index), to: &columns[index]) else { return false }
    }
    rows += part.table.rowCount
    // Without an open date in its first rows a file is not told otherwise by the order.
    return needsDay || !isFirst || columns.contains { $0.given == nil && $0.evidence.isAsked }
  }

  private func add(_ cells: ColumnCells, to told: inout Told) -> Bool {
    var row = rows
    var isReadable = true
    var latest = DateColumn.missing
    let months = months
    cells.forEach { bytes in
      if let day = months.isoDay(bytes) {
        latest = max(latest, day)
      } else if !Table.isMissing(bytes) {
        if let date = TableDate(bytes) {
          told.evidence.add(date.form, row)
          told.latest.dmy = max(told.latest.dmy, date.dayNumber(.dmy, in: zone) ?? DateColumn.missing)
          told.latest.mdy = max(told.latest.mdy, date.dayNumber(.mdy, in: zone) ?? DateColumn.missing)
        } else {
          isReadable = false
        }
      }
      row += 1
    }
    told.latest = (max(told.latest.dmy, latest), max(told.latest.mdy, latest))
    return isReadable
  }

  mutating func name(_ words: [ColumnRequest: Words]) {}

  mutating func append(_ next: any RowFold) {
    guard let next = next as? DayFold else { return }
    for index in columns.indices {
      let other = next.columns[index]
      columns[index].evidence.append(other.evidence, rows: rows)
      columns[index].latest.dmy = max(columns[index].latest.dmy, other.latest.dmy)
      columns[index].latest.mdy = max(columns[index].latest.mdy, other.latest.mdy)
    }
    rows += next.rows
  }

  /// The order in which all dates of the file are read; nil where its columns leave that open or differ.
  var order: TableDate.Order? {
    let asked = columns.filter { $0.given == nil && $0.evidence.isAsked }
    guard asked.allSatisfy({ [.dmy, .mdy].contains($0.evidence.verdict) }) else { return nil }
    let orders = Set(asked.map(\.order))
    return orders.count > 1 ? nil : orders.first ?? columns.first?.order ?? .dmy
  }

  /// The latest day on which something is recorded to have happened; nil where nothing is.
  var latestRecord: CalendarDate? {
    let days = columns.filter(\.isRecord).map { $0.order == .dmy ? $0.latest.dmy : $0.latest.mdy }
    return days.max().flatMap { $0 == DateColumn.missing ? nil : CalendarDate(dayNumber: Int($0)) }
  }
}

extension DataTable {
  /// Has the rows taken by another fold, which is told what the first learned.
  ///
  /// - Returns: Whether it could take them; if not, the columns are to be kept.
  mutating func fold(again maker: FoldMaker?) -> Bool {
    guard let learned = fold as? DayFold else { return true }
    var source = source
    guard let order = learned.order else { return false }
    source.dateOrder = order
    guard let fold = maker?.make(table, mapping, source), let taken = table.folded(by: fold) else {
      return false
    }
    kept.fold = taken
    return true
  }
}
