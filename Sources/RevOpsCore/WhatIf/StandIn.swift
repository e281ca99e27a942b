/// What holds for an input that the files do not give, for changes and searches to start from.
struct StandIn: Sendable {
  /// The value as the files would give it.
  let node: Node
  let quantity: WrittenQuantity

  fileprivate init(_ quantity: WrittenQuantity) {
    node = Node.scalar(quantity.text, standingFor: Node.empty)
    self.quantity = quantity
  }

  /// The value as people read it, with the remark that nobody wrote it.
  var words: String {
    let places: Int = if case .money = quantity.form { 0 } else { 2 }
    let isLong = quantity.amount.places > places && quantity.amount.magnitude >= .one
    let shown = isLong ? quantity.amount.rounded(to: places) : quantity.amount
    return "\(WrittenQuantity(shown, quantity.form).words) (not given)"
  }
}

extension WhatIf {
  /// What stands in for an input that the files do not give; nil for what is no input, and where nothing does.
  ///
  /// That is the default of its key, or the figure that an analysis reports under its name where it is measured, or
  /// nothing at all: in each case the value which, written down, leaves every figure as it is.
  func standIn(for path: ValuePath) -> StandIn? {
    guard let field = field(at: path) else { return nil }
    let rates = workspace.company.rates
    let stated = field.fallback.flatMap { WrittenQuantity($0, rates: rates) }.map { quantity in
      field.kind == "rate" && quantity.form == .number
        ? WrittenQuantity(quantity.amount * ExactDecimal(100), .percent) : quantity
    }
    func tree(with quantity: WrittenQuantity) -> FigureTree? {
      try? figures(with: [Setting(path, Node.scalar(quantity.text, standingFor: Node.empty))])
    }
    let key = path.lastKey ?? ""
    let found = ([stated] + measured(path, as: field.kind)).compactMap(\.self).first { quantity in
      quantity.form != .date && tree(with: quantity)?.agrees(with: base) == true
    }
    if let found { return StandIn(found) }
    // Nothing at all stands for it where more of it moves figures that were there already: one that brings figures
    // which were absent, or that no figure depends on yet, is unknown rather than zero.
    guard let none = quantity(0, as: field.kind, key),
      let least = quantity(isRate(none) ? 0.01 : 1, as: field.kind, key),
      tree(with: none)?.agrees(with: base) == true, let more = tree(with: least),
      !more.fills(base), !more.agrees(with: base)
    else { return nil }
    return StandIn(none)
  }

  private func isRate(_ quantity: WrittenQuantity) -> Bool { quantity.form == .percent }

  /// The key that a path names, where an analysis reads it.
  func field(at path: ValuePath) -> FieldSpec? {
    guard let (name, step) = try? workspace.section(of: path) else { return nil }
    let schema = WorkspaceSchema(of: workspace.registry)
    let section = schema.sections.first { $0.name == name }
    return section?.fields.field(at: path.steps.dropFirst(step).map(\.target))
  }

  /// The paths of all single keys that analyses read, for suggestions; those under names of the user are left out.
  var inputPaths: [String] {
    let prefix: (String) -> String = { [workspace] in workspace.document == $0 ? "" : $0 + "." }
    return WorkspaceSchema(of: workspace.registry).sections.flatMap { section in
      section.fields.paths.map { prefix(section.name) + $0 }
    }
  }

  /// The figures that the analyses asked for report under the input's own name.
  private func measured(_ path: ValuePath, as kind: String) -> [WrittenQuantity?] {
    guard let last = path.lastKey, let (section, _) = try? workspace.section(of: path) else { return [] }
    return analyses.filter { $0.sections.contains(section) }.map { analysis in
      let keys = analysis.key.split(separator: ".").map(String.init) + [last]
      guard let value = base[keys], let number = value.plainNumber else { return nil }
      return quantity(number, as: kind, last)
    }
  }

  private func quantity(_ number: Double, as kind: String, _ key: String) -> WrittenQuantity? {
    guard let amount = ExactDecimal(number) else { return nil }
    let last = key.split(separator: "_").last.map(String.init) ?? ""
    return switch kind {
    case "rate": WrittenQuantity(amount * ExactDecimal(100), .percent)
    case "money": WrittenQuantity(amount, .money(workspace.company.currency))
    case "number", "count": WrittenQuantity(amount, .number)
    case "ratio": WrittenQuantity(amount, .multiple)
    case "duration":
      WrittenQuantity(amount, TimeSpan.Unit(rawValue: last) == nil ? .span(.days) : .number)
    default: nil
    }
  }
}

extension [FieldSpec] {
  /// The field that a path leads to: names of the user's own and places in lists are passed over.
  fileprivate func field(at targets: [ValuePath.Step.Target]) -> FieldSpec? {
    var fields = self
    var found: FieldSpec?
    var isOpen = false
    for target in targets {
      if isOpen {
        // The name or the place of an item, whatever it is.
        isOpen = false
        found?.fallback = nil
        found?.shape = .value
        continue
      }
      guard case .key(let key) = target, let field = fields.first(where: { $0.key == key }) else {
        return nil
      }
      (found, fields) = (field, field.fields)
      isOpen = ![.value, .section].contains(field.shape)
    }
    guard !isOpen, let found, found.shape == .value || found.isAlsoValue else { return nil }
    return found
  }

  /// The paths of the single values among the fields.
  fileprivate var paths: [String] {
    flatMap { field -> [String] in
      switch field.shape {
      case .value: [field.key]
      case .section: field.fields.paths.map { "\(field.key).\($0)" }
      case .list, .map, .sections, .namedSections: []
      }
    }
  }
}

extension FigureTree {
  /// Whether two trees hold the same figures, but for the last digits of arithmetic.
  func agrees(with other: FigureTree) -> Bool { Self.agree(root, other.root) }

  /// Whether the tree has a figure where another has none.
  fileprivate func fills(_ other: FigureTree) -> Bool { Self.fills(root, other.root) }

  private static func fills(_ a: JSONValue, _ b: JSONValue) -> Bool {
    switch (a, b) {
    case (.object(let a), .object(let b)): return zip(a, b).contains { fills($0.value, $1.value) }
    case (.array(let a), .array(let b)): return zip(a, b).contains(where: fills)
    default: return b == .null && a != .null
    }
  }

  /// Whether two figures are one, but for the last digits of arithmetic.
  static func agree(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= 1e-9 * Swift.max(1, abs(a), abs(b))
  }

  private static func agree(_ a: JSONValue, _ b: JSONValue) -> Bool {
    if let x = a.plainNumber, let y = b.plainNumber { return agree(x, y) }
    switch (a, b) {
    case (.object(let a), .object(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && agree($0.value, $1.value) }
    case (.array(let a), .array(let b)): return a.count == b.count && zip(a, b).allSatisfy(agree)
    default: return a == b
    }
  }
}

extension JSONValue {
  /// The number that stands here, whole or not.
  var plainNumber: Double? {
    switch self {
    case .integer(let whole): Double(whole)
    case .number(let number): number
    default: nil
    }
  }
}

extension ValuePath {
  /// The last key of the path.
  var lastKey: String? {
    for step in steps.reversed() {
      if case .key(let key) = step.target { return key }
    }
    return nil
  }
}
