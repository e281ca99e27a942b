extension RevenuePlan {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [
      arr(result, input), derived(result.derived), capacity(result.capacity), constraints(result),
      calendar("quarters", "By quarter", result.quarters, result.year),
      calendar("months", "By month", result.months, result.year),
    ]
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    return Report(
      title: "Revenue plan \(result.fiscalYear)", currency: input.currency, sections: sections)
  }

  private static func arr(_ result: Result, _ input: Input) -> Report.Section {
    let arr = result.arr
    return Report.Section(
      "arr", "From today's ARR to the target",
      [
        .figures([
          .init("current", "ARR at the start", .money(arr.current)),
          .init("churned", "Churn", .money(arr.churned)),
          .init(
            "expansion", "Expansion", .money(arr.expansion),
            note: share(result.mix.expansionShare, of: "net new")),
          .init(
            "new_business", "New business", .money(arr.newBusiness),
            verdict: verdict("new_business_share", result.mix.newBusinessShare, input),
            note: share(result.mix.newBusinessShare, of: "net new")),
          .init("planned_arr", "Planned ARR at the end", .money(arr.plannedArr)),
          .init("gap", "Target less planned", .money(arr.gap)),
          .init(
            "carried_new_business", "New business carried", .money(arr.carriedNewBusiness),
            note: result.bindingConstraint.map { "by \($0.title.lowercased())" }),
          .init("carried_arr", "ARR carried at the end", .money(arr.carriedArr)),
        ])
      ])
  }

  private static func share(_ figure: Figure, of whole: String) -> String? {
    figure.value.map { "\(Int(($0 * 100).rounded()))% of \(whole)" }
  }

  private static func verdict(_ metric: String, _ figure: Figure, _ input: Input) -> Report.Verdict? {
    guard let value = figure.value, let verdict = input.benchmarks.judge(metric, settled(value)) else {
      return nil
    }
    return Report.Verdict(verdict.level.title, verdict.level.status.standing)
  }

  private static func derived(_ derived: PlanDerived) -> Report.Section {
    Report.Section(
      "derived", "What the targets ask for",
      [
        .figures([
          .init("new_deals_needed", "New deals", .count(derived.newDealsNeeded)),
          .init("opps_needed", "Opportunities", .count(derived.oppsNeeded)),
          .init("sqls_needed", "SQLs", .count(derived.sqlsNeeded)),
          .init("mqls_needed", "MQLs", .count(derived.mqlsNeeded)),
          .init("pipeline_needed", "Pipeline", .money(derived.pipelineNeeded)),
          .init("expansion_deals_needed", "Expansion deals", .count(derived.expansionDealsNeeded)),
          .init("expansion_opps_needed", "Expansion opportunities", .count(derived.expansionOppsNeeded)),
          .init("expansion_pipeline_needed", "Expansion pipeline", .money(derived.expansionPipelineNeeded)),
        ])
      ])
  }

  private static func capacity(_ capacity: TeamCapacity) -> Report.Section {
    Report.Section(
      "capacity", "The team",
      [
        .figures([
          .init("required_aes", "AEs required at full ramp", .count(capacity.requiredAes)),
          .init("productive_capacity", "Productive capacity", .money(capacity.productiveCapacity)),
          .init("gap", "New business less capacity", .money(capacity.gap)),
          .init(
            "hires_needed", "More hires needed", .count(capacity.hiresNeeded),
            note: "starting \(capacity.hireFrom)"),
        ])
      ])
  }

  private static func constraints(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.constraints.map { constraint in
      let isBinding = constraint.constraint == result.bindingConstraint
      let short = (constraint.headroom.value ?? 0) < 0
      let binds = Report.Verdict(short ? "caps the plan" : "tightest", short ? .poor : .neutral)
      let headroom = constraint.headroom
      return [
        .text(constraint.constraint.title), .money(constraint.cap),
        headroom.reason == constraint.cap.reason && headroom.value == nil ? .blank : .money(headroom),
        isBinding ? .verdict(binds) : .blank,
      ]
    }
    let columns: [Report.Column] = [
      .init("constraint", "Constraint"), .init("cap", "Carries"), .init("headroom", "Headroom"),
      .init("binding", ""),
    ]
    return Report.Section(
      "constraints", "What caps new business",
      [
        .table(.init("constraints", columns: columns, rows: rows)),
        .figures([.init("binding_gap", "Target less what is carried", .money(result.bindingGap))]),
      ])
  }

  /// Bookings and ARR, then what has to be opened for them; the year is the last line of both.
  private static func calendar(
    _ key: String, _ title: String, _ rows: [PlanCalendar.Row], _ year: PlanCalendar.Row
  ) -> Report.Section {
    let money: [Report.Column] = [
      .init("period", "Period"), .init("new_business", "New"), .init("expansion", "Expansion"),
      .init("churned", "Churn"), .init("ending_arr", "ARR at end"), .init("capacity", "Capacity"),
      .init("gap", "Gap"),
    ]
    let funnel: [Report.Column] = [
      .init("period", "Period"), .init("deals", "Deals"), .init("opps", "Opps"),
      .init("pipeline", "Pipeline"), .init("sqls", "SQLs"), .init("mqls", "MQLs"),
      .init("expansion_opps", "Expansion opps"),
    ]
    let within = rows.filter { !$0.isBefore }
    var blocks: [Report.Block] = [
      .table(.init(key, columns: money, rows: within.map(bookings), total: bookings(year)))
    ]
    if year.hasFunnel {
      blocks.append(
        .table(.init("\(key)_funnel", columns: funnel, rows: rows.map(openings), total: openings(year))))
    }
    let course = within.compactMap { row in
      row.endingArr.value.map { Report.Chart.Point(row.period, $0, .money(row.endingArr)) }
    }
    if key == "months", course.count > 1 {
      blocks.append(.chart(.init("ARR by month", .line, points: course)))
    }
    return Report.Section(key, title, blocks)
  }

  private static func bookings(_ row: PlanCalendar.Row) -> [Report.Cell] {
    [
      .text(row.period), .money(row.newBusiness), .money(row.expansion), .money(row.churned),
      .money(row.endingArr), .money(row.capacity), .money(row.gap),
    ]
  }

  private static func openings(_ row: PlanCalendar.Row) -> [Report.Cell] {
    [
      .text(row.period), .count(row.deals), .count(row.opps), .money(row.pipeline), .count(row.sqls),
      .count(row.mqls), .count(row.expansionOpps),
    ]
  }
}
