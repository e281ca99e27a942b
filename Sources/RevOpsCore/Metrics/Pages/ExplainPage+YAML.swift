extension ExplainPage {
  /// What is wrong with a YAML document as text.
  static let yaml: [ExplainPage] = yamlLines + yamlValues

  private static let yamlLines: [ExplainPage] = [
    ExplainPage(
      id: "yaml.syntax", title: "Text that is not YAML",
      what: "A sign stands where YAML gives it no meaning, or text goes on behind a value that has ended.",
      why: "Readers that guess here guess differently, and one of them keeps half the value.",
      example: "name: \"Acme\" North",
      remedy: "Mend it at the caret; text that begins with one of - ? : @ ` % & * ! | > needs quotes.",
      limits: "The reader stops at the first such place, since what follows has no certain meaning."),
    ExplainPage(
      id: "yaml.tab", title: "A tab that indents",
      what: "A tab stands at the beginning of a line where only spaces say how deep the line belongs.",
      why: "A tab is as wide as each editor likes, so a key could belong to two sections.",
      example: "stages: and below it a line that begins with a tab",
      remedy: "Replace it with spaces; most editors can do so for a whole file.",
      limits: "Tabs between words, before comments and inside text are fine."),
    ExplainPage(
      id: "yaml.indentation", title: "A line that fits no level",
      what: "A line is indented less or more than any list or mapping that is open above it.",
      why: "Moved by one space, a key lands in another section and its figure with it.",
      example: "'quota' at 2 spaces, 'win_rate' below it at 3",
      remedy: "Put entries of one list or mapping at the same column; the message names the one above.",
      limits: "The line named is the one that does not fit; the one above it may be wrong instead."),
    ExplainPage(
      id: "yaml.missing-colon", title: "A key without its colon",
      what: "Among keys stands a line without ': ', or the colon has no space behind it.",
      why: "'quota:600000' is one word to YAML, and the quota would be missing.",
      example: "win_rate 25%",
      remedy: "Write 'key: value'; a value that goes on over several lines is indented below its key.",
      limits: "A line of plain text under a key can look like a key without a colon."),
    ExplainPage(
      id: "yaml.colon-in-value", title: "Two colons on one line",
      what: "A value holds ': ' again, so it could be a mapping or a text.",
      why: "A sentence with a colon would turn into keys that nobody wrote.",
      example: "note: agreed with sales: 4 hours",
      remedy: "Put the value in quotes, or the second key on a line of its own below.",
      limits: "A colon with no space behind it, as in 10:30 or a web address, is fine."),
    ExplainPage(
      id: "yaml.long-key", title: "A key longer than 1,024 characters",
      what: "The ':' of a key comes after more than 1,024 characters.",
      why: "YAML sets this bound, so that a forgotten quote is not searched through the whole file.",
      example: "a paragraph of text with ': ' at its end",
      remedy: "Shorten the key, put the text in quotes, or write '? ' before the key.",
      limits: "The bound of 1,024 characters is YAML's own for a key on one line."),
    ExplainPage(
      id: "yaml.unclosed", title: "Something opened and never closed",
      what: "A quote or a bracket is still open where the file or the document ends.",
      why: "All lines behind it would be taken for one text, and their keys would be gone.",
      example: "owners: [Ana, Ben",
      remedy: "Close it; the message shows where it was opened, which is often far above.",
      limits: "With several open, the innermost is named."),
    ExplainPage(
      id: "yaml.character", title: "A character that cannot stand in YAML",
      what: "A control character, or a byte-order mark within text, stands in the file as it is.",
      why: "Nobody sees it in an editor, and two names that look alike no longer match.",
      example: "a zero byte left by an interrupted save",
      remedy: "Delete it, or write it in double quotes as an escape such as \"\\x07\".",
      limits: "The characters refused are those that YAML 1.2 does not allow in a file."),
  ]

  private static let yamlValues: [ExplainPage] = [
    ExplainPage(
      id: "yaml.escape", title: "An escape YAML does not know",
      what: "In double quotes a backslash stands before a character with which it means nothing.",
      why: "Dropping the backslash would change a path or a pattern without a word.",
      example: "pattern: \"\\d+\"",
      remedy: "Write the backslash twice, or put the text in single quotes, where it is only itself.",
      limits: "Single quotes know no escapes, so a backslash there is always itself."),
    ExplainPage(
      id: "yaml.block-scalar", title: "A text block that begins wrongly",
      what: "Behind '|' or '>' stands something else than '+', '-' and a digit, or blank lines are too wide.",
      why: "How far the text is indented would be unclear, and with it where the text ends.",
      example: "description: | all on this line",
      remedy: "End the line behind '|' and begin the text on the next, indented.",
      limits: "A comment may follow after a space."),
    ExplainPage(
      id: "yaml.alias", title: "An alias without its anchor",
      what:
        "'*name' repeats a value marked '&name', and none is marked so above it, or it would hold itself.",
      why: "There is nothing to repeat: the value is missing.",
      example: "teams: *all, with '&all' further below",
      remedy: "Mark the value before it is repeated; a text that begins with '*' stands in quotes.",
      limits: "Anchors of another file are not seen."),
    ExplainPage(
      id: "yaml.alias-expansion", title: "Aliases that repeat too much",
      what: "Written out, the aliases of the file come to over a million values or 16 MB of text.",
      why: "A few lines of aliases of aliases can stand for more values than any memory holds.",
      example: "ten lists, each of ten aliases of the one before",
      remedy: "Repeat smaller values, or put the data in a table under 'data'.",
      limits: "What counts is the sum over the whole file."),
    ExplainPage(
      id: "yaml.tag", title: "A tag that contradicts its value",
      what: "The value is not of the kind that the tag before it states.",
      why: "One of the two is wrong, and nobody but the author knows which.",
      example: "quota: !!int 1.2M",
      remedy: "Take the tag out: plans need none. Quotes make a text of any value.",
      limits: "Tags of the core schema are read; no others, even where their meaning is plain."),
    ExplainPage(
      id: "yaml.directive", title: "A directive that is not understood",
      what: "A line that begins with '%' is malformed, stands twice, or no '---' follows it.",
      why: "It may change how everything below is to be read.",
      example: "%YAML 1.2 without '---' below it",
      remedy: "Remove the line; a plan needs no directive.",
      limits: "%YAML and %TAG are read; others are reserved by the specification."),
    ExplainPage(
      id: "yaml.not-supported", title: "YAML that a plan does not need",
      what:
        "The file holds a second document, a key that is empty, a list or a mapping, or a tag of its own.",
      why: "Such values have no place in a plan; reading them half would be worse than not at all.",
      example: "two plans in one file with '---' between them",
      remedy: "Split the documents into files, write keys as words, and leave tags out.",
      limits: "It may be valid YAML all the same."),
  ]
}
