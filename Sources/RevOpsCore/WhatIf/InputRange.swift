/// The two ends between which an input is tried.
///
///     -10%..+10%    18%..25%    -5pts..+5pts    ±10%    +-15 days    10% (to both sides)
struct InputRange: Hashable, Sendable {
  var low: Change
  var high: Change
  /// The ends as they are written.
  var text: String

  /// A tenth to both sides, where nothing else is said.
  static let tenth = InputRange(
    low: .factor(.one - tenPercent), high: .factor(.one + tenPercent), text: "±10%")
  private static let tenPercent = ExactDecimal.hundredth * ExactDecimal(10)

  /// The ends where both are values rather than changes of one; empty else.
  var ends: [String] {
    if case .value(let low?) = low, case .value(let high?) = high { [low, high] } else { [] }
  }

  /// Whether the ends are values, so that nothing has to be known of the input to find them.
  var isAbsolute: Bool { !ends.isEmpty }

  private init(low: Change, high: Change, text: String) {
    self.low = low
    self.high = high
    self.text = text
  }

  /// Reads a range, or says what keeps it from being one.
  static func parse(_ text: String, rates: ExchangeRates) throws(QuantityError) -> InputRange {
    if let ends = ends(of: text) {
      guard ends.allSatisfy({ !$0.isEmpty }) else { throw refused(text) }
      let range = InputRange(
        low: try Change.parse(ends[0], rates: rates), high: try Change.parse(ends[1], rates: rates),
        text: text)
      if range.low.isBelow(range.high, rates) == false { throw range.falling }
      return range
    }
    let size = trimmed(
      text.hasPrefix("±") ? String(text.dropFirst()) : text.hasPrefix("+-") ? String(text.dropFirst(2)) : text
    )
    guard let first = size.utf8.first, first.isDigit || first == UInt8(ascii: ".") || size.hasPrefix("$")
    else {
      throw refused(text)
    }
    if size == text, (try? ExactDecimal.parse(size)) != nil {
      throw QuantityError(
        text, "a bare number may mean a share, points or an amount",
        hint: "write ±\(text)%, ±\(text)pts or ±\(text)")
    }
    return InputRange(
      low: try Change.parse("-" + size, rates: rates), high: try Change.parse("+" + size, rates: rates),
      text: text)
  }

  /// The texts on both sides of `..`; nil where there is none.
  static func ends(of text: String) -> [String]? {
    let bytes = Array(text.utf8)
    guard let dots = bytes.indices.dropLast().first(where: { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E })
    else { return nil }
    return [bytes[..<dots], bytes[(dots + 2)...]].map { trimmed(String(decoding: $0, as: UTF8.self)) }
  }

  /// That the low end is not below the high one.
  var falling: QuantityError {
    QuantityError(text, "a range goes from its low to its high end", hint: "write the lower end first")
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func refused(_ text: String) -> QuantityError {
    QuantityError(text, "a range is written like -10%..+10%, 18%..25%, ±5pts or ±15 days")
  }
}

extension Change {
  /// Whether one end of a range lies below the other; nil for ends that cannot be compared by themselves.
  fileprivate func isBelow(_ other: Change, _ rates: ExchangeRates) -> Bool? {
    switch (self, other) {
    case (.factor(let low), .factor(let high)), (.points(let low), .points(let high)): low < high
    case (.amount(let low), .amount(let high)): low.isBelow(high, rates)
    case (.value(let low?), .value(let high?)):
      if let low = WrittenQuantity(low, rates: rates), let high = WrittenQuantity(high, rates: rates) {
        low.isBelow(high, rates)
      } else {
        nil
      }
    default: nil
    }
  }
}

extension WrittenQuantity {
  /// Whether the quantity is smaller than another; nil where they are of different kinds.
  func isBelow(_ other: WrittenQuantity, _ rates: ExchangeRates) -> Bool? {
    switch (form, other.form) {
    case (.percent, .percent), (.multiple, .multiple), (.number, .number), (.date, .date):
      return amount < other.amount
    case (.money(let own), .money(let theirs)):
      return rates.convert(Money(other.amount, theirs), to: own).map { amount < $0.amount }
    case (.span(let own), .span(let theirs)):
      return value < TimeSpan(other.value, theirs).count(of: own)
    case (.money, .number): return isBelow(WrittenQuantity(other.amount, .money(rates.home)), rates)
    case (.number, .money): return WrittenQuantity(amount, .money(rates.home)).isBelow(other, rates)
    default: return nil
    }
  }
}

/// An input with the range it is tried over.
struct RangedInput: Sendable {
  var path: ValuePath
  /// The range; nil for the one that holds for all.
  var range: InputRange?
  /// Where messages about it point.
  var node: Node?

  init(_ path: ValuePath, range: InputRange? = nil, node: Node? = nil) {
    self.path = path
    self.range = range
    self.node = node
  }

  /// Reads `PATH` or `PATH=RANGE` as an option takes it.
  static func parse(_ text: String, of option: String, rates: ExchangeRates) throws(InputErrors)
    -> RangedInput
  {
    // A `=` inside brackets belongs to the path.
    var depth = 0
    let hasRange = text.utf8.contains { byte in
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      return byte == UInt8(ascii: "=") && depth <= 0
    }
    guard hasRange else { return RangedInput(try ValuePath(text, of: option)) }
    let setting = try Setting(text, of: option)
    return try RangedInput(setting.path, at: setting.value, rates: rates)
  }

  /// Takes a path and the value that says its range; one that gives nothing leaves it open.
  init(_ path: ValuePath, at node: Node, rates: ExchangeRates) throws(InputErrors) {
    self.path = path
    self.node = node
    guard !node.isNotGiven else { return }
    do throws(QuantityError) {
      range = try InputRange.parse(node.text, rates: rates)
    } catch {
      throw InputErrors(
        Diagnostic("what-if.range", error.message(for: path.text), at: node.place, hint: error.hint))
    }
  }
}
