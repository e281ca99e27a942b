extension Checker {
  /// A call of a function, of a figure over a list, or of one of the two that choose.
  mutating func call(_ name: String, _ arguments: [Syntax], _ range: Range<Int>) -> Checked {
    switch name.lowercased() {
    case "if": return choice(arguments, range)
    case "coalesce": return firstPresent(arguments, range)
    case let word:
      if let fold = Fold(rawValue: word), let first = arguments.first {
        let list = check(first)
        if isList(list, fold, arguments.count) { return self.fold(fold, list, arguments, range) }
        return function(name, [list] + arguments.dropFirst().map { check($0) }, range)
      }
      return function(name, arguments.map { check($0) }, range)
    }
  }

  /// Whether a call goes through a list; `min` and `max` also take figures one by one.
  private func isList(_ first: Checked, _ fold: Fold, _ count: Int) -> Bool {
    if case .list = first.type { return true }
    return (fold != .min && fold != .max) || (first.type == .unknown && count == 1)
  }

  // MARK: Functions

  private mutating func function(_ name: String, _ arguments: [Checked], _ range: Range<Int>) -> Checked {
    guard let function = Function.named(name) else {
      let known = Function.all.map(\.name) + Fold.allCases.map(\.rawValue) + ["if", "coalesce"]
      let near = nearest(to: name, among: known)
      report(
        .unknownFunction, "there is no function '\(QuantityError(name, "").text)'", range,
        near.map { "did you mean '\($0)'?" } ?? "known are \(Set(known).sorted().joined(separator: ", "))")
      return unknown(range)
    }
    guard acceptsCount(arguments.count, function, range), acceptsTypes(arguments, function) else {
      return unknown(range)
    }
    return Checked(
      plan: .call(function, arguments.map(\.plan)), type: function.result(arguments.map(\.type)), range: range
    )
  }

  private mutating func acceptsCount(_ count: Int, _ function: Function, _ range: Range<Int>) -> Bool {
    let most = function.isVariadic ? Int.max : function.parameters.count
    guard count < function.required || count > most else { return true }
    report(
      .arguments, "'\(function.name)' is given \(count) argument\(count == 1 ? "" : "s")", range,
      "it is written \(function.signature)")
    return false
  }

  private mutating func acceptsTypes(_ arguments: [Checked], _ function: Function) -> Bool {
    var isAccepted = true
    for (index, argument) in arguments.enumerated() where argument.type != .unknown {
      let parameter = function.parameters[min(index, function.parameters.count - 1)]
      let type: ExpressionType = argument.type.isNumber ? .number : argument.type
      guard !parameter.types.isEmpty, !parameter.types.contains(type) else {
        isAccepted = acceptsTime(argument, function, parameter) && isAccepted
        continue
      }
      let wanted = parameter.types.map(\.description).joined(separator: " or ")
      report(
        .type, "\(quoted(argument.range)) is \(argument.type), but '\(function.name)' wants \(wanted)",
        argument.range, hint(for: argument, parameter))
      isAccepted = false
    }
    guard isAccepted, function.isVariadic, let first = arguments.first else { return isAccepted }
    for argument in arguments.dropFirst()
    where !TypeRules.canOrder(first.type, argument.type) || mixes(first, argument) {
      return accepts(first, argument, comparison: .less)
    }
    return true
  }

  private func hint(for argument: Checked, _ parameter: Function.Parameter) -> String? {
    guard argument.type == .text else { return nil }
    if parameter.types.contains(.date) { return "write date(\(source(argument.range)))" }
    return parameter.types.contains(.number) ? "write number(\(source(argument.range)))" : nil
  }

  // MARK: Choices

  private mutating func choice(_ arguments: [Syntax], _ range: Range<Int>) -> Checked {
    guard arguments.count == 3 else { return wrongCount("if", arguments, "if(condition, then, else)", range) }
    let condition = condition(arguments[0], "if")
    let (yes, no) = reconciled(check(arguments[1]), check(arguments[2]))
    guard let type = commonType([yes, no]) else { return unknown(range) }
    return Checked(plan: .choose(condition.plan, yes.plan, no.plan), type: type, range: range)
  }

  private mutating func firstPresent(_ arguments: [Syntax], _ range: Range<Int>) -> Checked {
    guard arguments.count >= 2 else {
      return wrongCount("coalesce", arguments, "coalesce(x, otherwise)", range)
    }
    let operands = arguments.map { check($0) }
    guard let type = commonType(operands) else { return unknown(range) }
    return Checked(plan: .firstPresent(operands.map(\.plan)), type: type, range: range)
  }

  private mutating func wrongCount(
    _ name: String, _ arguments: [Syntax], _ form: String, _ range: Range<Int>
  ) -> Checked {
    let count = arguments.count
    report(
      .arguments, "'\(name)' is given \(count) argument\(count == 1 ? "" : "s")", range,
      "it is written \(form)")
    return unknown(range)
  }

  /// The one type of several parts, or nil after saying that they have none.
  private mutating func commonType(_ parts: [Checked]) -> ExpressionType? {
    guard let first = parts.first(where: { $0.type != .unknown }) else { return .unknown }
    var type = first.type
    for part in parts where part.type != .unknown {
      guard TypeRules.canEqual(type, part.type) else {
        report(
          .type,
          "\(quoted(first.range)) is \(first.type), but \(quoted(part.range)) is \(part.type), and either may come out",
          part.range)
        return nil
      }
      type = ExpressionType.common(type, part.type)
    }
    return type
  }

  // MARK: Lists

  private mutating func fold(
    _ fold: Fold, _ list: Checked, _ arguments: [Syntax], _ range: Range<Int>
  ) -> Checked {
    guard arguments.count <= 2 else {
      return wrongCount(fold.rawValue, arguments, "\(fold.rawValue)(list, \(fold.body))", range)
    }
    var element = ExpressionType.unknown
    switch list.type {
    case .list(let type): element = type
    case .unknown: break
    default:
      report(
        .type, "\(quoted(list.range)) is \(list.type), but '\(fold.rawValue)' goes through a list", list.range
      )
      return unknown(range)
    }
    guard arguments.count == 2 else { return whole(fold, list, element, range) }
    let outer = repetitions
    repetitions *= count(of: list)
    guard elements.count < Checker.deepestLists, repetitions <= Checker.mostRepetitions else {
      repetitions = outer
      report(
        .size,
        "lists are gone through inside one another at most \(Checker.deepestLists) deep, "
          + "and \(Checker.mostRepetitions) times in all where they are written out", range)
      return unknown(range)
    }
    elements.append(element)
    let body = fold.wantsCondition ? condition(arguments[1], fold.rawValue) : check(arguments[1])
    elements.removeLast()
    repetitions = outer
    guard let type = result(of: fold, over: body) else { return unknown(range) }
    return Checked(plan: .fold(fold, list: list.plan, body: body.plan), type: type, range: range)
  }

  private static let deepestLists = 3
  private static let mostRepetitions = 100_000

  /// The elements of a list that is written out; 1 for one that comes from data.
  private func count(of list: Checked) -> Int {
    switch list.plan {
    case .constant(.list(let items)): max(items.count, 1)
    case .list(let items): max(items.count, 1)
    default: 1
    }
  }

  /// A figure over the elements themselves.
  private mutating func whole(
    _ fold: Fold, _ list: Checked, _ element: ExpressionType, _ range: Range<Int>
  ) -> Checked {
    let items = Checked(plan: list.plan, type: element, range: list.range)
    if fold == .any || fold == .all, element != .truth, element != .unknown {
      report(
        .arguments, "'\(fold.rawValue)' wants a condition for the elements of \(quoted(list.range))", range,
        "it is written \(fold.rawValue)(list, condition)")
      return unknown(range)
    }
    guard let type = result(of: fold, over: items) else { return unknown(range) }
    return Checked(plan: .fold(fold, list: list.plan, body: nil), type: type, range: range)
  }

  private mutating func result(of fold: Fold, over body: Checked) -> ExpressionType? {
    switch fold {
    case .any, .all: return .truth
    case .count: return .number
    case .min, .max:
      if TypeRules.canOrder(body.type, body.type) { return body.type }
    case .sum, .avg:
      if let type = TypeRules.sum(body.type, body.type, isDifference: false) { return type }
    }
    var hint: String?
    if case .record(let fields) = body.type, let name = fields.first(where: { $0.type.isNumber })?.name {
      hint = "say of what, like \(fold.rawValue)(\(source(body.range)), \(name))"
    }
    report(
      .type, "\(quoted(body.range)) is \(body.type), of which there is no \(fold.rawValue)", body.range, hint)
    return nil
  }
}

extension Fold {
  /// What stands behind the list in the brackets.
  fileprivate var body: String { wantsCondition ? "condition" : "figure" }

  /// Whether the second argument is a condition.
  fileprivate var wantsCondition: Bool { self == .any || self == .all || self == .count }
}
