/// A workspace that can be asked what its figures would be if some of its values were others.
///
/// The document is overridden and the analyses run again: nothing is scaled or approximated. Files and tables are
/// read once, and only the analyses run whose figures were asked for.
struct WhatIf: Sendable {
  /// The workspace with the tables of its analyses read.
  let workspace: Workspace
  /// The analyses whose figures are asked for.
  let analyses: [AnyAnalysis]
  /// What they say of the files as they stand.
  let outcomes: [Outcome]
  /// The figures of the files as they stand.
  let base: FigureTree
  /// The analysis that paths mean which name none.
  let home: String
  /// The inputs of the files as they stand, of analyses whose inputs can be compared.
  private let inputs: [KnownInput?]

  /// Runs the analyses that some figures belong to.
  ///
  /// - Parameters:
  ///   - workspace: The files.
  ///   - home: The analysis that paths mean which name none.
  ///   - figures: The keys of each figure that will be asked for; without any they are those of `home`.
  /// - Throws: What is wrong with the files, or that they do not feed an analysis.
  init(_ workspace: Workspace, home: String = RevenuePlan.key, figures: [[String]]) throws(InputErrors) {
    let (keys, lacks) = Self.fed(figures.isEmpty ? [[home]] : figures, by: workspace, home: home)
    if !lacks.isEmpty, let errors = InputErrors(workspace.problems) ?? InputErrors(lacks) { throw errors }
    let analyses = workspace.registry.analyses.filter { keys.contains($0.key) }
    var ready = workspace
    let read = ready.registry.withMeasuring(analyses, in: ready)
    ready.readTables(read.tables(for: ready), keeping: read.columns(in: ready))
    var outcomes: [Outcome] = []
    var problems = ready.problems
    for analysis in analyses {
      do throws(InputErrors) { outcomes.append(try analysis.run(ready)) } catch {
        problems += error.diagnostics
      }
    }
    if let errors = InputErrors(problems.uniqued()) { throw errors }
    for analysis in read.analyses { analysis.keep(in: &ready) }
    self.workspace = ready
    inputs = analyses.map { $0.knownInput(from: ready) }
    self.analyses = analyses
    self.outcomes = outcomes
    self.home = home
    base = FigureTree(outcomes)
  }

  /// The analyses that some figures belong to, and what the files lack for those that they do not feed.
  static func fed(
    _ figures: [[String]], by workspace: Workspace, home: String = RevenuePlan.key
  ) -> (keys: Set<String>, lacks: [Diagnostic]) {
    var keys: Set<String> = []
    var lacks: [Diagnostic] = []
    for names in figures {
      let named = workspace.registry.analysis(of: names)
      let analysis = named?.isFed(by: workspace) == true ? named : workspace.registry[home] ?? named
      guard let analysis else { continue }
      if analysis.isFed(by: workspace) {
        keys.insert(analysis.key)
      } else {
        let lack = (named ?? analysis).lack(in: workspace)
        let message =
          "'\((named ?? analysis).key)' needs \(lack), and '\(printable(workspace.path))' has none"
        lacks.append(Diagnostic("what-if.not-fed", message))
      }
    }
    return (keys, lacks.uniqued())
  }

  /// Takes analyses that have run over a workspace whose tables are read, those of them that some figures belong to.
  init(
    _ workspace: Workspace, ran outcomes: [Outcome], home: String = RevenuePlan.key, figures: [[String]]
  ) {
    let keys = Set(figures.map { workspace.registry.analysis(of: $0)?.key ?? home })
    self.outcomes = outcomes.filter { keys.contains($0.key) || $0.key == home }
    analyses = self.outcomes.compactMap { workspace.registry[$0.key] }
    var ready = workspace
    for analysis in analyses { analysis.keep(in: &ready) }
    self.workspace = ready
    inputs = analyses.map { $0.knownInput(from: ready) }
    self.home = home
    base = FigureTree(self.outcomes)
  }

  /// Reads the tables of another workspace, and keeps in it what the analyses make of them.
  func prepare(_ other: inout Workspace) {
    let read = other.registry.withMeasuring(analyses, in: other)
    other.readTables(read.tables(for: other), keeping: read.columns(in: other))
    for analysis in read.analyses { analysis.keep(in: &other) }
  }

  /// The figures with some values in place of those of the files.
  ///
  /// An analysis that reads none of the sections changed, or whose input stays what it was, is not run again.
  func figures(with settings: [Setting]) throws(InputErrors) -> FigureTree {
    guard !settings.isEmpty else { return base }
    return try figures(of: try workspace.with(settings), changed: try sections(of: settings))
  }

  /// The figures of another workspace; nil for `changed` runs every analysis.
  func figures(of changed: Workspace, changed names: Set<String>?) throws(InputErrors) -> FigureTree {
    var parts: [FigureTree.Part] = []
    for (index, (analysis, outcome)) in zip(analyses, outcomes).enumerated() {
      let isUntouched =
        names.map { names in
          analysis.weighs.isEmpty && !names.contains("company") && !names.contains("data")
            && names.isDisjoint(with: analysis.sections)
        } ?? false
      guard !isUntouched, let figures = try analysis.figures(changed, unlike: inputs[index]) else {
        parts.append(FigureTree.Part(key: outcome.key, value: outcome.result, absent: outcome.absent))
        continue
      }
      parts.append(FigureTree.Part(key: analysis.key, value: figures.value, absent: figures.absent))
    }
    return FigureTree(parts)
  }

  /// The sections that the figures can depend on.
  var sections: Set<String> {
    let read = workspace.registry.withMeasuring(analyses, in: workspace).analyses
    return Set(read.flatMap(\.sections)).union(["company", "data"])
  }

  private func sections(of settings: [Setting]) throws(InputErrors) -> Set<String> {
    var names: Set<String> = []
    for setting in settings { names.insert(try workspace.section(of: setting.path).name) }
    return names
  }

  /// The values that overrides come to; refused is a path that no analysis asked for reads, and one of a figure that
  /// is computed.
  func resolved(_ overrides: [Override]) throws(InputErrors) -> [Override.Resolved] {
    let (resolved, problems) = readable(overrides)
    if let errors = InputErrors(problems) { throw errors }
    return resolved
  }

  /// What overrides come to and the figures under them, with all that is wrong with either.
  ///
  /// - Parameter overrides: The changes of a scenario or a test.
  /// - Returns: The values of those that can be read, the figures under them, those of the files as they stand where
  ///   these are refused, and the problems.
  func tried(
    _ overrides: [Override]
  ) -> (resolved: [Override.Resolved], figures: FigureTree, problems: [Diagnostic]) {
    var (resolved, problems) = readable(overrides)
    do throws(InputErrors) {
      return (resolved, try figures(with: resolved.map(\.setting)), problems)
    } catch {
      problems += error.diagnostics
      return (resolved, base, problems.uniqued())
    }
  }

  private func readable(_ overrides: [Override]) -> (resolved: [Override.Resolved], problems: [Diagnostic]) {
    var resolved: [Override.Resolved] = []
    var problems: [Diagnostic] = []
    for override in overrides {
      do throws(InputErrors) {
        let name = try workspace.section(of: override.path).name
        guard self.sections.contains(name) else { throw unread(name, override.path) }
        let value = try override.resolved(in: self)
        if let computed = try computed(value, override) { throw computed }
        resolved.append(value)
      } catch {
        problems += error.diagnostics
      }
    }
    return (resolved, problems.uniqued())
  }

  /// That a changed value is a figure which an analysis computes, so that no figure heeds it; nil for an input.
  private func computed(_ value: Override.Resolved, _ override: Override) throws(InputErrors) -> InputErrors?
  {
    let path = override.path
    let (section, step) = try workspace.section(of: path)
    let steps = ValuePath([.key(section)] + path.steps.dropFirst(step).map(\.target)).steps
    guard value.from != value.to, let (found, _) = base.find(steps), let figure = found.plainNumber,
      let quantity = WrittenQuantity(value.setting.value.text, rates: workspace.company.rates),
      (quantity.form == .percent ? quantity.value / 100 : quantity.value) != figure,
      let tree = try? figures(with: [value.setting]), tree.root == base.root
    else { return nil }
    return Self.computed(path)
  }

  /// That a path leads to a figure rather than to an input.
  private static func computed(_ path: ValuePath) -> InputErrors {
    InputErrors(
      Diagnostic(
        "what-if.computed", "'\(path.text)' is computed, so that a value put there changes no figure",
        at: path.place, hint: "change an input that it is computed from"))
  }

  /// That an input which nobody gives and nothing stands in for is a figure of this name; nil for another.
  func figureInPlace(of path: ValuePath) throws(InputErrors) -> InputErrors? {
    let (section, step) = try workspace.section(of: path)
    let steps = ValuePath([.key(section)] + path.steps.dropFirst(step).map(\.target)).steps
    return base.find(steps)?.value.plainNumber == nil ? nil : Self.computed(path)
  }

  private func unread(_ section: String, _ path: ValuePath) -> InputErrors {
    let names = analyses.map { "'\($0.key)'" }.joined(separator: " and ")
    return InputErrors(
      Diagnostic(
        "what-if.not-read", "the figures asked for are those of \(names), which does not read '\(section)'",
        at: path.place, hint: "ask for a figure that depends on it"))
  }

  /// The sections whose quantities are the inputs of the figures: those that the analyses asked for read.
  var inputSections: [(name: String, node: Node)] {
    analyses.flatMap(\.sections).uniqued().compactMap { name in
      workspace.sections[name].flatMap { $0.isNotGiven ? nil : (name, $0) }
    }
  }

  /// The text of a path into the section, as overrides name it: without the section in a document given alone.
  func path(into section: String, _ path: ValuePath) -> ValuePath {
    ValuePath([.key(section)] + path.steps.map(\.target))
  }
}

extension AnalysisRegistry {
  /// The analysis whose key a dotted name begins with: of `pipeline` and `pipeline.coverage` the longer.
  func analysis(of names: [String]) -> AnyAnalysis? {
    analyses.filter { names.starts(with: $0.key.split(separator: ".").map(String.init)) }
      .max { $0.key.utf8.count < $1.key.utf8.count }
  }
}
