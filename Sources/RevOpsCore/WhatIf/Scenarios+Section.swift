/// The `scenarios` section: a list of scenarios, or a mapping that also says which figures are compared.
///
///     scenarios:
///       figures: [plan.arr.carried_arr, plan.capacity.gap]
///       cases:
///         - name: Hires come late
///           chance: 60%
///           overrides: {plan.capacity.time_to_fill: +2 months}
///           actions: [open the roles now]
struct ScenarioSection: Sendable {
  var figures: [ValuePath] = []
  var scenarios: [Scenarios.Scenario] = []

  /// Reads the section of a workspace; one without it gives no scenarios.
  static func decode(from workspace: Workspace) throws(InputErrors) -> ScenarioSection {
    guard let node = workspace.sections["scenarios"], !node.isNotGiven else { return ScenarioSection() }
    var section = ScenarioSection()
    let context = workspace.company.fieldContext
    guard node.kind == .sequence else {
      return try workspace.decode("scenarios", ScenarioSection.init)
    }
    var fields = Fields(nil, path: "scenarios", owner: node, context: context)
    section.read(node, &fields, "scenarios")
    try fields.finish()
    return section
  }

  /// A section that says nothing.
  init() {}

  /// Reads the section where it is a mapping.
  init(_ fields: inout Fields) {
    figures = fields.paths("figures")
    if let list = fields.node(Self.listKey, "list") { read(list, &fields, "scenarios.\(Self.listKey)") }
  }

  /// The key of the mapping under which the list stands that may also be the whole section.
  static let listKey = "cases"

  private mutating func read(_ list: Node, _ fields: inout Fields, _ path: String) {
    guard list.kind == .sequence else {
      fields.refuse(
        at: list, "decode.wrong-shape", "'\(path)' is \(list.inWords), but a list of scenarios is wanted")
      return
    }
    var places: [String: Place] = [:]
    for (index, item) in list.items.enumerated() where !item.isNotGiven {
      let scenario = fields.item(item, at: "\(path)[\(index)]", Scenarios.Scenario.init)
      scenarios.append(scenario)
      guard let first = places.updateValue(item.place, forKey: scenario.name) else { continue }
      fields.add(
        Diagnostic(
          "scenarios.duplicate", "there are two scenarios named '\(printable(scenario.name))'",
          at: item.place,
          notes: [Diagnostic.Note("the first one is here", at: first)]))
    }
  }
}

extension Scenarios.Scenario {
  /// Reads one scenario of the section.
  init(_ fields: inout Fields) {
    self.init(
      name: fields.text("name"), chance: fields.shareIfGiven("chance"),
      overrides: fields.overrides("overrides"), actions: fields.list("actions", of: .text))
  }
}

extension Fields {
  /// Overrides under a key, none where it is not given.
  mutating func overrides(_ key: String) -> [Override] {
    guard let value = node(key, "overrides") else { return [] }
    guard value.kind == .mapping else {
      refuse(
        at: value, "decode.wrong-shape",
        "'\(path(of: key))' is \(value.inWords), but paths with their changes are wanted",
        hint: "such as {plan.assumptions.new_win_rate: -5pts}")
      return []
    }
    do throws(InputErrors) {
      return try Override.all(in: value, rates: context.rates)
    } catch {
      take(error.diagnostics)
      return []
    }
  }

  /// Paths in a list or alone under a key, none where it is not given.
  mutating func paths(_ key: String) -> [ValuePath] {
    guard let value = node(key, "list") else { return [] }
    var paths: [ValuePath] = []
    for item in value.kind == .sequence ? value.items : [value] where !item.isNotGiven {
      do throws(InputErrors) { paths.append(try ValuePath(item)) } catch { take(error.diagnostics) }
    }
    return paths
  }
}

extension Scenarios {
  /// The changes of the three scenarios that every plan is to be looked at under.
  ///
  /// The engine gives the bear's and the bull's win rate, cycle and churn, and says of the bull that expansion is up;
  /// by a fifth is taken, as much as revenue is to be.
  ///
  /// Source: RevOps Engine, phase 11.
  private static let standard: [(name: String, chance: Double, changes: [String], actions: [String])] = [
    (
      "Bear", 0.7,
      [
        "plan.assumptions.new_win_rate=-5pts", "plan.assumptions.avg_sales_cycle_new=+15 days",
        "plan.assumptions.gross_churn_rate=+2pts",
      ],
      ["hire less", "put effort into expansion", "cut discretionary spending"]
    ),
    ("Base", 0.5, [], ["carry the plan out"]),
    (
      "Bull", 0.3,
      [
        "plan.assumptions.new_win_rate=+5pts", "plan.assumptions.avg_sales_cycle_new=-10 days",
        "plan.targets.expansion=+20%",
      ],
      ["hire sooner", "invest in new channels"]
    ),
  ]

  /// The scenarios asked for: those named or written in options, else those of the files, else the standard ones.
  static func chosen(
    _ texts: [String], _ section: ScenarioSection, _ whatIf: WhatIf, _ leftOut: inout [LeftOut]
  ) throws(InputErrors) -> [Scenario] {
    let known =
      section.scenarios.isEmpty ? try defaults(whatIf, &leftOut) : section.scenarios
    guard !texts.isEmpty else {
      guard !known.isEmpty else {
        throw InputErrors(
          Diagnostic(
            "scenarios.none", "there are no scenarios for these figures",
            hint: "write a 'scenarios' section, or --scenario 'NAME: PATH=CHANGE'"))
      }
      return known.contains { $0.overrides.isEmpty } ? known : [Scenario(name: "Base", overrides: [])] + known
    }
    var chosen = [Scenario(name: "Base", overrides: [])]
    var problems: [Diagnostic] = []
    for text in texts {
      do throws(InputErrors) {
        let scenario = try scenario(text, among: known, whatIf.workspace.company.rates)
        if scenario.overrides.isEmpty { chosen[0] = scenario } else { chosen.append(scenario) }
      } catch {
        problems += error.diagnostics
      }
    }
    if let errors = InputErrors(problems) { throw errors }
    return chosen
  }

  /// A scenario by its name, or one that is written out.
  private static func scenario(
    _ text: String, among known: [Scenario], _ rates: ExchangeRates
  ) throws(InputErrors) -> Scenario {
    if let named = known.first(where: { folded($0.name) == folded(text) }) { return named }
    let source = SourceText(name: "--scenario", text: text)
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      throw InputErrors(
        Diagnostic(
          "scenarios.unknown", "there is no scenario '\(printable(text))'",
          at: source.place(0..<text.utf8.count),
          hint: didYouMean(text, among: known.map(\.name)) ?? "write one as 'NAME: PATH=CHANGE, PATH=CHANGE'")
      )
    }
    let name = String(text[..<colon])
    var overrides: [Override] = []
    for part in text[text.index(after: colon)...].split(separator: ",") {
      let change = part.drop { $0 == " " }
      guard !change.isEmpty else { continue }
      overrides.append(try Override.parse(String(change), of: "--scenario", rates: rates))
    }
    return Scenario(name: name, overrides: overrides)
  }

  /// The standard scenarios without what the plan does not give.
  private static func defaults(_ whatIf: WhatIf, _ leftOut: inout [LeftOut]) throws(InputErrors) -> [Scenario]
  {
    guard whatIf.analyses.contains(where: { $0.sections.contains("plan") }) else { return [] }
    var scenarios: [Scenario] = []
    for (name, chance, changes, actions) in standard {
      var overrides: [Override] = []
      for text in changes {
        let override = try Override.parse(text, of: "scenario", rates: whatIf.workspace.company.rates)
        do throws(InputErrors) {
          let resolved = try whatIf.resolved([override])
          _ = try whatIf.figures(with: resolved.map(\.setting))
          overrides.append(override)
        } catch {
          let reason = error.diagnostics.first?.message ?? "the plan refuses it"
          leftOut.append(LeftOut(scenario: name, path: override.path.text, reason: reason))
        }
      }
      if overrides.isEmpty, !changes.isEmpty { continue }
      scenarios.append(Scenario(name: name, chance: chance, overrides: overrides, actions: actions))
    }
    return scenarios
  }
}
