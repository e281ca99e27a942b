/// What `revops explain` says of each finding of quotas, and of each problem of the people's tables.
enum QuotaPages {
  static let all: [ExplainPage] = findings + problems

  private static let findings: [ExplainPage] = [
    ExplainPage(
      id: "quota.circle", title: "People who report to one another",
      what:
        "Going from somebody of the reps table to their manager, and on to the manager's, leads back to them.",
      why: "Nobody is at the top, so there is nowhere to begin handing the target out.",
      example: "Ana's manager is Bo, and Bo's manager is Ana.",
      remedy: "Correct the column 'manager'; whoever is at the top has none.", limits: "None."),
    ExplainPage(
      id: "quota.over-assigned", title: "Quotas that do not fit the target",
      what: "The quotas of all sellers add up to less than the target, or to far more than it.",
      why:
        "A cushion of a tenth carries a vacancy or a bad quarter; a large one makes the company's target a number that nobody is paid by.",
      example: "A target of $5M and quotas that add up to $6.5M: 30 % above it.",
      remedy: "Keep quota.over_assignment between 0 and 20 % over all levels together.",
      limits: "Levels multiply: 10 % for managers and 10 % for sellers are 21 %."),
    ExplainPage(
      id: "quota.few-attain", title: "Too few or too many would reach their quota",
      what: "The share of people likely to reach their quota lies outside the healthy range.",
      why:
        "Below it pay does not arrive and people leave; far above it the company pays accelerators for what it would have had anyway.",
      example:
        "Attainment of 75 % on average, give or take 25 %, and the same quotas again: 16 % reach them.",
      remedy: "Change the target, the over-assignment or the number of people before quotas are handed out.",
      limits:
        "Attainment is taken to be normally distributed about last year's mean, and to fall as a quota rises with the bookings held."
    ),
    ExplainPage(
      id: "quota.inflated", title: "Last year's quota plus a fifth",
      what: "Quotas of a year lie a fifth or more above those now in force.",
      why:
        "A number that is last year's with something on top teaches people that quotas follow no market; the best of them leave first.",
      example: "Everybody carried $700K and now carries $840K, over the same accounts.",
      remedy:
        "State accounts, coverage, win rate and deal size under quota.bottom_up, and let them carry it.",
      limits: "The quota column of the reps table is taken to be the yearly quota now in force."),
    ExplainPage(
      id: "quota.beyond-market", title: "A segment whose accounts carry less than its quotas",
      what:
        "accounts × coverage × win rate × deal size + expansion of a segment is below the quotas handed out in it.",
      why: "The people there would have to win deals that are not there.",
      example: "100 accounts, half of them worked, won at 20 % for $50K: $500K, against quotas of $900K.",
      remedy: "Hand the difference to a segment with room, or change what the figures rest on.",
      limits:
        "Where quotas count expansion, state what customers are expected to buy under `expansion` of the segment."
    ),
    ExplainPage(
      id: "quota.pay-ratio", title: "A quota out of proportion to its pay",
      what: "A person's quota of a year at work over their OTE lies outside the range of their role.",
      why: "Too much leaves the variable pay out of reach; too little makes each deal dear.",
      example: "$1.2M of quota on $180K: 6.7x for a mid-market seller, where 4 to 5x is usual.",
      remedy: "Change quota or pay, or put the company's own range under company.benchmarks.quota_to_ote.",
      limits: "People within their ramp are not judged: their quota is lower for now, their pay is not."),
    ExplainPage(
      id: "quota.unmatched-credits", title: "Credits of people who are not in the table",
      what: "Rows of the credits table name somebody whom the reps table has neither by id nor by name.",
      why: "What they booked is missing in history and attainment, so the others weigh too much.",
      example: "A credit of 'R17' after R17's row was deleted.",
      remedy: "Keep the rows of people who left, with their end_date.",
      limits: "None."),
  ]

  private static let problems: [ExplainPage] = [
    ExplainPage(
      id: "quota.nobody", title: "Nobody to hand a quota to",
      what: "No row of the reps table carries a quota in the period.",
      why: "A target without owners is not a plan.",
      example: "The table lists managers alone, or everybody left before the period.",
      remedy: "Name the roles that carry a quota under quota.roles, and check start and end dates.",
      limits: "Without quota.roles it is whoever has a quota and is nobody's manager."),
    ExplainPage(
      id: "quota.unknown-name", title: "A name that the reps table does not have",
      what: "A role, a person or a segment under `quota` is not in the reps table.",
      why: "What is stated of it would be counted for nobody.",
      example: "'potential: {Alma Reys: $2M}'.",
      remedy: "Take the spelling of the table; the message names the nearest.",
      limits: "People are known by id or by name."),
    ExplainPage(
      id: "quota.unknown-factor", title: "A weight that nothing is known for",
      what: "A factor under quota.weights has no values: no credits, or people without a potential.",
      why: "Unknown is not nothing: who has no potential on file would be handed no quota for it.",
      example: "'weights: {potential: 50, history: 50}' in a workspace without credits.",
      remedy: "State what is missing, or take the factor out.",
      limits: "Somebody without a history of their own is taken to have the others' mean."),
    ExplainPage(
      id: "quota.no-cut", title: "No such column to cut by",
      what: "`--by` names a column that the reps table does not have.",
      why: "An empty cut would look as if nobody carried anything.",
      example: "--by regoin",
      remedy: "Take a column of the table, such as segment, region or manager.",
      limits: "None."),
    ExplainPage(
      id: "reps.no-name", title: "A row without a name", what: "A row of the reps table names nobody.",
      why: "A quota, a credit or a start would belong to no one.",
      example: "A blank row with a region, left over from an export.",
      remedy: "Fill the name or delete the row.", limits: "None."),
    ExplainPage(
      id: "reps.dates-swapped", title: "Dates in the wrong order",
      what: "Somebody leaves before they start, or comes back before they go.",
      why: "They would count for no day at all.",
      example: "start_date 2026-03-01 and end_date 2025-03-31.",
      remedy: "Correct the dates; end_date and leave_end are the last day.",
      limits: "None."),
    ExplainPage(
      id: "reps.below-zero", title: "A quota, OTE or potential below zero",
      what: "An amount of the reps table is negative.", why: "It would take from what others carry.",
      example: "A quota of -$900,000 after a sign was lost in an export.", remedy: "Correct the cell.",
      limits: "Zero is read as carrying no quota."),
    ExplainPage(
      id: "reps.two-places", title: "One person in two places on one day",
      what: "Two rows of one id, or of one name without ids, share days.",
      why: "The person would be counted twice.",
      example: "Somebody who moved to another manager, with no end_date in the first row.",
      remedy: "End the first row on the day before the second starts.",
      limits: "Two people of one name need ids to be told apart."),
    ExplainPage(
      id: "reps.mixed-currencies", title: "Quotas or pay in several currencies",
      what: "Amounts of one column of the reps table are in several currencies, or in one without a rate.",
      why: "They could not be added up.", example: "$900,000 and €850,000 in one column.",
      remedy: "Convert the column, or name its currency with 'currency' on the table.", limits: "None."),
    ExplainPage(
      id: "credits.mixed-currencies", title: "Credits in several currencies",
      what: "Amounts of the credits table are in several currencies, or in one without a rate.",
      why: "They could not be added up.", example: "$137,300 and €60,000 in one column.",
      remedy: "Convert the column, or name its currency with 'currency' on the table.", limits: "None."),
  ]
}
