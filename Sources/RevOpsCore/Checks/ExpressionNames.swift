extension Expression {
  /// The dotted names that the expression speaks of, each once, in the order of the text.
  ///
  /// Those inside `any(list, ...)` may be members of the list's items.
  var names: [[String]] {
    var names: [[String]] = []
    var waiting = [syntax]
    while let part = waiting.popLast() {
      if case .name(let path) = part.kind, !names.contains(path) { names.append(path) }
      waiting += part.parts.reversed()
    }
    return names
  }

  /// The texts in quotes, in the order of the expression.
  var texts: [String] {
    var texts: [String] = []
    var waiting = [syntax]
    while let part = waiting.popLast() {
      if case .text(let text) = part.kind { texts.append(text) }
      waiting += part.parts.reversed()
    }
    return texts
  }

  /// Each name that is compared with a quantity as it is written, and where that stands.
  var comparisons: [(name: [String], literal: (text: String, range: Range<Int>))] {
    var found: [(name: [String], literal: (text: String, range: Range<Int>))] = []
    var waiting = [syntax]
    while let part = waiting.popLast() {
      waiting += part.parts.reversed()
      let pairs: [(Syntax, Syntax)] =
        switch part.kind {
        case .compare(_, let a, let b): [(a, b), (b, a)]
        case .between(let value, let low, let high): [(value, low), (value, high)]
        default: []
        }
      for (a, b) in pairs {
        guard case .name(let name) = a.kind, let text = b.literal else { continue }
        found.append((name, (text, b.range)))
      }
    }
    return found
  }
}

extension Syntax {
  /// The quantity that the part is, as it is written, with or without a sign.
  fileprivate var literal: String? {
    switch kind {
    case .quantity(let text): text
    case .negated(let part): part.literal
    default: nil
    }
  }

  /// The parts directly inside this one.
  fileprivate var parts: [Syntax] {
    switch kind {
    case .text, .quantity, .truth, .null, .name: []
    case .list(let items), .and(let items), .or(let items), .call(_, let items): items
    case .negated(let part), .isMissing(let part), .not(let part): [part]
    case .sum(let first, let steps), .product(let first, let steps): [first] + steps.map(\.operand)
    case .compare(_, let a, let b), .within(let a, let b), .test(_, let a, let b): [a, b]
    case .between(let value, let low, let high): [value, low, high]
    }
  }
}
