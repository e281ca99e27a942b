/// What differs between two versions of the files, and how much of each figure's change each difference explains.
public enum PlanDiff {
  struct Result: Encodable, Sendable {
    /// How changes are divided.
    var attribution: Attribution.Method
    var inputs: [Changed]
    var figures: [Entry]
  }

  /// An input that differs.
  struct Changed: Encodable, Sendable {
    var path: String
    var from: String?
    var to: String?
    /// Where the later version gives it.
    var file: String?
    var line: Int?
    /// What differs in a data table; null for a value of a section and for the day.
    var table: TableDifference?
  }

  /// A figure before and after.
  struct Entry: Encodable, Sendable {
    var figure: String
    var before: WantedFigure.Value
    var after: WantedFigure.Value
    var change: Figure
    var drivers: [Driver]
  }

  /// What one input adds to a change; the shares of a figure sum to its change.
  struct Driver: Encodable, Sendable {
    var path: String
    var share: Figure
  }

  /// Compares two workspaces.
  ///
  /// - Parameters:
  ///   - old: The earlier version.
  ///   - new: The later one.
  ///   - texts: The paths of the figures; all key figures of the plan where none is given.
  /// - Returns: The inputs that differ, and each figure's change divided among them.
  /// - Throws: What is wrong with either, or a figure that neither has.
  public static func run(
    _ old: Workspace, _ new: Workspace, figures texts: [String]
  ) throws(InputErrors) -> Outcome {
    let paths = try figurePaths(texts, of: "--figure", else: [])
    let names = paths.map(\.leadingKeys)
    let (before, after) = try both(old, new, names)
    var wanted: [WantedFigure] = []
    for path in paths { wanted.append(try before.figure(path)) }
    if wanted.isEmpty { wanted = before.keyFigures(of: before.home) }
    let differences = DocumentDifference.all(from: before, to: after)
    var mixture = Mixture(of: before, and: after, differences)
    let attribution = Attribution(count: differences.count) { made in
      if made.isEmpty { return wanted.map { $0.value(in: before.base).figure } }
      if made.count == differences.count { return wanted.map { $0.value(in: after.base).figure } }
      return mixture.values(of: wanted, with: made)
    }
    let entries = wanted.enumerated().map { index, figure in
      entry(figure, index, attribution, differences, before, after)
    }
    let inputs = differences.map { one in
      Changed(
        path: one.path.text, from: one.from, to: one.to, file: one.place?.file, line: one.place?.line,
        table: one.table)
    }
    let result = Result(attribution: attribution.method, inputs: inputs, figures: entries)
    var outcome = after.outcome("plan.diff", result, report: report(result, wanted, old, new, after))
    outcome.inputs = before.workspace.inputs + after.workspace.inputs
    return outcome
  }

  /// Both versions ready to be computed, or what is wrong with either.
  private static func both(
    _ old: Workspace, _ new: Workspace, _ names: [[String]]
  ) throws(InputErrors) -> (WhatIf, WhatIf) {
    var problems: [Diagnostic] = []
    var ready: [WhatIf] = []
    for var workspace in [old, new] {
      // Whether two tables differ is told by their digests.
      workspace.options.wantsDigests = true
      do throws(InputErrors) { ready.append(try WhatIf(workspace, figures: names)) } catch {
        problems += error.diagnostics
      }
    }
    if let errors = InputErrors(problems.uniqued()) { throw errors }
    return (ready[0], ready[1])
  }

  private static func entry(
    _ figure: WantedFigure, _ index: Int, _ attribution: Attribution, _ differences: [DocumentDifference],
    _ before: WhatIf, _ after: WhatIf
  ) -> Entry {
    var entry = Entry(
      figure: figure.path, before: figure.value(in: before.base), after: figure.value(in: after.base),
      change: .absent(because: "is no number"), drivers: [])
    switch attribution.shares(of: index, inCents: figure.isMoney) {
    case .success(let shares):
      entry.change = .value(shares.change)
      entry.drivers = zip(differences, shares.parts).map { Driver(path: $0.path.text, share: .value($1)) }
    case .failure(let unknown):
      let numbers = (entry.before.figure.value, entry.after.figure.value)
      if let a = numbers.0, let b = numbers.1 {
        entry.change = .value(b - a)
      } else {
        entry.change = .absent(because: unknown.reason)
      }
      entry.drivers = differences.map {
        Driver(path: $0.path.text, share: .absent(because: unknown.reason))
      }
    }
    return entry
  }
}
