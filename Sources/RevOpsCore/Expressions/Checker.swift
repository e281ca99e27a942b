/// Gives every part of an expression its meaning and type, and collects everything that has none.
///
/// A part that is wrong goes on as `unknown`, which fits everywhere, so that one mistake is one message.
struct Checker {
  /// A part whose meaning is settled.
  struct Checked {
    var plan: Plan
    var type: ExpressionType
    var range: Range<Int>

    /// The value, where it is the same for every row.
    var constant: ExpressionValue? {
      guard case .constant(let value) = plan else { return nil }
      return value
    }
  }

  /// Most problems listed of one expression.
  private static let mostProblems = 20

  let schema: ExpressionSchema
  private let bytes: [UInt8]
  var problems: [ExpressionProblem] = []
  /// Types of the elements of the lists gone through, the innermost last.
  var elements: [ExpressionType] = []
  /// How often the part at hand runs, by the lists written out around it.
  var repetitions = 1

  init(schema: ExpressionSchema, text: String) {
    self.schema = schema
    bytes = Array(text.utf8)
  }

  /// Settles a part and all below it.
  mutating func check(_ syntax: Syntax) -> Checked {
    let range = syntax.range
    switch syntax.kind {
    case .text(let text): return constant(.text(text), range)
    case .truth(let truth): return constant(.truth(truth), range)
    case .null: return constant(.nothing, range)
    case .quantity(let text): return quantity(text, range)
    case .name(let parts): return name(parts, range)
    case .list(let items): return list(items, range)
    case .negated(let operand): return negated(operand, range)
    case .sum(let first, let steps): return sum(first, steps)
    case .product(let first, let steps): return product(first, steps)
    case .compare(let comparison, let left, let right): return compare(comparison, left, right, range)
    case .between(let operand, let low, let high): return between(operand, low, high, range)
    case .within(let operand, let set): return within(operand, set, range)
    case .test(let test, let left, let right): return self.test(test, left, right, range)
    case .isMissing(let operand): return truth(.isMissing(check(operand).plan), range)
    case .not(let operand): return truth(.not(condition(operand, "NOT").plan), range)
    case .and(let operands): return truth(.and(conditions(operands, "AND")), range)
    case .or(let operands): return truth(.or(conditions(operands, "OR")), range)
    case .call(let name, let arguments): return call(name, arguments, range)
    }
  }

  /// Says that a whole expression must be of a type.
  mutating func require(_ wanted: ExpressionType, of checked: Checked) {
    guard !TypeRules.canEqual(checked.type, wanted) else { return }
    let hint = wanted == .truth ? "compare it with something, as in \(source(checked.range)) > 0" : nil
    report(.type, "\(quoted(checked.range)) is \(checked.type), but \(wanted) is wanted", checked.range, hint)
  }

  // MARK: Operands

  private mutating func quantity(_ text: String, _ range: Range<Int>) -> Checked {
    do throws(QuantityError) {
      return constant(try Literal(environment: schema.environment).read(text), range)
    } catch {
      report(.literal, error.message, range, error.hint)
      return unknown(range)
    }
  }

  private mutating func list(_ items: [Syntax], _ range: Range<Int>) -> Checked {
    let checked = items.map { check($0) }
    let type = checked.map(\.type).reduce(.unknown, ExpressionType.common)
    for item in checked where type == .unknown && item.type != .unknown {
      guard let first = checked.first(where: { $0.type != .unknown }),
        ExpressionType.common(first.type, item.type) == .unknown
      else { continue }
      report(
        .type,
        "a list holds values of one kind, but \(quoted(first.range)) is \(first.type) and "
          + "\(quoted(item.range)) is \(item.type)", item.range)
      break
    }
    let values = checked.compactMap(\.constant)
    guard values.count == checked.count else {
      return Checked(plan: .list(checked.map(\.plan)), type: .list(type), range: range)
    }
    return Checked(plan: .constant(.list(values)), type: .list(type), range: range)
  }

  // MARK: Arithmetic

  private mutating func negated(_ operand: Syntax, _ range: Range<Int>) -> Checked {
    let inner = check(operand)
    switch inner.type {
    case .number, .timed, .rate, .money, .span, .unknown: break
    default:
      report(.type, "\(quoted(inner.range)) is \(inner.type), which has no negative", range)
      return unknown(range)
    }
    if let value = inner.constant { return constant(arithmetic.negated(value), range, inner.type) }
    return Checked(plan: .negated(inner.plan), type: inner.type, range: range)
  }

  private mutating func sum(_ first: Syntax, _ steps: [Syntax.Step]) -> Checked {
    var total = check(first)
    var plans: [Plan.Step] = []
    for step in steps {
      var operand = check(step.operand)
      if total.type == .span || total.type == .date || total.type == .moment { operand = asSpan(operand) }
      if operand.type == .span, case .timed(let unit) = total.type {
        total = Checked(
          plan: .measured(joined(total.plan, plans, Plan.sum), unit), type: .span, range: total.range)
        plans = []
      }
      var type = TypeRules.sum(total.type, operand.type, isDifference: step.isInverse)
      if type == nil { reportSum(total, operand, isDifference: step.isInverse) }
      if mixes(total, operand) {
        reportMixed(total, operand)
        type = nil
      }
      plans.append(Plan.Step(isInverse: step.isInverse, operand: operand.plan))
      total.type = type ?? .unknown
      total.range = total.range.lowerBound..<operand.range.upperBound
    }
    let sum = Checked(plan: joined(total.plan, plans, Plan.sum), type: total.type, range: total.range)
    guard sum.type == .date || sum.type == .moment, let reason = absence(of: total.plan, plans) else {
      return sum
    }
    report(.calendar, "\(quoted(sum.range)) is no day: \(reason)", sum.range, "write a shorter duration")
    return unknown(sum.range)
  }

  /// Why a sum of constants has no value; nil for one that has, and for one that only a row decides.
  private func absence(of first: Plan, _ steps: [Plan.Step]) -> String? {
    let parts = [first] + steps.map(\.operand)
    let constants = parts.filter { if case .constant = $0 { true } else { false } }
    guard !steps.isEmpty, constants.count == parts.count,
      case .missing(let reason?) = Evaluator(row: NoRow(), environment: schema.environment, explains: true)
        .value(.sum(first, steps))
    else { return nil }
    return reason
  }

  private mutating func product(_ first: Syntax, _ steps: [Syntax.Step]) -> Checked {
    var total = check(first)
    var plans: [Plan.Step] = []
    for step in steps {
      let operand = check(step.operand)
      var type = TypeRules.product(total.type, operand.type, isQuotient: step.isInverse)
      if type == nil { reportProduct(total, operand, isQuotient: step.isInverse) }
      if mixes(total, operand) {
        reportMixed(total, operand)
        type = nil
      }
      plans.append(Plan.Step(isInverse: step.isInverse, operand: operand.plan))
      total.type = type ?? .unknown
      total.range = total.range.lowerBound..<operand.range.upperBound
    }
    return Checked(plan: joined(total.plan, plans, Plan.product), type: total.type, range: total.range)
  }

  private func joined(_ first: Plan, _ steps: [Plan.Step], _ join: (Plan, [Plan.Step]) -> Plan) -> Plan {
    steps.isEmpty ? first : join(first, steps)
  }

  /// A number whose name says its unit, as the span it stands for.
  func asSpan(_ checked: Checked) -> Checked {
    guard case .timed(let unit) = checked.type else { return checked }
    return Checked(plan: .measured(checked.plan, unit), type: .span, range: checked.range)
  }

  private mutating func reportSum(_ a: Checked, _ b: Checked, isDifference: Bool) {
    var hint: String?
    if a.type == .money, b.type == .rate {
      hint =
        "to change it by a share write \(source(a.range)) * (1 \(isDifference ? "-" : "+") \(source(b.range)))"
    } else if (a.type == .money && b.type.isNumber) || (a.type.isNumber && b.type == .money) {
      hint = "write the number as money, like $500"
    } else if a.type == .date || a.type == .moment, b.type.isNumber {
      hint = "say the unit, like \(source(a.range)) + 30 days"
    }
    let verb = isDifference ? "subtracted from" : "added to"
    report(
      .type, "\(quoted(b.range)) is \(b.type) and cannot be \(verb) \(quoted(a.range)), which is \(a.type)",
      b.range, hint)
  }

  private mutating func reportProduct(_ a: Checked, _ b: Checked, isQuotient: Bool) {
    var hint: String?
    if b.type == .span { hint = "count it first, like days(\(source(b.range)))" }
    if b.type == .money, isQuotient { hint = "only money is divided by money" }
    let verb = isQuotient ? "be divided by" : "be multiplied with"
    report(
      .type, "\(quoted(a.range)) is \(a.type) and cannot \(verb) \(quoted(b.range)), which is \(b.type)",
      b.range, hint)
  }

  // MARK: Conditions

  private mutating func conditions(_ operands: [Syntax], _ word: String) -> [Plan] {
    operands.map { condition($0, word).plan }
  }

  mutating func condition(_ operand: Syntax, _ word: String) -> Checked {
    let checked = check(operand)
    guard checked.type != .truth, checked.type != .unknown else { return checked }
    report(
      .type, "\(quoted(checked.range)) is \(checked.type), but \(word) wants a condition", checked.range,
      checked.type == .text || checked.type.isNumber
        ? "write the comparison out, as in stage = 'won' OR stage = 'lost'" : nil)
    return unknown(checked.range)
  }

  // MARK: Words for problems

  var arithmetic: Arithmetic { Arithmetic(environment: schema.environment) }

  func constant(_ value: ExpressionValue, _ range: Range<Int>, _ type: ExpressionType? = nil) -> Checked {
    Checked(plan: .constant(value), type: type ?? value.type, range: range)
  }

  func truth(_ plan: Plan, _ range: Range<Int>) -> Checked { Checked(plan: plan, type: .truth, range: range) }

  /// What stands in for a part that is wrong.
  func unknown(_ range: Range<Int>) -> Checked {
    Checked(plan: .constant(.nothing), type: .unknown, range: range)
  }

  mutating func report(
    _ kind: ExpressionProblem.Kind, _ message: String, _ range: Range<Int>, _ hint: String? = nil
  ) {
    guard problems.count < Checker.mostProblems else { return }
    problems.append(ExpressionProblem(kind, message, at: range, hint: hint))
  }

  /// The text of a part, fit for a message.
  func source(_ range: Range<Int>) -> String {
    QuantityError(String(decoding: bytes[range], as: UTF8.self), "").text
  }

  /// The text of a part in single quotes; a text in quotes keeps its own.
  func quoted(_ range: Range<Int>) -> String {
    let text = source(range)
    return text.hasPrefix("'") && text.hasSuffix("'") && text.utf8.count > 1 ? text : "'\(text)'"
  }
}
