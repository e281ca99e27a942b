extension PipelinePages {
  /// What keeps a movement from being shown, and what it finds.
  static let movement: [ExplainPage] = [
    ExplainPage(
      id: "pipeline.one-day", title: "A movement needs two days",
      what: "Nothing says how the pipeline stood on two different days, or not on those asked for.",
      why: "A change is the difference of two states; one of them alone shows none.",
      example: "A table of snapshots that are all of one day.",
      remedy:
        "Keep a snapshot a week under 'data.snapshots', export the stage history, or name an earlier export as "
        + "'data.opportunities_before'.",
      limits: "With opportunities in the workspace the day of the run counts as one more snapshot."),
    ExplainPage(
      id: "pipeline.doubled-deal", title: "A deal that stands twice and says two things",
      what:
        "Two rows of a table of opportunities, or of one day of the snapshots, have one id and contradict each other.",
      why: "Its amount would count twice, or nobody knows which of the two is true.",
      example: "OPP-7 at 12,000 on line 8 and at 15,000 on line 31.",
      remedy:
        "Keep the row that is right, or leave the other out with 'where'; 'pipeline hygiene' reads such a file and lists "
        + "every doubled deal.",
      limits:
        "In snapshots only stage, amount and close date are compared; in opportunities all columns read but account and "
        + "product, see pipeline.repeated-rows."),
    ExplainPage(
      id: "pipeline.no-id", title: "A row without the id of its deal",
      what: "A row of a snapshot, an export or a history does not say of which deal it is.",
      why: "Without an id a deal cannot be found again on the other day.",
      example: "An empty cell under 'OpportunityId'.",
      remedy: "Export the id, or leave such rows out with 'where'.",
      limits: "Long and short ids of Salesforce are known for the same deal; other spellings are not."),
    ExplainPage(
      id: "pipeline.no-moment", title: "A change without its moment",
      what: "A row of the stage history does not say when the change was made.",
      why: "The order of the changes decides where a deal stood on a day.",
      example: "An empty cell under 'entered_at'.",
      remedy: "Export the date of the change, or leave such rows out with 'where'.",
      limits: "Changes of one moment are taken in the order of their stages."),
    ExplainPage(
      id: "pipeline.no-history", title: "Closed deals without a history",
      what: "Deals that are won or lost by now have no row in the stage history.",
      why: "When they were open, and at what amount, cannot be told, so the bridge lacks them.",
      example: "A history exported for open deals alone, beside all opportunities.",
      remedy: "Export the history of all deals, or give an earlier export of the opportunities.",
      limits:
        "Open deals without a row count as unchanged since they were created. A deal closed before the first day is not "
        + "missed."),
    ExplainPage(
      id: "pipeline.history-differs", title: "A history and opportunities of different days",
      what:
        "On the day of the run deals have another amount or outcome, or are in another period, by the stage history than "
        + "by the opportunities.",
      why:
        "The movement ends where the history does, and coverage of the same day says what the opportunities do: two "
        + "totals of one pipeline.",
      example: "The history ends on Friday with OPP-7 at 12,000; the export of Monday has it at 15,000.",
      remedy:
        "Export both on one day, or end the movement on the day of the older one: 'pipeline.movement.to'.",
      limits:
        "Told where the movement comes from a history and ends on the day of the run. A cent of difference is taken as "
        + "that of a conversion; what a history does not say is taken from the opportunities and differs in nothing."
    ),
    ExplainPage(
      id: "pipeline.removed-deals", title: "Deals that are gone",
      what: "Deals were open on the first day and on the last are neither open, won nor lost.",
      why: "A deleted deal is a loss that no win rate and no list of reasons holds.",
      example: "Three deals of $40K that the next snapshot does not have.",
      remedy: "Close deals as lost rather than delete them; merge doubles and note which one stayed.",
      limits:
        "A snapshot that holds the open deals of one period only lacks closed and pushed deals too; give the "
        + "opportunities or the stage history beside it, and they say what became of them. By a history a deal is gone that "
        + "the opportunities of the last day lack; where these have no open deal that is due after the period, one that "
        + "was pushed out is taken to be left out of them."),
    ExplainPage(
      id: "pipeline.pushed-out", title: "More pushed out than won",
      what: "The value that moved into later periods is above the value won.",
      why: "Close dates that move without the buyer's word make every later forecast as wrong as this one.",
      example: "$57K pushed into the next quarter, $20K won.",
      remedy: "Ask what the buyer agreed to and by when; take out the deals that have no answer.",
      limits: "Early in a period little can have been won yet."),
    ExplainPage(
      id: "pipeline.moved-back", title: "Deals that went back a stage",
      what: "Open deals are in an earlier stage on the last day than on the first.",
      why: "They were moved on before they met the stage's exit criteria, and were counted at its chance.",
      example: "Four deals back from Proposal to Discovery.",
      remedy: "Hold the exit criteria against the deals that are in that stage now.",
      limits: "A deal that went back and forth between the two days is not seen."),
    ExplainPage(
      id: "pipeline.top-deals-at-risk", title: "The largest deals have something against them",
      what:
        "Open deals that are among the largest of the period are stale, overdue, pushed, without a next step or alone.",
      why: "A period hangs on few deals, and what goes wrong with them no other makes up for.",
      example: "The largest deal: no next step, no activity for 21 days.",
      remedy: "Ask what the buyer agreed to do next and by when; lower the call where there is no answer.",
      limits:
        "Only what the CRM holds is seen; 'pipeline.review.top_deals' says how many deals, five unless given."
    ),
  ]
}
