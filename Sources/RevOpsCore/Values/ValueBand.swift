/// A range of amounts or numbers: `<$1M`, `$1-5M`, `$20M+`, `11-50`.
///
/// The lower edge belongs to a band and the upper one does not, so 5 lies in `5-20` and not in `1-5`.
public struct ValueBand: Hashable, Sendable {
  /// The least value; nil where there is none.
  public let low: ExactDecimal?
  /// The first value above; nil where there is none.
  public let high: ExactDecimal?
  /// The currency; nil for plain numbers.
  public let currency: Currency?

  /// A band between two edges.
  public init(low: ExactDecimal?, high: ExactDecimal?, currency: Currency? = nil) {
    self.low = low
    self.high = high
    self.currency = currency
  }

  /// Whether a value lies in the band.
  public func contains(_ value: Double) -> Bool {
    (low.map { $0.double <= value } ?? true) && (high.map { value < $0.double } ?? true)
  }

  /// The band of a list that a value belongs to: the one with the highest lower edge not above it.
  ///
  /// So a value in a gap, 10.5 with `1-10` and `11-50`, belongs to the lower band. None holds a value below
  /// all of them, or above the end of the highest.
  public static func index(of value: Double, in bands: [ValueBand]) -> Int? {
    func edge(_ band: Int) -> Double { bands[band].low?.double ?? -.infinity }
    guard let best = bands.indices.filter({ edge($0) <= value }).max(by: { edge($0) < edge($1) }) else {
      return nil
    }
    let isHighest = bands.indices.allSatisfy { edge($0) <= edge(best) }
    if isHighest, let high = bands[best].high?.double, value > high { return nil }
    return best
  }
}

extension ValueBand: CustomStringConvertible {
  /// The band as `parse` reads it: `1000000-5000000 USD`.
  public var description: String {
    let unit = currency.map { " \($0)" } ?? ""
    return switch (low, high) {
    case (let low?, let high?): "\(low)-\(high)\(unit)"
    case (let low?, nil): "\(low)\(unit)+"
    case (nil, let high?): "<\(high)\(unit)"
    case (nil, nil): "any"
    }
  }

  /// Reads `<$1M`, `$1-5M`, `$20M+`, `>$20M`, `11-50`, `any`.
  ///
  /// A magnitude or currency that only one edge has holds for both: `$1-5M` is 1 to 5 million dollars.
  public static func parse(
    _ text: String, rates: ExchangeRates = ExchangeRates()
  ) throws(QuantityError) -> ValueBand {
    try reading(text) { bytes throws(QuantityError) in
      var reader = BandReader(start: ByteCursor(bytes), rates: rates)
      return try reader.read()
    }
  }
}

/// Takes the text of a band apart.
private struct BandReader {
  let start: ByteCursor
  let rates: ExchangeRates
  private var cursor: ByteCursor
  /// The currency that an edge named.
  private var currency: Currency?

  init(start: ByteCursor, rates: ExchangeRates) {
    self.start = start
    self.rates = rates
    cursor = start
  }

  mutating func read() throws(QuantityError) -> ValueBand {
    if cursor.take(word: "any"), cursor.isAtEnd { return ValueBand(low: nil, high: nil) }
    let isBelow = cursor.take("<") || cursor.take("≤")
    let isAbove = !isBelow && (cursor.take(">") || cursor.take("≥"))
    if isBelow || isAbove { _ = cursor.take("=") }
    let edge = try takeEdge()
    if isBelow { return try band(low: nil, high: value(of: edge)) }
    if isAbove || cursor.take("+") { return try band(low: value(of: edge), high: nil) }
    guard cursor.take("-") || cursor.take("–") || cursor.take("—") else { throw refused() }
    let high = try takeEdge()
    return try between(edge, high)
  }

  private func between(_ first: NumberText, _ second: NumberText) throws(QuantityError) -> ValueBand {
    let high = try value(of: second)
    var low = try value(of: first)
    if first.magnitude == 0 {
      let scaled = ExactDecimal(low.coefficient, places: low.places - second.magnitude)
      if scaled < high { low = scaled }
    }
    guard low < high else { throw start.refused("a band begins below its end") }
    return try band(low: low, high: high)
  }

  private mutating func takeEdge() throws(QuantityError) -> NumberText {
    cursor.skipSpaces()
    var reader = MoneyReader(cursor: cursor, home: rates.home, style: NumberStyle())
    let number = try reader.read()
    cursor = reader.cursor
    cursor.skipSpaces()
    guard !number.isNegative else { throw refused() }
    if let named = reader.currency {
      guard currency == nil || currency == named else { throw start.refused("a band has one currency") }
      try start.requireRate(of: named, in: rates)
      currency = named
    }
    return number
  }

  private func value(of edge: NumberText) throws(QuantityError) -> ExactDecimal {
    try ExactDecimal(edge, start)
  }

  private func band(low: ExactDecimal?, high: ExactDecimal?) throws(QuantityError) -> ValueBand {
    guard cursor.isAtEnd else { throw refused() }
    return ValueBand(low: low, high: high, currency: currency)
  }

  private func refused() -> QuantityError {
    start.refused("a band is written like <$1M, $1-5M, $20M+ or 11-50")
  }
}
