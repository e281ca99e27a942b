/// What `revops explain` says of each finding and error of the forecast.
enum ForecastPages {
  static let all = findings + rollup + backtest + errors

  private static let findings: [ExplainPage] = [
    ExplainPage(
      id: "forecast.target-unlikely", title: "The target is less likely than not",
      what: "The closed and open deals of the period reach the target in fewer than half of the outcomes.",
      why: "The plan, its hires and its spend rest on a number that the deals do not carry.",
      example: "$400K closed, deals worth $700K on average to come, a target of $1.3M: 22%.",
      remedy: "Work on the deals with the largest swing, or bring the target down while there is time.",
      limits:
        "As good as the chances given; how much business is created and closed within the period is taken from past "
        + "periods, or not at all where they are not known."),
    ExplainPage(
      id: "forecast.error-high", title: "The forecast misses by too much",
      what: "The mean absolute percentage error over periods lies outside the good bands.",
      why: "Hiring, spending and promises to the board rest on a number that does not come.",
      example: "Calls of $400K, $500K and $450K, and $310K, $420K and $500K came: a MAPE of 19%.",
      remedy: "Tie each category to evidence in the deal, and go through the largest misses.",
      limits:
        "All calls of a period are added up first, so misses of two people can cancel; a period in which "
        + "nothing came has no error in percent."),
    ExplainPage(
      id: "forecast.biased", title: "Calls lean one way",
      what: "Over the periods together more was called than came, or less.",
      why: "An error that always has the same sign can be corrected; left alone it is planned with.",
      example: "$5.0M called in twelve months, $4.3M came: a bias of 16%.",
      remedy: "Correct today's call by each caller's history with `revops forecast calibrate`.",
      limits: "One large deal that slipped can make the bias of a few periods."),
    ExplainPage(
      id: "forecast.hit-rate-low", title: "Too few periods bring what was called",
      what: "The share of periods that brought the forecast or more is below its target.",
      why: "A forecast is a promise that others plan with, not the middle of what may happen.",
      example: "Five of twelve months brought the call or more: 42%, where 75% is the target.",
      remedy: "Ask at every miss which deal it was; call only what the named deals hold.",
      limits: "Low calls raise this rate: read it beside bias and the sandbagging share."),
    ExplainPage(
      id: "forecast.best-case-unreal", title: "The best case is none",
      what: "The best case called is reached far more or far less often than about once in four periods.",
      why: "Upside that never comes, or always does, says nothing about the range of what may happen.",
      example: "In twelve months the best case was never reached.",
      remedy: "Call as best case what came about once in four periods so far.",
      limits: "With few periods one more or less moves the share a long way."),
    ExplainPage(
      id: "forecast.sandbagging", title: "A person calls low",
      what: "In most periods a person delivered clearly more than they called.",
      why: "Capacity and spend are planned too small, and the surprise hides how the number is made.",
      example: "130% of the call quarter after quarter: a call of $400K is really $520K.",
      remedy:
        "Correct the call by the history and show both; a cap or a cliff in the pay plan may be the cause.",
      limits:
        "A run of good luck looks the same; the finding needs several periods (`forecast.pattern_periods`)."),
    ExplainPage(
      id: "forecast.worst-case-deliverer", title: "A person delivers the worst case",
      what: "In most periods a person missed the call and came nearer to their worst case than to it.",
      why: "It is not caution: the promised number goes into the plan and the worst case comes.",
      example: "Calls of $100K with a worst case of $70K, and $78K, $71K and $80K came.",
      remedy: "Have each call name its deals, and explain every miss deal by deal.",
      limits: "Needs the worst case of each call in the table; a person without it is not judged."),
  ]

  private static let rollup: [ExplainPage] = [
    ExplainPage(
      id: "forecast.call-order", title: "Three numbers that do not rise",
      what: "A call's worst case is above its forecast, or its forecast above its best case.",
      why:
        "The three are read as floor, promise and ceiling; in another order none of them can be planned with.",
      example: "A worst case of $150K, a forecast of $190K and a best case of $180K.",
      remedy: "Ask for the numbers again, from the deals behind each.",
      limits: "A number that is not given is not judged."),
    ExplainPage(
      id: "forecast.no-forecast", title: "A call without its forecast",
      what: "A row for a period that has not ended gives a worst or a best case, and its forecast is empty.",
      why: "The three add up only where each is said: the period is called lower than people mean it to be.",
      example: "`Ana,2026-Q3,2026-07-30,60000,,200000`",
      remedy: "Ask for the number that is promised, and fill the cell.",
      limits:
        "The last row of a person and period is looked at; a forecast that an earlier row gives counts until a later one "
        + "replaces it. A row without any of the three is no call."),
    ExplainPage(
      id: "forecast.person-spellings", title: "One caller in several spellings",
      what: "Names of callers or of managers above them differ in letter case or blanks alone.",
      why:
        "Each spelling counts as a person: a call has no history, and one that is part of another counts beside it.",
      example: "1 person stands in several spellings, the first as 'Ann' and 'ANN'.",
      remedy: "Give all calls of a person one spelling, that of the table 'reps' if there is one.",
      limits:
        "Letter case and blanks alone are looked at. An id and a name of one row of 'reps' are one person, and so is a "
        + "manager of that table who has a row with another spelling."),
    ExplainPage(
      id: "forecast.period-not-called", title: "A period that nobody calls",
      what: "`forecast.period` names a period, and no call is of it: people call its months, or another one.",
      why:
        "The corrected sum is then of the first period called, and stands beside figures of another length.",
      example: "The section says FY2027-Q4, the calls are of November and December.",
      remedy: "Give calls of the period, or read the sum as one of the period that it names.",
      limits:
        "Calls of the months of a quarter are not added up to one: those that have ended are booked, not called."
    ),
    ExplainPage(
      id: "forecast.closed-unused", title: "A closed sum that is not counted",
      what: "`forecast.closed` says what is won already, and the table of opportunities says it too.",
      why: "The simulation counts the deals won in the table; adding the sum would count them twice.",
      example: "The section says $100K, and the table holds deals won for $250K.",
      remedy: "Leave the sum out, or list the open deals beside it under `forecast.deals`.",
      limits: "Whether the two agree is not looked at."),
    ExplainPage(
      id: "forecast.two-managers", title: "An owner under two managers",
      what:
        "The deals of one owner name different managers, and neither the calls nor 'reps' say whose team it is.",
      why:
        "The owner's call and deals are added up in one team alone, and the other manager's total lacks them.",
      example: "Ana's rows name Mia as the manager 14 times and Leo twice: she counts under Mia.",
      remedy: "Give 'reps' a row for the owner with the manager of today, or correct the deals in the CRM.",
      limits: "The manager whom most rows name counts, of equally many the first by name."),
    ExplainPage(
      id: "forecast.not-called", title: "Sellers who have not called",
      what: "People who carry a quota have no call for a period that others call.",
      why: "What they will bring is in no sum, and a low total reads as a low forecast.",
      example: "Eight people call November, and two with a quota do not.",
      remedy: "Ask each for a worst case, a forecast and a best case.",
      limits:
        "Needs the table 'reps'. Asked are those who are at work on the day, have a quota if anybody has one, and manage "
        + "nobody. Where somebody above calls for them it is a note; where only managers call a period, those below a "
        + "call are not listed."),
    ExplainPage(
      id: "forecast.not-in-reps", title: "A caller or manager whom nobody knows",
      what: "Somebody who calls, or to whom a caller reports, has no row in the table 'reps'.",
      why: "Their call stands at the top beside their manager's, so that the sum counts deals twice.",
      example: "A rep whose manager is written 'Max B.', while the row of 'reps' says 'Max Berg'.",
      remedy:
        "Correct the name in the calls or in 'reps', or give 'reps' a row for them and whom they report to.",
      limits: "Only where 'reps' is given; without it the calls and the deals say who reports to whom."),
    ExplainPage(
      id: "forecast.moved-without-deal", title: "A forecast that moved without a deal",
      what:
        "A forecast differs from that of an earlier week by more than a tenth, and neither its reason names a deal nor "
        + "do the deals named account for it.",
      why: "A number that moves by mood cannot be corrected: next week it moves back.",
      example: "$140K last week, $190K now, with 'the market is slow' beside it.",
      remedy:
        "Write the id, name or account of the deal that moved into 'reason', or name the deals in 'deals'.",
      limits:
        "Weeks are those of the calendar, from Monday; a word of three letters or more that is some deal's name counts "
        + "as naming it. The edge is that of the metric `forecast_change`."),
    ExplainPage(
      id: "forecast.above-deals", title: "More called than the deals hold",
      what: "A forecast is above what is won plus the full amounts of the deals it names.",
      why: "The difference is hope: nothing in the pipeline can bring it.",
      example: "$190K called, and the one deal named that is due in the period is $150K.",
      remedy: "Name the deals that are to bring the rest, or lower the call to what is there.",
      limits:
        "A call that names no deals is held against everything its people have won and have due in the period; business "
        + "yet to be created is in neither."),
    ExplainPage(
      id: "forecast.months-differ", title: "A quarter that is not the sum of its months",
      what:
        "A person's calls for the months of a period add up to another number than the call for the period itself.",
      why: "Two promises for the same days cannot both be planned with.",
      example: "$100K called for the quarter, and $40K, $30K and $40K for its months.",
      remedy: "Ask which is meant, and correct the other row.",
      limits:
        "Asked of people who call the period and all its months that have not ended; a month that has ended counts with "
        + "what the person and the team won in it, which needs the deals with their owners."),
    ExplainPage(
      id: "forecast.unknown-deal", title: "A call names a deal that is not there",
      what: "The column 'deals' of a call has an id or a name that no deal of the table has.",
      why: "What does not exist cannot close; a misspelt name hides the deal that does.",
      example: "`D4; Gum` where the table has no Gum.",
      remedy: "Write ids or names as the CRM has them, with semicolons between.",
      limits: "A name that two deals share stands for neither: use ids."),
    ExplainPage(
      id: "forecast.no-named-deals", title: "Calls without names",
      what: "People call a number for a period and name no deals behind it.",
      why: "A promise that names its deals can be checked and helped; a number alone can only be believed.",
      example: "Eight people call $298K for November, and the file has no column 'deals'.",
      remedy: "Add the column 'deals' to the forecasts table, ids or names with semicolons between.",
      limits: "A manager whose team names deals has named them."),
    ExplainPage(
      id: "forecast.passed-on", title: "A number passed on",
      what: "A manager calls exactly the sum of what the team calls.",
      why: "The level adds nothing: each manager is to own a number, not to hand one up.",
      example: "The team calls $260K together, and so does its manager.",
      remedy: "Ask the manager for their own judgement of each call, and track both against what comes.",
      limits: "It may be their judgement."),
    ExplainPage(
      id: "forecast.uncategorised", title: "Open deals in no forecast category",
      what: "Deals due in the period have no forecast category, or one that says closed while they are open.",
      why: "They are in neither the base nor the upside case, which then are too low.",
      example: "$20K due on 1 August without a category.",
      remedy: "Have the owners choose a category, or map the column under `data.opportunities.columns`.",
      limits: "Weighted counts them at the chance of their stage."),
  ]

  private static let errors: [ExplainPage] = [
    ExplainPage(
      id: "forecast.nothing-called", title: "Nothing to roll up",
      what: "The data has neither opportunities nor calls.",
      why: "A rollup of nothing would show zeros that look like figures.",
      example: "A workspace with `data: {reps: reps.csv}` alone.",
      remedy: "Give `opportunities`, `forecasts` or both under `data`.",
      limits: "None."),
    ExplainPage(
      id: "forecast.circle", title: "Somebody reports to themselves",
      what: "Going up from a person, manager by manager, comes back to the same person.",
      why: "Their calls would be part of themselves, without end.",
      example: "Ana reports to Max, and Max to Ana.",
      remedy: "Correct the manager of one of them; the topmost person has none.",
      limits: "Managers are taken from the reps table, else from the calls, else from the deals."),
    ExplainPage(
      id: "forecast.no-deals", title: "No deals to weigh",
      what: "The forecast section gives no deals, and the data has no table of opportunities.",
      why: "A distribution over nothing would show zeros that look like figures.",
      example: "`forecast: {target: $600K}`",
      remedy:
        "Give `data: {opportunities: ...}`, or list the open deals: `deals: [{name: Acme, amount: $50K, probability: 60%}]`.",
      limits: "Deals that are listed are weighed in place of those of the table, whatever their period."),
    ExplainPage(
      id: "forecast.deal-range", title: "A deal outside its range",
      what:
        "An amount of the forecast is negative or too large, a chance is no share, or low and high do not lie "
        + "around the amount; the same goes for the spread of all deals and for business yet to be created.",
      why: "A distribution over such deals means nothing.",
      example: "`{name: Acme, amount: $50K, probability: 60%, low: $60K}`",
      remedy:
        "Give amounts from 0 to 100 billion, chances from 0% to 100%, and low at most, high at least the amount.",
      limits: "What is closed and the target may be negative; a deal may not."),
    ExplainPage(
      id: "forecast.correlation", title: "A correlation outside its range",
      what: "The correlation of the deals is negative, or 100% and more.",
      why: "One factor that moves all deals cannot push them apart, and at 100% all are one deal.",
      example: "`correlation: 1`",
      remedy: "Give a share such as 10% or 0.1; leave it out for independent deals.",
      limits: "One number for all deals; deals of one region may have more in common than that."),
    ExplainPage(
      id: "forecast.created", title: "Business yet to be created, half stated",
      what: "`created_and_closed` gives how many deals are expected or what one brings, and not the other.",
      why: "One number without the other adds nothing to a distribution.",
      example: "`created_and_closed: {deals: 4}`",
      remedy: "Give both, `{deals: 4, amount: $20K}`, or neither to have past periods counted.",
      limits: "All stated deals bring the same; counted ones bring what the past ones did."),
    ExplainPage(
      id: "forecast.row", title: "A call without a person or a period",
      what: "A row of the forecasts table does not say who called, or for which period.",
      why: "It cannot be set against what came, and left out it would flatter the record.",
      example: "`,2026-Q1,400000`",
      remedy: "Fill the cell, or take the row out of the file.",
      limits: "A row without a forecast is listed as not counted instead."),
    ExplainPage(
      id: "forecast.period", title: "A period that cannot be read",
      what: "The period of a call is not a month, a quarter, a year or a run of days.",
      why: "Without its first and last day nobody knows whether it has ended.",
      example: "`Q1 26` in place of `2026-Q1`, or of `FY26-Q1` in the fiscal year.",
      remedy: "Write 2026-03, 2026-Q1, FY2026-Q1 or 2026-01-15..2026-02-14.",
      limits: "Fiscal periods follow `company.fiscal_year_start`."),
    ExplainPage(
      id: "forecast.currency", title: "Calls in several currencies",
      what: "A column of calls names another currency than its table's, or one that has no rate.",
      why: "A call and what came must be in one currency, or the error measures the exchange rate.",
      example: "`€400,000` in a table of US dollars.",
      remedy: "Convert the column, and give the table's currency under `data.forecasts.currency`.",
      limits: "A table that is wholly in one currency is converted at the rate of `company.fx`."),
    ExplainPage(
      id: "forecast.one-day", title: "Two calls on one day",
      what: "A person called one period twice on the same day, and the calls differ.",
      why: "Which of them counts would hang on the order of the rows.",
      example: "Two rows of `Ana` for 2026-Q2 called on 2026-05-08, of 99 and of 100.",
      remedy: "Keep the row that counts, or give the later call its own day.",
      limits: "Rows that say the same count once."),
    ExplainPage(
      id: "forecast.undated", title: "Two calls and no date",
      what: "A person called one period twice, and a row lacks the date of the call.",
      why: "Which of the two was the last in time decides the error.",
      example: "Two rows of `Ana` for 2026-Q1, one without `called_date`.",
      remedy: "Fill the date in both rows.",
      limits: "A single call without a date counts as made in time."),
    ExplainPage(
      id: "forecast.actuals-differ", title: "Two answers to what came",
      what: "Two rows of one person and period give different actuals.",
      why: "Only one of them can be what was booked.",
      example: "`Ana, 2026-Q1` with 310,000 in one row and 315,000 in the next.",
      remedy: "Correct the older row; calls of different weeks share one actual.",
      limits: "Differences of a cent count: the amounts are compared exactly."),
    ExplainPage(
      id: "forecast.cut", title: "A figure of the forecast cannot be cut by this",
      what: "`--by` names something that calls do not carry, or cuts a distribution.",
      why:
        "A call is one number of one person, without segment or source; percentiles of parts do not add up.",
      example: "`revops forecast accuracy --by segment`",
      remedy: "Leave out `--by`: people and periods are always shown. `--where` narrows the calls.",
      limits: "`person` and `period` are accepted, and change nothing."),
  ]
}
