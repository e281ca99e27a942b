/// The currency of each deal's amounts, as the opportunities say it: a history of the deals often does not.
struct DealCurrencies: Sendable {
  /// That of a deal without one of its own.
  var home: Currency
  private var byDeal: [DealKey: Currency] = [:]
  /// Whether the rows or the cells of the opportunities say it, rather than the table or the company.
  private(set) var isStated = false
  /// The currency that the opportunities say of a deal; nil where they do not.
  func stated(of key: DealKey, in deals: PresentValues) -> Currency? {
    isStated && deals.has(key) ? self[key] : nil
  }

  /// What a unit of a deal's amount is worth in the company's currency, where the CRM alone has converted it.
  private var worth: [DealKey: Double] = [:]

  /// Reads them from the opportunities, be they what counts or not.
  ///
  /// The currency is the one that the amount's cell names, else the row's, else the table's, else the company's. One that
  /// nothing can place, or that has no rate, is left to the opportunities, which refuse it.
  ///
  /// - Parameters:
  ///   - data: The opportunities; nil where there are none.
  ///   - rates: What currencies are worth.
  init(of data: DataTable?, _ rates: ExchangeRates) {
    home = data?.source.currency ?? rates.home
    guard let data, data.has("id"), let column = data.mapping["amount"] else { return }
    let byRow = data.rowCurrencies()
    // Cells without a currency are read with the digits of the finest that any row has.
    let unit = home.orFiner(byRow?.finest)
    guard
      case .amounts(let amounts)? = try? data.column(column, as: .amounts(data.source.decimal, home: unit))
    else { return }
    let named = amounts.currencies.isEmpty ? [:] : data.namedCurrencies(column, unit)
    guard byRow != nil || !named.isEmpty else { return }
    isStated = true
    var converted: AmountColumn?
    if let other = data.mapping["amount_home"],
      case .amounts(let read)? = try? data.column(other, as: .amounts(data.source.decimal, home: rates.home))
    {
      converted = read
    }
    for row in 0..<data.table.rowCount {
      guard let currency = named[row] ?? (try? byRow?.of(row)?.get()), currency != home,
        let id = data.anyText("id", row)
      else { continue }
      let key = DealKey(id)
      guard rates.rate(of: currency) == nil else {
        byDeal[key] = currency
        continue
      }
      let units = amounts.minorUnits[row]
      guard let coins = converted?.minorUnits[row], coins != AmountColumn.missing,
        units != AmountColumn.missing, units != 0
      else { continue }
      byDeal[key] = currency
      worth[key] =
        Double(coins) / rates.home.coinsPerUnit / (Double(units) / (named[row] ?? unit).coinsPerUnit)
    }
  }

  /// The currency of a deal.
  subscript(key: DealKey) -> Currency { byDeal[key] ?? home }

  /// What a unit of a deal's amount is worth in the company's currency by the CRM; nil where rates say it.
  func worth(of key: DealKey) -> Double? { worth[key] }

  /// Whether some deal has a currency of its own.
  var differ: Bool { !byDeal.isEmpty }
}
