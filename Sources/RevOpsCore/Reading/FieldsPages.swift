extension ExplainPage {
  /// The pages of what decoding refuses.
  static let decoding: [ExplainPage] = [
    ExplainPage(
      id: "decode.unknown-key", title: "A key that nothing reads",
      what: "A section holds a key that is not among those it may hold.",
      why:
        "A mistyped key would leave its default in force, and every figure behind it would be quietly wrong.",
      example: "'win_rte: 25%' in the assumptions of a plan: the plan would go on with no win rate.",
      remedy: """
        Take the spelling that the message suggests; 'revops schema SECTION' lists all keys. A key of your own \
        passes if it begins with 'x-'.
        """,
      limits: "The suggestion is the nearest spelling, which is not always what was meant."),
    ExplainPage(
      id: "decode.missing-key", title: "A key that is needed is not given",
      what: "A section leaves out a key without which nothing can be computed, or gives it no value.",
      why: "There is no default that would be right for everybody, and a guess would look like a fact.",
      example: "A pipeline section without 'quota': coverage is a share of it.",
      remedy:
        "Add the key; the message says what is wanted. An empty text, '~' and 'null' all mean not given.",
      limits: "None."),
    ExplainPage(
      id: "decode.wrong-value", title: "A value that cannot be what its key wants",
      what:
        "The value of a key is not the kind of quantity that the key names, or lies outside what makes sense.",
      why:
        "A number read in the wrong unit is wrong by a factor of a hundred or a thousand, and looks right.",
      example: "'win_rate: 25' where a rate is a percentage or a fraction: 25 would be 2,500 %.",
      remedy: "Write the quantity as the hint shows; 'revops help formats' lists every form that is read.",
      limits: "A rate between 1 and 10 is taken as a fraction, since a retention can be 130 %."),
    ExplainPage(
      id: "decode.wrong-shape", title: "A list where keys are wanted, or the reverse",
      what: "A section, list or value stands where the other is wanted.",
      why: "What stands inside cannot be told apart, so none of it could be used.",
      example: "'stages: Visitor' where a list of stages is wanted.",
      remedy:
        "Compare with 'revops template SECTION', which shows the shape; mind the indentation and the dashes.",
      limits: "A list of plain values may also be one value alone."),
    ExplainPage(
      id: "decode.unknown-choice", title: "A word that is not one of those accepted",
      what: "A key takes one of a few words, and the file has another.",
      why: "Each word stands for a rule; without knowing which one, nothing can be computed.",
      example: "'severity: grave' where error, warning or info is wanted.",
      remedy: "Take one of the words that the message lists. Letter case and separators do not matter.",
      limits: "None."),
    ExplainPage(
      id: "decode.no-quarter", title: "Not a quarter",
      what:
        "A key under pipeline.quotas, demand.targets or demand.open does not name a quarter of the fiscal year.",
      why: "Its amount would be counted nowhere.", example: "'Q1: $800K' without a year.",
      remedy: "Write FY2027-Q1, or 2027-Q1 where the fiscal year's quarters are the calendar's.",
      limits: "Quarters that the analysis does not look at are read and not used."),
  ]
}
