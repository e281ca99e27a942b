import Testing

@testable import RevOpsCore

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kitten", "sitting", 3), ("flaw", "lawn", 2),
    ("amuont", "amount", 1), ("ca", "abc", 3), ("win_rate", "win_rate", 0),
  ])
  func countsTheEditsBetweenTwoWords(a: String, b: String, expected: Int) {
    #expect(editDistance(folded(a), folded(b)) == expected)
    #expect(editDistance(folded(b), folded(a)) == expected)
  }

  @Test(arguments: [
    ("amuont", "amount"), ("Stage", "stage"), ("closedate", "close_date"), ("close-date", "close_date"),
    ("ownr", "owner"), ("win rate", "win_rate"),
  ])
  func suggestsTheKeyThatWasMeant(word: String, expected: String) {
    let keys = ["amount", "stage", "close_date", "owner", "win_rate"]
    #expect(nearest(to: word, among: keys) == expected)
  }

  @Test(arguments: ["colour", "x", "", "territory", "amountamountamount"])
  func suggestsNothingForAWordThatIsNotNear(word: String) {
    #expect(nearest(to: word, among: ["amount", "stage", "close_date"]) == nil)
  }

  @Test func givesTheNearestFirstAndTheEarlierOfEqualOnes() {
    #expect(suggestions(for: "grrr", among: ["nrr", "grr", "arr", "grrrr"], limit: 5) == ["grr", "grrrr"])
    #expect(nearest(to: "xrr", among: ["nrr", "grr"]) == "nrr")
  }

  @Test func takesNoTimeOnAWordOfAMillionLetters() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(nearest(to: word, among: ["amount", "stage"]) == nil)
  }

  @Test("a shortened word leads to the only word that begins with it")
  func shortened() {
    #expect(nearest(to: "warn", among: ["error", "warning", "never"]) == "warning")
    #expect(nearest(to: "exit", among: ["formats", "exit-codes"]) == "exit-codes")
    #expect(nearest(to: "ope", among: ["open_pipeline", "open_deals"]) == nil)
    #expect(nearest(to: "op", among: ["open_pipeline"]) == nil)
  }
}
