extension Catalogue {
  /// What the teams promised one another, and whether they keep it.
  static func agreements() -> [Metric] { marketingAndSales() + handoff() + compliance() }

  @MetricList private static func marketingAndSales() -> [Metric] {
    Metric(
      "lead_routing_time", "Routing time", .minutes, .lowerIsBetter, .operating, .revOps,
      "Time from a lead's qualification to its seller.",
      "routed - qualified", terms: ["routed": .minutes, "qualified": .minutes],
      bands: [
        BandList(.general, Source.engine(7), .onTarget, .above(5, .offTarget)),
        BandList(.smb, Source.engine(8), .onTarget, .above(15, .offTarget)),
      ],
      aliases: ["routed", "routing time"], related: ["lead_response_time", "escalation_time"],
      command: "sla track")
    Metric(
      "escalation_time", "Time to escalation", .minutes, .lowerIsBetter, .operating, .revOps,
      "Time a routed lead may lie untouched before it goes to the manager.",
      "escalated - routed", terms: ["escalated": .minutes, "routed": .minutes],
      bands: [BandList(.general, Source.engine(8), .onTarget, .above(30, .offTarget))],
      aliases: ["escalation minutes"], related: ["lead_routing_time"], command: "sla track")
    Metric(
      "mql_acceptance_time", "MQL acceptance time", .businessHours, .lowerIsBetter, .operating, .sdr,
      "Working hours until sales accepts or rejects a qualified lead.",
      "disposed - routed, in working time", terms: ["disposed": .hours, "routed": .hours],
      standard: "engine", standardSource: Source.engine(3),
      variants: [
        Metric.Variant(
          "operating_system", "disposed - routed, in working time", Source.operatingSystem,
          ["disposed": .hours, "routed": .hours])
      ],
      bands: [
        BandList(.general, Source.engine(3), .onTarget, .above(4, .offTarget)),
        BandList(.operatingSystem, Source.operatingSystem, .onTarget, .above(24, .offTarget)),
      ],
      aliases: ["mql response time", "accept or reject"], related: ["mql_to_sal", "mqls_waiting"],
      command: "sla track")
    Metric(
      "first_meeting_time", "Time to first meeting", .hours, .lowerIsBetter, .operating, .accountExecutive,
      "Hours from a lead's handoff to the seller's first meeting with it.",
      "first_meeting - handoff", terms: ["first_meeting": .hours, "handoff": .hours],
      bands: [BandList(.general, Source.engine(3), .onTarget, .above(48, .offTarget))],
      aliases: ["first meeting"], related: ["sql_to_opp"], command: "sla track")
    Metric(
      "disposition_time", "Time to disposition", .hours, .lowerIsBetter, .operating, .sdr,
      "Hours until a qualified lead stands as accepted or rejected in the CRM.",
      "disposed - routed", terms: ["disposed": .hours, "routed": .hours],
      bands: [BandList(.general, Source.engine(7), .onTarget, .above(48, .offTarget))],
      aliases: ["mql disposition"], related: ["mql_acceptance_time"], command: "sla track")
    Metric(
      "rejection_feedback_time", "Time to rejection feedback", .hours, .lowerIsBetter, .operating, .sdr,
      "Hours from rejecting a lead to giving marketing the reason.",
      "reason_given - rejected", terms: ["reason_given": .hours, "rejected": .hours],
      bands: [BandList(.general, Source.engine(7), .onTarget, .above(48, .offTarget))],
      aliases: ["rejection reason time"], related: ["rejection_reason_share"], command: "sla track")
    Metric(
      "rejection_reason_share", "Rejections with a reason", .rate, .higherIsBetter, .operating, .sdr,
      "Share of rejected leads with a reason code.",
      "rejections_with_reason / rejections",
      terms: ["rejections_with_reason": .count, "rejections": .count],
      bands: [BandList(.general, Source.operatingSystem, .offTarget, .at(1, .onTarget))],
      aliases: ["rejection reason codes"], related: ["mql_to_sal"], command: "sla track")
    Metric(
      "lead_completeness", "Lead data completeness", .rate, .higherIsBetter, .operating, .marketing,
      "Share of the required fields of handed-over leads that are filled.",
      "fields_filled / fields_required", terms: ["fields_filled": .count, "fields_required": .count],
      bands: [BandList(.general, Source.engine(7), .offTarget, .at(1, .onTarget))],
      aliases: ["lead_data_completeness"], related: ["required_field_completeness"], command: "sla track")
  }

  @MetricList private static func handoff() -> [Metric] {
    Metric(
      "handoff_document_time", "Time to the handoff document", .hours, .lowerIsBetter, .operating,
      .accountExecutive,
      "Hours from signature to a complete handoff document and the seller's introduction.",
      "document_complete - signed", terms: ["document_complete": .hours, "signed": .hours],
      bands: [BandList(.general, Source.engine(7), .onTarget, .above(24, .offTarget))],
      aliases: ["handoff document", "intro email time"], related: ["kickoff_time"], command: "sla track")
    Metric(
      "handoff_acknowledgement_time", "Time to acknowledge a handoff", .hours, .lowerIsBetter, .operating,
      .csm,
      "Hours until customer success confirms a new customer's handoff.",
      "acknowledged - handed_over", terms: ["acknowledged": .hours, "handed_over": .hours],
      bands: [BandList(.general, Source.engine(7), .onTarget, .above(4, .offTarget))],
      aliases: ["acknowledge handoff"], related: ["welcome_time", "kickoff_time"], command: "sla track")
    Metric(
      "welcome_time", "Time to the welcome", .hours, .lowerIsBetter, .operating, .csm,
      "Hours from the handoff to the first message of customer success.",
      "welcomed - handed_over", terms: ["welcomed": .hours, "handed_over": .hours],
      bands: [BandList(.general, Source.engine(7), .onTarget, .above(24, .offTarget))],
      aliases: ["welcome email"], related: ["kickoff_time"], command: "sla track")
    Metric(
      "kickoff_time", "Time to kickoff", .hours, .lowerIsBetter, .operating, .csm,
      "Hours from signature to the onboarding kickoff.",
      "kickoff - signed", terms: ["kickoff": .hours, "signed": .hours],
      bands: [BandList(.general, Source.engine(3), .onTarget, .above(48, .offTarget))],
      aliases: ["cs kickoff"], related: ["time_to_value", "joint_kickoff_time"], command: "sla track")
    Metric(
      "joint_kickoff_time", "Time to the joint call", .days, .lowerIsBetter, .operating, .accountExecutive,
      "Working days from signature to the call of seller, customer and customer success.",
      "joint_call - signed, in working days", terms: ["joint_call": .days, "signed": .days],
      bands: [BandList(.general, Source.engine(7), .onTarget, .above(5, .offTarget))],
      aliases: ["joint kickoff call"], related: ["kickoff_time"], command: "sla track")
  }

  @MetricList private static func compliance() -> [Metric] {
    Metric(
      "sla_compliance", "SLA compliance", .rate, .higherIsBetter, .operating, .revOps,
      "Share of the cases under an agreement that kept its time.",
      "cases_kept / cases", terms: ["cases_kept": .count, "cases": .count],
      aliases: ["compliance"], related: ["sla_breaches", "lead_routing_time"], command: "sla track")
    Metric(
      "sla_breaches", "SLA breaches a month", .perMonth, .lowerIsBetter, .operating, .revOps,
      "Cases a month in which somebody missed an agreement; more than three escalate.",
      "breaches / months", terms: ["breaches": .count, "months": .months],
      bands: [BandList(.general, Source.operatingSystem, .onTarget, .above(3, .offTarget))],
      aliases: ["breaches"], related: ["sla_compliance"], command: "sla track")
  }
}
