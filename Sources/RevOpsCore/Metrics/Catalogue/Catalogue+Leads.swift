extension Catalogue {
  /// Which leads deserve attention, and whether they get it.
  @MetricList static func leads() -> [Metric] {
    Metric(
      "lead_score", "Lead score", .score, .higherIsBetter, .operating, .marketing,
      "How far a lead's behaviour and fit make it worth a seller's time, 0 to 100.",
      "min(60, behavioural) + min(40, firmographic) + negative, at least 0",
      terms: ["behavioural": .points, "firmographic": .points, "negative": .points],
      bands: [BandList(.general, Source.engine(3), .unqualified, .at(50, .mql), .at(75, .hot))],
      aliases: ["mql threshold", "hot_lead"],
      related: ["behavioural_score", "firmographic_score", "score_auc"], command: "leads score")
    Metric(
      "behavioural_score", "Behavioural score", .points, .higherIsBetter, .diagnostic, .marketing,
      "Points for what a lead did, at most 60; old events lose points by their decay.",
      "min(60, sum of points after decay)", terms: ["points": .points],
      aliases: ["behavioral_signals", "behavioral score", "engagement score"], related: ["lead_score"],
      command: "leads score")
    Metric(
      "firmographic_score", "Firmographic score", .points, .higherIsBetter, .diagnostic, .marketing,
      "Points for who a lead is, at most 40.",
      "min(40, sum of points)", terms: ["points": .points],
      aliases: ["firmographic_signals", "fit score"], related: ["lead_score", "icp_share"],
      command: "leads score")
    Metric(
      "negative_score", "Negative points", .points, .higherIsBetter, .diagnostic, .marketing,
      "Points taken off for signs that a lead will not buy.",
      "sum of negative points", terms: ["points": .points],
      aliases: ["negative_signals"], related: ["lead_score"], command: "leads score")
    Metric(
      "score_auc", "Separation of the score", .score, .higherIsBetter, .diagnostic, .revOps,
      "Chance that a lead that converted scored above one that did not; 0.5 is a coin toss.",
      "area under the ROC curve of score against outcome",
      aliases: ["auc", "roc auc"], related: ["score_lift", "lead_score"], command: "leads score")
    Metric(
      "score_lift", "Lift of the score", .ratio, .higherIsBetter, .diagnostic, .revOps,
      "Conversion of the best tenth of leads by score against that of all leads.",
      "rate of the top decile / rate of all", terms: ["top_rate": .rate, "rate": .rate],
      aliases: ["lift", "decile lift"], related: ["score_auc"], command: "leads score")
    Metric(
      "lead_response_time", "Lead response time", .minutes, .lowerIsBetter, .operating, .sdr,
      "Time from an inbound lead to the first answer by a person.",
      "first_touch - created", terms: ["first_touch": .minutes, "created": .minutes],
      bands: [BandList(.general, Source.engine(5), .onTarget, .at(5, .offTarget))],
      aliases: ["speed to lead", "response time"], related: ["lead_routing_time", "mql_acceptance_time"],
      command: "sla track")
    Metric(
      "unmatched_lead_share", "Unmatched leads", .rate, .lowerIsBetter, .diagnostic, .revOps,
      "Share of leads that no routing rule takes, so that they go to the fallback.",
      "unmatched / leads", terms: ["unmatched": .count, "leads": .count],
      aliases: ["unmatched", "fallback share"], related: ["lead_routing_time"], command: "leads route")
    Metric(
      "pql_must_haves", "PQL must-haves met", .count, .higherIsBetter, .operating, .revOps,
      "How many of the usage conditions a product-qualified lead needs are met; it needs all of them.",
      "count of must_have conditions met", aliases: ["must_have"],
      related: ["pql_nice_to_haves", "activated_to_pql"], command: "leads qualify")
    Metric(
      "pql_nice_to_haves", "PQL nice-to-haves met", .count, .higherIsBetter, .diagnostic, .revOps,
      "How many of the further usage signs of interest a product-qualified lead shows.",
      "count of nice_to_have conditions met", aliases: ["nice_to_have"], related: ["pql_must_haves"],
      command: "leads qualify")
    Metric(
      "bant_score", "BANT score", .score, .higherIsBetter, .operating, .sdr,
      "How many of budget, authority, need and timeline discovery has confirmed, 0 to 4.",
      "budget + authority + need + timeline",
      terms: ["budget": .points, "authority": .points, "need": .points, "timeline": .points],
      bands: [BandList(.general, Source.engine(3), .offTarget, .at(3, .onTarget))],
      aliases: ["bant points"], related: ["sal_to_sql", "meddicc_score"], command: "leads qualify")
    Metric(
      "follow_up_touches", "Touches before rejection", .count, .higherIsBetter, .diagnostic, .sdr,
      "Attempts to reach a qualified lead within 14 days before it may be rejected.",
      "count of touches in 14 days",
      bands: [BandList(.general, Source.engine(7), .offTarget, .at(6, .onTarget))],
      aliases: ["follow_up", "touch sequence"], related: ["mql_to_sal"], command: "sla track")
  }
}
