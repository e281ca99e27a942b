/// One value of the files changed in a what-if: where it stands and what becomes of it.
struct Override: Sendable {
  let path: ValuePath
  /// What becomes of it.
  let change: Change
  /// The change as it is written, where messages point.
  let node: Node

  /// What it comes to in a workspace: the value before, the value after, and the setting.
  struct Resolved: Sendable {
    /// What stood there, as it is written; nil where nothing did.
    var from: String?
    /// What stands there instead.
    var to: String
    var setting: Setting
  }

  init(_ path: ValuePath, _ node: Node, rates: ExchangeRates) throws(InputErrors) {
    self.path = path
    self.node = node
    guard !node.isCollection else {
      change = .value(nil)
      return
    }
    do throws(QuantityError) {
      change = try Change.parse(node.text, rates: rates)
    } catch {
      throw Self.problem(error, path, node)
    }
  }

  /// A change that the program makes up, such as an end of a range.
  init(_ path: ValuePath, _ change: Change, at node: Node) {
    self.path = path
    self.change = change
    self.node = node
  }

  /// Reads `PATH=CHANGE` as an option takes it.
  static func parse(_ text: String, of option: String, rates: ExchangeRates) throws(InputErrors) -> Override {
    let setting = try Setting(text, of: option)
    return try Override(setting.path, setting.value, rates: rates)
  }

  /// Reads the overrides of a file: a mapping of paths, or keys inside one another as in the files themselves.
  static func all(in mapping: Node, rates: ExchangeRates) throws(InputErrors) -> [Override] {
    var found: [Override] = []
    var problems: [Diagnostic] = []
    func read(_ mapping: Node, below parent: ValuePath?) {
      for (key, value) in mapping.entries {
        do throws(InputErrors) {
          let own = try ValuePath(key)
          let path = parent?.appending(own) ?? own
          if value.kind == .mapping {
            read(value, below: path)
          } else {
            found.append(try Override(path, value, rates: rates))
          }
        } catch {
          problems += error.diagnostics
        }
      }
    }
    read(mapping, below: nil)
    if let errors = InputErrors(problems) { throw errors }
    return found
  }

  /// Turns the change into a value to set; what the files do not give starts from what stands in for it.
  func resolved(in whatIf: WhatIf) throws(InputErrors) -> Resolved {
    let workspace = whatIf.workspace
    let rates = workspace.company.rates
    let old = try workspace.value(at: path)
    let given = old.flatMap { $0.isNotGiven ? nil : $0 }
    switch change {
    case .value(let text):
      let value = text.map { $0 == node.text ? node : Node.scalar($0, standingFor: node) } ?? node
      return Resolved(
        from: given.map { Self.words($0, rates) }, to: Self.words(value, rates), setting: Setting(path, value)
      )
    default: break
    }
    let standIn = given == nil ? whatIf.standIn(for: path) : nil
    guard let given = given ?? standIn?.node else {
      if let computed = try whatIf.figureInPlace(of: path) { throw computed }
      throw InputErrors(
        Diagnostic(
          "what-if.nothing-there", "'\(path.text)' is not given, so there is nothing to change",
          at: path.place,
          hint: whatIf.field(at: path) == nil
            ? try suggestion(in: whatIf) ?? wayOut
            : "give it in the files, or write the value itself rather than a change"))
    }
    guard !given.isCollection, let quantity = WrittenQuantity(given.text, rates: rates) else {
      throw InputErrors(
        Diagnostic(
          "what-if.no-quantity", "'\(path.text)' is \(given.inWords), which cannot be changed by an amount",
          at: node.place, hint: "write the value itself rather than a change"))
    }
    do throws(QuantityError) {
      let changed = try change.applied(to: quantity, under: path.lastKey ?? "", rates: rates) ?? quantity
      let value = Node.scalar(changed.text, standingFor: node)
      return Resolved(
        from: standIn?.words ?? Self.words(given, rates), to: Self.words(value, rates),
        setting: Setting(path, value))
    } catch {
      throw Self.problem(QuantityError(given.text, error.wanted, hint: error.hint), path, node)
    }
  }

  /// A path of the files near one that leads nowhere.
  private func suggestion(in whatIf: WhatIf) throws(InputErrors) -> String? {
    let workspace = whatIf.workspace
    let (name, step) = try workspace.section(of: path)
    let section = workspace.sections[name] ?? Node.empty
    let parent = section.value(at: path.steps.dropFirst(step).dropLast())
    if let parent, case .key(let key) = path.steps[path.steps.count - 1].target,
      let near = nearest(to: key, among: parent.entries.map(\.key.text).filter { $0 != key })
    {
      return "did you mean '\(near)'?"
    }
    let prefix = step == 0 ? "" : name + "."
    let known =
      InputPath.quantities(of: section, rates: workspace.company.rates).map { prefix + $0.text }
      + whatIf.inputPaths
    return didYouMean(path.text, among: known)
      ?? known.first { $0.hasSuffix("." + (path.lastKey ?? "")) }.map { "did you mean '\($0)'?" }
  }

  /// Where the keys of the path's section are listed.
  private var wayOut: String {
    Workspace.sectionNames.contains(path.firstKey)
      ? "'revops schema \(path.firstKey)' lists the keys" : "write the value itself rather than a change"
  }

  static func words(_ node: Node, _ rates: ExchangeRates) -> String {
    switch node.kind {
    case .mapping: "a mapping"
    case .sequence: node.items.count == 1 ? "1 item" : "\(node.items.count) items"
    default: WrittenQuantity(node.text, rates: rates)?.shown(like: node.text) ?? node.text
    }
  }

  private static func problem(_ error: QuantityError, _ path: ValuePath, _ node: Node) -> InputErrors {
    InputErrors(
      Diagnostic("what-if.change", error.message(for: path.text), at: node.place, hint: error.hint))
  }
}

extension WrittenQuantity {
  /// The text that a person wrote, or money that the program wrote as a person would.
  fileprivate func shown(like text: String) -> String {
    if case .money(let currency) = form, text == "\(amount) \(currency)" { return words }
    if form == .number, text == "\(amount)" { return words }
    return text
  }
}

/// The inputs of a section: every value in it that is a quantity.
enum InputPath {
  /// Keys whose numbers name a time or a stream of random numbers rather than measure anything.
  private static let names: Set = ["fiscal_year", "year", "period", "seed", "trials", "as_of"]

  /// The paths of all quantities below a value, in the order of the file; names are none, and days only where asked for.
  static func quantities(of node: Node, rates: ExchangeRates, withDays: Bool = false) -> [ValuePath] {
    var found: [ValuePath] = []
    func walk(_ node: Node, _ targets: [ValuePath.Step.Target]) {
      for (key, value) in node.entries where !names.contains(key.text) && !key.text.hasPrefix("x-") {
        walk(value, targets + [.key(key.text)])
      }
      for (index, item) in node.items.enumerated() {
        walk(item, targets + [target(of: item, index, in: node)])
      }
      guard !node.isCollection, !node.isNotGiven, node.kind != .bool, !targets.isEmpty,
        let quantity = WrittenQuantity(node.text, rates: rates), withDays || quantity.form != .date
      else { return }
      found.append(ValuePath(targets))
    }
    walk(node, [])
    return found
  }

  /// An item by its name where the list's items have names of their own, else by its place.
  private static func target(of item: Node, _ index: Int, in list: Node) -> ValuePath.Step.Target {
    guard let name = item["name"], !name.isCollection, !name.isNotGiven else { return .item(index) }
    let text = name.text
    let alike = list.items.filter { $0["name"]?.hasText(text) == true }
    let isPlain = !text.utf8.contains { "[]=".utf8.contains($0) }
    return alike.count == 1 && isPlain ? .match(key: "name", value: text) : .item(index)
  }
}
