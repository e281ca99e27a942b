/// One thing in which two versions of the files differ: a value of a section, a data table, or the day.
struct DocumentDifference: Sendable {
  /// What differs.
  private enum Kind: Sendable {
    case value(Setting)
    case table(String)
    case day
  }

  private let kind: Kind
  let path: ValuePath
  /// What each version gives, in words; nil where it gives nothing.
  let from: String?
  let to: String?
  /// Where the later version gives it.
  let place: Place?
  /// What differs in a data table; nil for the others.
  var table: TableDifference?

  /// The setting that makes a value what it is in the later version; nil for tables and the day.
  var setting: Setting? {
    if case .value(let setting) = kind { setting } else { nil }
  }

  /// Whether what is made of the tables has to be made again: for a table, the day, and what the company says.
  var isShared: Bool { setting.map { $0.path.firstKey == "company" } ?? true }

  /// Puts the later version's table or day into a workspace.
  func takeOver(_ workspace: inout Workspace, from later: Workspace) {
    switch kind {
    case .value: return
    case .table(let name):
      workspace.sources[name] = later.sources[name]
      workspace.tables[name] = later.tables[name]
    case .day: workspace.asOf = later.asOf
    }
  }

  /// Everything that differs in what the figures asked for depend on, in the order of the files.
  static func all(from old: WhatIf, to new: WhatIf) -> [DocumentDifference] {
    let sections = Workspace.sectionNames.filter(old.sections.contains)
    var found: [DocumentDifference] = []
    let rates = new.workspace.company.rates
    for name in sections where name != "data" {
      var walk = Walk(rates: rates)
      let (a, b) = (old.workspace.sections[name], new.workspace.sections[name])
      walk.compare(a, b, [.key(name)], below: b)
      found += walk.found
    }
    found += Workspace.tableNames.compactMap { table($0, from: old.workspace, to: new.workspace) }
    if old.workspace.asOf.date != new.workspace.asOf.date,
      !found.contains(where: { $0.path.text == "company.as_of" })
    {
      found.append(
        DocumentDifference(
          kind: .day, path: ValuePath([.key("as_of")]), from: "\(old.workspace.asOf.date)",
          to: "\(new.workspace.asOf.date)", place: nil))
    }
    return found
  }

  /// A data table that differs, in its file or in how that is to be read; nil for one that does not.
  private static func table(_ name: String, from old: Workspace, to new: Workspace) -> DocumentDifference? {
    let (a, b) = (old.tables[name], new.tables[name])
    guard a != nil || b != nil else { return nil }
    let reading = reading(of: name, from: old, to: new)
    guard old.digest(of: name) != new.digest(of: name) || !reading.isEmpty else { return nil }
    let isRenamed = a.map(fileName) != b.map(fileName)
    return DocumentDifference(
      kind: .table(name), path: ValuePath([.key("data"), .key(name)]),
      from: a.map { words($0, named: isRenamed) }, to: b.map { words($0, named: isRenamed) },
      place: new.sources[name]?.place, table: TableDifference(from: a, to: b, reading: reading))
  }

  /// What the workspaces say otherwise of how a table's file is to be read, its name apart.
  private static func reading(of table: String, from old: Workspace, to new: Workspace) -> [String] {
    let rates = new.company.rates
    func given(_ workspace: Workspace) -> [(key: String, text: String)] {
      guard let node = workspace.sections["data"]?[table], node.kind == .mapping else { return [] }
      return node.entries.filter { !$0.key.hasText("file") && !$0.value.isNotGiven }.flatMap { key, value in
        value.kind == .mapping
          ? value.entries.map { ("\(key.text).\($0.key.text)", Override.words($0.value, rates)) }
          : [(key.text, Override.words(value, rates))]
      }
    }
    let (a, b) = (given(old), given(new))
    let keys = (a + b).map(\.key).uniqued()
    return keys.compactMap { key in
      let texts = [a, b].map { all in all.first { $0.key == key }?.text ?? "not given" }
      return texts[0] == texts[1] ? nil : "\(key): \(texts[0]), now \(texts[1])"
    }
  }

  /// A table in a word: its rows, and its file where the other version has another.
  private static func words(_ table: DataTable, named: Bool) -> String {
    let rows = table.rowCount == 1 ? "1 row" : "\(table.rowCount) rows"
    return named ? "\(fileName(table)), \(rows)" : rows
  }

  /// The name of a table's file without its folders.
  private static func fileName(_ table: DataTable) -> String {
    table.source.file.split(separator: "/").last.map(String.init) ?? table.source.file
  }

  /// Goes through two versions of a section side by side.
  private struct Walk {
    let rates: ExchangeRates
    var found: [DocumentDifference] = []

    /// Compares two values; `below` is what a message points at where the later version gives nothing.
    mutating func compare(
      _ old: Node?, _ new: Node?, _ targets: [ValuePath.Step.Target], below parent: Node?
    ) {
      let (a, b) = (given(old), given(new))
      switch (a, b) {
      case (nil, nil): return
      case (let a?, let b?) where a.kind == .mapping && b.kind == .mapping:
        for (key, value) in a.entries where !key.text.hasPrefix("x-") {
          compare(value, b[key.text], targets + [.key(key.text)], below: b)
        }
        for (key, value) in b.entries where a[key.text] == nil && !key.text.hasPrefix("x-") {
          compare(nil, value, targets + [.key(key.text)], below: b)
        }
      case (let a?, let b?)
      where a.kind == .sequence && b.kind == .sequence && a.items.count == b.items.count:
        for (index, pair) in zip(a.items, b.items).enumerated() {
          compare(pair.0, pair.1, targets + [.item(index)], below: b)
        }
      case (let a?, let b?) where !a.isCollection && !b.isCollection && isAlike(a, b): return
      default:
        let path = ValuePath(targets)
        let pointed = b ?? parent
        found.append(
          DocumentDifference(
            kind: .value(Setting(path, b ?? Node.empty)), path: path,
            from: a.map { Override.words($0, rates) },
            to: b.map { Override.words($0, rates) }, place: pointed?.place))
      }
    }

    private func given(_ node: Node?) -> Node? { node.flatMap { $0.isNotGiven ? nil : $0 } }

    /// Whether two texts say the same: `$1.2M` and `1,200,000`, `25%` and `0.25`.
    private func isAlike(_ a: Node, _ b: Node) -> Bool {
      if a.text == b.text { return true }
      guard let x = WrittenQuantity(a.text, rates: rates), let y = WrittenQuantity(b.text, rates: rates)
      else {
        return false
      }
      switch (x.form, y.form) {
      case (.percent, .number): return x.amount * ExactDecimal.hundredth == y.amount
      case (.number, .percent): return x.amount == y.amount * ExactDecimal.hundredth
      case (.money(let currency), .number), (.number, .money(let currency)):
        return currency == rates.home && x.amount == y.amount
      default: return x == y
      }
    }
  }
}

extension Workspace {
  /// The digest of a table's file; nil for a table that was not read.
  fileprivate func digest(of table: String) -> String? {
    tables[table] == nil ? nil : inputs.first { $0.role == table }?.sha256
  }
}
