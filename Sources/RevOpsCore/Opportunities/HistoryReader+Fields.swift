extension HistoryReader {
  /// A row a change of one field.
  mutating func readFields(_ moments: [(second: Int, day: CalendarDate)]) {
    let new = data.has("new_value") ? "new_value" : "stage"
    guard let order = settledOrder(["old_value", new]) else { return }
    let fields = fields()
    let values = FieldValues(data: data, company: company, currencies, order: order)
    for row in data.rows.indices {
      guard let deal = deal(row) else {
        add(
          "pipeline.no-id", "this change does not say of which deal", row, "opportunity_id",
          hint: DealRegister.wayOutWithoutID)
        continue
      }
      guard let field = fields[row] else { continue }
      let moment = moments[row]
      guard field != .created else {
        deals[deal].created = deals[deal].created.map { $0.second <= moment.second ? $0 : moment } ?? moment
        continue
      }
      var made = StageHistory.Change(second: moment.second, day: moment.day, row: row)
      set(field, of: &made, to: new, row, values, deals[deal].key)
      deals[deal].add(made)
    }
    for deal in deals.indices { settle(deal, fields, new, values) }
  }

  /// Puts the changes of a deal in order, and takes what held before each field's first from its old value.
  ///
  /// Changes of a field that fall on one moment follow one another by their values: each begins with what the one before
  /// it ended with.
  private mutating func settle(
    _ index: Int, _ fields: [HistoryField?], _ new: String, _ values: FieldValues
  ) {
    var deal = deals[index]
    let key = deal.key
    deal.order(by: fields) {
      (text("old_value", $0) ?? "", text(new, $0) ?? "")
    } now: {
      present.text($0, of: key)
    }
    var known: Set<HistoryField> = []
    for row in deal.changes.map(\.row) {
      guard let field = fields[row], known.insert(field).inserted else { continue }
      set(field, of: &deal.before, to: "old_value", row, values, deal.key)
      deal.before.row = known.count == 1 ? row : min(deal.before.row, row)
    }
    deals[index] = deal
  }

  /// Which of day and month comes first in the close dates among the values; nil where nothing settles it.
  private mutating func settledOrder(_ columns: [String]) -> TableDate.Order? {
    if let given = data.source.dateOrder { return given }
    var open: (row: Int, column: String)?
    var proved: [TableDate.Order: (row: Int, column: String)] = [:]
    for row in data.rows.indices where text("field", row).flatMap({ HistoryField($0) }) == .close {
      for column in columns {
        guard let cell = text(column, row) else { continue }
        switch Array(cell.utf8).withUnsafeBufferPointer({ TableDate($0) })?.form {
        case .points: proved[.dmy] = proved[.dmy] ?? (row, column)
        case .open(let first, _, _) where first > 12: proved[.dmy] = proved[.dmy] ?? (row, column)
        case .open(_, let second, _) where second > 12: proved[.mdy] = proved[.mdy] ?? (row, column)
        case .open: open = open ?? (row, column)
        case .settled, nil: break
        }
      }
    }
    if proved.count == 1 { return proved.keys.first }
    guard let cell = proved.values.min(by: { $0.row < $1.row }) ?? open else { return .dmy }
    add(
      "csv.date-order",
      "the close dates among the values can be read with the day first or with the month first",
      cell.row, cell.column)
    return nil
  }

  private mutating func set(
    _ field: HistoryField, of change: inout StageHistory.Change, to column: String, _ row: Int,
    _ values: FieldValues, _ deal: DealKey
  ) {
    guard let cell = text(column, row) else { return }
    switch field {
    case .stage: change.stage = cell
    case .amount:
      var fault: AmountFault?
      let place = (row: data.rows[row], column: data.mapping[column] ?? 0)
      change.coins = values.coins(cell, of: deal) { own in
        switch data.settled(own, ofDeal: currencies.stated(of: deal, in: present), place.row, place.column) {
        case .success(let currency): return currency
        case .failure(let found):
          fault = found
          return nil
        }
      }
      if let fault {
        add(fault.id, fault.message, row, column, hint: fault.hint)
      } else if change.coins == nil {
        add("csv.amount", "'\(printable(cell))' is no amount, or in a currency without a rate", row, column)
      }
    case .close:
      change.close = values.date(cell)
      if change.close == nil { add("csv.date", "'\(printable(cell))' is no date", row, column) }
    case .category:
      tracksCategories = true
      change.category = DealCategory(cell)
      if change.category == nil {
        add(
          "pipeline.unknown-category", "'\(printable(cell))' is no forecast category", row, column,
          hint: didYouMean(cell, among: DealCategory.allCases.map(\.rawValue)))
      }
    case .created: break
    }
  }
}
