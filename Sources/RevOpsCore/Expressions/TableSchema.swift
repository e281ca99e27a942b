extension ExpressionSchema {
  /// Makes the schema of a table, where a column is what all of its cells can be read as.
  ///
  /// A cell that holds nothing is missing and does not count; a column of nothing else is `unknown`. What is no
  /// number, rate, amount, date, moment or truth in every row is text. So is what could be read in two ways, until the
  /// expression takes it for more, and then it is refused.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - names: The only columns that will be asked for; nil for all. The others are text.
  ///   - constants: Values known by name.
  ///   - environment: Dates, calendars and currencies.
  ///   - decimal: The mark before decimals, where the user has said so.
  ///   - dateOrder: Which of day and month comes first, likewise.
  public init(
    of table: Table, names: [String]? = nil, constants: [String: ExpressionValue] = [:],
    environment: ExpressionEnvironment = ExpressionEnvironment(), decimal: NumberStyle.DecimalMark? = nil,
    dateOrder: TableDate.Order? = nil
  ) {
    let all = table.columns.map { Field($0, .text) }
    self.init(all, constants: constants, environment: environment, noun: "column")
    readings = all.indices.map { ColumnReading(column: $0) }
    let wanted = names.map { names in Set(names.compactMap { index(of: $0) }) }
    for field in fields.indices where wanted?.contains(field) != false {
      read(field, in: table, decimal: decimal, order: dateOrder)
    }
  }

  /// Settles how a field of a table is read by what its cells hold.
  ///
  /// - Parameters:
  ///   - field: The field, whose reading says which column it is.
  ///   - table: The table.
  ///   - decimal: The mark before decimals, where the user has said so.
  ///   - order: Which of day and month comes first, likewise.
  mutating func read(
    _ field: Int, in table: Table, decimal: NumberStyle.DecimalMark?, order: TableDate.Order?
  ) {
    let guess = ColumnGuess(
      column: readings[field].column, table: table, reader: CellReader(environment: environment),
      decimal: decimal, order: order)
    let (reading, doubt) = guess.reading()
    set(field, reading)
    doubts[field] = doubt
  }

  /// Says how a field is read.
  mutating func set(_ field: Int, _ reading: ColumnReading) {
    readings[field] = reading
    fields[field].type = reading.type
  }
}

/// How the cells of a column become values.
struct ColumnReading: Sendable {
  /// The column of the file.
  var column: Int
  /// What its values are.
  var type = ExpressionType.text
  /// How its numbers are written.
  var style = NumberStyle()
  /// Which of day and month comes first in the dates of an export; nil for dates that are written 2026-03-31.
  var order: TableDate.Order?
  /// The value of a row of the file, where all were read beforehand.
  var known: (@Sendable (Int) -> ExpressionValue)?
}

/// A row of a table, its cells read as the types of its schema.
public struct TableRow: ExpressionRow {
  private let table: Table
  private let readings: [ColumnReading]
  private let reader: CellReader
  /// The row, from 0.
  public var index: Int

  /// Takes the first row of a table whose schema is known.
  public init(_ table: Table, _ schema: ExpressionSchema, index: Int = 0) {
    self.table = table
    self.index = index
    readings = schema.readings
    reader = CellReader(environment: schema.environment)
  }

  /// The value of a cell.
  public func value(_ field: Int) -> ExpressionValue {
    guard readings.indices.contains(field) else { return .nothing }
    let reading = readings[field]
    if let known = reading.known { return known(index) }
    let cell = table.cell(index, reading.column)
    guard !Table.isMissing(cell) else { return .nothing }
    return cell.withUnsafeBufferPointer { reader.read($0, reading) } ?? .nothing
  }
}

/// A row of a block that goes by, its cells read likewise.
struct BlockRow: ExpressionRow {
  private let cells: ColumnCells
  private let readings: [ColumnReading]
  private let reader: CellReader
  /// The row of the file in which the block begins.
  private let start: Int
  /// The row, from 0.
  var index = 0

  /// Takes the first row of some, of which so many rows of the file stand before.
  init(_ cells: ColumnCells, _ schema: ExpressionSchema, from start: Int) {
    self.cells = cells
    self.start = start
    readings = schema.readings
    reader = CellReader(environment: schema.environment)
  }

  func value(_ field: Int) -> ExpressionValue {
    var value = ExpressionValue.nothing
    guard readings.indices.contains(field) else { return value }
    let reading = readings[field]
    if let known = reading.known { return known(start + index) }
    cells.of(reading.column).withCell(index) { bytes in
      if !Table.isMissing(bytes) { value = reader.read(bytes, reading) ?? .nothing }
    }
    return value
  }
}

/// Reads the cells of an export.
struct CellReader {
  let environment: ExpressionEnvironment

  /// The value of a cell, or nil where it is none of the type of its column.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, _ reading: ColumnReading) -> ExpressionValue? {
    switch reading.type {
    case .number, .timed:
      return (try? ExactDecimal.parse(bytes, style: reading.style)).map { .number(.exact($0)) }
    case .rate:
      return (try? Rate.parse(bytes, style: reading.style).exact).map { .rate(.exact($0)) }
    case .money:
      let money = try? Money.parse(bytes, rates: environment.rates, style: reading.style)
      return money.map { .money(.exact($0.amount), $0.currency) }
    case .date:
      guard let order = reading.order else {
        return (try? CalendarDate.parse(bytes)).map(ExpressionValue.date)
      }
      let day = TableDate(bytes)?.dayNumber(order, in: environment.zone)
      return day.map { .date(CalendarDate(dayNumber: Int($0))) }
    case .moment: return (try? Moment.parse(bytes, zone: environment.zone)).map(ExpressionValue.moment)
    case .truth: return truth(bytes)
    case .text, .unknown: return .text(String(decoding: Table.trimmed(bytes), as: UTF8.self))
    case .span, .period, .list, .record: return nil
    }
  }

  private func truth(_ bytes: UnsafeBufferPointer<UInt8>) -> ExpressionValue? {
    switch bytes.count {
    case 4 where bytes.elementsEqual("true".utf8, by: { $0.lowercased == $1 }): .truth(true)
    case 5 where bytes.elementsEqual("false".utf8, by: { $0.lowercased == $1 }): .truth(false)
    default: nil
    }
  }
}
