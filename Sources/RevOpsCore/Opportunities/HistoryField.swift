/// A field whose changes move a pipeline, whatever the vendor calls it.
enum HistoryField: Hashable {
  case stage, amount, close, category, created

  /// Nil for a field that moves nothing.
  ///
  /// Source: Salesforce OpportunityFieldHistory, its report's labels, HubSpot property names.
  init?(_ name: String) {
    switch ImportKey(name).text {
    case "stagename", "stage", "dealstage": self = .stage
    case "amount": self = .amount
    case "closedate": self = .close
    case "forecastcategoryname", "forecastcategory", "hsmanualforecastcategory": self = .category
    case "created", "opportunitycreatedfromlead": self = .created
    default: return nil
    }
  }
}

/// What the opportunities say of a deal now, looked up once something asks for it.
final class PresentValues {
  private let data: DataTable?
  private lazy var rows: [DealKey: Int] = {
    var rows: [DealKey: Int] = [:]
    for (row, id) in (data?.allTexts("id") ?? []).enumerated() {
      if let id, rows[DealKey(id)] == nil { rows[DealKey(id)] = row }
    }
    return rows
  }()

  init(_ data: DataTable?) { self.data = data }

  /// Whether the opportunities have the deal.
  func has(_ deal: DealKey) -> Bool { rows[deal] != nil }

  /// The text of a field; nil where nothing says it.
  func text(_ field: HistoryField, of deal: DealKey) -> String? {
    let column: String? =
      switch field {
      case .stage: "stage"
      case .amount: "amount"
      case .close: "close_date"
      case .category: "forecast_category"
      case .created: nil
      }
    guard let data, let index = column.flatMap({ data.mapping[$0] }), let row = rows[deal] else { return nil }
    return data.table.text(row, index)
  }
}

/// Reads the values of fields of several kinds that stand in one column.
struct FieldValues {
  /// What amounts of a deal are in that do not say it.
  private let currencies: DealCurrencies
  private let company: Company
  private let style: NumberStyle
  private let order: TableDate.Order
  private let zone: ZoneRules

  init(data: DataTable, company: Company, _ currencies: DealCurrencies, order: TableDate.Order) {
    self.currencies = currencies
    self.company = company
    style = NumberStyle(decimalMark: data.source.decimal ?? .point, allowsExportForms: true)
    self.order = order
    zone = data.source.zone
  }

  /// An amount of a deal in coins of the currency shown; nil for what is none, or in a currency without a rate.
  ///
  /// - Parameters:
  ///   - cell: The amount.
  ///   - deal: The deal.
  ///   - settled: Settles the currency that the cell names; nil where it cannot be that.
  /// - Returns: The coins.
  func coins(_ cell: String, of deal: DealKey, _ settled: (Currency) -> Currency?) -> Double? {
    Array(cell.utf8).withUnsafeBufferPointer { bytes in
      guard let amount = try? CellAmount(bytes, home: currencies[deal], style: style),
        let currency = amount.currency.map(settled) ?? currencies[deal]
      else { return nil }
      guard currency != company.currency else { return Double(amount.minorUnits) }
      let worth = amount.currency == nil ? currencies.worth(of: deal) : nil
      guard let own = worth ?? company.rates.rate(of: currency)?.double,
        let shown = company.rates.rate(of: company.currency)
      else { return nil }
      let units = Double(amount.minorUnits) / currency.coinsPerUnit * (own / shown.double)
      return (units * company.currency.coinsPerUnit).rounded(.toNearestOrEven)
    }
  }

  func date(_ cell: String) -> CalendarDate? {
    Array(cell.utf8).withUnsafeBufferPointer { bytes in
      TableDate(bytes)?.dayNumber(order, in: zone).map { CalendarDate(dayNumber: Int($0)) }
    }
  }
}
