extension Catalogue {
  /// How sound single deals are, and what is given away to win them.
  @MetricList static func deals() -> [Metric] {
    Metric(
      "meddicc_score", "MEDDICC score", .score, .higherIsBetter, .operating, .accountExecutive,
      "How far a deal is qualified on seven fields, 0 to 2 each; champion and buyer weigh most.",
      "sum of weight × field score", terms: ["weight": .ratio, "field": .points],
      aliases: ["meddpicc score", "meddic score"],
      related: ["spiced_score", "win_rate"], command: "deals qualify")
    Metric(
      "spiced_score", "SPICED score", .score, .higherIsBetter, .operating, .accountExecutive,
      "How far a deal is qualified on six fields, 0 to 2 each.",
      "sum of weight × field score", terms: ["weight": .ratio, "field": .points],
      aliases: ["qualification score"], related: ["meddicc_score", "win_rate"], command: "deals qualify")
    Metric(
      "closing_plan_share", "Top deals with a closing plan", .rate, .higherIsBetter, .operating,
      .accountExecutive,
      "Share of the top deals with a written plan of how to win them.",
      "deals_with_closing_plan / top_deals", terms: ["deals_with_closing_plan": .count, "top_deals": .count],
      aliases: ["closing plan status"], related: ["action_plan_share"], command: "deals top")
    Metric(
      "action_plan_share", "Top deals with a mutual action plan", .rate, .higherIsBetter, .operating,
      .accountExecutive,
      "Share of the top deals whose buyer has agreed on the steps to a decision.",
      "deals_with_action_plan / top_deals", terms: ["deals_with_action_plan": .count, "top_deals": .count],
      aliases: ["map status"], related: ["closing_plan_share"], command: "deals top")
    Metric(
      "buyer_engaged_share", "Top deals with the buyer engaged", .rate, .higherIsBetter, .operating,
      .accountExecutive,
      "Share of the top deals whose economic buyer was spoken to directly.",
      "deals_with_buyer_engaged / top_deals",
      terms: ["deals_with_buyer_engaged": .count, "top_deals": .count],
      aliases: ["economic buyer engaged"], related: ["meddicc_score", "contacts_engaged"],
      command: "deals top")
    Metric(
      "discount", "Discount", .rate, .lowerIsBetter, .operating, .headOfSales,
      "How far a deal's price lies under list; its depth decides who has to approve it.",
      "1 - price / list_price", terms: ["price": .money, "list_price": .money],
      bands: [
        BandList(
          .general, Source.map(8), .aeApproves, .above(0.1, .managerApproves), .above(0.2, .vpApproves),
          .above(0.3, .croApproves))
      ],
      aliases: ["discount depth", "discount rate"], related: ["approval_steps", "average_deal"],
      command: "deals approve")
    Metric(
      "approval_steps", "Approval steps", .count, .lowerIsBetter, .diagnostic, .revOps,
      "People who have to approve a deal one after another.",
      "count of approvals in the chain", aliases: ["approval chain"],
      related: ["approval_time", "discount"], command: "deals approve")
    Metric(
      "approval_time", "Approval time", .hours, .lowerIsBetter, .operating, .revOps,
      "Hours from asking for an approval to having it.",
      "approved - requested", terms: ["approved": .hours, "requested": .hours],
      aliases: ["turnaround sla", "deal desk turnaround"], related: ["approval_steps", "sales_cycle"],
      command: "deals approve")
    Metric(
      "quarter_end_discount", "Discount at quarter end", .points, .lowerIsBetter, .diagnostic, .revOps,
      "How much deeper discounts are in a quarter's last week than in the others, in points.",
      "discount in the last week - discount before", terms: ["last_week": .rate, "before": .rate],
      aliases: ["discount pattern"], related: ["discount", "linearity"], command: "deals discounts")
    Metric(
      "discounted_churn", "Churn of discounted customers", .ratio, .lowerIsBetter, .diagnostic, .revOps,
      "How many times as often customers won at a deep discount leave as others do.",
      "churn of discounted / churn of others", terms: ["discounted": .rate, "others": .rate],
      aliases: ["discount against renewal"], related: ["discount", "logo_churn"],
      command: "deals discounts")
    Metric(
      "loss_reason_share", "Share of a loss reason", .rate, .lowerIsBetter, .diagnostic, .revOps,
      "Share of the deals lost in a period that name a reason.",
      "losses with the reason / losses", terms: ["losses_with_reason": .count, "losses": .count],
      aliases: ["loss reasons"], related: ["win_rate", "loss_reason_completeness"], command: "deals winloss")
    Metric(
      "competitive_win_rate", "Win rate against a competitor", .rate, .higherIsBetter, .diagnostic,
      .firstLineManager,
      "Share of the closed deals with a named competitor that were won.",
      "won / (won + lost), of deals with the competitor", terms: ["won": .count, "lost": .count],
      aliases: ["competitive losses", "win rate by competitor"], related: ["win_rate", "loss_reason_share"],
      command: "deals winloss")
    Metric(
      "win_loss_coverage", "Win/loss reviews held", .rate, .higherIsBetter, .operating, .revOps,
      "Share of the deals that call for a win or loss review that had one.",
      "deals_reviewed / deals_due_for_review",
      terms: ["deals_reviewed": .count, "deals_due_for_review": .count],
      aliases: ["win/loss reviews"], related: ["loss_reason_share"], command: "deals winloss")
  }
}
