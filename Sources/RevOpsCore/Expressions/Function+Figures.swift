extension Function {
  /// Numbers and whatever carries one.
  static let numbers: [Function] = [
    Function("abs", [.figure], "the figure without its sign", result: { $0[0] }) { values, arithmetic in
      let isNegative = (values[0].numeral?.double ?? 0) < 0 || values[0].spanAmount < 0
      return isNegative ? arithmetic.negated(values[0]) : values[0]
    },
    rounding("round", "the nearest whole number, halves away from zero, or so many places", .halfUp),
    rounding("floor", "the next lower whole number", .floor),
    rounding("ceil", "the next higher whole number", .ceiling),
    chosen("min", "the least of its arguments, or of a list", -1),
    chosen("max", "the greatest of its arguments, or of a list", 1),
    Function(
      "number", [Parameter(name: "x", types: [.text, .number, .rate, .money])], gives: .number,
      "the number in a text, a rate or an amount; a rate as a fraction"
    ) { values, arithmetic in
      if case .text(let text) = values[0] {
        return number(in: text, arithmetic).map { .number(.exact($0)) }
          ?? .missing(because: "a text is no number")
      }
      return values[0].numeral.map(ExpressionValue.number) ?? .nothing
    },
  ]

  /// Texts.
  static let texts: [Function] = [
    Function("lower", [.text], gives: .text, "the text in small letters") { values, _ in
      text(values) { .text($0.lowercased()) }
    },
    Function("upper", [.text], gives: .text, "the text in capitals") { values, _ in
      text(values) { .text($0.uppercased()) }
    },
    Function("trim", [.text], gives: .text, "the text without spaces around it") { values, _ in
      text(values) { .text(HeaderName.trimmed($0)) }
    },
    Function("length", [.text], gives: .number, "how many letters and signs a text has") { values, _ in
      text(values) { .number(Numeral($0.count)) }
    },
    Function("text", [.any], gives: .text, "the value as it is printed") { values, _ in
      .text(values[0].description)
    },
  ]

  /// The number of a text that is one, a percentage or an amount.
  private static func number(in text: String, _ arithmetic: Arithmetic) -> ExactDecimal? {
    if let number = try? ExactDecimal.parse(text) { return number }
    if let rate = try? Rate.parse(text) { return rate.exact }
    return (try? Money.parse(text, rates: arithmetic.environment.rates))?.amount
  }

  private static func text(
    _ values: [ExpressionValue], _ body: (String) -> ExpressionValue
  ) -> ExpressionValue {
    guard case .text(let text) = values[0] else { return .nothing }
    return body(text)
  }

  private static func rounding(_ name: String, _ summary: String, _ mode: RoundingMode) -> Function {
    Function(name, [.figure, .places], required: 1, summary, result: { $0[0] }) { values, _ in
      let places = values.count > 1 ? values[1].numeral?.whole : 0
      guard let places, abs(places) <= 30 else {
        return .missing(because: "\(name) takes a whole number of places up to 30")
      }
      return values[0].rounded(to: places, mode)
    }
  }

  private static func chosen(_ name: String, _ summary: String, _ wanted: Int) -> Function {
    Function(
      name, [.any, .any], isVariadic: true, summary, result: { $0.reduce(.unknown, ExpressionType.common) }
    ) {
      values, arithmetic in
      values.dropFirst().reduce(values[0]) { best, value in
        arithmetic.order(value, best) == wanted ? value : best
      }
    }
  }
}

extension ExpressionValue {
  fileprivate var spanAmount: Double {
    guard case .span(let span) = self else { return 0 }
    return span.amount
  }

  /// The figure at so many places; a figure too large to have any is left as it is.
  fileprivate func rounded(to places: Int, _ mode: RoundingMode) -> ExpressionValue {
    func round(_ numeral: Numeral) -> Numeral {
      switch numeral {
      case .exact(let decimal): .exact(decimal.rounded(to: places, mode))
      case .real(let double):
        ExactDecimal(double).map { .real($0.rounded(to: places, mode).double) } ?? numeral
      }
    }
    switch self {
    case .number(let number): return .number(round(number))
    case .rate(let rate): return .rate(round(rate))
    case .money(let amount, let currency): return .money(round(amount), currency)
    case .span(let span): return .span(TimeSpan(round(.real(span.amount)).double, span.unit))
    default: return self
    }
  }
}
