/// What all areas share about a company: its money, its calendar, its definitions and its bands.
public struct Company: Hashable, Sendable {
  /// Its name; empty where the file gives none.
  public var name = ""
  /// The currency of every amount that names none, with what others are worth in it.
  public var rates = ExchangeRates()
  /// The currency that all money is shown in: the company's own unless `--currency` says otherwise.
  public var currency = Currency.usd
  /// Its fiscal years.
  public var fiscal = FiscalCalendar()
  /// Its working hours and holidays.
  public var work = WorkCalendar.standard
  /// The zone of moments without an offset.
  public var zone = ZoneRules.utc
  /// The zone as the file names it.
  public var zoneName = "UTC"
  /// The variant in force for each metric whose definition the company picks, by metric id.
  public var definitions: [String: String] = [:]
  /// The bands in force.
  public var benchmarks = Benchmarks()
  /// The day of its figures, where the file gives one.
  public var asOf: CalendarDate?

  /// A company of which nothing is known.
  public init() {}

  /// What reading a value needs to know of the company.
  public var fieldContext: FieldContext { FieldContext(rates: rates, currency: currency, fiscal: fiscal) }

  /// The variant of a metric that holds: the company's choice, else the catalogue's first.
  public func definition(of metric: String) -> String? {
    definitions[metric] ?? Metrics[metric]?.variants.first?.id
  }

  /// An amount in the currency that money is shown in; nil without a rate for it.
  public func shown(_ money: Money) -> Money? { rates.convert(money, to: currency) }
}

extension Company {
  /// Reads the `company` section; its problems stay in `fields`.
  ///
  /// - Parameters:
  ///   - fields: The section.
  ///   - reader: Opens the file of the time zone.
  init(_ fields: inout Fields, reader: FileReader) {
    name = fields.text("name", default: "")
    let home = fields.value("currency", as: .currency, default: .usd)
    rates = Self.rates(&fields, home: home)
    currency = home
    let month = fields.value("fiscal_year_start", as: .month, default: 1)
    fiscal = FiscalCalendar(startMonth: month) ?? FiscalCalendar()
    let holidays = Set(fields.list("holidays", of: .date))
    work = (fields.valueIfGiven("work_week", as: .workWeek) ?? .standard).with(holidays: holidays)
    asOf = fields.dateIfGiven("as_of")
    readZone(&fields, reader)
    definitions = Self.definitions(&fields)
    benchmarks = Self.benchmarks(&fields)
  }

  private static func rates(_ fields: inout Fields, home: Currency) -> ExchangeRates {
    var rates = ExchangeRates(home: home)
    for (code, rate) in fields.map("fx", of: .exactNumber) {
      let key = "fx.\(code)"
      guard let currency = Currency(code) else {
        fields.refuseKey(key, "decode.wrong-value", "'\(printable(code))' is no ISO 4217 currency code")
        continue
      }
      do throws(QuantityError) { try rates.add(currency, rate) } catch {
        fields.refuse(key, "decode.wrong-value", error.message(for: fields.path(of: key)), hint: error.hint)
      }
    }
    return rates
  }

  private mutating func readZone(_ fields: inout Fields, _ reader: FileReader) {
    zoneName = fields.text("timezone", default: "UTC")
    if let fixed = ZoneRules(fixed: zoneName) {
      zone = fixed
      return
    }
    let bytes = ZoneRules.isName(zoneName) ? try? reader("/usr/share/zoneinfo/\(zoneName)") : nil
    if let bytes, let rules = ZoneRules(tzif: bytes) {
      zone = rules
      return
    }
    fields.refuse(
      "timezone", "company.timezone", "this machine knows no time zone '\(printable(zoneName))'",
      hint: "write a name such as Europe/Berlin, or an offset such as +02:00")
  }

  private static func definitions(_ fields: inout Fields) -> [String: String] {
    var chosen: [String: String] = [:]
    for (id, variant) in fields.map("definitions", of: .text) {
      let key = "definitions.\(id)"
      guard let metric = Metrics[id] else {
        let hint = didYouMean(id, among: Metrics.all.lazy.filter { !$0.variants.isEmpty }.map(\.id))
        fields.refuseKey(key, "company.unknown-metric", "there is no metric '\(printable(id))'", hint: hint)
        continue
      }
      let variants = metric.variants.map(\.id)
      if variants.contains(variant) {
        chosen[id] = variant
      } else if variants.isEmpty {
        fields.refuse(key, "company.unknown-definition", "'\(id)' has one definition only")
      } else {
        fields.refuse(
          key, "company.unknown-definition", "'\(id)' has no definition '\(printable(variant))'",
          hint: didYouMean(variant, among: variants) ?? "known: " + variants.joined(separator: ", "))
      }
    }
    return chosen
  }
}

extension FieldKind where Value == Int {
  /// A month by name or number, 1 to 12.
  static var month: FieldKind {
    quantity("month", "a month such as February", placeholder: 1) { text, _ throws(QuantityError) in
      try FiscalCalendar.parseMonth(text)
    }
  }
}

extension FieldKind where Value == WorkCalendar {
  /// Hours by weekday: `Mon-Fri 09:00-17:00`.
  static var workWeek: FieldKind {
    quantity("work week", "a work week such as Mon-Fri 09:00-17:00", placeholder: .standard) {
      text, _ throws(QuantityError) in try WorkCalendar.parse(text)
    }
  }
}
