extension ExplainPage {
  /// What is wrong with the columns of a table and the values in them.
  static let cells: [ExplainPage] = [
    ExplainPage(
      id: "csv.amount", title: "A cell that is no amount",
      what: "A cell of a money column holds no amount that can be read in one way only.",
      why: "Taken as zero or left out, it would make every total too small and look right.",
      example: "1.200,50 in a column whose other cells have the point before decimals",
      remedy: "Correct the cell where it came from; for decimal commas say 'decimal: comma' on the table.",
      limits: "Empty cells, '-' and the like are no amount and no problem."),
    ExplainPage(
      id: "csv.number", title: "A cell that is no number",
      what: "A cell of a column of numbers holds something else.",
      why: "A count that is skipped changes every average without a trace.",
      example: "'12 seats' in the column 'seats'",
      remedy: "Correct the cell, or name another column under 'columns'.",
      limits: "Empty cells count as not given."),
    ExplainPage(
      id: "csv.rate", title: "A cell that is no rate",
      what: "A cell of a column of rates is neither a percentage nor a fraction.",
      why: "A probability read wrong by a factor of a hundred makes a forecast of nonsense.",
      example: "'high' in the column 'probability'",
      remedy: "Export percentages such as 25% or fractions such as 0.25.",
      limits: "Whether a column of plain numbers counts in hundredths is told from the whole column."),
    ExplainPage(
      id: "csv.date", title: "A cell that is no date",
      what: "A cell of a date column holds no day of the calendar in the form of the rest.",
      why: "A deal without its day falls out of every period.",
      example: "2026-02-30",
      remedy: "Correct the cell; YYYY-MM-DD can be read in one way only.",
      limits: "Empty cells count as not given."),
    ExplainPage(
      id: "csv.date-order", title: "Dates whose day and month may be swapped",
      what: "No date of the column, or a contradicting pair, shows whether the day or the month is first.",
      why: "03/04 is a day in March or in April, which may be another quarter.",
      example: "03/04/2026 in a column without any day after the 12th",
      remedy: "Say 'date_order: dmy' or 'date_order: mdy' on the table, or export dates as YYYY-MM-DD.",
      limits: "One date such as 25/04/2026 settles the whole column."),
    ExplainPage(
      id: "csv.decimal-mark", title: "Decimals that cannot be told from thousands",
      what:
        "Some cells of a column have the point before decimals and others the comma, or no cell tells: all that have a "
        + "mark have three digits behind it, and it is not the one that groups thousands in such a file.",
      why: "1.200 is twelve hundred in one reading and a little over one in the other.",
      example:
        "1,200.50 on line 4 and 1.200,50 on line 9; 1.200 alone in a file with commas between its cells",
      remedy: "Export with one setting, or say 'decimal: point' or 'decimal: comma' on the table.",
      limits:
        "In a file with commas, 1,200 is twelve hundred unless a cell shows otherwise; with semicolons, so is 1.200."
    ),
    ExplainPage(
      id: "csv.thousands", title: "Amounts in thousands that no cell proves",
      what:
        "All amounts of a column that have a mark have three digits behind it, and the file is one in which that mark "
        + "groups thousands.",
      why: "Were the mark that of decimals, every sum would be a thousand times too large.",
      example: "\"1,234\" in a file with commas between its cells, and no amount such as 1,234.50",
      remedy: "If it is right, say 'decimal: point' on the table, with semicolons 'decimal: comma'.",
      limits: "A warning, once for each column."),
    ExplainPage(
      id: "csv.damaged-id", title: "An id that a spreadsheet has rounded",
      what:
        "A cell of ids holds a number such as 1.00E+15, or an error such as #NAME?: a spreadsheet took the id for a "
        + "number or a formula when the file was opened, and saved what it showed.",
      why: "Many records get one id; deals are dropped as copies, and histories end up with the wrong deal.",
      example: "'1.00E+15' where the CRM has 1000000000004711",
      remedy:
        "Export the file again. To look at it in a spreadsheet, import it with the column as text, and do not save.",
      limits: "An id that was rounded without an E, or lost its leading zeros, looks like any other."),
    ExplainPage(
      id: "data.no-such-word", title: "A word that no row has",
      what: "A setting names a type, tier, loss reason or deal that stands in no row of its column.",
      why: "Whatever is to count by it counts nothing: a misspelt type leaves its deals out of the figure.",
      example: "demand: {types: [New Bisiness]} over deals of the type New Business",
      remedy: "Correct the word to one of those named, or remove it.",
      limits: "A warning, since an export of one quarter may lack what that of another has."),
    ExplainPage(
      id: "data.deleted-rows", title: "Records from the recycle bin",
      what:
        "The column IsDeleted of a Salesforce export, or the status Deleted of Pipedrive, says that rows are deleted. "
        + "They are left out and counted.",
      why: "A deleted deal in the pipeline is money that nobody is working on.",
      example: "'true' under IsDeleted in a file of the Data Loader's 'Export All'",
      remedy: "Nothing has to be done; 'Export' instead of 'Export All' leaves them out.",
      limits: "Only the column IsDeleted and a column of the deals' status are looked at."),
    ExplainPage(
      id: "data.other-table", title: "Another table in place of the opportunities",
      what:
        "A file given as opportunities holds the changes of deals, or the deals of several days: one deal stands in "
        + "several rows.",
      why: "Each row would count as a deal, and the pipeline would be worth a multiple of what it is.",
      example: "revops pipeline coverage OpportunityHistory.csv",
      remedy:
        "Give it as 'stage_history' or 'snapshots' under 'data'; of snapshots the rows of one day can be kept with "
        + "'where'.",
      limits:
        "Nothing is said where 'columns' or 'where' of the table tell which values and rows count. Snapshots are told by "
        + "the days of the first and the last row."),
    ExplainPage(
      id: "data.unknown-column", title: "A column that the table does not have",
      what: "'columns' gives a source for a column that nothing reads in this kind of table.",
      why: "Whoever wrote the line believes that the values are used.",
      example: "'columns: {amout: Deal value}' for opportunities",
      remedy: "Take the name that the message suggests; 'revops help columns' lists all.",
      limits: "The suggestion is the nearest spelling, which is not always what was meant."),
    ExplainPage(
      id: "data.missing-column", title: "A header that the file does not have",
      what: "'columns' says under which header a value stands, and the file has no such header.",
      why: "Every figure of that column would be missing without a word.",
      example: "'columns: {amount: Deal Value}' for an export whose header says 'Deal value (USD)'",
      remedy: "Write the header as it stands in the file; 'revops inspect FILE' lists them.",
      limits: "Letter case, spaces and signs do not matter, words do."),
    ExplainPage(
      id: "convert.not-a-table", title: "A document that is no table",
      what: "A document is to become CSV, and a value of it is no row and no cell.",
      why: "Lists within cells have no form in CSV that another program would read back.",
      example: "[{stage: mql, owners: [Ana, Ben]}]",
      remedy: "Write a list of mappings or of lists with plain values; or convert to JSON or YAML.",
      limits: "A list of flat mappings or of lists is a table; anything nested is not flattened."),
    ExplainPage(
      id: "convert.not-json", title: "A value without a form in JSON",
      what: "A YAML document holds a key that is no text, or a number such as .inf, that JSON cannot write.",
      why: "Any text put in its place would come back as another value.",
      example: "{2026: 1.2M}, whose key is a number",
      remedy: "Put the key in quotes; write numbers with an end.",
      limits: "Only the first value that JSON cannot say is named."),
  ]
}
