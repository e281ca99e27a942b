import RevOpsCore

extension HelpTopic {
  static let formats = HelpTopic(name: "formats", title: "what is read and what is written") { _ in
    [
      .heading("Read"),
      .terms([
        HelpPage.Term(
          "YAML",
          "the core schema of YAML 1.2, one document a file, with anchors and aliases: yes, no and on are "
            + "texts; the same key twice, tabs as indentation and tags of other schemas "
            + "are errors with a place"),
        HelpPage.Term("JSON", "RFC 8259 to the letter, numbers with every digit, no key twice"),
        HelpPage.Term(
          "CSV",
          "RFC 4180 and what exports really hold: comma, semicolon, tab or pipe; UTF-8, UTF-16 or "
            + "Windows-1252; titles above the header and totals below the rows"),
      ]),
      .paragraph(
        "The end of a file's name says which it is: .yaml, .yml, .json, .csv or .tsv. A file is read whole or "
          + "not at all: what is wrong with it is listed at once, each problem with file, line and column."),
      .heading("Written"),
      .terms([
        HelpPage.Term("text", "for people: as wide as the terminal, with colour only there"),
        HelpPage.Term(
          "json", "for programs: figures by the names that checks use, absent ones null with a reason"),
        HelpPage.Term(
          "csv",
          "a report of one table as that table, any other as a line a value; --section NAME takes one table of it "
            + "alone, with a header; what a spreadsheet or a build log would run gets an apostrophe"),
        HelpPage.Term("markdown", "for wikis and pull requests"),
        HelpPage.Term("html", "one page that can be printed, nothing loaded from elsewhere"),
      ]),
    ]
  }

  static let columns = HelpTopic(name: "columns", title: "the tables of a workspace and their columns") { _ in
    [
      .paragraph(
        "Tables stand under 'data' in a workspace. Their columns are found by the names that vendors give them; "
          + "'columns: {ours: theirs}' names one that is not. 'revops inspect FILE' shows what is found. "
          + "Columns marked * are needed."),
      .paragraph(
        "'pipeline.stages' says what the company's own stages are, 'pipeline.forecast_categories' its own forecast "
          + "categories. A status apart from the stage, as Pipedrive and Dynamics have it, counts before a stage "
          + "for open deals. Rows that Salesforce marks as deleted are left out and counted; ids are compared in the form of "
          + "15 characters; the columns 'Date entered ...' of HubSpot serve as a stage history."),
      .paragraph(
        "A CSV given alone is read as the settings say: '--set data.opportunities.date_order=dmy', "
          + "'--set data.opportunities.decimal=comma', '--set data.opportunities.columns.amount=Worth'."),
      .paragraph(
        "Of a day before that of the export, deals created since are left out; those that have changed since stand as the "
          + "stage history has them, and without one a deal closed since counts as neither open nor closed."),
      .terms(
        ImportTable.allCases.map { table in
          let names = table.columns.map { $0.isRequired ? $0.name + "*" : $0.name }
          return HelpPage.Term(table.rawValue, names.joined(separator: ", "))
        }),
      .paragraph(
        "A deal whose id stands in several rows of the opportunities counts once where the rows agree, account and "
          + "product apart; rows that contradict each other are refused. 'revops pipeline hygiene' looks at all rows."
      ),
    ]
  }
}
