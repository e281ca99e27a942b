/// An input that a search varies: what it is now, between which ends, and how a value of it is written.
struct Variable: Sendable {
  /// Its path as overrides name it.
  let path: String
  /// What the files give.
  let text: String
  let base: Double
  let low: Double
  let high: Double
  /// Whether the files take whole numbers only.
  let isWhole: Bool
  private let valuePath: ValuePath
  private let node: Node
  private let form: WrittenQuantity.Form

  /// Takes an input of the files; without a range it goes over all that is likely: a rate from 0 to 100%, anything
  /// else from nothing to ten times what it is.
  init(_ input: RangedInput, _ whatIf: WhatIf) throws(InputErrors) {
    let rates = whatIf.workspace.company.rates
    // An override that leaves the value as it is says whether there is one.
    let pointed = input.node ?? Node.empty
    _ = try whatIf.resolved([Override(input.path, .factor(.one), at: pointed)])
    guard let node = try whatIf.workspace.value(at: input.path),
      let quantity = WrittenQuantity(node.text, rates: rates), quantity.form != .date
    else {
      throw InputErrors(
        Diagnostic("what-if.no-quantity", "'\(input.path.text)' is no quantity to vary", at: input.path.place)
      )
    }
    valuePath = input.path
    path = input.path.text
    self.node = input.node ?? node
    form = quantity.form
    text = Override.words(node, rates)
    base = quantity.value
    if let range = input.range {
      let ends = try whatIf.resolved(
        [range.low, range.high].map { Override(input.path, $0, at: input.node ?? node) })
      let amounts = ends.compactMap { WrittenQuantity($0.setting.value.text, rates: rates) }
      guard amounts.count == 2, amounts.allSatisfy({ $0.form.isAlike(quantity.form) }),
        amounts[0].value < amounts[1].value
      else {
        throw InputErrors(
          Diagnostic(
            "what-if.range",
            "'\(path)' is \(text), and \(range.text) gives no range of its kind from low to high",
            at: input.node?.place ?? input.path.place, hint: "write both ends like the value itself"))
      }
      (low, high) = (amounts[0].value, amounts[1].value)
    } else if quantity.form == .percent {
      (low, high) = (0, max(100, base))
    } else if base == 0 {
      throw InputErrors(
        Diagnostic(
          "what-if.range", "'\(path)' is 0, so the range to look at has to be given", at: input.path.place,
          hint: "such as \(path)=0..10"))
    } else {
      let tenfold = quantity.form == .number && abs(base) < 1 ? (base < 0 ? -1 : 1) : base * 10
      (low, high) = (min(0, tenfold), max(0, tenfold))
    }
    isWhole = Self.isWhole(quantity, input.path, self.node, whatIf)
  }

  /// Whether the files refuse half of one more, and take one more.
  private static func isWhole(
    _ quantity: WrittenQuantity, _ path: ValuePath, _ node: Node, _ whatIf: WhatIf
  ) -> Bool {
    guard quantity.form == .number, quantity.amount.whole != nil else { return false }
    func isTaken(_ amount: ExactDecimal) -> Bool {
      let text = WrittenQuantity(quantity.amount + amount, .number).text
      return (try? whatIf.figures(with: [Setting(path, Node.scalar(text, standingFor: node))])) != nil
    }
    return !isTaken(ExactDecimal(WideInteger(5), places: 1)) && isTaken(.one)
  }

  /// The setting that puts an amount in place.
  func setting(_ amount: Double) -> Setting {
    Setting(valuePath, Node.scalar(quantity(amount).text, standingFor: node))
  }

  /// An amount as people write it.
  func words(_ amount: Double) -> String { quantity(amount).words }

  private func quantity(_ amount: Double) -> WrittenQuantity {
    WrittenQuantity(ExactDecimal(amount) ?? .zero, form)
  }

  /// So many amounts from end to end.
  func values(_ count: Int) -> [Double] {
    let step = (high - low) / Double(max(1, count - 1))
    // Hundredths of a step are left out, so that what is shown is what is computed.
    var places = isWhole ? 0 : 2
    var size = step
    while !isWhole, size < 1, places < 12 { (size, places) = (size * 10, places + 1) }
    let amounts = (0..<count).map { index in
      let amount = low + step * Double(index)
      return ExactDecimal(amount)?.rounded(to: places).double ?? amount
    }
    return amounts.reduce(into: []) { all, one in if all.last != one { all.append(one) } }
  }
}

extension WrittenQuantity.Form {
  /// Whether amounts of both forms can be compared: money written with and without its sign can.
  func isAlike(_ other: WrittenQuantity.Form) -> Bool {
    switch (self, other) {
    case (.money, .number), (.number, .money): true
    default: self == other
    }
  }
}
