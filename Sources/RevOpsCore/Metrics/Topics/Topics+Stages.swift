extension Topics {
  /// The stages of the funnel, in order.
  @TopicList static func stages() -> [Topic] {
    Topic(
      "visitor", "Visitor", .stage,
      "Somebody on the site whose name is not known. Marketing owns the stage; it ends when an address is left.",
      related: ["visitor_to_known"])
    Topic(
      "known", "Known", .stage,
      "A person identified by an email address: a form, a download, an event. Marketing owns the stage.",
      related: ["known_to_mql"])
    Topic(
      "mql", "Marketing qualified lead", .stage,
      """
      A lead that fits the ideal customer profile and has shown enough interest: a score of 50 or more. \
      Marketing owns it and has 5 minutes to route it. A definition that counts activity without fit floods sales.
      """, aliases: ["marketing qualified lead (mql)"],
      related: ["mql_to_sal", "lead_score", "lead_routing_time", "mql_volume"])
    Topic(
      "sal", "Sales accepted lead", .stage,
      """
      A qualified lead that an SDR has found real, reachable and worth the effort. The SDR accepts or rejects it \
      within 4 business hours, and a rejection names its reason.
      """, related: ["sal_to_sql", "mql_acceptance_time", "rejection_reason_share"])
    Topic(
      "sql", "Sales qualified lead", .stage,
      """
      A lead whose discovery is done and confirms at least three of budget, authority, need and timeline. The \
      first meeting with the AE follows within 48 hours of the handoff.
      """, related: ["sql_to_opp", "bant_score", "first_meeting_time"])
    Topic(
      "pql", "Product qualified lead", .stage,
      """
      In product-led growth, an account whose use of the product shows that a sale is due: it is onboarded, \
      several people use it, and more than one core feature. It takes the place of the MQL.
      """, related: ["pql_must_haves", "pql_to_opp", "activated_to_pql"])
    Topic(
      "opportunity", "Opportunity", .stage,
      """
      A deal the AE holds to be real, with an amount, a close date, a stage, a decision maker and a next step. \
      From here on it is worked in the pipeline and no longer as a lead.
      """, aliases: ["opp", "opportunity created"],
      related: ["opp_to_closed_won", "required_field_completeness"])
    Topic(
      "negotiation", "Proposal and negotiation", .stage,
      "The buyer has the price and both sides work on the contract.",
      aliases: ["proposal/negotiation", "proposal"],
      related: ["negotiation_share", "discount"])
    Topic(
      "won", "Closed won", .stage,
      "The contract is signed and payment agreed; the AE hands over to customer success, kickoff within 48 hours.",
      related: ["pipeline_won", "win_rate", "kickoff_time"])
    Topic(
      "lost", "Closed lost", .stage,
      "The deal is over. Its reason has to be recorded, and the competitor where there was one.",
      aliases: ["closed_lost"], related: ["loss_reason_completeness", "pipeline_lost"])
    Topic(
      "exit_criterion", "Exit criterion", .stage,
      """
      What must be seen to be true before a deal leaves a stage: a field that is filled, a meeting that took \
      place, something the buyer said. How confident the rep feels is not one.
      """, aliases: ["stage gate", "exit criteria", "stage gates"], related: ["process_compliance"])
  }

  /// The categories of a forecast, surest first.
  @TopicList static func categories() -> [Topic] {
    Topic(
      "commit_category", "Commit category", .forecastCategory,
      """
      Agreed in word or writing, contract under way: 90% or surer, and the base of the forecast. Counted at 90% \
      unless 30 closed deals say better.
      """, related: ["commit", "base_forecast", "deal_probability"])
    Topic(
      "best_case_category", "Best case category", .forecastCategory,
      """
      Strong signals and an engaged buyer, but no promise: 60 to 89%, the upside of the forecast. Counted at \
      60% unless 30 closed deals say better; the knowledge map reads it as 60 to 80%.
      """, related: ["best_case", "upside_forecast"])
    Topic(
      "pipeline_stage_category", "Pipeline, as a category", .forecastCategory,
      "Qualified and in a sales cycle: 20 to 59%, counted only with its weight, 20% by default.",
      related: ["pipeline_category", "weighted_forecast"])
    Topic(
      "upside_category", "Upside category", .forecastCategory,
      """
      Early, unqualified or a long shot: under 20% and outside the forecast. The knowledge map ranks upside above \
      pipeline, at 30 to 50%; the preset 'knowledge_map' follows it.
      """, aliases: ["upside"], related: ["deal_probability"])
    Topic(
      "omitted_category", "Omitted category", .forecastCategory,
      "Will not close in this period and is no part of any total.", aliases: ["omitted"],
      related: ["deal_probability"])
  }
}
