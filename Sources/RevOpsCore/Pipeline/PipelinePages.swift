/// What `revops explain` says of the pipeline's problems and findings.
enum PipelinePages {
  /// All of them.
  static let all = reading + hygiene + coverage + health + movement

  /// What keeps opportunities from being read.
  static let reading: [ExplainPage] = [
    ExplainPage(
      id: "pipeline.unknown-stage", title: "A stage that cannot be placed",
      what: "Opportunities are in a stage of which nothing says whether its deals are open, won or lost.",
      why: "Left out, its deals would be missing from every figure; counted as open, closed ones would be.",
      example: "'Legal Review' in the file, and 'pipeline.stages' ends with 'Negotiation'.",
      remedy: "Name the stage under 'pipeline.stages' with its outcome, or mend a mistyped one in the CRM.",
      limits: "Without 'pipeline.stages', columns that flag closed and won deals place every stage."),
    ExplainPage(
      id: "pipeline.no-stage", title: "Opportunities without a stage",
      what: "Rows have an empty stage, and no status of their own says how the deals stand.",
      why: "Nobody can tell whether such a deal is still to be won.",
      example: "A row '…,OPP-7,,12000,…' with nothing between the commas of its stage.",
      remedy: "Give each deal its stage, or leave the rows out with 'where' under 'data.opportunities'.",
      limits:
        "A status apart from the stage, as in Pipedrive and Dynamics, does instead; with 'pipeline.stages' won or lost."
    ),
    ExplainPage(
      id: "pipeline.repeated-rows", title: "Rows that repeat a deal",
      what: "Rows of opportunities have the id of a row above and agree with it in every column read.",
      why: "Added up as they stand, the deal's amount would count once for each of its contacts or products.",
      example: "A report of opportunities with contact roles: OPP-7 at 12,000 in three rows, one a contact.",
      remedy:
        "Nothing has to be done, since each deal counts once. Export deals without what belongs to them to be rid of the "
        + "warning.",
      limits:
        "Account and product may differ, of which a deal can have several; the first row's stand. Cut by one of them, such "
        + "rows are refused as pipeline.doubled-deal. 'pipeline hygiene' looks at all rows."),
    ExplainPage(
      id: "pipeline.rows-without-id", title: "Opportunities without an id",
      what: "The file has a column of ids, and some of its rows have none.",
      why: "Nothing tells whether two such rows are one deal, so that each counts as a deal of its own.",
      example:
        "An empty cell under 'Opportunity ID' in three rows of an export that somebody added lines to.",
      remedy: "Export the id of every deal, or leave such rows out with 'where' under 'data.opportunities'.",
      limits:
        "A movement needs the ids and refuses such rows (pipeline.no-id)."
    ),
    ExplainPage(
      id: "pipeline.closed-later", title: "Deals closed after the day of the run",
      what: "The export holds deals that were won or lost after the day that figures are asked for.",
      why:
        "On that day they had not come out: counted as won they would flatter a past day, counted as open at what they "
        + "became later they would tell what nobody knew.",
      example: "`--as-of 2026-09-30` with an export of October: 12 deals won in October.",
      remedy: "Run it for the day of the export, or give an export or the snapshot of that day.",
      limits:
        "A deal is won in a period where the day it was closed lies in the period and is not after the day of the run, in "
        + "coverage, health, velocity, review, win/loss, rollup and simulation alike. Where a stage history tells how such "
        + "a deal stood, it counts so and not here."),
    ExplainPage(
      id: "pipeline.created-later", title: "Deals created after the day of the run",
      what: "The export holds deals that did not exist yet on the day that figures are asked for.",
      why: "Pipeline created since would cover a past day, and nobody could have seen it then.",
      example: "`--as-of 2026-09-30` with an export of October: 7 deals created in October.",
      remedy:
        "Run it for the day of the export. Where the deals are older than they say, as after an import into another "
        + "CRM, correct their creation dates.",
      limits:
        "A deal that was closed by the day existed, whatever its creation date says, and counts. `pipeline hygiene` keeps "
        + "all of them, as its fix list is about the file."),
    ExplainPage(
      id: "pipeline.restored-deals", title: "Deals put back to the day of the run",
      what:
        "Deals have changed after the day that figures are asked for, and the stage history says how they stood: in "
        + "which stage, for how much, to close when.",
      why: "Figures of a past day are those that could have been seen on it.",
      example: "`--as-of 2026-09-30`: a deal won in October stands in Negotiation, open.",
      remedy:
        "Nothing is to be done. Run it for the day of the export to have every deal as the file has it.",
      limits:
        "What the history does not say stays as the file has it: owner, next step, last activity. The chance and the "
        + "forecast category of a deal that was in another stage are unknown unless its stage or the history says them."
    ),
    ExplainPage(
      id: "pipeline.unknown-owner", title: "An owner who is no rep",
      what: "Deals belong to somebody whom the table of reps does not have, neither by name, id nor address.",
      why: "Their pipeline and their bookings would be missing from every team's and every quota's figures.",
      example: "'J. Doe' in the export of deals, 'Jane Doe' in the table of reps.",
      remedy:
        "Add the rep, with the day of leaving where there is one, or give the deals to another in the CRM.",
      limits: "Asked only of a workspace that has a table of reps."),
    ExplainPage(
      id: "pipeline.unknown-flag", title: "A flag that says neither yes nor no",
      what: "A column that flags closed or won deals holds another word.",
      why: "Taken for no, a won deal would count as open or lost.",
      example: "'maybe' in the column 'IsWon'.",
      remedy: "Mend the cell, or map another column with 'columns'.",
      limits: "True, yes, y, 1, x and checked mean yes; false, no, n, 0, unchecked and an empty cell mean no."
    ),
    ExplainPage(
      id: "pipeline.unknown-category", title: "A forecast category of no known name",
      what: "A deal's forecast category is none of those that CRMs deliver, nor named by the workspace.",
      why: "Commit and pipeline are worth very different chances; a wrong guess moves the forecast.",
      example: "'Likely-ish' in the column of categories.",
      remedy:
        "Say what it stands for under 'pipeline.forecast_categories', such as {Probable: best_case}: omitted, pipeline, "
        + "upside, best_case, most_likely, commit or closed.",
      limits: "Salesforce's 'Forecast' is read as commit, as its API means it."),
    ExplainPage(
      id: "pipeline.unknown-currency", title: "A currency code that there is not",
      what: "The currency column holds a word that is no ISO 4217 code.",
      why: "The amount beside it cannot be added to the others.",
      example: "'US$' in the column 'Currency'.",
      remedy: "Write the code: USD, EUR, GBP.",
      limits: "US Dollar, Euro and Pound Sterling are read in words too, as Dynamics writes them."),
    ExplainPage(
      id: "pipeline.no-rate", title: "Amounts in a currency without a rate",
      what: "A deal is in a currency for which 'company.fx' gives no rate.",
      why: "Euros added to dollars as if they were dollars make a total that is nobody's.",
      example: "A deal in GBP in a workspace of dollars with a rate for EUR only.",
      remedy:
        "Write what one unit is worth in the company's currency: 'fx: {GBP: 1.27}'; or export the amount as the CRM "
        + "converts it too ('Amount (converted)', 'Amount in company currency'), which counts where there is no rate.",
      limits:
        "One rate holds for all deals, whatever their date. What the CRM converted is taken for the company's "
        + "currency where nothing says that it is in another."),
    ExplainPage(
      id: "pipeline.converted-currency", title: "Converted amounts in another currency",
      what:
        "The amounts that the CRM converted are in another currency than the company's, by their cells or by a column "
        + "such as 'Amount (converted) Currency'.",
      why: "A report converts to the currency of whoever runs it: pounds would be added up as dollars.",
      example: "'GBP' under 'Amount (converted) Currency' in a workspace of dollars.",
      remedy:
        "Write that currency under 'company.currency', or give rates under 'company.fx', which count first.",
      limits: "Told where converted amounts are needed; a file that does not say their currency is believed."),
    ExplainPage(
      id: "pipeline.two-currencies", title: "An amount of two currencies",
      what:
        "The cell of an amount names a currency, and the column of currencies names another in the same row; or a dollar "
        + "sign stands in the history of a deal that is in no dollar.",
      why: "One of them is wrong, and nobody can tell which: the deal is worth more or less than it says.",
      example: "$100 in a row whose currency is EUR",
      remedy: "Correct the cell or the column, or leave the sign out of the amounts.",
      limits:
        "A dollar sign alone is that of the row's or the deal's dollar, such as CAD or AUD. A code in a history is "
        + "believed, since a deal may have been in another currency before."),
    ExplainPage(
      id: "pipeline.probability-scale", title: "Chances of two scales",
      what:
        "A column of chances has fractions such as 0.5 among numbers above 1, or alone where hundredths are usual.",
      why: "0.5 is half a deal or a two-hundredth of one: a weighted pipeline is off by a hundred times.",
      example: "probability 0.5 in one row and 60 in the next",
      remedy: "Write all chances with a percent sign, or give the column a header with one.",
      limits: "Fractions alone are no question where no vendor writes hundredths."),
    ExplainPage(
      id: "pipeline.probability", title: "A chance that is none",
      what: "A deal's probability is below 0% or above 100%.",
      why: "Weighted pipeline and simulation would count more than the deal is worth.",
      example: "'-5' or '250%' in the column 'Probability (%)'.",
      remedy: "Mend the cell; numbers above 1 are read as percentages in the whole column.",
      limits: "A fraction among numbers above 1 is refused as 'pipeline.probability-scale'."),
  ]

  /// What hygiene finds.
  static let hygiene: [ExplainPage] = [
    ExplainPage(
      id: "pipeline.no-cut", title: "A column to cut by that there is not",
      what: "'--by' names a column that the file of opportunities does not have.",
      why: "The figures would come out uncut, and pass for those of a part.",
      example: "'--by segmnt'.",
      remedy: "'revops inspect FILE' lists the columns.",
      limits: "Columns are known by our names and by the file's own."),
    ExplainPage(
      id: "pipeline.duplicate-accounts", title: "Accounts that stand for one company",
      what:
        "Account records have one name, case, accents, punctuation and legal form aside; one web domain; or names of "
        + "equal words but for one slip of the pen: two letters swapped, one too many or too few, or a neighbour on the "
        + "keyboard, in a word of which one spelling stands in no other name.",
      why: "Two sellers work one buyer, and its value counts in two territories.",
      example:
        "'Acme, Inc.' and 'ACME Corp'; 'Acme Corp' and 'Acmee Corporation'; 'Northwind Traders' and 'Nortwhind Traders'.",
      remedy: "Merge them, and match new accounts by domain before they are created.",
      limits:
        "Subsidiaries that share a domain look like one company. To take no two companies for one, a misspelt name is "
        + "left alone where it is short, where its first letter or a figure differs, where both words are in use elsewhere, "
        + "where the domains name two companies, and in scripts other than Latin."),
    ExplainPage(
      id: "pipeline.owner-spellings", title: "One owner in several spellings",
      what: "Names of owners differ in letter case or blanks alone, such as 'Ana Lima' and 'ana lima'.",
      why: "Each spelling counts as a person: deals, quota and record of one seller stand on two lines.",
      example: "1 owner stands in several spellings, the first as 'Ana Lima' and 'ana lima'.",
      remedy: "Give all deals of a person one spelling; blanks at the ends of a name do not matter.",
      limits:
        "Slips of the pen in names of people are not looked for, since two people may differ by a letter."),
    ExplainPage(
      id: "pipeline.duplicate-deals", title: "Deals that repeat another",
      what:
        "A row repeats an id, or an open deal has the account and the name of another open one; an export without "
        + "names of accounts is compared by their ids.",
      why: "Coverage counts the same money twice.",
      example: "'Acme - Platform' open twice, once from an import.",
      remedy: "Merge each into the deal it repeats.",
      limits: "Two true deals with one name are taken for one; a closed deal may share its name."),
    ExplainPage(
      id: "pipeline.missing-fields", title: "Open deals lack required fields",
      what: "An open deal has an empty field that every open deal, or its stage, needs.",
      why: "A deal without amount or date is missing from coverage and forecast without a word.",
      example: "A deal in Proposal without a next step.",
      remedy: "Have the owners fill them, and require them in the CRM at that stage.",
      limits: "Set the fields under 'pipeline.hygiene.required' and 'required' of each stage."),
    ExplainPage(
      id: "pipeline.stale-deals", title: "Open deals without activity",
      what: "Nothing was logged on an open deal for 14 days or more.",
      why: "Deals seldom die aloud; the longer they lie, the less their amount is worth.",
      example: "Last activity on 1 October, today is the 31st.",
      remedy: "Agree on a next step with the buyer, or close the deal.",
      limits: "Only what the CRM logs counts; 'pipeline.hygiene.stale_days' moves the limit."),
    ExplainPage(
      id: "pipeline.past-close", title: "Open deals past their close date",
      what: "The close date of an open deal has gone by.",
      why: "The period's pipeline holds money that cannot come when it says.",
      example: "Open in Proposal, to close last month.",
      remedy: "Set a date the buyer has confirmed, or close the deal.",
      limits: "A deal that is to close on the very day is not past it."),
    ExplainPage(
      id: "pipeline.no-loss-reason", title: "Lost deals without a reason",
      what: "A deal was lost and its loss reason is empty.",
      why: "Product, price and pitch cannot learn from what was lost.",
      example: "53 of 290 losses without a reason.",
      remedy: "Require the reason when a deal is lost.",
      limits: "A reason such as 'Other' counts as one."),
    ExplainPage(
      id: "pipeline.impossible-dates", title: "Dates that cannot all be true",
      what: "A deal was closed, active or in its stage before it was created, or on a day yet to come.",
      why: "Cycle length and age are computed from these dates.",
      example: "Created on 5 May, closed on 3 May.",
      remedy: "Correct them; an import often wrote its own day as the created date.",
      limits: "'--as-of' a day before the export makes true dates look like future ones."),
    ExplainPage(
      id: "pipeline.contradictory-deals", title: "Stage, flags and category contradict",
      what: "A deal's stage says one thing, its closed and won flags or its forecast category another.",
      why: "Each report picks one of them, so two reports of one day disagree.",
      example: "Open in Discovery with category Closed.",
      remedy: "Let the stage decide the others, or correct the stage.",
      limits:
        "A deal that Pipedrive or Dynamics call won or lost in a stage for open deals is none: the status counts."
    ),
    ExplainPage(
      id: "pipeline.undated-closings", title: "Won and lost deals without a date",
      what:
        "A deal is won or lost, and no column says on which day: neither that of its closing nor its close date.",
      why: "It belongs to no period: what was won and the win rate leave it out.",
      example: "Closed Won for $300 with an empty close date.",
      remedy: "Enter the day, or map the column that holds it to 'closed_date'.",
      limits: "The day it was last changed is not taken for it, since closed deals are edited too."),
  ]

  /// What coverage finds.
  static let coverage: [ExplainPage] = [
    ExplainPage(
      id: "pipeline.thin-coverage", title: "Too little pipeline for the quota",
      what: "Open pipeline of the period, divided by what is left of its quota, lies in a band of alarm.",
      why: "At its win rate such a pipeline does not bring the quota, however well its deals are run.",
      example: "$1.2M open for $765K left: 1.6x, where a win rate of 25% needs 4x.",
      remedy: "Create or pull in pipeline of the size of the gap, or lower the call while it can still help.",
      limits: "The edges are those of a win rate of 25%, moved in proportion to 1 / win rate."),
    ExplainPage(
      id: "pipeline.missing-amounts", title: "Open deals of the period without an amount",
      what: "Deals that are to close in the period have no amount.",
      why: "No sum counts them, so coverage looks thinner than it may be.",
      example: "Three of 24 open deals.",
      remedy: "Have the owners give an amount, at least the low end.",
      limits: "An amount of zero counts as given."),
    ExplainPage(
      id: "pipeline.undated-deals", title: "Open deals without a close date",
      what: "Open deals have no day on which they are expected to close.",
      why: "They belong to no period, so that coverage looks thinner than it may be, or is zero.",
      example: "An export in which only closed deals have a date.",
      remedy: "Have the owners give the month they expect, or map the column that holds it to 'close_date'.",
      limits: "Deals of all later periods are counted, since nobody knows which of them belong to this one."),
  ]
}
