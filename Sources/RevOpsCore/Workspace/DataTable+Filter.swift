extension DataTable {
  /// Whether every name of an expression is a column here.
  func knows(_ expression: Expression) -> Bool {
    let schema = ExpressionSchema(
      mapping.matches.map { ExpressionSchema.Field($0.column, .unknown) }
        + table.columns.map { ExpressionSchema.Field($0, .unknown) })
    return expression.names.compactMap(\.first).allSatisfy { schema.index(of: $0) != nil }
  }

  /// Leaves out the rows for which a condition does not hold.
  ///
  /// The condition sees what the analyses compute with: our columns of dates, amounts, numbers, rates and flags read
  /// as they read them, amounts in one currency.
  ///
  /// - Parameters:
  ///   - expression: The condition.
  ///   - environment: What it is read under; amounts are in the currency that it shows.
  /// - Throws: What is wrong with the condition, and the amounts without a rate on which it turns.
  mutating func keep(
    where expression: Expression, _ environment: ExpressionEnvironment
  ) throws(InputErrors) {
    let filter = RowFilter(of: expression, over: self, environment)
    let condition = try expression.check(against: filter.schema, wanted: .truth)
    var holds: [Bool] = []
    holds.reserveCapacity(table.rowCount)
    var faults = filter.faults
    table.forEachBlock { cells in
      let start = holds.count
      var row = BlockRow(cells, filter.schema, from: start)
      for index in 0..<cells.count {
        row.index = index
        let verdict = condition.verdict(for: row).truth
        holds.append(verdict == true)
        if verdict != nil { faults[start + index] = nil }
      }
    }
    let open = rows.filter { faults[$0] != nil }.compactMap { row in faults[row].map { ($0, row) } }
    if let errors = InputErrors(open.uniqued(by: \.0.message).map { $0.0.diagnostic(at: $0.1, in: table) }) {
      throw errors
    }
    keepRows { holds[$0] }
  }
}

/// How a condition reads the rows of a table.
struct RowFilter {
  /// Our columns by our names, and those of the file by its own.
  private(set) var schema: ExpressionSchema
  /// Why an amount has no worth in the currency shown, by row of the file.
  private(set) var faults: [Int: AmountFault] = [:]

  private let data: DataTable

  /// Settles how each column is read of which an expression speaks.
  init(of expression: Expression, over data: DataTable, _ environment: ExpressionEnvironment) {
    self.data = data
    let columns = data.table.columns
    var fields = columns.map { ExpressionSchema.Field($0, .text) }
    var readings = columns.indices.map { ColumnReading(column: $0) }
    var matches = [ImportMapping.Match?](repeating: nil, count: columns.count)
    func add(_ name: String, _ column: Int, _ match: ImportMapping.Match?) {
      fields.append(ExpressionSchema.Field(name, .text))
      readings.append(ColumnReading(column: column))
      matches.append(match)
    }
    for match in data.mapping.matches {
      if matches[match.index] == nil {
        fields[match.index].name = match.column
        matches[match.index] = match
      } else {
        add(match.column, match.index, match)
      }
    }
    let own = ExpressionSchema(columns.map { ExpressionSchema.Field($0, .text) })
    schema = ExpressionSchema(fields, environment: environment, noun: "column")
    for name in expression.names.flatMap({ [$0.joined(separator: "."), $0.first ?? ""] }).uniqued()
    where schema.index(of: name) == nil {
      guard let column = own.index(of: name) else { continue }
      // A flag by its own name has the words of the file.
      let match = matches[column].flatMap { $0.kind == .flag ? nil : $0 }
      add(columns[column], column, match)
    }
    schema.fields = fields
    schema.readings = readings
    let asked = expression.names.flatMap { [$0.joined(separator: "."), $0.first ?? ""] }
    for field in asked.compactMap({ schema.index(of: $0) }).uniqued() { settle(field, matches[field]) }
  }

  private mutating func settle(_ field: Int, _ match: ImportMapping.Match?) {
    var doubt: InputErrors?
    if let match {
      do throws(InputErrors) {
        if let reading = try reading(of: match) { return schema.set(field, reading) }
      } catch {
        doubt = error
      }
    }
    schema.read(field, in: data.table, decimal: data.source.decimal, order: data.source.dateOrder)
    if let doubt { schema.doubts[field] = doubt }
  }

  /// How the analyses read one of our columns; nil for one of words.
  private mutating func reading(of match: ImportMapping.Match) throws(InputErrors) -> ColumnReading? {
    switch match.kind {
    case .text: return nil
    case .date: return try dates(match)
    case .amount: return try amounts(match)
    case .number: return try numbers(match)
    case .rate: return try rates(match)
    case .flag: return flags(match)
    }
  }

  /// Days, but moments where every cell has a time.
  private func dates(_ match: ImportMapping.Match) throws(InputErrors) -> ColumnReading? {
    let form = ColumnForm.dates(data.source.dateOrder, zone: data.source.zone)
    guard case .dates(let days) = try data.column(match.index, as: form) else { return nil }
    if CellReader(environment: schema.environment).areMoments(match.index, in: data.table) { return nil }
    return ColumnReading(column: match.index, type: .date) { row in
      days[row].map(ExpressionValue.date) ?? .nothing
    }
  }

  private mutating func amounts(_ match: ImportMapping.Match) throws(InputErrors) -> ColumnReading? {
    let environment = schema.environment
    let amounts = try data.shownAmounts(
      match, in: environment.shown ?? environment.rates.home, environment.rates)
    faults.merge(amounts.faults) { own, _ in own }
    let (currency, digits) = (amounts.currency, amounts.currency.minorDigits)
    return ColumnReading(column: match.index, type: .money) { [coins = amounts.coins] row in
      guard coins[row] != AmountColumn.missing else { return .nothing }
      return .money(.exact(ExactDecimal(WideInteger(Int(coins[row])), places: digits)), currency)
    }
  }

  private func numbers(_ match: ImportMapping.Match) throws(InputErrors) -> ColumnReading? {
    guard case .numbers(let numbers) = try data.column(match.index, as: .numbers(data.source.decimal)) else {
      return nil
    }
    return ColumnReading(column: match.index, type: .number) { row in
      numbers[row].isNaN ? .nothing : .number(.real(numbers[row]))
    }
  }

  /// Fractions; those of a whole column count hundredths where one of them is above 1 and nothing says what they are.
  private func rates(_ match: ImportMapping.Match) throws(InputErrors) -> ColumnReading? {
    let isPercent = data.mapping.countsHundredths(match.column, in: data.table)
    func rates(isPercent: Bool) throws(InputErrors) -> [Double] {
      let form = ColumnForm.rates(data.source.decimal, isPercent: isPercent)
      guard case .numbers(let rates) = try data.column(match.index, as: form) else { return [] }
      return rates
    }
    var read = try rates(isPercent: isPercent ?? false)
    if isPercent == nil, read.contains(where: { $0 > 1 }) { read = try rates(isPercent: true) }
    return ColumnReading(column: match.index, type: .rate) { [read] row in
      // A division by 100 leaves 33.3% a hair beside 0.333, which a condition would tell apart.
      read[row].isNaN ? .nothing : .rate(.real((read[row] * 1e12).rounded() / 1e12))
    }
  }

  /// True or false, and false for an empty cell; nil where a word is neither.
  private func flags(_ match: ImportMapping.Match) -> ColumnReading? {
    guard case .labels(let labels)? = try? data.column(match.index, as: .labels) else { return nil }
    let mapping = data.mapping
    let isStatus = mapping["is_closed"] == match.index && mapping["is_won"] == match.index
    var truths: [Bool] = []
    for code in 0..<labels.words.count {
      let word = ImportKey(labels.words.text(code)).text
      let status = isStatus ? FlagWord.status(word) : nil
      let truth =
        isStatus ? match.column == "is_won" ? status?.isWon : status?.isClosed : FlagWord.truth(word)
      guard let truth else { return nil }
      truths.append(truth)
    }
    guard !truths.isEmpty else { return nil }
    return ColumnReading(column: match.index, type: .truth) { [truths] row in
      let code = labels.codes[row]
      return .truth(code == LabelColumn.missing ? false : truths[Int(code)])
    }
  }
}

extension ImportMapping {
  /// Whether the rates of a column count hundredths; nil where only all of them together tell.
  fileprivate func countsHundredths(_ column: String, in table: Table) -> Bool? {
    if column == "probability" { return hasChancesInPercent(in: table) }
    return self[column].flatMap { table.columns[$0].utf8.contains(UInt8(ascii: "%")) ? true : nil }
  }
}

extension CellReader {
  /// Whether every cell of a column that holds anything is a date with a time.
  fileprivate func areMoments(_ column: Int, in table: Table) -> Bool {
    let (date, moment) = (
      ColumnReading(column: column, type: .date), ColumnReading(column: column, type: .moment)
    )
    var answer: Bool?
    table.forEachCell(of: column) { _, bytes in
      guard answer != false, !Table.isMissing(bytes) else { return }
      answer = read(bytes, date) == nil && read(bytes, moment) != nil
    }
    return answer == true
  }
}

extension Expression {
  /// The same, where it speaks of a column: a condition on texts alone holds for all rows or for none.
  ///
  /// - Returns: The expression.
  /// - Throws: That it speaks of none.
  func speakingOfColumns() throws(InputErrors) -> Expression {
    guard names.isEmpty else { return self }
    let column = texts.first.map { "`\($0)`" } ?? "`Deal - Status`"
    throw InputErrors(
      Diagnostic(
        "where.no-column", "the condition speaks of no column", at: origin.place,
        hint: "in quotes stands a text; a column whose name has blanks stands in backticks, such as \(column)"
      ))
  }
}
