/// An input that a search varies: what it is now, between which ends, and how a value of it is written.
struct Variable: Sendable {
  /// Its path as overrides name it.
  let path: String
  /// What the files give, or what stands in for it.
  let text: String
  /// Its amount; nil where the files give nothing and nothing stands in for it.
  let now: Double?
  let low: Double
  let high: Double
  /// Whether the files take whole numbers only.
  let isWhole: Bool
  private let valuePath: ValuePath
  private let node: Node
  private let form: WrittenQuantity.Form

  /// Takes an input of the files, or what stands in for it; without a range it goes over all that is likely: a rate
  /// from 0 to 100%, anything else from nothing to ten times what it is.
  init(_ input: RangedInput, _ whatIf: WhatIf) throws(InputErrors) {
    let start = try Start(input, whatIf)
    (valuePath, path) = (input.path, input.path.text)
    node = input.node ?? start.node
    form = start.quantity.form
    (text, now) = (start.text, start.isOpen ? nil : start.quantity.value)
    (low, high) =
      if let range = input.range {
        try Self.ends(of: range, input, start, whatIf)
      } else {
        try Self.likely(start, input.path)
      }
    isWhole = Self.isWhole(start.quantity, input.path, node, whatIf)
  }

  /// What an input is before it is varied.
  private struct Start {
    var node: Node
    var quantity: WrittenQuantity
    var text: String
    /// Whether the files give nothing and nothing stands in for it: then the range alone says where to look.
    var isOpen: Bool

    init(_ input: RangedInput, _ whatIf: WhatIf) throws(InputErrors) {
      let rates = whatIf.workspace.company.rates
      let given = try whatIf.workspace.value(at: input.path).flatMap { $0.isNotGiven ? nil : $0 }
      let standIn = given == nil ? whatIf.standIn(for: input.path) : nil
      let pointed = input.node ?? Node.empty
      let end = input.range?.ends.first.flatMap { WrittenQuantity($0, rates: rates) }
      let field = given == nil ? whatIf.field(at: input.path) : nil
      if given == nil, standIn == nil, let computed = try whatIf.figureInPlace(of: input.path) {
        throw computed
      }
      // A rate that nobody gives goes from nothing to all; where else to look has to be said.
      let first =
        end ?? (field?.kind == "rate" && input.range == nil ? WrittenQuantity(.zero, .percent) : nil)
      isOpen =
        field != nil && first != nil && standIn?.quantity.form.isAlike(first?.form ?? .date) != true
      if let field, !isOpen, standIn == nil, input.range == nil { throw Self.needsRange(input.path, field) }
      // An override that leaves the value as it is says whether there is one.
      if !isOpen { _ = try whatIf.resolved([Override(input.path, .factor(.one), at: pointed)]) }
      let node = given ?? (isOpen ? first.map { Node.scalar($0.text, standingFor: pointed) } : standIn?.node)
      guard let node, let quantity = WrittenQuantity(node.text, rates: rates), quantity.form != .date else {
        throw InputErrors(
          Diagnostic(
            "what-if.no-quantity", "'\(input.path.text)' is no quantity to vary", at: input.path.place))
      }
      (self.node, self.quantity) = (node, quantity)
      text = isOpen ? "not given" : standIn?.words ?? Override.words(node, rates)
    }

    private static func needsRange(_ path: ValuePath, _ field: FieldSpec) -> InputErrors {
      let example: String =
        switch field.kind {
        case "money": "$10K..$100K"
        case "duration": "10 days..100 days"
        case "ratio": "1x..10x"
        default: "0..10"
        }
      return InputErrors(
        Diagnostic(
          "what-if.range", "'\(path.text)' is not given, so the range to look at has to be", at: path.place,
          hint: "such as \(path.text)=\(example)"))
    }
  }

  private static func ends(
    of range: InputRange, _ input: RangedInput, _ start: Start, _ whatIf: WhatIf
  ) throws(InputErrors) -> (Double, Double) {
    let rates = whatIf.workspace.company.rates
    let ends = try whatIf.resolved(
      [range.low, range.high].map { Override(input.path, $0, at: input.node ?? start.node) })
    let amounts = ends.compactMap { WrittenQuantity($0.setting.value.text, rates: rates) }
    guard amounts.count == 2, amounts.allSatisfy({ $0.form.isAlike(start.quantity.form) }),
      amounts[0].value < amounts[1].value
    else {
      throw InputErrors(
        Diagnostic(
          "what-if.range",
          "'\(input.path.text)' is \(start.text), and \(range.text) gives no range of its kind from low to high",
          at: input.node?.place ?? input.path.place, hint: "write both ends like the value itself"))
    }
    return (amounts[0].value, amounts[1].value)
  }

  private static func likely(_ start: Start, _ path: ValuePath) throws(InputErrors) -> (Double, Double) {
    let base = start.quantity.value
    if start.quantity.form == .percent { return (0, max(100, base)) }
    guard base != 0 else {
      throw InputErrors(
        Diagnostic(
          "what-if.range", "'\(path.text)' is \(start.text), so the range to look at has to be given",
          at: path.place, hint: "such as \(path.text)=\(start.quantity.exampleRange)"))
    }
    let tenfold = start.quantity.form == .number && abs(base) < 1 ? (base < 0 ? -1 : 1) : base * 10
    return (min(0, tenfold), max(0, tenfold))
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

extension WrittenQuantity {
  /// A range of the quantity's own kind from nothing to ten, for messages.
  var exampleRange: String {
    [0, 10].map { WrittenQuantity(ExactDecimal($0), form).words }.joined(separator: "..")
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
