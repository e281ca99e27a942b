extension Catalogue {
  /// Whether the records can be trusted.
  @MetricList static func data() -> [Metric] {
    Metric(
      "duplicate_rate", "Duplicate rate", .rate, .lowerIsBetter, .operating, .revOps,
      "Share of account records that stand for a company another record already holds.",
      "duplicate_records / records", terms: ["duplicate_records": .count, "records": .count],
      bands: [BandList(.general, Source.engine(2), .onTarget, .at(0.02, .offTarget))],
      aliases: ["duplicates", "duplicate accounts"], related: ["crm_data_quality"],
      command: "pipeline hygiene")
    Metric(
      "required_field_completeness", "Required fields filled", .rate, .higherIsBetter, .operating,
      .firstLineManager,
      "Share of the fields that open deals need at their stage that are filled.",
      "fields_filled / fields_required", terms: ["fields_filled": .count, "fields_required": .count],
      bands: [BandList(.general, Source.engine(2), .offTarget, .at(1, .onTarget))],
      aliases: ["missing fields", "required fields complete", "field completeness"],
      related: ["lead_completeness"],
      command: "pipeline hygiene")
    Metric(
      "stale_rate", "Stale deals", .rate, .lowerIsBetter, .operating, .accountExecutive,
      "Share of the open deals without any activity for 14 days or more.",
      "stale_deals / open_deals", terms: ["stale_deals": .count, "open_deals": .count],
      aliases: ["stale opportunities", "stale"], related: ["untouched_share", "stalled_share"],
      command: "pipeline hygiene")
    Metric(
      "past_close_rate", "Deals past their close date", .rate, .lowerIsBetter, .operating,
      .accountExecutive,
      "Share of the open deals whose close date has gone by.",
      "deals_past_close / open_deals", terms: ["deals_past_close": .count, "open_deals": .count],
      aliases: ["past close date", "overdue deals"], related: ["aged_pipeline", "push_count"],
      command: "pipeline hygiene")
    Metric(
      "loss_reason_completeness", "Losses with a reason", .rate, .higherIsBetter, .operating,
      .accountExecutive,
      "Share of the deals lost that name their reason.",
      "losses_with_reason / losses", terms: ["losses_with_reason": .count, "losses": .count],
      bands: [BandList(.general, Source.engine(2), .offTarget, .at(1, .onTarget))],
      aliases: ["closed-lost reason populated", "closed lost reason"], related: ["loss_reason_share"],
      command: "pipeline hygiene")
    Metric(
      "impossible_date_rate", "Impossible dates", .rate, .lowerIsBetter, .diagnostic, .revOps,
      "Share of the deals with dates that cannot all be true, such as closed before created.",
      "deals_with_impossible_dates / deals",
      terms: ["deals_with_impossible_dates": .count, "deals": .count],
      aliases: ["impossible dates"], related: ["crm_data_quality"], command: "pipeline hygiene")
    Metric(
      "contradiction_rate", "Contradictory deals", .rate, .lowerIsBetter, .diagnostic, .revOps,
      "Share of the open deals whose stage and forecast category contradict one another.",
      "contradictory_deals / open_deals", terms: ["contradictory_deals": .count, "open_deals": .count],
      aliases: ["stage and category conflicts"], related: ["crm_data_quality"], command: "pipeline hygiene")
    Metric(
      "bounce_rate", "Contact bounce rate", .rate, .lowerIsBetter, .operating, .marketing,
      "Share of the emails sent to contacts that came back.",
      "bounced / sent", terms: ["bounced": .count, "sent": .count],
      bands: [BandList(.general, Source.engine(2), .onTarget, .at(0.05, .offTarget))],
      aliases: ["contact bounce rate", "email bounce rate"], related: ["crm_data_quality"],
      command: "audit")
    Metric(
      "lead_match_rate", "Lead-to-account match rate", .rate, .higherIsBetter, .operating, .revOps,
      "Share of leads that were matched to the account they belong to.",
      "leads_matched / leads", terms: ["leads_matched": .count, "leads": .count],
      bands: [BandList(.general, Source.engine(2), .offTarget, .at(0.95, .onTarget))],
      aliases: ["lead-to-account matching", "match rate"], related: ["duplicate_rate"], command: "audit")
    Metric(
      "crm_data_quality", "CRM data quality", .rate, .higherIsBetter, .operating, .revOps,
      "Share of the records checked that pass every hygiene rule.",
      "records_passing / records", terms: ["records_passing": .count, "records": .count],
      bands: [BandList(.general, Source.audit, .belowTarget, .at(0.95, .onTarget))],
      aliases: ["data accuracy", "data quality"], related: ["duplicate_rate", "required_field_completeness"],
      command: "pipeline hygiene")
    Metric(
      "stack_adoption", "Tool adoption", .rate, .higherIsBetter, .operating, .revOps,
      "Share of the seats paid for that people use.",
      "active_users / seats", terms: ["active_users": .count, "seats": .count],
      aliases: ["tech stack adoption", "crm adoption"], related: ["process_compliance"],
      command: "audit")
    Metric(
      "process_compliance", "Process compliance", .rate, .higherIsBetter, .operating, .revOps,
      "Share of the deals that met each stage's exit criteria before moving on.",
      "deals_meeting_criteria / deals", terms: ["deals_meeting_criteria": .count, "deals": .count],
      aliases: ["stage gate compliance"], related: ["stack_adoption", "sla_compliance"],
      command: "pipeline hygiene")
    Metric(
      "time_to_insight", "Time to insight", .days, .lowerIsBetter, .diagnostic, .revOps,
      "Days from a question about the business to an answer from data.",
      "answered - asked", terms: ["answered": .days, "asked": .days], related: ["process_compliance"],
      command: "rhythm")
  }
}
