/// What `revops explain` says of the pipeline's problems and findings.
enum PipelinePages {
  /// All of them.
  static let all = reading

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
      what: "Rows have an empty stage, and no flag says whether the deal is closed.",
      why: "Nobody can tell whether such a deal is still to be won.",
      example: "A row '…,OPP-7,,12000,…' with nothing between the commas of its stage.",
      remedy: "Give each deal its stage, or leave the rows out with 'where' under 'data.opportunities'.",
      limits: "With 'pipeline.stages' a stage is wanted even where flags would do."),
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
      what: "A deal's forecast category is none of those that CRMs deliver.",
      why: "Commit and pipeline are worth very different chances; a wrong guess moves the forecast.",
      example: "'Likely-ish' in the column of categories.",
      remedy:
        "Rename it in the export to omitted, pipeline, upside, best_case, most_likely, commit or closed.",
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
      remedy: "Write what one unit is worth in the company's currency: 'fx: {GBP: 1.27}'.",
      limits: "One rate holds for all deals, whatever their date."),
    ExplainPage(
      id: "pipeline.probability", title: "A chance that is none",
      what: "A deal's probability is below 0% or above 100%.",
      why: "Weighted pipeline and simulation would count more than the deal is worth.",
      example: "'-5' or '250%' in the column 'Probability (%)'.",
      remedy: "Mend the cell; numbers above 1 are read as percentages in the whole column.",
      limits:
        "A column of fractions with one 75 among them is read as percentages, and 0.5 then means half a percent."
    ),
  ]
}
