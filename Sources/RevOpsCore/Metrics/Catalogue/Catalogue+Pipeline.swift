extension Catalogue {
  /// What is open, whether it suffices, how it moves and how sound it is.
  static func pipeline() -> [Metric] { coverage() + productivity() + health() + movement() }

  @MetricList private static func coverage() -> [Metric] {
    Metric(
      "open_pipeline", "Open pipeline", .money, .higherIsBetter, .operating, .revOps,
      "Value of the open opportunities that close in a period.",
      "sum of amount over open opportunities", terms: ["amount": .money],
      aliases: ["total_value", "total pipeline", "unweighted pipeline"],
      related: ["weighted_pipeline", "coverage"], command: "pipeline coverage")
    Metric(
      "open_deals", "Open deals", .count, .neutral, .operating, .revOps,
      "Number of the open opportunities that close in a period.",
      "count of open opportunities", aliases: ["total_deals", "open opportunities"],
      related: ["open_pipeline", "deal_capacity"], command: "pipeline coverage")
    Metric(
      "weighted_pipeline", "Weighted pipeline", .money, .higherIsBetter, .operating, .revOps,
      "Open pipeline with each deal at its chance to be won; as good as the stage definitions behind it.",
      "sum of amount × probability", terms: ["amount": .money, "probability": .rate],
      aliases: ["weighted"], related: ["open_pipeline", "coverage_weighted"], command: "pipeline coverage")
    Metric(
      "aged_pipeline", "Age-adjusted pipeline", .money, .higherIsBetter, .operating, .revOps,
      "Open pipeline that counts a deal less the longer its expected close has passed.",
      "sum of amount × (1 under 30 days late, 0.5 to 60, 0.25 beyond)", terms: ["amount": .money],
      aliases: ["aged"], related: ["open_pipeline", "coverage_aged"], command: "pipeline coverage")
    Metric(
      "quota_remaining", "Quota remaining", .money, .lowerIsBetter, .operating, .firstLineManager,
      "What of a period's quota is still to be won.",
      "quota - won", terms: ["quota": .money, "won": .money],
      aliases: ["gap to target", "gap to quota"], related: ["coverage", "required_pipeline"],
      command: "pipeline coverage")
    Metric(
      "coverage", "Pipeline coverage", .ratio, .higherIsBetter, .operating, .revOps,
      "Open pipeline of a period for each dollar of quota still to be won.",
      "pipeline / quota", terms: ["pipeline": .money, "quota": .money],
      bands: [
        BandList(
          .general, Source.engine(4), .belowMinimum, .at(3, .minimum), .at(3.5, .healthy), .at(4, .optimal)),
        BandList(
          .operatingSystem, Source.operatingSystem, .critical, .at(2.5, .belowTarget), .at(3, .onTarget),
          .above(4, .tooHigh)),
        BandList(.operating, Source.engine(5), .offTarget, .at(3.5, .onTarget)),
      ],
      aliases: ["coverage_total", "coverage_ratio", "quota coverage", "coverage ratio", "pipeline coverage"],
      related: ["required_pipeline", "coverage_weighted", "win_rate"], command: "pipeline coverage")
    Metric(
      "coverage_weighted", "Weighted coverage", .ratio, .higherIsBetter, .operating, .revOps,
      "Weighted pipeline for each dollar of quota still to be won.",
      "weighted_pipeline / quota_remaining",
      terms: ["weighted_pipeline": .money, "quota_remaining": .money],
      bands: [
        BandList(
          .general, Source.engine(4), .belowMinimum, .at(1.5, .minimum), .at(2, .healthy), .at(3, .optimal))
      ],
      aliases: ["weighted pipeline coverage"], related: ["coverage", "weighted_pipeline"],
      command: "pipeline coverage")
    Metric(
      "coverage_aged", "Age-adjusted coverage", .ratio, .higherIsBetter, .operating, .revOps,
      "Age-adjusted pipeline for each dollar of quota still to be won.",
      "aged_pipeline / quota_remaining", terms: ["aged_pipeline": .money, "quota_remaining": .money],
      related: ["coverage", "aged_pipeline"], command: "pipeline coverage")
    Metric(
      "forecast_coverage", "Forecast coverage", .ratio, .higherIsBetter, .operating, .firstLineManager,
      "Open pipeline of a period for each dollar of the committed forecast.",
      "pipeline / forecast", terms: ["pipeline": .money, "forecast": .money],
      bands: [BandList(.general, Source.operatingSystem, .offTarget, .at(3, .onTarget))],
      related: ["coverage", "forecast"], command: "pipeline coverage")
    Metric(
      "forward_coverage", "Forward coverage, Q+1 to Q+3", .ratio, .higherIsBetter, .operating,
      .demandManager,
      "Coverage of each of the next three quarters by what is open for them today.",
      "pipeline / quota, for each quarter ahead", terms: ["pipeline": .money, "quota": .money],
      aliases: ["pipeline coverage q+1/q+2/q+3"], related: ["coverage", "sufficiency"], command: "demand")
    Metric(
      "required_pipeline", "Required pipeline", .money, .neutral, .operating, .revOps,
      "Open pipeline a quota asks for at a win rate: $1M at 25% needs $4M.",
      "quota / win_rate × safety", terms: ["quota": .money, "win_rate": .rate, "safety": .ratio],
      aliases: ["required"], related: ["coverage", "pipeline_gap", "pipeline_needed"],
      command: "pipeline coverage")
    Metric(
      "pipeline_gap", "Pipeline gap", .money, .lowerIsBetter, .operating, .revOps,
      "How far the open pipeline falls short of what is required.",
      "required_pipeline - open_pipeline", terms: ["required_pipeline": .money, "open_pipeline": .money],
      aliases: ["coverage gap"], related: ["required_pipeline", "coverage"], command: "pipeline coverage")
    Metric(
      "pipeline_created", "Pipeline created", .money, .higherIsBetter, .operating, .sdr,
      "Value of the opportunities opened in a period.",
      "sum of amount over opportunities created", terms: ["amount": .money],
      aliases: ["new_created_this_month", "created_this_month", "new pipeline", "created"],
      related: ["pipeline_created_ratio", "opps_created"], command: "pipeline review")
    Metric(
      "opps_created", "Opportunities created", .count, .higherIsBetter, .operating, .sdr,
      "Number of the opportunities opened in a period.",
      "count of opportunities created", aliases: ["new opportunities"], related: ["pipeline_created"],
      command: "pipeline review")
    Metric(
      "pipeline_created_ratio", "Pipeline created to quota", .ratio, .higherIsBetter, .operating, .sdr,
      "New pipeline of a month for each dollar of that month's quota.",
      "pipeline_created / quota", terms: ["pipeline_created": .money, "quota": .money],
      bands: [
        BandList(
          .general, Source.engine(4), .belowMinimum, .at(1, .minimum), .at(1.5, .healthy), .at(2, .optimal)),
        BandList(.operating, Source.engine(5), .offTarget, .at(1.5, .onTarget)),
      ],
      aliases: ["new pipeline created per month"], related: ["pipeline_created", "coverage"],
      command: "pipeline health")
    Metric(
      "negotiation_share", "Share in negotiation", .rate, .higherIsBetter, .operating, .firstLineManager,
      "Share of the open pipeline that is in negotiation.",
      "negotiation_pipeline / open_pipeline",
      terms: ["negotiation_pipeline": .money, "open_pipeline": .money],
      bands: [
        BandList(
          .general, Source.engine(4), .belowMinimum, .at(0.15, .minimum), .at(0.25, .healthy),
          .at(0.35, .optimal))
      ],
      aliases: ["deals in negotiation stage"], related: ["late_stage_share"], command: "pipeline health")
    Metric(
      "cross_sell_pipeline", "Cross-sell pipeline", .money, .higherIsBetter, .operating, .accountManager,
      "Open pipeline with existing customers for products they do not have, apart from new business.",
      "sum of amount over open cross-sell opportunities", terms: ["amount": .money],
      related: ["expansion_arr", "open_pipeline"], command: "pipeline coverage")
  }

  @MetricList private static func productivity() -> [Metric] {
    Metric(
      "velocity", "Pipeline velocity", .moneyPerDay, .higherIsBetter, .operating, .headOfSales,
      "Bookings the pipeline yields a day: 50 deals at 25% and $30,000 over 60 days make $6,250.",
      "opportunities × win_rate × average_deal / cycle",
      terms: ["opportunities": .count, "win_rate": .rate, "average_deal": .money, "cycle": .days],
      aliases: ["sales velocity", "velocity_per_day", "deal velocity", "revenue velocity"],
      related: ["win_rate", "average_deal", "sales_cycle", "lever_gain"], command: "pipeline velocity")
    Metric(
      "lever_gain", "Gain from a lever", .moneyPerDay, .higherIsBetter, .diagnostic, .revOps,
      "What velocity gains when one of its four levers improves by a tenth.",
      "velocity after - velocity before", aliases: ["levers"], related: ["velocity"],
      command: "pipeline velocity")
    Metric(
      "win_rate", "Win rate", .rate, .higherIsBetter, .operating, .firstLineManager,
      "Share of the deals closed in a period that were won, by count.",
      "won / (won + lost)", terms: ["won": .count, "lost": .count],
      standard: "count", standardSource: Source.engine(5),
      variants: [
        Metric.Variant(
          "value", "won_value / (won_value + lost_value)", "field practice",
          ["won_value": .money, "lost_value": .money])
      ],
      bands: [
        BandList(
          .general, Source.engine(3), .bottomQuartile, .at(0.15, .belowMedian), .at(0.2, .median),
          .at(0.3, .topQuartile), .at(0.45, .worldClass)),
        BandList(.operating, Source.engine(5), .offTarget, .at(0.25, .onTarget)),
      ],
      aliases: ["new_win_rate", "close rate"], related: ["late_stage_win_rate", "required_pipeline"],
      command: "pipeline velocity")
    Metric(
      "late_stage_win_rate", "Late-stage win rate", .rate, .higherIsBetter, .operating, .firstLineManager,
      "Share of the deals that entered a late stage that were won.",
      "won / entered_late_stage", terms: ["won": .count, "entered_late_stage": .count],
      bands: [
        BandList(.general, Source.operatingSystem, .poor, .at(0.2, .typical), .at(0.35, .strong))
      ],
      related: ["win_rate"], command: "pipeline velocity")
    Metric(
      "supported_win_rate", "Win rate on supported deals", .rate, .higherIsBetter, .operating, .salesEngineer,
      "Share of the closed deals with a sales engineer on them that were won.",
      "won_supported / closed_supported", terms: ["won_supported": .count, "closed_supported": .count],
      related: ["win_rate", "poc_success_rate"], command: "reps")
    Metric(
      "average_deal", "Average deal size", .money, .higherIsBetter, .operating, .headOfSales,
      "Value of the average deal won; a fall may mean smaller customers, rivals or discounts.",
      "won_value / won", terms: ["won_value": .money, "won": .count],
      aliases: ["avg_deal_size", "avg_new_deal_size", "ads", "acv", "average contract value"],
      related: ["velocity", "arpa", "discount"], command: "pipeline velocity")
    Metric(
      "sales_cycle", "Sales cycle", .days, .lowerIsBetter, .operating, .revOps,
      "Days from opening an opportunity to winning it, on average.",
      "mean of won_date - created_date", terms: ["won_date": .days, "created_date": .days],
      aliases: ["sales cycle length", "avg_cycle_days", "sales_cycle_days", "cycle_days", "cycle"],
      related: ["velocity", "days_in_stage"], command: "pipeline velocity")
    Metric(
      "deal_capacity", "Deal capacity", .count, .higherIsBetter, .diagnostic, .revOps,
      "Open deals a seller works at the same quality.",
      "open_deals / sellers", terms: ["open_deals": .count, "sellers": .count],
      aliases: ["deals per seller"], related: ["velocity", "open_deals"], command: "pipeline health")
  }

  @MetricList private static func health() -> [Metric] {
    Metric(
      "stalled_share", "Stalled share", .rate, .lowerIsBetter, .operating, .firstLineManager,
      "Share of the open pipeline in which no buyer has moved for 14 days or more.",
      "stalled_pipeline / open_pipeline", terms: ["stalled_pipeline": .money, "open_pipeline": .money],
      aliases: ["stalled pipeline"], related: ["untouched_share", "days_in_stage"],
      command: "pipeline health")
    Metric(
      "days_in_stage", "Days in stage", .days, .lowerIsBetter, .diagnostic, .revOps,
      "Days an opportunity has been in its stage, by deal size where that matters.",
      "as_of - stage_entered_date", terms: ["as_of": .days, "stage_entered_date": .days],
      aliases: ["time in stage", "stage duration"], related: ["stage_age_ratio", "sales_cycle"],
      command: "pipeline health")
    Metric(
      "stage_age_ratio", "Age against won deals", .ratio, .lowerIsBetter, .diagnostic, .revOps,
      "Days in stage against the median that won deals spent there.",
      "days_in_stage / median of won deals", terms: ["days_in_stage": .days, "median": .days],
      related: ["days_in_stage"], command: "pipeline health")
    Metric(
      "push_count", "Push count", .count, .lowerIsBetter, .operating, .firstLineManager,
      "How often the close date of a deal was moved out.",
      "count of close date deferrals",
      bands: [BandList(.general, Source.operatingSystem, .onTarget, .at(2, .offTarget))],
      aliases: ["deals pushed", "close date deferrals"], related: ["slippage_rate", "stalled_share"],
      command: "pipeline health")
    Metric(
      "mqls_waiting", "MQLs waiting", .count, .lowerIsBetter, .operating, .sdr,
      "Qualified leads that sales has neither accepted nor rejected.",
      "count of mqls without a disposition", aliases: ["leads awaiting acceptance"],
      related: ["mql_to_sal", "mql_acceptance_time"], command: "pipeline health")
    Metric(
      "linearity", "Linearity", .rate, .lowerIsBetter, .diagnostic, .firstLineManager,
      "Share of a quarter's pipeline that is to close in its last month; a third would be even.",
      "last_month_pipeline / quarter_pipeline",
      terms: ["last_month_pipeline": .money, "quarter_pipeline": .money],
      related: ["concentration"], command: "pipeline health")
    Metric(
      "early_stage_share", "Early-stage share", .rate, .lowerIsBetter, .diagnostic, .firstLineManager,
      "Share of the open pipeline in early stages; high means the risk lies ahead.",
      "early_pipeline / open_pipeline", terms: ["early_pipeline": .money, "open_pipeline": .money],
      aliases: ["early stage %"], related: ["mid_stage_share", "late_stage_share"],
      command: "pipeline health")
    Metric(
      "mid_stage_share", "Mid-stage share", .rate, .neutral, .diagnostic, .firstLineManager,
      "Share of the open pipeline in middle stages.",
      "mid_pipeline / open_pipeline", terms: ["mid_pipeline": .money, "open_pipeline": .money],
      related: ["early_stage_share", "late_stage_share"], command: "pipeline health")
    Metric(
      "late_stage_share", "Late-stage share", .rate, .neutral, .diagnostic, .firstLineManager,
      "Share of the open pipeline in late stages.",
      "late_pipeline / open_pipeline", terms: ["late_pipeline": .money, "open_pipeline": .money],
      related: ["early_stage_share", "negotiation_share"], command: "pipeline health")
    Metric(
      "concentration", "Concentration", .rate, .lowerIsBetter, .diagnostic, .firstLineManager,
      "Share of the open pipeline that its largest deal holds.",
      "largest_deal / open_pipeline", terms: ["largest_deal": .money, "open_pipeline": .money],
      aliases: ["concentration risk"], related: ["herfindahl"], command: "pipeline health")
    Metric(
      "herfindahl", "Herfindahl index", .score, .lowerIsBetter, .diagnostic, .revOps,
      "How far few deals make up the pipeline: 1 for a single deal, 1/n for n equal ones.",
      "sum of (amount / open_pipeline)²", terms: ["amount": .money, "open_pipeline": .money],
      bands: [
        BandList(.general, Source.mergerGuidelines, .onTarget, .at(0.15, .tooHigh), .at(0.25, .critical))
      ],
      aliases: ["hhi", "herfindahl-hirschman index"], related: ["concentration"],
      command: "pipeline health")
    Metric(
      "zero_amount_share", "Deals without an amount", .rate, .lowerIsBetter, .diagnostic, .firstLineManager,
      "Share of the open deals with no amount, or one of zero.",
      "deals_without_amount / open_deals", terms: ["deals_without_amount": .count, "open_deals": .count],
      aliases: ["zero-value opportunities"], related: ["required_field_completeness"],
      command: "pipeline health")
    Metric(
      "untouched_share", "Untouched share", .rate, .lowerIsBetter, .operating, .firstLineManager,
      "Share of the open pipeline with no activity logged for 30 days or more.",
      "untouched_pipeline / open_pipeline", terms: ["untouched_pipeline": .money, "open_pipeline": .money],
      aliases: ["untouched pipeline"], related: ["stalled_share", "stale_rate"],
      command: "pipeline health")
    Metric(
      "missing_next_step_share", "Deals without a next step", .rate, .lowerIsBetter, .operating,
      .accountExecutive,
      "Share of the open deals with no next step agreed with the buyer, or one whose date has passed.",
      "deals_without_next_step / open_deals",
      terms: ["deals_without_next_step": .count, "open_deals": .count],
      aliases: ["missing next step date"], related: ["stalled_share"], command: "pipeline health")
    Metric(
      "icp_share", "ICP share", .rate, .higherIsBetter, .diagnostic, .demandManager,
      "Share of the open pipeline with accounts that match the ideal customer profile.",
      "icp_pipeline / open_pipeline", terms: ["icp_pipeline": .money, "open_pipeline": .money],
      aliases: ["icp fit"], related: ["win_rate"], command: "pipeline health")
    Metric(
      "single_threaded_share", "Single-threaded share", .rate, .lowerIsBetter, .diagnostic,
      .accountExecutive,
      "Share of the open deals in which only one contact of the buyer takes part.",
      "single_contact_deals / open_deals", terms: ["single_contact_deals": .count, "open_deals": .count],
      related: ["contacts_engaged"], command: "pipeline health")
    Metric(
      "contacts_engaged", "Contacts engaged", .count, .higherIsBetter, .diagnostic, .accountExecutive,
      "People of the buyer who take part in a deal; from three on deals are won 2.3 times as often.",
      "count of active contacts of the deal",
      bands: [BandList(.general, Source.engine(13), .belowTarget, .at(3, .onTarget))],
      aliases: ["multi-threading", "stakeholder count"], related: ["single_threaded_share", "win_rate"],
      command: "pipeline health")
    Metric(
      "activities_per_opp", "Activities per opportunity", .ratio, .neutral, .diagnostic, .accountExecutive,
      "Calls, emails and meetings logged for each open opportunity.",
      "activities / open_deals", terms: ["activities": .count, "open_deals": .count],
      aliases: ["activity metrics"], related: ["activity_volume", "untouched_share"],
      command: "pipeline health")
  }

  @MetricList private static func movement() -> [Metric] {
    Metric(
      "pipeline_start", "Pipeline at the start", .money, .neutral, .diagnostic, .revOps,
      "Open pipeline of a period as its first snapshot shows it.",
      "sum of amount over deals open at the start", terms: ["amount": .money],
      aliases: ["starting pipeline"], related: ["pipeline_end"], command: "pipeline movement")
    Metric(
      "pipeline_pulled_in", "Pulled in", .money, .neutral, .diagnostic, .revOps,
      "Value of the deals whose close date moved into the period, from a later one or one that had passed.",
      "sum of amount over deals pulled in", terms: ["amount": .money],
      aliases: ["pulled_in"], related: ["pipeline_pushed_out"], command: "pipeline movement")
    Metric(
      "pipeline_reopened", "Reopened", .money, .neutral, .diagnostic, .revOps,
      "Value of the closed deals that were opened again.",
      "sum of amount over deals reopened", terms: ["amount": .money],
      aliases: ["reopened"], related: ["pipeline_created"], command: "pipeline movement")
    Metric(
      "pipeline_grown", "Grown", .money, .higherIsBetter, .diagnostic, .revOps,
      "Value added to deals that stayed open.",
      "sum of positive amount changes", terms: ["amount": .money],
      aliases: ["grown"], related: ["pipeline_shrunk"], command: "pipeline movement")
    Metric(
      "pipeline_shrunk", "Shrunk", .money, .lowerIsBetter, .diagnostic, .revOps,
      "Value taken off deals that stayed open.",
      "sum of negative amount changes", terms: ["amount": .money],
      aliases: ["shrunk"], related: ["pipeline_grown", "discount"], command: "pipeline movement")
    Metric(
      "pipeline_pushed_out", "Pushed out", .money, .lowerIsBetter, .operating, .firstLineManager,
      "Value of the deals whose close date moved out of the period.",
      "sum of amount over deals pushed out", terms: ["amount": .money],
      aliases: ["pushed_out", "slipped"], related: ["slippage_rate", "push_count"],
      command: "pipeline movement")
    Metric(
      "pipeline_lost", "Lost in the period", .money, .lowerIsBetter, .operating, .firstLineManager,
      "Value of the deals lost in the period.",
      "sum of amount over deals lost", terms: ["amount": .money],
      aliases: ["deals lost"], related: ["win_rate", "loss_reason_share"],
      command: "pipeline movement")
    Metric(
      "pipeline_won", "Won in the period", .money, .higherIsBetter, .operating, .firstLineManager,
      "Value of the deals won in the period.",
      "sum of amount over deals won", terms: ["amount": .money],
      related: ["closed_bookings", "win_rate"],
      command: "pipeline movement")
    Metric(
      "pipeline_removed", "Removed", .money, .neutral, .diagnostic, .revOps,
      "Value of the deals that a later snapshot no longer holds, neither won nor lost.",
      "sum of amount over deals gone", terms: ["amount": .money],
      aliases: ["removed"], related: ["pipeline_end"], command: "pipeline movement")
    Metric(
      "pipeline_end", "Pipeline at the end", .money, .neutral, .diagnostic, .revOps,
      "Open pipeline of a period as its last snapshot shows it; the bridge adds up to it exactly.",
      "start + created + pulled_in + reopened + grown - shrunk - pushed_out - lost - won - removed",
      terms: [
        "start": .money, "created": .money, "pulled_in": .money, "reopened": .money, "grown": .money,
        "shrunk": .money, "pushed_out": .money, "lost": .money, "won": .money, "removed": .money,
      ],
      aliases: ["ending pipeline"], related: ["pipeline_start"], command: "pipeline movement")
    Metric(
      "advanced_deals", "Deals advanced", .count, .higherIsBetter, .diagnostic, .firstLineManager,
      "Open deals that moved to a later stage in the period.",
      "count of deals in a later stage", aliases: ["advanced"], related: ["regressed_deals", "stage_days"],
      command: "pipeline movement")
    Metric(
      "regressed_deals", "Deals regressed", .count, .lowerIsBetter, .diagnostic, .firstLineManager,
      "Open deals that moved back to an earlier stage in the period.",
      "count of deals in an earlier stage", aliases: ["regressed"], related: ["advanced_deals"],
      command: "pipeline movement")
    Metric(
      "stalled_deals", "Deals that stood still", .count, .lowerIsBetter, .diagnostic, .firstLineManager,
      "Open deals that ended the period in the stage they began it in.",
      "count of deals in the same stage", aliases: ["stalled"], related: ["stalled_share", "advanced_deals"],
      command: "pipeline movement")
    Metric(
      "slippage_rate", "Slippage", .rate, .lowerIsBetter, .operating, .firstLineManager,
      "Share of the pipeline due in a period that was pushed out of it, without what it had grown by.",
      "pushed_out / pipeline_due", terms: ["pushed_out": .money, "pipeline_due": .money],
      aliases: ["deal slippage", "slip rate"], related: ["push_count", "pipeline_pushed_out"],
      command: "pipeline movement")
  }
}
