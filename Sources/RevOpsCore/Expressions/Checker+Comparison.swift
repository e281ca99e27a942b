extension Checker {
  mutating func compare(
    _ comparison: Comparison, _ left: Syntax, _ right: Syntax, _ range: Range<Int>
  ) -> Checked {
    let (a, b) = reconciled(check(left), check(right))
    guard accepts(a, b, comparison: comparison) else { return unknownTruth(range) }
    return truth(.compare(comparison, a.plan, b.plan), range)
  }

  mutating func between(_ operand: Syntax, _ low: Syntax, _ high: Syntax, _ range: Range<Int>) -> Checked {
    let value = check(operand)
    let (a, lower) = reconciled(value, check(low))
    let (b, upper) = reconciled(value, check(high))
    guard accepts(a, lower, comparison: .greaterOrEqual), accepts(b, upper, comparison: .lessOrEqual) else {
      return unknownTruth(range)
    }
    return truth(.between(lower.type == .span ? a.plan : b.plan, lower.plan, upper.plan), range)
  }

  mutating func within(_ operand: Syntax, _ set: Syntax, _ range: Range<Int>) -> Checked {
    let value = check(operand)
    let checkedSet = self.set(set, of: value)
    let converted = asSpan(value)
    switch checkedSet.type {
    case .list(let element):
      let needle = element == .span ? converted : value
      if let texts = checkedSet.constant?.texts, needle.type == .text {
        return truth(.among(needle.plan, texts), range)
      }
      return truth(.within(needle.plan, checkedSet.plan), range)
    case .period:
      guard value.type != .date, value.type != .moment, value.type != .unknown else { break }
      report(
        .type, "\(quoted(value.range)) is \(value.type), but only a date lies IN a period", value.range)
    case .unknown: break
    default:
      report(
        .type, "IN wants a list or a period, but \(quoted(checkedSet.range)) is \(checkedSet.type)",
        checkedSet.range, hint(forSet: checkedSet))
      return unknownTruth(range)
    }
    return truth(.within(value.plan, checkedSet.plan), range)
  }

  private func hint(forSet set: Checked) -> String {
    set.type == .text
      ? "write [\(source(set.range))], or 'contains' to look inside a text" : "write [\(source(set.range))]"
  }

  /// What stands behind IN, each item read as the type of what is looked for.
  private mutating func set(_ set: Syntax, of value: Checked) -> Checked {
    guard case .list(let items) = set.kind else {
      let checked = check(set)
      if case .list(let element) = checked.type, !TypeRules.canEqual(value.type, element) {
        report(
          .type,
          "\(quoted(value.range)) is \(value.type), but \(quoted(checked.range)) lists \(element.plural)",
          checked.range)
        return unknown(checked.range)
      }
      return checked
    }
    var plans: [Plan] = []
    var type = ExpressionType.unknown
    for item in items {
      let checkedItem = check(item)
      // A name in brackets is the list itself: `account IN (named_accounts)`.
      if items.count == 1, case .list = checkedItem.type { return checkedItem }
      let (needle, checked) = reconciled(value, checkedItem)
      _ = accepts(needle, checked, comparison: .equal)
      plans.append(checked.plan)
      type = checked.type == .unknown ? type : checked.type
    }
    let constants = plans.compactMap(\.constant)
    let plan = constants.count == plans.count ? Plan.constant(.list(constants)) : Plan.list(plans)
    return Checked(plan: plan, type: .list(type), range: set.range)
  }

  mutating func test(_ test: TextTest, _ left: Syntax, _ right: Syntax, _ range: Range<Int>) -> Checked {
    let subject = check(left)
    let part = check(right)
    if test == .contains, case .list(let element) = subject.type {
      guard
        accepts(Checked(plan: subject.plan, type: element, range: subject.range), part, comparison: .equal)
      else { return unknownTruth(range) }
      return truth(.test(.contains, subject.plan, part.plan), range)
    }
    for operand in [subject, part] where operand.type != .text && operand.type != .unknown {
      report(
        .type, "\(quoted(operand.range)) is \(operand.type), but '\(test.rawValue)' wants text",
        operand.range, operand.constant == nil ? "write text(\(source(operand.range)))" : "put it in quotes")
      return unknownTruth(range)
    }
    guard test == .matches else { return truth(.test(test, subject.plan, part.plan), range) }
    return matches(subject, part, range)
  }

  private mutating func matches(_ subject: Checked, _ part: Checked, _ range: Range<Int>) -> Checked {
    guard case .text(let text) = part.constant else {
      report(
        .pattern, "'matches' wants a pattern in quotes, so that it is read once and not for every row",
        part.range)
      return unknownTruth(range)
    }
    do throws(PatternProblem) {
      return truth(.matches(subject.plan, try Pattern(text)), range)
    } catch {
      report(
        .pattern, "the pattern \(quoted(part.range)) cannot be read: \(error.message)", part.range, error.hint
      )
      return unknownTruth(range)
    }
  }

  private func unknownTruth(_ range: Range<Int>) -> Checked {
    Checked(plan: .constant(.nothing), type: .unknown, range: range)
  }

  // MARK: Two sides

  /// Both sides, where a constant is read as the type of the other side: `'2026-01-01'` beside a date.
  func reconciled(_ a: Checked, _ b: Checked) -> (Checked, Checked) {
    if a.type == .span || b.type == .span { return (asSpan(a), asSpan(b)) }
    return (read(a, as: b.type), read(b, as: a.type))
  }

  private func read(_ checked: Checked, as type: ExpressionType) -> Checked {
    guard case .text(let text) = checked.constant, type != .text,
      let value = Literal(environment: schema.environment).read(text, as: type)
    else { return checked }
    return constant(value, checked.range)
  }

  /// Whether two sides can be compared; reports why they cannot.
  mutating func accepts(_ a: Checked, _ b: Checked, comparison: Comparison) -> Bool {
    if isNull(a) || isNull(b) {
      let other = isNull(a) ? b : a
      report(
        .type, "nothing is ever equal to NULL, nor unequal to it", (isNull(a) ? a : b).range,
        "write \(source(other.range)) IS \(comparison == .notEqual ? "NOT " : "")NULL")
      return false
    }
    for (side, other) in [(a, b), (b, a)] where side.constant == .text("") && other.constant == nil {
      report(
        .type, "\(quoted(other.range)) is never an empty text: where nothing is given, it is missing",
        side.range, "write \(source(other.range)) is \(comparison == .notEqual ? "not " : "")missing")
      return false
    }
    if mixes(a, b) {
      reportMixed(a, b)
      return false
    }
    if isPercentMeant(a, b) || isPercentMeant(b, a) { return false }
    let isOrder = comparison != .equal && comparison != .notEqual
    guard !(isOrder ? TypeRules.canOrder(a.type, b.type) : TypeRules.canEqual(a.type, b.type)) else {
      return true
    }
    reportComparison(a, b)
    return false
  }

  /// Whether a rate meets a number that it cannot reach, and per cent are meant; reports so.
  ///
  /// The rates of a table are shares of a whole; elsewhere one may be above it, as a retention of 130% is.
  private mutating func isPercentMeant(_ rate: Checked, _ number: Checked) -> Bool {
    guard rate.type == .rate, rate.constant == nil, case .number(let value)? = number.constant,
      abs(value.double) > (schema.readings.isEmpty ? 10 : 1)
    else { return false }
    let source = source(number.range)
    report(
      .type, "\(quoted(rate.range)) is a rate, and '\(source)' is \(value * Numeral(100))%", number.range,
      "did you mean \(source)%?")
    return true
  }

  private func isNull(_ checked: Checked) -> Bool {
    checked.constant == .nothing && checked.type == .unknown
      && source(checked.range).lowercased() == "null"
  }

  private mutating func reportComparison(_ a: Checked, _ b: Checked) {
    let message = "\(quoted(a.range)) is \(a.type), but \(quoted(b.range)) is \(b.type)"
    report(.type, message, b.range, wayOut(a, b) ?? wayOut(b, a))
  }

  /// How a comparison of two types that do not fit may have been meant.
  private func wayOut(_ a: Checked, _ b: Checked) -> String? {
    switch (a.type, b.type) {
    case (.text, _) where b.constant != nil && b.type != .text: "compare it with text: '\(source(b.range))'"
    case (.text, .number): "write number(\(source(a.range)))"
    case (.text, .date): "write date(\(source(a.range)))"
    case (.date, .text) where b.constant != nil, (.moment, .text) where b.constant != nil:
      "a date is written 2026-03-31"
    case (.date, .period), (.moment, .period): "write \(source(a.range)) IN \(source(b.range))"
    case (.span, .number), (.span, .timed):
      b.constant == nil ? "write days(\(source(a.range)))" : "say the unit: \(source(b.range)) days"
    case (.truth, .truth): "only = and != compare conditions"
    default: nil
    }
  }
}

extension Plan {
  /// The value, where it is the same for every row.
  fileprivate var constant: ExpressionValue? {
    guard case .constant(let value) = self else { return nil }
    return value
  }
}

extension ExpressionValue {
  /// The texts of a list that holds nothing else, and more of them than are quickly gone through.
  fileprivate var texts: Set<String>? {
    guard case .list(let items) = self, items.count > 4 else { return nil }
    var texts: Set<String> = []
    for item in items {
      guard case .text(let text) = item else { return nil }
      texts.insert(text)
    }
    return texts
  }
}

extension ExpressionType {
  /// The type in words that fit behind 'lists'.
  fileprivate var plural: String {
    switch self {
    case .number, .timed: "numbers"
    case .rate: "rates"
    case .span: "durations"
    case .date: "dates"
    case .moment: "dates with times"
    case .period: "periods"
    case .text: "texts"
    case .money: "amounts of money"
    case .truth: "conditions"
    case .list: "lists"
    case .record: "groups of figures"
    case .unknown: "nothing"
    }
  }
}
