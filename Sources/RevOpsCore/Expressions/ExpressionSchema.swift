/// The names that an expression may use, with their types, and the circumstances it is read in.
public struct ExpressionSchema: Sendable {
  /// A name and what stands under it.
  public struct Field: Hashable, Sendable {
    /// The name as its owner spells it.
    public var name: String
    /// What stands under it.
    public var type: ExpressionType

    /// Makes a field.
    public init(_ name: String, _ type: ExpressionType) {
      self.name = name
      self.type = type
    }
  }

  /// The fields that rows have, in the order in which rows count them.
  public var fields: [Field]
  /// Values known beforehand by name, such as a list of named accounts.
  public var constants: [String: ExpressionValue]
  /// Dates, calendars and currencies.
  public var environment: ExpressionEnvironment
  /// What a field is called in messages: `column`, `figure`.
  public var noun: String
  /// How the cells of a table become the values of each field; empty for what is no table.
  var readings: [ColumnReading] = []
  /// What keeps a field from being read as more than text: cells that two readings fit.
  var doubts: [Int: InputErrors] = [:]

  /// Makes a schema of fields.
  public init(
    _ fields: [Field], constants: [String: ExpressionValue] = [:],
    environment: ExpressionEnvironment = ExpressionEnvironment(), noun: String = "field"
  ) {
    self.fields = fields
    self.constants = constants
    self.environment = environment
    self.noun = noun
  }

  /// Makes the schema of a result, in which figures are asked for by dotted paths.
  public init(
    of result: JSONValue, constants: [String: ExpressionValue] = [:],
    environment: ExpressionEnvironment = ExpressionEnvironment()
  ) {
    var fields: [Field] = []
    if case .record(let known) = ExpressionType(of: result) { fields = known }
    self.init(fields, constants: constants, environment: environment, noun: "figure")
  }

  /// The index of the field of a name: as spelled, else the only one that differs in case and separators.
  func index(of name: String) -> Int? {
    if let exact = fields.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return exact }
    let wanted = loose(name)
    let near = fields.indices.filter { loose(fields[$0].name) == wanted }
    return near.count == 1 ? near[0] : nil
  }

  /// A name without regard to case and separators: `Company Size` and `company_size` are one.
  private func loose(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}

/// What an expression is read under: today's date, calendars, currencies.
public struct ExpressionEnvironment: Sendable {
  /// The date that `today()` gives; missing where nobody fixed one.
  public var asOf: CalendarDate?
  /// The home currency, and what others are worth in it.
  public var rates: ExchangeRates
  /// The currency of a number that is compared with money, where it has been converted; nil for the home currency.
  public var shown: Currency?
  /// How the company cuts its years.
  public var fiscal: FiscalCalendar
  /// When the company works.
  public var work: WorkCalendar
  /// The zone in which an instant has a date.
  public var zone: ZoneRules

  /// Makes an environment; what is left out is US dollars, calendar years, Monday to Friday 9 to 17, UTC.
  public init(
    asOf: CalendarDate? = nil, rates: ExchangeRates = ExchangeRates(),
    fiscal: FiscalCalendar = FiscalCalendar(), work: WorkCalendar = .standard, zone: ZoneRules = .utc
  ) {
    self.asOf = asOf
    self.rates = rates
    self.fiscal = fiscal
    self.work = work
    self.zone = zone
  }
}

/// Something that has a value for each field of a schema: a row of a table, a lead, a result.
public protocol ExpressionRow {
  /// The value of a field, by its index in the schema.
  func value(_ field: Int) -> ExpressionValue
  /// Why the figure of a dotted path is absent, where that is known.
  func reason(for path: String) -> String?
}

extension ExpressionRow {
  /// None, unless a row knows better.
  public func reason(for path: String) -> String? { nil }
}

/// A result as the row of an assertion over it.
public struct ResultRow: ExpressionRow {
  private let members: [JSONValue.Member]
  private let reasons: [String: String]

  /// Takes a result, and the reasons of its absent figures by path.
  public init(_ result: JSONValue, reasons: [String: String] = [:]) {
    if case .object(let members) = result { self.members = members } else { members = [] }
    self.reasons = reasons
  }

  /// The member of an index.
  public func value(_ field: Int) -> ExpressionValue {
    members.indices.contains(field) ? ExpressionValue(members[field].value) : .nothing
  }

  /// The reason of an absent figure.
  public func reason(for path: String) -> String? { reasons[path] }
}
