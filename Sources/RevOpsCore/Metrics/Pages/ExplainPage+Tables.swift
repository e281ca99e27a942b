extension ExplainPage {
  /// What is wrong with a table as text.
  static let tables: [ExplainPage] = [
    ExplainPage(
      id: "csv.empty", title: "A table without records",
      what: "The file is empty, or nothing starts on the line said to hold the column names.",
      why: "No rows are not the same as rows worth nothing: every total would read zero.",
      example: "an export whose filter matched no deal",
      remedy: "Export it again with its header row, or give the line of the column names.",
      limits: "A file with a header row and no records is 'csv.no-rows'."),
    ExplainPage(
      id: "csv.no-rows", title: "A header without rows",
      what: "The file names its columns, and no row follows.",
      why: "A pipeline of nothing is rarely true; more often a filter of the export let nothing pass.",
      example: "a report whose period ended before the first deal",
      remedy: "Widen the filter and export again; a table that is not there yet is left out of 'data'.",
      limits: "An error for opportunities, without which there is nothing to compute; else a warning."),
    ExplainPage(
      id: "csv.no-names", title: "A first line that looks like a row",
      what:
        "The line that is read as the names of the columns holds an amount or a day, like the line below it.",
      why: "A file without names has its first row taken for them: that deal is in no figure.",
      example: "'006A1,Acme,12000,2026-06-30' as the first line of an export",
      remedy: "Export it with its header row, or write a line with the names above the first row.",
      limits: "Years and numbers up to 31 pass for names, as reports by year, month or day have them."),
    ExplainPage(
      id: "csv.doubled-column", title: "Two columns of one name",
      what: "A column that figures are read from has a namesake in the same file; the first of them is read.",
      why: "The other may be the one that was meant: an amount in another currency, or of another product.",
      example: "a report with 'Amount' of the deal and 'Amount' of its first year",
      remedy: "Remove one of them, or name the right one: columns: {amount: \"Amount (2)\"}.",
      limits: "A warning, for columns that are read alone; 'revops inspect' shows how each is called."),
    ExplainPage(
      id: "csv.short-row", title: "Rows with fewer fields than the header",
      what: "Rows end before the last column; what they lack counts as empty.",
      why:
        "Some programs leave empty cells at the end out. Others cut a row because a line end broke it in two.",
      example: "D2,Acme,200 under the header id,account,amount,close_date,owner",
      remedy:
        "Look at the first such row; where its fields stand in the right columns, nothing is to be done.",
      limits: "A warning. A row with more fields than the header is refused."),
    ExplainPage(
      id: "csv.lone-cell", title: "A word alone below the rows",
      what: "The last line of a table of five columns or more has one filled cell; it counts as no row.",
      why: "A deal with nothing but a name is no deal, and would count as an open one.",
      example: "\"Acme\" below the totals of a report",
      remedy: "Remove the line; where the file broke off there, export it again.",
      limits: "A warning. A sentence or a total is left out without it; 'revops inspect' counts all of them."),
    ExplainPage(
      id: "csv.header-twice", title: "The header among the rows",
      what: "A row holds the names of the columns.",
      why: "Its names would count as a deal without an amount.",
      example: "two monthly exports joined into one file by copying",
      remedy: "Remove the line.",
      limits: "Seen where a name stands in a column of dates, numbers or stages, not in a file of text alone."
    ),
    ExplainPage(
      id: "csv.encoding", title: "An encoding that is not certain",
      what:
        "The bytes are not UTF-8: they were read as Windows-1252, as old spreadsheets write, or as nothing.",
      why: "'Müller' read wrongly is another account, and becomes a duplicate.",
      example: "an export saved as 'CSV (comma delimited)' by a spreadsheet",
      remedy: "Export as CSV UTF-8, or say 'encoding: windows-1252' on the table once it looks right.",
      limits: """
        Windows-1252 accepts nearly all bytes, so a third encoding may pass for it: look at the letter shown. 'revops \
        convert' refuses what looks damaged; --encoding reads it all the same.
        """
    ),
    ExplainPage(
      id: "csv.not-text", title: "A file that is no CSV",
      what: "The file is a workbook, an archive, a web page, or holds zero bytes.",
      why: "Read as text it would give rows of nonsense.",
      example: "an .xlsx workbook renamed to .csv",
      remedy: "Open it where it came from and export it as CSV (UTF-8).",
      limits: "Known by the first bytes; a renamed file of another program may be taken for text."),
    ExplainPage(
      id: "csv.quote", title: "A quote out of place",
      what:
        "A quote stands in a field that does not begin with one, text follows a closing quote, or none closes it.",
      why: "From there on fields and rows are cut in the wrong places, and amounts move to other columns.",
      example: "Acme \"North\" Ltd,540000",
      remedy:
        "Put the whole field in quotes and write each quote inside it twice: \"Acme \"\"North\"\" Ltd\".",
      limits: "The place is the quote that does not fit; an earlier one may be the cause."),
    ExplainPage(
      id: "csv.long-row", title: "A row with more fields than the header",
      what: "The row has more fields than there are columns.",
      why: "A separator inside a field moves every value behind it one column on.",
      example: "Initech, Inc.,jdoe,540000 under the header account,owner,amount",
      remedy: "Put the field that holds the separator in quotes.",
      limits: "A row with fewer fields is taken to leave its last columns empty."),
    ExplainPage(
      id: "csv.separator", title: "A separator that cannot be one",
      what: "Fields are separated by one character, which is neither a quote nor a line end.",
      why: "A table cannot be cut by what also stands inside its fields.",
      example: "separator: '\"'",
      remedy: "Give ',' ';' a tab or another single character; without one, it is found from the header.",
      limits: "Judged by the first records; a file that changes its separator later is not seen."),
    ExplainPage(
      id: "csv.too-large", title: "A table beyond what is read",
      what: "The file is 2 GiB or larger.",
      why: "Fields are kept as ranges of bytes, and those end there.",
      example: "all activities since the company was founded",
      remedy: "Split it by month or by owner.",
      limits: "The bound is on tables held whole; reading in blocks has none."),
  ]
}
