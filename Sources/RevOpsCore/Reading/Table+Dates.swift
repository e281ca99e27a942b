/// The dates of a column as days since 1970-01-01.
public struct DateColumn: Hashable, Sendable {
  /// What stands for a cell without a date.
  public static let missing = Int32.min
  /// One for each row.
  public internal(set) var days: [Int32]

  /// The date of a row, or nil where the cell has none.
  public subscript(row: Int) -> CalendarDate? {
    guard days.indices.contains(row), days[row] != Self.missing else { return nil }
    return CalendarDate(dayNumber: Int(days[row]))
  }
}

/// Which of day and month comes first in a column, and what shows it.
public struct DateOrderProof: Hashable, Sendable, Encodable {
  /// What the cells say about it.
  public enum Verdict: String, Hashable, Sendable, Encodable {
    /// No cell leaves it open: years first, or months in words.
    case settled
    /// A first number above 12, or points between the numbers.
    case dmy
    /// A second number above 12.
    case mdy
    /// Every cell can be read both ways.
    case ambiguous
    /// One cell proves one order and another the other.
    case contradictory
  }
  /// A cell that shows it.
  public struct Example: Hashable, Sendable, Encodable {
    /// Its line.
    public var line: Int
    /// Its text.
    public var text: String
    let row: Int

    enum CodingKeys: CodingKey { case line, text }
  }
  /// What the cells say.
  public var verdict: Verdict
  /// The cell that proves it, or two that leave it open or contradict each other.
  public var examples: [Example]
}

extension Table {
  /// Settles which of day and month comes first, from the cells alone.
  public func dateOrder(of column: Int) -> DateOrderProof {
    var dayFirst: Int?
    var monthFirst: Int?
    var open: [Int] = []
    forEachCell(of: column) { row, bytes in
      guard let date = TableDate(bytes) else { return }
      switch date.form {
      case .settled: break
      case .points: dayFirst = dayFirst ?? row
      case .open(let first, _, _) where first > 12: dayFirst = dayFirst ?? row
      case .open(_, let second, _) where second > 12: monthFirst = monthFirst ?? row
      case .open: if open.count < 2 { open.append(row) }
      }
    }
    func examples(_ rows: [Int]) -> [DateOrderProof.Example] {
      rows.map { .init(line: place($0, column).line, text: text($0, column), row: $0) }
    }
    switch (dayFirst, monthFirst) {
    case (let day?, let month?): return .init(verdict: .contradictory, examples: examples([day, month]))
    case (let day?, nil): return .init(verdict: .dmy, examples: examples([day]))
    case (nil, let month?): return .init(verdict: .mdy, examples: examples([month]))
    case (nil, nil) where open.isEmpty: return .init(verdict: .settled, examples: [])
    case (nil, nil): return .init(verdict: .ambiguous, examples: examples(open))
    }
  }

  /// Reads a column of dates.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - given: Which of day and month comes first, where the user has said so.
  /// - Returns: A day for each row, or `missing` where the cell says that there is none.
  /// - Throws: A column that can be read both ways and nothing settles it, and each cell that is no date.
  public func dates(_ column: Int, order given: TableDate.Order? = nil) throws(InputErrors) -> DateColumn {
    let order = try settledOrder(of: column, given)
    var days = [Int32](repeating: DateColumn.missing, count: rowCount)
    var problems = CellProblems(table: self, column: column)
    forEachCell(of: column) { row, bytes in
      if let day = TableDate(bytes)?.dayNumber(order) {
        days[row] = day
      } else if !Table.isMissing(bytes) {
        problems.add(row, "csv.date", "a date is written like 2026-03-31 or as the rest of the column is")
      }
    }
    if let errors = problems.errors { throw errors }
    return DateColumn(days: days)
  }

  private func settledOrder(
    of column: Int, _ given: TableDate.Order?
  ) throws(InputErrors) -> TableDate.Order {
    if let given { return given }
    let proof = dateOrder(of: column)
    switch proof.verdict {
    case .settled, .dmy: return .dmy
    case .mdy: return .mdy
    case .ambiguous, .contradictory: throw InputErrors(unsettled(proof, column))
    }
  }

  private func unsettled(_ proof: DateOrderProof, _ column: Int) -> Diagnostic {
    let places = proof.examples.map { place($0.row, column) }
    let name = columns.indices.contains(column) ? columns[column] : ""
    let isOpen = proof.verdict == .ambiguous
    return Diagnostic(
      "csv.date-order",
      isOpen
        ? "the dates of '\(name)' can be read with the day first or with the month first"
        : "'\(name)' has the day first here and the month first elsewhere",
      at: places.first,
      hint: isOpen
        ? "say 'date_order: dmy' or 'date_order: mdy' for this table" : "export the column in one format",
      notes: places.dropFirst().map {
        .init(isOpen ? "and so can this one" : "the month is first here", at: $0)
      })
  }
}

/// The cells of a column that are not what it holds.
struct CellProblems {
  /// Beyond this many the rest is counted only.
  static let listed = 20

  let table: Table
  let column: Int
  private var diagnostics: [Diagnostic] = []
  private var unlisted = 0

  init(table: Table, column: Int) {
    self.table = table
    self.column = column
  }

  mutating func add(_ row: Int, _ id: String, _ wanted: String, hint: String? = nil) {
    guard diagnostics.count < Self.listed else {
      unlisted += 1
      return
    }
    let found = QuantityError(table.text(row, column), wanted, hint: hint)
    diagnostics.append(
      Diagnostic(id, found.message(for: table.columns[column]), at: table.place(row, column), hint: hint))
  }

  var errors: InputErrors? {
    guard unlisted > 0, let first = diagnostics.first else { return InputErrors(diagnostics) }
    let more = Diagnostic(
      first.id,
      "\(unlisted) more cells of '\(table.columns[column])' have the same problem")
    return InputErrors(diagnostics + [more])
  }
}
