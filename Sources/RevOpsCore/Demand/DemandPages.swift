/// What `revops explain` says of each finding and problem of demand.
enum DemandPages {
  static let all: [ExplainPage] = [
    ExplainPage(
      id: "demand.insufficient", title: "A coming quarter without the pipeline it needs",
      what: "Open pipeline that closes in one of the next three quarters is less than its target asks for.",
      why: "The gap can be closed while there is time to open deals; on the day of the quarter it cannot.",
      example: "A quarter of $840K at a win rate of 20 % needs $4.2M; $1M is there.",
      remedy:
        "Decide which source closes the gap by when, and write down the part that is accepted as a risk.",
      limits:
        "Counts what is open today by its close date; the quarters further out are rarely full this early."),
    ExplainPage(
      id: "demand.source-short", title: "A source that brings less than its share",
      what:
        "A source's part of the new pipeline of a segment lies below its plan by more than the tolerance.",
      why: "Others have to bring it, or nobody does; a mix that is off by half is not a matter of effort.",
      example: "Sellers bring 30 % of the enterprise pipeline, and 55 % is planned.",
      remedy: "Give the source a plan, an owner and a date, or plan another mix.",
      limits: "By value; one large deal can move a small segment. demand.tolerance is 5 points unless said."),
    ExplainPage(
      id: "demand.unmapped-source", title: "Deals of no known source",
      what: "The source of some deals is empty, or a word that may stand for several of the four.",
      why: "What is nobody's counts for nobody, and the shares of the others look smaller than they are.",
      example: "'Outbound', which sellers and SDRs do alike.",
      remedy: "Name the word under demand.sources, and make the field required in the CRM.",
      limits: "Words that mean the same everywhere, such as Webinar or Partner, are known."),
    ExplainPage(
      id: "demand.no-mix", title: "A segment without a planned mix",
      what: "Nothing says which share of a segment's pipeline each source is to bring.",
      why: "A share that nobody planned cannot be missed, nor made up for.",
      example: "SMB, for which the Revenue Operating System gives no shares.",
      remedy: "State four shares that sum to 100 % under demand.mix.", limits: "None."),
    ExplainPage(
      id: "demand.mix-sum", title: "Shares that do not make a whole",
      what: "The planned shares of a segment, or the segments' parts of the targets, do not sum to 100 %.",
      why: "Some of the pipeline would be nobody's, or somebody's twice.",
      example: "{sales: 55%, sdr: 30%, marketing: 20%}: 105 %.", remedy: "Correct the shares.",
      limits: "Half a tenth of a percent is taken as rounding."),
    ExplainPage(
      id: "demand.source-twice", title: "A word for two sources",
      what: "One word of the CRM is listed under two of the four sources.",
      why: "Its deals would count for the one that is read first.",
      example: "'Outbound' under sales and under sdr.", remedy: "Keep it under one, or split it in the CRM.",
      limits: "None."),
    ExplainPage(
      id: "demand.no-deals", title: "No pipeline to speak of",
      what: "There are no opportunities, and the section states neither what was created nor what is open.",
      why: "Nothing known is not nothing there: every gap would be as large as its target.",
      example: "A workspace with a `demand` section and no `data`.",
      remedy: "Give the opportunities, or state `created` and `open` by source.", limits: "None."),
    ExplainPage(
      id: "demand.no-cut", title: "No such column to cut by",
      what: "`--by` names a column that the opportunities do not have, or there are none.",
      why: "An empty cut would look as if nothing was created.", example: "--by regoin",
      remedy: "Take a column of the table, such as region or owner.", limits: "None."),
  ]
}
