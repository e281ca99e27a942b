/// Takes a money text apart: brackets, sign, currency and number, in the orders in which people write them.
struct MoneyReader {
  private(set) var cursor: ByteCursor
  let home: Currency
  let style: NumberStyle
  /// The currency that the text names.
  private(set) var currency: Currency?

  init(cursor: ByteCursor, home: Currency, style: NumberStyle) {
    self.cursor = cursor
    self.home = home
    self.style = style
  }

  /// Takes an amount, and leaves what stands behind it.
  mutating func read() throws(QuantityError) -> NumberText {
    var isParenthesised = cursor.take("(")
    var isNegative = isParenthesised ? false : cursor.takeSign()
    try takeCurrency()
    if currency != nil, !isParenthesised, !isNegative {
      isParenthesised = cursor.take("(")
      isNegative = isParenthesised ? false : cursor.takeSign()
    }
    var number = try takeNumber()
    cursor.skipSpaces()
    if currency == nil { try takeCurrency() }
    if isParenthesised, !cursor.take(")") { throw refused() }
    if style.allowsExportForms, !isNegative, !isParenthesised { isNegative = cursor.take("-") }
    cursor.skipSpaces()
    if currency == nil { try takeCurrency() }
    number.isNegative = isNegative || isParenthesised
    return number
  }

  private mutating func takeNumber() throws(QuantityError) -> NumberText {
    guard cursor.current.isDigit || cursor.current == style.mark else { throw refused() }
    var number = try NumberText(&cursor, style: style)
    _ = number.takeMagnitude(&cursor)
    return number
  }

  /// Takes a sign or a code, and the spaces behind it.
  private mutating func takeCurrency() throws(QuantityError) {
    if let sign = takeSign() {
      currency = sign
    } else if cursor.current.isLetter {
      let code = cursor.takeLetters()
      guard let known = Currency(code) else {
        guard code.utf8.count == 3, cursor.bytes.contains(where: \.isDigit),
          ByteCursor(cursor.bytes).withMagnitudeLetter == nil
        else { throw refused() }
        throw ByteCursor(cursor.bytes).refused(
          "'\(code.uppercased())' is no ISO 4217 currency code", hint: "write it like 1,200 \(home)")
      }
      currency = known
    }
    if currency != nil { cursor.skipSpaces() }
  }

  private mutating func takeSign() -> Currency? {
    guard cursor.current == UInt8(ascii: "$") || cursor.current >= 0x80 else { return nil }
    if cursor.take("$") { return home.isDollar ? home : .usd }
    if cursor.take("€") { return Currency("EUR") }
    if cursor.take("£") { return Currency("GBP") }
    if cursor.take("¥") { return Currency(home.description == "CNY" ? "CNY" : "JPY") }
    return nil
  }

  /// Says that the whole text is no amount.
  func refused() -> QuantityError {
    let numberRefusal = ByteCursor(cursor.bytes).refusedNumber(style)
    guard numberRefusal.hint == nil else { return numberRefusal }
    return ByteCursor(cursor.bytes).refused("money is written like $1.2M, 1,200 EUR or (500)")
  }
}
