import Testing

@testable import RevOpsCore

@Suite struct CatalogueTests {
  @Test(arguments: Metrics.all)
  func everyMetricSaysWhatItIsAndHowItIsComputed(metric: Metric) {
    #expect(!metric.title.isEmpty)
    #expect(metric.definition.hasSuffix("."))
    #expect(metric.definition.split(separator: ". ").count == 1, "one sentence")
    #expect(!metric.formula.isEmpty && !metric.formula.hasSuffix("."))
    #expect(!metric.related.isEmpty)
    #expect(Metrics[metric.id] == metric)
  }

  @Test(arguments: Metrics.all)
  func anIdIsAKeyOfJSON(metric: Metric) {
    #expect(
      metric.id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F })
    #expect(metric.terms.allSatisfy { $0.key.utf8.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0) } })
    #expect(Set(metric.terms.map(\.key)).count == metric.terms.count)
  }

  @Test(arguments: Metrics.all)
  func whatIsRelatedExists(metric: Metric) {
    for id in metric.related { #expect(Metrics[id] != nil, "\(metric.id) is related to '\(id)'") }
    #expect(!metric.related.contains(metric.id))
  }

  @Test(arguments: Metrics.all.filter { !$0.variants.isEmpty })
  func theDefaultDefinitionIsTheMetricsOwn(metric: Metric) {
    #expect(metric.variants.first?.formula == metric.formula)
    #expect(metric.variants.count >= 2)
    #expect(Set(metric.variants.map(\.id)).count == metric.variants.count)
    for variant in metric.variants { #expect(!variant.source.isEmpty && !variant.terms.isEmpty) }
  }

  @Test(arguments: Metrics.all.filter { !$0.bands.isEmpty })
  func bandsFollowTheDirection(metric: Metric) {
    #expect(metric.direction != .neutral)
    #expect(Set(metric.bands.map(\.scope)).count == metric.bands.count, "one list a scope")
    for list in metric.bands {
      #expect(!list.source.isEmpty)
      #expect(list.bands.count >= 2)
      #expect(list.bands.first?.from == nil)
      let edges = list.bands.dropFirst().compactMap(\.from)
      #expect(edges.count == list.bands.count - 1)
      for (below, above) in zip(list.bands, list.bands.dropFirst()) {
        let (from, to) = (below.from ?? -.infinity, above.from ?? .nan)
        #expect(from < to || (from == to && !below.open && above.open), "\(metric.id): edges rise")
        switch metric.direction {
        case .higherIsBetter:
          // Too much of a good thing may end a list.
          #expect(above.level.merit > below.level.merit || above.level == .tooHigh, "\(metric.id)")
        case .lowerIsBetter: #expect(above.level.merit < below.level.merit, "\(metric.id)")
        case .target, .neutral: #expect(above.level != below.level)
        }
      }
      if metric.direction == .target { #expect(list.bands.contains { $0.level.status == .green }) }
    }
  }

  /// Commands as the design of the command line lists them.
  private static let commands: Set<String> = [
    "audit", "funnel diagnose", "funnel plan", "leads score", "leads route", "leads qualify",
    "pipeline coverage", "pipeline health", "pipeline hygiene", "pipeline velocity", "pipeline movement",
    "pipeline review", "forecast rollup", "forecast simulate", "forecast accuracy", "forecast calibrate",
    "forecast backtest",
    "economics", "economics waterfall", "customers retention", "customers health", "customers renewals",
    "customers expansion", "plan", "plan scenarios", "plan sensitivity", "plan recover", "capacity", "quota",
    "reps", "comp lint", "comp pay", "comp model", "territory score", "territory balance", "attribution",
    "demand", "deals qualify", "deals approve", "deals discounts", "deals winloss", "deals top", "sla track",
    "rhythm", "study",
  ]

  @Test(arguments: Metrics.all)
  func aCommandComputesIt(metric: Metric) throws {
    let command = try #require(metric.command)
    #expect(Self.commands.contains(command), "\(metric.id): '\(command)'")
  }

  @Test func noNameLeadsToTwoPages() {
    var owners: [[UInt32]: String] = [:]
    for (id, names) in Metrics.all.map({ ($0.id, [$0.id, $0.title] + $0.aliases) })
      + Topics.all.map({ ($0.id, [$0.id, $0.title] + $0.aliases) })
    {
      for name in Set(names.map(folded)) {
        #expect(owners[name] == nil, "'\(names)' of \(id) belongs to \(owners[name] ?? "")")
        owners[name] = id
      }
    }
  }

  @Test(arguments: [
    ("net dollar retention", "nrr"), ("NDR", "nrr"), ("Net-Revenue-Retention", "nrr"), ("gdr", "grr"),
    ("LTV:CAC", "ltv_cac"), ("payback period", "cac_payback"), ("cac_payback_months", "cac_payback"),
    ("sales velocity", "velocity"), ("speed to lead", "lead_response_time"), ("clv", "ltv"),
    ("close rate", "win_rate"), ("quota:ote", "quota_to_ote"), ("dollar churn", "revenue_churn"),
    ("s&m % of revenue", "sm_share"), ("HHI", "herfindahl"), ("sales efficiency", "magic_number"),
  ])
  func peopleFindItByTheNameTheyUse(name: String, id: String) {
    #expect(Metrics.named(name)?.id == id)
  }

  @Test func everyAreaHasMetricsAndEveryRoleAnOwnership() {
    for area in MetricArea.allCases { #expect(Metrics.all.contains { $0.area == area }, "\(area)") }
    for role in Role.allCases {
      #expect(!role.kpis.isEmpty)
      for id in role.kpis { #expect(Metrics[id] != nil, "\(role): '\(id)'") }
    }
  }

  /// The terms of `revops calc`, as the design of the command line gives them.
  @Test(
    arguments: [
      ("velocity", nil, ["opportunities", "win_rate", "average_deal", "cycle"]),
      ("required_pipeline", nil, ["quota", "win_rate", "safety"]), ("coverage", nil, ["pipeline", "quota"]),
      ("win_rate", nil, ["won", "lost"]), ("forecast_accuracy", nil, ["forecast", "actual"]),
      ("mape", nil, ["forecast", "actual"]), ("required_aes", nil, ["target", "quota", "attainment"]),
      ("quota_to_ote", nil, ["quota", "ote"]), ("cac", nil, ["spend", "new_customers"]),
      ("cac_payback", nil, ["cac", "arpa", "gross_margin"]),
      ("nrr", nil, ["beginning", "expansion", "contraction", "churned"]),
      ("grr", nil, ["beginning", "contraction", "churned"]),
      ("net_new_arr", nil, ["new", "expansion", "contraction", "churned"]),
      ("quick_ratio", nil, ["new", "expansion", "contraction", "churned"]),
      ("burn_multiple", nil, ["net_burn", "net_new_arr"]),
      ("magic_number", "arr", ["net_new_arr", "prior_spend"]),
      ("magic_number", "revenue", ["revenue", "prior_revenue", "prior_spend"]),
      ("rule_of_40", nil, ["growth", "margin"]), ("ltv", nil, ["arpa", "gross_margin", "churn"]),
      ("ltv_cac", nil, ["ltv", "cac"]),
    ] as [(String, String?, [String])])
  func theCalculatorsKeysAreTheTermsOfTheFormula(id: String, definition: String?, keys: [String]) throws {
    let metric = try #require(Metrics[id])
    let terms = definition.map { name in metric.variants.first { $0.id == name }?.terms } ?? metric.terms
    #expect(terms?.map(\.key) == keys)
  }

  /// Definitions that differ, default first.
  @Test(arguments: [
    ("nrr", ["waterfall", "residual", "cohort"]), ("grr", ["portfolio", "capped"]),
    ("cac", ["all_in", "new_only"]), ("cac_payback", ["margin", "no_margin"]),
    ("magic_number", ["arr", "revenue"]), ("rule_of_40", ["profit", "fcf", "ebitda"]),
    ("ltv", ["revenue", "logo", "bounded"]), ("win_rate", ["count", "value"]),
  ])
  func theDefaultDefinitionComesFirst(id: String, variants: [String]) {
    #expect(Metrics[id]?.variants.map(\.id) == variants)
  }
}
