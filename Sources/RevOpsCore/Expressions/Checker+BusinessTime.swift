/// Business time counts working hours alone, so that only a start and an end make calendar time of it.
extension Checker {
  /// Whether one of two durations is business time and the other is not.
  func mixes(_ a: Checked, _ b: Checked) -> Bool {
    a.type == .span && b.type == .span && isBusiness(a) != isBusiness(b)
  }

  /// Whether a duration is business time.
  func isBusiness(_ checked: Checked) -> Bool { isBusiness(checked.plan) }

  private func isBusiness(_ plan: Plan) -> Bool {
    switch plan {
    case .constant(.span(let span)): span.unit.isBusiness
    case .constant(.list(let items)):
      items.contains { if case .span(let span) = $0 { span.unit.isBusiness } else { false } }
    case .measured(_, let unit): unit.isBusiness
    case .negated(let operand), .sum(let operand, _): isBusiness(operand)
    case .product(let first, let steps): isBusiness(first) || steps.contains { isBusiness($0.operand) }
    case .call(_, let parts), .firstPresent(let parts), .list(let parts): parts.contains { isBusiness($0) }
    case .choose(_, let yes, let no): isBusiness(yes) || isBusiness(no)
    case .fold(_, let list, let body): isBusiness(body ?? list)
    default: false
    }
  }

  /// Says which of two durations is business time.
  mutating func reportMixed(_ a: Checked, _ b: Checked) {
    let (business, calendar) = isBusiness(a) ? (a, b) : (b, a)
    report(
      .type,
      "\(quoted(business.range)) is business time, but \(quoted(calendar.range)) is calendar time", b.range,
      "write both in the same; from a start to an end count business_hours(start, end)")
  }

  /// Whether a function that counts calendar time is given a duration of it; reports one of business time.
  mutating func acceptsTime(_ argument: Checked, _ function: Function, _ parameter: Function.Parameter)
    -> Bool
  {
    guard parameter.types == [.span], isBusiness(argument) else { return true }
    report(
      .type, "\(quoted(argument.range)) is business time, but '\(function.name)' counts calendar time",
      argument.range, "divide it by its unit, such as (\(source(argument.range))) / 1 business hour")
    return false
  }
}
