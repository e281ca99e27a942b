extension Topics {
  /// How deals are qualified: the frameworks and their fields.
  @TopicList static func methodologies() -> [Topic] {
    Topic(
      "meddicc", "MEDDICC", .methodology,
      """
      Seven fields for complex deals with many stakeholders: metrics, economic buyer, decision criteria, \
      decision process, identified pain, champion, competition. MEDDPICC adds the paper process.
      """, aliases: ["meddic", "meddpicc"],
      related: [
        "meddicc_score", "metrics_field", "economic_buyer", "decision_criteria", "decision_process", "pain",
        "champion", "competition",
      ])
    Topic(
      "spiced", "SPICED", .methodology,
      """
      Six fields for medium cycles driven by urgency: situation, pain, impact, critical event, economic impact, \
      decision. The knowledge map counts five, without economic impact.
      """,
      related: [
        "spiced_score", "situation", "pain", "impact", "critical_event", "economic_impact", "decision",
      ])
    Topic(
      "bant", "BANT", .methodology,
      "Budget, authority, need, timeline: three of the four make a lead sales qualified.",
      related: ["bant_score", "sql"])
    Topic(
      "closing_plan", "Closing plan", .methodology,
      "Our own paper on how a deal is won: strategy, next actions, people needed, dates.",
      related: ["closing_plan_share"])
    Topic(
      "mutual_action_plan", "Mutual action plan", .methodology,
      "The steps to a decision, agreed with the buyer and dated: one of the best signs that a deal moves.",
      related: ["action_plan_share"])
    Topic(
      "metrics_field", "Metrics, in MEDDICC", .qualification,
      "What the buyer gains, in figures the buyer agrees with.", related: ["meddicc"])
    Topic(
      "economic_buyer", "Economic buyer", .qualification,
      "The person who controls the money and decides in the end.",
      related: ["meddicc", "buyer_engaged_share"])
    Topic(
      "decision_criteria", "Decision criteria", .qualification,
      "What the buyer compares vendors by.", related: ["meddicc"])
    Topic(
      "decision_process", "Decision process", .qualification,
      "The steps, people and dates by which the buyer decides.", related: ["meddicc"])
    Topic(
      "pain", "Pain", .qualification, "The problem that makes the buyer act, named and measured.",
      aliases: ["identify pain"], related: ["meddicc", "spiced"])
    Topic(
      "champion", "Champion", .qualification,
      "Somebody inside with influence who sells on your behalf.", related: ["meddicc"])
    Topic(
      "competition", "Competition", .qualification,
      "What else the buyer weighs, doing nothing included.", aliases: ["competitor"],
      related: ["meddicc", "competitive_win_rate"])
    Topic(
      "situation", "Situation", .qualification, "The facts of the buyer's business today.",
      related: ["spiced"])
    Topic(
      "impact", "Impact", .qualification, "What solving the problem is worth to the business.",
      related: ["spiced"])
    Topic(
      "critical_event", "Critical event", .qualification,
      "A date or an occasion after which waiting costs the buyer something.", related: ["spiced"])
    Topic(
      "economic_impact", "Economic impact", .qualification, "The case for the purchase in money.",
      related: ["spiced"])
    Topic(
      "decision", "Decision", .qualification, "Who decides, how and when.", related: ["spiced"])
  }

  /// The dimensions of maturity, with what marks the levels.
  @TopicList static func maturity() -> [Topic] {
    Topic(
      "data_maturity", "Data", .maturity,
      "1: spreadsheets that disagree. 3: the CRM is the record, with basic hygiene. 5: one model, enriched by"
        + " machine, 95% right.",
      related: ["maturity_total", "crm_data_quality"])
    Topic(
      "process_maturity", "Process", .maturity,
      "1: in people's heads. 3: written playbooks and SLAs. 5: automated and steadily improved.",
      related: ["maturity_total", "process_compliance"])
    Topic(
      "technology_maturity", "Technology", .maturity,
      "1: tools apart, typing by hand. 3: tools joined, some automation. 5: one platform in real time.",
      related: ["maturity_total", "stack_gaps"])
    Topic(
      "analytics_maturity", "Analytics", .maturity,
      "1: only what has happened. 3: leading figures too, weekly. 5: models that predict, and alerts.",
      related: ["maturity_total", "time_to_insight"])
    Topic(
      "alignment_maturity", "Alignment of teams", .maturity,
      "1: silos and blame. 3: shared definitions and meetings. 5: one funnel, pay that pulls one way.",
      related: ["maturity_total", "alignment_artefacts"])
    Topic(
      "enablement_maturity", "Enablement", .maturity,
      "1: learning by doing. 3: playbooks and quarterly training. 5: steady, coached from data.",
      related: ["maturity_total", "ramp_time"])
  }

  /// How a company sells, and how accounts are dealt out.
  @TopicList static func motions() -> [Topic] {
    Topic(
      "product_led", "Product-led growth", .motion,
      """
      Users find and buy the product by themselves; usage replaces content as the signal, and the PQL the MQL. \
      Fits contracts under $1K, and opens the door to larger ones.
      """, aliases: ["plg", "product led growth"], related: ["pql", "activation_rate", "free_to_paid"])
    Topic(
      "sales_led", "Sales-led", .motion,
      "Sellers lead the buyer from the first touch: inside sales at $10-50K, the field above.",
      related: ["win_rate", "sales_cycle"])
    Topic(
      "hybrid_motion", "Hybrid", .motion,
      "The product wins users, sellers win the company: two sets of stages side by side.",
      related: ["product_led", "sales_led"])
    Topic(
      "named_account_coverage", "Named-account coverage", .motion,
      "A seller knows 10 to 50 accounts in depth. Dear, and right for enterprise contracts.",
      related: ["named_accounts", "whitespace"])
    Topic(
      "territory_coverage", "Territory coverage", .motion,
      "A seller covers a region, a vertical or a segment by a plan and tiers. Scales further.",
      related: ["balance_index", "territory_score"])
    Topic(
      "bowtie", "Bowtie", .motion,
      """
      The revenue cycle drawn on both sides of the sale: awareness, education, selection; then onboarding, \
      impact, growth. Most companies measure the left side and lose money on the right.
      """, aliases: ["bowtie model"], related: ["nrr", "time_to_value", "full_funnel"])
    Topic(
      "specialisation_order", "Order of specialisation", .motion,
      "Language first, then segment, then hunting apart from farming, industry last.",
      aliases: ["specialization order"], related: ["named_account_coverage", "territory_coverage"])
    Topic(
      "deal_desk", "Deal desk", .motion,
      """
      Decides on prices, terms and configurations outside the standard, fast and within limits: AE to 10%, \
      manager to 20%, VP to 30%, CRO above; legal where terms are not standard.
      """, related: ["discount", "approval_steps", "approval_time"])
  }
}
