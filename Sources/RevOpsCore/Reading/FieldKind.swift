/// What a value of a file is read as: how people call it, and how it is read.
public struct FieldKind<Value: Sendable>: Sendable {
  /// Its name: `rate`, `date`, `text`.
  public let name: String
  /// What is wanted, with an example: `a percentage or a fraction such as 25%`.
  public let wanted: String
  /// The words accepted, where they are a closed list.
  public let choices: [String]
  /// Stands in for a value that is refused, so that the rest of the section is still read; never computed with.
  let placeholder: Value
  let read: @Sendable (Node, FieldContext) -> Result<Value, FieldProblem>

  /// Makes a kind that an area adds to those of `Fields`.
  public init(
    _ name: String, wanted: String, choices: [String] = [], placeholder: Value,
    read: @escaping @Sendable (Node, FieldContext) -> Result<Value, FieldProblem>
  ) {
    self.name = name
    self.wanted = wanted
    self.choices = choices
    self.placeholder = placeholder
    self.read = read
  }
}

/// What reading a value needs to know of the workspace.
public struct FieldContext: Sendable {
  /// The workspace's currency, and what others are worth in it.
  public var rates: ExchangeRates
  /// The currency that every amount is turned into, so that amounts can be added up.
  public var currency: Currency
  /// The fiscal years that periods such as FY26 mean.
  public var fiscal: FiscalCalendar

  /// Makes a context; without a workspace money is in US dollars and years begin in January.
  public init(
    rates: ExchangeRates = ExchangeRates(), currency: Currency = .usd,
    fiscal: FiscalCalendar = FiscalCalendar()
  ) {
    self.rates = rates
    self.currency = currency
    self.fiscal = fiscal
  }

  /// Reads an amount and turns it into the currency of the run.
  func money(_ text: String) throws(QuantityError) -> Money {
    let money = try Money.parse(text, rates: rates)
    guard let converted = rates.convert(money, to: currency) else {
      throw QuantityError(text, "there is no rate from \(money.currency) to \(currency)")
    }
    return converted
  }

  /// Reads an amount that is in a given currency where it names none, and turns it into the currency of the run.
  func money(_ text: String, in stated: Currency) throws(QuantityError) -> Money {
    // The signs of the stated currency hold; what each is worth is asked afterwards.
    var local = ExchangeRates(home: stated)
    for other in [rates.home] + rates.rates.keys where other != stated { try local.add(other, .one) }
    let money = try Money.parse(text, rates: local)
    guard let converted = rates.convert(money, to: currency) else {
      throw QuantityError(
        text, "the workspace is in \(rates.home) and has no rate for \(money.currency)",
        hint: "give 1 \(money.currency) in \(rates.home) under company.fx")
    }
    return converted
  }
}

/// Why a value is refused, before the key that it stands under is known.
public struct FieldProblem: Error, Hashable, Sendable {
  /// The id of the error.
  public var id: String
  /// What goes on after `'key' is VALUE, but`; nil where only the kind wanted is to be named.
  public var reason: String?
  /// The way out, beside the caret.
  public var hint: String?
  /// Problems that know their own place inside the value, in place of all this.
  var located: [Diagnostic] = []

  /// Takes problems that have places already.
  init(located: [Diagnostic]) {
    self.init()
    self.located = located
  }

  /// Makes a problem.
  public init(_ id: String = "decode.wrong-value", reason: String? = nil, hint: String? = nil) {
    self.id = id
    self.reason = reason
    self.hint = hint
  }
}

extension FieldKind where Value == String {
  /// Any scalar as it is written; numbers and dates too, since a name can look like one.
  public static var text: FieldKind {
    FieldKind("text", wanted: "text", placeholder: "") { node, _ in
      node.isCollection ? .failure(FieldProblem()) : .success(node.text)
    }
  }
}

extension FieldKind where Value == Bool {
  /// `true` or `false`; `yes`, `no`, `on` and `off` are text in YAML 1.2 and are refused with the way out.
  public static var flag: FieldKind {
    FieldKind("flag", wanted: "true or false", choices: ["true", "false"], placeholder: false) { node, _ in
      guard !node.isCollection else { return .failure(FieldProblem()) }
      switch node.text.lowercased() {
      case "true": return .success(true)
      case "false": return .success(false)
      case "yes", "on", "y": return .failure(FieldProblem(hint: "did you mean true?"))
      case "no", "off", "n": return .failure(FieldProblem(hint: "did you mean false?"))
      default: return .failure(FieldProblem())
      }
    }
  }
}

extension FieldKind {
  /// One word of an enum; letter case does not count, nor whether parts are joined by `_`, `-`, `.` or a space.
  public static func choice(_ type: Value.Type) -> FieldKind
  where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    guard let first = Value.allCases.first else { preconditionFailure("a choice of nothing") }
    let words = Value.allCases.map(\.rawValue)
    return FieldKind("choice", wanted: Self.oneOf(words), choices: words, placeholder: first) { node, _ in
      guard !node.isCollection else { return .failure(FieldProblem()) }
      let wanted = folded(node.text)
      if let match = Value.allCases.first(where: { folded($0.rawValue) == wanted }) { return .success(match) }
      return .failure(FieldProblem("decode.unknown-choice", hint: didYouMean(node.text, among: words)))
    }
  }

  /// `a, b or c` for people.
  private static func oneOf(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "one of " + words.dropLast().joined(separator: ", ") + " or " + last
  }
}

/// The hint `did you mean 'x'?`, or nil where no known word is near.
func didYouMean(_ word: String, among words: some Sequence<String>) -> String? {
  nearest(to: word, among: words).map { "did you mean '\($0)'?" }
}

extension Node {
  var isCollection: Bool { kind == .sequence || kind == .mapping }

  /// What stands there, in the words of a message: the text in quotes, a number bare, or the kind of collection.
  var inWords: String {
    switch kind {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .integer, .float, .bool: printable(text)
    case .null, .string: "'\(printable(text))'"
    }
  }
}

/// A text of the user's file, fit for a message: no control characters, cut where it is long.
func printable(_ text: String) -> String { QuantityError(text, "").text }
