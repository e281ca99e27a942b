extension ExpressionSchema {
  /// Makes the schema of a table, where a column is what all of its cells can be read as.
  ///
  /// A cell that holds nothing is missing and does not count; a column of nothing else is `unknown`. What is no
  /// number, rate, amount, date, moment or truth in every row is text.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - names: The only columns that will be asked for; nil for all. The others are text.
  ///   - constants: Values known by name.
  ///   - environment: Dates, calendars and currencies.
  public init(
    of table: Table, names: [String]? = nil, constants: [String: ExpressionValue] = [:],
    environment: ExpressionEnvironment = ExpressionEnvironment()
  ) {
    let all = table.columns.map { Field($0, .text) }
    self.init(all, constants: constants, environment: environment, noun: "column")
    let wanted = names.map { names in Set(names.compactMap { index(of: $0) }) }
    let reader = CellReader(environment: environment)
    for column in fields.indices where wanted?.contains(column) != false {
      fields[column].type = reader.type(of: column, in: table)
    }
  }
}

/// A row of a table, its cells read as the types of its schema.
public struct TableRow: ExpressionRow {
  private let table: Table
  private let types: [ExpressionType]
  private let reader: CellReader
  /// The row, from 0.
  public var index: Int

  /// Takes the first row of a table whose schema is known.
  public init(_ table: Table, _ schema: ExpressionSchema, index: Int = 0) {
    self.table = table
    self.index = index
    types = schema.fields.map(\.type)
    reader = CellReader(environment: schema.environment)
  }

  /// The value of a cell.
  public func value(_ field: Int) -> ExpressionValue {
    let cell = table.cell(index, field)
    guard types.indices.contains(field), !Table.isMissing(cell) else { return .nothing }
    return cell.withUnsafeBufferPointer { reader.read($0, as: types[field]) } ?? .nothing
  }
}

/// A row of a block that goes by, its cells read likewise.
struct BlockRow: ExpressionRow {
  private let cells: ColumnCells
  private let types: [ExpressionType]
  private let reader: CellReader
  /// The row, from 0.
  var index = 0

  /// Takes the first row of some.
  init(_ cells: ColumnCells, _ schema: ExpressionSchema) {
    self.cells = cells
    types = schema.fields.map(\.type)
    reader = CellReader(environment: schema.environment)
  }

  func value(_ field: Int) -> ExpressionValue {
    var value = ExpressionValue.nothing
    guard types.indices.contains(field) else { return value }
    cells.of(field).withCell(index) { bytes in
      if !Table.isMissing(bytes) { value = reader.read(bytes, as: types[field]) ?? .nothing }
    }
    return value
  }
}

/// Reads the cells of an export.
struct CellReader {
  let environment: ExpressionEnvironment

  private static let kinds: [ExpressionType] = [.number, .truth, .date, .rate, .money, .moment]

  /// What every cell of a column can be read as.
  func type(of column: Int, in table: Table) -> ExpressionType {
    var kinds = CellReader.kinds
    var isEmpty = true
    table.forEachCell(of: column) { _, bytes in
      guard !kinds.isEmpty, !Table.isMissing(bytes) else { return }
      isEmpty = false
      while let kind = kinds.first, read(bytes, as: kind) == nil { kinds.removeFirst() }
    }
    return isEmpty ? .unknown : confirmed(kinds, column, table)
  }

  /// The first kind that fits every cell; those before a kind's turn were read as another one.
  private func confirmed(_ kinds: [ExpressionType], _ column: Int, _ table: Table) -> ExpressionType {
    for kind in kinds {
      var fits = true
      table.forEachCell(of: column) { _, bytes in
        guard fits, !Table.isMissing(bytes) else { return }
        fits = read(bytes, as: kind) != nil
      }
      if fits { return kind }
    }
    return .text
  }

  /// The value of a cell, or nil where it is none of the type.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, as type: ExpressionType) -> ExpressionValue? {
    switch type {
    case .number, .timed: (try? ExactDecimal.parse(bytes)).map { .number(.exact($0)) }
    case .rate: rate(bytes)
    case .money:
      (try? Money.parse(bytes, rates: environment.rates)).map { .money(.exact($0.amount), $0.currency) }
    case .date: (try? CalendarDate.parse(bytes)).map(ExpressionValue.date)
    case .moment: (try? Moment.parse(bytes, zone: environment.zone)).map(ExpressionValue.moment)
    case .truth: truth(bytes)
    case .text, .unknown: .text(String(decoding: bytes, as: UTF8.self))
    case .span, .period, .list, .record: nil
    }
  }

  private func rate(_ bytes: UnsafeBufferPointer<UInt8>) -> ExpressionValue? {
    guard let exact = try? Rate.parse(bytes).exact else { return nil }
    return .rate(.exact(exact))
  }

  private func truth(_ bytes: UnsafeBufferPointer<UInt8>) -> ExpressionValue? {
    switch bytes.count {
    case 4 where bytes.elementsEqual("true".utf8, by: { $0.lowercased == $1 }): .truth(true)
    case 5 where bytes.elementsEqual("false".utf8, by: { $0.lowercased == $1 }): .truth(false)
    default: nil
    }
  }
}
