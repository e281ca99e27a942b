extension ExplainPage {
  /// What keeps a file from being opened.
  static let files: [ExplainPage] = [
    ExplainPage(
      id: "file.missing", title: "A file that is not there",
      what: "The path names no file. Paths in a workspace start from the folder of that workspace.",
      why: "A figure computed without a table that was meant to be there would be wrong and look right.",
      example: "'data/oportunities.csv' where the folder holds 'opportunities.csv'",
      remedy: "Correct the path; where a name of the same folder is close, the message suggests it.",
      limits: "Only the names of the folder itself are compared."),
    ExplainPage(
      id: "file.output-is-input", title: "An output that would replace an input",
      what: "'--output' names a file that the same command reads, by this name or by another.",
      why: "The report would take the place of the workspace or of its data, which may have no copy.",
      example: "revops audit revops.yaml -o revops.yaml",
      remedy: "Name another file for the output.",
      limits: "None: two names of one file are seen as one, links among them."),
    ExplainPage(
      id: "file.folder", title: "A folder where a file is wanted",
      what: "The path names a folder.",
      why: "Which of its files is meant would be a guess.",
      example: "revops audit Examples/northwind",
      remedy: "Name the file; for a workspace that is its revops.yaml.",
      limits: "A link to a folder counts as a folder."),
    ExplainPage(
      id: "file.unreadable", title: "A file that cannot be read",
      what: "The file is there, but the system does not give it out; its reason stands in the message.",
      why: "Half a file would give half a figure.",
      example: "permission denied on an export that another account wrote",
      remedy: "Grant the right to read it, or copy it.",
      limits: "The reason is the system's own; a file can also change between two runs."),
    ExplainPage(
      id: "file.too-large", title: "A file beyond what is read",
      what: "The file is 4 GiB or larger.",
      why: "Places in a file are kept in four bytes, which ends there.",
      example: "ten years of activities in one export",
      remedy: "Split it by year, or export only the columns a command uses.",
      limits: "The bound is on the file, not on what is kept of it."),
    ExplainPage(
      id: "file.none", title: "No file to work on",
      what: "The command was given no file, and the folder holds no revops.yaml that it could take.",
      why: "A workspace found elsewhere could be another company's.",
      example: "'revops audit' in the folder above the workspace",
      remedy: "Name the file, go to its folder, or begin a workspace with 'revops init'.",
      limits: "Only the current folder is looked into, not the ones above it."),
    ExplainPage(
      id: "file.empty", title: "A document without content",
      what: "The file is there, and holds nothing but spaces and line ends.",
      why: "It is usually the trace of a save that failed; figures from defaults alone would hide that.",
      example: "an audit document of 0 bytes",
      remedy: "Restore it, or begin with what 'revops template' prints.",
      limits: "A file of comments alone is not empty; it holds nothing given."),
    ExplainPage(
      id: "file.table", title: "A table where a document is wanted",
      what: "The file named is a CSV table, and the command reads a plan or a workspace.",
      why: "Rows alone do not say which table they are, nor what the company plans.",
      example: "revops audit deals.csv",
      remedy: "Name the table under 'data' of a workspace; 'revops inspect FILE' prints the lines to paste.",
      limits: "Told from the end of the file's name."),
  ]

  /// What is wrong with a document as text, before any key of it is looked at.
  static let reading: [ExplainPage] = [
    ExplainPage(
      id: "reading.encoding", title: "Bytes that are no text",
      what: "A document is UTF-8 or UTF-16, and these bytes are neither.",
      why: "A name read in the wrong encoding matches nothing in the other tables.",
      example: "an 'é' saved by an old editor as the single byte E9",
      remedy: "Save the file as UTF-8.",
      limits: "Tables may also be Windows-1252; documents may not, since nothing in them says so."),
    ExplainPage(
      id: "reading.too-large", title: "A document beyond what is read at once",
      what: "The document is 4 GB or larger.",
      why: "Every value keeps its place in four bytes.",
      example: "a data export pasted into a plan file",
      remedy: "Keep data in CSV tables under 'data:', and the plan in the document.",
      limits: "The bound is 4 GiB a file; a larger table can be cut by period."),
    ExplainPage(
      id: "reading.too-deep", title: "Lists and mappings too deep in one another",
      what: "The document nests further than is read.",
      why: "No plan needs it, so a program went wrong or somebody means harm.",
      example: "10,000 opening brackets in a row",
      remedy: "Look for the bracket or the indentation that is never closed.",
      limits: "The bound is 512 levels, whatever the memory of the machine."),
    ExplainPage(
      id: "reading.duplicate-key", title: "A key given twice",
      what: "One mapping gives the same key two values.",
      why: "Other readers take the last one without a word, and the first is lost.",
      example: "'win_rate: 25%' on line 4 and 'win_rate: 30%' on line 19",
      remedy: "Remove one, or rename it; the message shows both places.",
      limits: "Keys are compared byte for byte: two spellings of one accented letter are two keys."),
    ExplainPage(
      id: "json.syntax", title: "Text that is not JSON",
      what: "A comma, colon, bracket or value stands where JSON does not allow it.",
      why: "What follows could be read in more than one way.",
      example: "{\"quota\": 600000,}",
      remedy: "Mend it at the caret: a comma after the last entry goes, keys stand in double quotes.",
      limits: "Comments and single quotes are no JSON; a YAML file may hold them."),
    ExplainPage(
      id: "json.unclosed", title: "Something opened and never closed",
      what: "The file or the line ends inside an array, an object or a string.",
      why: "An export that broke off lacks records that nothing else shows.",
      example: "{\"stages\": [\"mql\", \"sql\"",
      remedy: "Add what is missing, or export again; the message shows where it was opened.",
      limits: "The place is the end of the file; the bracket that is missing may belong further up."),
    ExplainPage(
      id: "json.number", title: "A number JSON does not know",
      what: "JSON writes numbers as 12, -3.5 or 1.5e6, without leading zeros, signs of plus or separators.",
      why: "'0123' and '1,200' mean different things to different readers.",
      example: "{\"quota\": 0600}",
      remedy: "Write it plainly, or in quotes: \"1,200\" and \"$1.2M\" are read as quantities.",
      limits: "Forms that YAML knows, such as 0x1F, are refused in a .json file."),
    ExplainPage(
      id: "json.escape", title: "An escape JSON does not know",
      what: "Behind a backslash JSON allows only \" \\ / b f n r t and u with four hexadecimal digits.",
      why: "Dropping the backslash would change a path or a pattern silently.",
      example: "\"C:\\data\"",
      remedy: "Write a backslash itself as two.",
      limits: "Half of a surrogate pair is refused, since it is no letter."),
    ExplainPage(
      id: "json.control-character", title: "A control character inside a string",
      what: "A tab, a line break or another character below U+0020 stands in a string as it is.",
      why: "JSON wants it escaped, so that a cut-off line can be told from text.",
      example: "a name with a line break from a spreadsheet cell",
      remedy: "Write \\n for a line break and \\t for a tab.",
      limits: "Only characters below U+0020 are refused; others are kept as they are."),
  ]
}
