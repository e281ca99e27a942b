/// Cuts the text of an expression into tokens, in one pass over its UTF-8 bytes.
struct Lexer {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// All tokens with an `end` behind the last.
  mutating func tokens() throws(ExpressionProblem) -> [Token] {
    var tokens: [Token] = []
    while true {
      skipSpace()
      let start = position
      guard start < bytes.count else {
        tokens.append(Token(kind: .end, range: start..<start))
        return tokens
      }
      let kind = try next()
      tokens.append(Token(kind: kind, range: start..<position))
    }
  }

  private var current: UInt8 { peek(0) }

  /// The byte so many further on, or 0 behind the end.
  private func peek(_ distance: Int) -> UInt8 {
    position + distance < bytes.count ? bytes[position + distance] : 0
  }

  /// Skips spaces, line ends and no-break spaces.
  private mutating func skipSpace() {
    while true {
      if current.isSpace || current == 0x0A || current == 0x0D {
        position += 1
      } else if isNoBreakSpace(0) {
        position += 2
      } else {
        return
      }
    }
  }

  private func isNoBreakSpace(_ distance: Int) -> Bool {
    peek(distance) == 0xC2 && peek(distance + 1) == 0xA0
  }

  /// Whether a name can go on with the byte: a letter, a digit, `_`, or anything beyond ASCII but the signs.
  private func continuesWord(_ distance: Int) -> Bool {
    let byte = peek(distance)
    guard byte >= 0x80 else { return byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") }
    // The signs begin with lead bytes, so that no byte inside another character is taken for one.
    return distance > 0 || (currencySignLength == 0 && wideSymbol == nil && !isNoBreakSpace(0))
  }

  private mutating func next() throws(ExpressionProblem) -> Token.Kind {
    switch current {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      return try quoted()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .quantity(try takeQuantity())
    case UInt8(ascii: ".") where peek(1).isDigit:
      return .quantity(try takeQuantity())
    case let byte where !byte.isDigit && continuesWord(0):
      return takeWord()
    default:
      if currencySignLength > 0 { return try takeMoney() }
      return try takeSymbol()
    }
  }

  /// Takes text between quotes; a doubled quote stands for one, a backslash for itself.
  private mutating func quoted() throws(ExpressionProblem) -> Token.Kind {
    let start = position
    let quote = current
    var text: [UInt8] = []
    position += 1
    while position < bytes.count {
      if current == quote {
        guard peek(1) == quote else {
          position += 1
          let decoded = String(decoding: text, as: UTF8.self)
          return quote == UInt8(ascii: "`") ? .name(decoded) : .text(decoded)
        }
        position += 1
      }
      text.append(current)
      position += 1
    }
    let sign = Character(Unicode.Scalar(quote))
    throw ExpressionProblem(
      .syntax, "the \(sign) that opens here is never closed", at: start..<bytes.count, hint: "add \(sign)")
  }

  /// Takes a name, or a fiscal period such as `FY26` and `FY26-Q3`.
  private mutating func takeWord() -> Token.Kind {
    let start = position
    while continuesWord(0) { position += 1 }
    let isFiscal = isFiscalYear(bytes[start..<position])
    if isFiscal, current == UInt8(ascii: "-"), isPeriodPart(1), peek(2).isDigit { position += 3 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    return isFiscal ? .quantity(word) : .word(word)
  }

  private func isFiscalYear(_ word: ArraySlice<UInt8>) -> Bool {
    (word.count == 4 || word.count == 6) && word.starts(with: "FY".utf8)
      && word.dropFirst(2).allSatisfy(\.isDigit)
  }

  private func isPeriodPart(_ distance: Int) -> Bool {
    let letter = peek(distance).lowercased
    return letter == UInt8(ascii: "q") || letter == UInt8(ascii: "h")
  }

  /// Takes a number with what is written onto it, a date with its time, or a period.
  private mutating func takeQuantity() throws(ExpressionProblem) -> String {
    let start = position
    if let problem = looseDate() { throw problem }
    if !takeCalendar() { takeNumber() }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// That `2026-3-1` may be a date or a subtraction; nil for what is neither.
  private func looseDate() -> ExpressionProblem? {
    var end = 0
    func number(_ most: Int) -> Int? {
      var value = 0
      let start = end
      while end - start < most, peek(end).isDigit {
        value = value * 10 + Int(peek(end) & 15)
        end += 1
      }
      return end > start && !peek(end).isDigit ? value : nil
    }
    func dash() -> Bool {
      guard peek(end) == UInt8(ascii: "-") else { return false }
      end += 1
      return true
    }
    guard let year = number(4), year >= 1000, dash(), let month = number(2), dash(), let day = number(2),
      end < 10,
      1...12 ~= month, 1...31 ~= day, peek(end) != UInt8(ascii: "."), !continuesWord(end)
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let text = String(decoding: bytes[position..<position + end], as: UTF8.self)
    return ExpressionProblem(
      .literal, "'\(text)' may be a date or a subtraction", at: position..<position + end,
      hint: "a date is written \(year)-\(two(month))-\(two(day)), a subtraction with spaces: "
        + "\(year) - \(month) - \(day)")
  }

  private mutating func takeNumber() {
    while true {
      let byte = current
      let isExponentSign =
        (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")) && peek(1).isDigit
        && position > 0 && bytes[position - 1].lowercased == UInt8(ascii: "e")
      let isPoint = byte == UInt8(ascii: ".") && (peek(1).isDigit || peek(1) == byte)
      guard continuesWord(0) || isPoint || isExponentSign else { break }
      position += 1
    }
    position += current == UInt8(ascii: "%") ? 1 : currencySignLength
  }

  /// Takes `2026-03-31`, the same with `T` and a time, `2026-03` or `2026-Q1`.
  private mutating func takeCalendar() -> Bool {
    guard (0..<4).allSatisfy({ peek($0).isDigit }), peek(4) == UInt8(ascii: "-") else { return false }
    if isPeriodPart(5), peek(6).isDigit, !continuesWord(7) {
      position += 7
      return true
    }
    guard peek(5).isDigit, peek(6).isDigit, !continuesWord(7) else { return false }
    guard peek(7) == UInt8(ascii: "-"), peek(8).isDigit, peek(9).isDigit else {
      position += 7
      return true
    }
    position += 10
    if current == UInt8(ascii: "T"), peek(1).isDigit { takeTime() }
    return true
  }

  private mutating func takeTime() {
    while true {
      let isMark = [":", ".", "+", "-"].contains { current == UInt8(ascii: $0) }
      guard isMark || continuesWord(0) else { return }
      position += 1
    }
  }

  /// Takes `$1.2M` and its like.
  private mutating func takeMoney() throws(ExpressionProblem) -> Token.Kind {
    let start = position
    position += currencySignLength
    while current.isSpace { position += 1 }
    guard current.isDigit || (current == UInt8(ascii: ".") && peek(1).isDigit) else {
      throw ExpressionProblem(
        .syntax, "a currency sign needs an amount behind it", at: start..<position,
        hint: "write it like $1.2M")
    }
    takeNumber()
    return .quantity(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  /// Bytes of the currency sign at the position: `$ £ ¥ €`; 0 where there is none.
  private var currencySignLength: Int {
    switch (current, peek(1), peek(2)) {
    case (UInt8(ascii: "$"), _, _): 1
    case (0xC2, 0xA3, _), (0xC2, 0xA5, _): 2
    case (0xE2, 0x82, 0xAC): 3
    default: 0
    }
  }

  /// The mathematical sign beyond ASCII at the position.
  private var wideSymbol: (symbol: Symbol, length: Int)? {
    switch (current, peek(1), peek(2)) {
    case (0xE2, 0x89, 0xA4): (.lessOrEqual, 3)
    case (0xE2, 0x89, 0xA5): (.greaterOrEqual, 3)
    case (0xE2, 0x89, 0xA0): (.notEqual, 3)
    case (0xE2, 0x88, 0x92): (.minus, 3)
    case (0xC3, 0x97, _): (.times, 2)
    case (0xC3, 0xB7, _): (.over, 2)
    default: nil
    }
  }

  private mutating func takeSymbol() throws(ExpressionProblem) -> Token.Kind {
    if let (symbol, length) = wideSymbol {
      position += length
      return .symbol(symbol)
    }
    let two = String(decoding: [current, peek(1)], as: UTF8.self)
    if let symbol = Symbol(rawValue: two == "<>" ? "!=" : two == "==" ? "=" : two) {
      position += 2
      return .symbol(symbol)
    }
    guard let symbol = Symbol(rawValue: String(Unicode.Scalar(current))) else { throw unknownSign(two) }
    position += 1
    return .symbol(symbol)
  }

  private func unknownSign(_ two: String) -> ExpressionProblem {
    let hint: String? =
      switch two {
      case "&&": "write AND"
      case "||": "write OR"
      case _ where two.hasPrefix("!"): "write NOT, or != for 'is not'"
      case _ where two.hasPrefix(":"): "a ratio is written 3x, a time behind its date: 2026-03-31T14:05"
      case _ where two.hasPrefix("%"): "a percentage is written without a space: 25%"
      default: nil
      }
    let isPair = two == "&&" || two == "||"
    let range = position..<min(position + (isPair ? 2 : 1), bytes.count)
    let shown =
      current < 0x20 || current == 0x7F ? "a control character" : "'\(isPair ? two : String(two.prefix(1)))'"
    return ExpressionProblem(.syntax, "\(shown) means nothing here", at: range, hint: hint)
  }
}
