import Testing

@testable import RevOpsCore

/// `plan diff` over the figures of every analysis, with data files that differ.
@Suite("What changed, for the figures of any analysis")
struct DiffOfFiguresTests {
  /// The example a month later: deals re-priced, lost and added, a seller who leaves and one who comes, other settings.
  private static func later() throws -> Workspace {
    try Northwind.workspace(editing: [
      "data/opportunities.csv": { text in
        var lines = text.split(separator: "\n").map(String.init)
        let open = lines.indices.filter { lines[$0].contains(",Proposal,") }
        for index in open.prefix(3) {
          lines[index] = lines[index].replacingOccurrence(of: ",Proposal,", by: ",Discovery,")
        }
        lines.remove(at: open[4])
        return lines.joined(separator: "\n") + "\n"
      },
      "data/reps.csv": {
        $0.replacingOccurrence(
          of: "R01,Alma Reyes,AE,Enterprise,Americas,M01,2022-03-01,,900000",
          by: "R01,Alma Reyes,AE,Enterprise,Americas,M01,2022-03-01,2027-09-30,800000")
      },
      "forecast.yaml": { $0.replacingOccurrence(of: "slip: 10%", by: "slip: 20%") },
      "pipeline.yaml": { $0.replacingOccurrence(of: "$1.6M", by: "$1.7M") },
      "quota.yaml": { $0.replacingOccurrence(of: "$4.96M", by: "$5.2M") },
    ])
  }

  private static let figures = [
    "pipeline.coverage.total", "pipeline.coverage.gap", "pipeline.coverage.coverage_total",
    "pipeline.health.coverage.open_pipeline", "pipeline.velocity.velocity", "forecast.simulate.p50",
    "forecast.simulate.mean",
    "forecast.rollup.weighted", "capacity.gap", "capacity.productive_capacity",
    "quota.quota_sum", "quota.levels[level=managers].quotas", "demand.quarters[0].gap", "demand.created",
    "plan.recover.recovery_shortfall", "plan.arr.carried_arr", "plan.capacity.gap",
  ]

  private static func number(_ value: JSONValue?) -> Double? { ForecastAccuracyTests.number(value) }

  @Test("every figure's shares sum to its change, before and after are those of fresh runs")
  func sums() throws {
    let (old, new) = (try Northwind.workspace(), try Self.later())
    let known = try WhatIf(
      new, figures: [["plan"]] + Self.figures.map { $0.split(separator: ".").map(String.init) })
    let figures = Self.figures.filter { path in
      guard let path = try? ValuePath(path, of: "test") else { return false }
      return known.base.find(path.steps) != nil
    }
    #expect(figures == Self.figures)
    let outcome = try PlanDiff.run(old, new, figures: figures)
    let inputs = DemandTests.rows(outcome.result["inputs"]).map { $0["path"] }
    #expect(
      inputs == ["pipeline.quota", "forecast.slip", "quota.target", "data.opportunities", "data.reps"])
    var moved = 0
    for entry in DemandTests.rows(outcome.result["figures"]) {
      guard case .string(let path)? = entry["figure"] else { continue }
      let after = try known.figure(ValuePath(path, of: "test")).value(in: known.base).figure.value
      #expect(Self.number(entry["after"]) == after, "\(path)")
      guard let change = Self.number(entry["change"]) else { continue }
      let shares = DemandTests.rows(entry["drivers"]).compactMap { Self.number($0["share"]) }
      #expect(shares.count == inputs.count, "\(path)")
      let cents = shares.map { ($0 * 100).rounded() }
      let isMoney = zip(shares, cents).allSatisfy { $0 == $1 / 100 }
      #expect(
        isMoney ? cents.reduce(0, +) == (change * 100).rounded() : shares.reduce(0, +) == change, "\(path)")
      if change != 0 { moved += 1 }
    }
    #expect(moved >= 14)
  }

  @Test("with all differences made the earlier version is the later one, in every figure")
  func mixture() throws {
    var (old, new) = (try Northwind.workspace(), try Self.later())
    (old.options.wantsDigests, new.options.wantsDigests) = (true, true)
    let keys = old.registry.fed(by: old).map { $0.key.split(separator: ".").map(String.init) }
    let (before, after) = (try WhatIf(old, figures: keys), try WhatIf(new, figures: keys))
    let differences = DocumentDifference.all(from: before, to: after)
    #expect(differences.count == 5)
    var mixture = Mixture(of: before, and: after, differences)
    let all = try mixture.figures(with: Array(differences.indices))
    let none = try mixture.figures(with: [])
    for key in keys {
      // As truths: a failure would print all figures there are.
      let (isAfter, isBefore) = (all[key] == after.base[key], none[key] == before.base[key])
      #expect(isAfter && isBefore, "\(key)")
    }
    let isChanged = before.base.root != after.base.root
    #expect(isChanged)
  }

  /// Two sellers of $600K at 50% carry $600K a year.
  ///
  /// A third brings $300K, ten points more of attainment $120K, and both together $480K: so attainment has
  /// (120 + 180) / 2 of it and the table (300 + 360) / 2.
  @Test("a table and a value share what they do together, worked by hand")
  func byHand() throws {
    func files(_ attainment: Int, _ more: String = "") throws(InputErrors) -> Workspace {
      try workspace(
        [
          "revops.yaml": """
          company: {as_of: 2025-12-31}
          capacity: {fiscal_year: "2026", target: $1M, quota_per_ae: $600K, expected_attainment: \(attainment)%}
          data: {reps: reps.csv}
          """,
          "reps.csv": "id,name,role,start_date,quota\n1,Ana,AE,2019-01-01,600000\n2,Bo,AE,2019-01-01,600000\n"
            + more,
        ], registry: [AnyAnalysis(Capacity.self)])
    }
    let outcome = try PlanDiff.run(
      files(50), files(60, "3,Cy,AE,2019-01-01,600000\n"), figures: ["capacity.productive_capacity"])
    let entry = DemandTests.rows(outcome.result["figures"])[0]
    #expect(Self.number(entry["change"]) == 480_000)
    #expect(
      DemandTests.rows(entry["drivers"]).map { $0["path"] } == ["capacity.expected_attainment", "data.reps"])
    #expect(DemandTests.rows(entry["drivers"]).map { Self.number($0["share"]) } == [150_000, 330_000])
  }

  @Test("what was made of the tables is kept when they are asked for again, in every run of a what-if")
  func isKept() throws {
    let whatIf = try WhatIf(Northwind.workspace(), figures: [["capacity"], ["pipeline", "coverage"]])
    var ready = try whatIf.workspace.with([Setting("capacity.attrition=20%")])
    let known = Set(ready.kept.keys)
    #expect(known.isSuperset(of: ["opportunities", "roster"]))
    ready.readTables(["reps", "credits", "opportunities"])
    #expect(Set(ready.kept.keys) == known)
  }

  @Test("a section that came, and one that went, are inputs as a whole")
  func sections() throws {
    let (old, new) = (
      try Northwind.workspace(set: ["capacity.hiring=~", "deals=~"]), try Northwind.workspace()
    )
    let outcome = try PlanDiff.run(old, new, figures: ["capacity.gap", "deals.winloss.won"])
    #expect(DemandTests.rows(outcome.result["inputs"]).map { $0["path"] } == ["capacity.hiring", "deals"])
  }
}

extension String {
  /// The text with the first occurrence of a part replaced; every edit of a test has to find what it edits.
  func replacingOccurrence(of part: String, by other: String) -> String {
    let (all, wanted) = (Array(utf8), Array(part.utf8))
    guard let start = all.indices.first(where: { all[$0...].starts(with: wanted) }) else {
      Issue.record("'\(part)' is not in the file")
      return self
    }
    return String(decoding: all[..<start] + Array(other.utf8) + all[(start + wanted.count)...], as: UTF8.self)
  }
}
