@testable import RevOpsCore

/// The ratio of two stated numbers: the least that an analysis can be.
enum FakeCoverage: Analysis {
  static let key = "pipeline.coverage"
  static let title = "Coverage"
  static let sections = ["pipeline"]
  static let metrics = ["coverage"]

  struct Input {
    var open: Money
    var quota: Money
    var note: String?
  }

  struct Result: Encodable {
    var coverage: Figure
    var quota: Double
    var note: String?
  }

  static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    try workspace.decode("pipeline") { fields in
      Input(open: fields.money("open"), quota: fields.money("quota"), note: fields.textIfGiven("note"))
    }
  }

  static func compute(_ input: Input) -> Result {
    let coverage: Figure =
      input.quota.units > 0
      ? .value(input.open.units / input.quota.units) : .absent(because: "needs a quota above 0")
    return Result(coverage: coverage, quota: input.quota.units, note: input.note)
  }

  static func findings(of result: Result, for input: Input) -> [Finding] {
    guard let coverage = result.coverage.value, coverage < 3 else { return [] }
    return [
      Finding(
        "pipeline.thin-coverage", .error, subject: "total", "coverage is below 3x", advice: "open more deals")
    ]
  }

  static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    Report(title: title, sections: [])
  }

  static func measurements(of result: Result, for input: Input) -> [Measurement] {
    [Measurement("coverage", result.coverage, source: "pipeline.coverage.coverage")]
  }
}

/// An analysis that weighs what the others measure.
enum FakeAudit: Analysis {
  static let key = "audit"
  static let title = "Audit"
  static let sections = ["audit"]
  static let weighs = ["coverage"]
  static let metrics = ["coverage"]

  struct Input {
    var stated: Double
    var measured: [String: Measurement]
  }

  struct Result: Encodable {
    var stated: Double
    var measured: Figure
  }

  static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    var problems: [Diagnostic] = []
    var input = Input(stated: 0, measured: [:])
    do throws(InputErrors) {
      input.stated = try workspace.decode("audit") { $0.number("coverage") }
    } catch { problems += error.diagnostics }
    do throws(InputErrors) {
      input.measured = try workspace.measurements(of: weighs, besides: key)
    } catch { problems += error.diagnostics }
    if let errors = InputErrors(problems) { throw errors }
    return input
  }

  static func compute(_ input: Input) -> Result {
    Result(
      stated: input.stated,
      measured: input.measured["coverage"]?.figure ?? .absent(because: "nothing measures the coverage"))
  }

  static func findings(of result: Result, for input: Input) -> [Finding] { [] }

  static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    Report(title: title, subtitle: "all of it", sections: [])
  }

  static func measurements(of result: Result, for input: Input) -> [Measurement] {
    [Measurement("coverage", result.measured, source: "audit.measured")]
  }
}

/// An analysis of a table.
enum FakeHygiene: Analysis {
  static let key = "pipeline.hygiene"
  static let title = "Hygiene"
  static let sections = ["pipeline"]
  static let tables = ["opportunities"]

  struct Input {
    var rows: Int
  }

  struct Result: Encodable {
    var rows: Int
  }

  static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    Input(rows: workspace.table("opportunities")?.rowCount ?? 0)
  }
  static func compute(_ input: Input) -> Result { Result(rows: input.rows) }
  static func findings(of result: Result, for input: Input) -> [Finding] { [] }
  static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    Report(title: title, sections: [])
  }
}
