import Testing

@testable import RevOpsCore

@Suite struct PatternTests {
  /// Each answer is that of Python's `re.search`.
  @Test(arguments: [
    ("abc", "xabcx", true), ("abc", "abx", false), ("^abc$", "abc", true), ("^abc$", "abcd", false),
    ("a.c", "a\nc", false), ("a|b", "xxb", true), ("^(a|bc)+$", "abcabc", true),
    ("^(a|bc)+$", "abcab", false),
    ("a*", "", true), ("^a+$", "", false), ("^a?b$", "b", true), ("^a{2}$", "aa", true),
    ("^a{2}$", "aaa", false),
    ("^a{2,}$", "aaaa", true), ("^a{2,3}$", "aaaa", false), ("^a{0}b$", "b", true),
    ("^(ab){2,3}$", "ababab", true),
    ("[a-c]+$", "xxabc", true), ("[^a-c]", "abc", false), ("^[]x]$", "]", true), ("^[a-]$", "-", true),
    ("^[\\d.]+$", "1.5", true), ("\\d{3}", "a12b", false), ("\\bpricing\\b", "the pricing page", true),
    ("\\bpricing\\b", "repricing", false), ("\\Bing", "pricing", true),
    ("^\\w+@\\w+\\.com$", "a@b.com", true),
    ("^\\S+$", "a b", false), ("\\.", "ab", false), ("(?i)ACME", "acme", true), ("(?i)[a-z]+$", "ÀB", true),
    ("(?i)[^a]", "A", false), ("^é$", "é", true), ("(?i)É", "é", true), ("(a*)*b", "aaac", false),
    ("(|a)+$", "aa", true),
    ("^(?:x|y)z", "yz", true), ("a+?b", "aab", true), ("\\W", "añb", false), ("[\\D]", "12", false),
    ("^[\\Wx]+$", "x-", true), ("", "", true), ("$^", "", true), ("a||b", "", true),
  ])
  func findsWhatPythonFinds(pattern: String, text: String, isFound: Bool) throws {
    #expect(try Pattern(pattern).isFound(in: text) == isFound)
  }

  @Test(arguments: [
    "(", ")", "[", "a**", "*a", "a{2", "a{3,2}", "\\", "\\1", "\\q", "(?=a)", "(?<n>a)", "[z-a]", "[\\d-z]",
    "]",
    "a{1001}{1001}", "(a{1000}){1000}",
  ])
  func refusesWhatItCannotRunInLinearTime(pattern: String) {
    #expect(throws: PatternProblem.self) { try Pattern(pattern) }
  }

  @Test func staysInProportionWhereOthersHang() throws {
    let text = String(repeating: "a", count: 20_000)
    #expect(try !Pattern("^(a+)+$").isFound(in: text + "b"))
    #expect(try !Pattern("(a|aa)+b").isFound(in: text))
    #expect(try !Pattern("(.*)(.*)(.*)(.*)x").isFound(in: text))
  }

  @Test func groupsAreBoundedInDepth() throws {
    let deep = String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000)
    #expect(throws: PatternProblem.self) { try Pattern(deep) }
    let allowed = String(repeating: "(", count: 90) + "a" + String(repeating: ")", count: 90)
    #expect(try Pattern(allowed).isFound(in: "a"))
  }

  /// The search of Knuth, Morris and Pratt against the search by trying every place.
  @Test(arguments: 0..<20)
  func findsAPartWhereTryingEveryPlaceFindsIt(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let text = String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in Bool.random(using: &random) ? "a" : "b" })
      let part = String(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in Bool.random(using: &random) ? "a" : "b" })
      let bytes = Array(text.utf8)
      let isThere = (0...bytes.count).contains { bytes[$0...].starts(with: part.utf8) }
      #expect(ByteSearch(part).isFound(in: text) == isThere, "'\(part)' in '\(text)'")
    }
  }
}
