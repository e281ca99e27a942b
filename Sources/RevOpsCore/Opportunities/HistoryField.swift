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

/// Reads the values of fields of several kinds that stand in one column.
struct FieldValues {
  private let home: Currency
  private let company: Company
  private let style: NumberStyle
  private let order: TableDate.Order
  private let zone: ZoneRules

  init(data: DataTable, company: Company, order: TableDate.Order) {
    home = data.source.currency ?? company.rates.home
    self.company = company
    style = NumberStyle(decimalMark: data.source.decimal ?? .point, allowsExportForms: true)
    self.order = order
    zone = data.source.zone
  }

  /// An amount in coins of the currency shown; nil for what is none, or in a currency without a rate.
  func coins(_ cell: String) -> Double? {
    Array(cell.utf8).withUnsafeBufferPointer { bytes in
      guard let amount = try? CellAmount(bytes, home: home, style: style) else { return nil }
      let currency = amount.currency ?? home
      guard currency != company.currency else { return Double(amount.minorUnits) }
      guard let own = company.rates.rate(of: currency), let shown = company.rates.rate(of: company.currency)
      else {
        return nil
      }
      let units = Double(amount.minorUnits) / currency.coinsPerUnit * (own.double / shown.double)
      return (units * company.currency.coinsPerUnit).rounded(.toNearestOrEven)
    }
  }

  func date(_ cell: String) -> CalendarDate? {
    Array(cell.utf8).withUnsafeBufferPointer { bytes in
      TableDate(bytes)?.dayNumber(order, in: zone).map { CalendarDate(dayNumber: Int($0)) }
    }
  }
}
