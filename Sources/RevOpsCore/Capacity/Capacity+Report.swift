extension Capacity {
  public static func report(_ result: Result, findings: [Finding], for input: Input) -> Report {
    var sections = [summary(result), months(result.months), roles(result), ruleOfThumb(result)]
    if let fit = result.rampFit { sections.append(section(fit, input.team.ramp)) }
    if let hiring = result.hiring { sections.append(section(hiring, result)) }
    if !findings.isEmpty { sections.append(Report.Section("findings", "Findings", [.findings(findings)])) }
    return Report(
      title: "Sales capacity \(result.fiscalYear)", currency: input.currency, sections: sections)
  }

  private static func summary(_ result: Result) -> Report.Section {
    Report.Section(
      "summary", "Summary",
      [
        .figures([
          .init("target", "Target", .money(.value(result.target))),
          .init("productive_capacity", "Productive capacity", .money(result.productiveCapacity)),
          .init(
            "gap", "Gap", .money(result.gap),
            verdict: result.gap.value.map {
              CapacityNeed.isShort(by: $0, of: .value(result.target))
                ? .init("short", .poor) : .init("covered", .good)
            }),
          .init("required_aes", "AEs required at full ramp", .count(result.requiredAes)),
          .init("rre", "Ramped-rep years in the plan", .number(result.rre, places: 1)),
          .init(
            "hires_needed", "More hires needed", .count(result.hiresNeeded),
            note: "starting \(result.hireFrom)"),
          .init("capacity_per_hire", "One of them brings this year", .money(result.capacityPerHire)),
          .init("leavers", "Leavers expected", .number(result.leavers, places: 1)),
          .init("loaded_cost", "Loaded cost", .money(result.loadedCost)),
          .init("cost_of_capacity", "Cost for 1 of capacity", .number(result.costOfCapacity, places: 2)),
          .init("comp_cost", "Sellers' pay of it", .money(result.compCost)),
        ])
      ])
  }

  private static func months(_ months: [MonthModel.Month]) -> Report.Section {
    let hasLeave = months.contains { $0.onLeave.orLeast > 0 }
    let rows: [[Report.Cell]] = months.map { month in
      var cells: [Report.Cell] = [
        .text(month.month), .number(month.heads, places: 1),
        .number(month.ramping, places: 1),
      ]
      if hasLeave { cells.append(.number(month.onLeave, places: 1)) }
      return cells + [
        .number(month.rre, places: 1), .money(month.capacity), .money(month.target),
        .money(month.cumulativeGap),
      ]
    }
    var columns: [Report.Column] = [
      .init("month", "Month"), .init("heads", "Heads"), .init("ramping", "Ramping"),
    ]
    if hasLeave { columns.append(.init("on_leave", "Away")) }
    columns += [
      .init("rre", "RRE"), .init("capacity", "Capacity"), .init("target", "Target"),
      .init("cumulative_gap", "Gap so far"),
    ]
    let course = months.compactMap { month in
      month.capacity.value.map { Report.Chart.Point(month.month, $0, .money(month.capacity)) }
    }
    var blocks: [Report.Block] = [
      .table(.init("months", columns: columns, rows: rows)),
      .paragraph("RRE: ramped-rep equivalents, each seller counted at the share that the ramp gives."),
    ]
    if !course.isEmpty { blocks.append(.chart(.init("Capacity by month", .bars, points: course))) }
    return Report.Section("months", "Month by month", blocks)
  }

  /// The ramp that the credits show, beside the one that the model counts with.
  private static func section(_ fit: RampFit, _ ramp: Ramp) -> Report.Section {
    let rows: [[Report.Cell]] = fit.months.map { month in
      [
        .count(.value(Double(month.tenure))), .count(.value(Double(month.sellers))), .rate(month.share),
        .rate(month.sd), .rate(month.fitted), .rate(.value(ramp.share(inMonth: month.tenure))),
      ]
    }
    let columns: [Report.Column] = [
      .init("tenure", "Month"), .init("sellers", "Sellers"), .init("share", "Mean"), .init("sd", "Spread"),
      .init("fitted", "Fitted"), .init("used", "Counted with"),
    ]
    let verdict =
      fit.isUsed
      ? "The model counts with the fitted ramp, since the section states none."
      : fit.reason.isEmpty
        ? "The model counts with the ramp that the section states."
        : "The model does not count with it: \(fit.reason)."
    return Report.Section(
      "ramp_fit", "The ramp that the credits show",
      [
        .table(.init("months", columns: columns, rows: rows)),
        .paragraph(
          "Of a full month, which is the mean of \(fit.fullMonths) months of sellers after their first year. \(verdict)"
        ),
      ])
  }

  private static func roles(_ result: Result) -> Report.Section {
    let rows: [[Report.Cell]] = result.roles.map { role in
      [.text(role.title), .number(role.heads, places: role.role == "ae" ? 1 : 0), .money(role.loadedCost)]
    }
    let columns: [Report.Column] = [
      .init("role", "Role"), .init("heads", "Heads"), .init("loaded_cost", "Loaded cost"),
    ]
    return Report.Section(
      "roles", "Roles that follow", [.table(.init("roles", columns: columns, rows: rows))])
  }

  private static func ruleOfThumb(_ result: Result) -> Report.Section {
    let rule = result.ruleOfThumb
    return Report.Section(
      "rule_of_thumb", "The rule of thumb beside the ramp",
      [
        .figures([
          .init("low", "The rule hires at least", .count(rule.low)),
          .init("high", "The rule hires at most", .count(rule.high)),
          .init(
            "first_year_months", "Full months in a hire's first year",
            .number(.value(rule.firstYearMonths), places: 2), note: "of 12"),
          .init(
            "day_one_exact", "Hires on day one that the ramp asks for", .number(rule.dayOneExact, places: 1)),
          .init("day_one_hires", "In whole", .count(rule.dayOneHires)),
        ]),
        .paragraph(
          "The rule holds where most sellers are ramped already; the last two lines are a team that starts from nothing."
        ),
      ])
  }
}
