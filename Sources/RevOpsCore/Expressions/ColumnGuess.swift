/// What a column is by the cells that it holds.
struct ColumnGuess {
  let column: Int
  let table: Table
  let reader: CellReader
  /// The mark before decimals, where the user has said so.
  let decimal: NumberStyle.DecimalMark?
  /// Which of day and month comes first, likewise.
  let order: TableDate.Order?

  /// How the column is read, and what keeps it from being read as more than text.
  ///
  /// The mark before decimals and the order of day and month are those that the user has said, else those that the
  /// cells prove, as in a column that an analysis reads.
  func reading() -> (reading: ColumnReading, doubt: InputErrors?) {
    let text = ColumnReading(column: column)
    let marks = decimal == nil ? self.marks() : DecimalEvidence()
    guard let first = fitting(NumberStyle(decimalMark: decimal ?? .point)) else {
      return (ColumnReading(column: column, type: .unknown), nil)
    }
    guard marks.isAsked else { return settled(first) }
    let proof = marks.proof(column, of: table)
    // Marks that prove something stand in numbers, whose other marks then group digits as exports do.
    let isProved = proof.verdict == .point || proof.verdict == .comma
    switch table.settledMark(proof, column) {
    case .success(let mark):
      if mark == .point, first.isQuantity { return (first, nil) }
      return settled(fitting(NumberStyle(decimalMark: mark, allowsExportForms: isProved)) ?? first)
    case .failure(let doubt):
      let other = first.isQuantity ? first : fitting(NumberStyle(decimalMark: .comma)) ?? first
      return other.isQuantity ? (text, doubt) : settled(first)
    }
  }

  /// What the cells say of the mark before decimals; long ones are no numbers.
  private func marks() -> DecimalEvidence {
    var evidence = DecimalEvidence()
    table.forEachCell(of: column) { row, bytes in
      if bytes.count <= 40, !Table.isMissing(bytes) { evidence.add(MarkEvidence(bytes), row) }
    }
    return evidence
  }

  /// The first reading that fits every cell; nil where no cell holds anything.
  private func fitting(_ style: NumberStyle) -> ColumnReading? {
    let isoDate = ColumnReading(column: column, type: .date)
    var readings =
      [ExpressionType.number, .truth].map { ColumnReading(column: column, type: $0, style: style) } + [
        isoDate
      ]
      + [ExpressionType.rate, .money, .moment].map { ColumnReading(column: column, type: $0, style: style) }
    var isEmpty = true
    table.forEachCell(of: column) { _, bytes in
      guard !readings.isEmpty, !Table.isMissing(bytes) else { return }
      isEmpty = false
      while let reading = readings.first, reader.read(bytes, reading) == nil { readings.removeFirst() }
    }
    guard !isEmpty else { return nil }
    // Those before a reading's turn were read as another one.
    return readings.first(where: fits) ?? ColumnReading(column: column)
  }

  private func fits(_ reading: ColumnReading) -> Bool {
    var fits = true
    table.forEachCell(of: column) { _, bytes in
      guard fits, !Table.isMissing(bytes) else { return }
      fits = reader.read(bytes, reading) != nil
    }
    return fits
  }

  /// The reading, or for text that of the dates of an export, where it is settled which of their numbers is the day.
  private func settled(_ reading: ColumnReading) -> (reading: ColumnReading, doubt: InputErrors?) {
    guard reading.type == .text else { return (reading, nil) }
    var evidence = DateEvidence()
    var areDates = true
    table.forEachCell(of: column) { row, bytes in
      guard areDates, !Table.isMissing(bytes) else { return }
      if let date = TableDate(bytes) { evidence.add(date.form, row) } else { areDates = false }
    }
    guard areDates else { return (reading, nil) }
    var settled = order ?? .dmy
    if order == nil, evidence.isAsked {
      switch table.settledOrder(evidence.proof(column, of: table), column) {
      case .success(let proved): settled = proved
      case .failure(let doubt): return (reading, doubt)
      }
    }
    let dates = ColumnReading(column: column, type: .date, order: settled)
    return (fits(dates) ? dates : reading, nil)
  }
}

extension ColumnReading {
  /// Whether its values depend on the mark before decimals.
  fileprivate var isQuantity: Bool { type == .number || type == .rate || type == .money }
}
