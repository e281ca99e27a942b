/// What one `revops check` found, as the formats that build servers read need it.
public struct CheckReport: Hashable, Sendable {
  /// What became of each check, in the order of the files.
  public var outcomes: [CheckOutcome]
  /// The file that was checked; stands in where an outcome has no place.
  public var file: String
  /// The day it was evaluated for, as YYYY-MM-DD.
  public var asOf: String
  /// The version of the program.
  public var version: String
  /// Whether a warning counts as a failure, as `--fail-on warning` asks.
  public var failsOnWarnings: Bool
  /// What the run rests on beside the outcomes.
  var context = CheckRun.Context()
  /// Whether nothing was checked, and the outcomes are what is wrong with the files.
  var isRefusal = false

  /// Makes a run.
  public init(
    _ outcomes: [CheckOutcome], file: String, asOf: String, version: String, failsOnWarnings: Bool = false,
    context: CheckRun.Context = CheckRun.Context()
  ) {
    self.context = context
    self.outcomes = outcomes
    self.file = file
    self.asOf = asOf
    self.version = version
    self.failsOnWarnings = failsOnWarnings
  }

  /// A run that did not come about, so that a build server shows what is wrong with the files where it stands.
  public init(refusing errors: InputErrors, file: String, version: String) {
    let outcomes = errors.diagnostics.inFileOrder.map { problem in
      CheckOutcome(
        problem.id, name: "the files can be read", .errored, problem.message, place: problem.place,
        help: problem.hint ?? "see 'revops explain \(problem.id)'")
    }
    self.init(outcomes, file: file, asOf: "", version: version)
    isRefusal = true
  }

  /// The same with every file named from the root of the repository, as build servers show them.
  ///
  /// A file outside of the repository keeps its full path, so that no path climbs out with `../`.
  ///
  /// - Parameters:
  ///   - root: The folder of the repository, as a full path; nil where there is none, so that all paths stay.
  ///   - folder: The folder that paths are relative to so far, as a full path.
  /// - Returns: The run with other paths.
  public func named(from root: String?, in folder: String) -> CheckReport {
    let root = root.map(normalised) ?? ""
    func renamed(_ path: String) -> String {
      guard !path.isEmpty, path != "-" else { return path }
      guard !root.isEmpty else { return normalised(path) }
      let whole = normalised(joined(folder + "/", path))
      let start = root == "/" ? root : root + "/"
      return whole.hasPrefix(start) ? String(whole.dropFirst(start.count)) : whole
    }
    var report = self
    report.file = renamed(file)
    for index in report.outcomes.indices {
      guard let file = outcomes[index].place?.file else { continue }
      report.outcomes[index].place?.file = renamed(file)
    }
    return report
  }

  /// How the formats count an outcome.
  enum Verdict: Hashable {
    case pass, failure, error, skip
  }

  /// Whether an outcome stops a build, as far as its status and severity say.
  func verdict(on outcome: CheckOutcome) -> Verdict {
    switch outcome.status {
    case .passed, .waived: .pass
    case .skipped: .skip
    case .errored: .error
    case .failed:
      outcome.severity == .error || (outcome.severity == .warning && failsOnWarnings) ? .failure : .pass
    }
  }

  /// The outcomes that tell somebody to act: failures of any severity, and checks that broke.
  var problems: [CheckOutcome] {
    outcomes.filter { $0.status == .failed || $0.status == .errored }
  }

  /// The file an outcome belongs to, never empty.
  func path(of outcome: CheckOutcome) -> String {
    let path = outcome.path.isEmpty ? CheckOutcome.plainPath(file) : outcome.path
    return path.isEmpty ? "revops.yaml" : path
  }

  /// `12 checks: 9 passed, 1 failed, 1 warned, 1 skipped`; what did not happen is left out.
  var totals: String {
    guard !isRefusal else { return "nothing was checked, since the files cannot be read" }
    func count(_ holds: (CheckOutcome) -> Bool) -> Int { outcomes.filter(holds).count }
    let counts = [
      (count { $0.status == .passed }, "passed"),
      (count { $0.status == .failed && $0.severity == .error }, "failed"),
      (count { $0.status == .failed && $0.severity == .warning }, "warned"),
      (count { $0.status == .failed && $0.severity == .info }, "noted"),
      (count { if case .waived = $0.status { true } else { false } }, "waived"),
      (count { verdict(on: $0) == .skip }, "skipped"),
      (count { $0.status == .errored }, "broken"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let all = "\(outcomes.count) \(outcomes.count == 1 ? "check" : "checks")"
    return parts.isEmpty ? all : all + ": " + parts.joined(separator: ", ")
  }
}

extension CheckOutcome {
  /// The id and the name as one line; the id alone where it ends in the name.
  var title: String { name.isEmpty || id.hasSuffix(".\(name)") ? id : "\(id) \(name)" }

  /// The id as one line without control characters, for what shows it as a name: a check is called as its user likes.
  var ruleID: String { SafeText.escaped(id) }

  /// The area its id begins with.
  var area: String { String(id.prefix { $0 != "." }) }

  /// The message, or the name where it has none: several formats refuse an empty one.
  var statement: String { message.isEmpty ? title : message }

  /// A path without a leading `./`.
  static func plainPath(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(path)
  }
}
