/// The value that a test expects of a figure, and how far the figure may lie from it.
///
/// Where nothing is said a figure agrees that is shown alike: money to the unit, a rate to a tenth of a per cent, a
/// count exactly.
struct ExpectedFigure: Sendable {
  /// How far off a figure may be.
  struct Tolerance: Hashable, Sendable {
    enum Size: Hashable, Sendable {
      /// Points of a rate, as a fraction.
      case points(Double)
      /// A share of what is expected where it is a percentage, else an amount of the figure's own kind.
      case quantity(WrittenQuantity)
    }

    let size: Size
    let text: String
    /// Where it stands.
    let place: Place?

    static func parse(_ text: String, at place: Place?, rates: ExchangeRates) throws(QuantityError)
      -> Tolerance
    {
      if case .points(let points)? = try? Change.parse("+" + text, rates: rates) {
        return Tolerance(size: .points((points * ExactDecimal.hundredth).double), text: text, place: place)
      }
      guard let size = WrittenQuantity(text, rates: rates), !size.amount.isNegative, size.form != .date else {
        throw QuantityError(text, "a tolerance is written like 0.5%, 2, $1K, 1pt or 2 days")
      }
      return Tolerance(size: .quantity(size), text: text, place: place)
    }

    /// That it is of another kind than the figure; nil where it fits.
    fileprivate func misfit(with figure: WantedFigure) -> Diagnostic? {
      let noun: String
      switch (size, figure.kind) {
      case (.points, .rate): return nil
      case (.points, _): noun = "points of a rate"
      case (.quantity(let quantity), .rate) where quantity.form == .number && quantity.value >= 1:
        noun = "\(NumberFormat.plain(quantity.value * 100)) points of it"
      case (.quantity(let quantity), let kind):
        guard quantity.form != .percent, kind.misfit(quantity, under: figure.steps.last?.key ?? "") != nil
        else {
          return nil
        }
        noun = quantity.noun
      }
      return Diagnostic(
        "test.value",
        "'\(figure.path)' is \(figure.kind.noun), but its tolerance '\(printable(text))' is \(noun)",
        at: place, hint: "write a share of it, such as 0.5%, or \(figure.kind.toleranceHint)")
    }
  }

  private enum Wanted: Hashable, Sendable {
    case quantity(WrittenQuantity)
    /// Anything from one quantity to another, both among it.
    case range(WrittenQuantity, WrittenQuantity)
    case word(String)
    case absent
  }

  /// What is expected, as it is written.
  let text: String
  private let wanted: Wanted
  private let tolerance: Tolerance?
  /// Whether the tolerance is the value's own rather than the test's.
  private let hasOwnTolerance: Bool
  private let place: Place

  /// Reads a value or a range such as `300..400`, with its tolerance behind `±` or `+-` or else the test's.
  init(_ node: Node, within tolerance: Tolerance?, rates: ExchangeRates) throws(InputErrors) {
    guard !node.isCollection else {
      throw InputErrors(
        Diagnostic(
          "test.value", "\(node.inWords) stands where one value is expected", at: node.place,
          hint: "such as 395 or $2.96M ± $10K"))
    }
    place = node.place
    text = node.isNotGiven ? "absent" : node.text
    guard !node.isNotGiven, node.text != "absent" else {
      wanted = .absent
      self.tolerance = nil
      hasOwnTolerance = false
      return
    }
    let (value, size) = Self.parts(node.text)
    hasOwnTolerance = size != nil
    wanted = try Self.wanted(value, at: node, rates: rates)
    guard let size else {
      self.tolerance = tolerance
      return
    }
    do throws(QuantityError) {
      self.tolerance = try Tolerance.parse(size, at: node.place, rates: rates)
    } catch {
      throw InputErrors(Diagnostic("test.value", error.message, at: node.place, hint: error.hint))
    }
  }

  private static func wanted(
    _ value: String, at node: Node, rates: ExchangeRates
  ) throws(InputErrors) -> Wanted {
    if let quantity = WrittenQuantity(value, rates: rates) { return .quantity(quantity) }
    let ends = InputRange.ends(of: value)?.map { WrittenQuantity($0, rates: rates) } ?? []
    guard ends.count == 2, let low = ends[0], let high = ends[1] else { return .word(value) }
    guard low.isBelow(high, rates) == true else {
      throw InputErrors(
        Diagnostic(
          "test.value", "'\(printable(value))' is no range from a value to a higher one of its kind",
          at: node.place,
          hint: "write both ends alike and the lower one first, such as 300..400"))
    }
    return .range(low, high)
  }

  private static func parts(_ text: String) -> (value: String, size: String?) {
    for mark in ["±", "+-"] {
      let (all, sign) = (Array(text.utf8), Array(mark.utf8))
      guard let at = all.indices.dropFirst().first(where: { all[$0...].starts(with: sign) }) else { continue }
      let parts = [all[..<at], all[(at + sign.count)...]].map { part -> String in
        var part = String(decoding: part, as: UTF8.self)[...]
        while part.last == " " { part.removeLast() }
        while part.first == " " { part.removeFirst() }
        return String(part)
      }
      return (parts[0], parts[1])
    }
    return (text, nil)
  }

  /// That the value or its tolerance is of another kind than the figure; nil where both fit, or nobody says what the
  /// figure is.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - value: What it comes to, which tells a number from a word.
  /// - Returns: What is wrong.
  func misfit(with figure: WantedFigure, _ value: WantedFigure.Value) -> Diagnostic? {
    switch (wanted, value) {
    case (.word(let word), .figure(.value)):
      return Diagnostic(
        "test.value", "'\(figure.path)' is a number, but '\(printable(word))' is none", at: place,
        hint:
          "write a value, a range such as 300..400, or under 'expect' a list of what has to hold: [\(figure.path) >= 300]"
      )
    case (.word, .word) where hasOwnTolerance:
      return Diagnostic(
        "test.value", "'\(figure.path)' is a word, and '\(printable(text))' has a tolerance", at: place,
        hint: "write the word alone")
    default: break
    }
    guard figure.isKindKnown else { return nil }
    for quantity in quantities {
      guard let hint = figure.kind.misfit(quantity, under: figure.steps.last?.key ?? "") else { continue }
      return Diagnostic(
        "test.value",
        "'\(figure.path)' is \(figure.kind.noun), but '\(printable(text))' is \(quantity.noun)",
        at: place, hint: hint)
    }
    return quantities.isEmpty ? nil : tolerance?.misfit(with: figure)
  }

  private var quantities: [WrittenQuantity] {
    switch wanted {
    case .quantity(let quantity): [quantity]
    case .range(let low, let high): [low, high]
    case .word, .absent: []
    }
  }

  /// Whether a figure is what is expected.
  func agrees(with figure: WantedFigure, in tree: FigureTree, _ company: Company) -> Bool {
    switch (wanted, figure.value(in: tree)) {
    case (.absent, .figure(.absent)): return true
    case (.word(let wanted), .word(let word)): return wanted == word
    case (.range(let low, let high), .word(let word)) where low.form == .date:
      guard let date = WrittenQuantity(word), date.form == .date else { return false }
      return (low.amount...high.amount).contains(date.amount)
    case (.quantity(let quantity), .word(let word)): return quantity.text == word
    case (.quantity(let quantity), .figure(.value(let value))):
      guard let expected = Self.number(quantity, under: figure, company) else { return false }
      // The last bit of the difference is no difference.
      return abs(value - expected) <= room(of: expected, figure, company) * (1 + 1e-12)
    case (.range, .figure(.value(let value))):
      guard let (low, high) = ends(under: figure, company) else { return false }
      return value >= low - room(of: low, figure, company) * (1 + 1e-12)
        && value <= high + room(of: high, figure, company) * (1 + 1e-12)
    default: return false
    }
  }

  /// What is expected, how far the figure lies from it, and how far it may: `395 is expected (off by 5, tolerance 0)`.
  func words(for figure: WantedFigure, in tree: FigureTree, _ company: Company) -> String {
    let plain = "\(printable(text)) is expected"
    guard case .quantity(let quantity) = wanted, case .figure(.value(let value)) = figure.value(in: tree),
      let expected = Self.number(quantity, under: figure, company)
    else { return plain }
    let room = room(of: expected, figure, company)
    let off = NumberFormat.plain(abs(value - expected))
    return "\(plain) (off by \(off), tolerance \(room < 1e-6 ? "0" : NumberFormat.plain(room)))"
  }

  private func ends(under figure: WantedFigure, _ company: Company) -> (low: Double, high: Double)? {
    guard case .range(let low, let high) = wanted, let low = Self.number(low, under: figure, company),
      let high = Self.number(high, under: figure, company)
    else { return nil }
    return (low, high)
  }

  /// How far a figure may lie from a number.
  private func room(of expected: Double, _ figure: WantedFigure, _ company: Company) -> Double {
    switch tolerance?.size {
    case .points(let points): points
    case .quantity(let size) where size.form == .percent: abs(expected) * size.value / 100
    case .quantity(let size): Self.number(size, under: figure, company) ?? 0
    case nil: figure.kind.precision
    }
  }

  /// A written quantity in the unit that the figure is in.
  private static func number(_ quantity: WrittenQuantity, under figure: WantedFigure, _ company: Company)
    -> Double?
  {
    switch quantity.form {
    case .percent: return quantity.value / 100
    case .number, .multiple: return quantity.value
    case .money(let currency): return company.shown(Money(quantity.amount, currency))?.units
    case .date: return nil
    case .span(let unit):
      let span = TimeSpan(quantity.value, unit)
      if case .duration(_, let own) = figure.kind, let wanted = TimeSpan.Unit(rawValue: own.rawValue) {
        return span.count(of: wanted)
      }
      let word = figure.path.split(separator: "_").last.map(String.init) ?? ""
      return span.count(of: TimeSpan.Unit(rawValue: word) ?? .days)
    }
  }
}

extension FieldKind where Value == ExpectedFigure.Tolerance {
  /// How far off figures may be.
  static func tolerance(_ rates: ExchangeRates) -> FieldKind {
    FieldKind("tolerance", wanted: "a tolerance such as 0.5% or $1K", placeholder: .none) { node, _ in
      guard !node.isCollection else { return .failure(FieldProblem()) }
      do throws(QuantityError) {
        return .success(try ExpectedFigure.Tolerance.parse(node.text, at: node.place, rates: rates))
      } catch {
        return .failure(FieldProblem(reason: error.wanted, hint: error.hint))
      }
    }
  }
}

extension ExpectedFigure.Tolerance {
  /// Stands for one that could not be read.
  fileprivate static let none = ExpectedFigure.Tolerance(size: .points(0), text: "0", place: nil)
}

extension Report.Cell {
  /// How a tolerance of a figure of this kind is written.
  fileprivate var toleranceHint: String {
    switch self {
    case .money, .cents: "an amount, such as $1K"
    case .rate: "points, such as 1pt"
    case .duration: "a length of time, such as 2 days"
    default: "a number, such as 2"
    }
  }

  /// Half of the last place in which a figure of this kind is shown.
  fileprivate var precision: Double {
    switch self {
    case .money: 0.5
    case .cents: 0.005
    case .rate: 0.0005
    case .ratio: 0.005
    case .duration: 0.05
    case .number(_, let places): 0.5 * power(0.1, places)
    default: 1e-9
    }
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { one, _ in one * base }
  }
}

extension ValuePath.Step {
  /// The key that the step names.
  fileprivate var key: String? {
    if case .key(let key) = target { key } else { nil }
  }
}
