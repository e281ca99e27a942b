extension Audit {
  /// Reads the audit document; alignment may also stand in the workspace's own `alignment` section.
  ///
  /// Keys are those of the Revenue Architecture Audit of the RevOps Engine, phase 1; `maturity`, `rubric`,
  /// `alignment`, `practices`, `prerequisites` and what names products, regions and merged definitions are ours.
  public static func input(from workspace: Workspace) throws(InputErrors) -> Input {
    var fields = workspace.fields(of: "audit")
    var input = Input(
      company: company(&fields), currency: "\(workspace.company.currency)",
      benchmarks: workspace.company.benchmarks, maturity: maturity(&fields),
      rubric: rubric(&fields),
      measured: [], tools: tools(&fields),
      alignment: fields.section("alignment", alignmentStatement),
      practices: fields.section("practices", practices), prerequisites: prerequisites(&fields), places: [:])
    let shown = workspace.company
    input.company.dollar = shown.rates.convert(Money(1, .usd), to: shown.currency)?.units
    let keys = ["products", "regions", "definition_sets", "rubric", "tech_stack", "alignment"]
    for key in keys + CompanyStatement.measurable.map(\.key) {
      input.places[key] = fields.place(of: key)
    }
    input.places["revops"] = fields.node("team_size")?["revops"]?.place
    if workspace.has("alignment"), fields.node("alignment") != nil {
      fields.refuse(
        "alignment", "audit.alignment-twice", "'alignment' stands here and in the workspace",
        hint: "keep one of the two")
    }
    var problems: [Diagnostic] = []
    func collect(_ step: () throws(InputErrors) -> Void) {
      do throws(InputErrors) { try step() } catch { problems += error.diagnostics }
    }
    collect { () throws(InputErrors) in try fields.finish() }
    collect { () throws(InputErrors) in
      guard workspace.has("alignment") else { return }
      input.alignment = try workspace.decode("alignment", alignmentStatement)
    }
    collect { () throws(InputErrors) in
      input.measured = measured(
        try workspace.measurements(of: weighs, besides: key), input.company, input.benchmarks)
    }
    if let errors = InputErrors(problems) { throw errors }
    if input.company.name == nil { input.company.name = workspace.company.name }
    return input
  }

  private static func company(_ fields: inout Fields) -> CompanyStatement {
    var company = CompanyStatement()
    company.name = fields.textIfGiven("company_name")
    company.arrCurrent = stated(&fields, "arr_current") { $0.amountIfGiven("arr_current") }
    company.arrTarget = fields.amountIfGiven("arr_target")
    company.stage = stated(&fields, "stage") { $0.choiceIfGiven("stage") }
    company.model = fields.choiceIfGiven("model")
    company.pricing = fields.choiceIfGiven("pricing") ?? .subscription
    company.averageDeal = fields.amountIfGiven("avg_deal_size")
    company.trailingAnnualUsage = fields.amountIfGiven("trailing_annual_usage")
    company.salesCycleDays = fields.daysIfGiven("sales_cycle_days")
    company.team = fields.section("team_size") { team in
      var heads: [String: Int] = [:]
      for name in ["marketing", "sales", "cs", "revops"] { heads[name] = team.countIfGiven(name) }
      return heads
    }
    company.products = fields.sections("products", part)
    company.regions = fields.sections("regions", part)
    company.definitionSets = fields.namedSections("definition_sets") { set in
      set.map("terms", of: .text)
    }
    .map { set in
      CompanyStatement.DefinitionSet(
        company: set.name,
        terms: Dictionary(set.value.map { ($0.name, $0.value) }, uniquingKeysWith: { a, _ in a }))
    }
    company.pains = fields.list("current_pain", of: .text)
    return company
  }

  /// A part of the company; its ARR is in its own currency where it names one, and is turned into the run's.
  private static func part(_ fields: inout Fields) -> CompanyStatement.Part {
    let name = fields.text("name")
    let currency = fields.valueIfGiven("currency", as: .currency)
    let arr = fields.valueIfGiven("arr", as: currency.map { .money(in: $0) } ?? .money)
    return CompanyStatement.Part(
      name: name, arr: arr.map { fields.notNegative($0.units, "arr") }, currency: currency.map { "\($0)" })
  }

  private static func maturity(_ fields: inout Fields) -> [MaturityDimension: Stated<Int>] {
    fields.section("maturity") { section in
      var ratings: [MaturityDimension: Stated<Int>] = [:]
      for dimension in MaturityDimension.allCases {
        let key = dimension.rawValue
        ratings[dimension] = stated(&section, key) { $0.valueIfGiven(key, as: .count(in: 1...5)) }
      }
      return ratings
    }
  }

  private static func rubric(_ fields: inout Fields) -> [String: Stated<Int>] {
    fields.section("rubric") { rubric in
      var points: [String: Stated<Int>] = [:]
      for dimension in RubricDimension.all {
        rubric.section(dimension.id) { section in
          for criterion in dimension.criteria {
            points[criterion.id] = stated(&section, criterion.id) {
              $0.valueIfGiven(criterion.id, as: .count(in: 0...2))
            }
          }
        }
      }
      return points
    }
  }

  /// What people write who have no tool.
  private static let noTool: Set = ["none", "no", "false", "n/a", "na", "nothing", "tbd", "-", "–"]

  private static func tools(_ fields: inout Fields) -> [ToolCategory: Stated<[String]>] {
    fields.section("tech_stack") { section in
      var tools: [ToolCategory: Stated<[String]>] = [:]
      for category in ToolCategory.allCases {
        let key = category.rawValue
        tools[category] = stated(&section, key) { fields in
          // A tool in two spellings is one.
          fields.listIfGiven(key, of: .text)?.filter { !noTool.contains($0.lowercased()) }
            .uniqued { ImportKey($0).text.isEmpty ? $0 : ImportKey($0).text }
        }
      }
      return tools
    }
  }

  private static func prerequisites(_ fields: inout Fields) -> [Prerequisite: Stated<Bool>] {
    fields.section("prerequisites") { section in
      var answers: [Prerequisite: Stated<Bool>] = [:]
      for prerequisite in Prerequisite.allCases {
        let key = prerequisite.rawValue
        answers[prerequisite] = stated(&section, key) { $0.flagIfGiven(key) }
      }
      return answers
    }
  }

  /// The value of a key with its place, or nil where it is not given.
  static func stated<Value>(
    _ fields: inout Fields, _ key: String, _ read: (inout Fields) -> Value?
  ) -> Stated<Value>? {
    guard let value = read(&fields) else { return nil }
    return Stated(value: value, place: fields.place(of: key))
  }
}
