import Testing

@testable import RevOpsCore

/// What-ifs over the figures of every analysis of the example, not the plan's alone.
@Suite("What-ifs of any figure")
struct EveryFigureTests {
  /// Every analysis that the example feeds, asked for by its first figure.
  private static func whatIf(_ settings: [String] = []) throws -> WhatIf {
    let workspace = try Northwind.workspace(set: settings)
    let keys = workspace.registry.fed(by: workspace).map(\.key)
    return try WhatIf(workspace, figures: keys.map { $0.split(separator: ".").map(String.init) })
  }

  /// The same over the files as they stand, computed once.
  private static let asItStands = Result { try whatIf() }

  @Test("every figure that an analysis reports is named by its path, and found")
  func paths() throws {
    let whatIf = try Self.asItStands.get()
    let leaves = whatIf.base.leaves
    #expect(leaves.count > 3000)
    for leaf in leaves {
      let figure = try whatIf.figure(ValuePath(leaf, of: "--figure"))
      #expect(figure.path == leaf)
      #expect(!figure.value(in: whatIf.base).figure.isGroup, "\(leaf)")
    }
  }

  /// Each value is put in place of the file's over tables that are read and decoded once, and set in a run of its own.
  @Test(
    "a what-if is what a fresh run with the same values gives, in every figure",
    arguments: [
      ["plan.assumptions.new_win_rate=18%"], ["capacity.attrition=30%", "plan.targets.new_business=4M"],
      ["capacity.ramp_least_sellers=2"], ["capacity.roles=[Manager]"], ["quota.over_assignment=5%"],
      ["pipeline.win_rate=25%"], ["pipeline.stages.Discovery.probability=90%"],
      ["pipeline.stages.Proposal.outcome=lost"], ["forecast.slip=30%"], ["demand.types=[expansion]"],
      ["plan.recovery.miss=1M", "plan.recovery.types=[]"], ["company.fiscal_year_start=January"],
      ["company.as_of=2026-09-30"],
      ["deals.winloss.reviewed=[]"],
    ])
  func isAFreshRun(settings: [String]) throws {
    let whatIf = try Self.asItStands.get()
    let changed = try whatIf.figures(with: settings.map { text throws(InputErrors) in try Setting(text) })
    let fresh = try Self.whatIf(settings).base
    // As truths: a failure would print all figures there are.
    let (areNamedAlike, areEqual) = (changed.leaves == fresh.leaves, changed.root == fresh.root)
    let (haveReasons, isChanged) = (changed.reasons == fresh.reasons, fresh.root != whatIf.base.root)
    #expect(areNamedAlike && areEqual && haveReasons, "\(settings)")
    #expect(isChanged, "\(settings) changes nothing")
  }

  /// Scenarios, a tornado and a goal over figures of other analyses: each value is that of a run with the same values set.
  @Test(
    "scenarios, sensitivity, goal seek and tests work on the figures of any analysis",
    arguments: [
      ("audit.rubric.score", "pipeline.hygiene.stale_days=400", "audit.rubric.score >= 0"),
      ("pipeline.health.mqls_waiting", "company.as_of=2026-09-30", "pipeline.health.mqls_waiting > 0"),
      ("forecast.rollup.weighted", "pipeline.stages.Proposal.outcome=lost", "forecast.rollup.weighted > 0"),
      ("forecast.simulate.p50", "forecast.slip=30%", "forecast.simulate.p50 > 0"),
      ("forecast.accuracy.mape", "company.as_of=2026-03-31", "forecast.accuracy.mape > 0"),
      ("quota.levels[1].quotas", "quota.target=6M", "quota.levels[level=managers].quotas >= 4.96M"),
      ("demand.quarters[0].segments[0].gap", "demand.win_rate=30%", "demand.quarters[0].gap > 0"),
      ("plan.recover.recovery_shortfall", "plan.recovery.last_target=900K", "plan.recover.recovery_gap > 0"),
      ("pipeline.coverage.coverage_total", "pipeline.quota=1M", "pipeline.coverage.coverage_total > 0"),
      ("deals.winloss.won", "company.as_of=2026-03-31", "deals.winloss.won > 0"),
    ])
  func worksOnAny(figure: String, setting: String, goal: String) throws {
    let fresh = try Self.whatIf([setting])
    let expected = try fresh.figure(ValuePath(figure, of: "--figure")).value(in: fresh.base)
    let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
    let workspace = try Northwind.workspace()
    let scenarios = try Scenarios.run(
      workspace, Scenarios.Options(figures: [figure], scenarios: ["other: \(parts[0])=\(parts[1])"]))
    let state = DemandTests.rows(scenarios.result["scenarios"]).first { $0["name"] == "other" }
    let shown = DemandTests.rows(state?["figures"]).first?["value"]
    #expect(ForecastAccuracyTests.number(shown) == expected.figure.value, "\(figure)")
    let solved = try GoalSeek.run(
      workspace, GoalSeek.Options(inputs: ["company.fx.EUR=1..2"], goal: goal))
    #expect(solved.result["verdict"] == "holds_already", "\(goal)")
    let value = expected.figure.value ?? .nan
    let given = "{\"\(parts[0])\": \"\(parts[1])\"}"
    let pinned = try Northwind.workspace(
      set: ["tests=[{name: t, given: \(given), expect: {\"\(figure)\": \(value)}}]"])
    let run = try CheckRun.evaluate(pinned)
    #expect(run.outcomes.filter { $0.id == "tests.t" }.map(\.status) == [.passed], "\(figure)")
  }

  @Test("a figure that there is not says so, with the nearest that there are")
  func unknown() throws {
    let whatIf = try Self.asItStands.get()
    func text(_ path: String) -> [String] {
      problems { () throws(InputErrors) in try whatIf.figure(ValuePath(path, of: "--figure")) }
    }
    #expect(text("pipeline.health.coverge")[0].contains("did you mean 'pipeline.health.coverage"))
    #expect(text("forecast.simulate.p51")[0].contains("did you mean 'forecast.simulate.p"))
    #expect(text("quota.levels[9].quotas")[0].contains("there is no figure 'quota.levels[9].quotas'"))
    #expect(text("demand.quarters")[0].contains("is a group of figures, but one is wanted"))
  }
}

extension Figure {
  /// Whether it stands for a list or a group rather than for one figure.
  fileprivate var isGroup: Bool { reason == "is a list or a group of figures" }
}
