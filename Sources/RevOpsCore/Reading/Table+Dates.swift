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
    var evidence = DateEvidence()
    forEachCell(of: column) { row, bytes in
      if let date = TableDate(bytes) { evidence.add(date.form, row) }
    }
    return evidence.proof(column, of: self)
  }

  /// Reads a column of dates.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - given: Which of day and month comes first, where the user has said so.
  ///   - zone: Whose day counts of a moment with an offset from UTC.
  /// - Returns: A day for each row, or `missing` where the cell says that there is none.
  /// - Throws: A column that can be read both ways and nothing settles it, and each cell that is no date.
  public func dates(
    _ column: Int, order given: TableDate.Order? = nil, zone: ZoneRules = .utc
  ) throws(InputErrors) -> DateColumn {
    guard case .dates(let dates) = try read(column, as: .dates(given, zone: zone)) else {
      return DateColumn(days: [])
    }
    return dates
  }

  /// Reads the moments of a column in seconds since 1970-01-01, which put the changes of one day in order.
  ///
  /// A cell that holds no date has none; `dates` refuses it.
  func seconds(_ column: Int, order given: TableDate.Order? = nil) throws(InputErrors) -> [Int?] {
    var seconds = [Int?](repeating: nil, count: rowCount)
    var evidence = DateEvidence()
    func read(_ order: TableDate.Order) {
      forEachCell(of: column) { row, bytes in
        let date = TableDate(bytes)
        if let date { evidence.add(date.form, row) }
        seconds[row] = date?.second(order)
      }
    }
    read(given ?? .dmy)
    // Few columns turn out to have the month first.
    if given == nil, try settledOrder(evidence.proof(column, of: self), column).get() == .mdy { read(.mdy) }
    return seconds
  }

  func settledOrder(_ proof: DateOrderProof, _ column: Int) -> Result<
    TableDate.Order, InputErrors
  > {
    switch proof.verdict {
    case .settled, .dmy: .success(.dmy)
    case .mdy: .success(.mdy)
    case .ambiguous, .contradictory: .failure(InputErrors(unsettled(proof, column)))
    }
  }

  fileprivate func unsettled(_ proof: DateOrderProof, _ column: Int) -> Diagnostic {
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
        ? notes.wayOut("say 'date_order: dmy' or 'date_order: mdy' for this table", "date_order=dmy")
        : "export the column in one format",
      notes: places.dropFirst().map {
        .init(isOpen ? "and so can this one" : "the month is first here", at: $0)
      })
  }
}

/// What the dates of a column say of the order of their numbers, found out cell by cell.
struct DateEvidence: Hashable, Sendable {
  private var dayFirst: Int?
  private var monthFirst: Int?
  /// The first two that can be read both ways.
  private var open: [Int] = []
  /// Whether the day of any cell depends on the order.
  private(set) var isAsked = false

  mutating func add(_ form: TableDate.Form, _ row: Int) {
    switch form {
    case .settled: return
    case .points:
      dayFirst = dayFirst ?? row
      return
    case .open(let first, _, _) where first > 12: dayFirst = dayFirst ?? row
    case .open(_, let second, _) where second > 12: monthFirst = monthFirst ?? row
    case .open: if open.count < 2 { open.append(row) }
    }
    isAsked = true
  }

  /// Takes what later rows say, of which so many stand before.
  mutating func append(_ next: DateEvidence, rows before: Int) {
    dayFirst = dayFirst ?? next.dayFirst.map { $0 + before }
    monthFirst = monthFirst ?? next.monthFirst.map { $0 + before }
    open = Array((open + next.open.map { $0 + before }).prefix(2))
    isAsked = isAsked || next.isAsked
  }

  /// The order that the cells so far speak for.
  var order: TableDate.Order? {
    dayFirst != nil ? .dmy : monthFirst != nil ? .mdy : nil
  }

  /// What they say of it.
  var verdict: DateOrderProof.Verdict {
    switch (dayFirst, monthFirst) {
    case (_?, _?): .contradictory
    case (_?, nil): .dmy
    case (nil, _?): .mdy
    case (nil, nil): open.isEmpty ? .settled : .ambiguous
    }
  }

  func proof(_ column: Int, of table: Table) -> DateOrderProof {
    func examples(_ rows: [Int]) -> [DateOrderProof.Example] {
      rows.map { .init(line: table.place($0, column).line, text: table.text($0, column), row: $0) }
    }
    let rows = [dayFirst, monthFirst].compactMap(\.self)
    return .init(verdict: verdict, examples: examples(rows.isEmpty ? open : rows))
  }
}

/// Keeps the days of a column, read in the order that the cells so far speak for.
struct DateBuilder: ColumnBuilder {
  let column: Int
  let given: TableDate.Order?
  private let zone: ZoneRules
  private var order: TableDate.Order
  private var days: [Int32] = []
  private var evidence = DateEvidence()
  private var bad = BadCells()
  /// Whether some days were read in one order and some in the other, so that all are to be read again.
  private var isMixed = false
  private let months = MonthStarts()

  init(column: Int, given: TableDate.Order?, zone: ZoneRules) {
    self.init(column: column, given: given, zone: zone, assuming: given ?? .dmy)
  }

  private init(column: Int, given: TableDate.Order?, zone: ZoneRules, assuming order: TableDate.Order) {
    self.column = column
    self.given = given
    self.zone = zone
    self.order = order
  }

  mutating func add(_ cells: ColumnCells) {
    let isFirst = days.isEmpty
    take(cells)
    // The first cells often tell; what they do not is proved by all of them in the end.
    guard isFirst, given == nil, let told = evidence.order, told != order else { return }
    self = DateBuilder(column: column, given: nil, zone: zone, assuming: told)
    take(cells)
  }

  private mutating func take(_ cells: ColumnCells) {
    var row = days.count
    let months = months
    var all = days
    days = []
    all.extend(by: cells.count, of: DateColumn.missing) { room in
      var place = 0
      cells.forEach { bytes in
        if let day = months.isoDay(bytes) {
          room[place] = day
        } else if !bytes.isEmpty {
          room[place] = full(bytes, row)
        }
        place += 1
        row += 1
      }
    }
    days = all
  }

  @inline(never)
  private mutating func full(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Int) -> Int32 {
    guard let date = TableDate(bytes) else {
      if !Table.isMissing(bytes) { bad.add(row) }
      return DateColumn.missing
    }
    evidence.add(date.form, row)
    let day = date.dayNumber(order, in: zone)
    if day == nil { bad.add(row) }
    return day ?? DateColumn.missing
  }

  var isSettled: Bool { given != nil || !evidence.isAsked }

  mutating func clear() {
    evidence = DateEvidence()
    days.removeAll(keepingCapacity: true)
  }

  mutating func append(_ next: any ColumnBuilder) {
    guard let next = next as? DateBuilder else { return }
    if next.order != order, next.evidence.isAsked || evidence.isAsked { isMixed = true }
    evidence.append(next.evidence, rows: days.count)
    bad.append(next.bad, rows: days.count)
    days += next.days
  }

  func outcome(in table: Table) -> ColumnOutcome {
    var settled = order
    if given == nil, evidence.isAsked {
      switch table.settledOrder(evidence.proof(column, of: table), column) {
      case .success(let order): settled = order
      case .failure(let errors): return .wrong(errors)
      }
    }
    if isMixed || settled != order {
      return .again(DateBuilder(column: column, given: settled, zone: zone))
    }
    let problems = bad.refused(column, of: table, "csv.date") { bytes in
      let fault = DateFault(bytes)
      return (fault.wanted, fault.hint)
    }
    return problems.map { .wrong($0) } ?? .kept(.dates(DateColumn(days: days)))
  }
}
