extension Catalogue {
  /// What a seller does, and what comes of it.
  static func reps() -> [Metric] { activity() + outcomes() }

  @MetricList private static func activity() -> [Metric] {
    Metric(
      "calls_per_day", "Calls a day", .perDay, .higherIsBetter, .operating, .sdr,
      "Calls a seller makes on a working day.",
      "calls / working_days", terms: ["calls": .count, "working_days": .days],
      bands: [activityRange(.sdr, 40, 60), activityRange(.ae, 8, 12)], aliases: ["calls"],
      related: ["activity_volume"], command: "reps")
    Metric(
      "emails_per_day", "Emails a day", .perDay, .higherIsBetter, .operating, .sdr,
      "Emails a seller sends on a working day.",
      "emails / working_days", terms: ["emails": .count, "working_days": .days],
      bands: [activityRange(.sdr, 30, 50), activityRange(.ae, 15, 20)], aliases: ["emails"],
      related: ["activity_volume"], command: "reps")
    Metric(
      "meetings_booked_per_week", "Meetings booked a week", .perWeek, .higherIsBetter, .operating, .sdr,
      "Meetings with buyers a seller books in a week.",
      "meetings_booked / weeks", terms: ["meetings_booked": .count, "weeks": .count],
      bands: [activityRange(.sdr, 8, 12), activityRange(.ae, 10, 15)],
      aliases: ["meetings booked"], related: ["show_rate", "cost_per_meeting"], command: "reps")
    Metric(
      "demos_per_week", "Demos a week", .perWeek, .higherIsBetter, .operating, .accountExecutive,
      "Demonstrations a seller gives in a week.",
      "demos / weeks", terms: ["demos": .count, "weeks": .count], bands: [activityRange(.ae, 5, 8)],
      aliases: ["demos"], related: ["meetings_booked_per_week"], command: "reps")
    Metric(
      "activity_volume", "Activity volume", .count, .higherIsBetter, .diagnostic, .sdr,
      "Calls, emails and meetings of a seller in a period, together.",
      "calls + emails + meetings", terms: ["calls": .count, "emails": .count, "meetings": .count],
      aliases: ["activities"], related: ["revenue_per_activity", "activities_per_opp"], command: "reps")
    Metric(
      "show_rate", "Show rate", .rate, .higherIsBetter, .operating, .sdr,
      "Share of the meetings booked that took place.",
      "meetings_held / meetings_booked", terms: ["meetings_held": .count, "meetings_booked": .count],
      related: ["meetings_booked_per_week"], command: "reps")
    Metric(
      "sals_accepted", "SALs accepted by AEs", .count, .higherIsBetter, .operating, .sdr,
      "Leads of an SDR that an AE took on.",
      "count of leads accepted", aliases: ["sal accepted by ae", "sal volume"], related: ["mql_to_sal"],
      command: "reps")
  }

  @MetricList private static func outcomes() -> [Metric] {
    Metric(
      "cost_per_meeting", "Cost per meeting", .money, .lowerIsBetter, .operating, .sdr,
      "Loaded cost of a seller for each meeting held.",
      "loaded_cost / meetings_held", terms: ["loaded_cost": .money, "meetings_held": .count],
      related: ["loaded_cost", "show_rate"], command: "reps")
    Metric(
      "revenue_per_activity", "Revenue per activity", .money, .higherIsBetter, .operating,
      .accountExecutive,
      "Revenue closed for each activity logged.",
      "closed_revenue / activities", terms: ["closed_revenue": .money, "activities": .count],
      related: ["activity_volume"], command: "reps")
    Metric(
      "pipeline_to_close", "Pipeline to close", .ratio, .lowerIsBetter, .operating, .accountExecutive,
      "Pipeline a seller needed for each dollar closed.",
      "pipeline_created / closed_revenue", terms: ["pipeline_created": .money, "closed_revenue": .money],
      aliases: ["pipeline_to_close_ratio"], related: ["win_rate", "coverage"], command: "reps")
    Metric(
      "poc_success_rate", "Proof-of-concept success", .rate, .higherIsBetter, .operating, .salesEngineer,
      "Share of proofs of concept that met the criteria agreed beforehand.",
      "successful_pocs / pocs", terms: ["successful_pocs": .count, "pocs": .count],
      aliases: ["poc success rate"], related: ["supported_win_rate", "time_to_technical_win"],
      command: "reps")
    Metric(
      "time_to_technical_win", "Time to technical win", .days, .lowerIsBetter, .operating, .salesEngineer,
      "Days from a sales engineer's joining a deal to the buyer's technical agreement.",
      "technical_win - joined", terms: ["technical_win": .days, "joined": .days],
      related: ["poc_success_rate", "sales_cycle"], command: "reps")
  }

  private static func activityRange(_ role: Scope, _ from: Double, _ to: Double) -> BandList {
    BandList(role, Source.engine(6), .belowTarget, .at(from, .onTarget), .above(to, .aboveTarget))
  }
}
