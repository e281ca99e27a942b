extension PipelinePages {
  /// What health finds.
  static let health: [ExplainPage] = [
    ExplainPage(
      id: "pipeline.thin-creation", title: "Too little new pipeline",
      what: "What deals created in the last month are worth is less than that month's share of the quota.",
      why: "Pipeline that is not created now is missing when the deals of today are closed.",
      example: "$310K created in October, where a quarter's quota of $1.6M asks for $533K a month.",
      remedy: "Set prospecting time and demand programs against the gap; 'demand' shows the sources.",
      limits: "Deals without an amount add nothing; the month ends on the day of the figures."),
    ExplainPage(
      id: "pipeline.thin-negotiation", title: "Little of the pipeline is in negotiation",
      what: "The share of open pipeline in stages called negotiation lies below the least band.",
      why: "A period ends with what is in its last stages, however much lies in the first.",
      example: "9% in negotiation, where 15% is the least.",
      remedy: "Advance what stands in the middle stages; see which exit criterion holds it.",
      limits: "A stage counts if its name holds 'negotiat'; other names leave the figure out."),
    ExplainPage(
      id: "pipeline.concentrated", title: "Few deals make up the pipeline",
      what: "The Herfindahl index of the open amounts is at 0.15 or more: as if seven deals were all.",
      why: "One deal that slips moves the period by more than any forecast allows for.",
      example: "A deal of $900K in a pipeline of $2M.",
      remedy: "Plan the period without the largest deal, and have more than one sponsor work on it.",
      limits:
        "The bands are those of merger control, since the field has none; set your own in the benchmarks."
    ),
    ExplainPage(
      id: "pipeline.pushed-deals", title: "Deals whose close date keeps moving",
      what: "The close date of an open deal was moved out twice or more.",
      why: "A date that moved twice was the seller's, not the buyer's; it will move again.",
      example: "A deal with a push count of 3 in this quarter's commit.",
      remedy: "Have the buyer confirm a date in writing, or take the deal out of the period.",
      limits: "The CRM counts the pushes; a date moved before the field existed is not known."),
    ExplainPage(
      id: "pipeline.untouched-deals", title: "Deals nobody touched for a month",
      what: "No activity was logged on an open deal for 30 days, or since it was created.",
      why: "Its amount stands in coverage and forecast while nobody works on it.",
      example: "Last activity on 1 September, today is 31 October.",
      remedy: "Re-engage, escalate or disqualify it at the next review.",
      limits: "Only what the CRM logs counts; 'pipeline.health.untouched_days' moves the limit."),
    ExplainPage(
      id: "pipeline.no-next-step", title: "Deals without a next step",
      what: "An open deal has no next step, or the day of its next step has passed.",
      why: "Without a step the buyer agreed to, the close date is a wish.",
      example: "A deal in Proposal whose next step was due three weeks ago.",
      remedy: "Agree with the buyer on a step and its day, and write both into the CRM.",
      limits: "Whether the buyer agreed to the step cannot be seen in a file."),
    ExplainPage(
      id: "pipeline.single-threaded", title: "Deals that hang on one contact",
      what: "Open deals have one contact of the buyer or none, and the average deal fewer than three.",
      why: "One person who leaves or loses interest ends the deal; from three contacts on more are won.",
      example: "26 of 76 open deals with one contact.",
      remedy: "Find a second and a third person, the one who signs among them.",
      limits: "Counts the contacts that the CRM ties to the deal, not those who take part."),
    ExplainPage(
      id: "pipeline.slow-stages", title: "Deals stand longer in their stages than won ones did",
      what: "Open deals have been in their stages for longer than the median of won deals, added up.",
      why: "What is won moves; the longer a deal stands, the less likely it is to be.",
      example: "Open deals have stood for 3,800 days, where won ones took 1,500 in the same stages.",
      remedy: "Take the deals longest in their stage first, and disqualify those without a next step.",
      limits: "Needs a stage history; a stage that no won deal has left has no median."),
    ExplainPage(
      id: "pipeline.leads-waiting", title: "Qualified leads wait for sales",
      what: "Leads were qualified and since neither taken, refused nor made a deal.",
      why: "Interest fades in hours, and marketing has paid for each of them.",
      example: "21 leads qualified, without an accepted or rejected date.",
      remedy: "Take or refuse each with a reason, and agree on a time for it.",
      limits: "Needs the column 'mql_date' of the leads; a lead that was lost without a word counts."),
  ]
}
