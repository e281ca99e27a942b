/// What differs between two versions of a data table: rows that came, went or changed, and in which columns.
///
/// Rows are the same that have one id, where both files give every row its own; without such ids they are held
/// against each other whole, and a row that changed is one that went and one that came. Columns go by our names, so
/// that a header written otherwise is no change.
struct TableDifference: Hashable, Sendable, Encodable {
  /// How many rows have something else in a column.
  struct ColumnChange: Hashable, Sendable, Encodable {
    var column: String
    var rows: Int
  }

  /// How the file is to be read, where that differs: `currency: not given, now EUR`.
  var reading: [String] = []
  var rowsBefore = 0
  var rowsAfter = 0
  var added = 0
  var removed = 0
  var changed = 0
  /// The columns in which changed rows differ, that of most rows first.
  var columns: [ColumnChange] = []
  /// Columns that only one version has.
  var columnsAdded: [String] = []
  var columnsRemoved: [String] = []
  /// The ids of the first rows that came, went or changed.
  var addedIds: [String] = []
  var removedIds: [String] = []
  var changedIds: [String] = []

  /// Ids told of each kind.
  private static let listed = 5

  init(from old: DataTable?, to new: DataTable?, reading: [String] = []) {
    self.reading = reading
    (rowsBefore, rowsAfter) = (old?.rowCount ?? 0, new?.rowCount ?? 0)
    guard let old, let new else {
      (added, removed) = (rowsAfter, rowsBefore)
      return
    }
    let (a, b) = (Rows(old), Rows(new))
    columnsAdded = b.names.filter { !a.names.contains($0) }
    columnsRemoved = a.names.filter { !b.names.contains($0) }
    let shared = a.names.filter(b.names.contains)
    if let before = a.ids, let after = b.ids {
      compare(a, before, b, after, shared)
    } else {
      compareWhole(a, b, shared)
    }
  }

  private mutating func compare(
    _ a: Rows, _ before: [String: Int], _ b: Rows, _ after: [String: Int], _ shared: [String]
  ) {
    var counts: [String: Int] = [:]
    for (id, row) in b.order {
      guard let known = before[id] else {
        added += 1
        if addedIds.count < Self.listed { addedIds.append(id) }
        continue
      }
      let (cells, others) = (a.cells(known), b.cells(row))
      let moved = shared.filter { a.cell($0, cells) != b.cell($0, others) }
      guard !moved.isEmpty else { continue }
      changed += 1
      if changedIds.count < Self.listed { changedIds.append(id) }
      for name in moved { counts[name, default: 0] += 1 }
    }
    for (id, _) in a.order where after[id] == nil {
      removed += 1
      if removedIds.count < Self.listed { removedIds.append(id) }
    }
    columns = shared.compactMap { name in counts[name].map { ColumnChange(column: name, rows: $0) } }
      .enumerated().sorted { ($1.element.rows, $0.offset) < ($0.element.rows, $1.offset) }.map(\.element)
  }

  private mutating func compareWhole(_ a: Rows, _ b: Rows, _ shared: [String]) {
    var left: [[[UInt8]]: Int] = [:]
    for row in 0..<rowsBefore {
      let cells = a.cells(row)
      left[shared.map { a.cell($0, cells) }, default: 0] += 1
    }
    for row in 0..<rowsAfter {
      let cells = b.cells(row)
      let key = shared.map { b.cell($0, cells) }
      if let count = left[key], count > 0 { left[key] = count - 1 } else { added += 1 }
    }
    removed = left.values.reduce(0, +)
  }

  /// The rows of a table that count, with the columns by our names where they have one.
  private struct Rows {
    let table: DataTable
    let names: [String]
    private let places: [String: Int]
    /// The row of each id in the order of the file; empty where ids do not tell all rows apart.
    private(set) var order: [(id: String, row: Int)] = []
    /// The same by id; nil where they do not.
    private(set) var ids: [String: Int]?

    init(_ table: DataTable) {
      self.table = table
      var ours: [Int: String] = [:]
      for match in table.mapping.matches where ours[match.index] == nil { ours[match.index] = match.column }
      names = table.table.columns.enumerated().map { ours[$0.offset] ?? $0.element }
      places = Dictionary(zip(names, names.indices)) { first, _ in first }
      guard let column = table.mapping["id"] else { return }
      var found: [String: Int] = [:]
      var order: [(String, Int)] = []
      for row in 0..<table.rowCount {
        let id = String(decoding: Table.trimmed(cells(row)[safely: column]), as: UTF8.self)
        guard !id.isEmpty, found.updateValue(row, forKey: id) == nil else { return }
        order.append((id, row))
      }
      (ids, self.order) = (found, order)
    }

    /// The cells of a row that counts.
    func cells(_ row: Int) -> [[UInt8]] { table.table.cells(table.rows[row]) }

    /// The cell of a column among those of a row, without the blanks around it.
    func cell(_ name: String, _ cells: [[UInt8]]) -> [UInt8] {
      guard let place = places[name] else { return [] }
      return Table.trimmed(cells[safely: place])
    }
  }
}

extension [[UInt8]] {
  /// A cell of a row; nothing beyond the end of a short one.
  fileprivate subscript(safely index: Int) -> [UInt8] { indices.contains(index) ? self[index] : [] }
}
