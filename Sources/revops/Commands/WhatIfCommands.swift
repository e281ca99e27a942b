import RevOpsCore

/// What-ifs: the files with other values in them, and every figure computed again.
extension CommandSpec {
  static let planScenarios = CommandSpec(
    whatIf: "scenarios",
    summary: "bear, base, bull or your own scenarios side by side, and what drives each difference",
    options: [.figure, .scenario],
    examples: [
      Example("revops plan scenarios", "those of this folder's workspace, or bear, base and bull"),
      Example(
        "revops plan scenarios --scenario 'More: plan.supply.mqls_per_month=x2'",
        "one of your own"),
      Example(
        "revops plan scenarios --scenario bear --figure plan.arr.carried_arr --figure capacity.gap",
        "one scenario, two figures, of two analyses"),
    ],
    notes: [
      "A scenario is a list of changes: -5pts of a rate, -20% of a value, +15 days, x1.1, or another value. Each is "
        + "put into the files and everything is computed again. The section 'scenarios' holds them with name, chance, "
        + "overrides and actions.", changeNote,
    ]
  ) { workspace, request throws(InputErrors) in
    try Scenarios.run(
      workspace,
      Scenarios.Options(
        figures: request.invocation.values(of: .figure), scenarios: request.invocation.values(of: .scenario)))
  }

  static let planSensitivity = CommandSpec(
    whatIf: "sensitivity",
    summary: "how far each input moves a figure over its range: the tornado",
    options: [.figure, .input, .range],
    examples: [
      Example("revops plan sensitivity", "every quantity the plan reads, by a tenth to both sides"),
      Example(
        "revops plan sensitivity --input plan.assumptions.new_win_rate=18%..25% --input capacity.attrition",
        "two inputs, one over a range of its own"),
      Example(
        "revops plan sensitivity --figure capacity.gap --range ±20%",
        "a figure of the capacity model, over every quantity that it reads"),
    ],
    notes: [
      "A range is written -10%..+10%, 18%..25%, ±5pts or ±15 days. One input moves at a time and everything is computed "
        + "again. An input that the files do not give moves from what stands in for it. What takes only whole numbers moves to the next one outwards. The section 'sensitivity' holds figures, "
        + "range and inputs.", changeNote,
    ]
  ) { workspace, request throws(InputErrors) in
    try Sensitivity.run(
      workspace,
      Sensitivity.Options(
        figures: request.invocation.values(of: .figure), inputs: request.invocation.values(of: .input),
        range: request.invocation.value(of: .range)))
  }

  static let planSolve = CommandSpec(
    whatIf: "solve",
    summary: "the input at which a goal holds: goal seek over one input, or a grid over two",
    options: [.inputToVary, .goal, .figure, .steps],
    examples: [
      Example(
        "revops plan solve --for plan.supply.mqls_per_month --goal 'plan.binding_gap <= 0'",
        "how many leads a month until nothing caps the plan?"),
      Example(
        "revops plan solve --for plan.assumptions.new_win_rate=15%..40% --goal 'plan.arr.carried_arr = 16.5M'",
        "the win rate that reaches an ARR"),
      Example(
        "revops plan solve --for plan.assumptions.new_win_rate=18%..26% --for plan.supply.mqls_per_month=200..320 "
          + "--goal 'plan.binding_gap <= 0'", "a grid over two inputs"),
    ],
    notes: [
      "The range is looked at in steps and every change of the goal is closed in on, so that jumps and figures that turn "
        + "around are found and said. An input that the files do not give starts from what stands in for it. Without a "
        + "range a rate goes from 0 to 100%, anything else to ten times what it is. "
        + "The answer is the value nearest to today's, in as few digits as still hold.", changeNote,
    ],
    misuse: { invocation in
      let inputs = invocation.values(of: .inputToVary).count
      let missing: [UsageError.Problem] =
        invocation.has(.goal) ? [] : [.init("'plan solve' needs '--goal EXPR'")]
      guard !(1...2).contains(inputs) else {
        guard inputs == 1, invocation.has(.steps) else { return missing }
        return missing + [.init("'--steps' is for a grid, and only one '--for' is given")]
      }
      return missing
        + [.init(inputs == 0 ? "'plan solve' needs '--for PATH'" : "'plan solve' varies one input or two")]
    }
  ) { workspace, request throws(InputErrors) in
    try GoalSeek.run(
      workspace,
      GoalSeek.Options(
        inputs: request.invocation.values(of: .inputToVary), goal: request.invocation.value(of: .goal) ?? "",
        figures: request.invocation.values(of: .figure), steps: request.invocation.number(of: .steps) ?? 5))
  }

  static let planDiff = CommandSpec(
    "plan", "diff", group: .analyses,
    summary: "what changed between two versions, and how much of each figure's change each input explains",
    operands: [
      .init(name: "OLD", arity: .one, summary: "the earlier version: a workspace or a plan"),
      .init(name: "NEW", arity: .one, summary: "the later version"),
    ],
    options: [.figure] + OptionSpec.report + OptionSpec.workspace + [.rows],
    examples: [
      Example("revops plan diff last-month.yaml revenue-plan.yaml", "two versions of a plan"),
      Example("revops plan diff ../main/revops.yaml revops.yaml", "two checkouts of a workspace"),
      Example(
        "revops plan diff old/revops.yaml revops.yaml --figure capacity.gap --format markdown",
        "one figure, for a pull request"),
    ],
    notes: [
      "Up to eight changed inputs are weighed exactly, in all orders (Shapley); more by one order and its reverse. Either "
        + "way the shares sum to the change, money to the cent. A data table and the day count as one input each.",
      changeNote,
    ]
  ) { request throws(Failure) in
    let versions = request.invocation.operands
    let old = try request.workspace(versions[0], as: "plan")
    let new = try request.workspace(versions[1], as: "plan")
    let figures = request.invocation.values(of: .figure)
    return try request.answer { () throws(InputErrors) in try PlanDiff.run(old, new, figures: figures) }
  }

  fileprivate static let changeNote =
    "A figure is named as in --format json, from its analysis on: plan.arr.carried_arr, capacity.gap, "
    + "forecast.simulate.p50; without an analysis it is one of the plan's."
}

extension CommandSpec {
  /// A command of what-ifs over a workspace.
  fileprivate init(
    whatIf verb: String, summary: String, operands: [Operand]? = nil, options: [OptionSpec],
    examples: [Example], notes: [String],
    misuse: @escaping @Sendable (Invocation) -> [UsageError.Problem] = { _ in [] },
    run: @escaping @Sendable (Workspace, Request) throws(InputErrors) -> Outcome
  ) {
    let file = Operand(
      name: "FILE", arity: .optional,
      summary: "a workspace, a plan, or - for standard input; revops.yaml without it")
    self.init(
      "plan", verb, group: .analyses, summary: summary, operands: operands ?? [file],
      options: options + OptionSpec.report + OptionSpec.workspace + [.rows], examples: examples, notes: notes
    ) { request throws(Failure) in
      if let error = UsageError(misuse(request.invocation), command: request.invocation.command.name) {
        throw .usage(error)
      }
      let workspace = try request.workspace(try request.files()[0], as: "plan")
      return try request.answer { () throws(InputErrors) in try run(workspace, request) }
    }
  }
}

extension OptionSpec {
  static let figure = OptionSpec(
    "--figure", value: "PATH", isRepeatable: true, "a figure to look at, as --format json names it")
  static let input = OptionSpec(
    "--input", value: "PATH", isRepeatable: true,
    "an input to move: PATH or PATH=FROM..TO (all of the section)")
  static let range = OptionSpec("--range", value: "RANGE", "how far inputs move that say nothing else (±10%)")
  static let inputToVary = OptionSpec(
    "--for", value: "PATH", isRepeatable: true, "the input to vary, PATH or PATH=FROM..TO; two make a grid")
  static let goal = OptionSpec("--goal", value: "EXPR", "what has to hold, over the figures")
  static let steps = OptionSpec("--steps", value: "N", range: 2...50, "values of each input of a grid (5)")
  static let scenario = OptionSpec(
    "--scenario", value: "NAME", isRepeatable: true,
    "a scenario of the files, or one written as 'NAME: PATH=CHANGE, PATH=CHANGE'")
}
