/// Evaluates a plan for one row.
struct Evaluator<Row: ExpressionRow> {
  let row: Row
  let environment: ExpressionEnvironment
  /// Elements of the lists gone through, the innermost last.
  var elements: [ExpressionValue] = []

  private var arithmetic: Arithmetic { Arithmetic(environment: environment) }

  /// Whether a condition is true; nil where that is unknown.
  func truth(_ plan: Plan) -> Bool? {
    switch plan {
    case .and(let operands): return all(operands, are: true)
    case .or(let operands): return all(operands, are: false)
    case .not(let operand): return truth(operand).map { !$0 }
    case .compare(let comparison, let left, let right):
      return arithmetic.order(value(left), value(right)).map(comparison.holds)
    case .between(let operand, let low, let high):
      return between(value(operand), value(low), value(high))
    case .isMissing(let operand): return value(operand).isMissing
    case .among(let operand, let texts):
      guard case .text(let text) = value(operand) else { return nil }
      return texts.contains(text)
    case .within(let operand, let set): return within(value(operand), value(set))
    case .matches(let operand, let pattern):
      guard case .text(let text) = value(operand) else { return nil }
      return pattern.isFound(in: text)
    case .test(let test, let left, let right): return holds(test, value(left), value(right))
    default:
      guard case .truth(let truth) = value(plan) else { return nil }
      return truth
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
      truth(condition).map { value($0 ? yes : no) } ?? .missing(because: reason(for: [condition]))
    case .firstPresent(let operands): firstPresent(operands)
    case .fold(let fold, let list, let body): folded(fold, value(list), body)
    default: truth(plan).map(ExpressionValue.truth) ?? .missing(because: reason(for: plan.operands))
    }
  }

  // MARK: Truth

  /// AND with `true`, OR with `false`: the first operand that is otherwise decides, else an unknown one.
  private func all(_ operands: [Plan], are expected: Bool) -> Bool? {
    var isUnknown = false
    for operand in operands {
      guard let truth = truth(operand) else {
        isUnknown = true
        continue
      }
      if truth != expected { return truth }
    }
    return isUnknown ? nil : expected
  }

  /// As SQL has it: at least the low end and at most the high end, so that a false half decides.
  private func between(_ value: ExpressionValue, _ low: ExpressionValue, _ high: ExpressionValue) -> Bool? {
    let isAbove = arithmetic.order(value, low).map { $0 >= 0 }
    let isBelow = arithmetic.order(value, high).map { $0 <= 0 }
    if isAbove == false || isBelow == false { return false }
    return isAbove == nil || isBelow == nil ? nil : true
  }

  private func within(_ value: ExpressionValue, _ set: ExpressionValue) -> Bool? {
    switch set {
    case .period(let period): return arithmetic.date(of: value).map(period.contains)
    case .list(let items): return contains(items, value)
    default: return nil
    }
  }

  /// Whether an item equals the value; unknown where none does and an item is missing.
  private func contains(_ items: [ExpressionValue], _ value: ExpressionValue) -> Bool? {
    guard !items.isEmpty else { return false }
    guard !value.isMissing else { return nil }
    var isUnknown = false
    for item in items {
      if arithmetic.order(item, value) == 0 { return true }
      if item.isMissing { isUnknown = true }
    }
    return isUnknown ? nil : false
  }

  private func holds(_ test: TextTest, _ left: ExpressionValue, _ right: ExpressionValue) -> Bool? {
    if case .list(let items) = left { return contains(items, right) }
    guard case .text(let text) = left, case .text(let part) = right else { return nil }
    return switch test {
    case .contains: ByteSearch(part).isFound(in: text)
    case .starts: text.utf8.starts(with: part.utf8)
    case .ends: text.utf8.reversed().starts(with: part.utf8.reversed())
    case .matches: (try? Pattern(part))?.isFound(in: text)
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
    guard case .missing(let reason) = value, reason == nil else { return value }
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

  /// Why a value is missing: the first reason that one of its operands has.
  private func reason(for operands: [Plan]) -> String? {
    for operand in operands {
      if case .missing(let reason?) = value(operand) { return reason }
    }
    return nil
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

extension Plan {
  /// The plans that the truth of this one depends on.
  fileprivate var operands: [Plan] {
    switch self {
    case .compare(_, let a, let b), .within(let a, let b), .test(_, let a, let b): [a, b]
    case .between(let a, let b, let c): [a, b, c]
    case .among(let a, _), .matches(let a, _), .not(let a): [a]
    case .and(let all), .or(let all): all
    default: []
    }
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
