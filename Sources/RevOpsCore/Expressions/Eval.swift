/// `revops eval`: one expression tried on nothing, or on the rows of a table.
public enum Eval {
  /// What came of it.
  public enum Outcome: Sendable {
    /// The value where there is no table.
    case value(ExpressionValue)
    /// The rows of a table for which a condition is true.
    case rows(Rows)
  }

  /// The rows for which a condition is true.
  public struct Rows: Sendable {
    /// The names of all columns.
    public var columns: [String]
    /// The rows, from 0.
    public var indices: [Int]
    /// How many rows there are.
    public var total: Int
    /// For how many it was neither true nor false, since a value is missing.
    public var unknown: Int
    /// The cells of each row as the file has them.
    public var cells: [[String]]
    /// The cells of each row as values of their columns' types.
    public var values: [[ExpressionValue]]
  }

  /// An expression and what came of it.
  public struct Result: Sendable {
    /// The expression as written.
    public var expression: String
    /// What it results in.
    public var type: ExpressionType
    /// The value or the rows.
    public var outcome: Outcome
  }

  /// Tries an expression.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - table: The table whose rows it picks from; nil for its value alone.
  ///   - environment: Dates, calendars and currencies.
  ///   - decimal: The mark before decimals in the table, where its cells do not tell.
  ///   - dateOrder: Which of day and month comes first in it, likewise.
  /// - Returns: The value, or the rows.
  /// - Throws: Everything that is wrong with the expression; with a table, also that it is no condition.
  public static func run(
    _ text: String, _ table: Table? = nil, environment: ExpressionEnvironment = ExpressionEnvironment(),
    decimal: NumberStyle.DecimalMark? = nil, dateOrder: TableDate.Order? = nil
  ) throws(InputErrors) -> Result {
    let expression = try Expression.parse(text)
    guard let table else {
      let typed = try expression.check(against: ExpressionSchema([], environment: environment))
      let value = typed.constantValue
      return Result(
        expression: text, type: value.isMissing ? typed.type : value.type, outcome: .value(value))
    }
    let schema = ExpressionSchema(
      of: table, environment: environment, decimal: decimal, dateOrder: dateOrder)
    let typed = try expression.check(against: schema, wanted: .truth)
    return Result(expression: text, type: .truth, outcome: .rows(rows(of: table, schema, typed)))
  }

  private static func rows(of table: Table, _ schema: ExpressionSchema, _ typed: TypedExpression) -> Rows {
    var rows = Rows(
      columns: table.columns, indices: [], total: table.rowCount, unknown: 0, cells: [], values: [])
    var row = TableRow(table, schema)
    for index in 0..<table.rowCount {
      row.index = index
      switch typed.truth(for: row) {
      case true?:
        rows.indices.append(index)
        rows.cells.append(table.columns.indices.map { table.text(index, $0) })
        rows.values.append(table.columns.indices.map { row.value($0) })
      case nil: rows.unknown += 1
      case false?: break
      }
    }
    return rows
  }
}

extension Eval.Result {
  /// The result as JSON: `{expression, type, value}`, with `unit` for what is no plain number, or
  /// `{expression, type, rows, matched, total, unknown}` with each row an object by column.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("expression", .string(expression)), .init("type", .string(type.name)),
    ]
    switch outcome {
    case .value(let value):
      members.append(.init("value", value.json))
      if case .money(_, let currency) = value {
        members.append(.init("currency", .string(currency.description)))
      }
      if case .missing(let reason?) = value { members.append(.init("because", .string(reason))) }
    case .rows(let rows):
      let objects = rows.values.map { values in
        JSONValue.object(zip(rows.columns, values).map { JSONValue.Member($0, $1.json) })
      }
      members += [
        .init("rows", .array(objects)), .init("matched", .integer(rows.indices.count)),
        .init("total", .integer(rows.total)), .init("unknown", .integer(rows.unknown)),
      ]
    }
    return .object(members)
  }
}
