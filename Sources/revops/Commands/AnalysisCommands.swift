import RevOpsCore

/// The commands of the analyses: words, summary and examples; all else follows from the analysis.
extension CommandSpec {
  static let audit = CommandSpec(
    "audit",
    summary: "the whole check-up: maturity, rubric, tools, people, alignment; ranked actions",
    examples: [
      Example("revops audit", "the workspace of this folder"),
      Example("revops audit revops-audit.yaml --format json", "the audit document alone, for a program"),
      Example("revops audit --set audit.maturity.alignment=3", "what if the teams shared definitions?"),
    ],
    runs: Audit.self)

  static let plan = CommandSpec(
    "plan",
    summary: "what the year's targets ask for by month, ending ARR, and what caps the plan",
    examples: [
      Example("revops plan", "the workspace of this folder"),
      Example("revops plan revenue-plan.yaml --format json", "the document alone, for a program"),
      Example("revops plan --set plan.assumptions.new_win_rate=18%", "what if fewer deals are won?"),
    ],
    runs: RevenuePlan.self)

  static let planRecover = CommandSpec(
    "plan", "recover",
    summary: "after a miss: the gap, what each lever has to become to close it, and whether there is time",
    examples: [
      Example("revops plan recover", "the block 'recovery' of this folder's plan"),
      Example("revops plan recover --set plan.recovery.miss=250K", "what if the miss were larger?"),
      Example(
        "revops plan recover --set plan.recovery.reach=30% --format json", "levers that may move further"),
    ],
    notes: [
      "The gap is miss + target - closed - named deals. The levers are deal size, win rate, pipeline created a month and "
        + "sales cycle; what is opened later than the cycle before the last day closes too late. What the plan's block "
        + "'recovery' does not state is measured from the opportunities, and else the plan's assumption."
    ],
    runs: PlanRecovery.self)

  static let capacity = CommandSpec(
    "capacity",
    summary: "heads, ramp and expected bookings month by month; hires needed for the target",
    examples: [
      Example("revops capacity", "the workspace of this folder"),
      Example("revops capacity --set capacity.attrition=25%", "what if more sellers leave?"),
      Example("revops capacity capacity.yaml --format json", "the document alone, for a program"),
    ],
    runs: Capacity.self)

  static let quota = CommandSpec(
    "quota",
    summary: "the target handed out to managers and sellers: sums that hold, pay, and who can reach it",
    examples: [
      Example("revops quota --by segment", "the people of this folder's workspace, and each segment"),
      Example("revops quota --set quota.over_assignment=5%", "what if less is handed out?"),
      Example("revops quota --set quota.target=6M --format csv", "another target, as tables"),
    ],
    notes: [
      "Reads the table 'reps': name and role, manager, start_date, end_date, quota (the one of a year now in force) and "
        + "ote. Who moves has a row for each place; who is there for part of the period carries part of a quota."
    ],
    runs: Quota.self)

  static let demand = CommandSpec(
    "demand",
    summary: "whether the next three quarters have the pipeline they need, and which source is to bring it",
    examples: [
      Example("revops demand", "the deals of this folder's workspace"),
      Example("revops demand --by region", "with the pipeline of each region"),
      Example("revops demand --set demand.win_rate=25%", "what if more deals are won?"),
    ],
    notes: [
      "The words of the CRM stand for sales, sdr, marketing or partner under demand.sources. The planned mix of Strategic, "
        + "Enterprise and Mid-Market is that of the Revenue Operating System unless demand.mix says otherwise."
    ],
    runs: Demand.self, tables: [.opportunities])
}

extension CommandSpec {
  /// The command of an analysis.
  ///
  /// - Parameters:
  ///   - area: The first word.
  ///   - verb: The second word, for an area with several commands.
  ///   - summary: What it does, in half a line.
  ///   - examples: Lines to copy.
  ///   - notes: Paragraphs for its help page.
  ///   - analysis: What it computes.
  ///   - kinds: The tables that it takes as CSV files without a workspace; none for those that need just one.
  init<A: Analysis>(
    _ area: String, _ verb: String? = nil, summary: String, examples: [Example], notes: [String] = [],
    runs analysis: A.Type, tables kinds: [ImportTable] = []
  ) {
    let file =
      kinds.isEmpty
      ? Operand(
        name: "FILE", arity: .optional,
        summary: A.tables.count == 1
          ? "a workspace, a document of this area, or a CSV of its \(A.tables[0]); revops.yaml without it"
          : "a workspace, a document of this area, or - for standard input; revops.yaml without it")
      : Operand(
        name: "FILE", arity: .any,
        summary: "a workspace, or CSV files of "
          + kinds.filter { $0 != .opportunitiesBefore }.map(\.rawValue).joined(separator: ", ")
          + "; revops.yaml without it")
    let usesRows = !A.tables.isEmpty || !kinds.isEmpty
    let options = OptionSpec.report + OptionSpec.workspace + (usesRows ? [.rows, .cuts] : [])
    self.init(
      area, verb, group: .analyses, summary: summary, operands: [file], options: options, examples: examples,
      notes: notes
    ) { request throws(Failure) in
      let analysis = AnyAnalysis(A.self)
      let paths = try request.files()
      let request = try request.keepingStandardInput(of: paths)
      let workspace =
        kinds.isEmpty
        ? try request.workspace(paths[0], as: A.sections.first, tables: A.tables)
        : try request.workspace(paths, as: A.sections.first, among: kinds)
      return try request.answer { () throws(InputErrors) in
        try analysis.runAlone(workspace, request.format == .json ? .all : .report)
      }
    }
  }
}
