/// What the marks of a column say about which of them stands before decimals, found out cell by cell.
struct DecimalEvidence: Hashable, Sendable {
  private var point: Int?
  private var comma: Int?
  /// The first cells that leave it open.
  private var openPoint: Int?
  private var openComma: Int?

  @inline(__always)
  mutating func add(_ evidence: MarkEvidence, _ row: Int) {
    switch evidence {
    case .none: return
    case .point: point = point ?? row
    case .comma: comma = comma ?? row
    case .openPoint: openPoint = openPoint ?? row
    case .openComma: openComma = openComma ?? row
    }
  }

  /// Takes what later rows say, of which so many stand before.
  mutating func append(_ next: DecimalEvidence, rows before: Int) {
    point = point ?? next.point.map { $0 + before }
    comma = comma ?? next.comma.map { $0 + before }
    openPoint = openPoint ?? next.openPoint.map { $0 + before }
    openComma = openComma ?? next.openComma.map { $0 + before }
  }

  /// Whether any cell has a mark.
  var isAsked: Bool { point != nil || comma != nil || openPoint != nil || openComma != nil }

  /// The mark that the cells so far speak for.
  var mark: NumberStyle.DecimalMark? { point != nil ? .point : comma != nil ? .comma : nil }

  /// The first cell with a mark, where none tells which of them stands before decimals.
  var open: Int? {
    guard mark == nil else { return nil }
    return [openPoint, openComma].compactMap(\.self).min()
  }

  func proof(_ column: Int, of table: Table) -> DecimalProof {
    func proof(
      _ verdict: DecimalProof.Verdict, _ mark: NumberStyle.DecimalMark, _ rows: [Int]
    ) -> DecimalProof {
      let examples = rows.map {
        DecimalProof.Example(line: table.place($0, column).line, text: table.text($0, column), row: $0)
      }
      return DecimalProof(verdict: verdict, mark: mark, examples: examples)
    }
    switch (point, comma) {
    case (let point?, let comma?): return proof(.contradictory, table.usualMark, [point, comma])
    case (let point?, nil): return proof(.point, .point, [point])
    case (nil, let comma?): return proof(.comma, .comma, [comma])
    case (nil, nil): break
    }
    // What separates the cells of a file with commas or semicolons says which mark its writer groups thousands by.
    let (grouped, open) = table.usualMark == .point ? (openComma, openPoint) : (openPoint, openComma)
    if let open { return proof(.ambiguous, table.usualMark, [open]) }
    guard let grouped else { return proof(.none, table.usualMark, []) }
    return proof(table.hasUsualMark ? .grouped : .ambiguous, table.usualMark, [grouped])
  }
}

/// The mark by which a column is read, and what its cells say of it.
struct MarkChoice: Hashable, Sendable {
  let column: Int
  /// The mark that the user has said.
  let given: NumberStyle.DecimalMark?
  /// The one that is taken while the cells go by.
  private(set) var mark: NumberStyle.DecimalMark
  var evidence = DecimalEvidence()
  private var isMixed = false

  init(column: Int, given: NumberStyle.DecimalMark?, usual: NumberStyle.DecimalMark) {
    self.column = column
    self.given = given
    mark = given ?? usual
  }

  /// Whether all cells so far, if any has a mark, are read by the one that is usual.
  func isSettled(usual: NumberStyle.DecimalMark) -> Bool {
    given != nil || (!isMixed && mark == usual && (evidence.mark ?? usual) == usual && evidence.open == nil)
  }

  /// Forgets the cells so far.
  mutating func clear() { evidence = DecimalEvidence() }

  /// The first cell that counts as thousands only because such files group them so.
  var grouped: Int? { given == nil ? evidence.open : nil }

  /// Another choice, where the cells so far speak for another mark.
  var other: MarkChoice? {
    guard given == nil, let told = evidence.mark, told != mark else { return nil }
    return MarkChoice(column: column, given: nil, usual: told)
  }

  mutating func append(_ next: MarkChoice, rows before: Int) {
    if next.mark != mark, next.evidence.isAsked || evidence.isAsked { isMixed = true }
    evidence.append(next.evidence, rows: before)
  }

  /// The choice that all cells prove to be right: this one, or one by which they have to be read again.
  func settled(in table: Table) -> Result<MarkChoice, InputErrors> {
    guard given == nil, evidence.isAsked || isMixed else { return .success(self) }
    return table.settledMark(evidence.proof(column, of: table), column).map { settled in
      guard isMixed || settled != mark else { return self }
      return MarkChoice(column: column, given: settled, usual: settled)
    }
  }
}

/// Keeps the amounts of a column in the smallest coin.
struct AmountBuilder: ColumnBuilder {
  private var choice: MarkChoice
  private let usual: NumberStyle.DecimalMark
  private let home: Currency
  private var units: [Int64] = []
  private var currencies: [Currency] = []
  private var bad = BadCells()

  init(column: Int, given: NumberStyle.DecimalMark?, home: Currency, of table: Table) {
    self.init(MarkChoice(column: column, given: given, usual: table.usualMark), table.usualMark, home)
  }

  private init(_ choice: MarkChoice, _ usual: NumberStyle.DecimalMark, _ home: Currency) {
    self.choice = choice
    self.usual = usual
    self.home = home
  }

  var isSettled: Bool { choice.isSettled(usual: usual) }

  mutating func clear() {
    choice.clear()
    units.removeAll(keepingCapacity: true)
  }

  mutating func add(_ cells: ColumnCells) {
    let isFirst = units.isEmpty
    take(cells)
    guard isFirst, let other = choice.other else { return }
    self = AmountBuilder(other, usual, home)
    take(cells)
  }

  private mutating func take(_ cells: ColumnCells) {
    var row = units.count
    let digits = home.minorDigits
    let mark = choice.mark
    var all = units
    units = []
    all.extend(by: cells.count, of: AmountColumn.missing) { room in
      var place = 0
      cells.forEach { bytes in
        if let plain = CellAmount.plain(bytes, minorDigits: digits, mark: mark) {
          if plain.hasMark { choice.evidence.add(mark == .point ? .point : .comma, row) }
          room[place] = plain.units
        } else if !bytes.isEmpty {
          room[place] = full(bytes, row)
        }
        place += 1
        row += 1
      }
    }
    units = all
  }

  @inline(never)
  private mutating func full(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Int) -> Int64 {
    choice.evidence.add(MarkEvidence(bytes), row)
    guard !Table.isMissing(bytes) else { return AmountColumn.missing }
    guard let amount = try? CellAmount(bytes, home: home, style: style) else {
      bad.add(row)
      return AmountColumn.missing
    }
    if let named = amount.currency, !currencies.contains(named) { currencies.append(named) }
    return amount.minorUnits
  }

  private var style: NumberStyle { NumberStyle(decimalMark: choice.mark, allowsExportForms: true) }

  mutating func append(_ next: any ColumnBuilder) {
    guard let next = next as? AmountBuilder else { return }
    choice.append(next.choice, rows: units.count)
    bad.append(next.bad, rows: units.count)
    units += next.units
    currencies += next.currencies.filter { !currencies.contains($0) }
  }

  func outcome(in table: Table) -> ColumnOutcome {
    let settled: MarkChoice
    switch choice.settled(in: table) {
    case .success(let choice): settled = choice
    case .failure(let errors): return .wrong(errors)
    }
    guard settled == choice else { return .again(AmountBuilder(settled, usual, home)) }
    let problems = bad.refused(choice.column, of: table, "csv.amount") { bytes in
      do throws(QuantityError) {
        _ = try CellAmount(bytes, home: home, style: style)
        return ("an amount is wanted", nil)
      } catch {
        return (error.wanted, CellAmount.excelHint(bytes) ?? error.hint)
      }
    }
    return problems.map { .wrong($0) }
      ?? .kept(
        .amounts(AmountColumn(minorUnits: units, currencies: currencies, grouped: settled.grouped)))
  }
}

/// Keeps the plain numbers of a column, or its rates as fractions; not a number where a cell has none.
struct NumberBuilder: ColumnBuilder {
  /// What the numbers are.
  enum Kind: Hashable {
    case number
    /// Rates, of which those without a percent sign may count hundredths.
    case rate(isPercent: Bool)
  }

  private let kind: Kind
  private var choice: MarkChoice
  private let usual: NumberStyle.DecimalMark
  private var numbers: [Double] = []
  private var bad = BadCells()

  init(column: Int, _ kind: Kind = .number, given: NumberStyle.DecimalMark?, of table: Table) {
    self.init(kind, MarkChoice(column: column, given: given, usual: table.usualMark), table.usualMark)
  }

  private init(_ kind: Kind, _ choice: MarkChoice, _ usual: NumberStyle.DecimalMark) {
    self.kind = kind
    self.choice = choice
    self.usual = usual
  }

  var isSettled: Bool { choice.isSettled(usual: usual) }

  mutating func clear() {
    choice.clear()
    numbers.removeAll(keepingCapacity: true)
  }

  mutating func add(_ cells: ColumnCells) {
    let isFirst = numbers.isEmpty
    take(cells)
    guard isFirst, let other = choice.other else { return }
    self = NumberBuilder(kind, other, usual)
    take(cells)
  }

  private mutating func take(_ cells: ColumnCells) {
    var row = numbers.count
    var all = numbers
    numbers = []
    let whole = kind == .rate(isPercent: true) ? 100.0 : 1
    all.extend(by: cells.count, of: .nan) { room in
      var place = 0
      cells.forEach { bytes in
        if bytes.count == 1, 0x30...0x39 ~= bytes[0] {
          room[place] = Double(bytes[0] &- 0x30) / whole
        } else if bytes.count == 2, 0x30...0x39 ~= bytes[0], 0x30...0x39 ~= bytes[1] {
          room[place] = Double(Int(bytes[0] &- 0x30) * 10 + Int(bytes[1] &- 0x30)) / whole
        } else if !bytes.isEmpty {
          room[place] = full(bytes, row)
        }
        place += 1
        row += 1
      }
    }
    numbers = all
  }

  @inline(never)
  private mutating func full(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Int) -> Double {
    choice.evidence.add(MarkEvidence(bytes), row)
    guard !Table.isMissing(bytes) else { return .nan }
    guard let number = try? parse(bytes) else {
      bad.add(row)
      return .nan
    }
    return number
  }

  private func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(QuantityError) -> Double {
    let style = NumberStyle(decimalMark: choice.mark, allowsExportForms: true)
    let cell = trimmed(bytes)
    guard case .rate(let isPercent) = kind else { return try Number.parse(cell, style: style) }
    guard cell.last == UInt8(ascii: "%") else {
      return try Number.parse(cell, style: style) / (isPercent ? 100 : 1)
    }
    return try Number.parse(trimmed(UnsafeBufferPointer(rebasing: cell.dropLast())), style: style) / 100
  }

  mutating func append(_ next: any ColumnBuilder) {
    guard let next = next as? NumberBuilder else { return }
    choice.append(next.choice, rows: numbers.count)
    bad.append(next.bad, rows: numbers.count)
    numbers += next.numbers
  }

  func outcome(in table: Table) -> ColumnOutcome {
    let settled: MarkChoice
    switch choice.settled(in: table) {
    case .success(let choice): settled = choice
    case .failure(let errors): return .wrong(errors)
    }
    guard settled == choice else { return .again(NumberBuilder(kind, settled, usual)) }
    func reason(_ bytes: UnsafeBufferPointer<UInt8>) -> (String, String?) {
      do throws(QuantityError) {
        _ = try parse(bytes)
        return ("a number is wanted", nil)
      } catch {
        return (error.wanted, CellAmount.excelHint(bytes) ?? error.hint)
      }
    }
    let problems =
      kind == .number
      ? bad.refused(choice.column, of: table, "csv.number") { reason($0) }
      : bad.refused(choice.column, of: table, "csv.rate") { reason($0) }
    return problems.map { .wrong($0) } ?? .kept(.numbers(numbers))
  }
}
