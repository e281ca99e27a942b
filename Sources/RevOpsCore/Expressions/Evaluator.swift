/// What a condition came to: missing values make it neither true nor false.
enum Verdict {
  case yes, no
  case unknown(because: String?)

  init(_ truth: Bool) { self = truth ? .yes : .no }

  /// The verdict of a truth value, or of whatever keeps it from being one.
  init(_ value: ExpressionValue) {
    switch value {
    case .truth(let truth): self.init(truth)
    case .missing(let reason): self = .unknown(because: reason)
    default: self = .unknown(because: nil)
    }
  }

  /// Whether it holds; nil where that is unknown.
  var truth: Bool? {
    switch self {
    case .yes: true
    case .no: false
    case .unknown: nil
    }
  }

  var value: ExpressionValue {
    switch self {
    case .yes: .truth(true)
    case .no: .truth(false)
    case .unknown(let reason): .missing(because: reason)
    }
  }
}

/// Evaluates a plan for one row, each of its parts once.
struct Evaluator<Row: ExpressionRow> {
  let row: Row
  let environment: ExpressionEnvironment
  /// Whether what is missing says why, which filters over many rows do not ask.
  let explains: Bool
  /// Elements of the lists gone through, the innermost last.
  var elements: [ExpressionValue] = []

  private var arithmetic: Arithmetic { Arithmetic(environment: environment) }

  /// What a condition comes to.
  func verdict(_ plan: Plan) -> Verdict {
    switch plan {
    case .and(let operands): return all(operands, are: true)
    case .or(let operands): return all(operands, are: false)
    case .not(let operand):
      let verdict = verdict(operand)
      return verdict.truth.map { Verdict(!$0) } ?? verdict
    case .compare(let comparison, let left, let right):
      return compare(comparison, value(left), value(right))
    case .between(let operand, let low, let high):
      return between(value(operand), value(low), value(high))
    case .isMissing(let operand): return Verdict(value(operand).isMissing)
    case .among(let operand, let texts):
      return test(value(operand)) { texts.contains($0) }
    case .within(let operand, let set): return within(value(operand), value(set))
    case .matches(let operand, let pattern):
      return test(value(operand)) { pattern.isFound(in: $0) }
    case .test(let test, let left, let right): return holds(test, value(left), value(right))
    default: return Verdict(value(plan))
    }
  }

  /// The value of any plan.
  func value(_ plan: Plan) -> ExpressionValue {
    switch plan {
    case .constant(let value): value
    case .reference(let reference): follow(reference)
    case .measured(let operand, let unit): measured(value(operand), unit)
    case .list(let items): .list(items.map(value))
    case .negated(let operand): arithmetic.negated(value(operand))
    case .sum(let first, let steps):
      steps.reduce(value(first)) { arithmetic.sum($0, value($1.operand), isDifference: $1.isInverse) }
    case .product(let first, let steps):
      steps.reduce(value(first)) { arithmetic.product($0, value($1.operand), isQuotient: $1.isInverse) }
    case .call(let function, let arguments): call(function, arguments.map(value))
    case .choose(let condition, let yes, let no):
      switch verdict(condition) {
      case .yes: value(yes)
      case .no: value(no)
      case .unknown(let reason): .missing(because: reason)
      }
    case .firstPresent(let operands): firstPresent(operands)
    case .fold(let fold, let list, let body): folded(fold, value(list), body)
    case .compare, .between, .within, .among, .test, .matches, .isMissing, .not, .and, .or:
      verdict(plan).value
    }
  }

  // MARK: Truth

  /// AND with `true`, OR with `false`: the first operand that is otherwise decides, else an unknown one.
  private func all(_ operands: [Plan], are expected: Bool) -> Verdict {
    var result = Verdict(expected)
    for operand in operands {
      let verdict = verdict(operand)
      guard let truth = verdict.truth else {
        if result.truth != nil { result = verdict }
        continue
      }
      if truth != expected { return verdict }
    }
    return result
  }

  private func compare(_ comparison: Comparison, _ a: ExpressionValue, _ b: ExpressionValue) -> Verdict {
    guard let order = arithmetic.order(a, b) else { return unknown(a, b) }
    return Verdict(comparison.holds(order))
  }

  /// Unknown, with the reason of the first value that is missing.
  private func unknown(_ values: ExpressionValue...) -> Verdict {
    for value in values {
      if case .missing(let reason?) = value { return .unknown(because: reason) }
    }
    return .unknown(because: nil)
  }

  /// As SQL has it: at least the low end and at most the high end, so that a false half decides.
  private func between(_ value: ExpressionValue, _ low: ExpressionValue, _ high: ExpressionValue) -> Verdict {
    let isAbove = arithmetic.order(value, low).map { $0 >= 0 }
    let isBelow = arithmetic.order(value, high).map { $0 <= 0 }
    if isAbove == false || isBelow == false { return .no }
    return isAbove == nil || isBelow == nil ? unknown(value, low, high) : .yes
  }

  private func within(_ value: ExpressionValue, _ set: ExpressionValue) -> Verdict {
    switch set {
    case .period(let period):
      guard let date = arithmetic.date(of: value) else { return unknown(value) }
      return Verdict(period.contains(date))
    case .list(let items): return contains(items, value)
    default: return unknown(value, set)
    }
  }

  /// Whether an item equals the value; unknown where none does and an item is missing.
  private func contains(_ items: [ExpressionValue], _ value: ExpressionValue) -> Verdict {
    guard !items.isEmpty else { return .no }
    guard !value.isMissing else { return unknown(value) }
    for item in items where arithmetic.order(item, value) == 0 { return .yes }
    return items.first(where: \.isMissing).map(Verdict.init) ?? .no
  }

  private func test(_ value: ExpressionValue, _ holds: (String) -> Bool) -> Verdict {
    guard case .text(let text) = value else { return unknown(value) }
    return Verdict(holds(text))
  }

  private func holds(_ test: TextTest, _ left: ExpressionValue, _ right: ExpressionValue) -> Verdict {
    if case .list(let items) = left { return contains(items, right) }
    guard case .text(let text) = left, case .text(let part) = right else { return unknown(left, right) }
    return switch test {
    case .contains: Verdict(ByteSearch(part).isFound(in: text))
    case .starts: Verdict(text.utf8.starts(with: part.utf8))
    case .ends: Verdict(text.utf8.reversed().starts(with: part.utf8.reversed()))
    case .matches: (try? Pattern(part)).map { Verdict($0.isFound(in: text)) } ?? .unknown(because: nil)
    }
  }

  // MARK: Values

  private func follow(_ reference: Plan.Reference) -> ExpressionValue {
    var value: ExpressionValue
    switch reference.root {
    case .field(let index): value = row.value(index)
    case .element(let level):
      let index = elements.count - 1 - level
      value = elements.indices.contains(index) ? elements[index] : .nothing
    }
    for part in reference.path { value = member(part, of: value) }
    value = value.read(as: reference.type)
    guard explains, case .missing(let reason) = value, reason == nil else { return value }
    return .missing(because: absence(of: reference.name))
  }

  private func absence(of name: String) -> String {
    let reason = row.reason(for: name).map { ": \($0)" } ?? ""
    return "'\(name)' is absent\(reason)"
  }

  /// The member of a record, or of every record of a list.
  private func member(_ name: String, of value: ExpressionValue) -> ExpressionValue {
    switch value {
    case .record(let json): json[name].map { ExpressionValue($0) } ?? .nothing
    case .list(let items): .list(items.map { member(name, of: $0) })
    default: .nothing
    }
  }

  private func measured(_ value: ExpressionValue, _ unit: TimeSpan.Unit) -> ExpressionValue {
    guard case .number(let number) = value else { return value }
    return .span(TimeSpan(number.double, unit))
  }

  private func call(_ function: Function, _ arguments: [ExpressionValue]) -> ExpressionValue {
    if let missing = arguments.first(where: \.isMissing) { return missing }
    return function.body(arguments, arithmetic)
  }

  private func firstPresent(_ operands: [Plan]) -> ExpressionValue {
    var last = ExpressionValue.nothing
    for operand in operands {
      last = value(operand)
      if !last.isMissing { return last }
    }
    return last
  }

  // MARK: Lists

  /// A figure over a list; elements without a value are left out, as in SQL.
  private func folded(_ fold: Fold, _ list: ExpressionValue, _ body: Plan?) -> ExpressionValue {
    guard case .list(let items) = list else { return list.isMissing ? list : .nothing }
    var inner = self
    inner.elements.append(.nothing)
    let values = items.map { item in
      guard let body else { return item }
      inner.elements[inner.elements.count - 1] = item
      return inner.value(body)
    }
    switch fold {
    case .any: return decided(values, by: true)
    case .all: return decided(values, by: false)
    case .count:
      let isCondition = body != nil
      return .number(Numeral(values.count { isCondition ? $0 == .truth(true) : true }))
    case .sum, .avg: return total(values, isMean: fold == .avg)
    case .min: return extreme(values, wanted: -1)
    case .max: return extreme(values, wanted: 1)
    }
  }

  /// The truth that one element decides, else unknown if one was, else the other truth.
  private func decided(_ values: [ExpressionValue], by truth: Bool) -> ExpressionValue {
    if values.contains(.truth(truth)) { return .truth(truth) }
    return values.first(where: \.isMissing) ?? .truth(!truth)
  }

  private func total(_ values: [ExpressionValue], isMean: Bool) -> ExpressionValue {
    let present = values.filter { !$0.isMissing }
    guard let first = present.first else {
      return isMean ? .missing(because: "the list holds no values") : .number(Numeral(0))
    }
    let sum = present.dropFirst().reduce(first) { arithmetic.sum($0, $1, isDifference: false) }
    return isMean ? arithmetic.product(sum, .number(Numeral(present.count)), isQuotient: true) : sum
  }

  private func extreme(_ values: [ExpressionValue], wanted: Int) -> ExpressionValue {
    var best: ExpressionValue?
    for value in values where !value.isMissing {
      guard let current = best else {
        best = value
        continue
      }
      if let order = arithmetic.order(value, current), order == wanted { best = value }
    }
    return best ?? .missing(because: "the list holds no values")
  }
}

extension ExpressionValue {
  /// The value as the type that its schema gives it: dates of a result are texts in JSON.
  fileprivate func read(as type: ExpressionType) -> ExpressionValue {
    switch (self, type) {
    case (.text(let text), .date): (try? CalendarDate.parse(text)).map(ExpressionValue.date) ?? self
    case (.list(let items), .list(.date)): .list(items.map { $0.read(as: .date) })
    default: self
    }
  }
}
